#include "engine/core/issue.h"
#include "engine/training/derived_labels.h"
#include "engine/training/labels.h"
#include "engine/training/splits.h"
#include "tests/engine/training/sample_labels.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace knockscape;
using tests::label;
using tests::NaN;

namespace
{

GeneCatalogue genes(std::initializer_list<std::pair<const char *, const char *>> named)
{
    std::vector<Gene> list;
    for (const auto &[id, name] : named) {
        Gene gene;
        gene.id = id;
        gene.name = name;
        list.push_back(gene);
    }
    return GeneCatalogue(list);
}

GeneCatalogue fourGenes()
{
    return genes({{"YAL001C", "TFC3"}, {"YAL002W", "VPS8"}, {"YAL005C", "SSA1"}, {"YFL034C-B", "MOB2"}});
}

} // namespace

class TestLabels : public QObject
{
    Q_OBJECT

private slots:
    void readsContractTable();
    void readsSimulationTable();
    void readsSgaTable();
    void readsSingleMutantTable();
    void leavesOutUnknownGenesAndSaysSo();
    void refusesMalformed_data();
    void refusesMalformed();
    void readsRealTables();
    void derivesInteractions();
    void derivesFitness();
    void splitsAreReproducibleAndDisjoint();
    void membersShareTestRowsAndValidateOnOthers();
    void splitsKeepWhatTheFileSays();
    void splitsByGeneAndPairHoldOut();

private:
    LabelTable read(const QByteArray &text, const GeneCatalogue &catalogue, std::vector<Issue> &issues)
    {
        QFile file(folder_.filePath("labels.txt"));
        const bool opened = file.open(QIODevice::WriteOnly | QIODevice::Truncate);
        Q_ASSERT(opened);
        file.write(text);
        file.close();
        return readLabels(file.fileName().toStdString(), catalogue, issues);
    }

    QTemporaryDir folder_;
};

void TestLabels::readsContractTable()
{
    std::vector<Issue> issues;
    const LabelTable table = read("knockouts\tfitness\tinteraction\tfitness_sd\tp_value\tweight\tsource\tsplit\n"
                                  "YAL001C\t0.5\t\t0.1\t\t\tsmf\ttrain\n"
                                  "vps8;tfc3\t\t-0.25\t\t0.01\t2\tsga\ttest\n"
                                  "WT\t1\t0\t\t\t\t\tvalidation\n"
                                  "ssa1 SSA1,tfc3\tNA\t0.5\t\t\t0\t\t\n",
                                  fourGenes(), issues);
    QVERIFY(issues.empty());
    QCOMPARE(table.labels.size(), std::size_t{4});
    QCOMPARE(table.sha256.size(), std::size_t{64});
    QVERIFY(table.labels[0].genotype == Genotype{0});
    QCOMPARE(table.labels[0].fitness, 0.5);
    QVERIFY(std::isnan(table.labels[0].interaction));
    QCOMPARE(table.labels[0].fitnessSd, 0.1);
    QCOMPARE(table.labels[0].weight, 1.0);
    QVERIFY(table.labels[0].split == Split::Train);
    QVERIFY(table.labels[1].genotype == (Genotype{0, 1}));
    QVERIFY(std::isnan(table.labels[1].fitness));
    QCOMPARE(table.labels[1].interaction, -0.25);
    QCOMPARE(table.labels[1].pValue, 0.01);
    QCOMPARE(table.labels[1].weight, 2.0);
    QCOMPARE(table.labels[1].source, std::string("sga"));
    QVERIFY(table.labels[1].split == Split::Test);
    QVERIFY(table.labels[2].genotype.empty());
    QVERIFY(table.labels[2].split == Split::Validation);
    QVERIFY(table.labels[3].genotype == (Genotype{0, 2}));
    QVERIFY(std::isnan(table.labels[3].fitness));
    QCOMPARE(table.labels[3].weight, 0.0);
}

