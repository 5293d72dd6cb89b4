#include "tests/engine/fba/fba_fixtures.h"
#include "tests/engine/fba/small_cells.h"

#include "engine/core/files.h"
#include "engine/fba/building_blocks.h"
#include "engine/fba/explanation.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <cmath>
#include <map>
#include <set>

using namespace knockscape;
using knockscape::test::SmallCell;

namespace
{

using Ids = std::set<std::string>;

template <class Item>
Ids idsOf(const std::vector<std::int32_t> &rows, const std::vector<Item> &items)
{
    Ids ids;
    for (const std::int32_t row : rows) {
        ids.insert(items[static_cast<std::size_t>(row)].id);
    }
    return ids;
}

std::string text(const Ids &ids)
{
    std::string result;
    for (const std::string &id : ids) {
        result += id + ' ';
    }
    return result;
}

std::string told(const Explanation &explanation, const Cell &cell)
{
    std::string result;
    for (const ExplanationSentence &sentence : sentencesOf(explanation, cell)) {
        result += sentence.text + '\n';
    }
    return result;
}

/// A → B → C by G1 then G2, and A → C by G3; growth needs C and D; D comes from the medium or from A by G4, with a
/// by-product W that has no way out.
SmallCell twoRoutes()
{
    SmallCell cell({"G1", "G2", "G3", "G4"});
    cell.reaction("EX_A", {{"A", -1.0}}, -10.0, 1000.0)
        .reaction("EX_C", {{"C", -1.0}}, 0.0, 1000.0)
        .reaction("EX_D", {{"D", -1.0}}, 0.0, 1000.0)
        .reaction("first", {{"A", -1.0}, {"B", 1.0}}, 0.0, 1000.0, "G1")
        .reaction("second", {{"B", -1.0}, {"C", 1.0}}, 0.0, 1000.0, "G2")
        .reaction("other", {{"A", -1.0}, {"C", 1.0}}, 0.0, 1000.0, "G3")
        .reaction("toD", {{"A", -1.0}, {"D", 1.0}, {"W", 1.0}}, 0.0, 1000.0)
        .reaction("waste", {{"W", -1.0}}, 0.0, 1000.0, "G4")
        .reaction("growth", {{"C", -1.0}, {"D", -1.0}}, 0.0, 1000.0, "", 1.0);
    return cell;
}

} // namespace

/// Why a genotype does not grow.
class TestExplanation : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheFixtures_data();
    void agreesWithTheFixtures();
    void bothRoutesByHand();
    void byproductsByHand();
    void growsOrIsNotInTheModel();
    void unmetDemandsMayRest();
    void traces();
    void poolsAreWalkedDown();
    void formulas();
    void mediumByHand();
    void cancels();
};

void TestExplanation::agreesWithTheFixtures_data()
{
    QTest::addColumn<QString>("model");
    for (const char *model : {"demo", "e_coli_core", "iMM904"}) {
        QTest::newRow(model) << model;
    }
}

