#include "engine/cell/bundle.h"
#include "tests/engine/cell/import_attempts.h"

#include <QtTest>

using namespace knockscape;
using namespace knockscape::tests;

namespace
{

/// A COBRA model of one reaction for each rule, r0, r1, …, with this list of genes.
std::string jsonModel(const QStringList &rules, const std::string &genes = "[]")
{
    std::string reactions;
    for (qsizetype i = 0; i < rules.size(); ++i) {
        QString rule = rules[i];
        rule.replace('\\', "\\\\").replace('"', "\\\"");
        reactions += std::string(i == 0 ? "" : ",") + R"({"id":"r)" + std::to_string(i) +
                     R"(","metabolites":{"a":-1},"lower_bound":0,"upper_bound":1,"gene_reaction_rule":")" +
                     rule.toStdString() + R"("})";
    }
    return R"({"id":"m","metabolites":[{"id":"a"}],"reactions":[)" + reactions + R"(],"genes":)" + genes + "}";
}

/// A model of fbc version 2 with this association in reaction R_r and this list of gene products.
std::string fbcModel(const std::string &association, const std::string &products)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sbml xmlns=\"http://www.sbml.org/sbml/level3/version1/core\" "
           "xmlns:fbc=\"http://www.sbml.org/sbml/level3/version1/fbc/version2\" level=\"3\" version=\"1\" "
           "fbc:required=\"false\"><model id=\"m\" fbc:strict=\"false\"><listOfCompartments><compartment id=\"c\" "
           "constant=\"true\"/></listOfCompartments><listOfSpecies><species id=\"M_a\" compartment=\"c\" "
           "hasOnlySubstanceUnits=\"false\" boundaryCondition=\"false\" constant=\"false\"/></listOfSpecies>"
           "<listOfReactions><reaction id=\"R_r\" reversible=\"false\" "
           "fast=\"false\"><listOfReactants><speciesReference "
           "species=\"M_a\" stoichiometry=\"1\" constant=\"true\"/></listOfReactants>" +
           (association.empty() ? "" : "<fbc:geneProductAssociation>" + association + "</fbc:geneProductAssociation>") +
           "</reaction></listOfReactions><fbc:listOfGeneProducts>" + products +
           "</fbc:listOfGeneProducts></model></sbml>";
}

std::string product(const std::string &id, const std::string &label, const std::string &name = {},
                    const std::string &resource = {})
{
    std::string text = "<fbc:geneProduct metaid=\"meta_" + id + "\" fbc:id=\"" + id + "\" fbc:label=\"" + label + "\"";
    text += name.empty() ? "" : " fbc:name=\"" + name + "\"";
    if (resource.empty()) {
        return text + "/>";
    }
    return text +
           "><annotation><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
           "xmlns:bqbiol=\"http://biomodels.net/biology-qualifiers/\"><rdf:Description rdf:about=\"#meta_" +
           id + "\"><bqbiol:is><rdf:Bag><rdf:li rdf:resource=\"" + resource +
           "\"/></rdf:Bag></bqbiol:is></rdf:Description></rdf:RDF></annotation></fbc:geneProduct>";
}

const std::string twoProducts = "<fbc:or><fbc:geneProductRef fbc:geneProduct=\"G_1\"/><fbc:geneProductRef "
                                "fbc:geneProduct=\"G_2\"/></fbc:or>";

/// The isozymes of a reaction as ids, "A+B|C"; "-" for a gene that the cell lacks.
QString isozymes(const Cell &cell, std::size_t reaction = 0)
{
    QStringList alternatives;
    for (const auto &isozyme : cell.metabolism.reactions.at(reaction).isozymes) {
        QStringList genes;
        for (const GeneIndex gene : isozyme) {
            genes << (gene < 0 ? QStringLiteral("-") : QString::fromStdString(cell.genes[gene].id));
        }
        alternatives << genes.join('+');
    }
    return alternatives.join("  ");
}

bool says(const std::vector<Issue> &issues, const std::string &text)
{
    return described(issues).find(text) != std::string::npos;
}