void TestLabels::readsSimulationTable()
{
    std::vector<Issue> issues;
    const LabelTable table = read("knockouts,names,n,fitness,growth,blocked_reactions,status\n"
                                  "YAL001C;YAL002W,TFC3;VPS8,2,0.25,0.02,3,ok\n"
                                  "YAL005C,SSA1,1,0,0,1,infeasible\n"
                                  "YAL001C,TFC3,1,,,1,the solver found no answer\n",
                                  fourGenes(), issues);
    QCOMPARE(table.labels.size(), std::size_t{2});
    QCOMPARE(table.labels[0].source, std::string("simulated"));
    QCOMPARE(table.labels[0].fitness, 0.25);
    QCOMPARE(table.labels[1].fitness, 0.0);
    QCOMPARE(issues.size(), std::size_t{1});
    QVERIFY(issues[0].what.find("1 row ") != std::string::npos);
}

void TestLabels::readsSgaTable()
{
    std::vector<Issue> issues;
    const LabelTable table =
        read("Query Strain ID\tQuery allele name\tArray Strain ID\tArray allele name\tArraytype/Temp\t"
             "Genetic interaction score (ε)\tP-value\tQuery single mutant fitness (SMF)\tArray SMF\t"
             "Double mutant fitness\tDouble mutant fitness standard deviation\n"
             "YAL001C_tsq508\ttfc3\tYAL002W_dma23\tvps8\tDMA26\t-0.1\t0.02\t0.8\t0.9\t0.62\t0.03\n"
             "YFL034C-B_tsa935\tmob2-14\tYAL002W_dma23\tvps8\tDMA26\t0.05\t0.5\t\t0.9\t0.8\t0.04\n"
             "YAL001C_tsq508\ttfc3\tYAL001C_tsa508\ttfc3\tTSA26\t0.05\t0.5\t0.8\t0.6\t0.8\t0.04\n",
             fourGenes(), issues);
    QCOMPARE(table.labels.size(), std::size_t{4});
    QVERIFY(table.labels[0].genotype == (Genotype{0, 1}));
    QCOMPARE(table.labels[0].interaction, -0.1);
    QCOMPARE(table.labels[0].fitness, 0.62);
    QCOMPARE(table.labels[0].fitnessSd, 0.03);
    QVERIFY(table.labels[1].genotype == (Genotype{1, 3}));
    // One single per gene: two alleles of TFC3 averaged, VPS8 once although it is in two rows.
    QVERIFY(table.labels[2].genotype == Genotype{0});
    QCOMPARE(table.labels[2].fitness, 0.7);
    QCOMPARE(table.labels[2].source, std::string("smf"));
    QVERIFY(table.labels[3].genotype == Genotype{1});
    QCOMPARE(table.labels[3].fitness, 0.9);
    QCOMPARE(issues.size(), std::size_t{1});
}

void TestLabels::readsSingleMutantTable()
{
    std::vector<Issue> issues;
    const LabelTable table =
        read("\xEF\xBB\xBFStrain ID;Systematic gene name;Allele/Gene name;Single mutant fitness (26°);"
             "Single mutant fitness (26°) stddev;Single mutant fitness (30°);Single mutant fitness (30°) stddev;;;\n"
             "YAL001C_damp174;YAL001C;tfc3_damp;0,9395;0,0988;0,9395;0,0988;;;\n"
             "YAL001C_tsa508;YAL001C;tfc3-g349e;0,8658;0,1789;0,8285;0,1964;;;\n"
             "YAL002W_dma23;YAL002W;vps8;0,764;0,0773;;;;;\n"
             "YAL002W_tsa1;YAL002W;vps8-1;0,1;0,1;0,1;0,1;;;\n"
             "YAL005C_dma1;YAL005C;ssa1;;;;;;;\n",
             fourGenes(), issues);
    QCOMPARE(table.labels.size(), std::size_t{2});
    QCOMPARE(table.labels[0].fitness, 0.8285);
    QCOMPARE(table.labels[0].fitnessSd, 0.1964);
    QCOMPARE(table.labels[1].fitness, 0.764);
    QCOMPARE(issues.size(), std::size_t{1});
}

