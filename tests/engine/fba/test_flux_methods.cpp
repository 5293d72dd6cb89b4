#include "tests/engine/fba/fba_fixtures.h"
#include "tests/engine/fba/small_cells.h"

#include "engine/fba/flux_balance.h"
#include "engine/fba/simulation.h"

#include <QTest>

#include <cmath>

using namespace knockscape;
using knockscape::test::branchedCell;
using knockscape::test::SmallCell;

namespace
{

/// The largest imbalance of a metabolite.
double imbalance(const Cell &cell, const std::vector<double> &fluxes)
{
    std::vector<double> sums(cell.metabolism.metabolites.size());
    for (std::size_t i = 0; i < fluxes.size(); ++i) {
        for (const StoichiometricTerm &term : cell.metabolism.reactions[i].terms) {
            sums[static_cast<std::size_t>(term.metabolite)] += term.coefficient * fluxes[i];
        }
    }
    double largest = 0.0;
    for (const double sum : sums) {
        largest = std::max(largest, std::abs(sum));
    }
    return largest;
}

bool keepsBounds(const Cell &cell, const Genotype &genotype, const std::vector<double> &fluxes)
{
    for (std::size_t i = 0; i < fluxes.size(); ++i) {
        const Reaction &reaction = cell.metabolism.reactions[i];
        const bool within = fluxes[i] >= reaction.lowerBound && fluxes[i] <= reaction.upperBound;
        if (reaction.blockedBy(genotype) ? fluxes[i] != 0.0 : !within) {
            return false;
        }
    }
    return true;
}

double sum(const std::vector<double> &fluxes, const std::vector<double> &from = {})
{
    double total = 0.0;
    for (std::size_t i = 0; i < fluxes.size(); ++i) {
        total += std::abs(fluxes[i] - (from.empty() ? 0.0 : from[i]));
    }
    return total;
}

bool near(double value, double expected, double relative)
{
    return std::abs(value - expected) <= relative * std::max(1.0, std::abs(expected));
}

} // namespace

/// Parsimonious flux balance and linear MOMA: fluxes, not only growth.
class TestFluxMethods : public QObject
{
    Q_OBJECT

private slots:
    void leastFluxByHand();
    void leastChangeByHand();
    void demandsAndInfeasibility();
    void methodsHaveNames();
    void answersDoNotDependOnOrder();
    void totalsOfTheFixtures_data();
    void totalsOfTheFixtures();
    void uniqueFluxesOfTheFixtures_data();
    void uniqueFluxesOfTheFixtures();
    void fluxesBalance_data();
    void fluxesBalance();
    void manyAtOnce();
    void cancels();
};

/// A detour of two steps beside the way of one, both at full yield.
static SmallCell detourCell()
{
    SmallCell cell({"G1", "G2", "G3"});
    cell.reaction("uptake", {{"A", 1.0}}, 0.0, 10.0)
        .reaction("detour1", {{"A", -1.0}, {"C", 1.0}}, 0.0, 1000.0, "G2")
        .reaction("detour2", {{"C", -1.0}, {"B", 1.0}}, 0.0, 1000.0)
        .reaction("straight", {{"A", -1.0}, {"B", 1.0}}, -1000.0, 1000.0, "G1")
        .reaction("growth", {{"B", -1.0}}, 0.0, 1000.0, "", 1.0);
    return cell;
}

void TestFluxMethods::leastFluxByHand()
{
    FluxBalance balance(detourCell().build());
    const SimulatedFluxes wildType = balance.simulateFluxes({}, FluxMethod::Parsimonious);
    QVERIFY(near(wildType.total, 30.0, 1e-8));
    QVERIFY(std::abs(wildType.fluxes[3] - 10.0) < 1e-6);
    QCOMPARE(wildType.fluxes[1], 0.0);
    QCOMPARE(wildType.growth.growth, 10.0);
    QVERIFY(std::isnan(wildType.distance));
    const SimulatedFluxes detour = balance.simulateFluxes(Genotype{0}, FluxMethod::Parsimonious);
    QVERIFY(near(detour.total, 40.0, 1e-8));
    QCOMPARE(detour.fluxes[3], 0.0);
    QCOMPARE(detour.growth.blockedReactions, std::vector<std::int32_t>{3});
    const SimulatedFluxes none = balance.simulateFluxes(Genotype{0, 1}, FluxMethod::Parsimonious);
    QCOMPARE(none.growth.growth, 0.0);
    QCOMPARE(none.total, 0.0);
    QCOMPARE(none.fluxes, std::vector<double>(5, 0.0));
    // The wild type again, as if nothing had been.
    QCOMPARE(balance.simulateFluxes({}, FluxMethod::Parsimonious).fluxes, wildType.fluxes);
}

