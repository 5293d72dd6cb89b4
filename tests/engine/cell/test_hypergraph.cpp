#include "engine/cell/gene_catalogue.h"
#include "engine/cell/gene_network.h"
#include "engine/cell/metabolism.h"
#include "engine/core/issue.h"

#include <QRandomGenerator>
#include <QtTest>

#include <map>
#include <set>
#include <tuple>

using namespace knockscape;

namespace
{

std::string numbered(std::string prefix, int number)
{
    prefix += std::to_string(number);
    return prefix;
}

GeneCatalogue numberedGenes(int count)
{
    std::vector<Gene> genes(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        genes[static_cast<std::size_t>(i)].id = numbered("g", i);
    }
    return GeneCatalogue(std::move(genes));
}

Reaction reaction(std::string id, double lower, double upper, const std::string &rule,
                  std::vector<StoichiometricTerm> terms)
{
    Reaction result;
    result.id = std::move(id);
    result.lowerBound = lower;
    result.upperBound = upper;
    result.ruleText = rule;
    result.rule = parseGeneRule(rule, result.id);
    result.terms = std::move(terms);
    return result;
}

Metabolism randomMetabolism(QRandomGenerator &random, const GeneCatalogue &genes)
{
    Metabolism metabolism;
    for (int i = 0; i < 30; ++i) {
        metabolism.metabolites.push_back({numbered("m", i), {}, {}, {}, {}});
    }
    const std::vector<std::string> rules = {
        "", "g1", "g1 or g2", "g1 and g2", "(g3 and g9) or g4 or (g5 and g1)", "absent", "g7 or absent"};
    for (int i = 0; i < 40; ++i) {
        std::set<int> used;
        std::vector<StoichiometricTerm> terms;
        for (int t = random.bounded(5); t > 0; --t) {
            const int metabolite = random.bounded(30);
            if (used.insert(metabolite).second) {
                terms.push_back({metabolite, random.bounded(8) - 4.5});
            }
        }
        const double lower = random.bounded(3) == 0 ? 0.0 : -10.0;
        const double upper = random.bounded(4) == 0 ? 0.0 : 10.0;
        metabolism.reactions.push_back(
            reaction(numbered("r", i), lower, upper, rules[static_cast<std::size_t>(random.bounded(7))], terms));
    }
    metabolism.bindGenes(genes);
    return metabolism;
}

/// A hyperedge by what it means, without any numbering: reaction, genes, coefficient of each metabolite.
using Hyperedge = std::tuple<std::string, std::vector<GeneIndex>, std::map<std::string, float>>;

/// The expansion as model.md says it, one reaction, direction and isozyme after the other.
std::multiset<Hyperedge> obviousExpansion(const Metabolism &metabolism, const HyperedgeOptions &options)
{
    std::multiset<Hyperedge> edges;
    for (const Reaction &source : metabolism.reactions) {
        if (source.terms.empty() || (source.isozymes.empty() && !options.keepReactionsWithoutGenes)) {
            continue;
        }
        std::vector<float> signs = {1.0F};
        if (options.expandDirections && source.lowerBound < 0.0) {
            signs = source.upperBound > 0.0 ? std::vector<float>{1.0F, -1.0F} : std::vector<float>{-1.0F};
        }
        std::vector<std::vector<GeneIndex>> lists = source.isozymes;
        if (lists.empty()) {
            lists = {{}};
        } else if (!options.expandIsozymes) {
            std::vector<GeneIndex> all;
            for (const auto &list : lists) {
                for (const GeneIndex gene : list) {
                    if (std::count(all.begin(), all.end(), gene) == 0) {
                        all.push_back(gene);
                    }
                }
            }
            lists = {all};
        }
        for (const float sign : signs) {
            for (const auto &genes : lists) {
                std::map<std::string, float> terms;
                for (const StoichiometricTerm &term : source.terms) {
                    terms[metabolism.metabolites[static_cast<std::size_t>(term.metabolite)].id] =
                        sign * static_cast<float>(term.coefficient);
                }
                edges.insert({source.id, genes, terms});
            }
        }
    }
    return edges;
}

std::multiset<Hyperedge> meaning(const Metabolism &metabolism, const Hypergraph &graph)
{
    std::vector<Hyperedge> edges(graph.hyperedgeCount());
    for (std::size_t r = 0; r < edges.size(); ++r) {
        std::get<0>(edges[r]) = metabolism.reactions[static_cast<std::size_t>(graph.hyperedgeReaction[r])].id;
        std::get<1>(edges[r]) = {graph.genes.begin() + graph.geneOffsets[r],
                                 graph.genes.begin() + graph.geneOffsets[r + 1]};
    }
    for (std::size_t i = 0; i < graph.incidenceCount(); ++i) {
        const auto metabolite = graph.nodeMetabolite[static_cast<std::size_t>(graph.incidenceNode[i])];
        std::get<2>(edges[static_cast<std::size_t>(graph.incidenceHyperedge[i])])
            .emplace(metabolism.metabolites[static_cast<std::size_t>(metabolite)].id, graph.stoichiometry[i]);
    }
    return {edges.begin(), edges.end()};
}

} // namespace

