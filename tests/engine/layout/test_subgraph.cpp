#include "engine/cell/bundle.h"
#include "engine/layout/subgraph.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <tuple>

using namespace knockscape;

namespace
{

GeneCatalogue genesNamed(int count)
{
    std::vector<Gene> genes(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        genes[static_cast<std::size_t>(i)].id = QStringLiteral("G%1").arg(i).toStdString();
    return GeneCatalogue(std::move(genes));
}

/// A cell with two random networks, the same on every run.
Cell randomCell(int genes, int edges, unsigned seed)
{
    std::mt19937 random(seed);
    Cell cell;
    cell.genes = genesNamed(genes);
    for (const bool directed : {false, true}) {
        std::vector<GeneEdge> list;
        for (int i = 0; i < edges; ++i) {
            const auto end = [&] { return static_cast<GeneIndex>(random() % static_cast<unsigned>(genes)); };
            list.push_back({end(), end(), 1.0F});
        }
        cell.networks.emplace_back(directed ? "regulatory" : "physical", directed, static_cast<std::size_t>(genes),
                                   std::move(list));
    }
    return cell;
}

using EdgeKey = std::tuple<int, int, std::string>;

std::multiset<EdgeKey> edgeKeys(const Subgraph &graph)
{
    std::multiset<EdgeKey> keys;
    for (const SubgraphEdge &edge : graph.edges) {
        keys.emplace(graph.nodes[static_cast<std::size_t>(edge.source)].row,
                     graph.nodes[static_cast<std::size_t>(edge.target)].row, edge.type);
    }
    return keys;
}

/// The slow and obvious answer: rank every gene by looking at every edge.
void verifyAgainstReference(const Cell &cell, const Genotype &focus, const std::vector<std::string> &types,
                            std::size_t limit)
{
    const auto chosen = [&](const GeneNetwork &network) {
        return types.empty() || std::find(types.begin(), types.end(), network.type()) != types.end();
    };
    std::map<int, int> links;
    for (const GeneNetwork &network : cell.networks) {
        std::set<std::pair<int, int>> pairs;
        for (const GeneEdge &edge : network.edges()) {
            pairs.emplace(edge.source, edge.target);
            pairs.emplace(edge.target, edge.source);
        }
        for (const auto &[gene, neighbour] : pairs) {
            if (chosen(network) && focus.contains(gene) && !focus.contains(neighbour))
                ++links[neighbour];
        }
    }
    std::vector<std::pair<int, int>> order;
    for (const auto &[gene, count] : links)
        order.emplace_back(-count, gene);
    std::sort(order.begin(), order.end());
    std::vector<int> expected(focus.genes().begin(), focus.genes().end());
    for (const auto &[count, gene] : order) {
        if (expected.size() < limit)
            expected.push_back(gene);
    }
    SubgraphLimits limits;
    limits.maxNodes = limit;
    const Subgraph graph = geneNeighbourhood(cell, focus, types, limits);
    std::vector<int> shown;
    for (const SubgraphNode &node : graph.nodes) {
        QVERIFY(node.kind == NodeKind::Gene);
        QCOMPARE(node.focus, focus.contains(node.row));
        QCOMPARE(node.label, cell.genes[node.row].label());
        shown.push_back(node.row);
    }
    QCOMPARE(shown, expected);
    QCOMPARE(graph.neighbours, order.size());
    QCOMPARE(graph.omittedNodes, order.size() + focus.size() - expected.size());

    const std::set<int> kept(expected.begin(), expected.end());
    std::multiset<EdgeKey> edges;
    for (const GeneNetwork &network : cell.networks) {
        for (const GeneEdge &edge : network.edges()) {
            if (chosen(network) && kept.count(edge.source) && kept.count(edge.target))
                edges.emplace(edge.source, edge.target, network.type());
        }
    }
    QCOMPARE(edgeKeys(graph), edges);
}

/// hexokinase: glucose + ATP → G6P + ADP (A or B); isomerase: G6P ⇌ F6P (C); drain: F6P ← X written backwards (A and
/// D); ATPase: ATP → ADP (D). With currencyDegree 1, ATP, ADP, G6P and F6P are currency.
Cell metabolicCell()
{
    Cell cell;
    cell.genes = genesNamed(5);
    const auto metabolite = [&](const char *id, const char *name) {
        Metabolite entry;
        entry.id = id;
        entry.name = name;
        entry.compartment = "c";
        cell.metabolism.metabolites.push_back(entry);
    };
    metabolite("glc", "glucose");
    metabolite("atp", "ATP");
    metabolite("g6p", "G6P");
    metabolite("adp", "ADP");
    metabolite("f6p", "F6P");
    metabolite("x", "");
    const auto reaction = [&](const char *id, double low, double high, std::vector<std::vector<GeneIndex>> isozymes,
                              std::vector<StoichiometricTerm> terms) {
        Reaction entry;
        entry.id = id;
        entry.lowerBound = low;
        entry.upperBound = high;
        entry.isozymes = std::move(isozymes);
        entry.terms = std::move(terms);
        cell.metabolism.reactions.push_back(entry);
    };
    reaction("HXK", 0, 1000, {{0}, {1}}, {{0, -1}, {1, -1}, {2, 1}, {3, 1}});
    reaction("PGI", -1000, 1000, {{2}}, {{2, -1}, {4, 1}});
    reaction("DRAIN", -1000, 0, {{0, 3}}, {{4, -2}, {5, 1}});
    reaction("ATPASE", 0, 1000, {{3}}, {{1, -1}, {3, 1}});
    return cell;
}

std::set<std::string> labels(const Subgraph &graph)
{
    std::set<std::string> result;
    for (const SubgraphNode &node : graph.nodes)
        result.insert(node.label);
    return result;
}

std::set<std::string> edgeTexts(const Subgraph &graph)
{
    std::set<std::string> result;
    for (const SubgraphEdge &edge : graph.edges) {
        result.insert(graph.nodes[static_cast<std::size_t>(edge.source)].label +
                      std::string(edge.directed ? " -> " : " -- ") +
                      graph.nodes[static_cast<std::size_t>(edge.target)].label + " " + edge.type);
    }
    return result;
}

} // namespace

class TestSubgraph : public QObject
{
    Q_OBJECT

private slots:
    void matchesTheReference()
    {
        for (unsigned seed = 1; seed <= 8; ++seed) {
            const Cell cell = randomCell(60, 150, seed);
            std::mt19937 random(seed);
            for (const std::size_t limit : {std::size_t{1000}, std::size_t{12}, std::size_t{3}}) {
                const Genotype focus{static_cast<GeneIndex>(random() % 60), static_cast<GeneIndex>(random() % 60)};
                verifyAgainstReference(cell, focus, {}, limit);
                verifyAgainstReference(cell, focus, {"regulatory"}, limit);
                verifyAgainstReference(cell, focus, {"no such type"}, limit);
            }
        }
    }

