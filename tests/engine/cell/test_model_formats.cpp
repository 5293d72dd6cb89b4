#include "engine/cell/cell_import.h"
#include "tests/engine/cell/cell_files.h"

#include <QtTest>

#include <algorithm>
#include <filesystem>

using namespace knockscape;
namespace fs = std::filesystem;

namespace
{

const std::string sbmlHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sbml xmlns=\"http://www.sbml.org/sbml/level2/version4\" level=\"2\" "
    "version=\"4\"><model id=\"m\"><listOfCompartments><compartment id=\"c\"/></listOfCompartments>"
    "<listOfSpecies><species id=\"M_a__45__L\" compartment=\"c\"/><species id=\"M_b\" compartment=\"c\"/>"
    "<species id=\"M_x_b\" compartment=\"c\" boundaryCondition=\"true\"/></listOfSpecies>";

/// A Level 2 model of one reaction, with the rule in its notes.
std::string notesModel(const std::string &rule)
{
    return sbmlHead +
           "<listOfReactions><reaction id=\"R_r1\" reversible=\"false\"><notes><body "
           "xmlns=\"http://www.w3.org/1999/xhtml\"><p>GENE_ASSOCIATION: " +
           rule +
           "</p><p>SUBSYSTEM: Sugar</p></body></notes><listOfReactants><speciesReference species=\"M_a__45__L\"/>"
           "<speciesReference species=\"M_x_b\"/></listOfReactants><listOfProducts><speciesReference species=\"M_b\" "
           "stoichiometry=\"2\"/></listOfProducts><kineticLaw><math "
           "xmlns=\"http://www.w3.org/1998/Math/MathML\"><cn>0</cn>"
           "</math><listOfParameters><parameter id=\"LOWER_BOUND\" value=\"-5\"/><parameter id=\"UPPER_BOUND\" "
           "value=\"7\"/>"
           "<parameter id=\"OBJECTIVE_COEFFICIENT\" value=\"1\"/></listOfParameters></kineticLaw></reaction>"
           "</listOfReactions></model></sbml>";
}

Cell importModel(const std::string &name, const std::string &content, std::vector<Issue> &issues)
{
    const CellFiles files;
    CellImportRequest request;
    request.genes = files.write("genes.tsv", "id\tname\nYBR058C-A\tTSC3\nYAL001C\tTFC3\n");
    const bool json = name.ends_with(".json");
    (json ? request.cobraJson : request.sbml) = files.write(name, content);
    return importCell(request, issues);
}

Cell importFeatures(const std::string &name, const std::string &content)
{
    const CellFiles files;
    CellImportRequest request;
    request.genes = files.write("genes.tsv", "id\nA\nB\nC\n");
    request.features = files.write(name, content);
    std::vector<Issue> issues;
    return importCell(request, issues);
}

/// A NumPy file of version 1 with float32 zeros behind this header.
std::string numpy(const std::string &header, std::size_t bytes)
{
    std::string text = "\x93NUMPY";
    text += '\x01';
    text += '\0';
    text += static_cast<char>(header.size() & 0xFFU);
    text += static_cast<char>(header.size() >> 8U);
    return text + header + std::string(bytes, '\0');
}

} // namespace

class TestModelFormats : public QObject
{
    Q_OBJECT

private slots:
    void readsRulesAndBoundsFromNotes()
    {
        std::vector<Issue> issues;
        const Cell cell = importModel("m.xml", notesModel("(YBR058C_A and YAL001C) or YAL001C"), issues);
        QVERIFY(withoutNotes(issues).empty());
        const Metabolism &metabolism = cell.metabolism;
        QCOMPARE(metabolism.metabolites.size(), std::size_t{2});
        QCOMPARE(metabolism.metabolites[0].id, std::string("a-L"));
        const Reaction &reaction = metabolism.reactions.at(0);
        QCOMPARE(reaction.id, std::string("r1"));
        QCOMPARE(reaction.lowerBound, -5.0);
        QCOMPARE(reaction.upperBound, 7.0);
        QCOMPARE(reaction.objective, 1.0);
        QCOMPARE(reaction.subsystem, std::string("Sugar"));
        // The species with a boundary condition is outside of the balance.
        QCOMPARE(reaction.terms.size(), std::size_t{2});
        QCOMPARE(reaction.terms[0].coefficient, -1.0);
        QCOMPARE(reaction.isozymes, (std::vector<std::vector<GeneIndex>>{{0, 1}, {1}}));
        QCOMPARE(reaction.ruleText, std::string("(YBR058C-A and YAL001C) or YAL001C"));
    }

