#include "tests/engine/demo/demo_cell.h"

#include "engine/core/issue.h"

#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace knockscape;
using namespace knockscape::test;

/// The shipped cell as data: what it holds, that its parts refer to each other and that its chemistry adds up.
class TestDemoCell : public QObject
{
    Q_OBJECT

private slots:
    void readsWithoutIssues();
    void holdsTheGenomePart();
    void genesAreDescribed();
    void everyReactionGeneIsInTheCatalogue();
    void coversMetabolism_data();
    void coversMetabolism();
    void everyInternalReactionBalances();
    void onlyPoolsLackFormulas();
    void everyMetaboliteIsMadeAndUsed();
    void networksReachTheGenes();
    void hypergraphStaysSmall();
};

void TestDemoCell::readsWithoutIssues()
{
    const std::shared_ptr<const Cell> cell = demoCell();
    for (const Issue &issue : demoIssues()) {
        qWarning("%s", describe(issue).c_str());
    }
    QVERIFY(demoIssues().empty());
    QCOMPARE(QString::fromStdString(cell->organism), QString("Saccharomyces cerevisiae"));
}

void TestDemoCell::holdsTheGenomePart()
{
    const GeneCatalogue &genes = demoCell()->genes;
    QVERIFY2(genes.size() >= 250, qPrintable(QString::number(genes.size())));
    const QRegularExpression systematic("^(Y[A-P][LR]\\d{3}[WC](-[A-Z])?|Q\\d{4})$");
    std::set<std::string> names;
    for (const Gene &gene : genes.genes()) {
        QVERIFY2(systematic.match(QString::fromStdString(gene.id)).hasMatch(), gene.id.c_str());
        QVERIFY2(!gene.name.empty(), gene.id.c_str());
        QVERIFY2(names.insert(gene.name).second, gene.name.c_str());
        QCOMPARE(genes.resolve(gene.name).gene, genes.findId(gene.id));
    }
}

void TestDemoCell::genesAreDescribed()
{
    const GeneCatalogue &genes = demoCell()->genes;
    const std::vector<std::string> &columns = genes.annotationColumns();
    QVERIFY(std::find(columns.begin(), columns.end(), "pathway") != columns.end());
    for (const Gene &gene : genes.genes()) {
        QVERIFY2(gene.description.size() > 8, gene.id.c_str());
        QVERIFY2(!gene.annotations.front().empty(), gene.id.c_str());
    }
}

void TestDemoCell::everyReactionGeneIsInTheCatalogue()
{
    std::set<GeneIndex> used;
    for (const Reaction &reaction : demoCell()->metabolism.reactions) {
        for (const std::vector<GeneIndex> &isozyme : reaction.isozymes) {
            for (const GeneIndex gene : isozyme) {
                QVERIFY2(gene >= 0, reaction.id.c_str());
                used.insert(gene);
            }
        }
    }
    QVERIFY(used.size() >= 250);
}

void TestDemoCell::coversMetabolism_data()
{
    QTest::addColumn<QString>("subsystem");
    QTest::addColumn<int>("atLeast");
    const std::vector<std::pair<const char *, int>> expected = {{"Glycolysis", 10},
                                                                {"Gluconeogenesis", 2},
                                                                {"Pentose phosphate", 8},
                                                                {"TCA cycle", 8},
                                                                {"Glyoxylate cycle", 3},
                                                                {"Fermentation", 2},
                                                                {"Glycerol", 4},
                                                                {"Oxidative phosphorylation", 6},
                                                                {"Arginine", 8},
                                                                {"Histidine", 8},
                                                                {"Lysine", 7},
                                                                {"Branched-chain amino acids", 12},
                                                                {"Aromatic amino acids", 9},
                                                                {"Tryptophan", 5},
                                                                {"Sulfur", 10},
                                                                {"Purines", 15},
                                                                {"Purine salvage", 5},
                                                                {"Pyrimidines", 8},
                                                                {"Fatty acids", 4},
                                                                {"Phospholipids", 12},
                                                                {"Sterols", 20},
                                                                {"One-carbon", 6},
                                                                {"Nitrogen assimilation", 4},
                                                                {"Phosphate uptake", 2},
                                                                {"Hexose transport", 4},
                                                                {"Mitochondrial transport", 10}};
    for (const auto &[subsystem, count] : expected) {
        QTest::newRow(subsystem) << QString(subsystem) << count;
    }
}