/// SciPy's HiGHS, one program for each question.
void TestExplanation::agreesWithTheFixtures()
{
    QFETCH(QString, model);
    const auto cell = test::fbaFixtureCell(model.toStdString());
    const auto expected =
        nlohmann::json::parse(readFile(test::fbaFixture(model.toStdString() + "_explain.json"), 1U << 24U));
    const std::vector<Metabolite> &metabolites = cell->metabolism.metabolites;
    const std::vector<Reaction> &reactions = cell->metabolism.reactions;
    FluxBalance balance(cell);
    QVERIFY(expected.at("genotypes").size() > 5);
    for (const nlohmann::json &row : expected.at("genotypes")) {
        const std::string name = row.at("genotype");
        const Explanation it = balance.explain(test::fbaFixtureGenotype(*cell, name));
        const Ids uncertain = row.at("uncertain");
        const auto agree = [&](const char *key, Ids ours) {
            Ids theirs = row.at(key).get<Ids>();
            for (const std::string &id : uncertain) {
                ours.erase(id);
                theirs.erase(id);
            }
            if (ours != theirs) {
                qWarning("%s %s: %s instead of %s", name.c_str(), key, text(ours).c_str(), text(theirs).c_str());
            }
            return ours == theirs;
        };
        QVERIFY(it.complete);
        QCOMPARE(it.growth.status, row.at("status").get<std::string>());
        QVERIFY(std::abs(it.growth.growth - row.at("growth").get<double>()) < 1e-6 * it.wildTypeGrowth);
        QVERIFY(agree("blocked_reactions", idsOf(it.growth.blockedReactions, reactions)));
        QVERIFY(agree("lost_precursors", idsOf(it.lostPrecursors, metabolites)));
        QVERIFY(agree("lost_roots", idsOf(it.lostRoots, metabolites)));
        QVERIFY(agree("lost_precursors_if_byproducts_may_pile_up", idsOf(it.lostPrecursorsPilingUp, metabolites)));
        std::map<std::string, double> rescues;
        for (const Rescue &rescue : it.rescues) {
            rescues[reactions[static_cast<std::size_t>(rescue.exchange)].id] = rescue.growth;
        }
        for (const nlohmann::json &rescue : row.at("rescues")) {
            const std::string exchange = rescue.at("exchange");
            if (uncertain.count(exchange) == 0) {
                QVERIFY2(rescues.count(exchange) == 1, (name + " " + exchange).c_str());
                QVERIFY(std::abs(rescues[exchange] - rescue.at("growth").get<double>()) < 1e-6);
            }
            rescues.erase(exchange);
        }
        for (const std::string &id : uncertain) {
            rescues.erase(id);
        }
        QVERIFY2(rescues.empty(), name.c_str());
        // What is lost although by-products may pile up is lost.
        for (const std::int32_t precursor : it.lostPrecursorsPilingUp) {
            QVERIFY(std::binary_search(it.lostPilingUp.begin(), it.lostPilingUp.end(), precursor));
        }
    }
}

void TestExplanation::bothRoutesByHand()
{
    const auto cell = twoRoutes().build();
    FluxBalance balance(cell);
    const Explanation both = balance.explain(Genotype{0, 2});
    QCOMPARE(both.growth.growth, 0.0);
    QCOMPARE(idsOf(both.lostPrecursors, cell->metabolism.metabolites), Ids{"C"});
    QCOMPARE(idsOf(both.lostRoots, cell->metabolism.metabolites), (Ids{"B", "C"}));
    QCOMPARE(both.blocks.size(), std::size_t{1});
    QCOMPARE(both.blocks[0].ways, (std::vector<std::size_t>{0, 1}));
    QCOMPARE(both.rescues.size(), std::size_t{1});
    QCOMPARE(both.rescues[0].exchange, 1);
    QCOMPARE(both.rescues[0].growth, 10.0);
    const std::string sentences = told(both, *cell);
    QVERIFY2(sentences.find("C cannot be made: both routes are blocked, at first (G1) and other (G3).") !=
                 std::string::npos,
             sentences.c_str());
    QVERIFY2(sentences.find("C (10 per hour) rescues it") != std::string::npos, sentences.c_str());
    // One route of two steps, and the other.
    const Explanation three = balance.explain(Genotype{0, 1, 2});
    QCOMPARE(three.steps.size(), std::size_t{3});
    QCOMPARE(three.blocks[0].ways, std::vector<std::size_t>{2});
    // Only together: no step alone brings C back.
    SmallCell single = twoRoutes();
    auto changed = std::make_shared<Cell>(*single.build());
    changed->metabolism.reactions[5].upperBound = 0.0;
    const Explanation together = FluxBalance(changed).explain(Genotype{0, 1});
    QVERIFY(together.blocks[0].ways.empty());
    QVERIFY(told(together, *changed).find("several steps are blocked at once") != std::string::npos);
}

