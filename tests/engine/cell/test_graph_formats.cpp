// Networks as Cytoscape, Gephi and the databases of interactions export them.
#include "engine/cell/importers/mitab_fields.h"
#include "engine/cell/importers/recognise.h"
#include "tests/engine/cell/imported_edges.h"

#include <QtTest>

#include <algorithm>

using namespace knockscape;

namespace
{

constexpr const char *cytoscape =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<graph id=\"52\" label=\"n\" directed=\"1\" cy:documentVersion=\"3.0\" xmlns:cy=\"http://www.cytoscape.org\" "
    "xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns=\"http://www.cs.rpi.edu/XGMML\">\n"
    "<att name=\"networkMetadata\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/></att>\n"
    "<node id=\"62\" label=\"node 1\"><att name=\"shared name\" value=\"x\" type=\"string\" cy:type=\"String\"/>"
    "<att name=\"name\" value=\"TFC3\" type=\"string\" cy:type=\"String\"/><graphics x=\"1.0\"><att name=\"name\" "
    "value=\"no name\"/></graphics></node>\n"
    "<node id=\"63\" label=\"YAL002W\"><att><graph><node xlink:href=\"#62\"/><node id=\"64\" label=\"ABF1\"/></graph>"
    "</att></node>\n"
    "<edge id=\"70\" label=\"TFC3 (pp) VPS8\" source=\"62\" target=\"63\" cy:directed=\"1\"><att name=\"score\" "
    "value=\"7\" type=\"real\"/><att name=\"weight\" value=\"0.5\" type=\"real\"/></edge>\n"
    "<edge id=\"71\" label=\"x\" source=\"63\" target=\"64\" cy:directed=\"1\"/>\n</graph>\n";

const std::string gephi =
    "<?xml version='1.0' encoding='UTF-8'?>\n<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\" "
    "xmlns:viz=\"http://www.gexf.net/1.2draft/viz\"><meta><creator>Gephi 0.9</creator></meta>\n"
    "<graph defaultedgetype=\"EDGES\" mode=\"static\">\n"
    "<attributes class=\"node\" mode=\"static\"><attribute id=\"0\" title=\"Gene\" type=\"string\"/></attributes>\n"
    "<attributes class=\"edge\" mode=\"static\"><attribute id=\"0\" title=\"score\" type=\"float\"><default>0.25"
    "</default></attribute></attributes>\n"
    "<nodes><node id=\"0\" label=\"TFC3\"><attvalues><attvalue for=\"0\" value=\"NOPE\"/></attvalues><viz:size "
    "value=\"4\"/></node><node id=\"1\"><attvalues><attvalue for=\"0\" value=\"VPS8\"/></attvalues><nodes>"
    "<node id=\"ABF1\"/></nodes></node></nodes>\n"
    "<edges><edge id=\"0\" source=\"0\" target=\"1\" weight=\"2.5\"/><edge id=\"1\" source=\"1\" target=\"ABF1\"/>"
    "</edges></graph></gexf>\n";

std::string gephiWith(const std::string &type)
{
    std::string text = gephi;
    return text.replace(text.find("EDGES"), 5, type);
}

/// A row of PSI-MI TAB 2.5 with these cells; "-" elsewhere.
QByteArray mitabRow(const QMap<int, QByteArray> &cells, int columns = 15)
{
    QByteArrayList row;
    for (int column = 0; column < columns; ++column) {
        row << cells.value(column, "-");
    }
    return row.join('\t') + '\n';
}

const QByteArray intactRow =
    mitabRow({{0, "uniprotkb:P34111"},
              {1, "uniprotkb:P39702-2"},
              {2, "intact:EBI-19187|uniprotkb:D6VPH0"},
              {4, "psi-mi:tfc3_yeast(display_long)|uniprotkb:TFC3(gene name)|uniprotkb:TSV115(gene name synonym)|"
                  "uniprotkb:YAL001C(locus name)"},
              {5, "psi-mi:\"vps|8\"(display_long)|uniprotkb:VPT8(gene name synonym)"},
              {6, "psi-mi:\"MI:0018\"(two hybrid)"},
              {9, "taxid:559292(yeast)|taxid:559292(\"Saccharomyces cerevisiae (strain S288c)\")"},
              {10, "taxid:559292(yeast)"},
              {11, "psi-mi:\"MI:0915\"(physical association)"},
              {14, "author score:high|intact-miscore:0.56"}});

std::string withoutPath(const std::vector<Issue> &issues)
{
    std::string text;
    for (const Issue &issue : issues) {
        text += issue.what + "\n";
    }
    return text;
}

} // namespace

