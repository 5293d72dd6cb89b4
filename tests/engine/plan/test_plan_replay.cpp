#include "engine/core/issue.h"
#include "engine/plan/gaussian_interactions.h"
#include "engine/plan/plan_replay.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace knockscape;

namespace
{

/// Genes of three modules, dense within; deleting one gene of module 0 and one of module 1 is a hit.
Cell modules(std::size_t genes)
{
    Cell cell;
    std::vector<Gene> made(genes);
    std::vector<GeneEdge> edges;
    for (std::size_t i = 0; i < genes; ++i) {
        made[i].id = std::string("G").append(std::to_string(i));
        for (std::size_t j = i + 3; j < genes; j += 3) {
            edges.push_back({static_cast<GeneIndex>(i), static_cast<GeneIndex>(j), 1.0F});
        }
    }
    cell.genes = GeneCatalogue(std::move(made));
    cell.networks.emplace_back("physical", false, genes, std::move(edges));
    return cell;
}

std::vector<Label> labelsOf(std::size_t genes)
{
    std::mt19937_64 random(4);
    std::normal_distribution<double> noise(0.0, 0.05);
    std::vector<Label> labels;
    for (GeneIndex a = 0; a < static_cast<GeneIndex>(genes); ++a) {
        for (GeneIndex b = a + 1; b < static_cast<GeneIndex>(genes); ++b) {
            Label label;
            label.genotype = Genotype{a, b};
            label.interaction = noise(random) - (a % 3 + b % 3 == 1 && a % 3 != b % 3 && (a + b) % 5 != 0 ? 0.3 : 0.0);
            labels.push_back(label);
        }
    }
    return labels;
}

/// Solves A x = b by Gaussian elimination.
std::vector<double> solved(std::vector<std::vector<double>> a, std::vector<double> b)
{
    for (std::size_t k = 0; k < b.size(); ++k) {
        for (std::size_t i = k + 1; i < b.size(); ++i) {
            const double factor = a[i][k] / a[k][k];
            for (std::size_t j = k; j < b.size(); ++j) {
                a[i][j] -= factor * a[k][j];
            }
            b[i] -= factor * b[k];
        }
    }
    for (std::size_t k = b.size(); k-- > 0;) {
        for (std::size_t j = k + 1; j < b.size(); ++j) {
            b[k] -= a[k][j] * b[j];
        }
        b[k] /= a[k][k];
    }
    return b;
}

} // namespace

/// The model of replays against its textbook formula, and a replay whose answer is known.
class TestPlanReplay : public QObject
{
    Q_OBJECT

private slots:
    void gaussianIsItsFormula();
    void planningFindsTheModules();
    void tooFewLabelsAreRefused();
};

void TestPlanReplay::gaussianIsItsFormula()
{
    const Cell cell = modules(12);
    const GeneSimilarity similarity(cell);
    std::vector<Genotype> pool;
    for (const Label &label : labelsOf(12)) {
        pool.push_back(label.genotype);
    }
    const PairCovariance covariance(pool, similarity, {});
    GaussianInteractions model(covariance, 0.1, 0.5, 0.3);
    const std::vector<std::size_t> places{3, 17, 40, 41, 8};
    const std::vector<double> values{0.3, -0.2, 0.9, 0.0, -1.0};
    model.learn(std::span(places).first(2), std::span(values).first(2));
    model.learn(std::span(places).subspan(2), std::span(values).subspan(2));
    std::vector<std::vector<double>> known(5, std::vector<double>(5));
    std::vector<double> residuals;
    for (std::size_t i = 0; i < 5; ++i) {
        residuals.push_back(values[i] - 0.1);
        for (std::size_t j = 0; j < 5; ++j) {
            known[i][j] = 0.5 * covariance(places[i], places[j]) + (i == j ? 0.15 : 0.0);
        }
    }
    for (const std::size_t place : {0U, 17U, 50U}) {
        std::vector<double> with;
        for (const std::size_t other : places) {
            with.push_back(0.5 * covariance(place, other));
        }
        const std::vector<double> weights = solved(known, residuals);
        const std::vector<double> explained = solved(known, with);
        double mean = 0.1;
        double variance = 0.5 * covariance(place, place) + 0.15;
        for (std::size_t i = 0; i < 5; ++i) {
            mean += with[i] * weights[i];
            variance -= with[i] * explained[i];
        }
        QVERIFY(std::abs(model.mean(place) - mean) < 1e-5);
        QVERIFY(std::abs(model.deviation(place) - std::sqrt(variance)) < 1e-5);
        QCOMPARE(model.seenDeviation(place), model.deviation(place)); // nothing was seen yet
    }
}

void TestPlanReplay::planningFindsTheModules()
{
    const Cell cell = modules(48);
    ReplayRequest request;
    request.rounds = 3;
    request.batch = 24;
    request.seeds = 2;
    const ReplayResult result = replayPlanning(labelsOf(48), cell, request, {});
    QCOMPARE(result.pairs, 1128U);
    QCOMPARE(result.known, 112U);
    const double random = result.find("random").mean();
    QVERIFY(result.find("plan").mean() > 2.5 * random);
    QVERIFY(result.find("plan").mean() <= 72.0);
    double rounds = 0.0;
    for (const double hits : result.find("plan").hitsPerRound) {
        rounds += hits;
    }
    QVERIFY(std::abs(rounds - result.find("plan").mean()) < 1e-9);
    const ReplayResult again = replayPlanning(labelsOf(48), cell, request, {});
    QCOMPARE(again.find("plan").hitsPerSeed, result.find("plan").hitsPerSeed);
}

void TestPlanReplay::tooFewLabelsAreRefused()
{
    QVERIFY_THROWS_EXCEPTION(InputError, (void)replayPlanning(labelsOf(12), modules(12), {}, {}));
}

QTEST_GUILESS_MAIN(TestPlanReplay)
#include "test_plan_replay.moc"
