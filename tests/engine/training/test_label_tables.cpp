#include "engine/training/label_files.h"
#include "engine/training/labels.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace knockscape;
namespace fs = std::filesystem;

namespace
{

const fs::path dataFolder = fs::path(KNOCKSCAPE_TEST_DATA) / "labels";

GeneCatalogue genes()
{
    std::vector<Gene> list;
    for (const auto &[id, name] :
         {std::pair{"YAL038W", "CDC19"}, std::pair{"YCR012W", "PGK1"}, std::pair{"YDL227C", "HO"},
          std::pair{"YER069W", "ARG5,6"}, std::pair{"YGR240C", "PFK1"}, std::pair{"YMR205C", "PFK2"}}) {
        Gene gene;
        gene.id = id;
        gene.name = name;
        list.push_back(gene);
    }
    return GeneCatalogue(list);
}

} // namespace

/// Tables as laboratories publish them and as spreadsheets save them.
class TestLabelTables : public QObject
{
    Q_OBJECT

    const GeneCatalogue genes_ = genes();
    QTemporaryDir folder_;

    LabelTable read(const QByteArray &text, std::vector<Issue> &issues) const
    {
        QFile file(folder_.filePath("labels.txt"));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
            qFatal("cannot write");
        }
        file.write(text);
        file.close();
        return readLabels(file.fileName().toStdString(), genes_, issues);
    }

    QString idsOf(const Label &label) const { return QString::fromStdString(genes_.ids(label.genotype)); }

    const Label *find(const LabelTable &table, const QString &ids) const
    {
        const auto found = std::find_if(table.labels.begin(), table.labels.end(),
                                        [&](const Label &label) { return idsOf(label) == ids; });
        return found == table.labels.end() ? nullptr : &*found;
    }

