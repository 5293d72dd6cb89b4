#include "engine/core/files.h"
#include "engine/plan/label_addition.h"
#include "engine/plan/loop_history.h"
#include "engine/plan/measured_panel.h"
#include "engine/plan/plate_sheet.h"
#include "engine/plan/strain_stock.h"
#include "tests/engine/training/sample_labels.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace knockscape;

namespace
{

GeneCatalogue fourGenes()
{
    std::vector<Gene> genes(4);
    const std::vector<std::string> ids{"YAL001C", "YBR002W", "YCR003C", "YDL004W"};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        genes[i].id = ids[i];
        genes[i].name = std::string("ABC").append(std::to_string(i + 1));
    }
    return GeneCatalogue(std::move(genes));
}

StoredPlan planOfPair()
{
    StoredPlan plan;
    plan.genotypes.push_back({Genotype{0, 1}, -0.3, {-0.5, -0.1}, 0.9});
    plan.genotypes.push_back({Genotype{0, 2}, 0.0, {-0.1, 0.1}, 0.1});
    plan.wells[{1, "B2"}] = Genotype{0};
    plan.wells[{1, "B3"}] = Genotype{1};
    plan.wells[{1, "B4"}] = Genotype{0, 1};
    plan.wells[{1, "B5"}] = Genotype{0, 2};
    return plan;
}

FilledWell well(int plate, Genotype strain, double value)
{
    FilledWell filled;
    filled.plate = plate;
    filled.role = strain.empty() ? WellRole::WildType : WellRole::Strain;
    filled.strain = std::move(strain);
    filled.value = value;
    return filled;
}

} // namespace

/// Back from the bench: sheets as people fill them, errors, labels and the history.
class TestMeasuredPanel : public QObject
{
    Q_OBJECT

private slots:
    void sheetsAsPeopleFillThem();
    void interactionsByDefinition();
    void triplesByDefinition();
    void errorsAgreeWithSimulation();
    void labelsGrowAndKeepTheirBytes();
    void otherTablesAreRefused();
    void historyIsReadBack();
    void simulatedRowsAreNotMeasured();

private:
    std::filesystem::path file(const char *name) const { return (folder_.path() + "/" + name).toStdString(); }
    std::filesystem::path write(const char *name, const QByteArray &content) const
    {
        QFile target(folder_.path() + "/" + name);
        (void)target.open(QIODevice::WriteOnly);
        target.write(content);
        return file(name);
    }

    QTemporaryDir folder_;
};

void TestMeasuredPanel::sheetsAsPeopleFillThem()
{
    // A semicolon, decimal commas, an extra column, a moved strain, a word, an empty cell, wells that went missing.
    const auto path = write("sheet.csv", "plate;well;role;knockouts;colour;fitness;note\n"
                                         "1;b2;strain;YAL001C;red;0,8;\n"
                                         "1;B03;strain;YAL001C;red;0,9;moved\n"
                                         "1;B4;strain;;red;0,5;\n"
                                         "1;C5;strain;ABC3;red;contaminated;\n"
                                         "1;C6;strain;YBR002W;red;;\n"
                                         "1;C7;wild_type;WT;red;1,0;\n"
                                         "1;A1;edge;WT;red;7,0;\n"
                                         "1;C9;strain;NOSUCH;red;1,0;\n");
    std::vector<Issue> issues;
    const FilledSheet sheet = readPlateSheet(path, planOfPair(), fourGenes(), issues);
    QCOMPARE(sheet.wells.size(), 5U);
    QCOMPARE(sheet.wells[0].value, 0.8);
    QVERIFY(sheet.wells[1].strain == Genotype{0});
    QVERIFY(sheet.wells[2].strain == (Genotype{0, 1}));
    QVERIFY(sheet.wells[3].role == WellRole::WildType);
    QVERIFY(sheet.wells[4].role == WellRole::Edge);
    std::string all;
    for (const Issue &issue : issues) {
        all += describe(issue) + "\n";
    }
    for (const char *said : {"no number", "has no value", "another strain than planned", "not in the sheet: 1 B5",
                             "NOSUCH", "not read: colour", "contaminated"}) {
        QVERIFY2(all.find(said) != std::string::npos, (said + std::string(" in:\n") + all).c_str());
    }
}