void TestExplanation::byproductsByHand()
{
    const auto cell = twoRoutes().build();
    const Explanation it = FluxBalance(cell).explain(Genotype{3});
    QCOMPARE(it.growth.growth, 0.0);
    QCOMPARE(idsOf(it.lostPrecursors, cell->metabolism.metabolites), Ids{"D"});
    QVERIFY(it.lostPrecursorsPilingUp.empty());
    QVERIFY(it.lostPilingUp.empty());
    QVERIFY(it.strictOnly);
    QVERIFY(told(it, *cell).find("D can be made only if by-products pile up") != std::string::npos);
    QCOMPARE(it.rescues.size(), std::size_t{1});
    QCOMPARE(it.rescues[0].exchange, 2);
}

void TestExplanation::growsOrIsNotInTheModel()
{
    const auto cell = twoRoutes().build();
    FluxBalance balance(cell);
    const Explanation grows = balance.explain(Genotype{0});
    QCOMPARE(grows.growth.fitness, 1.0);
    QVERIFY(!grows.askedForRescues);
    QVERIFY(grows.blocks.empty());
    QCOMPARE(idsOf(grows.lostRoots, cell->metabolism.metabolites), Ids{"B"});
    QVERIFY(told(grows, *cell).find("g1Δ grows like the wild type") != std::string::npos);
    const Explanation wildType = balance.explain({});
    QVERIFY(wildType.growth.blockedReactions.empty());
    QVERIFY(told(wildType, *cell).find("The wild type grows") != std::string::npos);
    SmallCell outside = twoRoutes();
    auto wider = std::make_shared<Cell>(*outside.build());
    std::vector<Gene> genes = wider->genes.genes();
    genes.emplace_back();
    genes.back().id = "G9";
    wider->genes = GeneCatalogue(genes);
    const Explanation unknown = FluxBalance(wider).explain(Genotype{4});
    QVERIFY(told(unknown, *wider).find("knows none of the deleted genes") != std::string::npos);
}

void TestExplanation::unmetDemandsMayRest()
{
    SmallCell small = twoRoutes();
    small.reaction("maintenance", {{"C", -1.0}}, 1.0, 1000.0);
    const auto cell = small.build();
    const Explanation it = FluxBalance(cell).explain(Genotype{0, 2});
    QCOMPARE(it.growth.status, std::string("infeasible"));
    QCOMPARE(idsOf(it.unmetDemands, cell->metabolism.reactions), Ids{"maintenance"});
    QCOMPARE(idsOf(it.lostPrecursors, cell->metabolism.metabolites), Ids{"C"});
    // A demand is an exchange as well: what it takes out could come in by it.
    QCOMPARE(it.rescues.size(), std::size_t{2});
    QVERIFY(told(it, *cell).find("cannot live: what it must spend on maintenance") != std::string::npos);
}

/// What can be had only in traces counts as lost, alone or with others.
void TestExplanation::traces()
{
    SmallCell small = twoRoutes();
    small.reaction("leak1", {{"A", -1.0}, {"C", 1.0}}, 0.0, 7e-7)
        .reaction("leak2", {{"A", -1.0}, {"E", 1.0}}, 0.0, 7e-7);
    small.reaction("more", {{"A", -1.0}, {"E", 1.0}}, 0.0, 1000.0, "G1");
    const auto cell = small.build();
    const Explanation it = FluxBalance(cell).explain(Genotype{0, 2});
    QVERIFY(it.complete);
    QCOMPARE(idsOf(it.lostPilingUp, cell->metabolism.metabolites), (Ids{"B", "C", "E"}));
    QCOMPARE(idsOf(it.lostPrecursors, cell->metabolism.metabolites), Ids{"C"});
}