void TestDemoCell::coversMetabolism()
{
    QFETCH(QString, subsystem);
    QFETCH(int, atLeast);
    int count = 0;
    for (const Reaction &reaction : demoCell()->metabolism.reactions) {
        count += reaction.subsystem == subsystem.toStdString() ? 1 : 0;
    }
    QVERIFY2(count >= atLeast, qPrintable(QString::number(count)));
}

void TestDemoCell::everyInternalReactionBalances()
{
    const Metabolism &metabolism = demoCell()->metabolism;
    int checked = 0;
    for (const Reaction &reaction : metabolism.reactions) {
        if (reaction.subsystem == "Exchange" || reaction.objective != 0.0 || !hasFormulas(metabolism, reaction)) {
            continue;
        }
        ++checked;
        for (const auto &[element, sum] : imbalance(metabolism, reaction)) {
            QFAIL(qPrintable(QString("%1 gains %2 %3").arg(reaction.id.c_str()).arg(sum).arg(element.c_str())));
        }
    }
    QVERIFY(checked > 500);
}

void TestDemoCell::onlyPoolsLackFormulas()
{
    const Metabolism &metabolism = demoCell()->metabolism;
    std::set<std::string> without;
    for (const Metabolite &metabolite : metabolism.metabolites) {
        QVERIFY2(QString("cme").contains(QString::fromStdString(metabolite.compartment)), metabolite.id.c_str());
        if (metabolite.formula.empty()) {
            without.insert(metabolite.id);
        } else {
            QVERIFY2(metabolite.charge.has_value(), metabolite.id.c_str());
        }
    }
    const std::set<std::string> pools = {"biomass_c", "clpool_c", "dsb_c",    "nlpool_c",
                                         "papool_c",  "pcpool_c", "sppool_c", "sterol_c"};
    QCOMPARE(without, pools);
}

void TestDemoCell::everyMetaboliteIsMadeAndUsed()
{
    const Metabolism &metabolism = demoCell()->metabolism;
    std::vector<int> reactions(metabolism.metabolites.size());
    for (const Reaction &reaction : metabolism.reactions) {
        for (const StoichiometricTerm &term : reaction.terms) {
            ++reactions[static_cast<std::size_t>(term.metabolite)];
        }
    }
    for (std::size_t i = 0; i < reactions.size(); ++i) {
        QVERIFY2(reactions[i] >= 2, metabolism.metabolites[i].id.c_str());
    }
}

void TestDemoCell::networksReachTheGenes()
{
    const std::shared_ptr<const Cell> cell = demoCell();
    const GeneNetwork *physical = cell->findNetwork("physical");
    const GeneNetwork *regulatory = cell->findNetwork("regulatory");
    QVERIFY(physical != nullptr && !physical->directed());
    QVERIFY(regulatory != nullptr && regulatory->directed());
    QVERIFY(physical->edges().size() >= 300);
    QVERIFY(regulatory->edges().size() >= 500);

    const auto joined = [&](const GeneNetwork &network, const char *from, const char *to) {
        const GeneIndex source = cell->genes.resolve(from).gene;
        const GeneIndex target = cell->genes.resolve(to).gene;
        return std::any_of(network.edges().begin(), network.edges().end(), [&](const GeneEdge &edge) {
            return (edge.source == source && edge.target == target) ||
                   (!network.directed() && edge.source == target && edge.target == source);
        });
    };
    QVERIFY(joined(*physical, "FAS1", "FAS2"));
    QVERIFY(joined(*physical, "ATP1", "ATP2"));
    QVERIFY(joined(*physical, "INO4", "INO2"));
    QVERIFY(joined(*regulatory, "GCN4", "HIS3"));
    QVERIFY(joined(*regulatory, "MET4", "MET3"));
    QVERIFY(!joined(*regulatory, "HIS3", "GCN4"));
}

void TestDemoCell::hypergraphStaysSmall()
{
    const std::shared_ptr<const Cell> cell = demoCell();
    const Hypergraph graph = buildHypergraph(cell->metabolism, cell->hyperedges);
    QVERIFY(graph.hyperedgeCount() > 500);
    QVERIFY(graph.hyperedgeCount() < 2000);
    QVERIFY(graph.nodeCount() > 250);
}

QTEST_GUILESS_MAIN(TestDemoCell)
#include "test_demo_cell.moc"
