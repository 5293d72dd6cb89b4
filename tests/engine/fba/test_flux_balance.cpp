#include "tests/engine/fba/small_cells.h"

#include "engine/cell/bundle.h"
#include "engine/cell/metabolic_genes.h"
#include "engine/core/issue.h"
#include "engine/fba/flux_balance.h"
#include "engine/fba/growth_conditions.h"
#include "engine/fba/simulation.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <set>

using namespace knockscape;
using knockscape::test::branchedCell;
using knockscape::test::SmallCell;

namespace
{

std::shared_ptr<const Cell> demoCell()
{
    const std::string folder = KNOCKSCAPE_RESOURCES_DIR "/demo/central-metabolism.cell";
    if (!QFileInfo::exists(QString::fromStdString(folder + "/cell.json"))) {
        return nullptr;
    }
    std::vector<Issue> issues;
    return std::make_shared<const Cell>(readCellBundle(folder, issues));
}

/// Singles, and pairs and triples drawn with a fixed seed.
std::vector<Genotype> someGenotypes(const Cell &cell, std::size_t count)
{
    std::vector<Genotype> genotypes = metabolicSingles(cell);
    const std::size_t singles = genotypes.size();
    std::mt19937 random(7);
    while (genotypes.size() < singles + count) {
        Genotype genotype = genotypes[random() % singles].with(genotypes[random() % singles].genes()[0]);
        if (random() % 2 == 0) {
            genotype = genotype.with(genotypes[random() % singles].genes()[0]);
        }
        genotypes.push_back(genotype);
    }
    return genotypes;
}

} // namespace

class TestFluxBalance : public QObject
{
    Q_OBJECT

private slots:
    void solvesBranchedNetworkByHand();
    void countsBlockedReactions();
    void unmetMaintenanceIsInfeasible();
    void infiniteBoundsAndRepeatedTerms();
    void refusesWhatCannotGrow();
    void refusesUnknownGene();
    void answersDoNotDependOnOrder();
    void agreesWithProblemsBuiltAfresh();
    void threadsGiveTheSameAnswersInOrder();
    void cancelKeepsWhatWasDone();
    void singlesInCatalogueOrder();
    void variabilityByHand();
    void exactArithmeticAgrees();
    void mediumAndObjective();
    void refusesWrongConditions();
    void knowsGenesOutsideTheModel();
    void tellsWhereADeletionGrows();
    void richMediumOpensOnlyTheOutside();
};

void TestFluxBalance::solvesBranchedNetworkByHand()
{
    FluxBalance balance(branchedCell().build());
    QCOMPARE(balance.wildTypeGrowth(), 10.0);
    QCOMPARE(balance.wildTypeFluxes(), (std::vector<double>{10.0, 10.0, 0.0, 10.0}));
    QCOMPARE(balance.simulate(Genotype{}).fitness, 1.0);
    QCOMPARE(balance.simulate(Genotype{0}).fitness, 1.0);
    QCOMPARE(balance.simulate(Genotype{2}).fitness, 1.0);
    QCOMPARE(balance.simulate(Genotype{0, 1}).growth, 5.0);
    QCOMPARE(balance.simulate(Genotype{0, 1}).fitness, 0.5);
    QCOMPARE(balance.simulate(Genotype{0, 1, 3}).fitness, 0.0);
    QCOMPARE(balance.simulate(Genotype{0, 1, 3}).status, std::string("ok"));
}

void TestFluxBalance::countsBlockedReactions()
{
    FluxBalance balance(branchedCell().build());
    QCOMPARE(balance.simulate(Genotype{0}).blockedReactions, std::vector<std::int32_t>{});
    QCOMPARE(balance.simulate(Genotype{3}).blockedReactions, std::vector<std::int32_t>{2});
    QCOMPARE(balance.simulate(Genotype{0, 1, 2, 3}).blockedReactions, (std::vector<std::int32_t>{1, 2}));
    QCOMPARE(balance.simulate(Genotype{4}).blockedReactions, std::vector<std::int32_t>{});
}

void TestFluxBalance::unmetMaintenanceIsInfeasible()
{
    SmallCell cell = branchedCell();
    cell.reaction("maintenance", {{"B", -1.0}}, 6.0, 6.0);
    FluxBalance balance(cell.build());
    QCOMPARE(balance.wildTypeGrowth(), 4.0);
    const SimulatedGrowth answer = balance.simulate(Genotype{0, 1});
    QCOMPARE(answer.status, std::string("infeasible"));
    QCOMPARE(answer.fitness, 0.0);
    QCOMPARE(balance.simulate(Genotype{4}).fitness, 1.0);
}