void TestLabels::leavesOutUnknownGenesAndSaysSo()
{
    std::vector<Issue> issues;
    const LabelTable table =
        read("knockouts\tfitness\nYAL001C\t1\nYZZ999W\t0.5\nYAL001C;YZZ999W\t0.5\nYFL034C\t0.5\n", fourGenes(), issues);
    QCOMPARE(table.labels.size(), std::size_t{1});
    QCOMPARE(issues.size(), std::size_t{2});
    QVERIFY(issues[0].severity == Severity::Warning);
    QVERIFY(issues[0].what.find("3 rows") != std::string::npos);
    QVERIFY(issues[0].where.find("labels.txt:3") != std::string::npos);
    QVERIFY(issues[1].what.find("YFL034C, YZZ999W") != std::string::npos);
    QVERIFY_EXCEPTION_THROWN(read("knockouts\tfitness\nYZZ999W\t0.5\n", fourGenes(), issues), InputError);
}

void TestLabels::refusesMalformed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray() << "labels.txt";
    QTest::newRow("header only") << QByteArray("knockouts\tfitness\n") << "No row";
    QTest::newRow("no value column") << QByteArray("knockouts\tgrowth_rate\nYAL001C\t1\n") << "fitness or interaction";
    QTest::newRow("no knockouts") << QByteArray("gene\tfitness\nYAL001C\t1\n") << "knockouts";
    QTest::newRow("text") << QByteArray("knockouts\tfitness\nYAL001C\tfast\n") << "labels.txt:2";
    QTest::newRow("infinite") << QByteArray("knockouts\tfitness\nYAL001C\tinf\n") << "labels.txt:2";
    QTest::newRow("huge") << QByteArray("knockouts\tfitness\nYAL001C\t1\nYAL002W\t1e300\n") << "labels.txt:3";
    QTest::newRow("negative sd") << QByteArray("knockouts\tfitness\tfitness_sd\nYAL001C\t1\t-1\n") << "fitness_sd";
    QTest::newRow("p above 1") << QByteArray("knockouts\tfitness\tp_value\nYAL001C\t1\t7\n") << "p_value";
    QTest::newRow("negative weight") << QByteArray("knockouts\tfitness\tweight\nYAL001C\t1\t-2\n") << "weight";
    QTest::newRow("split") << QByteArray("knockouts\tfitness\tsplit\nYAL001C\t1\tholdout\n") << "holdout";
    QTest::newRow("comma twice") << QByteArray("knockouts\tfitness\nYAL001C\t1,000,5\n") << "labels.txt:2";
    QTest::newRow("binary") << QByteArray("\x7f\x45\x4c\x46\x00\x01\xff\xfe\n\x00\x00", 11) << "labels.txt";
    QTest::newRow("broken gzip") << QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03junk", 14) << "labels.txt";
}

void TestLabels::refusesMalformed()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, words);
    std::vector<Issue> issues;
    try {
        read(text, fourGenes(), issues);
        QFAIL("nothing was refused");
    } catch (const InputError &error) {
        QVERIFY2(QString::fromStdString(error.what()).contains(words), error.what());
    }
}

void TestLabels::readsRealTables()
{
    const QString shared = KNOCKSCAPE_SHARED_DIR;
    if (!QFileInfo::exists(shared + "/data/yeast/labels.tsv")) {
        QSKIP("the shared data folder is not there");
    }
    std::vector<Gene> list;
    QFile file(shared + "/data/yeast/genes.tsv");
    QVERIFY(file.open(QIODevice::ReadOnly));
    file.readLine();
    while (!file.atEnd()) {
        Gene gene;
        gene.id = file.readLine().split('\t').first().trimmed().toStdString();
        list.push_back(gene);
    }
    const GeneCatalogue catalogue(list);
    std::vector<Issue> issues;
    const LabelTable labels = readLabels((shared + "/data/yeast/labels.tsv").toStdString(), catalogue, issues);
    std::map<std::size_t, std::size_t> perOrder;
    for (const Label &row : labels.labels) {
        ++perOrder[row.genotype.size()];
    }
    QCOMPARE(perOrder[1], std::size_t{4635});
    QCOMPARE(perOrder[2], std::size_t{18189});
    QCOMPARE(perOrder[3], std::size_t{2704});

    const LabelTable singles = readLabels((shared + "/data/raw/costanzo2016_smf.csv").toStdString(), catalogue, issues);
    QVERIFY(singles.labels.size() > 4000);
    const auto single = std::find_if(singles.labels.begin(), singles.labels.end(), [&](const Label &row) {
        return row.genotype == Genotype{catalogue.findId("YAL001C")};
    });
    QVERIFY(single != singles.labels.end());
    QCOMPARE(single->fitness, 0.8285);
    for (const char *name : {"ExN_NxE", "NxN"}) {
        const QString path = shared + "/data/importers/costanzo2016_sample_SGA_" + name + ".txt";
        const LabelTable sample = readLabels(path.toStdString(), catalogue, issues);
        const auto isPair = [](const Label &row) { return row.genotype.size() == 2 && !std::isnan(row.interaction); };
        QVERIFY(std::count_if(sample.labels.begin(), sample.labels.end(), isPair) > 30);
    }
}

