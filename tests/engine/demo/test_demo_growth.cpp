#include "tests/engine/demo/demo_cell.h"

#include "engine/core/issue.h"
#include "engine/fba/simulation.h"
#include "engine/training/labels.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace knockscape;
using namespace knockscape::test;

namespace
{

std::vector<std::string> words(const QString &text)
{
    std::vector<std::string> result;
    for (const QString &word : text.split(' ', Qt::SkipEmptyParts)) {
        result.push_back(word.toStdString());
    }
    return result;
}

/// One row for each word of `genes`.
void rowsOf(const char *genes)
{
    QTest::addColumn<QString>("gene");
    for (const std::string &gene : words(genes)) {
        QTest::newRow(gene.c_str()) << QString::fromStdString(gene);
    }
}

} // namespace

/// The shipped cell as a model of growth on glucose minimal medium: deletions behave as yeast does.
class TestDemoGrowth : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void growsAtAYeastsRate();
    void makesNoAtpFromNothing();
    void wildTypeFermentsAndRespires();
    void losesGrowthWithout_data();
    void losesGrowthWithout();
    void growsWithout_data();
    void growsWithout();
    void slowsWithout_data();
    void slowsWithout();
    void lethalOnlyTogether_data();
    void lethalOnlyTogether();
    void essentialGenesAreEssential();
    void regulatorsDoNotChangeFlux();
    void labelsResolveAndAreSplit();
    void labelsAreTheSimulation();
    void examplesAreTrue();

private:
    double fitness(const std::vector<std::string> &genes)
    {
        return balance_->simulate(deletionOf(*demoCell(), genes)).fitness;
    }

    std::unique_ptr<FluxBalance> balance_;
};

void TestDemoGrowth::initTestCase()
{
    balance_ = std::make_unique<FluxBalance>(demoCell());
}

void TestDemoGrowth::growsAtAYeastsRate()
{
    QVERIFY2(balance_->wildTypeGrowth() > 0.1 && balance_->wildTypeGrowth() < 0.9,
             qPrintable(QString::number(balance_->wildTypeGrowth())));
}

void TestDemoGrowth::makesNoAtpFromNothing()
{
    FluxBalance fed(cellMakingAtp(true));
    QVERIFY(fed.wildTypeGrowth() > 10.0);
    // Without uptake nothing can turn over, which flux balance reports as a wild type that cannot grow.
    QVERIFY_EXCEPTION_THROWN(FluxBalance starved(cellMakingAtp(false)), InputError);
}

void TestDemoGrowth::wildTypeFermentsAndRespires()
{
    const std::vector<Reaction> &reactions = demoCell()->metabolism.reactions;
    const auto flux = [&](const std::string &id) {
        double sum = 0.0;
        for (std::size_t i = 0; i < reactions.size(); ++i) {
            sum += reactions[i].id == id ? balance_->wildTypeFluxes()[i] : 0.0;
        }
        return sum;
    };
    QVERIFY(flux("EX_glc") < -1.0);
    QVERIFY(flux("EX_o2") < -1.0);
    QVERIFY(flux("EX_etoh") > 1.0);
    QVERIFY(flux("EX_co2") > flux("EX_etoh"));
    QVERIFY(flux("ATPM") >= 1.0 - 1e-9);
}

void TestDemoGrowth::losesGrowthWithout_data()
{
    rowsOf("LEU1 LEU2 URA1 URA2 URA3 URA4 HIS1 HIS2 HIS3 HIS4 HIS5 HIS6 HIS7 TRP1 TRP2 TRP3 TRP4 TRP5 LYS1 LYS2 LYS4 "
           "LYS5 LYS9 LYS12 MET17 MET15 MET2 MET3 MET14 MET16 MET5 MET10 MET6 CYS3 CYS4 HOM2 HOM3 HOM6 THR1 THR4 ADE1 "
           "ADE2 ADE3 ADE4 ADE6 ADE8 ADE12 ADE13 GUA1 ARG1 ARG2 ARG3 ARG4 ARG7 ARG8 ILV2 ILV3 ILV5 ARO1 ARO2 ARO7 "
           "PHA2 TYR1 PRO3 GLN1 CHO1 INO1 SPE1 ERG1 ERG7 ERG9 ERG10 ERG11 ERG12 ERG20 FAS1 FAS2 ACC1 OLE1 HEM1 HEM2 "
           "HEM15 CDC8 CDC21 DFR1 IPP1 PMA1 PGK1 RKI1 RNR2 URA6 PSA1 GFA1 PMI40 AUR1 LCB1 LIP1 CDS1 PIS1");
}