void TestFluxBalance::infiniteBoundsAndRepeatedTerms()
{
    const double infinity = std::numeric_limits<double>::infinity();
    SmallCell cell({"G1"});
    cell.reaction("uptake", {{"A", 1.0}}, -infinity, 3.0)
        .reaction("convert", {{"A", -1.0}, {"B", 1.0}, {"A", -0.5}}, -infinity, infinity, "G1")
        .reaction("growth", {{"B", -1.0}}, 0.0, infinity, "", 1.0);
    FluxBalance balance(cell.build());
    QCOMPARE(balance.wildTypeGrowth(), 2.0);
    QCOMPARE(balance.simulate(Genotype{0}).fitness, 0.0);
}

void TestFluxBalance::refusesWhatCannotGrow()
{
    const auto refuses = [](const SmallCell &cell, const std::string &words) {
        try {
            FluxBalance balance(cell.build());
        } catch (const InputError &error) {
            return std::string(error.what()).find(words) != std::string::npos;
        }
        return false;
    };
    const double infinity = std::numeric_limits<double>::infinity();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    SmallCell noObjective({"G1"});
    noObjective.reaction("r", {{"A", 1.0}}, 0.0, 1.0);
    SmallCell unbounded({"G1"});
    unbounded.reaction("in", {{"A", 1.0}}, 0.0, infinity).reaction("out", {{"A", -1.0}}, 0.0, infinity, "", 1.0);
    SmallCell starving({"G1"});
    starving.reaction("growth", {{"A", -1.0}}, 0.0, 10.0, "", 1.0);
    SmallCell infeasible({"G1"});
    infeasible.reaction("growth", {{"A", -1.0}}, 1.0, 10.0, "", 1.0);
    SmallCell crossed = branchedCell();
    crossed.reaction("crossed", {{"A", 1.0}}, 1.0, -1.0);
    SmallCell notANumber = branchedCell();
    notANumber.reaction("nan", {{"A", 1.0}}, nan, 1.0);
    SmallCell wildCoefficient = branchedCell();
    wildCoefficient.reaction("wild", {{"A", infinity}}, 0.0, 1.0);
    QVERIFY(refuses(SmallCell({"G1"}), "no metabolism"));
    QVERIFY(refuses(noObjective, "objective"));
    QVERIFY(refuses(unbounded, "unbounded"));
    QVERIFY(refuses(starving, "cannot grow"));
    QVERIFY(refuses(infeasible, "cannot grow"));
    QVERIFY(refuses(crossed, "crossed"));
    QVERIFY(refuses(notANumber, "nan"));
    QVERIFY(refuses(wildCoefficient, "wild"));
}

void TestFluxBalance::refusesUnknownGene()
{
    FluxBalance balance(branchedCell().build());
    QVERIFY_EXCEPTION_THROWN(balance.simulate(Genotype{5}), InputError);
    QVERIFY_EXCEPTION_THROWN(balance.simulate(Genotype{-1}), InputError);
}

void TestFluxBalance::answersDoNotDependOnOrder()
{
    const auto cell = demoCell();
    QVERIFY(cell);
    const std::vector<Genotype> genotypes = someGenotypes(*cell, 200);
    FluxBalance forward(cell);
    FluxBalance backward(cell);
    std::vector<double> growth;
    for (const Genotype &genotype : genotypes) {
        growth.push_back(forward.simulate(genotype).growth);
    }
    for (std::size_t i = genotypes.size(); i-- > 0;) {
        QVERIFY(backward.simulate(genotypes[i]).growth == growth[i]);
    }
}

void TestFluxBalance::agreesWithProblemsBuiltAfresh()
{
    const auto cell = demoCell();
    QVERIFY(cell);
    FluxBalance balance(cell);
    const std::vector<Genotype> genotypes = someGenotypes(*cell, 100);
    for (std::size_t i = 0; i < genotypes.size(); i += 5) {
        const Genotype &genotype = genotypes[i];
        // The reference: a cell in which the blocked reactions were closed from the start, solved without a warm start.
        auto closed = std::make_shared<Cell>(*cell);
        const SimulatedGrowth answer = balance.simulate(genotype);
        for (Reaction &reaction : closed->metabolism.reactions) {
            if (reaction.blockedBy(genotype)) {
                reaction.lowerBound = 0.0;
                reaction.upperBound = 0.0;
            }
        }
        double expected = 0.0;
        try {
            expected = FluxBalance(closed).wildTypeGrowth();
        } catch (const InputError &) {
            expected = 0.0;
        }
        QVERIFY2(std::abs(answer.growth - expected) < 1e-6, cell->genes.ids(genotype).c_str());
        QVERIFY2(std::abs(balance.simulateAfresh(genotype).growth - expected) < 1e-6,
                 cell->genes.ids(genotype).c_str());
    }
}

