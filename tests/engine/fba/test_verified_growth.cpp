#include "tests/engine/fba/fba_fixtures.h"
#include "tests/engine/fba/small_cells.h"

#include "engine/cell/bundle.h"
#include "engine/core/delimited_table.h"
#include "engine/core/issue.h"
#include "engine/fba/flux_balance.h"
#include "engine/fba/simulation.h"
#include "engine/fba/simulation_benchmark.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>
#include <random>

using namespace knockscape;
using knockscape::test::branchedCell;
using knockscape::test::SmallCell;

namespace
{

Cell demo()
{
    std::vector<Issue> issues;
    return readCellBundle(KNOCKSCAPE_RESOURCES_DIR "/demo/central-metabolism.cell", issues);
}

std::shared_ptr<const Cell> changed(Cell cell, const std::function<void(Reaction &)> &change)
{
    std::for_each(cell.metabolism.reactions.begin(), cell.metabolism.reactions.end(), change);
    return std::make_shared<const Cell>(std::move(cell));
}

/// The demo with the bounds that say «no limit» written as some other programs write them.
std::shared_ptr<const Cell> wideDemo(double noLimit)
{
    return changed(demo(), [&](Reaction &reaction) {
        reaction.lowerBound = reaction.lowerBound <= -1000.0 ? -noLimit : reaction.lowerBound;
        reaction.upperBound = reaction.upperBound >= 1000.0 ? noLimit : reaction.upperBound;
    });
}

DelimitedTable expectations(const std::string &name)
{
    return DelimitedTable::read(std::filesystem::path(KNOCKSCAPE_TEST_DATA) / "fba" / name);
}

Genotype genotypeOf(const Cell &cell, std::string ids)
{
    std::vector<GeneIndex> genes;
    if (ids != "WT") {
        std::replace(ids.begin(), ids.end(), ';', ' ');
        const QStringList names = QString::fromStdString(ids).split(' ', Qt::SkipEmptyParts);
        for (const QString &name : names) {
            genes.push_back(cell.genes.resolve(name.toStdString()).gene);
        }
    }
    return Genotype(genes);
}

/// A network of `size` metabolites made from the first one, with coefficients and demands of growth over many powers
/// of ten, and wide bounds; every reaction has a gene of its own.
std::shared_ptr<const Cell> randomCell(unsigned seed, int size)
{
    std::mt19937 random(seed);
    const auto below = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
    const auto coefficient = [&] { return (1 + below(9999)) * 1e-3 * std::pow(10.0, below(5) - 3); };
    const auto metabolite = [](int number) { return "m" + std::to_string(number); };
    std::vector<std::string> ids;
    for (int gene = 0; gene < 3 * size; ++gene) {
        ids.push_back("G" + std::to_string(gene));
    }
    SmallCell cell(ids);
    cell.reaction("uptake", {{"m0", 1.0}}, 0.0, 10.0);
    int gene = 0;
    const auto convert = [&](int from, int to, double lower) {
        const std::string id = ids[static_cast<std::size_t>(gene++)];
        cell.reaction("r" + id, {{metabolite(from), -coefficient()}, {metabolite(to), coefficient()}}, lower, 999999.0,
                      id);
    };
    for (int to = 1; to < size; ++to) {
        convert(below(to), to, below(2) == 0 ? 0.0 : -999999.0);
        convert(below(to), to, 0.0);
    }
    cell.reaction(
        "growth",
        {{metabolite(size - 1), -coefficient()}, {metabolite(size / 2), -coefficient()}, {metabolite(1), -1.0}}, 0.0,
        999999.0, "", 1.0);
    return cell.build();
}

} // namespace

/// That growth is right where solvers go wrong: wide bounds, bad scales, tiny fluxes, demands.
class TestVerifiedGrowth : public QObject
{
    Q_OBJECT

private slots:
    void wideBoundsChangeNothing_data();
    void wideBoundsChangeNothing();
    void unitsChangeNothing();
    void answersDoNotDependOnOrder();
    void agreesWithExactArithmetic_data();
    void agreesWithExactArithmetic();
    void boundsBind_data();
    void boundsBind();
    void whatCannotBeHadInTracesIsMissing();
    void decimalFractionsAreTheirDecimals();
    void unmetDemandsAreNamed();
    void demandsThatBackOneAnother();
    void cancels();
    void benchmarkChecksExactly();
    void growsAsTheFixturesSay_data();
    void growsAsTheFixturesSay();
    void singlesOfIMM904();
};