void TestDemoGrowth::losesGrowthWithout()
{
    QFETCH(QString, gene);
    const double value = fitness({gene.toStdString()});
    QVERIFY2(value < 1e-3, qPrintable(QString::number(value)));
}

void TestDemoGrowth::growsWithout_data()
{
    rowsOf("HXK1 GLK1 HXT1 HXT3 HXT7 PDC6 ADH2 ADH3 ADH4 TDH1 ENO1 PYK2 ACS1 ALD2 ALD3 ALD6 GDH2 GDH3 GLT1 ASN1 ASN2 "
           "LEU9 LYS20 LYS21 SAM1 SAM2 SHM1 GLY1 AGX1 ICL1 MLS1 CIT2 PCK1 FBP1 GUT1 GUT2 GPD1 GPD2 URA10 ADE16 TKL2 "
           "NQM1 SER3 BAT2 ARO3 ARO4 COX5B CYC7 AAC1 AAC3 NDE1 NDE2 MEP1 MEP3 SUL1 TPS1 GSY1 GSY2 NTH1 FUR1 FCY1 APT1 "
           "AAH1 BNA1 NPT1 LAC1 LAG1 DGA1 LRO1 ERG3 ERG4 ERG5 IDP2 IDP3 RNR3 TRX1 TRX2 CAR1 PUT1 PUT2 CRD1 MIS1");
}

void TestDemoGrowth::growsWithout()
{
    QFETCH(QString, gene);
    const double value = fitness({gene.toStdString()});
    QVERIFY2(value > 0.6, qPrintable(QString::number(value)));
}

void TestDemoGrowth::slowsWithout_data()
{
    rowsOf("COX4 COR1 RIP1 QCR7 ATP1 ATP2 PDA1 PDB1 LPD1 ZWF1 RPE1 TKL1 GDH1 PDC1 TDH3 ENO2 ADH1 LEU4 PYC1 URA5 FKS1 "
           "HMG1 CHO2 ERG6 ACO1 SDH1 KGD1 PHO84 MEP2 BAT1 SHM2 MNN9");
}

void TestDemoGrowth::slowsWithout()
{
    QFETCH(QString, gene);
    const double value = fitness({gene.toStdString()});
    QVERIFY2(value > 0.2 && value < 0.97, qPrintable(QString::number(value)));
}

void TestDemoGrowth::lethalOnlyTogether_data()
{
    QTest::addColumn<QString>("genes");
    for (const char *genes :
         {"TKL1 TKL2",      "ADE16 ADE17",    "LEU4 LEU9",      "ASN1 ASN2",     "URA5 URA10",     "TRX1 TRX2",
          "ACS1 ACS2",      "BAT1 BAT2",      "LYS20 LYS21",    "ARO3 ARO4",     "HMG1 HMG2",      "PSD1 PSD2",
          "SCT1 GPT2",      "SLC1 ALE1",      "LAG1 LAC1",      "FKS1 GSC2",     "SAM1 SAM2",      "URA7 URA8",
          "ENO1 ENO2",      "ELO2 ELO3",      "NMA1 NMA2",      "BNA1 NPT1",     "IMD2 IMD3 IMD4", "MEP1 MEP2 MEP3",
          "HXK1 HXK2 GLK1", "GDH1 GDH3 GLT1", "UTR1 YEF1 POS5", "GPD1 GPD2 AYR1"}) {
        QTest::newRow(genes) << QString(genes);
    }
}

void TestDemoGrowth::lethalOnlyTogether()
{
    QFETCH(QString, genes);
    const std::vector<std::string> all = words(genes);
    const double together = fitness(all);
    QVERIFY2(together < 2e-3, qPrintable(QString::number(together)));
    for (std::size_t restored = 0; restored < all.size(); ++restored) {
        std::vector<std::string> fewer = all;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(restored));
        const double value = fitness(fewer);
        QVERIFY2(value > 0.1, qPrintable(QString("%1 restored: %2").arg(all[restored].c_str()).arg(value)));
    }
}