void TestFluxBalance::threadsGiveTheSameAnswersInOrder()
{
    const auto cell = branchedCell().build();
    std::vector<Genotype> genotypes;
    for (GeneIndex a = 0; a < 5; ++a) {
        for (GeneIndex b = 0; b < 5; ++b) {
            for (GeneIndex c = 0; c < 5; ++c) {
                genotypes.push_back(Genotype{a, b, c});
            }
        }
    }
    FluxBalance balance(cell);
    for (const int threads : {1, 3, 0}) {
        std::size_t expected = 0;
        simulateAll(cell, genotypes, threads,
                    [&](std::size_t index, const SimulatedGrowth &growth) {
                        QCOMPARE(index, expected++);
                        QCOMPARE(growth.growth, balance.simulate(genotypes[index]).growth);
                    },
                    {});
        QCOMPARE(expected, genotypes.size());
    }
}

void TestFluxBalance::cancelKeepsWhatWasDone()
{
    const std::vector<Genotype> genotypes(1000, Genotype{0, 1});
    JobControl control;
    std::size_t received = 0;
    const auto sink = [&](std::size_t, const SimulatedGrowth &growth) {
        QCOMPARE(growth.fitness, 0.5);
        if (++received == 10) {
            control.cancel.cancel();
        }
    };
    QVERIFY_EXCEPTION_THROWN(simulateAll(branchedCell().build(), genotypes, 2, sink, control), Cancelled);
    QCOMPARE(received, std::size_t{10});
    SmallCell broken({"G1"});
    QVERIFY_EXCEPTION_THROWN(simulateAll(broken.build(), genotypes, 2, sink, {}), InputError);
}

void TestFluxBalance::singlesInCatalogueOrder()
{
    const auto cell = branchedCell().build();
    const std::vector<Genotype> expected{Genotype{0}, Genotype{1}, Genotype{2}, Genotype{3}};
    QVERIFY(metabolicSingles(*cell) == expected);
}

void TestFluxBalance::variabilityByHand()
{
    // A second way from A to B at full yield, while the first is reversible: at full growth both together carry 10,
    // whatever runs in a circle, and the bypass nothing.
    SmallCell cell = branchedCell();
    cell.reaction("twin", {{"A", -1.0}, {"B", 1.0}}, 0.0, 1000.0, "G5");
    FluxBalance balance(cell.build());
    const std::vector<FluxRange> full = balance.variability({0, 1, 2, 3, 4});
    const auto near = [](const FluxRange &range, double low, double high) {
        return std::abs(range.low - low) < 1e-6 && std::abs(range.high - high) < 1e-6;
    };
    QVERIFY(near(full[0], 10.0, 10.0));
    QVERIFY(near(full[1], -990.0, 10.0));
    QVERIFY(near(full[2], 0.0, 0.0));
    QVERIFY(near(full[3], 10.0, 10.0));
    QVERIFY(near(full[4], 0.0, 1000.0));
    // At half the growth half of A may be saved, or all of it go the way of half the yield.
    const std::vector<FluxRange> half = balance.variability({0, 2}, 0.5);
    QVERIFY(near(half[0], 5.0, 10.0));
    QVERIFY(near(half[1], 0.0, 10.0));
    // The object still answers as before.
    QCOMPARE(balance.simulate(Genotype{0, 1}).fitness, 1.0);
    QCOMPARE(balance.simulate(Genotype{0, 1, 4}).fitness, 0.5);
    QVERIFY_EXCEPTION_THROWN(balance.variability({9}), InputError);
    QVERIFY_EXCEPTION_THROWN(balance.variability({0}, 1.5), InputError);
    JobControl cancelled;
    cancelled.cancel.cancel();
    QVERIFY_EXCEPTION_THROWN(balance.variability({0}, 1.0, cancelled), Cancelled);
}