void TestMeasuredPanel::interactionsByDefinition()
{
    FilledSheet sheet;
    for (const double wild : {2.0, 2.2, 1.8}) {
        sheet.wells.push_back(well(1, {}, wild));
    }
    sheet.wells.push_back(well(1, Genotype{0}, 1.6));
    sheet.wells.push_back(well(1, Genotype{1}, 1.8));
    sheet.wells.push_back(well(1, Genotype{0, 1}, 0.8));
    sheet.wells.push_back(well(1, Genotype{0, 2}, 1.2));
    std::vector<Issue> issues;
    const MeasuredPanel panel = measurePanel(sheet, planOfPair(), {}, issues);
    QCOMPARE(panel.interactions.size(), 1U);
    QVERIFY(std::abs(panel.interactions[0].interaction - (0.4 - 0.8 * 0.9)) < 1e-12);
    QVERIFY(panel.interactions[0].hit);
    QCOMPARE(panel.hits, 1U);
    QCOMPARE(panel.insideInterval, 1U);
    // The other pair lacks its second single.
    QCOMPARE(panel.unanswered.size(), 1U);
    QVERIFY(panel.unanswered.at(Genotype{0, 2}).front() == Genotype{2});
    const MeasuredPanel more = measurePanel(sheet, planOfPair(), {{Genotype{2}, {0.75, 0.01}}}, issues);
    QVERIFY(std::abs(more.interactions[1].interaction - (0.6 - 0.8 * 0.75)) < 1e-12);
    // Without a wild type nothing can be compared.
    sheet.wells.erase(sheet.wells.begin(), sheet.wells.begin() + 3);
    QVERIFY_THROWS_EXCEPTION(InputError, (void)measurePanel(sheet, planOfPair(), {}, issues));
}

void TestMeasuredPanel::triplesByDefinition()
{
    std::mt19937_64 random(3);
    std::normal_distribution<double> normal(0.8, 0.1);
    FilledSheet sheet;
    sheet.relative = true;
    std::map<Genotype, double> f;
    StoredPlan plan;
    plan.genotypes.push_back({Genotype{0, 1, 2}, -0.1, {}, 0.5});
    for (const Genotype &strain : strainsOf(Genotype{0, 1, 2})) {
        f[strain] = normal(random);
        sheet.wells.push_back(well(1, strain, f[strain]));
    }
    const auto epsilon = [&f](GeneIndex i, GeneIndex j) { return f[Genotype{i, j}] - f[Genotype{i}] * f[Genotype{j}]; };
    const double tau = f[Genotype{0, 1, 2}] - f[Genotype{0}] * f[Genotype{1}] * f[Genotype{2}] -
                       epsilon(0, 1) * f[Genotype{2}] - epsilon(0, 2) * f[Genotype{1}] - epsilon(1, 2) * f[Genotype{0}];
    std::vector<Issue> issues;
    const MeasuredPanel panel = measurePanel(sheet, plan, {}, issues);
    QVERIFY(std::abs(panel.interactions.front().interaction - tau) < 1e-12);
    QVERIFY(panel.interactions.front().planned);
    QCOMPARE(panel.interactions.size(), 4U); // and the three pairs, which the sheet answers too
}

void TestMeasuredPanel::errorsAgreeWithSimulation()
{
    // Standard errors against many repetitions of the same experiment: four replicates, six wild types, two plates.
    std::mt19937_64 random(11);
    std::normal_distribution<double> noise(0.0, 0.06);
    std::vector<double> values;
    double stated = 0.0;
    constexpr int Repetitions = 4000;
    for (int repetition = 0; repetition < Repetitions; ++repetition) {
        FilledSheet sheet;
        for (int plate = 1; plate <= 2; ++plate) {
            for (int i = 0; i < 3; ++i) {
                sheet.wells.push_back(well(plate, {}, 1.0 + noise(random)));
            }
            for (const auto &[strain, fitness] :
                 {std::pair{Genotype{0}, 0.7}, {Genotype{1}, 0.9}, {Genotype{0, 1}, 0.3}}) {
                for (int i = 0; i < 2; ++i) {
                    sheet.wells.push_back(well(plate, strain, fitness + noise(random)));
                }
            }
        }
        std::vector<Issue> issues;
        const MeasuredPanel panel = measurePanel(sheet, planOfPair(), {}, issues);
        values.push_back(panel.interactions.front().interaction);
        stated += panel.interactions.front().error * panel.interactions.front().error;
    }
    double mean = 0.0;
    for (const double value : values) {
        mean += value / Repetitions;
    }
    double variance = 0.0;
    for (const double value : values) {
        variance += (value - mean) * (value - mean) / (Repetitions - 1);
    }
    const double ratio = std::sqrt(stated / Repetitions / variance);
    QVERIFY2(ratio > 0.9 && ratio < 1.2, qPrintable(QString::number(ratio)));
}

