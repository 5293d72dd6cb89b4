#include "engine/cell/bundle.h"
#include "engine/cell/cell_import.h"
#include "engine/core/delimited_table.h"
#include "tests/engine/cell/cell_files.h"
#include "tests/processor_timer.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace knockscape;
namespace fs = std::filesystem;

/// The real yeast data: exact numbers, round trip, speed.
class TestYeastImport : public QObject
{
    Q_OBJECT

    const fs::path data_ = fs::path(KNOCKSCAPE_SHARED_DIR) / "data";

    CellImportRequest request() const
    {
        CellImportRequest request;
        request.name = "yeast";
        request.genes = data_ / "yeast/genes.tsv";
        request.networks = {{"physical", data_ / "yeast/physical.tsv"}, {"regulatory", data_ / "yeast/regulatory.tsv"}};
        request.sbml = data_ / "yeast/yeast-GEM-9.0.2.xml";
        request.features = data_ / "yeast/codon_features.tsv";
        request.annotations = {data_ / "yeast/go_slim.tsv"};
        return request;
    }

private slots:
    void initTestCase()
    {
        if (!fs::exists(data_ / "yeast")) {
            QSKIP("the shared yeast data are not here");
        }
    }

    void importsExactly()
    {
        ::knockscape::testing::ProcessorTimer timer;
        timer.start();
        std::vector<Issue> issues;
        const Cell cell = importCell(request(), issues);
        const QTemporaryDir folder;
        const fs::path bundle = fs::path(folder.path().toStdString()) / "yeast.cell";
        const std::string hash = writeCellBundle(cell, bundle);
        QVERIFY2(timer.elapsed() < 10'000, "the import takes ten seconds or more");

        QCOMPARE(cell.genes.size(), std::size_t{6604});
        QCOMPARE(cell.networks[0].edges().size(), std::size_t{89533});
        QVERIFY(!cell.networks[0].directed());
        QCOMPARE(cell.networks[1].edges().size(), std::size_t{11412});
        QVERIFY(cell.networks[1].directed());
        const Hypergraph graph = buildHypergraph(cell.metabolism, cell.hyperedges);
        QCOMPARE(graph.hyperedgeCount(), std::size_t{4881});
        QCOMPARE(graph.nodeCount(), std::size_t{2534});
        QCOMPARE(graph.incidenceCount(), std::size_t{20960});
        HyperedgeOptions all;
        all.keepReactionsWithoutGenes = true;
        const Hypergraph whole = buildHypergraph(cell.metabolism, all);
        QCOMPARE(whole.hyperedgeCount(), std::size_t{7122});
        QCOMPARE(whole.nodeCount(), std::size_t{2806});
        // Every gene of the model is known: no isozyme holds −1.
        QCOMPARE(std::count(graph.genes.begin(), graph.genes.end(), -1), 0);

        issues = withoutNotes(issues);
        QCOMPARE(issues.size(), std::size_t{1});
        QVERIFY(issues[0].what.find("109 rows") != std::string::npos);

        std::vector<Issue> none;
        const Cell copy = readCellBundle(bundle, none);
        QVERIFY(none.empty());
        QCOMPARE(copy.sha256, hash);
        QCOMPARE(copy.genes.idsSha256(), cell.genes.idsSha256());
        QCOMPARE(copy.networks[0].edges(), cell.networks[0].edges());
        QCOMPARE(copy.features.values, cell.features.values);
        const Hypergraph again = buildHypergraph(copy.metabolism, copy.hyperedges);
        QCOMPARE(again.stoichiometry, graph.stoichiometry);
        QCOMPARE(again.incidenceNode, graph.incidenceNode);
        QCOMPARE(again.genes, graph.genes);
    }

    void knowsTheGenes()
    {
        std::vector<Issue> issues;
        const Cell cell = importCell(request(), issues);
        const GeneIndex leu2 = cell.genes.resolve("leu2").gene;
        QCOMPARE(cell.genes[leu2].id, std::string("YCL018W"));
        QCOMPARE(cell.genes[cell.genes.resolve("ADE5,7").gene].id, std::string("YGL234W"));
        QVERIFY(cell.genes.resolve("YER087C").gene != cell.genes.resolve("YER087C-B").gene);
        const NameResolution unknown = cell.genes.resolve("LEU22");
        QCOMPARE(unknown.kind, NameResolution::Kind::Unknown);
        QVERIFY(std::count(unknown.candidates.begin(), unknown.candidates.end(), leu2) == 1);
        const auto &columns = cell.genes.annotationColumns();
        const auto process = std::find(columns.begin(), columns.end(), "go_process") - columns.begin();
        QVERIFY(process < static_cast<long>(columns.size()));
        QVERIFY(cell.genes[leu2].annotations[static_cast<std::size_t>(process)].find("amino acid") !=
                std::string::npos);
        const auto isGrowth = [](const Reaction &reaction) { return reaction.objective != 0.0; };
        QCOMPARE(std::count_if(cell.metabolism.reactions.begin(), cell.metabolism.reactions.end(), isGrowth), 1);
    }

    void sequencesGiveTheSameFeaturesAsTheTable()
    {
        std::vector<Issue> issues;
        CellImportRequest fromTable;
        fromTable.genes = data_ / "yeast/genes.tsv";
        fromTable.features = data_ / "yeast/codon_features.tsv";
        CellImportRequest fromSequences = fromTable;
        fromSequences.features = data_ / "raw/orf_coding_all.fasta.gz";
        const FeatureMatrix table = importCell(fromTable, issues).features;
        const FeatureMatrix sequences = importCell(fromSequences, issues).features;
        QCOMPARE(sequences.columns, table.columns);
        for (std::size_t i = 0; i < table.values.size(); ++i) {
            // The table is rounded to four or five decimals.
            QVERIFY2(std::abs(table.values[i] - sequences.values[i]) <= 6e-5F,
                     qPrintable(QString("value %1: %2 and %3").arg(i).arg(table.values[i]).arg(sequences.values[i])));
        }
    }

    void readsTheSourcesOwnFiles()
    {
        std::vector<Issue> issues;
        CellImportRequest raw;
        raw.genes = data_ / "raw/SGD_features.tab";
        raw.networks = {{"physical", data_ / "raw/kisr_biogrid_ppc_yeast.gml"},
                        {"regulatory", data_ / "raw/YEASTRACT_20190713_BOTH_matrix.tsv"},
                        {"string", data_ / "raw/string_edges_swc.tsv"}};
        raw.annotations = {data_ / "raw/go_slim_mapping.tab"};
        const Cell cell = importCell(raw, issues);
        QCOMPARE(cell.genes.size(), std::size_t{6604});
        // Interactions listed, less those of genes that SGD does not call an ORF.
        QCOMPARE(cell.networks[0].edges().size(), std::size_t{59377 - 320});
        QVERIFY(cell.networks[1].directed());
        QCOMPARE(cell.networks[1].edges().size(), std::size_t{11350});
        // Regulators are the columns: Ste12 (YHR084W) regulates 942 genes of the table and four regulate it.
        const GeneIndex ste12 = cell.genes.findId("YHR084W");
        const auto &edges = cell.networks[1].edges();
        const auto from =
            std::count_if(edges.begin(), edges.end(), [&](const GeneEdge &edge) { return edge.source == ste12; });
        const auto to =
            std::count_if(edges.begin(), edges.end(), [&](const GeneEdge &edge) { return edge.target == ste12; });
        QVERIFY(from > 900 && from <= 942);
        QCOMPARE(to, 4);
        QVERIFY(cell.networks[2].edges()[0].weight < 1.0F);
        // Left out of each file, and two targets that the matrix lists twice.
        QCOMPARE(withoutNotes(issues).size(), std::size_t{4});
    }
};

QTEST_APPLESS_MAIN(TestYeastImport)
#include "test_yeast_import.moc"