/// The cell of a model, with a table of genes or those of the model, read back from the bundle it was written to.
Cell cellOf(const std::string &content, const std::string &genes, std::vector<Issue> &issues)
{
    const CellFiles files;
    CellImportRequest request;
    if (!genes.empty()) {
        request.genes = files.write("genes.tsv", genes);
    }
    const bool json = content.starts_with("{");
    (json ? request.cobraJson : request.sbml) = files.write(json ? "m.json" : "m.xml", content);
    const Cell cell = importCell(request, issues);
    writeCellBundle(cell, files.path("x.cell"));
    std::vector<Issue> found;
    Cell copy = readCellBundle(files.path("x.cell"), found);
    for (std::size_t i = 0; i < copy.metabolism.reactions.size(); ++i) {
        if (isozymes(copy, i) != isozymes(cell, i)) {
            throw std::runtime_error("the bundle says " + isozymes(copy, i).toStdString());
        }
    }
    return copy;
}

} // namespace

class TestModelGenes : public QObject
{
    Q_OBJECT

private slots:
    void theIdOfTheFileIsTheGene()
    {
        std::vector<Issue> issues;
        const Cell cell =
            cellOf(fbcModel(twoProducts, product("G_1", "ACS", "ACS1") + product("G_2", "ACS", "ACS2")), {}, issues);
        QCOMPARE(cell.genes.size(), std::size_t{2});
        QCOMPARE(isozymes(cell), QString("1  2"));
        QCOMPARE(cell.genes.resolve("ACS2").gene, 1);
        QCOMPARE(cell.genes.resolve("ACS").candidates.size(), std::size_t{2});
    }

    void labelsAndIdentifiersAreNames()
    {
        std::vector<Issue> issues;
        const std::string table = "id\tname\nb0001\tthrL\nb0002\tthrA\nb0003\tthrB\n";
        const auto bound = [&](const std::string &first, const std::string &second) {
            issues.clear();
            return isozymes(cellOf(fbcModel(twoProducts, first + second), table, issues));
        };
        QCOMPARE(bound(product("G_1", "b0001"), product("G_2", "x", "thrA")), QString("b0001  b0002"));
        QVERIFY2(says(issues, "2 genes were found by a label or identifier"), described(issues).c_str());
        QCOMPARE(bound(product("G_1", "x", "", "http://identifiers.org/kegg.genes/eco:b0003"), product("G_2", "y")),
                 QString("b0003  -"));
        // Names that mean two genes mean none.
        QCOMPARE(bound(product("G_1", "b0001", "thrB"), product("G_2", "b0002")), QString("-  b0002"));
        QVERIFY2(says(issues, "1 (thrL (b0001), thrB (b0003))"), described(issues).c_str());
        // Two that mean the same gene are said to.
        QCOMPARE(bound(product("G_1", "b0001"), product("G_2", "thrL")), QString("b0001"));
        QVERIFY2(says(issues, "1, 2 are thrL (b0001)"), described(issues).c_str());
    }