void TestDemoGrowth::essentialGenesAreEssential()
{
    const std::shared_ptr<const Cell> cell = demoCell();
    int essential = 0;
    for (std::size_t i = 0; i < cell->genes.size(); ++i) {
        const auto gene = static_cast<GeneIndex>(i);
        if (!cell->genes[gene].essential.value_or(false)) {
            continue;
        }
        ++essential;
        QVERIFY2(balance_->simulate(Genotype{gene}).fitness < 0.05, cell->genes[gene].name.c_str());
    }
    QVERIFY(essential >= 50);
}

void TestDemoGrowth::regulatorsDoNotChangeFlux()
{
    QCOMPARE(fitness({"GCN4"}), 1.0);
    QCOMPARE(fitness({"HAP4", "MET4"}), 1.0);
}

void TestDemoGrowth::labelsResolveAndAreSplit()
{
    std::vector<Issue> issues;
    const LabelTable table = readLabels(KNOCKSCAPE_RESOURCES_DIR "/demo/labels.tsv", demoCell()->genes, issues);
    QVERIFY(issues.empty());
    std::map<std::pair<std::size_t, Split>, int> counts;
    for (const Label &label : table.labels) {
        ++counts[{label.genotype.size(), label.split}];
        QVERIFY(label.split != Split::Unassigned);
        QVERIFY(label.fitness >= 0.0 && label.fitness <= 1.001);
        QCOMPARE(std::isnan(label.interaction), label.genotype.size() < 2);
    }
    QCOMPARE(counts[std::pair(std::size_t{1}, Split::Train)], static_cast<int>(demoCell()->genes.size()));
    for (const std::size_t order : {std::size_t{2}, std::size_t{3}}) {
        QVERIFY(counts[std::pair(order, Split::Train)] > 2000);
        QVERIFY(counts[std::pair(order, Split::Validation)] > 200);
        QVERIFY(counts[std::pair(order, Split::Test)] > 200);
    }
    QVERIFY(QFile(KNOCKSCAPE_RESOURCES_DIR "/demo/labels.tsv").size() < 1'000'000);
}

void TestDemoGrowth::labelsAreTheSimulation()
{
    std::vector<Issue> issues;
    const LabelTable table = readLabels(KNOCKSCAPE_RESOURCES_DIR "/demo/labels.tsv", demoCell()->genes, issues);
    for (std::size_t i = 0; i < table.labels.size(); i += 53) {
        const Label &label = table.labels[i];
        const double simulated = balance_->simulate(label.genotype).fitness;
        QVERIFY2(std::abs(simulated - label.fitness) < 1e-4 + 1e-3 * simulated,
                 demoCell()->genes.labels(label.genotype).c_str());
        if (label.genotype.size() == 2) {
            const std::span<const GeneIndex> genes = label.genotype.genes();
            const double expected =
                balance_->simulate(Genotype{genes[0]}).fitness * balance_->simulate(Genotype{genes[1]}).fitness;
            QVERIFY(std::abs(simulated - expected - label.interaction) < 2e-3);
        }
    }
}

void TestDemoGrowth::examplesAreTrue()
{
    QFile file(KNOCKSCAPE_RESOURCES_DIR "/demo/examples.json");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray examples = QJsonDocument::fromJson(file.readAll()).object()["examples"].toArray();
    QCOMPARE(examples.size(), 3);
    for (int i = 0; i < examples.size(); ++i) {
        const QJsonObject example = examples[i].toObject();
        QVERIFY(!example["title"].toString().isEmpty());
        QVERIFY(!example["why"].toString().isEmpty());
        std::vector<std::string> genes;
        double product = 1.0;
        for (const QJsonValue &gene : example["genes"].toArray()) {
            genes.push_back(gene.toString().toStdString());
            const double single = fitness({genes.back()});
            QVERIFY(i == 0 || single > 0.4);
            product *= single;
        }
        QCOMPARE(genes.size(), static_cast<std::size_t>(i + 1));
        if (i < 2) {
            QVERIFY2(fitness(genes) < 1e-3, "the first two are lethal");
        } else {
            QVERIFY2(fitness(genes) > product + 0.2, "the third is losses that mask one another");
        }
    }
}

QTEST_GUILESS_MAIN(TestDemoGrowth)
#include "test_demo_growth.moc"