class TestGraphFormats : public QObject
{
    Q_OBJECT

private slots:
    void readsExportsOfCytoscapeAndGephi_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("edges");
        const auto row = [](const char *name, const char *file, const QByteArray &content, const char *type,
                            const char *edges) {
            QTest::newRow(name) << QString(file) << content << QString(type) << QString(edges);
        };
        // Cytoscape writes every network as directed: the type decides.
        row("XGMML of Cytoscape", "n.xgmml", cytoscape, "physical", "TFC3-VPS8*0.500 VPS8-ABF1");
        row("XGMML of Cytoscape, regulatory", "n.xgmml", cytoscape, "regulatory", "TFC3>VPS8*0.500 VPS8>ABF1");
        row("XGMML by another name", "n.xml", cytoscape, "physical", "TFC3-VPS8*0.500 VPS8-ABF1");
        row("XGMML of others", "n.xgmml",
            "<?xml version=\"1.0\"?><!DOCTYPE graph SYSTEM \"xgmml.dtd\"><graph directed=\"1\"><node id=\"1\" "
            "label=\"TFC3\"/><node id=\"VPS8\"/><edge source=\"VPS8\" target=\"1\" weight=\"2\"/></graph>",
            "physical", "VPS8>TFC3*2.000");
        row("GEXF", "n.gexf", QByteArray::fromStdString(gephiWith("undirected")), "physical",
            "TFC3-VPS8*2.500 VPS8-ABF1*0.250");
        row("GEXF, directed", "n.gexf", QByteArray::fromStdString(gephiWith("directed")), "physical",
            "TFC3>VPS8*2.500 VPS8>ABF1*0.250");
        row("GEXF 1.1", "n.gexf",
            "<gexf version=\"1.1\"><graph type=\"static\"><attributes class=\"node\"><attribute id=\"n\" "
            "title=\"name\"/></attributes><nodes><node id=\"1\"><attvalues><attvalue id=\"n\" value=\"TFC3\"/>"
            "</attvalues></node><node id=\"2\" label=\"VPS8\"/></nodes><edges><edge id=\"0\" source=\"1\" "
            "target=\"2\"/></edges></graph></gexf>",
            "physical", "TFC3-VPS8");
        row("GraphML of Cytoscape", "n.graphml",
            "<graphml><key id=\"name\" for=\"node\" attr.name=\"name\"/><key id=\"shared name\" for=\"node\" "
            "attr.name=\"shared name\"/><graph edgedefault=\"directed\"><node id=\"62\"><data key=\"name\">VPS8</data>"
            "</node><node id=\"63\"><data key=\"name\">TFC3</data></node><edge source=\"62\" target=\"63\"/></graph>"
            "</graphml>",
            "physical", "TFC3-VPS8");
    }
    void readsExportsOfCytoscapeAndGephi()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, type);
        QFETCH(QString, edges);
        QCOMPARE(importedEdges(file.toStdString(), content.toStdString(), type.toStdString()), edges.toStdString());
    }

    void saysWhatCytoscapeAndMixedNetworksLeaveOpen()
    {
        std::vector<Issue> issues;
        importedEdges("n.xgmml", cytoscape, "physical", &issues);
        QVERIFY(withoutPath(issues).find("Cytoscape writes every network as directed") != std::string::npos);
        issues.clear();
        std::string mixed = gephiWith("undirected");
        mixed.replace(mixed.find("target=\"1\""), 10, "target=\"1\" type=\"directed\"");
        importedEdges("n.gexf", mixed, "physical", &issues);
        QVERIFY(withoutPath(issues).find("1 edge has a direction, but the network has none") != std::string::npos);
    }

    void readsMitab_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("edges");
        const auto row = [](const char *name, const QByteArray &content, const char *edges,
                            const char *type = "physical") {
            QTest::newRow(name) << content << QString(type) << QString(edges);
        };
        const QByteArray header = "#ID(s) interactor A\tID(s) interactor B\tAlt. ID(s) interactor A\n";
        row("IntAct", header + intactRow, "TFC3-VPS8*0.560");
        row("without header", intactRow, "TFC3-VPS8*0.560");
        row("a score that not all have", intactRow + QByteArray(intactRow).replace("intact-miscore:0.56", "-"),
            "TFC3-VPS8");
        const QByteArray biogrid = mitabRow({{0, "entrez gene/locuslink:851262"},
                                             {1, "entrez gene/locuslink:851261"},
                                             {2, "biogrid:31676|entrez gene/locuslink:TFC3|entrez "
                                                 "gene/locuslink:YAL001C"},
                                             {3, "biogrid:31677|entrez gene/locuslink:VPS8"},
                                             {6, "psi-mi:\"MI:0254\"(genetic interference)"},
                                             {9, "taxid:559292"},
                                             {10, "taxid:559292"},
                                             {11, "psi-mi:\"MI:0794\"(synthetic genetic interaction)"},
                                             {14, "score:-5.6"}});
        row("BioGRID, genetic", "#ID Interactor A\tID Interactor B\n" + biogrid + intactRow, "TFC3-VPS8", "genetic");
        row("BioGRID, physical", biogrid + QByteArray(intactRow).replace("VPT8", "TSC3"), "TFC3-TSC3*0.560");
        QByteArray negative = intactRow.chopped(1);
        for (int column = 15; column < 42; ++column) {
            negative += column == 35 ? "\ttrue" : "\t-";
        }
        row("2.7, one that was found not to be", negative + "\n" + QByteArray(intactRow).replace("VPT8", "ABF1"),
            "TFC3-ABF1*0.560");
        row("other organism", intactRow + QByteArray(intactRow).replace("559292", "9606").replace("VPT8", "ABF1"),
            "TFC3-VPS8*0.560");
        row("names alone", "#ID(s) interactor A\tID(s) interactor B\na\tb\n", "error at n.txt");
    }
    void readsMitab()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, type);
        QFETCH(QString, edges);
        QCOMPARE(importedEdges("n.txt", content.toStdString(), type.toStdString()), edges.toStdString());
    }

    void saysWhyRowsOfMitabAreLeftOut()
    {
        const QByteArray molecule =
            mitabRow({{0, "uniprotkb:P34111"}, {1, "chebi:\"CHEBI:15422\""}, {9, "taxid:559292"}, {10, "taxid:-2"}});
        const QByteArray single = mitabRow({{0, "uniprotkb:P34111"}, {9, "taxid:559292"}});
        std::vector<Issue> issues;
        importedEdges("n.txt", (intactRow + molecule + molecule + single).toStdString(), "physical", &issues);
        const std::string said = withoutPath(issues);
        for (const char *text : {"2 interactions were left out: an interactor is a small molecule (chebi:CHEBI:15422).",
                                 "1 interaction was left out: it has a single interactor."}) {
            QVERIFY2(said.find(text) != std::string::npos, said.c_str());
        }
    }

    void takesNamesOfInteractorsByAuthority()
    {
        const MitabNames names = mitabNames(
            "uniprotkb:P04637-2", "intact:EBI-366083|ensembl:ENSG00000141510|refseq:NP_000537.3",
            "psi-mi:p53_human(display_long)|uniprotkb:TP53(gene name)|uniprotkb:\"P53|x\"(gene name synonym)|"
            "uniprotkb:MF(ALPHA)1(isoform synonym)");
        QCOMPARE(names.shown, std::string("ENSG00000141510"));
        QCOMPARE(names.others, (std::vector<std::string>{"TP53", "P04637-2", "P04637", "NP_000537.3"}));
        QCOMPARE(names.synonyms, (std::vector<std::string>{"P53|x", "MF(ALPHA)1"}));
        QVERIFY(!names.isMolecule);
        // A number of a database of interactions may be any gene's.
        QCOMPARE(mitabNames("biogrid:31676", "-", "-").shown, std::string("biogrid:31676"));
        QVERIFY(mitabNames("biogrid:31676", "-", "-").others.empty());
        QVERIFY(mitabNames("-", "-", "-").shown.empty());
    }

    void recognisesThemByContent_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("format");
        QTest::newRow("XGMML") << QByteArray(cytoscape) << "XGMML";
        QTest::newRow("GEXF") << QByteArray::fromStdString(gephi) << "GEXF (Gephi)";
        QTest::newRow("MITAB") << intactRow << "PSI-MI TAB 2.5";
        QTest::newRow("MITAB 2.7") << intactRow.chopped(1) + QByteArray("\t-").repeated(27) + "\n"
                                   << "PSI-MI TAB 2.7";
    }
    void recognisesThemByContent()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, format);
        const CellFiles files;
        const RecognisedFile found = recogniseImportFile(files.write("download", content.toStdString()));
        QVERIFY(found.kind == FileKind::Network);
        QCOMPARE(QString::fromStdString(found.formatName), format);
        QVERIFY(found.counts.edges.value_or(0) > 0);
    }

    void refusesHostileFiles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const char *file, const QByteArray &content, const char *error) {
            QTest::newRow(name) << QString(file) << content << QString(error);
        };
        row("XGMML cut short", "a.xgmml", "<graph>\n<node id=\"a\"/>", "error at a.xgmml:2");
        row("XGMML node without id", "a.xgmml", "<graph>\n<node label=\"a\"/></graph>", "error at a.xgmml:2");
        row("XGMML edge to nowhere", "a.xgmml", "<graph><edge source=\"a\" target=\"b\"/></graph>", "error at a.xgmml");
        row("XGMML nested", "a.xgmml", "<graph>" + QByteArray("<node id=\"a\">").repeated(100000),
            "error at a.xgmml:1");
        row("XGMML with entities", "a.xgmml",
            "<!DOCTYPE graph [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<graph label=\"&b;\"/>",
            "error at a.xgmml:1");
        row("GEXF nested", "a.gexf", "<gexf>" + QByteArray("<nodes><node id=\"a\">").repeated(100000),
            "error at a.gexf:1");
        row("GEXF edge to nowhere", "a.gexf", "<gexf><graph><edges><edge source=\"a\"/></edges></graph></gexf>",
            "error at a.gexf");
        row("GEXF with entities", "a.gexf", "<!DOCTYPE x [<!ENTITY a \"b\">]><gexf/>", "error at a.gexf:1");
        row("MITAB of one column", "a.txt", "#ID(s) interactor A\nuniprotkb:P1\n", "error at a.txt");
        row("MITAB with a million bars", "a.txt",
            mitabRow({{0, QByteArray(1'000'000, '|')}, {1, QByteArray("\"").repeated(1'000'000)}, {9, "taxid:1"}}) +
                mitabRow({{0, "a:b"}, {1, "a:c"}, {9, "taxid:1"}}),
            "error at a.txt");
    }
    void refusesHostileFiles()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, error);
        QCOMPARE(importedEdges(file.toStdString(), content.toStdString()), error.toStdString());
    }
};

QTEST_APPLESS_MAIN(TestGraphFormats)
#include "test_graph_formats.moc"
