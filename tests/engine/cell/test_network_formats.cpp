#include "tests/engine/cell/imported_edges.h"
#include "tests/processor_timer.h"

#include <QtTest>

#include <algorithm>

using namespace knockscape;

class TestNetworkFormats : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryFormat_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("edges");
        const auto row = [](const char *name, const char *file, const QString &content, const char *edges) {
            QTest::newRow(name) << QString(file) << content << QString(edges);
        };
        row("named columns", "a.tsv", "weight\ttarget\tsource\n0.5\tTFC3\tVPS8\n", "TFC3-VPS8*0.500");
        row("other names", "a.csv", "Gene1,Gene2,Score\nYAL001C,YAL002W,0.25\n", "TFC3-VPS8*0.250");
        row("no header", "a.tsv", "YAL001C\tYAL002W\t0.25\nYAL001C\tYAL003W\t0.5\n", "TFC3-VPS8*0.250 TFC3-ABF1*0.500");
        row("blanks", "a.txt", "YAL001C   YAL002W\n# c\nYAL003W YAL002W\n", "TFC3-VPS8 VPS8-ABF1");
        row("byte order mark and CRLF", "a.tsv", "\xEF\xBB\xBFsource\ttarget\r\nTFC3\tVPT8\r\n", "TFC3-VPS8");
        row("both directions", "a.tsv", "source\ttarget\nTFC3\tVPS8\nVPS8\tTFC3\n", "TFC3-VPS8");
        row("STRING links", "4932.protein.links.txt",
            "protein1 protein2 combined_score\n4932.YAL001C 4932.YAL002W 150\n4932.YAL002W 4932.YAL001C 150\n",
            "TFC3-VPS8*0.150");
        // With any tab in the file blanks belong to names, so that the first line is a node alone.
        row("SIF with both", "a.sif", "TFC3 pp VPS8 ABF1\nTSC3\nTSC3\tpp\tABF1\n", "ABF1-TSC3");
        row("SIF with blanks", "a.sif", "TFC3 pp VPS8 ABF1\nTSC3\n", "TFC3-VPS8 TFC3-ABF1");
        row("SIF with tabs", "a.sif", "TFC3\tpp\tVPS8\nTSC3\tpd\tABF1\n", "TFC3-VPS8 ABF1-TSC3");
        row("GML", "a.gml",
            "Creator \"x\"\ngraph [\n directed 1\n node [ id 0 label \"yal001c  tfc3\" ]\n node [ id 7 label \"VPS8\" "
            "graphics [ x 1 ] ]\n edge [ source 7 target 0 weight 2.5 ]\n]\n",
            "VPS8>TFC3*2.500");
        row("GraphML", "a.graphml",
            "<?xml version=\"1.0\"?><graphml><key id=\"d0\" for=\"node\" attr.name=\"name\"/><key id=\"d1\" "
            "attr.name=\"weight\"/><graph edgedefault=\"directed\"><node id=\"n0\"><data key=\"d0\">TFC3</data></node>"
            "<node id=\"YAL002W\"/><edge source=\"n0\" target=\"YAL002W\"><data key=\"d1\">0.5</data></edge></graph>"
            "</graphml>",
            "TFC3>VPS8*0.500");
        const QString biogrid = "#BioGRID Interaction ID\tSystematic Name Interactor A\tSystematic Name Interactor B\t"
                                "Experimental System Type\tScore\n1\tYAL001C\tYAL002W\tphysical\t7\n"
                                "2\tYAL001C\tYAL003W\tgenetic\t-\n3\t-\tYAL003W\tphysical\t-\n";
        row("BioGRID", "a.tab3.txt", biogrid, "TFC3-VPS8");
    }

    void readsEveryFormat()
    {
        QFETCH(QString, file);
        QFETCH(QString, content);
        QFETCH(QString, edges);
        QCOMPARE(importedEdges(file.toStdString(), content.toStdString()), edges.toStdString());
    }

    void biogridKeepsTheKindAskedFor()
    {
        const std::string biogrid =
            "#BioGRID Interaction ID\tSystematic Name Interactor A\tSystematic Name Interactor B\t"
            "Experimental System Type\n1\tYAL001C\tYAL002W\tphysical\n2\tYAL001C\tYAL003W\tgenetic\n";
        QCOMPARE(importedEdges("a.tab3", biogrid, "genetic"), std::string("TFC3-ABF1"));
        QCOMPARE(importedEdges("a.tab3", biogrid, "all"), std::string("TFC3-VPS8 TFC3-ABF1"));
        std::vector<Issue> issues;
        importedEdges("a.tab3", biogrid, "physical", &issues);
        issues = withoutNotes(issues);
        QVERIFY(!issues.empty() && issues[0].what.find("of another type than physical") != std::string::npos);
    }

    void readsYeastractPairsAndMatrices()
    {
        QCOMPARE(importedEdges("a.csv", "Abf1p;TFC3\nAbf1p;VPS8\n", "regulatory"), std::string("ABF1>TFC3 ABF1>VPS8"));
        const std::string targetsInRows =
            "id\tABF1\tTSC3\tVPS8\nTFC3\t1\t0\t0\nVPS8\t0\t1\t0\nABF1\t1\t0\t0\nTSC3\t0\t0\t0\n";
        QCOMPARE(importedEdges("m.tsv", targetsInRows, "regulatory"), std::string("ABF1>TFC3 ABF1>ABF1 TSC3>VPS8"));
        const std::string regulatorsInRows = "id;TFC3;VPS8;ABF1;TSC3\nABF1;1;0;1;0\nTSC3;0;1;0;0\n";
        QCOMPARE(importedEdges("m.csv", regulatorsInRows, "regulatory"),
                 importedEdges("m.tsv", targetsInRows, "regulatory"));
        QCOMPARE(importedEdges("m.tsv", "id\tA\tB\tC\nTFC3\t1\t0\t1\nVPS8\t0\t2\t0\n", "regulatory"),
                 std::string("error at m.tsv:3"));
    }

    void countsWhatIsLeftOut()
    {
        std::vector<Issue> issues;
        QCOMPARE(importedEdges(
                     "a.tsv",
                     "source\ttarget\tweight\nTFC3\tVPS8\t1\nTFC3\tNOPE\t1\nELSE\tTFC3\t1\nTFC3\t\t1\nTFC3\tABF1\tx\n",
                     "physical", &issues),
                 std::string("TFC3-VPS8"));
        issues = withoutNotes(issues);
        QCOMPARE(issues.size(), std::size_t{3});
        std::string all;
        for (const Issue &issue : issues) {
            all += describe(issue);
        }
        QVERIFY(all.find("2 interactions were left out: gene not in this cell (NOPE, ELSE).") != std::string::npos);
        QVERIFY(all.find("1 interaction was left out: the line names one gene only.") != std::string::npos);
        QVERIFY(all.find("1 interaction was left out: the weight is not a number (x).") != std::string::npos);
        QVERIFY(all.find("a.tsv:3") != std::string::npos && all.find("a.tsv:6") != std::string::npos);
    }

    void refusesHostileFiles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const char *file, const QByteArray &content, const char *error) {
            QTest::newRow(name) << QString(file) << content << QString(error);
        };
        row("NUL", "a.tsv", QByteArray("source\ttarget\nA\0\tB\n", 18), "error at a.tsv:2");
        row("not UTF-8", "a.tsv", "source\ttarget\n\x81\tB\n", "error at a.tsv:2");
        row("other organism", "a.tsv", "source\ttarget\nb0001\tb0002\n", "error at a.tsv");
        row("one column", "a.txt", "YAL001C\nYAL002W\n", "error at a.txt");
        row("GML cut short", "a.gml", "graph [ node [ id 0 label \"TFC3\" ]", "error at a.gml:1");
        row("GML text never closed", "a.gml", "graph [\n node [ id 0 label \"TFC3", "error at a.gml:2");
        row("GML edge to nowhere", "a.gml", "graph [\n node [ id 0 ]\n edge [ source 0 target 5 ]\n]",
            "error at a.gml");
        row("GML nested", "a.gml", "graph " + QByteArray("[ a ").repeated(100000), "error at a.gml:1");
        row("GML closed twice", "a.gml", "graph [ ] ]", "error at a.gml:1");
        row("GraphML cut short", "a.graphml", "<graphml><graph>\n<node id=\"a\"/>", "error at a.graphml:2");
        row("GraphML edge to nowhere", "a.graphml",
            "<graphml><graph><edge source=\"a\" target=\"b\"/></graph></graphml>", "error at a.graphml");
        row("entities", "a.graphml",
            "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b "
            "\"&a;&a;\">]>\n<graphml>&b;</graphml>",
            "error at a.graphml:2");
        row("nested XML", "a.graphml", QByteArray("<graphml>").repeated(100000), "error at a.graphml:1");
        row("tags crossed", "a.graphml", "<graphml><a></graphml></a>", "error at a.graphml:1");
        row("attribute without end", "a.graphml", "<graphml a=\"", "error at a.graphml:1");
        row("damaged gzip", "a.tsv.gz", QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\0garbage", 17), "error at a.tsv.gz");
    }

    void refusesHostileFiles()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, error);
        QCOMPARE(importedEdges(file.toStdString(), content.toStdString()), error.toStdString());
    }

    void aMillionRowsTakeSeconds()
    {
        std::string text = "protein1 protein2 combined_score\n";
        std::string genes = "id\n";
        const auto id = [](int number) { return QString("Y%1").arg(number).toStdString(); };
        for (int i = 0; i < 6000; ++i) {
            genes += id(i) + "\n";
        }
        for (int i = 0; i < 1'000'000; ++i) {
            text += "4932." + id(i % 6000) + " 4932." + id((i / 6000 * 7 + i * 13 + 1) % 6000) + " 700\n";
        }
        const CellFiles files;
        CellImportRequest request;
        request.genes = files.write("genes.tsv", genes);
        request.networks = {{"string", files.write("links.txt", text)}};
        std::vector<Issue> issues;
        ::knockscape::testing::ProcessorTimer timer;
        timer.start();
        const Cell cell = importCell(request, issues);
        QVERIFY2(timer.elapsed() < 10'000, "a million rows take ten seconds or more");
        QVERIFY(cell.networks[0].edges().size() > 400'000);
    }
};

QTEST_APPLESS_MAIN(TestNetworkFormats)
#include "test_network_formats.moc"
