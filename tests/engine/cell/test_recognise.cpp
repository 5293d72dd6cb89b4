#include "engine/cell/importers/recognise.h"
#include "tests/engine/cell/cell_files.h"

#include <QtTest>

#include <algorithm>

using namespace knockscape;
namespace fs = std::filesystem;

namespace
{

const char *kindWord(FileKind kind)
{
    switch (kind) {
    case FileKind::GeneTable:
        return "genes";
    case FileKind::Features:
        return "features";
    case FileKind::Sequences:
        return "sequences";
    case FileKind::SbmlModel:
        return "sbml";
    case FileKind::CobraModel:
        return "cobra";
    case FileKind::Network:
        return "network";
    case FileKind::Annotations:
        return "annotations";
    case FileKind::Labels:
        return "labels";
    case FileKind::CellBundle:
        return "cell";
    case FileKind::ModelFile:
        return "model";
    case FileKind::Unknown:
        break;
    }
    return "unknown";
}

} // namespace

/// What files are recognised as, previews, and columns that a person names.
class TestRecognise : public QObject
{
    Q_OBJECT

private slots:
    void recognisesContent_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("format");
        const auto row = [](const char *name, const char *file, const QByteArray &content, const char *kind,
                            const char *format) {
            QTest::newRow(name) << QString(file) << content << QString(kind) << QString(format);
        };
        row("gene table", "g.tsv", "id\tname\nYAL001C\tTFC3\n", "genes", "table");
        row("features", "f.tsv", "orf\tgc\tlength\nYAL001C\t0.5\t100\n", "features", "table");
        row("annotations", "a.tsv", "orf\taspect\tterm\nYAL001C\tP\ttranscription\n", "annotations", "GO terms");
        row("named network", "n.tsv", "source\ttarget\nYAL001C\tYAL002W\n", "network", "table");
        row("pairs", "p.csv", "Abf1p;TFC3\nAbf1p;VPS8\n", "network", "table");
        row("STRING", "4932.protein.links.v12.0.txt",
            "protein1 protein2 combined_score\n4932.YAL001C 4932.YAL002W 150\n", "network", "STRING links");
        row("BioGRID", "x.tab3.txt",
            "#BioGRID Interaction ID\tSystematic Name Interactor A\tSystematic Name Interactor "
            "B\n1\tYAL001C\tYAL002W\n",
            "network", "BioGRID");
        row("matrix", "m.tsv", "id\tA\tB\tC\nTFC3\t1\t0\t0\n", "network", "regulation matrix");
        row("GML", "x.gml", "graph [ node [ id 0 ] node [ id 1 ] edge [ source 0 target 1 ] ]", "network", "GML");
        row("GraphML", "x.xml", "<graphml><graph><node id=\"a\"/></graph></graphml>", "network", "GraphML");
        row("SIF", "x.sif", "A pp B\n", "network", "SIF");
        row("SBML", "x.xml",
            "<sbml level=\"3\" xmlns:fbc=\"http://www.sbml.org/sbml/level3/version1/fbc/version2\"><model/></sbml>",
            "sbml", "SBML Level 3, fbc 2");
        row("COBRA", "x.json", "{\"metabolites\":[{\"id\":\"a\"}],\"reactions\":[{}]}", "cobra", "COBRA JSON");
        row("FASTA", "x.fa", ">A x\nATG\n", "sequences", "FASTA");
        row("labels", "l.tsv", "knockouts\tfitness\nYAL001C\t0.5\n", "labels", "table of measured values");
        row("NumPy", "x.npy", "\x93NUMPY", "features", "NumPy");
        row("checkpoint", "x.pt", "PK\x03\x04 archive/data.pkl", "model", "PyTorch checkpoint");
        row("spreadsheet", "x.xlsx", "PK\x03\x04 xl/workbook.xml", "unknown", "Excel workbook (.xlsx)");
        row("web page", "x.tsv", "<!DOCTYPE html><html></html>", "unknown", "web page");
        row("PDF", "x.csv", "%PDF-1.7", "unknown", "PDF");
        row("empty", "x.csv", "", "unknown", "empty file");
        row("other JSON", "x.json", "{\"a\":1}", "unknown", "JSON");
    }

    void recognisesContent()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, kind);
        QFETCH(QString, format);
        const CellFiles files;
        const RecognisedFile found = recogniseImportFile(files.write(file.toStdString(), content.toStdString()));
        QCOMPARE(QString(kindWord(found.kind)), kind);
        QCOMPARE(QString::fromStdString(found.formatName), format);
        QCOMPARE(found.kind == FileKind::Unknown, !withoutNotes(found.issues).empty());
    }

    void showsColumnsCountsAndRows()
    {
        const CellFiles files;
        const RecognisedFile found = recogniseImportFile(
            files.write("regulation.tsv", "Score\tTF\tTarget gene\n0.5\tYAL001C\tYAL002W\n1\tYAL001C\tYAL003W\n"));
        QCOMPARE(found.interactionType, std::string("regulatory"));
        QCOMPARE(describe(found.columns),
                 std::string("source = column 2 (TF), target = column 3 (Target gene), weight = column 1 (Score)"));
        QCOMPARE(found.counts.edges.value_or(0), std::size_t{2});
        QCOMPARE(found.counts.nodes.value_or(0), std::size_t{3});
        QCOMPARE(found.sampleRows.at(1), (std::vector<std::string>{"1", "YAL001C", "YAL003W"}));
        QCOMPARE(found.header.size(), std::size_t{3});
        QVERIFY(found.complete);
    }

    void missingFilesAndFoldersAreUnknown()
    {
        const CellFiles files;
        QCOMPARE(recogniseImportFile(files.path("none.tsv")).issues.size(), std::size_t{1});
        QCOMPARE(recogniseImportFile(files.folder()).kind, FileKind::Unknown);
        QCOMPARE(recogniseImportFile(files.writeBundle()).kind, FileKind::CellBundle);
        JobControl cancelled;
        cancelled.cancel.cancel();
        QVERIFY_EXCEPTION_THROWN(recogniseImportFile(files.path("none.tsv"), cancelled), Cancelled);
    }

    void suggestsARequest()
    {
        const CellFiles files;
        std::vector<RecognisedFile> found;
        for (const auto &[name, content] : {std::pair("yeastract.tsv", "tf\ttarget\nYAL001C\tYAL002W\n"),
                                            {"g.tsv", "id\tname\nYAL001C\tTFC3\n"},
                                            {"ppi.tsv", "source\ttarget\nYAL001C\tYAL002W\n"},
                                            {"biogrid.tsv", "source\ttarget\nYAL001C\tYAL002W\n"},
                                            {"l.tsv", "knockouts\tfitness\nYAL001C\t0.5\n"},
                                            {"s.fa", ">YAL001C\nATG\n"}}) {
            found.push_back(recogniseImportFile(files.write(name, content)));
        }
        std::vector<Issue> issues;
        const CellImportRequest request = suggestedRequest(found, issues);
        QCOMPARE(request.genes, files.path("g.tsv"));
        QCOMPARE(request.features, files.path("s.fa"));
        QCOMPARE(request.networks.size(), std::size_t{3});
        QCOMPARE(request.networks[0].first, std::string("physical"));
        QCOMPARE(request.networks[1].first, std::string("physical 2"));
        QCOMPARE(request.networks[2].first, std::string("regulatory"));
        QCOMPARE(issues.size(), std::size_t{1});
        QVERIFY(issues[0].where.ends_with("l.tsv"));
    }

    void previewsWithNumbersAndGoesOnWithoutBadFiles()
    {
        const CellFiles files;
        CellImportRequest request;
        request.genes = files.write("g.tsv", "id\nA\nB\nC\n");
        request.networks = {{"physical", files.write("n.tsv", "source\ttarget\tweight\nA\tB\t1\nB\tA\t2\nA\tA\t1\n"
                                                              "A\tX\t1\nY\tB\t1\n")},
                            {"bad", files.write("bad.gml", "graph [ node [")}};
        request.features = files.write("f.tsv", "gene\tx\nA\t1\nZ\t2\n");
        const ImportPreview preview = previewImport(request);
        QVERIFY(preview.cell && !preview.complete());
        QCOMPARE(preview.files.size(), std::size_t{4});
        const ImportedFile &network = preview.files[0];
        QCOMPARE(network.edgesListed, std::size_t{5});
        QCOMPARE(network.edgesKept, std::size_t{2});
        QCOMPARE(network.edgesLeftOut, std::size_t{2});
        QCOMPARE(network.edgesRepeated, std::size_t{1});
        QCOMPARE(network.edgesConflicting, std::size_t{1});
        QCOMPARE(network.selfLoops, std::size_t{1});
        QCOMPARE(network.namesResolved, std::size_t{2});
        QCOMPARE(network.firstUnresolved, (std::vector<std::string>{"X", "Y"}));
        QVERIFY(preview.files[1].failed);
        QCOMPARE(preview.files[2].genes, std::size_t{3});
        QCOMPARE(preview.files[3].genes, std::size_t{1});
        QCOMPARE(preview.files[3].namesUnresolved, std::size_t{1});
        const auto errors = std::count_if(preview.issues.begin(), preview.issues.end(), [](const Issue &issue) {
            return issue.severity == Severity::Error && issue.where.find("bad.gml") != std::string::npos;
        });
        QCOMPARE(errors, 1);

        request.genes = files.write("bad.tsv", "id\n");
        const ImportPreview none = previewImport(request);
        QVERIFY(!none.cell && !none.complete() && none.files.back().failed);
    }

    void aPersonNamesTheColumns()
    {
        const CellFiles files;
        CellImportRequest request;
        request.genes = files.write("g.tsv", "number\tgene name\tlocus\n1\tTFC3\tYAL001C\n2\tVPS8\tYAL002W\n");
        request.columns[request.genes.string()].id = "gene name";
        request.networks = {{"physical", files.write("n.tsv", "a\tx\ty\tp\n5\tTFC3\tVPS8\t0.5\n6\tVPS8\tTFC3\t0.5\n")}};
        request.columns["physical"] = {"x", "3", "p", {}};
        std::vector<Issue> issues;
        const Cell cell = importCell(request, issues);
        QCOMPARE(cell.genes[0].id, std::string("TFC3"));
        QCOMPARE(cell.networks[0].edges(), (std::vector<GeneEdge>{{0, 1, 0.5F}}));
        QVERIFY(withoutNotes(issues).empty());
        request.columns["physical"].weight = std::string("-");
        QCOMPARE(importCell(request, issues).networks[0].edges()[0].weight, 1.0F);
        request.columns["physical"].target = std::string("nowhere");
        QVERIFY(describe(inputErrorOf([&] { importCell(request, issues); })).find("a, x, y, p") != std::string::npos);
        request.columns["physical"].target = std::string("9");
        QVERIFY(inputErrorOf([&] { importCell(request, issues); }).where.ends_with("n.tsv"));
    }

    void recognisesTheSharedFiles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("format");
        const auto row = [](const char *file, const char *kind, const char *format) {
            QTest::newRow(file) << QString(file) << QString(kind) << QString(format);
        };
        row("raw/SGD_features.tab", "genes", "SGD_features.tab");
        row("raw/go_slim_mapping.tab", "annotations", "go_slim_mapping.tab");
        row("raw/YEASTRACT_20190713_BOTH_matrix.tsv", "network", "regulation matrix");
        row("raw/kisr_biogrid_ppc_yeast.gml", "network", "GML");
        row("raw/string_edges_swc.tsv", "network", "table");
        row("raw/orf_coding_all.fasta.gz", "sequences", "FASTA");
        row("raw/costanzo2016_smf.csv", "labels", "table of measured values");
        row("yeast/genes.tsv", "genes", "table");
        row("yeast/physical.tsv", "network", "table");
        row("yeast/regulatory.tsv", "network", "table");
        row("yeast/codon_features.tsv", "features", "table");
        row("yeast/go_slim.tsv", "annotations", "GO terms");
        row("yeast/labels.tsv", "labels", "table of measured values");
        row("yeast/yeast-GEM-9.0.2.xml", "sbml", "SBML Level 3, fbc 2");
        row("importers/iMM904.json", "cobra", "COBRA JSON");
        row("importers/mini_fbc2.xml.bz2", "sbml", "SBML Level 3, fbc 2");
        row("importers/textbook.xml.gz", "sbml", "SBML Level 3, fbc 2");
        row("importers/example_notes.xml", "sbml", "SBML Level 2");
        row("importers/costanzo2016_sample_SGA_NxN.txt", "labels", "table of measured values");
    }

    void recognisesTheSharedFiles()
    {
        const fs::path folder = fs::path(KNOCKSCAPE_SHARED_DIR) / "data";
        if (!fs::exists(folder / "raw")) {
            QSKIP("the shared data are not here");
        }
        QFETCH(QString, file);
        QFETCH(QString, kind);
        QFETCH(QString, format);
        const RecognisedFile found = recogniseImportFile(folder / file.toStdString());
        QCOMPARE(QString(kindWord(found.kind)), kind);
        QCOMPARE(QString::fromStdString(found.formatName), format);
    }

    /// Also of tables longer than what their kind is told from.
    void countsEveryRow()
    {
        const CellFiles files;
        std::string genes = "id\tname\tdescription\n";
        std::string features = "id\ta\tb\n";
        for (int i = 0; i < 6604; ++i) {
            genes += "YAL" + std::to_string(i) + "C\tNAM" + std::to_string(i) + "\ta gene of some function\n";
            features += "YAL" + std::to_string(i) + "C\t0.25\t0.75\n";
        }
        const RecognisedFile table = recogniseImportFile(files.write("genes.tsv", genes));
        QCOMPARE(table.kind, FileKind::GeneTable);
        QCOMPARE(table.counts.genes, std::size_t{6604});
        const RecognisedFile numbers = recogniseImportFile(files.write("features.tsv", features + "\n\n"));
        QCOMPARE(numbers.kind, FileKind::Features);
        QCOMPARE(numbers.counts.rows, std::size_t{6604});
    }
};

QTEST_APPLESS_MAIN(TestRecognise)
#include "test_recognise.moc"