void TestFluxMethods::leastChangeByHand()
{
    FluxBalance balance(detourCell().build());
    // Rerouting changes the straight way by 10 and two steps by 10 each; giving growth up changes three by 10. Both are
    // as near: it grows.
    const SimulatedFluxes detour = balance.simulateFluxes(Genotype{0}, FluxMethod::LinearMoma);
    QVERIFY(near(detour.distance, 30.0, 1e-8));
    QVERIFY(near(detour.growth.growth, 10.0, 1e-6));
    QVERIFY(near(detour.growth.fitness, 1.0, 1e-7));
    const SimulatedFluxes wildType = balance.simulateFluxes({}, FluxMethod::LinearMoma);
    QCOMPARE(wildType.distance, 0.0);
    QCOMPARE(wildType.growth.growth, 10.0);
    QCOMPARE(wildType.growth.fitness, 1.0);
    // One more step, and giving up is nearer.
    SmallCell longer = detourCell();
    longer.reaction("detour3", {{"D", -1.0}, {"B", 1.0}}, 0.0, 1000.0)
        .reaction("x", {{"C", -1.0}, {"D", 1.0}}, 0.0, 9.0);
    const auto cell = longer.build();
    auto changed = std::make_shared<Cell>(*cell);
    changed->metabolism.reactions[2].upperBound = 0.0;
    FluxBalance far(changed);
    QVERIFY(near(far.simulate(Genotype{0}).growth, 9.0, 1e-9));
    const SimulatedFluxes given = far.simulateFluxes(Genotype{0}, FluxMethod::LinearMoma);
    QVERIFY(near(given.distance, 30.0, 1e-8));
    QVERIFY(given.growth.growth < 1e-6);
}

void TestFluxMethods::demandsAndInfeasibility()
{
    SmallCell cell = branchedCell();
    cell.reaction("maintenance", {{"B", -1.0}}, 6.0, 6.0).reaction("back", {{"B", -1.0}, {"B2", 1.0}}, -5.0, -1.0);
    cell.reaction("return", {{"B2", 1.0}}, 0.0, 3.0);
    const auto built = cell.build();
    FluxBalance balance(built);
    for (const FluxMethod method : {FluxMethod::Optimum, FluxMethod::Parsimonious, FluxMethod::LinearMoma}) {
        const SimulatedFluxes wildType = balance.simulateFluxes({}, method);
        QVERIFY(imbalance(*built, wildType.fluxes) < 1e-9);
        QVERIFY(keepsBounds(*built, {}, wildType.fluxes));
        QVERIFY(near(wildType.growth.growth, 7.0, 1e-8));
        const SimulatedFluxes none = balance.simulateFluxes(Genotype{0, 1, 2}, method);
        QCOMPARE(none.growth.status, std::string("infeasible"));
        QVERIFY(none.fluxes.empty());
        QVERIFY(std::isnan(none.total));
        QCOMPARE(none.growth.growth, 0.0);
    }
}

void TestFluxMethods::methodsHaveNames()
{
    for (const FluxMethod method : {FluxMethod::Optimum, FluxMethod::Parsimonious, FluxMethod::LinearMoma}) {
        QVERIFY(fluxMethodOf(nameOf(method)) == method);
    }
    QCOMPARE(nameOf(FluxMethod::LinearMoma), std::string("lmoma"));
    QVERIFY(!fluxMethodOf("moma"));
}

void TestFluxMethods::answersDoNotDependOnOrder()
{
    const auto cell = test::fbaFixtureCell("e_coli_core");
    FluxBalance forward(cell);
    FluxBalance backward(cell);
    const std::vector<Genotype> singles = metabolicSingles(*cell);
    for (const FluxMethod method : {FluxMethod::Parsimonious, FluxMethod::LinearMoma}) {
        std::vector<SimulatedFluxes> answers;
        for (const Genotype &single : singles) {
            answers.push_back(forward.simulateFluxes(single, method));
        }
        for (std::size_t i = singles.size(); i-- > 0;) {
            QVERIFY(backward.simulateFluxes(singles[i], method).fluxes == answers[i].fluxes);
        }
    }
}

static void addModels()
{
    QTest::addColumn<QString>("model");
    for (const char *model : {"demo", "e_coli_core", "iMM904"}) {
        QTest::newRow(model) << model;
    }
}

void TestFluxMethods::totalsOfTheFixtures_data()
{
    addModels();
}

void TestFluxMethods::totalsOfTheFixtures()
{
    QFETCH(QString, model);
    const auto cell = test::fbaFixtureCell(model.toStdString());
    FluxBalance balance(cell);
    const DelimitedTable expected = DelimitedTable::read(test::fbaFixture(model.toStdString() + "_growth_pfba.tsv"));
    QVERIFY(expected.rowCount() > 5);
    for (std::size_t row = 0; row < expected.rowCount(); ++row) {
        const std::string ids(expected.cell(row, expected.column("genotype")));
        const SimulatedFluxes answer =
            balance.simulateFluxes(test::fbaFixtureGenotype(*cell, ids), FluxMethod::Parsimonious);
        QCOMPARE(answer.growth.status, std::string(expected.cell(row, expected.column("status"))));
        QVERIFY2(std::abs(answer.growth.growth - expected.number(row, expected.column("growth"))) <
                     1e-6 * balance.wildTypeGrowth(),
                 ids.c_str());
        const std::string total(expected.cell(row, expected.column("pfba_total")));
        QCOMPARE(total.empty(), answer.fluxes.empty());
        if (!total.empty()) {
            QVERIFY2(near(answer.total, std::stod(total), 1e-4), ids.c_str());
            QVERIFY(near(answer.total, sum(answer.fluxes), 1e-12));
        }
    }
}

