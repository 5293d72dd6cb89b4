#include "engine/cell/bundle.h"
#include "engine/cell/database_entries.h"
#include "engine/core/files.h"
#include "tests/engine/cell/import_attempts.h"

#include <QtTest>

using namespace knockscape;
using namespace knockscape::tests;

namespace
{

QByteArray annotation(const QByteArray &qualifier, const QByteArray &resource)
{
    return "<annotation><RDF><Description><" + qualifier + "><Bag><li resource=\"" + resource + "\"/></Bag></" +
           qualifier + "></Description></RDF></annotation>";
}

} // namespace

/// What other databases call metabolites and reactions is kept from the model's file to the bundle and back.
class TestDatabaseEntries : public QObject
{
    Q_OBJECT

private slots:
    void resourcesAreReadInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("resource");
        QTest::addColumn<QByteArray>("collection");
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("https") << QByteArray("https://identifiers.org/kegg.reaction/R00771")
                               << QByteArray("kegg.reaction") << QByteArray("R00771");
        QTest::newRow("colon") << QByteArray("http://identifiers.org/BIGG.reaction:PGI") << QByteArray("bigg.reaction")
                               << QByteArray("PGI");
        QTest::newRow("urn") << QByteArray("urn:miriam:chebi:CHEBI%3A15422") << QByteArray("chebi")
                             << QByteArray("CHEBI:15422");
        QTest::newRow("a page") << QByteArray("https://www.genome.jp/entry/R00771") << QByteArray() << QByteArray();
        QTest::newRow("no collection") << QByteArray("https://identifiers.org//R1") << QByteArray() << QByteArray();
        QTest::newRow("no end") << QByteArray("https://identifiers.org/") + QByteArray(1000, 'a') + "/1" << QByteArray()
                                << QByteArray();
    }

    void resourcesAreReadInEveryForm()
    {
        QFETCH(QByteArray, resource);
        QFETCH(QByteArray, collection);
        QFETCH(QByteArray, id);
        const DatabaseEntry entry = entryOfResource(resource.toStdString()).value_or(DatabaseEntry{});
        QCOMPARE(entry.collection, collection.toStdString());
        QCOMPARE(entry.id, id.toStdString());
    }

    void entriesAreOneTextAndBack()
    {
        const std::vector<DatabaseEntry> entries = {
            {"chebi", "CHEBI:15422"}, {"bigg.metabolite", "a|b"}, {"kegg.compound", "C00002"}};
        std::vector<DatabaseEntry> many = entries;
        many.push_back(entries[0]);
        many.push_back({"", "1"});
        many.push_back({"x", " "});
        QVERIFY(splitEntries(joinedEntries(many)) == entries);
        QVERIFY(joinedEntries({}).empty() && splitEntries("nothing|:|a:").empty());
    }

    void modelsKeepThem_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("isSbml");
        const QByteArray reference = "<speciesReference species=\"M_a\" stoichiometry=\"1\" constant=\"true\">" +
                                     annotation("is", "https://identifiers.org/kegg.compound/NOT_ITS_OWN") +
                                     "</speciesReference>";
        QByteArray sbml = model("<reaction id=\"R_r\" reversible=\"false\" fast=\"false\" fbc:lowerFluxBound=\"lo\" "
                                "fbc:upperFluxBound=\"hi\">" +
                                annotation("is", "https://identifiers.org/bigg.reaction/PGI") + "<listOfReactants>" +
                                reference + "</listOfReactants></reaction>");
        sbml.replace("<species id=\"M_b\" compartment=\"c\" hasOnlySubstanceUnits=\"false\" "
                     "boundaryCondition=\"false\" constant=\"false\"/>",
                     "<species id=\"M_b\" compartment=\"c\" hasOnlySubstanceUnits=\"false\" "
                     "boundaryCondition=\"false\" constant=\"false\">" +
                         annotation("hasPart", "https://identifiers.org/kegg.compound/C1") + "</species>");
        sbml.replace("<species id=\"M_a\" compartment=\"c\" hasOnlySubstanceUnits=\"false\" "
                     "boundaryCondition=\"false\" constant=\"false\"/>",
                     "<species id=\"M_a\" compartment=\"c\" hasOnlySubstanceUnits=\"false\" "
                     "boundaryCondition=\"false\" constant=\"false\">" +
                         annotation("is", "https://identifiers.org/kegg.compound/C00668") + "</species>");
        QTest::newRow("SBML") << sbml << true;
        QTest::newRow("COBRA JSON") << QByteArray(R"({"metabolites": [
                    {"id": "a", "annotation": {"kegg.compound": ["C00668"], "inchi": 3}},
                    {"id": "b", "annotation": {"kegg.compound": [["hasPart", "C1"]]}}],
                "genes": [], "reactions": [{"id": "r", "metabolites": {"a": -1}, "objective_coefficient": 1,
                    "annotation": {"bigg.reaction": [["is", "PGI"]]}}]})")
                                    << false;
    }

    void modelsKeepThem()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, isSbml);
        const CellFiles files;
        const fs::path file = files.write(isSbml ? "model.xml" : "model.json", content.toStdString());
        std::vector<Issue> issues;
        CellImportRequest request;
        (isSbml ? request.sbml : request.cobraJson) = file;
        request.genes = files.write("genes.tsv", geneTable);
        const Cell cell = importCell(request, issues);
        writeCellBundle(cell, files.path("kept.cell"));
        const Cell kept = readCellBundle(files.path("kept.cell"), issues);
        QCOMPARE(kept.metabolism.metabolites.at(0).annotations, std::string("kegg.compound:C00668"));
        QCOMPARE(kept.metabolism.metabolites.at(1).annotations, std::string());
        QCOMPARE(kept.metabolism.reactions.at(0).annotations, std::string("bigg.reaction:PGI"));
    }

    void aBundleWithoutThemIsWrittenAsBefore()
    {
        const CellFiles files;
        std::vector<Issue> issues;
        const Cell cell = readCellBundle(files.writeBundle(), issues);
        QVERIFY(cell.metabolism.reactions.at(0).annotations.empty());
        writeCellBundle(cell, files.path("again.cell"));
        const auto header = [&](const char *name) {
            const std::string content = readFile(files.path(std::string("again.cell/") + name));
            return content.substr(0, content.find('\n'));
        };
        QCOMPARE(header("metabolites.tsv"), std::string("id\tname\tcompartment\tformula\tcharge"));
        QCOMPARE(header("reactions.tsv"),
                 std::string("id\tname\tlower_bound\tupper_bound\tgenes\tsubsystem\tobjective"));
    }
};

QTEST_GUILESS_MAIN(TestDatabaseEntries)
#include "test_database_entries.moc"