void TestExplanation::poolsAreWalkedDown()
{
    SmallCell small({"G1", "G2"});
    small.reaction("EX_A", {{"A", -1.0}}, -10.0, 1000.0)
        .reaction("leucine", {{"A", -1.0}, {"Leu", 1.0}}, 0.0, 1000.0, "G1")
        .reaction("loading", {{"Leu", -1.0}, {"tRNA", -1.0}, {"Leu-tRNA", 1.0}}, 0.0, 1000.0, "G2")
        .reaction("protein", {{"Leu-tRNA", -1.0}, {"A", -0.5}, {"Protein", 1.0}, {"tRNA", 1.0}}, 0.0, 1000.0)
        .reaction("biomass", {{"Protein", -1.0}, {"A", -1.0}, {"Biomass", 1.0}}, 0.0, 1000.0)
        .reaction("growth", {{"Biomass", -1.0}}, 0.0, 1000.0, "", 1.0);
    auto cell = small.build();
    for (Metabolite &metabolite : cell->metabolism.metabolites) {
        metabolite.formula = metabolite.id == "A"          ? "C6H12O6"
                             : metabolite.id == "Leu"      ? "C6H13NO2"
                             : metabolite.id == "tRNA"     ? "RH"
                             : metabolite.id == "Leu-tRNA" ? "C6H13NOR"
                                                           : "";
    }
    const Explanation it = FluxBalance(cell).explain(Genotype{0});
    QCOMPARE(idsOf(it.lostPrecursors, cell->metabolism.metabolites), Ids{"Biomass"});
    QCOMPARE(it.blocks.size(), std::size_t{1});
    const std::vector<Metabolite> &metabolites = cell->metabolism.metabolites;
    QCOMPARE(metabolites[static_cast<std::size_t>(it.blocks[0].metabolite)].id, std::string("Leu"));
    QCOMPARE(metabolites[static_cast<std::size_t>(it.blocks[0].within)].id, std::string("Protein"));
    // Without the loading enzyme leucine is there; then the pool says it.
    const Explanation pool = FluxBalance(cell).explain(Genotype{1});
    QCOMPARE(pool.blocks.size(), std::size_t{1});
    QCOMPARE(metabolites[static_cast<std::size_t>(pool.blocks[0].metabolite)].id, std::string("Protein"));
}

void TestExplanation::formulas()
{
    for (const char *whole : {"C6H12O6", "H", "Fe", "C10H12N5O13P3", "C2H3ClO2", "(C6H10O5)2"}) {
        QVERIFY2(isWholeFormula(whole), whole);
    }
    for (const char *open : {"", "C9H20NO7PR", "RH", "X", "C6H10O5*", "(C6H10O5)n", "C2H3O2-R", "protein"}) {
        QVERIFY2(!isWholeFormula(open), open);
    }
}

void TestExplanation::mediumByHand()
{
    const auto cell = twoRoutes().build();
    for (Metabolite &metabolite : cell->metabolism.metabolites) {
        metabolite.formula = "CH4"; // none of them a pool
    }
    const Medium nothing{"nothing", "nothing", {}};
    const Explanation none = explainMedium(cell, nothing);
    QVERIFY(none.ofMedium);
    QCOMPARE(none.growth.growth, 0.0);
    QCOMPARE(none.wildTypeGrowth, 5.0);
    QCOMPARE(idsOf(none.lostPrecursorsPilingUp, cell->metabolism.metabolites), (Ids{"C", "D"}));
    QCOMPARE(none.rescues.size(), std::size_t{1});
    QCOMPARE(none.rescues[0].exchange, 0);
    const std::string sentences = told(none, *cell);
    QVERIFY2(sentences.find("C and D cannot be made from this medium.") != std::string::npos, sentences.c_str());
    QVERIFY2(sentences.find("It would grow with A (5 per hour) in the medium.") != std::string::npos,
             sentences.c_str());
    // One that does not grow on its own medium is compared with the rich one.
    auto starving = std::make_shared<Cell>(*cell);
    starving->metabolism.reactions[0].lowerBound = 0.0;
    const Explanation own = explainMedium(starving, builtInMedium(*starving, "own"));
    QCOMPARE(own.growth.growth, 0.0);
    QVERIFY(own.wildTypeGrowth > 0.0);
    QVERIFY(!own.rescues.empty());
}

void TestExplanation::cancels()
{
    FluxBalance balance(twoRoutes().build());
    JobControl control;
    control.cancel.cancel();
    QVERIFY_EXCEPTION_THROWN(balance.explain(Genotype{0, 2}, control), Cancelled);
    QCOMPARE(balance.explain(Genotype{0, 2}).rescues.size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(TestExplanation)
#include "test_explanation.moc"