void TestLabels::derivesInteractions()
{
    std::vector<Label> labels{label({0}, 0.9),       label({1}, 0.8),        label({2}, 0.5),
                              label({0, 1}, 0.7),    label({0, 2}, 0.45),    label({1, 2}, 0.1),
                              label({0, 1, 2}, 0.0), label({0, 3}, 0.5),     label({0, 1}, 0.7, 0.125),
                              label({0, 1, 3}, 0.2), label({1, 2}, NaN, NaN)};
    QCOMPARE(deriveInteractions(labels), std::size_t{4});
    QCOMPARE(labels[3].interaction, 0.7 - 0.72);
    QCOMPARE(labels[4].interaction, 0.45 - 0.45);
    QCOMPARE(labels[5].interaction, 0.1 - 0.4);
    QCOMPARE(labels[6].interaction, 0.0 - 0.36 - (0.7 - 0.72) * 0.5 - 0.0 * 0.8 - (0.1 - 0.4) * 0.9);
    QVERIFY(std::isnan(labels[7].interaction));
    QCOMPARE(labels[8].interaction, 0.125);
    QVERIFY(std::isnan(labels[9].interaction));
    QVERIFY(std::isnan(labels[0].interaction));
}

void TestLabels::derivesFitness()
{
    std::vector<Label> labels{label({0}, 0.9), label({0}, 0.7), label({1}, 0.5), label({0, 1}, NaN, -0.1),
                              label({0, 2}, NaN, 0.1)};
    QCOMPARE(deriveFitness(labels), std::size_t{1});
    QCOMPARE(labels[3].fitness, 0.8 * 0.5 - 0.1);
    QVERIFY(std::isnan(labels[4].fitness));
}

void TestLabels::splitsAreReproducibleAndDisjoint()
{
    std::vector<Label> labels;
    for (GeneIndex a = 0; a < 40; ++a) {
        labels.push_back(label({a}, 1.0));
        for (GeneIndex b = a + 1; b < 40; ++b) {
            labels.push_back(label({a, b}, 1.0));
            labels.push_back(label({b, a}, 0.9));
        }
    }
    const SplitOptions options{SplitKind::Random, 0.1, 0.2, 5};
    const std::vector<Split> splits = assignSplits(labels, options);
    QVERIFY(splits == assignSplits(labels, options));
    QVERIFY(splits != assignSplits(labels, {SplitKind::Random, 0.1, 0.2, 6}));
    std::map<Genotype, std::set<Split>> perGenotype;
    std::map<std::pair<std::size_t, Split>, std::size_t> counts;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        perGenotype[labels[i].genotype].insert(splits[i]);
        ++counts[{labels[i].genotype.size(), splits[i]}];
    }
    for (const auto &[genotype, own] : perGenotype) {
        QCOMPARE(own.size(), std::size_t{1});
    }
    QCOMPARE((counts[{1, Split::Validation}]), std::size_t{4});
    QCOMPARE((counts[{1, Split::Test}]), std::size_t{8});
    QCOMPARE((counts[{2, Split::Validation}]), std::size_t{156});
    QCOMPARE((counts[{2, Split::Test}]), std::size_t{312});
    QVERIFY_EXCEPTION_THROWN(assignSplits(labels, {SplitKind::Random, 0.5, 0.5, 1}), InputError);
    QVERIFY_EXCEPTION_THROWN(assignSplits(labels, {SplitKind::Random, NaN, 0.1, 1}), InputError);
    QVERIFY_EXCEPTION_THROWN(assignSplits(labels, {SplitKind::Random, -0.1, 0.1, 1}), InputError);
}