void TestFluxMethods::uniqueFluxesOfTheFixtures_data()
{
    addModels();
}

void TestFluxMethods::uniqueFluxesOfTheFixtures()
{
    QFETCH(QString, model);
    const auto cell = test::fbaFixtureCell(model.toStdString());
    FluxBalance balance(cell);
    const DelimitedTable expected = DelimitedTable::read(test::fbaFixture(model.toStdString() + "_pfba_unique.tsv"));
    QVERIFY(expected.rowCount() > 5);
    for (std::size_t row = 0; row < expected.rowCount(); ++row) {
        const std::string ids(expected.cell(row, expected.column("genotype")));
        const std::string reaction(expected.cell(row, expected.column("reaction")));
        const SimulatedFluxes answer =
            balance.simulateFluxes(test::fbaFixtureGenotype(*cell, ids), FluxMethod::Parsimonious);
        const std::int32_t at = test::reactionOf(*cell, reaction);
        QVERIFY2(at >= 0, reaction.c_str());
        QVERIFY2(near(answer.fluxes[static_cast<std::size_t>(at)], expected.number(row, expected.column("flux")), 1e-4),
                 (ids + " " + reaction).c_str());
    }
}

void TestFluxMethods::fluxesBalance_data()
{
    addModels();
}

void TestFluxMethods::fluxesBalance()
{
    QFETCH(QString, model);
    const auto cell = test::fbaFixtureCell(model.toStdString());
    FluxBalance balance(cell);
    const std::vector<double> wildType = balance.simulateFluxes({}, FluxMethod::Parsimonious).fluxes;
    const std::vector<Genotype> singles = metabolicSingles(*cell);
    for (std::size_t i = 0; i < singles.size(); i += 1 + singles.size() / 25) {
        const Genotype genotype = singles[i].with(singles[(i + 7) % singles.size()].genes()[0]);
        for (const FluxMethod method : {FluxMethod::Optimum, FluxMethod::Parsimonious, FluxMethod::LinearMoma}) {
            const SimulatedFluxes answer = balance.simulateFluxes(genotype, method);
            const std::string ids = cell->genes.ids(genotype);
            QVERIFY2(!answer.fluxes.empty() || answer.growth.status == "infeasible", ids.c_str());
            QVERIFY2(imbalance(*cell, answer.fluxes) < 1e-9, ids.c_str());
            QVERIFY2(keepsBounds(*cell, genotype, answer.fluxes), ids.c_str());
            if (method == FluxMethod::LinearMoma && !answer.fluxes.empty()) {
                QVERIFY2(near(answer.distance, sum(answer.fluxes, wildType), 1e-9), ids.c_str());
                QVERIFY2(answer.growth.growth <= balance.simulate(genotype).growth + 1e-8, ids.c_str());
            }
        }
    }
}

void TestFluxMethods::manyAtOnce()
{
    const auto cell = branchedCell().build();
    std::vector<Genotype> genotypes;
    for (GeneIndex a = 0; a < 5; ++a) {
        for (GeneIndex b = 0; b < 5; ++b) {
            genotypes.push_back(Genotype{a, b});
        }
    }
    FluxBalance balance(cell);
    for (const FluxMethod method : {FluxMethod::Parsimonious, FluxMethod::LinearMoma}) {
        std::size_t expected = 0;
        const auto sink = [&](std::size_t index, const SimulatedFluxes &answer) {
            QCOMPARE(index, expected++);
            QVERIFY(answer.fluxes == balance.simulateFluxes(genotypes[index], method).fluxes);
        };
        simulateAllFluxes(cell, genotypes, method, 3, sink, {});
        QCOMPARE(expected, genotypes.size());
    }
}

void TestFluxMethods::cancels()
{
    JobControl control;
    FluxBalance balance(branchedCell().build());
    control.cancel.cancel();
    QVERIFY_EXCEPTION_THROWN(balance.simulateFluxes({}, FluxMethod::Parsimonious, control), Cancelled);
    QVERIFY_EXCEPTION_THROWN(balance.simulateFluxes(Genotype{0, 1}, FluxMethod::LinearMoma, control), Cancelled);
    QVERIFY(near(balance.simulateFluxes(Genotype{0, 1}, FluxMethod::Parsimonious).total, 25.0, 1e-8));
}

QTEST_APPLESS_MAIN(TestFluxMethods)
#include "test_flux_methods.moc"
