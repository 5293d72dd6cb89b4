#include "tests/engine/cell/import_attempts.h"
#include "tests/processor_timer.h"

#include <QtTest>

using namespace knockscape;
using namespace knockscape::tests;

/// Tables, rules and numbers as people and programs write them, beside what the formats say.
class TestImportHabits : public QObject
{
    Q_OBJECT

private slots:
    void readsRulesAsPeopleWriteThem_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QString>("isozymes");
        const auto row = [](const char *name, const QByteArray &rule, const char *isozymes) {
            QTest::newRow(name) << rule << QString(isozymes);
        };
        row("signs", "YAL001C &amp;&amp; YAL002W || YAL003W", "0+1 2");
        row("single signs", "YAL001C&amp;YAL002W|YAL003W", "0+1 2");
        row("capitals", "YAL001C AND YAL002W Or yal003w", "0+1 2");
        row("names", "TFC3 or vps8", "0 1");
        row("Unicode dash",
            "YBR058C\xe2\x80\x90"
            "A",
            "3");
        row("Unicode signs", "YAL001C \xe2\x88\xa7 YAL002W \xe2\x88\xa8 YAL003W", "0+1 2");
        row("blanks that do not break", "YAL001C\xc2\xa0or\xc2\xa0YAL002W", "0 1");
        row("codes", "G_YBR058C__45__A", "3");
        row("words for signs", "YBR058C_DASH_A", "3");
        row("nested", "((((YAL001C)))and((YAL002W or (YAL003W))))", "0+1 0+2");
        row("unknown gene", "YAL001C and NOPE", "0+-1");
        row("missing operator", "YAL001C YAL002W", "");
        row("missing parenthesis", "(YAL001C", "");
        row("operator at the end", "YAL001C or", "");
        row("two operators", "YAL001C or and YAL002W", "");
        row("nothing in parentheses", "()", "");
    }

    void readsRulesAsPeopleWriteThem()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QString, isozymes);
        std::vector<Issue> issues;
        const Cell cell = importSbml(model(reaction("r", rule)), issues);
        QStringList found;
        for (const std::vector<GeneIndex> &isozyme : cell.metabolism.reactions.at(0).isozymes) {
            QStringList genes;
            for (const GeneIndex gene : isozyme) {
                genes << QString::number(gene);
            }
            found << genes.join('+');
        }
        QCOMPARE(found.join(' '), isozymes);
        QCOMPARE(withoutNotes(issues).empty(), !isozymes.isEmpty() && !rule.contains("NOPE"));
    }

    void aRuleThatExplodesIsReportedAndKeepsItsMeaning()
    {
        ::knockscape::testing::ProcessorTimer timer;
        timer.start();
        std::vector<Issue> issues;
        const Cell cell = importSbml(model(reaction("bomb", explodingRule(60)) + reaction("r", "YAL001C")), issues);
        QVERIFY(timer.elapsed() < 5000);
        QCOMPARE(cell.metabolism.reactions.size(), std::size_t{2});
        QVERIFY(!cell.metabolism.reactions[0].rule.formula.empty());
        QCOMPARE(cell.metabolism.reactions[0].isozymes.size(), std::size_t{1});
        QCOMPARE(cell.metabolism.reactions[1].isozymes.size(), std::size_t{1});
        const std::string text = described(issues);
        QVERIFY2(text.find("1 gene rule has more alternatives than can be written out") != std::string::npos,
                 text.c_str());
    }

    void aBoundWithoutValueIsAssumedAndReported()
    {
        std::vector<Issue> issues;
        const Cell cell = importSbml(model(reaction("r", "YAL001C", "nan", "missing")), issues);
        QCOMPARE(cell.metabolism.reactions[0].lowerBound, -1000.0);
        QCOMPARE(cell.metabolism.reactions[0].upperBound, 1000.0);
        const std::string text = described(issues);
        QVERIFY2(text.find("2 flux bounds") != std::string::npos || text.find("missing") != std::string::npos,
                 text.c_str());
        QVERIFY2(text.find("reaction r") != std::string::npos, text.c_str());
        std::vector<Issue> none;
        const Cell infinite = importSbml(model(reaction("r", "YAL001C")), none);
        QVERIFY(withoutNotes(none).empty());
        QCOMPARE(infinite.metabolism.reactions[0].upperBound, std::numeric_limits<double>::infinity());
    }

    void annotationsAreSkippedWithoutLosingLines()
    {
        const QByteArray annotation = "<annotation>\n<x>\n</x>\n</annotation>";
        std::vector<Issue> issues;
        const QByteArray good = model(reaction("r", "YAL001C"));
        QCOMPARE(importSbml(QByteArray(good).replace("<listOfReactions>", annotation + "<listOfReactions>"), issues)
                     .metabolism.reactions.size(),
                 std::size_t{1});
        // What the library finds wrong behind an annotation is reported on its line in the file.
        const CellFiles files;
        std::vector<Issue> found;
        const fs::path file = files.write("m.xml", QByteArray(good)
                                                       .replace("<listOfReactions>", annotation + "<listOfReactions>")
                                                       .replace("fast=\"false\"", "fast=\"maybe\"")
                                                       .toStdString());
        const std::string text = imported(Role::Sbml, file, {}, found) + described(found);
        QVERIFY2(text.find("m.xml:6") != std::string::npos, text.c_str());
    }

    void readsTablesAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("edges");
        const auto row = [](const char *name, const char *file, const QByteArray &content, const char *edges) {
            QTest::newRow(name) << QString(file) << content << QString(edges);
        };
        const QByteArray utf16 = QByteArray("\xff\xfe", 2) + [] {
            QByteArray bytes;
            for (const char c : QByteArray("source\ttarget\r\nTFC3\tVPS8\r\n")) {
                bytes += c;
                bytes += '\0';
            }
            return bytes;
        }();
        row("UTF-16", "a.txt", utf16, "0-1*1");
        row("lone CR", "a.tsv", "source\ttarget\rTFC3\tVPS8\r", "0-1*1");
        row("quotes of R", "a.tsv", "\"source\"\t\"target\"\t\"weight\"\n\"TFC3\"\t\"VPS8\"\t0.5\n", "0-1*0.5");
        row("quoted CSV", "a.csv", "\"Gene1\",\"Gene2\",\"Score\"\n\"TFC3\",\"VPS8\",\"0.5\"\n", "0-1*0.5");
        row("decimal comma", "a.csv", "gene1;gene2;score\nTFC3;VPS8;0,5\n", "0-1*0.5");
        row("scientific", "a.tsv", "TFC3\tVPS8\t5E-1\nTFC3\tEFB1\t+2e0\n", "0-1*0.5 0-2*2");
        row("word above numbers", "a.tsv", "left\tright\tPCC\nTFC3\tVPS8\t0.5\n", "0-1*0.5");
        row("relation between", "a.txt", "TFC3\tpp\tVPS8\nEFB1\tpd\tVPS8\n", "0-1*1 1-2*1");
        row("comments", "a.tsv", "# made by hand\n#TFC3\n%x\nTFC3\tVPS8\n# end\n", "0-1*1");
        row("STRING of the web page", "a.tsv",
            "#node1\tnode2\tnode1_string_id\tnode2_string_id\tcombined_score\nTFC3\tVPS8\t4932.x\t4932.y\t0.9\n",
            "0-1*0.9");
        row("several organisms", "9606.links.txt",
            "protein1 protein2 combined_score\n9606.ENSP1 9606.ENSP2 900\n4932.YAL001C 4932.YAL002W 500\n", "0-1*0.5");
        row("BioGRID of several organisms", "a.tab3.txt",
            "#BioGRID Interaction ID\tSystematic Name Interactor A\tSystematic Name Interactor B\tOrganism ID "
            "Interactor "
            "A\tOrganism ID Interactor B\n1\tYAL001C\tYAL002W\t559292\t559292\n2\tYAL001C\tYAL003W\t559292\t9606\n",
            "0-1*1");
        row("compressed twice", "a.tsv.gz", {}, "0-1*1");
        row("GML with entities and graphics", "a.gml",
            "graph [\r\n node [ id 0 label \"TFC3\" graphics [ Line [ point [ x 1 ] ] ] ]\r\n node [ id 1 label "
            "\"YBR058C&#45;A x\" ]\r\n edge [ source 0 target 1 graphics [ width 1 ] ]\r\n edge [ source 0 target 9 "
            "]\r\n]\r\n",
            "0-3*1");
        row("GraphML of yEd", "a.graphml",
            "<g:graphml xmlns:g=\"x\" xmlns:y=\"z\"><g:key id=\"d5\" yfiles.type=\"nodegraphics\"/><g:graph>"
            "<g:node id=\"n0\"><g:data key=\"d5\"><y:ShapeNode><y:NodeLabel> TFC3 </y:NodeLabel></y:ShapeNode></g:data>"
            "</g:node><g:node id=\"VPS8\"/><g:edge source=\"n0\" target=\"VPS8\"/><g:edge source=\"n0\" "
            "target=\"gone\"/></g:graph></g:graphml>",
            "0-1*1");
    }

    void readsTablesAsPeopleWriteThem()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, edges);
        if (content.isEmpty()) {
            content = QByteArray::fromBase64(
                "H4sIAAAAAAACA5Pv5mAAASZm7XP6ul5+T3U8dbz8dR9yFRabPePh5tj2gIlBZMmHORJANQBtfUoWLAAAAA==");
        }
        const CellFiles files;
        std::vector<Issue> issues;
        const Cell cell = importCell(requestFor(Role::Network, files.write(file.toStdString(), content.toStdString()),
                                                files.write("genes.tsv", geneTable)),
                                     issues);
        QStringList found;
        for (const GeneEdge &edge : cell.networks[0].edges()) {
            found << QString("%1-%2*%3").arg(edge.source).arg(edge.target).arg(static_cast<double>(edge.weight));
        }
        QCOMPARE(found.join(' '), edges);
        // Nothing is dropped in silence.
        const bool dropped = content.count("9606") > 0 || content.contains("gone") || content.contains("target 9");
        QCOMPARE(!withoutNotes(issues).empty(), dropped);
    }

    void readsGeneTablesAsPeopleWriteThem()
    {
        const CellFiles files;
        std::vector<Issue> issues;
        const auto genes = [&](const std::string &content) {
            issues.clear();
            CellImportRequest request;
            request.genes = files.write("g.tsv", content);
            const Cell cell = importCell(request, issues);
            issues = withoutNotes(issues);
            std::string ids;
            for (const Gene &gene : cell.genes.genes()) {
                ids += gene.id + "/" + gene.name + " ";
            }
            return ids;
        };
        QCOMPARE(genes("YAL001C\nYAL002W\n"), std::string("YAL001C/ YAL002W/ "));
        QVERIFY(issues.empty());
        QCOMPARE(genes("Gene;ORF\nTFC3;YAL001C\nVPS8;YAL002W\n"), std::string("YAL001C/TFC3 YAL002W/VPS8 "));
        QCOMPARE(genes("\"id\"\t\"symbol\"\n\"A\"\t\"B\"\n"), std::string("A/B "));
        QCOMPARE(genes("id\tessential\nA\tmaybe\nB\tyes\nA\tno\nC D\t\n\tno\n"), std::string("A/ B/ "));
        QCOMPARE(issues.size(), std::size_t{4});
        QVERIFY(described(issues).find("g.tsv:4") != std::string::npos);
    }

    /// The genes are there, and the weights cannot be told from thousands: the message blames no organism.
    void saysThatNoRowCouldBeRead()
    {
        const CellFiles files;
        CellImportRequest request;
        request.genes = files.write("g.tsv", "id\nA\nB\n");
        request.networks.push_back({"physical", files.write("n.csv", "source,target,weight\nA,B,\"0,75\"\n")});
        std::vector<Issue> issues;
        const Issue issue = inputErrorOf([&] { importCell(request, issues); });
        QVERIFY2(issue.what.find("could be read") != std::string::npos, issue.what.c_str());
        QVERIFY2(issue.remedy.find("organism") == std::string::npos, issue.remedy.c_str());
    }

    void decimalCommasAreNumbersInFeatures()
    {
        const CellFiles files;
        CellImportRequest request;
        request.genes = files.write("g.tsv", "id\nA\nB\n");
        request.features = files.write("f.csv", "gene;x;y\nA;0,5;1\nB;-1,25e1;2\n");
        std::vector<Issue> issues;
        QCOMPARE(importCell(request, issues).features.values, (std::vector<float>{0.5F, 1.0F, -12.5F, 2.0F}));
        request.features = files.write("f.tsv", "gene\tx\nA\t1,000,5\nB\t2\n");
        QVERIFY(inputErrorOf([&] { importCell(request, issues); }).where.ends_with("f.tsv:2"));
    }
};

QTEST_APPLESS_MAIN(TestImportHabits)
#include "test_import_habits.moc"