void TestVerifiedGrowth::wideBoundsChangeNothing_data()
{
    QTest::addColumn<double>("noLimit");
    QTest::newRow("99999") << 99999.0;
    QTest::newRow("999999") << 999999.0;
    QTest::newRow("1e9") << 1e9;
    QTest::newRow("1e30") << 1e30;
    QTest::newRow("infinity") << std::numeric_limits<double>::infinity();
}

void TestVerifiedGrowth::wideBoundsChangeNothing()
{
    QFETCH(double, noLimit);
    const auto cell = std::make_shared<const Cell>(demo());
    FluxBalance asItIs(cell);
    FluxBalance wide(wideDemo(noLimit));
    QVERIFY(std::abs(wide.wildTypeGrowth() - asItIs.wildTypeGrowth()) < 1e-9);
    const std::vector<Genotype> singles = metabolicSingles(*cell);
    for (std::size_t i = 0; i < singles.size(); i += noLimit == 999999.0 ? 2 : 10) {
        const SimulatedGrowth expected = asItIs.simulate(singles[i]);
        const SimulatedGrowth growth = wide.simulate(singles[i]);
        QVERIFY2(std::abs(growth.growth - expected.growth) < 1e-9, cell->genes.ids(singles[i]).c_str());
        QCOMPARE(growth.status, expected.status);
    }
}

void TestVerifiedGrowth::unitsChangeNothing()
{
    const Cell plain = demo();
    // Each metabolite in another unit, by powers of two that change no digit.
    std::mt19937 random(3);
    std::vector<double> units;
    for (std::size_t i = 0; i < plain.metabolism.metabolites.size(); ++i) {
        units.push_back(std::ldexp(1.0, static_cast<int>(random() % 41) - 20));
    }
    const auto other = changed(plain, [&](Reaction &reaction) {
        for (StoichiometricTerm &term : reaction.terms) {
            term.coefficient *= units[static_cast<std::size_t>(term.metabolite)];
        }
    });
    FluxBalance expected(std::make_shared<const Cell>(plain));
    FluxBalance balance(other);
    const std::vector<Genotype> singles = metabolicSingles(plain);
    for (std::size_t i = 0; i < singles.size(); i += 7) {
        QVERIFY2(std::abs(balance.simulate(singles[i]).growth - expected.simulate(singles[i]).growth) < 1e-9,
                 plain.genes.ids(singles[i]).c_str());
    }
}

void TestVerifiedGrowth::answersDoNotDependOnOrder()
{
    const auto cell = wideDemo(999999.0);
    const std::vector<Genotype> singles = metabolicSingles(*cell);
    FluxBalance forward(cell);
    FluxBalance backward(cell);
    std::vector<double> growth;
    for (std::size_t i = 0; i < singles.size(); i += 9) {
        growth.push_back(forward.simulate(singles[i]).growth);
    }
    for (std::size_t i = growth.size(); i-- > 0;) {
        QVERIFY(backward.simulate(singles[9 * i]).growth == growth[i]);
    }
}

void TestVerifiedGrowth::agreesWithExactArithmetic_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 12; ++seed) {
        QTest::newRow(std::to_string(seed).c_str()) << seed;
    }
}

void TestVerifiedGrowth::agreesWithExactArithmetic()
{
    QFETCH(unsigned, seed);
    const auto cell = randomCell(seed, 12);
    FluxBalance balance(cell);
    for (const Genotype &single : metabolicSingles(*cell)) {
        const SimulatedGrowth growth = balance.simulate(single);
        const double exact = balance.growthByExactArithmetic(single);
        QVERIFY2(std::abs(growth.growth - exact) <= 1e-7 * balance.wildTypeGrowth(),
                 qPrintable(
                     QString("%1: %2, exactly %3").arg(cell->genes.ids(single).c_str()).arg(growth.growth).arg(exact)));
        QVERIFY(std::abs(balance.simulateAfresh(single).growth - exact) <= 1e-7 * balance.wildTypeGrowth());
    }
}

void TestVerifiedGrowth::boundsBind_data()
{
    QTest::addColumn<double>("bound");
    QTest::addColumn<double>("growth");
    QTest::newRow("below what says no limit") << 900.0 << 900.0;
    QTest::newRow("1000") << 1000.0 << 1000.0;
    QTest::newRow("999999") << 999999.0 << 999999.0;
    QTest::newRow("1e30") << 1e30 << std::numeric_limits<double>::infinity();
}