private slots:
    void trigenicScreens()
    {
        std::vector<Issue> issues;
        const LabelTable table = readLabels(dataFolder / "kuzmin.tsv", genes_, issues);
        QVERIFY(issues.empty());
        std::vector<std::pair<QString, double>> pairs;
        std::vector<std::pair<QString, double>> triples;
        for (const Label &label : table.labels) {
            if (!std::isnan(label.interaction)) {
                (label.genotype.size() == 2 ? pairs : triples).emplace_back(idsOf(label), label.interaction);
            }
        }
        // The score adjusted for the pairs is τ; hoΔ beside a query's gene is the control.
        QCOMPARE(pairs,
                 (std::vector<std::pair<QString, double>>{{"YCR012W;YGR240C", -0.2}, {"YCR012W;YMR205C", -0.1}}));
        QCOMPARE(triples, (std::vector<std::pair<QString, double>>{{"YCR012W;YGR240C;YMR205C", -0.15},
                                                                   {"YAL038W;YGR240C;YMR205C", -0.02}}));
        const Label *triple = find(table, "YCR012W;YGR240C;YMR205C");
        QCOMPARE(triple->fitness, 0.15);
        QCOMPARE(triple->fitnessSd, 0.1147);
        QCOMPARE(triple->pValue, 0.0168);
        QCOMPARE(triple->source, std::string("tau-sga"));
        QCOMPARE(find(table, "YCR012W;YGR240C")->source, std::string("sga"));
        QCOMPARE(find(table, "YCR012W;YGR240C")->fitness, 0.7);
        QCOMPARE(find(table, "YCR012W")->fitness, 0.962);
        QCOMPARE(find(table, "YAL038W")->fitness, 0.81);
        // The fitness of a query with two deletions is not that of its first gene.
        QVERIFY(find(table, "YGR240C") == nullptr && find(table, "YDL227C") == nullptr);
        const LabelCounts counts = countLabels(table.labels);
        QCOMPARE(counts.rowsPerOrder.at(2), std::int64_t{2});
        QCOMPARE(counts.rowsPerOrder.at(3), std::int64_t{2});
    }

    void saysWhatASpreadsheetMadeOfNames()
    {
        std::vector<Issue> issues;
        const LabelTable table =
            read("knockouts\tfitness\tnote\nYAL038W\t0.9\t\n1-Oct;PGK1\t0.5\t\n01. Okt\t0.5\tcaf\xe9\n", issues);
        QCOMPARE(table.labels.size(), std::size_t{1});
        QByteArray said;
        for (const Issue &issue : issues) {
            said += QByteArray::fromStdString(issue.what) + '\n';
        }
        for (const char *text : {"1 line is not in UTF-8 and was read as Windows-1252",
                                 "A spreadsheet turned 2 names of genes into dates: “1-Oct” (perhaps OCT1), “01. Okt”",
                                 "2 rows were left out: a gene is not in this cell"}) {
            QVERIFY2(said.contains(text), said.constData());
        }
        QVERIFY_EXCEPTION_THROWN(read("PK\x03\x04 xl/workbook.xml", issues), InputError);
    }

    void trigenicScreensThatDoNotAddUp()
    {
        const QByteArray header =
            "Query strain ID\tQuery allele name\tArray strain ID\tArray allele name\tCombined mutant "
            "type\tRaw genetic interaction score (epsilon)\tAdjusted genetic interaction score "
            "(epsilon or tau)\tP-value\tQuery single/double mutant fitness\n";
        std::vector<Issue> issues;
        const LabelTable table =
            read(header + "YGR240C+YDL227C_tm1\ta\tYCR012W_dma1\tb\ttrigenic\t-0.1\t-0.1\t0.1\t0.9\n"
                          "YDL227C+YDL227C_tm2\ta\tYCR012W_dma1\tb\tdigenic\t-0.1\t-0.1\t0.1\t\n"
                          "YGR240C+YCR012W_tm3\ta\tYCR012W_dma1\tb\ttrigenic\t-0.1\t-0.1\t0.1\t\n"
                          "YGR240C+YMR205C_tm4\ta\tYCR012W_dma1\tb\ttrigenic\t-0.5\t\t0.1\t\n"
                          "ho+YMR205C_tm5\thoΔ+pfk2Δ\tYCR012W_dma1\tb\tdigenic\t-0.3\t\t0.1\t0.8\n",
                 issues);
        // One pair, whose score needs no adjustment, and the single mutants beside.
        QCOMPARE(find(table, "YCR012W;YMR205C")->interaction, -0.3);
        QCOMPARE(find(table, "YMR205C")->fitness, 0.8);
        QCOMPARE(find(table, "YGR240C")->fitness, 0.9);
        QCOMPARE(table.labels.size(), std::size_t{3});
        std::string said;
        for (const Issue &issue : issues) {
            said += describe(issue) + "\n";
        }
        for (const char *reason : {"as many deletions", "control", "alleles of one gene", "no value"}) {
            QVERIFY2(said.find(reason) != std::string::npos, said.c_str());
        }
    }

    /// Spreads and probabilities of published tables are checked like those of our own.
    void impossibleSpreadsAndProbabilities_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("column");
        const QByteArray header = "Query Strain ID\tArray Strain ID\tGenetic interaction score\tP-value\t"
                                  "Double mutant fitness\tDouble mutant fitness standard deviation\n";
        const QByteArray strains = "YGR240C_sn1\tYMR205C_dma1\t-0.3\t";
        QTest::newRow("negative probability") << header + strains + "-5.50E-06\t0.4\t0.1\n"
                                              << "P-value";
        QTest::newRow("probability above 1") << header + strains + "5\t0.4\t0.1\n"
                                             << "P-value";
        QTest::newRow("negative spread") << header + strains + "0.01\t0.4\t-0.1\n"
                                         << "Double mutant fitness standard deviation";
        QTest::newRow("negative spread of a single mutant")
            << QByteArray("Strain ID\tSystematic gene name\tSingle mutant fitness (30)\t"
                          "Single mutant fitness (30) stddev\nYGR240C_sn1\tYGR240C\t0.8\t-0.1\n")
            << "Single mutant fitness (30) stddev";
    }

    void impossibleSpreadsAndProbabilities()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, column);
        std::vector<Issue> issues;
        try {
            (void)read(text, issues);
            QFAIL("the table was read");
        } catch (const InputError &error) {
            QVERIFY2(QString(error.what()).contains(column), error.what());
            QVERIFY2(QString(error.what()).contains("labels.txt:2"), error.what());
        }
    }

    void spreadsheets()
    {
        std::vector<Issue> issues;
        const LabelTable table = readLabels(dataFolder / "excel_unicode.txt", genes_, issues);
        QCOMPARE(issues.size(), std::size_t{1});
        QVERIFY2(describe(issues[0]).find("UTF-16") != std::string::npos, describe(issues[0]).c_str());
        QCOMPARE(table.labels.size(), std::size_t{3});
        QCOMPARE(find(table, "YAL038W")->fitness, 0.91);
        QCOMPARE(find(table, "YAL038W;YCR012W")->fitness, 0.4);
        QCOMPARE(find(table, "YAL038W;YCR012W")->source, std::string("lab, second"));
        QCOMPARE(find(table, "YGR240C;YMR205C")->fitness, 0.1);
    }

    void spreadsheetsOfEveryKind_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray rows = "knockouts;fitness;source\r\nYAL038W;0,91;\r\nYAL038W+YCR012W;0,4;a\r\n";
        QTest::newRow("semicolons and decimal commas") << rows;
        QTest::newRow("sep=") << "sep=;\r\n" + rows;
        QTest::newRow("byte order mark") << "\xef\xbb\xbf" + rows;
        QTest::newRow("empty columns behind")
            << QByteArray("knockouts;fitness;;\nYAL038W;0,91;;\nYAL038W, YCR012W;0,4;;\n");
        QTest::newRow("commas and quotes")
            << QByteArray("knockouts,fitness\nYAL038W,\"0,91\"\n\"YAL038W,YCR012W\",\"0,4\"\n");
        QTest::newRow("percent") << QByteArray("knockouts\tfitness\nCDC19\t91%\ncdc19Δ pgk1Δ\t40 %\n");
        QTest::newRow("genotype") << QByteArray("genotype\tfitness\nYAL038W\t0.91\ncdc19::KanMX+pgk1Δ\t0.4\n");
    }

    void spreadsheetsOfEveryKind()
    {
        QFETCH(QByteArray, text);
        std::vector<Issue> issues;
        const LabelTable table = read(text, issues);
        QVERIFY(issues.empty());
        QCOMPARE(table.labels.size(), std::size_t{2});
        QCOMPARE(find(table, "YAL038W")->fitness, 0.91);
        QCOMPARE(find(table, "YAL038W;YCR012W")->fitness, 0.4);
    }

    /// What is not there is not 0.
    void missingValues()
    {
        for (const char *mark :
             {"", "NA", "NaN", "nan", "-", "–", "n/a", "N/A", "#N/A", "#VALUE!", ".", "null", "\"\"", "n.d.", "  "}) {
            std::vector<Issue> issues;
            const LabelTable table = read(QByteArray("knockouts\tfitness\tinteraction\nYAL038W\t") + mark +
                                              "\t-0.5\nYCR012W\t0\t" + mark + "\n",
                                          issues);
            QVERIFY2(issues.empty(), mark);
            QCOMPARE(table.labels.size(), std::size_t{2});
            QVERIFY2(std::isnan(table.labels[0].fitness) && std::isnan(table.labels[1].interaction), mark);
            QCOMPARE(table.labels[0].interaction, -0.5);
            QCOMPARE(table.labels[1].fitness, 0.0);
        }
    }

    void genotypesOfLabelsAreReadLikeLists()
    {
        std::vector<Issue> issues;
        const LabelTable table = read("knockouts\tfitness\n"
                                      "PFK1+ctrl\t0.5\n"
                                      "CDC19 (YAL038W)\t0.6\n"
                                      "ARG5,6\t0.7\n"
                                      "PFK1+PFK2, CDC19+PGK1\t0.8\n"
                                      "PFK1/PFK2\t0.9\n"
                                      "wild type\t1\n",
                                      issues);
        QCOMPARE(table.labels.size(), std::size_t{4});
        QCOMPARE(idsOf(table.labels[0]), QString("YGR240C"));
        QCOMPARE(idsOf(table.labels[1]), QString("YAL038W"));
        QCOMPARE(idsOf(table.labels[2]), QString("YER069W"));
        QVERIFY(table.labels[3].genotype.empty());
        QVERIFY(issues.size() >= 2);
    }
};

QTEST_GUILESS_MAIN(TestLabelTables)
#include "test_label_tables.moc"