    void aDeclarationWithoutEncodingIsNoReasonToRefuse()
    {
        std::string model = notesModel("YAL001C");
        model.erase(model.find(" encoding"), std::string(" encoding=\"UTF-8\"").size());
        std::vector<Issue> issues;
        QCOMPARE(importModel("m.xml", model, issues).metabolism.reactions.size(), std::size_t{1});
        const auto ofTheModel = [](const Issue &issue) { return issue.where.find("m.xml") != std::string::npos; };
        QCOMPARE(std::count_if(issues.begin(), issues.end(), ofTheModel), std::ptrdiff_t{1});
    }

    void reportsRulesItCannotRead()
    {
        std::vector<Issue> issues;
        const Cell cell = importModel("m.xml", notesModel("YAL001C and"), issues);
        QVERIFY(cell.metabolism.reactions[0].isozymes.empty());
        issues = withoutNotes(issues);
        QCOMPARE(issues.size(), std::size_t{1});
        QVERIFY(issues[0].what.find("1 gene rule cannot be read and was left out: a gene name is missing") !=
                std::string::npos);
        QVERIFY(issues[0].remedy.find("reaction r1") != std::string::npos);
    }

    void refusesHostileModels_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *name, const char *file, const QByteArray &content, const char *where) {
            QTest::newRow(name) << QString(file) << content << QString(where);
        };
        const QByteArray whole = QByteArray::fromStdString(notesModel("YAL001C"));
        row("empty", "m.xml", "", "m.xml");
        row("not XML", "m.xml", "id\tname\n", "m.xml:1");
        row("cut short", "m.xml", whole.left(whole.size() / 2), "m.xml:2");
        row("not SBML", "m.xml", "<html><body/></html>", "m.xml");
        row("no model", "m.xml", "<sbml xmlns=\"http://www.sbml.org/sbml/level2/version4\" level=\"2\" version=\"4\"/>",
            "m.xml");
        row("billion laughs", "m.xml",
            "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 "
            "\"&lol;&lol;\">]><sbml>&lol2;</sbml>",
            "m.xml:1");
        row("deep notes", "m.xml",
            QByteArray(whole).replace("<p>SUBSYSTEM", QByteArray("<b>").repeated(100000) + "<p>SUBSYSTEM"), "m.xml:2");
        row("NUL", "m.xml", QByteArray(whole).replace("Sugar", QByteArray("Su\0ar", 5)), "m.xml");
        row("unknown species", "m.xml", QByteArray(whole).replace("species=\"M_b\"", "species=\"M_q\""),
            "reaction R_r1");
        row("bounds swapped", "m.xml", QByteArray(whole).replace("value=\"-5\"", "value=\"50\""), "reaction r1");
        row("coefficient", "m.xml", QByteArray(whole).replace("stoichiometry=\"2\"", "stoichiometry=\"INF\""),
            "reaction r1");
        row("JSON list", "m.json", "[]", "m.json");
        row("deep JSON", "m.json", QByteArray("{\"a\":").repeated(200000), "m.json");
        row("no lists", "m.json", "{}", "m.json: The model has no list of “metabolites”");
        row("list of numbers", "m.json", "{\"metabolites\":[1],\"reactions\":[]}", "m.json: The list of “metabolites”");
        row("no reactions", "m.json", "{\"metabolites\":[{\"id\":\"a\"}],\"reactions\":[]}", "m.json");
        row("id is a number", "m.json", "{\"metabolites\":[{\"id\":1}],\"reactions\":[]}",
            "m.json, metabolites: Its “id”");
        row("unknown metabolite", "m.json",
            "{\"metabolites\":[{\"id\":\"a\"}],\"reactions\":[{\"id\":\"r\",\"metabolites\":{\"b\":1}}]}",
            "reaction r");
        row("coefficient is text", "m.json",
            "{\"metabolites\":[{\"id\":\"a\"}],\"reactions\":[{\"id\":\"r\",\"metabolites\":{\"a\":\"one\"}}]}",
            "reaction r: Its “a”");
        row("bound is a list", "m.json",
            "{\"metabolites\":[{\"id\":\"a\"}],\"reactions\":[{\"id\":\"r\",\"metabolites\":{},\"lower_bound\":[]}]}",
            "reaction r: Its “lower_bound”");
        row("infinite flux", "m.json",
            "{\"metabolites\":[{\"id\":\"a\"}],\"reactions\":[{\"id\":\"r\",\"metabolites\":{\"a\":1},"
            "\"lower_bound\":Infinity,\"upper_bound\":Infinity}]}",
            "reaction r");
        row("number too large", "m.json", "{\"metabolites\":[],\"reactions\":[{\"lower_bound\":1e999}]}", "m.json");
        row("infinite objective", "m.json",
            "{\"metabolites\":[{\"id\":\"a\"}],\"reactions\":[{\"id\":\"r\",\"metabolites\":{\"a\":1},"
            "\"objective_coefficient\":Infinity}]}",
            "reaction r");
        row("id twice", "m.json",
            "{\"metabolites\":[{\"id\":\"a\"},{\"id\":\"a\"}],\"reactions\":[{\"id\":\"r\",\"metabolites\":{}}]}",
            "m.json");
    }

    void refusesHostileModels()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, where);
        std::vector<Issue> issues;
        const Issue issue = inputErrorOf([&] { importModel(file.toStdString(), content.toStdString(), issues); });
        QVERIFY2(QString::fromStdString(describe(issue)).contains(where), describe(issue).c_str());
        // In words of the file, not of a library.
        QVERIFY2(!QString::fromStdString(issue.what).contains("exception"), describe(issue).c_str());
    }

    void saysWhereJsonEnds()
    {
        std::vector<Issue> issues;
        const auto fault = [&](const char *content) {
            return QString::fromStdString(inputErrorOf([&] { importModel("m.json", content, issues); }).what);
        };
        QVERIFY2(fault("{\"metabolites\":\n  [oops]}").contains("line 2, column 4, at “oops]}”"),
                 qPrintable(fault("{\"metabolites\":\n  [oops]}")));
        QVERIFY(fault("{\"metabolites\": [").contains("ends too early"));
    }

    void readsNumbersAsProgramsWriteThem()
    {
        std::vector<Issue> issues;
        const Cell cell = importModel("m.json",
                                      "\xef\xbb\xbf{\"metabolites\":[{\"id\":\"a\",\"charge\":-2.0,\"name\":\"NaN, "
                                      "Infinity\"},{\"id\":\"b\",\"charge\":0.5}],"
                                      "\"reactions\":[{\"id\":\"r\",\"metabolites\":{\"a\":\"-1\",\"b\":2},\"lower_"
                                      "bound\":-Infinity,\"upper_bound\":"
                                      "\"1000\",\"objective_coefficient\":NaN,\"gene_reaction_rule\":\"YAL001C\"}]}",
                                      issues);
        QCOMPARE(cell.metabolism.metabolites[0].charge, std::optional<int>(-2));
        QCOMPARE(cell.metabolism.metabolites[0].name, std::string("NaN, Infinity"));
        QVERIFY(!cell.metabolism.metabolites[1].charge);
        const Reaction &reaction = cell.metabolism.reactions.at(0);
        QCOMPARE(reaction.lowerBound, -std::numeric_limits<double>::infinity());
        QCOMPARE(reaction.upperBound, 1000.0);
        QCOMPARE(reaction.terms[0].coefficient, -1.0);
        QCOMPARE(reaction.objective, 0.0);
        issues = withoutNotes(issues);
        QCOMPARE(issues.size(), std::size_t{2});
        QVERIFY(issues[0].what.find("0.5") != std::string::npos);
        QVERIFY(issues[1].what.find("no objective") != std::string::npos);
    }

    void readsTheSampleModels_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("reactions");
        QTest::addColumn<int>("metabolites");
        QTest::addColumn<int>("genes");
        QTest::newRow("fbc 2") << "e_coli_core.xml.gz" << 95 << 72 << 137;
        QTest::newRow("gzip") << "textbook.xml.gz" << 95 << 72 << 137;
        QTest::newRow("bzip2") << "mini_fbc2.xml.bz2" << 18 << 23 << 29;
        QTest::newRow("notes") << "example_notes.xml" << 1 << 5 << 3;
        QTest::newRow("JSON") << "iMM904.json.gz" << 1577 << 1226 << 905;
    }

    void readsTheSampleModels()
    {
        const fs::path folder = fs::path(KNOCKSCAPE_TEST_DATA) / "models";
        QFETCH(QString, file);
        QFETCH(int, reactions);
        QFETCH(int, metabolites);
        QFETCH(int, genes);
        CellImportRequest request;
        (file.contains(".json") ? request.cobraJson : request.sbml) = folder / file.toStdString();
        std::vector<Issue> issues;
        const Cell cell = importCell(request, issues);
        QCOMPARE(static_cast<int>(cell.metabolism.reactions.size()), reactions);
        QCOMPARE(static_cast<int>(cell.metabolism.metabolites.size()), metabolites);
        QCOMPARE(static_cast<int>(cell.genes.size()), genes);
        QVERIFY(!cell.name.empty());
    }

    void readsFeatureFiles()
    {
        const Cell table = importFeatures("f.tsv", "gene\tx\ty\nC\t3\t-1\nA\t1\t0.5\nNOPE\t9\t9\n");
        QCOMPARE(table.features.values, (std::vector<float>{1.0F, 0.5F, 0.0F, 0.0F, 3.0F, -1.0F}));
        const Cell sequences = importFeatures("f.fasta", ">A x\nATGGCC\nAAA\n>B\natgnnnTT\n>C\n\n");
        const std::vector<float> &values = sequences.features.values;
        QCOMPARE(sequences.features.columns, std::size_t{66});
        QCOMPARE(values[0], 9.0F);
        QCOMPARE(values[1], 4.0F / 9.0F);
        // AAA is the first codon, ATG the fifteenth: A=0 C=1 G=2 T=3.
        QCOMPARE(values[2], 1.0F / 3.0F);
        QCOMPARE(values[2 + 0 * 16 + 3 * 4 + 2], 1.0F / 3.0F);
        // Codons with other letters and incomplete ones do not count.
        QCOMPARE(values[66 + 2 + 0 * 16 + 3 * 4 + 2], 1.0F);
        QCOMPARE(values[132 + 1], 0.0F);
        const Cell array =
            importFeatures("f.npy", numpy("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }\n", 24));
        QCOMPARE(array.features.columns, std::size_t{2});
    }

    void refusesFeatureFiles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        const auto row = [](const char *name, const char *file, const std::string &content) {
            QTest::newRow(name) << QString(file) << QByteArray::fromStdString(content);
        };
        row("text", "f.tsv", "gene\tx\nA\tmany\n");
        row("infinite", "f.tsv", "gene\tx\nA\t1e39\n");
        row("no column", "f.tsv", "gene\nA\n");
        row("other organism", "f.tsv", "gene\tx\nb0001\t1\n");
        row("protein", "f.fasta", ">A\nMEEPQSDPSV\n");
        row("too few rows", "f.npy", numpy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }\n", 16));
        row("cut short", "f.npy", numpy("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }\n", 23));
        row("overflow", "f.npy",
            numpy("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 6148914691236517206), }\n", 24));
        // 84 bytes that claim 8,888,888,882 rows of no columns; refused at once, as a row that costs nothing is none.
        row("no columns", "f.npy", numpy("{'descr': '<f4''for, 'shape': (8888888882, 0), }\n", 24));
        row("no rows", "f.npy", numpy("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 8888888882), }\n", 24));
        row("objects", "f.npy", numpy("{'descr': '|O', 'fortran_order': False, 'shape': (3, 2), }\n", 24));
        row("three dimensions", "f.npy", numpy("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2, 1), }\n", 24));
        row("no header", "f.npy", "\x93NUMPY");
        row("header too long", "f.npy", std::string("\x93NUMPY\x01\0\xff\xff{", 11));
        row("not safetensors", "f.safetensors", "x");
    }

    void refusesFeatureFiles()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        const Issue issue = inputErrorOf([&] { importFeatures(file.toStdString(), content.toStdString()); });
        QVERIFY2(QString::fromStdString(issue.where).contains(file), describe(issue).c_str());
    }

    void needsSomethingToImport()
    {
        std::vector<Issue> issues;
        QVERIFY_EXCEPTION_THROWN(importCell({}, issues), InputError);
        CellImportRequest request;
        request.networks = {{"../evil", "x"}};
        QVERIFY_EXCEPTION_THROWN(importCell(request, issues), InputError);
        request.networks = {{"a", "x"}, {"A", "y"}};
        QVERIFY_EXCEPTION_THROWN(importCell(request, issues), InputError);
        JobControl cancelled;
        cancelled.cancel.cancel();
        const CellFiles files;
        CellImportRequest genes;
        genes.genes = files.write("genes.tsv", "id\nA\n");
        QVERIFY_EXCEPTION_THROWN(importCell(genes, issues, cancelled), Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestModelFormats)
#include "test_model_formats.moc"