void TestVerifiedGrowth::boundsBind()
{
    QFETCH(double, bound);
    QFETCH(double, growth);
    SmallCell small({"G1"});
    small.reaction("in", {{"A", 1.0}}, 0.0, 1e31)
        .reaction("make", {{"A", -1.0}, {"B", 1.0}}, -bound, bound, "G1")
        .reaction("slowly", {{"A", -1.0}, {"B", 1.0}}, 0.0, 1.0)
        .reaction("growth", {{"B", -1.0}}, 0.0, 1e31, "", 1.0);
    const auto cell = small.build();
    if (std::isinf(growth)) {
        QVERIFY_EXCEPTION_THROWN(FluxBalance balance(cell), InputError);
        return;
    }
    FluxBalance balance(cell);
    QCOMPARE(balance.wildTypeGrowth(), growth + 1.0);
    QCOMPARE(balance.simulate(Genotype{0}).growth, 1.0);
    QCOMPARE(balance.simulate(Genotype{}).growth, growth + 1.0);
    // In the wild type the loop of the two ways from A to B is closed by what the slow one can carry.
    QCOMPARE(balance.variability({1}).front().high, bound);
}

void TestVerifiedGrowth::whatCannotBeHadInTracesIsMissing()
{
    // A gram of biomass needs 1e-12 mmol of a cofactor: far below what a solver takes for zero.
    SmallCell small({"G1", "G2"});
    small.reaction("uptake", {{"A", 1.0}}, 0.0, 10.0)
        .reaction("cofactor", {{"A", -1.0}, {"C", 1.0}}, 0.0, 999999.0, "G1")
        .reaction("growth", {{"A", -1.0}, {"C", -1e-12}}, 0.0, 999999.0, "", 1.0)
        .reaction("idle", {{"A", -1.0}, {"D", 1.0}}, 0.0, 999999.0, "G2");
    FluxBalance balance(small.build());
    QVERIFY(std::abs(balance.wildTypeGrowth() - 10.0) < 1e-9);
    QCOMPARE(balance.simulate(Genotype{0}).growth, 0.0);
    QCOMPARE(balance.simulate(Genotype{0}).status, std::string("ok"));
    QCOMPARE(balance.simulate(Genotype{1}).fitness, 1.0);
    QCOMPARE(balance.viability(Genotype{0}), Viability::Lethal);
}

void TestVerifiedGrowth::decimalFractionsAreTheirDecimals()
{
    // N and H turn into one another in three steps that are bound to run alike: 0.1 + 0.2 - 0.3 is 0, but not as
    // doubles.
    SmallCell small({"G1", "G2"});
    small.reaction("uptake", {{"A", 1.0}}, 0.0, 10.0)
        .reaction("first", {{"A", -1.0}, {"N", -0.1}, {"B", 1.0}, {"H", 0.1}, {"X", 1.0}}, 0.0, 1000.0, "G1")
        .reaction("second", {{"B", -1.0}, {"N", -0.2}, {"C", 1.0}, {"H", 0.2}}, 0.0, 1000.0)
        .reaction("back", {{"X", -1.0}, {"H", -0.3}, {"N", 0.3}}, 0.0, 1000.0)
        .reaction("growth", {{"C", -1.0}}, 0.0, 1000.0, "", 1.0)
        .reaction("half", {{"A", -1.0}, {"C", 0.5}}, 0.0, 1000.0, "G2");
    FluxBalance balance(small.build());
    QVERIFY(std::abs(balance.wildTypeGrowth() - 10.0) < 1e-9);
    QVERIFY(std::abs(balance.simulate(Genotype{1}).growth - 10.0) < 1e-9);
    QVERIFY(std::abs(balance.simulate(Genotype{0}).growth - 5.0) < 1e-9);
    QVERIFY(std::abs(balance.growthByExactArithmetic(Genotype{1}) - 10.0) < 1e-9);
}

void TestVerifiedGrowth::unmetDemandsAreNamed()
{
    SmallCell cell = branchedCell();
    cell.reaction("ATPM", {{"B", -1.0}}, 12.0, 1000.0).reaction("leak", {{"A", -1.0}}, 1.0, 1000.0);
    try {
        FluxBalance balance(cell.build());
        QFAIL("there is not that much B");
    } catch (const InputError &error) {
        const std::string text = error.what();
        QVERIFY2(text.find("cannot grow") != std::string::npos && text.find("ATPM") != std::string::npos, text.c_str());
    }
}

