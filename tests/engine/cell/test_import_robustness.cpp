#include "engine/cell/cell_import.h"
#include "tests/engine/cell/cell_files.h"
#include "tests/engine/cell/peak_memory.h"

#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>

using namespace knockscape;
namespace fs = std::filesystem;

namespace
{

constexpr const char *geneTable = "id\tname\nYAL001C\tTFC3\nYAL002W\tVPS8\nYAL003W\tEFB1\nYBR058C-A\tTSC3\n";

/// What a file is given as.
enum class Role { Genes, Sbml, Cobra, Network, Features, Annotations };

CellImportRequest requestFor(Role role, const fs::path &file, const fs::path &genes)
{
    CellImportRequest request;
    if (role == Role::Network || role == Role::Features || role == Role::Annotations) {
        request.genes = genes;
    }
    role == Role::Genes      ? void(request.genes = file)
    : role == Role::Sbml     ? void(request.sbml = file)
    : role == Role::Cobra    ? void(request.cobraJson = file)
    : role == Role::Network  ? void(request.networks = {{"physical", file}})
    : role == Role::Features ? void(request.features = file)
                             : void(request.annotations = {file});
    return request;
}

/// Imports one file in one role; empty if it succeeds, else everything the error says.
std::string imported(Role role, const fs::path &file, const fs::path &genes, std::vector<Issue> &issues)
{
    try {
        const Cell cell = importCell(requestFor(role, file, genes), issues);
        return cell.genes.size() > 0 ? std::string() : std::string("no genes");
    } catch (const InputError &error) {
        return error.what();
    }
}

std::string described(const std::vector<Issue> &issues)
{
    std::string text;
    for (const Issue &issue : issues) {
        text += describe(issue) + "\n";
    }
    return text;
}

/// Level 3 with fbc 2: two species, the flux bounds lo, hi and nan, and these reactions.
QByteArray model(const QByteArray &reactions)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sbml xmlns=\"http://www.sbml.org/sbml/level3/version1/core\" "
           "xmlns:fbc=\"http://www.sbml.org/sbml/level3/version1/fbc/version2\" level=\"3\" version=\"1\" "
           "fbc:required=\"false\"><model id=\"m\" fbc:strict=\"true\"><listOfCompartments><compartment id=\"c\" "
           "constant=\"true\"/></listOfCompartments><listOfSpecies><species id=\"M_a\" compartment=\"c\" "
           "hasOnlySubstanceUnits=\"false\" boundaryCondition=\"false\" constant=\"false\"/><species id=\"M_b\" "
           "compartment=\"c\" hasOnlySubstanceUnits=\"false\" boundaryCondition=\"false\" constant=\"false\"/>"
           "</listOfSpecies><listOfParameters><parameter id=\"lo\" value=\"-INF\" constant=\"true\"/><parameter "
           "id=\"hi\" value=\"INF\" constant=\"true\"/><parameter id=\"nan\" value=\"NaN\" constant=\"true\"/>"
           "</listOfParameters><listOfReactions>\n" +
           reactions + "</listOfReactions></model></sbml>";
}

QByteArray reaction(const QByteArray &id, const QByteArray &rule, const QByteArray &lower = "lo",
                    const QByteArray &upper = "hi")
{
    return "<reaction id=\"R_" + id + "\" reversible=\"true\" fast=\"false\" fbc:lowerFluxBound=\"" + lower +
           "\" fbc:upperFluxBound=\"" + upper +
           "\"><notes><body xmlns=\"http://www.w3.org/1999/xhtml\"><p>GENE_ASSOCIATION: " + rule +
           "</p></body></notes><listOfReactants><speciesReference species=\"M_a\" stoichiometry=\"1\" "
           "constant=\"true\"/></listOfReactants><listOfProducts><speciesReference species=\"M_b\" "
           "stoichiometry=\"1\" constant=\"true\"/></listOfProducts></reaction>\n";
}

/// A rule of `pairs` pairs of alternatives: 2^pairs complexes.
QByteArray explodingRule(int pairs)
{
    QByteArray rule;
    for (int i = 0; i < pairs; ++i) {
        const QByteArray number = QByteArray::number(i);
        rule += (i > 0 ? " and (g" : "(g") + number + " or h" + number + ")";
    }
    return rule;
}

Cell importSbml(const QByteArray &content, std::vector<Issue> &issues)
{
    const CellFiles files;
    CellImportRequest request;
    request.genes = files.write("genes.tsv", geneTable);
    request.sbml = files.write("m.xml", content.toStdString());
    return importCell(request, issues);
}

} // namespace

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
        row("spreadsheet", "x.xlsx", "PK\x03\x04 xl/workbook.xml", Role::Genes, "spreadsheet");
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
        row("MITAB", "x.txt", "#ID(s) interactor A\tID(s) interactor B\na\tb\n", Role::Network, "MITAB");
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

    void aRuleThatExplodesIsReportedAndItsReactionStays()
    {
        QElapsedTimer timer;
        timer.start();
        std::vector<Issue> issues;
        const Cell cell = importSbml(model(reaction("bomb", explodingRule(60)) + reaction("r", "YAL001C")), issues);
        QVERIFY(timer.elapsed() < 5000);
        QCOMPARE(cell.metabolism.reactions.size(), std::size_t{2});
        QVERIFY(cell.metabolism.reactions[0].isozymes.empty() && cell.metabolism.reactions[0].ruleText.empty());
        QCOMPARE(cell.metabolism.reactions[1].isozymes.size(), std::size_t{1});
        const std::string text = described(issues);
        QVERIFY2(text.find("reaction bomb") != std::string::npos, text.c_str());
        QVERIFY2(text.find("more than 4096 alternatives (about 1.15e+18") != std::string::npos, text.c_str());
        QVERIFY2(text.find("needing no gene") != std::string::npos, text.c_str());
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
        QElapsedTimer timer;
        timer.start();
        std::vector<Issue> issues;
        const Cell cell = importSbml(model(reactions), issues);
        QCOMPARE(cell.metabolism.reactions.size(), std::size_t{500});
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(peakMemoryMiB() < 600, qPrintable(QString::number(peakMemoryMiB())));
        QVERIFY(described(issues).find("gene rules left out") != std::string::npos);
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
        QElapsedTimer timer;
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
                    QElapsedTimer timer;
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