void TestFluxBalance::exactArithmeticAgrees()
{
    const auto cell = demoCell();
    QVERIFY(cell);
    FluxBalance balance(cell);
    QVERIFY(std::abs(balance.growthByExactArithmetic(Genotype{}) - balance.wildTypeGrowth()) < 1e-6);
    const std::vector<Genotype> singles = metabolicSingles(*cell);
    std::size_t compared = 0;
    for (std::size_t i = 0; i < singles.size() && compared < 3; ++i) {
        const SimulatedGrowth answer = balance.simulate(singles[i]);
        // Those that change something are the ones worth a second opinion.
        if (answer.fitness < 0.999) {
            const double exact = balance.growthByExactArithmetic(singles[i]);
            QVERIFY2(std::abs(exact - answer.growth) < 1e-6, cell->genes.ids(singles[i]).c_str());
            ++compared;
        }
    }
    QCOMPARE(compared, std::size_t{3});
}

void TestFluxBalance::mediumAndObjective()
{
    SmallCell small({"G1"});
    small.reaction("sugar", {{"A", -1.0}}, -10.0, 0.0)
        .reaction("salt", {{"C", 1.0}}, 0.0, 8.0)
        .reaction("make", {{"A", -1.0}, {"C", -1.0}, {"B", 1.0}}, 0.0, 1000.0, "G1")
        .reaction("growth", {{"B", -1.0}}, 0.0, 1000.0, "", 1.0)
        .reaction("waste", {{"B", -2.0}}, 0.0, 1000.0);
    const auto cell = small.build();
    QCOMPARE(FluxBalance(cell).wildTypeGrowth(), 8.0);
    GrowthConditions conditions;
    conditions.medium = std::map<std::string, double>{{"sugar", 3.0}, {"salt", 100.0}};
    QCOMPARE(FluxBalance(underConditions(cell, conditions)).wildTypeGrowth(), 3.0);
    // What the medium does not name is closed, and then nothing grows.
    conditions.medium->erase("salt");
    QVERIFY_EXCEPTION_THROWN(FluxBalance(underConditions(cell, conditions)), InputError);
    GrowthConditions otherGoal;
    otherGoal.objective = "waste";
    QCOMPARE(FluxBalance(underConditions(cell, otherGoal)).wildTypeGrowth(), 4.0);
    QVERIFY(underConditions(cell, {}) == cell);
}

void TestFluxBalance::refusesWrongConditions()
{
    const auto cell = branchedCell().build();
    GrowthConditions conditions;
    conditions.objective = "nothing";
    QVERIFY_EXCEPTION_THROWN(underConditions(cell, conditions), InputError);
    conditions = {};
    conditions.medium = std::map<std::string, double>{{"main", 1.0}};
    QVERIFY_EXCEPTION_THROWN(underConditions(cell, conditions), InputError);
    QTemporaryDir folder;
    const auto medium = [&](const QByteArray &text) {
        QFile file(folder.filePath("medium.tsv"));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(text);
        }
        return std::filesystem::path(folder.filePath("medium.tsv").toStdString());
    };
    std::vector<Issue> said;
    QCOMPARE(readMedium(medium("reaction\tuptake\nuptake\t2.5\n"), said).at("uptake"), 2.5);
    QVERIFY_EXCEPTION_THROWN(readMedium(medium("reaction\tuptake\nuptake\t-1\n"), said), InputError);
    QVERIFY_EXCEPTION_THROWN(readMedium(medium("reaction\tuptake\nuptake\t1\nuptake\t2\n"), said), InputError);
    QVERIFY_EXCEPTION_THROWN(readMedium(medium("reaction\tamount\nuptake\t1\n"), said), InputError);
    // How the text was read is said, and what a spreadsheet made of an id is called that.
    QVERIFY(said.empty());
    readMedium(medium("reaction\tuptake\tnote\nuptake\t1\tcaf\xe9\n"), said);
    QVERIFY(said.size() == 1 && said[0].what.find("Windows-1252") != std::string::npos);
    QVERIFY_EXCEPTION_THROWN(readMedium(medium("%PDF-1.7\n"), said), InputError);
    conditions.medium = std::map<std::string, double>{{"1-Oct", 1.0}};
    try {
        underConditions(branchedCell().reaction("OCT1", {{"sugar", -1.0}}, -1.0, 1.0).build(), conditions);
        QFAIL("a date was taken for a reaction");
    } catch (const InputError &error) {
        QVERIFY2(error.issues()[0].remedy.find("OCT1") != std::string::npos, error.what());
    }
}