void TestLabels::membersShareTestRowsAndValidateOnOthers()
{
    std::vector<Label> labels;
    for (GeneIndex gene = 0; gene < 200; ++gene) {
        labels.push_back(label({gene}, 1.0));
    }
    SplitOptions options{SplitKind::Random, 0.1, 0.2, 5};
    const std::vector<Split> first = assignSplits(labels, options);
    options.validationSeed = 6;
    const std::vector<Split> second = assignSplits(labels, options);
    std::size_t validatedByBoth = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        QCOMPARE(second[i] == Split::Test, first[i] == Split::Test);
        validatedByBoth += first[i] == Split::Validation && second[i] == Split::Validation ? 1 : 0;
    }
    QCOMPARE(std::count(second.begin(), second.end(), Split::Validation), std::ptrdiff_t{20});
    QVERIFY(validatedByBoth < 10);
    QVERIFY(second == assignSplits(labels, options));
}

void TestLabels::splitsKeepWhatTheFileSays()
{
    std::vector<Label> labels(20, label({0}, 1.0));
    for (std::size_t i = 0; i < labels.size(); ++i) {
        labels[i].genotype = Genotype{static_cast<GeneIndex>(i / 2)};
        labels[i].split = i % 2 == 0 ? Split::Test : Split::Unassigned;
    }
    // The second row of every genotype follows the first: its genotype is held out.
    for (const Split split : assignSplits(labels, {SplitKind::Random, 0.5, 0.0, 1})) {
        QVERIFY(split == Split::Test);
    }
    labels.assign(3, label({1, 2}, 1.0));
    labels[0].split = Split::Train;
    labels[1].split = Split::Validation;
    const std::vector<Split> splits = assignSplits(labels, {SplitKind::Random, 0.1, 0.0, 1});
    QVERIFY(splits == (std::vector<Split>{Split::Train, Split::Validation, Split::Validation}));
}

void TestLabels::splitsByGeneAndPairHoldOut()
{
    std::vector<Label> labels;
    for (GeneIndex a = 0; a < 20; ++a) {
        labels.push_back(label({a}, 1.0));
        for (GeneIndex b = a + 1; b < 20; ++b) {
            labels.push_back(label({a, b}, 1.0));
            labels.push_back(label({a, b, (b + 7) % 20}, 1.0));
        }
    }
    const std::vector<Split> byGene = assignSplits(labels, {SplitKind::ByGene, 0.2, 0.0, 3});
    std::set<GeneIndex> trained;
    std::set<GeneIndex> heldOut;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (const GeneIndex gene : labels[i].genotype.genes()) {
            if (byGene[i] == Split::Train) {
                trained.insert(gene);
            } else if (labels[i].genotype.size() == 1) {
                heldOut.insert(gene);
            }
        }
    }
    QCOMPARE(heldOut.size(), std::size_t{4});
    QCOMPARE(trained.size(), std::size_t{16});
    for (const GeneIndex gene : heldOut) {
        QVERIFY(!trained.contains(gene));
    }
    const std::vector<Split> byPair = assignSplits(labels, {SplitKind::ByPair, 0.2, 0.0, 3});
    std::set<Genotype> heldOutPairs;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        QVERIFY(labels[i].genotype.size() > 1 || byPair[i] == Split::Train);
        if (labels[i].genotype.size() == 2 && byPair[i] == Split::Validation) {
            heldOutPairs.insert(labels[i].genotype);
        }
    }
    QVERIFY(heldOutPairs.size() > 10);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (const Genotype &pair : heldOutPairs) {
            const bool holdsBoth =
                labels[i].genotype.contains(pair.genes()[0]) && labels[i].genotype.contains(pair.genes()[1]);
            QVERIFY(!holdsBoth || byPair[i] == Split::Validation);
        }
    }
}

QTEST_APPLESS_MAIN(TestLabels)
#include "test_labels.moc"