    void anIdIsNoMatterOfItsParts_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("genes");
        QTest::addColumn<QString>("isozymes");
        const auto row = [](const char *title, const char *rule, const char *genes, const char *isozymes) {
            QTest::newRow(title) << QString(rule) << QString(genes) << QString(isozymes);
        };
        row("SEED", "(fig|1.16.peg.31 and fig|1.16.peg.38)", "", "fig|1.16.peg.31+fig|1.16.peg.38");
        row("listed", "x|y and z", R"({"id":"x|y"},{"id":"z"})", "x|y+z");
        row("another database", "kb|g.1 or kb|g.2", "", "kb|g.1  kb|g.2");
        row("a database of this file", "our|1 and our|2", "", "our|1+our|2");
        row("genes", "x|y", R"({"id":"x"},{"id":"y"})", "x  y");
        row("signs", "x|y&z||w", "", "x  y+z  w");
        row("blanks around the bar", "fig|1.2.peg.3 | fig|1.2.peg.4", "", "fig|1.2.peg.3  fig|1.2.peg.4");
        row("comma within a name", "ADE5,7 and x", "", "ADE5,7+x");
        row("commas between names", "x, y ,z", "", "x  y  z");
        row("semicolons", "x;y", "", "x  y");
        row("a comma between names that stand alone elsewhere", "x,last", R"({"id":"x"})", "x  last");
        row("bars between such names", "last|last", "", "last");
        row("plus", "x + y", "", "x+y");
        row("plus within a name", "x+y", "", "x+y");
        row("none", "None", "", "");
        row("quotes", "\"x y\" or z", R"({"id":"x y"},{"id":"z"})", "x_y  z");
    }

    void anIdIsNoMatterOfItsParts()
    {
        QFETCH(QString, rule);
        QFETCH(QString, genes);
        QFETCH(QString, isozymes);
        std::vector<Issue> issues;
        // The last rule names a gene in any case.
        const Cell cell = cellOf(jsonModel({rule, "last"}, QString("[%1]").arg(genes).toStdString()), {}, issues);
        QCOMPARE(::isozymes(cell), isozymes);
        QCOMPARE(says(issues, "was read as"),
                 rule.contains(',') || rule.contains(';') || rule.contains('+') || rule == "None");
    }

    void oneNameInSmallAndCapitalLettersIsSaidToBeOne()
    {
        std::vector<Issue> issues;
        const Cell cell = cellOf(jsonModel({"abc and ABC"}), {}, issues);
        QCOMPARE(cell.genes.size(), std::size_t{1});
        QVERIFY2(says(issues, "abc/ABC"), described(issues).c_str());
    }

    void aNumberIsNotTakenForAnotherGene()
    {
        std::vector<Issue> issues;
        const std::string table = "id\tname\n1\tA1BG\n2\tA2M\n3098\tHK1\n";
        QCOMPARE(isozymes(cellOf(jsonModel({"3098.1"}), table, issues)), QString("3098"));
        QVERIFY2(says(issues, "3098.1 is HK1 (3098)"), described(issues).c_str());
        issues.clear();
        QCOMPARE(isozymes(cellOf(jsonModel({"3098.1 or 3098.2"}), table, issues)), QString("-  -"));
        QVERIFY2(says(issues, "2 names may mean several genes"), described(issues).c_str());
    }

    void networksMayNameTheGenesOfTheModelOtherwise()
    {
        const CellFiles files;
        CellImportRequest request;
        request.cobraJson =
            files.write("m.json", jsonModel({"b0001 and b0002"}, R"([{"id":"b0001","name":"thrL"},{"id":"b0002"}])"));
        request.networks = {{"physical", files.write("p.tsv", "source\ttarget\nthrL\tb0002\nb0002\tb0009\n")}};
        std::vector<Issue> issues;
        const Cell cell = importCell(request, issues);
        QCOMPARE(cell.genes.size(), std::size_t{3});
        QCOMPARE(cell.networks[0].edges().size(), std::size_t{2});
        QVERIFY2(says(issues, "thrL is thrL (b0001)"), described(issues).c_str());
    }

    void readsDeepAssociations()
    {
        std::string deep = "<fbc:geneProductRef fbc:geneProduct=\"G_1\"/>";
        std::string open;
        std::string close;
        for (int i = 0; i < 20000; ++i) {
            open += i % 2 == 0 ? "<fbc:or>" : "<fbc:and>";
            close += i % 2 == 0 ? "</fbc:and>" : "<fbc:geneProductRef fbc:geneProduct=\"G_2\"/></fbc:or>";
        }
        std::vector<Issue> issues;
        const Cell cell = cellOf(fbcModel(open + deep + close, product("G_1", "a") + product("G_2", "b")), {}, issues);
        QCOMPARE(isozymes(cell), QString("1  2"));
        QVERIFY_EXCEPTION_THROWN(cellOf(fbcModel(open + deep, ""), {}, issues), InputError);
    }

    void readsAssociationsOfVersionOne()
    {
        const std::string annotation =
            "<annotation><listOfGeneAssociations xmlns=\"http://www.sbml.org/sbml/level3/version1/fbc/version1\">"
            "<geneAssociation id=\"ga\" reaction=\"R_r\"><and><gene reference=\"b1\"/><or><gene "
            "reference=\"b2\"/><gene "
            "reference=\"b3\"/></or></and></geneAssociation></listOfGeneAssociations></annotation><listOfCompartments>";
        std::string model = fbcModel({}, {});
        model.replace(model.find("<listOfCompartments>"), std::string("<listOfCompartments>").size(), annotation);
        std::vector<Issue> issues;
        QCOMPARE(isozymes(cellOf(model, {}, issues)), QString("b1+b2  b1+b3"));
    }
};

QTEST_APPLESS_MAIN(TestModelGenes)
#include "test_model_genes.moc"
