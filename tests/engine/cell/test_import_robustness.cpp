#include "tests/engine/cell/import_attempts.h"
#include "tests/engine/cell/peak_memory.h"
#include "tests/processor_timer.h"

#include <QtTest>

#include <algorithm>

using namespace knockscape;
using namespace knockscape::tests;

/// Files as people really have them, valid and broken, hostile ones, and files given as what they are not.
class TestImportRobustness : public QObject
{
    Q_OBJECT

private slots:
    void refusesWhatIsSomethingElse_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *file, const QByteArray &content, Role role,
                            const char *says) {
            QTest::newRow(name) << QString(file) << content << static_cast<int>(role) << QString(says);
        };
        const QByteArray gml = "graph [ node [ id 0 label \"YAL001C\" ] ]";
        row("GML as genes", "x.txt", gml, Role::Genes, "GML");
        row("GML as SBML", "x.gml", gml, Role::Sbml, "GML");
        row("GML as annotations", "x.gml", gml, Role::Annotations, "GML");
        row("SBML as genes", "x.xml", model(reaction("r", "YAL001C")), Role::Genes, "SBML");
        row("SBML as network", "x.xml", model(reaction("r", "YAL001C")), Role::Network, "SBML");
        row("SBML as COBRA", "x.xml", model(reaction("r", "YAL001C")), Role::Cobra, "SBML");
        row("FASTA as network", "x.fa", ">YAL001C\nATG\n", Role::Network, "FASTA");
        row("FASTA as SBML", "x.fa", ">YAL001C\nATG\n", Role::Sbml, "FASTA");
        row("JSON as genes", "x.json", "{\"metabolites\":[]}", Role::Genes, "JSON");
        row("YAML as COBRA", "x.yml", "!!omap\n- metabolites:\n", Role::Cobra, "YAML");
        row("YAML as genes", "x.yml", "!!omap\n- metabolites:\n", Role::Genes, "YAML");
        row("spreadsheet", "x.xlsx", "PK\x03\x04 xl/workbook.xml", Role::Genes, "Excel workbook");
        row("checkpoint as features", "x.pt", "PK\x03\x04 data.pkl", Role::Features, "PyTorch");
        row("web page as network", "x.tsv", "\n<!DOCTYPE html><html></html>", Role::Network, "web page");
        row("PDF as SBML", "x.xml", "%PDF-1.4", Role::Sbml, "PDF");
        row("pickle as annotations", "x.media", "ccollections\ndefaultdict\n", Role::Annotations, "pickle");
        row("empty as genes", "x.tsv", "", Role::Genes, "empty");
        row("empty as SBML", "x.xml", "", Role::Sbml, "empty");
        row("SGD features as network", "x.tab",
            "S000002143\tORF\tDubious\tYAL001C\tTFC3\t\tc\t\t1\t335\t649\tW\t\t1996\t1996\td\n", Role::Network,
            "single genes");
        row("labels as genes", "x.txt", "Query Strain ID\tscore\nYAL001C_dma1\t0.5\n", Role::Genes, "measured");
        row("no header", "x.tsv", "YAL001C\tx\nYAL002W\ty\n", Role::Annotations, "no header");
        row("numbers without header", "x.tsv", "YAL001C\t1\nYAL002W\t2\n", Role::Features, "no header");
        row("edges as genes", "x.tsv", "c\td\nA\tB\nA\tC\nA\tD\nA\tE\n", Role::Genes, "Most lines");
        row("every edge a loop", "x.tsv", "YAL001C\tTFC3\nYAL002W\tVPS8\n", Role::Network, "with itself");
        row("MITAB", "x.txt", "#ID(s) interactor A\tID(s) interactor B\na\tb\n", Role::Network,
            "fewer than 15 columns");
        row("other root", "x.xml", "<html><body/></html>", Role::Sbml, "web page");
    }

    void refusesWhatIsSomethingElse()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(int, role);
        QFETCH(QString, says);
        const CellFiles files;
        std::vector<Issue> issues;
        const std::string error =
            imported(static_cast<Role>(role), files.write(file.toStdString(), content.toStdString()),
                     files.write("genes.tsv", geneTable), issues);
        QVERIFY2(QString::fromStdString(error).contains(file), error.c_str());
        QVERIFY2(QString::fromStdString(error).contains(says), error.c_str());
        QVERIFY2(error.find(" — ") != std::string::npos, "no remedy");
    }

    /// Each file is larger than anything real in one way; it is refused by name before it takes the memory it asks for.
    void refusesMoreThanAnyGenomeHas_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("lines");
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &line, int lines, Role role, const char *says) {
            QTest::newRow(name) << line << lines << static_cast<int>(role) << QString(says);
        };
        row("sequences", ">g%1\nATG\n", 300'001, Role::Features, "genes");
        row("names of a network", "a%1\tb%1\n", 500'001, Role::Network, "different names");
        row("columns of annotations", "c%1\t", 1'002, Role::Annotations, "annotation columns");
    }

    void refusesMoreThanAnyGenomeHas()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, lines);
        QFETCH(int, role);
        QFETCH(QString, says);
        std::string content = static_cast<Role>(role) == Role::Annotations ? "gene\t" : "";
        for (int i = 0; i < lines; ++i) {
            content += QByteArray(line).replace("%1", QByteArray::number(i)).toStdString();
        }
        content += "\n";
        const CellFiles files;
        const fs::path path = files.write("big.txt", content);
        resetPeakMemory();
        std::vector<Issue> issues;
        const std::string error = imported(static_cast<Role>(role), path, files.write("genes.tsv", geneTable), issues);
        const QString text = QString::fromStdString(error);
        QVERIFY2(text.contains("big.txt") && text.contains(says), qPrintable(text.left(500)));
        QVERIFY2(peakMemoryMiB() < 600, qPrintable(QString::number(peakMemoryMiB())));
    }

    void refusesAModelOfTooManyElements()
    {
        QByteArray species;
        for (int i = 0; i < 250'000; ++i) {
            species += "<species id=\"s" + QByteArray::number(i) + "\" compartment=\"c\"/>";
        }
        resetPeakMemory();
        std::vector<Issue> issues;
        try {
            importSbml(model(reaction("r", "YAL001C")).replace("</listOfSpecies>", species + "</listOfSpecies>"),
                       issues);
            QFAIL("The model was imported.");
        } catch (const InputError &error) {
            QVERIFY2(QByteArray(error.what()).contains("m.xml"), error.what());
        }
        QVERIFY2(peakMemoryMiB() < 600, qPrintable(QString::number(peakMemoryMiB())));
    }

    void manyLargeRulesStayWithinBounds()
    {
        QByteArray reactions;
        for (int i = 0; i < 500; ++i) {
            reactions +=
                reaction("r" + QByteArray::number(i), explodingRule(12).replace("h", "h" + QByteArray::number(i)));
        }
        resetPeakMemory();
        ::knockscape::testing::ProcessorTimer timer;
        timer.start();
        std::vector<Issue> issues;
        const Cell cell = importSbml(model(reactions), issues);
        QCOMPARE(cell.metabolism.reactions.size(), std::size_t{500});
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(peakMemoryMiB() < 600, qPrintable(QString::number(peakMemoryMiB())));
        QVERIFY(described(issues).find("gene rules have more alternatives") != std::string::npos);
    }

    void hostileFilesStayWithinTimeAndMemory_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, Role role, const char *file, const QByteArray &part,
                            const QByteArray &before = {}, const QByteArray &after = {}) {
            QTest::newRow(name) << static_cast<int>(role) << QString(file) << part << before << after;
        };
        row("one line", Role::Network, "a.tsv", "A");
        row("one line of cells", Role::Network, "a.tsv", "A\t");
        row("one line as genes", Role::Genes, "a.tsv", "A\t");
        row("one line of words", Role::Annotations, "a.tsv", "A ");
        row("quote never closed", Role::Network, "a.csv", "x,", "a,b\n\"");
        row("same edge", Role::Network, "a.tsv", "YAL001C\tYAL002W\n");
        row("bad rows", Role::Network, "a.tsv", "x\t\n", "source\ttarget\n");
        row("same annotation gene", Role::Annotations, "a.tsv", "YAL001C\tx y\n", "orf\tgo\n");
        row("GML nodes", Role::Network, "a.gml", "node[id 1]", "graph [", "]");
        row("GML edges", Role::Network, "a.gml", "edge[]", "graph [", "]");
        row("GML brackets", Role::Network, "a.gml", "[ a ", "graph ");
        row("GraphML edges", Role::Network, "a.graphml", "<edge source=\"a\" target=\"b\"/>", "<graphml><graph>",
            "</graph></graphml>");
        row("XML attributes", Role::Sbml, "a.xml", " a=\"1\"", "<sbml", "/>");
        row("XML depth", Role::Sbml, "a.xml", "<a>", "<sbml>");
        row("XML notes", Role::Sbml, "a.xml", "<p/>", "<sbml><notes>", "</notes></sbml>");
        row("XML entities", Role::Sbml, "a.xml", "&amp;", "<sbml><notes>", "</notes></sbml>");
        row("JSON objects", Role::Cobra, "a.json", "{},", "{\"reactions\":[],\"metabolites\":[", "{}]}");
        row("JSON lists", Role::Cobra, "a.json", "[],", "{\"metabolites\":[],\"reactions\":[", "[]]}");
        row("JSON depth", Role::Cobra, "a.json", "{\"a\":");
        row("FASTA records", Role::Features, "a.fa", ">A\n");
        row("FASTA line", Role::Features, "a.fa", "ACGT", ">YAL001C\n");
    }

    void hostileFilesStayWithinTimeAndMemory()
    {
        QFETCH(int, role);
        QFETCH(QString, file);
        QFETCH(QByteArray, part);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        constexpr int size = 6'000'000;
        const CellFiles files;
        const fs::path path = files.write(
            file.toStdString(), (before + part.repeated(size / static_cast<int>(part.size())) + after).toStdString());
        const fs::path genes = files.write("genes.tsv", geneTable);
        resetPeakMemory();
        ::knockscape::testing::ProcessorTimer timer;
        timer.start();
        std::vector<Issue> issues;
        const std::string error = imported(static_cast<Role>(role), path, genes, issues);
        QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(peakMemoryMiB() < 600, qPrintable(QString::number(peakMemoryMiB())));
        QVERIFY2(error.empty() || QString::fromStdString(error).contains(file), error.c_str());
    }

    void everySampleIsImportedOrRefusedWithAReason()
    {
        const fs::path data = fs::path(KNOCKSCAPE_SHARED_DIR) / "data";
        if (!fs::exists(data / "raw")) {
            QSKIP("the shared data are not here");
        }
        int imports = 0;
        int refusals = 0;
        for (const char *folder : {"importers", "raw"}) {
            for (const fs::directory_entry &entry : fs::directory_iterator(data / folder)) {
                for (const Role role :
                     {Role::Genes, Role::Sbml, Role::Cobra, Role::Network, Role::Features, Role::Annotations}) {
                    resetPeakMemory();
                    ::knockscape::testing::ProcessorTimer timer;
                    timer.start();
                    std::vector<Issue> issues;
                    const std::string error = imported(role, entry.path(), data / "yeast/genes.tsv", issues);
                    const std::string name = entry.path().filename().string();
                    const QString what = QString("%1 as %2: ").arg(name.c_str()).arg(static_cast<int>(role));
                    QVERIFY2(timer.elapsed() < 20'000, qPrintable(what + QString::number(timer.elapsed())));
                    QVERIFY2(peakMemoryMiB() < 600, qPrintable(what + QString::number(peakMemoryMiB())));
                    ++(error.empty() ? imports : refusals);
                    QVERIFY2(error.empty() || error.find(name) != std::string::npos, error.c_str());
                    QVERIFY2(error.empty() || error.find(" — ") != std::string::npos, error.c_str());
                }
            }
        }
        QVERIFY2(imports >= 20 && refusals >= 80, qPrintable(QString("%1 %2").arg(imports).arg(refusals)));
    }
};

QTEST_APPLESS_MAIN(TestImportRobustness)
#include "test_import_robustness.moc"