void TestVerifiedGrowth::demandsThatBackOneAnother()
{
    // Two demands that only together can be met, one of them in reverse, beside one that needs the bypass's genes.
    SmallCell cell = branchedCell();
    cell.reaction("there", {{"P", -1.0}, {"Q", 1.0}}, 2.0, 999999.0)
        .reaction("back", {{"P", -1.0}, {"Q", 1.0}}, -999999.0, -2.0)
        .reaction("demand", {{"B", -1.0}}, 7.0, 999999.0);
    FluxBalance balance(cell.build());
    QCOMPARE(balance.wildTypeGrowth(), 3.0);
    QCOMPARE(balance.simulate(Genotype{2}).status, std::string("ok"));
    QCOMPARE(balance.simulate(Genotype{0, 1}).status, std::string("infeasible"));
    QCOMPARE(balance.simulate(Genotype{0, 1}).growth, 0.0);
    QCOMPARE(balance.simulateAfresh(Genotype{0, 1}).status, std::string("infeasible"));
    QCOMPARE(balance.simulate(Genotype{2}).growth, 3.0);
}

void TestVerifiedGrowth::cancels()
{
    JobControl control;
    FluxBalance balance(branchedCell().build(), control);
    control.cancel.cancel();
    QVERIFY_EXCEPTION_THROWN(FluxBalance(branchedCell().build(), control), Cancelled);
    QVERIFY_EXCEPTION_THROWN(balance.simulate(Genotype{0, 1}, control), Cancelled);
    QVERIFY_EXCEPTION_THROWN(balance.viability(Genotype{0, 1, 2}, control), Cancelled);
    // It goes on as if nothing had been.
    QCOMPARE(balance.simulate(Genotype{0, 1}).growth, 5.0);
    QCOMPARE(balance.simulate(Genotype{}).growth, 10.0);
}

void TestVerifiedGrowth::benchmarkChecksExactly()
{
    const SimulationSpeed speed = measureSimulation(randomCell(1, 12), {});
    QVERIFY(speed.exactChecked >= 20);
    QCOMPARE(speed.disagreements, std::vector<std::string>{});
    QVERIFY(speed.difference < 1e-6);
    const std::size_t panel = std::min<std::size_t>(speed.solved, 60);
    QVERIFY(speed.pairs > 0 && speed.pairs <= panel * (panel - 1) / 2);
    QVERIFY(speed.pairsSeconds > 0.0);
    QVERIFY(speed.slowestExplanation >= speed.explainSeconds);
}

void TestVerifiedGrowth::growsAsTheFixturesSay_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("model");
    QTest::newRow("demo") << "demo_growth.tsv"
                          << "";
    QTest::newRow("e_coli_core") << "e_coli_core_growth.tsv"
                                 << "e_coli_core";
    QTest::newRow("iMM904") << "iMM904_growth.tsv"
                            << "iMM904";
}

/// Growth by SciPy's HiGHS, from readers of their own.
void TestVerifiedGrowth::growsAsTheFixturesSay()
{
    QFETCH(QString, table);
    QFETCH(QString, model);
    const auto cell = model.isEmpty() ? std::make_shared<const Cell>(demo()) : test::importedModel(model.toStdString());
    FluxBalance balance(cell);
    const DelimitedTable expected = expectations(table.toStdString());
    QVERIFY(expected.rowCount() > 5);
    for (std::size_t row = 0; row < expected.rowCount(); ++row) {
        const std::string ids(expected.cell(row, expected.column("genotype")));
        const SimulatedGrowth growth = balance.simulate(genotypeOf(*cell, ids));
        QVERIFY2(std::abs(growth.growth - expected.number(row, expected.column("growth"))) <
                     1e-6 * balance.wildTypeGrowth(),
                 ids.c_str());
        QCOMPARE(growth.status, std::string(expected.cell(row, expected.column("status"))));
    }
}

/// HiGHS, COBRApy and exact arithmetic agree on these; bounds of ±999999 made 150 of them infeasible.
void TestVerifiedGrowth::singlesOfIMM904()
{
    const auto cell = test::importedModel("iMM904");
    FluxBalance balance(cell);
    QVERIFY(std::abs(balance.wildTypeGrowth() - 0.287865704) < 1e-8);
    const DelimitedTable expected = expectations("iMM904_singles.tsv");
    QCOMPARE(expected.rowCount(), std::size_t{905});
    for (std::size_t row = 0; row < expected.rowCount(); ++row) {
        const std::string gene(expected.cell(row, expected.column("gene")));
        const SimulatedGrowth growth = balance.simulate(genotypeOf(*cell, gene));
        QVERIFY2(std::abs(growth.fitness - expected.number(row, expected.column("fitness"))) < 1e-4, gene.c_str());
        QCOMPARE(growth.status, std::string("ok"));
    }
}

QTEST_APPLESS_MAIN(TestVerifiedGrowth)
#include "test_verified_growth.moc"