    void focusBeyondTheLimitIsCounted()
    {
        const Cell cell = randomCell(30, 60, 3);
        SubgraphLimits limits;
        limits.maxNodes = 2;
        const Subgraph graph = geneNeighbourhood(cell, Genotype{1, 2, 3, 4, 5}, {}, limits);
        QCOMPARE(graph.nodes.size(), std::size_t{2});
        QCOMPARE(graph.omittedNodes, graph.neighbours + 3);
    }

    void emptyAndInvalidInputGivesAnEmptyGraph()
    {
        const Cell cell = randomCell(10, 20, 1);
        QVERIFY(geneNeighbourhood(cell, {}, {}).nodes.empty());
        QVERIFY(geneNeighbourhood(cell, Genotype{-1, 10, 1 << 30}, {}).nodes.empty());
        QVERIFY(geneNeighbourhood(Cell(), Genotype{0}, {}).nodes.empty());
        QVERIFY(metabolicNeighbourhood(Cell(), Genotype{0}).nodes.empty());
        QCOMPARE(metabolicNeighbourhood(cell, Genotype{0}).nodes.size(), std::size_t{1});
    }

    void metabolismAroundAGene()
    {
        const Cell cell = metabolicCell();
        const Subgraph graph = metabolicNeighbourhood(cell, Genotype{0});
        QCOMPARE(labels(graph), (std::set<std::string>{"G0", "HXK", "DRAIN", "glucose [c]", "ATP [c]", "G6P [c]",
                                                       "ADP [c]", "F6P [c]", "x [c]", "G1", "G3"}));
        QCOMPARE(edgeTexts(graph),
                 (std::set<std::string>{"G0 -- HXK catalysis", "G1 -- HXK catalysis", "G0 -- DRAIN catalysis",
                                        "G3 -- DRAIN catalysis", "glucose [c] -> HXK substrate",
                                        "ATP [c] -> HXK substrate", "HXK -> G6P [c] product", "HXK -> ADP [c] product",
                                        "x [c] -> DRAIN substrate", "DRAIN -> F6P [c] product"}));
        QCOMPARE(graph.omittedNodes, std::size_t{0});
        QCOMPARE(graph.neighbours, graph.nodes.size() - 1);
    }

