#include "engine/cell/bundle.h"
#include "engine/cell/cell_import.h"
#include "engine/cell/knockout_list.h"
#include "engine/fba/flux_balance.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace knockscape;

namespace
{

/// The cell of a model in tests/data/models, with a gene table beside it, as reading the written bundle gives it.
std::shared_ptr<const Cell> imported(const std::string &model, const std::string &genes, std::vector<Issue> &issues)
{
    const std::filesystem::path data = std::filesystem::path(KNOCKSCAPE_TEST_DATA) / "models";
    CellImportRequest request;
    (model.ends_with(".json") ? request.cobraJson : request.sbml) = data / model;
    if (!genes.empty()) {
        request.genes = data / genes;
    }
    const QTemporaryDir folder;
    const std::filesystem::path bundle = std::filesystem::path(folder.path().toStdString()) / "x.cell";
    writeCellBundle(importCell(request, issues), bundle);
    std::vector<Issue> none;
    return std::make_shared<const Cell>(readCellBundle(bundle, none));
}

} // namespace

/// Growth of models as people have them; the right values were found with other programs.
class TestModelCases : public QObject
{
    Q_OBJECT

private slots:
    void growsAsItShould_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("genes");
        QTest::addColumn<QString>("genotype");
        QTest::addColumn<double>("growth");
        QTest::addColumn<double>("fitness");
        const auto row = [](const char *title, const char *model, const char *genes, const char *genotype,
                            double growth, double fitness) {
            QTest::newRow(title) << QString(model) << QString(genes) << QString(genotype) << growth << fitness;
        };
        row("one of two genes with one label", "same_label.xml", "", "YAL054C", 10, 1);
        row("the other of them", "same_label.xml", "", "YLR153C", 10, 1);
        row("both", "same_label.xml", "", "YAL054C YLR153C", 10, 0);
        row("both by their names", "same_label.xml", "", "ACS1 ACS2", 10, 0);
        row("a bar within an id", "fig_ids.xml", "", "fig|1219067.16.peg.31", 10, 0);
        row("the other part of the complex", "fig_ids.xml", "", "fig|1219067.16.peg.38", 10, 0);
        row("a transcript is its gene's", "entrez_transcripts.xml", "entrez_genes.tsv", "HK1", 10, 0);
        row("and no other gene's", "entrez_transcripts.xml", "entrez_genes.tsv", "A1BG", 10, 1);
        row("an or of 300 genes", "deep_or.xml", "", "g0", 10, 1);
        row("a charge that is not known", "charge_unknown.xml", "", "peg.1", 10, 0);
        row("an outside that is not marked", "boundary_b.xml", "", "TM0001", 10, 0);
        row("an enzyme as modifier", "modifiers.xml", "", "ENSG00000156515", 10, 0);
        row("an enzyme as modifier of a table's gene", "modifiers.xml", "ensg.tsv", "ENSG00000156515", 10, 0);
        row("NaN and Infinity", "nan.json", "", "thrL", 10, 0);
    }

    void growsAsItShould()
    {
        QFETCH(QString, model);
        QFETCH(QString, genes);
        QFETCH(QString, genotype);
        QFETCH(double, growth);
        QFETCH(double, fitness);
        std::vector<Issue> issues;
        const std::shared_ptr<const Cell> cell = imported(model.toStdString(), genes.toStdString(), issues);
        FluxBalance balance(cell);
        QVERIFY(std::abs(balance.wildTypeGrowth() - growth) < 1e-6);
        const std::vector<KnockoutEntry> entries = parseKnockoutArgument(genotype.toStdString(), cell->genes);
        QCOMPARE(entries.size(), std::size_t{1});
        QVERIFY(entries[0].issues.empty());
        QVERIFY(std::abs(balance.simulate(entries[0].genotype).fitness - fitness) < 1e-6);
    }

    void saysWhatItTookTheFileToMean_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("text");
        QTest::newRow("charge") << "charge_unknown.xml"
                                << "10000000";
        QTest::newRow("outside") << "boundary_b.xml"
                                 << "2 metabolites take part in exchange reactions only";
        QTest::newRow("modifiers") << "modifiers.xml"
                                   << "1 reaction names its enzymes as modifiers (R_T)";
        QTest::newRow("objective") << "empty_objective.xml"
                                   << "Perhaps it is biomass_reaction";
    }

    void saysWhatItTookTheFileToMean()
    {
        QFETCH(QString, model);
        QFETCH(QString, text);
        std::vector<Issue> issues;
        imported(model.toStdString(), {}, issues);
        QStringList said;
        for (const Issue &issue : issues) {
            said << QString::fromStdString(describe(issue));
        }
        QVERIFY2(said.join('\n').contains(text), qPrintable(said.join('\n')));
    }

    void withoutAnObjectiveTheCandidatesAreNamed()
    {
        std::vector<Issue> issues;
        const std::shared_ptr<const Cell> cell = imported("empty_objective.xml", {}, issues);
        try {
            const FluxBalance balance(cell);
            QFAIL("there is nothing to maximise");
        } catch (const InputError &error) {
            const std::string remedy = error.issues().front().remedy;
            QVERIFY2(remedy.find("--objective") != std::string::npos, remedy.c_str());
            QVERIFY2(remedy.find("biomass_reaction") != std::string::npos, remedy.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestModelCases)
#include "test_model_cases.moc"