void TestMeasuredPanel::labelsGrowAndKeepTheirBytes()
{
    const QByteArray old =
        "knockouts\tfitness\tinteraction\tcomment\nYDL004W\t0.91\t\tkept as it is"; // no last line end
    const auto path = write("labels.tsv", old);
    FilledSheet sheet;
    sheet.relative = true;
    for (const auto &[strain, value] :
         {std::pair{Genotype{0}, 0.8}, {Genotype{1}, 0.9}, {Genotype{0, 1}, 0.4}, {Genotype{0, 1}, 0.44}}) {
        sheet.wells.push_back(well(1, strain, value));
    }
    std::vector<Issue> issues;
    const MeasuredPanel panel = measurePanel(sheet, planOfPair(), {}, issues);
    const LabelAddition added = addToLabels(path, panel, "round 1", fourGenes());
    QCOMPARE(added.rowsBefore, 1U);
    QCOMPARE(added.rowsAdded, 3U);
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(old));
    const LabelTable table = readLabels(path, fourGenes(), issues);
    QCOMPARE(table.labels.size(), 4U);
    QVERIFY(table.labels[2].genotype == (Genotype{0, 1}));
    QVERIFY(std::abs(table.labels[2].interaction - (0.42 - 0.72)) < 1e-9);
    QCOMPARE(table.sha256, added.sha256After);

    const auto made = this->file("new.tsv");
    addToLabels(made, panel, "round 1", fourGenes());
    const LabelTable fresh = readLabels(made, fourGenes(), issues);
    QCOMPARE(fresh.labels.size(), 3U);
    QCOMPARE(fresh.labels[2].source, std::string("round 1"));
}

void TestMeasuredPanel::otherTablesAreRefused()
{
    const QByteArray content = "knockouts\tfitness\nYDL004W\t0.91\n";
    const auto path = write("fitness-only.tsv", content);
    MeasuredPanel panel;
    panel.strains[Genotype{0}] = {0.8, 0.01, 4, {}};
    QVERIFY_THROWS_EXCEPTION(InputError, (void)addToLabels(path, panel, "x", fourGenes()));
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestMeasuredPanel::historyIsReadBack()
{
    const auto path = historyPath(file("labels.tsv"));
    QVERIFY(readHistory(path).empty());
    LoopRound round;
    round.plan = "plans/1";
    round.hits = 4;
    round.expectedHits = 3.25;
    round.models = {"a.safetensors"};
    writeHistory(path, {round, round});
    const std::vector<LoopRound> rounds = readHistory(path);
    QCOMPARE(rounds.size(), 2U);
    QCOMPARE(rounds[1].hits, 4U);
    QCOMPARE(rounds[1].expectedHits, 3.25);
    QVERIFY(std::isnan(rounds[1].pearson));
    QCOMPARE(rounds[1].models.front(), std::string("a.safetensors"));
    write("broken.json", "{\"rounds\": [{\"added\": 3}]}");
    QVERIFY_THROWS_EXCEPTION(InputError, (void)readHistory(file("broken.json")));
}

void TestMeasuredPanel::simulatedRowsAreNotMeasured()
{
    std::vector<Label> labels{tests::label(Genotype{0}, 0.8), tests::label(Genotype{1}, 0.9),
                              tests::label(Genotype{0, 1}, 0.5), tests::label(Genotype{2}, 0.7),
                              tests::label(Genotype{0}, 0.6)};
    labels[3].source = "simulated";
    const KnownValues known = knownValues(labels);
    QCOMPARE(known.simulatedRows, 1U);
    QVERIFY(!known.fitness.contains(Genotype{2}));
    QVERIFY(std::abs(known.fitness.at(Genotype{0}).value - 0.7) < 1e-12);
    QVERIFY(std::abs(known.fitness.at(Genotype{0}).error - 0.1) < 1e-12);
    QVERIFY(known.interactions.contains(Genotype{0, 1}));
    QCOMPARE(issuesOf(known, "labels").size(), 1U);
}

QTEST_GUILESS_MAIN(TestMeasuredPanel)
#include "test_measured_panel.moc"