class TestHypergraph : public QObject
{
    Q_OBJECT

private slots:
    void expandsAsTheObviousReferenceDoes()
    {
        const GeneCatalogue genes = numberedGenes(10);
        QRandomGenerator random(5);
        for (int i = 0; i < 100; ++i) {
            const Metabolism metabolism = randomMetabolism(random, genes);
            for (int bits = 0; bits < 8; ++bits) {
                const HyperedgeOptions options{(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0};
                const Hypergraph graph = buildHypergraph(metabolism, options);
                QVERIFY(meaning(metabolism, graph) == obviousExpansion(metabolism, options));
                QVERIFY(std::is_sorted(graph.incidenceHyperedge.begin(), graph.incidenceHyperedge.end()));
                QVERIFY(std::is_sorted(graph.hyperedgeReaction.begin(), graph.hyperedgeReaction.end()));
                QVERIFY(std::is_sorted(graph.nodeMetabolite.begin(), graph.nodeMetabolite.end()));
                const std::set<int> used(graph.incidenceNode.begin(), graph.incidenceNode.end());
                QCOMPARE(used.size(), graph.nodeCount());
                QCOMPARE(graph.geneOffsets.size(), graph.hyperedgeCount() + 1);
            }
        }
    }

    void anEmptyMetabolismHasAnEmptyHypergraph()
    {
        const Hypergraph graph = buildHypergraph({}, {});
        QCOMPARE(graph.hyperedgeCount(), std::size_t{0});
        QCOMPARE(graph.geneOffsets, std::vector<std::int32_t>{0});
    }

    void deletionsBlockReactions()
    {
        Metabolism metabolism;
        metabolism.reactions = {reaction("complex", 0, 1, "(g1 and g2) or g3", {}), reaction("free", 0, 1, "", {}),
                                reaction("other", 0, 1, "absent or g1", {})};
        QCOMPARE(metabolism.bindGenes(numberedGenes(5)), std::vector<std::string>{"absent"});
        const Reaction &complex = metabolism.reactions[0];
        QVERIFY(!complex.blockedBy({}));
        QVERIFY(!complex.blockedBy({1, 2}));
        QVERIFY(!complex.blockedBy({3}));
        QVERIFY(complex.blockedBy({1, 3}));
        QVERIFY(complex.blockedBy({2, 3, 4}));
        QVERIFY(!metabolism.reactions[1].blockedBy({0, 1, 2, 3, 4}));
        // A gene the catalogue lacks is never knocked out.
        QVERIFY(!metabolism.reactions[2].blockedBy({1}));
    }

    void undirectedNetworksHoldEveryEdgeOnce()
    {
        const GeneNetwork network("physical", false, 4, {{2, 1, 0.5F}, {1, 2, 0.9F}, {0, 3, 1.0F}, {3, 3, 1.0F}});
        QCOMPARE(network.edges().size(), std::size_t{3});
        QVERIFY((network.edges()[1] == GeneEdge{1, 2, 0.5F}));
        QCOMPARE(network.messageEdges().size(), std::size_t{5});
        QCOMPARE(std::vector<GeneIndex>(network.neighbours(3).begin(), network.neighbours(3).end()),
                 (std::vector<GeneIndex>{0, 3}));
        QCOMPARE(network.neighbours(1).size(), std::size_t{1});
    }

    void directedNetworksKeepRepeatedEdges()
    {
        const GeneNetwork network("regulatory", true, 4, {{2, 1, 1.0F}, {0, 1, 1.0F}, {2, 1, 1.0F}, {1, 2, 1.0F}});
        QCOMPARE(network.edges().size(), std::size_t{4});
        QCOMPARE(network.messageEdges(), network.edges());
        QCOMPARE(network.neighbours(1).size(), std::size_t{2});
        QCOMPARE(network.neighbours(3).size(), std::size_t{0});
        QCOMPARE(network.geneCount(), std::size_t{4});
    }

    void refusesGenesOutsideTheCell()
    {
        QVERIFY_EXCEPTION_THROWN(GeneNetwork("physical", false, 2, {{0, 2, 1.0F}}), InputError);
        QVERIFY_EXCEPTION_THROWN(GeneNetwork("physical", false, 2, {{-1, 0, 1.0F}}), InputError);
        QCOMPARE(GeneNetwork("physical", false, 0, {}).geneCount(), std::size_t{0});
    }
};

QTEST_APPLESS_MAIN(TestHypergraph)
#include "test_hypergraph.moc"