void TestFluxBalance::knowsGenesOutsideTheModel()
{
    const auto cell = branchedCell().build();
    QCOMPARE(deletedGenesInModel(*cell, Genotype{}), std::size_t{0});
    QCOMPARE(deletedGenesInModel(*cell, Genotype{4}), std::size_t{0});
    QCOMPARE(deletedGenesInModel(*cell, Genotype{0, 3, 4}), std::size_t{2});
    QVERIFY(!MetabolicGenes(*cell).contains(-1) && !MetabolicGenes(*cell).contains(5));
    FluxBalance balance(cell);
    // G1 has an isozyme, so that nothing is blocked, and yet the model has something to say about it.
    QCOMPARE(balance.simulate(Genotype{0}).genesInModel, std::size_t{1});
    QCOMPARE(balance.simulate(Genotype{0, 1, 4}).genesInModel, std::size_t{2});
    QCOMPARE(balance.simulateAfresh(Genotype{4}).genesInModel, std::size_t{0});
}

namespace
{

/// B is made from sugar by G1 or taken up, where the medium has it; growth needs B and C, and only G2 makes C.
SmallCell auxotrophCell()
{
    SmallCell cell({"G1", "G2"});
    cell.reaction("EX_sugar", {{"sugar", -1.0}}, -2.0, 1000.0)
        .reaction("EX_b", {{"b_outside", -1.0}}, 0.0, 1000.0)
        .reaction("import", {{"b_outside", -1.0}, {"B", 1.0}}, 0.0, 1000.0)
        .reaction("make", {{"sugar", -1.0}, {"B", 1.0}, {"C", 1.0}}, 0.0, 1000.0, "G1")
        .reaction("makeC", {{"sugar", -1.0}, {"C", 1.0}}, 0.0, 1000.0, "G2")
        .reaction("growth", {{"B", -1.0}, {"C", -1.0}, {"biomass", 1.0}}, 0.0, 1000.0)
        .reaction("DM_C", {{"C", -1.0}}, 0.0, 1000.0)
        .reaction("drain", {{"biomass", -1.0}}, 0.0, 1000.0, "", 1.0);
    return cell;
}

/// Puts these metabolites into the compartment "e", the others into "c".
void moveOutside(Cell &cell, const std::set<std::string> &outside)
{
    const std::string names[] = {"c", "e"};
    for (Metabolite &metabolite : cell.metabolism.metabolites) {
        metabolite.compartment = names[outside.count(metabolite.id)];
    }
}

} // namespace

void TestFluxBalance::tellsWhereADeletionGrows()
{
    const auto cell = auxotrophCell().build();
    moveOutside(*cell, {"sugar", "b_outside"});
    FluxBalance balance(cell);
    QCOMPARE(balance.wildTypeGrowth(), 2.0);
    QCOMPARE(balance.viability(Genotype{}), Viability::Viable);
    QCOMPARE(balance.viability(Genotype{1}), Viability::Viable);
    // Without G1 there is no B but what the medium holds; without both there is no C on any medium.
    QCOMPARE(balance.simulate(Genotype{0}).fitness, 0.0);
    QCOMPARE(balance.viability(Genotype{0}), Viability::RichMediumOnly);
    QCOMPARE(balance.viability(Genotype{0, 1}), Viability::Lethal);
    // 10 of sugar and 10 of B: every sugar gives one C.
    QCOMPARE(balance.simulateOnRichMedium(Genotype{0}).growth, 10.0);
    QCOMPARE(balance.simulateOnRichMedium(Genotype{}).growth, 10.0);
    QCOMPARE(balance.simulate(Genotype{0}).fitness, 0.0);
}

void TestFluxBalance::richMediumOpensOnlyTheOutside()
{
    const auto cell = auxotrophCell().reaction("EX_salt", {{"salt", -1.0}}, -50.0, 0.0).build();
    moveOutside(*cell, {"sugar", "b_outside", "salt", "biomass"});
    const auto lower = [](const Cell &of, const std::string &id) {
        const std::vector<Reaction> &all = of.metabolism.reactions;
        return std::find_if(all.begin(), all.end(), [&](const Reaction &r) { return r.id == id; })->lowerBound;
    };
    const auto rich = onRichMedium(cell);
    QCOMPARE(lower(*rich, "EX_sugar"), -10.0);
    QCOMPARE(lower(*rich, "EX_b"), -10.0);
    QCOMPARE(lower(*rich, "EX_salt"), -50.0);
    QCOMPARE(lower(*rich, "DM_C"), 0.0);
    QCOMPARE(lower(*rich, "drain"), 0.0);
    QCOMPARE(lower(*cell, "EX_b"), 0.0);
}

QTEST_APPLESS_MAIN(TestFluxBalance)
#include "test_flux_balance.moc"