    void reversibleReactionsHaveNoDirection()
    {
        const Subgraph graph = metabolicNeighbourhood(metabolicCell(), Genotype{2});
        QCOMPARE(edgeTexts(graph),
                 (std::set<std::string>{"G2 -- PGI catalysis", "G6P [c] -- PGI substrate", "PGI -- F6P [c] product"}));
    }

    void currencyIsHiddenUnlessNothingElseIsThere()
    {
        SubgraphLimits limits;
        limits.currencyDegree = 1;
        const Subgraph hexokinase = metabolicNeighbourhood(metabolicCell(), Genotype{1}, limits);
        QCOMPARE(labels(hexokinase), (std::set<std::string>{"G1", "HXK", "glucose [c]", "G0"}));
        QCOMPARE(hexokinase.hiddenCurrency, std::size_t{3});
        QCOMPARE(hexokinase.omittedNodes, std::size_t{0});
        const Subgraph atpase = metabolicNeighbourhood(metabolicCell(), Genotype{3}, limits);
        QVERIFY(labels(atpase).count("ATP [c]") == 1);
        QVERIFY(labels(atpase).count("ADP [c]") == 1);
    }

    void theLimitHoldsAndIsHonest()
    {
        const Cell cell = metabolicCell();
        const std::size_t all = metabolicNeighbourhood(cell, Genotype{0, 3}).nodes.size();
        for (std::size_t limit = 0; limit <= all + 1; ++limit) {
            SubgraphLimits limits;
            limits.maxNodes = limit;
            const Subgraph graph = metabolicNeighbourhood(cell, Genotype{0, 3}, limits);
            QVERIFY(graph.nodes.size() <= limit);
            QCOMPARE(graph.nodes.size() + graph.omittedNodes, all);
            for (const SubgraphEdge &edge : graph.edges) {
                QVERIFY(edge.source >= 0 && static_cast<std::size_t>(edge.source) < graph.nodes.size());
                QVERIFY(edge.target >= 0 && static_cast<std::size_t>(edge.target) < graph.nodes.size());
            }
        }
    }

    void demoCellNeighbourhoods()
    {
        const std::filesystem::path folder =
            std::filesystem::path(KNOCKSCAPE_RESOURCES_DIR) / "demo" / "central-metabolism.cell";
        std::vector<Issue> issues;
        const Cell cell = readCellBundle(folder, issues);
        const GeneIndex gene = cell.genes.resolve("PGI1").gene;
        QVERIFY(gene >= 0);
        const Subgraph graph = metabolicNeighbourhood(cell, Genotype{gene});
        const auto reactions = std::count_if(graph.nodes.begin(), graph.nodes.end(),
                                             [](const SubgraphNode &node) { return node.kind == NodeKind::Reaction; });
        QVERIFY(reactions >= 1);
        QVERIFY(graph.nodes.size() >= 4);
    }
};

QTEST_APPLESS_MAIN(TestSubgraph)
#include "test_subgraph.moc"
