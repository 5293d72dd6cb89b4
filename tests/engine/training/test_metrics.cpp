#include "engine/core/issue.h"
#include "engine/training/baselines.h"
#include "engine/training/evaluation.h"
#include "engine/training/low_rank_baseline.h"
#include "engine/training/metrics.h"
#include "engine/training/splits.h"
#include "tests/engine/training/sample_labels.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace knockscape;
using tests::label;
using tests::NaN;

namespace
{

/// Pearson by its definition over all pairs of points: slow, and obviously right.
double slowPearson(const std::vector<double> &x, const std::vector<double> &y)
{
    long double xx = 0.0;
    long double yy = 0.0;
    long double xy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        for (std::size_t j = 0; j < x.size(); ++j) {
            xx += (x[i] - x[j]) * (x[i] - x[j]);
            yy += (y[i] - y[j]) * (y[i] - y[j]);
            xy += (x[i] - x[j]) * (y[i] - y[j]);
        }
    }
    return static_cast<double>(xy / std::sqrt(xx * yy));
}

std::vector<double> slowRanks(const std::vector<double> &x)
{
    std::vector<double> ranks;
    for (const double a : x) {
        double below = 0.0;
        double equal = 0.0;
        for (const double b : x) {
            below += b < a ? 1.0 : 0.0;
            equal += b == a ? 1.0 : 0.0;
        }
        ranks.push_back(below + 0.5 * (equal + 1.0));
    }
    return ranks;
}

/// Solves A·x = b by Gaussian elimination with pivoting.
std::vector<double> solveDense(std::vector<std::vector<double>> a, std::vector<double> b)
{
    const std::size_t n = b.size();
    for (std::size_t k = 0; k < n; ++k) {
        std::size_t pivot = k;
        for (std::size_t i = k; i < n; ++i) {
            pivot = std::abs(a[i][k]) > std::abs(a[pivot][k]) ? i : pivot;
        }
        std::swap(a[k], a[pivot]);
        std::swap(b[k], b[pivot]);
        for (std::size_t i = 0; i < n; ++i) {
            const double factor = i == k ? 0.0 : a[i][k] / a[k][k];
            for (std::size_t j = 0; j < n; ++j) {
                a[i][j] -= factor * a[k][j];
            }
            b[i] -= factor * b[k];
        }
    }
    for (std::size_t k = 0; k < n; ++k) {
        b[k] /= a[k][k];
    }
    return b;
}

} // namespace

class TestMetrics : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithSlowReferences();
    void undefinedCases();
    void leavesOutMissingPairs();
    void intervalHasFisherWidth();
    void multiplicativeUsesMeasuredThenPredictedSingles();
    void additiveIsTheRidgeSolution();
    void meansOfWhatIsThere();
    void intervalsOfRanksAndErrors();
    void lowRankFindsPlantedFactors();
    void leavesOutBaselinesThatAreTheModel();
    void foldsPartitionTheRows();
    void foldsHoldOutWholeGenes();
};

void TestMetrics::agreesWithSlowReferences()
{
    std::mt19937 random(3);
    std::normal_distribution<double> normal;
    for (const std::size_t count : {2U, 3U, 50U, 300U}) {
        std::vector<double> x;
        std::vector<double> y;
        for (std::size_t i = 0; i < count; ++i) {
            x.push_back(std::round(4.0 * normal(random)) / 4.0 + static_cast<double>(i) * 1e-3);
            y.push_back(std::round(2.0 * (normal(random) + x.back())) / 2.0 + (i == 0 ? 0.1 : 0.0));
        }
        QVERIFY(std::abs(pearson(x, y) - slowPearson(x, y)) < 1e-12);
        QVERIFY(std::abs(spearman(x, y) - slowPearson(slowRanks(x), slowRanks(y))) < 1e-12);
        double squares = 0.0;
        for (std::size_t i = 0; i < count; ++i) {
            squares += std::pow(x[i] - y[i], 2) / static_cast<double>(count);
        }
        QVERIFY(std::abs(meanSquaredError(x, y) - squares) < 1e-12);
    }
    // Large offsets must not cost precision.
    const std::vector<double> x{1e9 + 1, 1e9 + 2, 1e9 + 3};
    const std::vector<double> y{2.0, 1.0, 3.0};
    QVERIFY(std::abs(pearson(x, y) - 0.5) < 1e-9);
}

void TestMetrics::undefinedCases()
{
    const std::vector<double> none;
    const std::vector<double> one{1.0};
    const std::vector<double> constant{0.1, 0.1, 0.1};
    const std::vector<double> varied{1.0, 2.0, 4.0};
    QVERIFY(std::isnan(pearson(none, none)));
    QVERIFY(std::isnan(pearson(one, one)));
    QVERIFY(std::isnan(pearson(constant, varied)));
    QVERIFY(std::isnan(spearman(varied, constant)));
    QVERIFY(std::isnan(meanSquaredError(none, none)));
    QCOMPARE(pearson(varied, varied), 1.0);
}

void TestMetrics::leavesOutMissingPairs()
{
    const std::vector<double> predicted{1.0, NaN, 3.0, 5.0};
    const std::vector<double> measured{2.0, 2.0, NaN, 7.0};
    const Agreement result = agreement(predicted, measured);
    QCOMPARE(result.count, std::size_t{2});
    QCOMPARE(result.pearson, 1.0);
    QCOMPARE(result.mse, 2.5);
}

void TestMetrics::intervalHasFisherWidth()
{
    const auto [low, high] = pearsonInterval(0.5, 103);
    QVERIFY(std::abs(low - std::tanh(std::atanh(0.5) - 0.19599639845)) < 1e-9);
    QVERIFY(std::abs(high - std::tanh(std::atanh(0.5) + 0.19599639845)) < 1e-9);
    QVERIFY(std::isnan(pearsonInterval(0.5, 3).first));
    QVERIFY(std::isnan(pearsonInterval(NaN, 30).first));
    QCOMPARE(pearsonInterval(1.0, 30).first, 1.0);
}

void TestMetrics::multiplicativeUsesMeasuredThenPredictedSingles()
{
    const std::vector<Label> training{label({0}, 0.8), label({0}, 0.6), label({1}, 0.5), label({0, 1}, 0.1),
                                      label({2}, NaN, 0.5)};
    const MultiplicativeBaseline measured(training, 4);
    QCOMPARE(measured.predict(Genotype{}), 1.0);
    QCOMPARE(measured.predict(Genotype{0, 1}), 0.7 * 0.5);
    QCOMPARE(measured.predict(Genotype{1, 2}), 0.5 * (0.8 + 0.6 + 0.5) / 3.0);
    const std::vector<double> predicted{0.1, 0.1, 0.25, NaN};
    const MultiplicativeBaseline filled(training, 4, predicted);
    QCOMPARE(filled.predict(Genotype{0, 2}), 0.7 * 0.25);
    QCOMPARE(filled.predict(Genotype{3}), (0.8 + 0.6 + 0.5) / 3.0);
    QCOMPARE(MultiplicativeBaseline({}, 2).predict(Genotype{0, 1}), 1.0);
}

void TestMetrics::additiveIsTheRidgeSolution()
{
    constexpr std::size_t geneCount = 12;
    constexpr double lambda = 0.7;
    std::mt19937 random(9);
    std::normal_distribution<double> normal;
    std::vector<Label> training;
    for (int i = 0; i < 80; ++i) {
        const auto gene = [&] { return static_cast<GeneIndex>(random() % (geneCount - 1)); };
        training.push_back(label(Genotype{gene(), gene(), gene()}, 0.7 + 0.1 * normal(random), NaN));
    }
    training.push_back(label({0}, NaN, 5.0));
    std::vector<std::vector<double>> a(geneCount + 1, std::vector<double>(geneCount + 1, 0.0));
    std::vector<double> b(geneCount + 1, 0.0);
    for (const Label &row : training) {
        if (std::isnan(row.fitness)) {
            continue;
        }
        std::vector<std::size_t> unknowns{geneCount};
        unknowns.insert(unknowns.end(), row.genotype.genes().begin(), row.genotype.genes().end());
        for (const std::size_t i : unknowns) {
            b[i] += row.fitness;
            for (const std::size_t j : unknowns) {
                a[i][j] += 1.0;
            }
        }
    }
    for (std::size_t gene = 0; gene < geneCount; ++gene) {
        a[gene][gene] += lambda;
    }
    const std::vector<double> expected = solveDense(a, b);
    const AdditiveBaseline baseline(training, Phenotype::Fitness, geneCount, lambda);
    for (GeneIndex gene = 0; gene < static_cast<GeneIndex>(geneCount); ++gene) {
        const double value = expected[geneCount] + expected[static_cast<std::size_t>(gene)];
        QVERIFY(std::abs(baseline.predict(Genotype{gene}) - value) < 1e-9);
    }
    // A gene without rows has no effect.
    QVERIFY(std::abs(baseline.predict(Genotype{11}) - baseline.predict(Genotype{})) < 1e-9);
    QVERIFY(std::isnan(AdditiveBaseline({}, Phenotype::Fitness, 3).predict(Genotype{1})));
}

void TestMetrics::meansOfWhatIsThere()
{
    const std::vector<Label> rows{label({0}, 1.0), label({1}, NaN, 0.5), label({2}, 2.0, -0.1)};
    QCOMPARE(meanValue(rows, Phenotype::Fitness), 1.5);
    QCOMPARE(meanValue(rows, Phenotype::Interaction), 0.2);
    QVERIFY(std::isnan(meanValue({}, Phenotype::Fitness)));
}

void TestMetrics::intervalsOfRanksAndErrors()
{
    const auto [low, high] = spearmanInterval(0.5, 100);
    // Bonett & Wright: artanh(0.5) ± 1.96 √(1.125/97).
    QVERIFY(std::abs(low - std::tanh(std::atanh(0.5) - 1.959963984540054 * std::sqrt(1.125 / 97.0))) < 1e-12);
    QVERIFY(high > 0.5 && high < 1.0);
    const std::vector<double> predicted{0.0, 0.0, 0.0, 0.0};
    const std::vector<double> measured{1.0, 2.0, 1.0, 2.0};
    // Squares 1, 4, 1, 4: mean 2.5, variance 3, standard error √(3/4).
    const Agreement values = agreement(predicted, measured);
    QVERIFY(std::abs(values.mseError - std::sqrt(0.75)) < 1e-12);
    const auto [mseLow, mseHigh] = mseInterval(values);
    QVERIFY(std::abs(mseLow - (2.5 - 1.959963984540054 * std::sqrt(0.75))) < 1e-12);
    QVERIFY(std::abs(mseHigh - (2.5 + 1.959963984540054 * std::sqrt(0.75))) < 1e-12);
}

void TestMetrics::lowRankFindsPlantedFactors()
{
    // ε_ij = u_i u_j with random signs: no gene has an effect of its own, so the additive model sees nothing.
    constexpr GeneIndex genes = 40;
    std::mt19937 random(3);
    std::vector<double> u;
    for (GeneIndex gene = 0; gene < genes; ++gene) {
        u.push_back(random() % 2 == 0 ? 0.3 : -0.3);
    }
    std::vector<Label> training;
    std::vector<Label> heldOut;
    for (GeneIndex a = 0; a < genes; ++a) {
        for (GeneIndex b = a + 1; b < genes; ++b) {
            Label label;
            label.genotype = Genotype{a, b};
            label.interaction = u[static_cast<std::size_t>(a)] * u[static_cast<std::size_t>(b)];
            (random() % 5 == 0 ? heldOut : training).push_back(label);
        }
    }
    const LowRankBaseline lowRank(training, Phenotype::Interaction, genes, 4, 2.0);
    const AdditiveBaseline additive(training, Phenotype::Interaction, genes);
    std::vector<double> measured;
    std::vector<double> byFactors;
    std::vector<double> bySums;
    for (const Label &label : heldOut) {
        measured.push_back(label.interaction);
        byFactors.push_back(lowRank.predict(label.genotype));
        bySums.push_back(additive.predict(label.genotype));
    }
    QVERIFY2(pearson(byFactors, measured) > 0.9, std::to_string(pearson(byFactors, measured)).c_str());
    QVERIFY(pearson(bySums, measured) < 0.5);
    // Nothing to learn from, and genes that nothing is known of.
    QVERIFY(std::isnan(LowRankBaseline({}, Phenotype::Fitness, 3).predict(Genotype{0, 1})));
    const LowRankBaseline one(std::span<const Label>(training).first(1), Phenotype::Interaction, genes);
    QVERIFY(std::isfinite(one.predict(Genotype{38, 39})));
}

void TestMetrics::leavesOutBaselinesThatAreTheModel()
{
    // Singles that training never saw: the multiplicative model has to take the model's. Pairs: a model of its own.
    std::vector<Label> training;
    std::vector<Label> rows;
    const std::vector<double> singles{0.9, 0.8, 0.7, 0.6, 0.5, 0.4};
    PhenotypeValues model;
    for (GeneIndex gene = 0; gene < 6; ++gene) {
        Label pair;
        pair.genotype = Genotype{gene, (gene + 1) % 6};
        pair.fitness = 0.5 + 0.03 * gene;
        pair.interaction = -0.1 * gene;
        training.push_back(pair);
        rows.push_back(pair);
        model.fitness.push_back(0.4 + 0.01 * gene * gene);
        model.interaction.push_back(0.0);
        Label single;
        single.genotype = Genotype{gene};
        single.fitness = 0.95 - 0.1 * gene;
        rows.push_back(single);
        model.fitness.push_back(singles[static_cast<std::size_t>(gene)] + (gene % 2 == 0 ? 1e-8 : -1e-8));
        model.interaction.push_back(0.0);
    }
    PredictionsByName predictions = baselinePredictions(training, rows, 6, singles);
    predictions["model"] = model;
    const std::vector<EvaluatedGroup> groups = evaluate(rows, predictions);
    const auto group = [&](Phenotype phenotype, const std::string &name) {
        return *std::find_if(groups.begin(), groups.end(), [&](const EvaluatedGroup &each) {
            return each.phenotype == phenotype && each.group == name;
        });
    };
    QCOMPARE(group(Phenotype::Fitness, "order 1").sameAsModel, std::vector<std::string>{"multiplicative"});
    QVERIFY(!group(Phenotype::Fitness, "order 1").predictors.contains("multiplicative"));
    QVERIFY(group(Phenotype::Fitness, "order 2").predictors.contains("multiplicative"));
    QVERIFY(group(Phenotype::Fitness, "all").predictors.contains("multiplicative"));
    // Of interactions it says nothing but that there are none.
    QVERIFY(!group(Phenotype::Interaction, "order 2").predictors.contains("multiplicative"));
    QVERIFY(group(Phenotype::Interaction, "order 2").predictors.contains("additive"));
    QVERIFY(!flatMetrics(groups).contains("multiplicative_fitness_pearson_order1"));
    QVERIFY(!isTheModel({}, {}));
}

void TestMetrics::foldsPartitionTheRows()
{
    std::vector<Label> labels;
    for (GeneIndex gene = 0; gene < 23; ++gene) {
        Label single;
        single.genotype = Genotype{gene};
        single.split = Split::Train;
        labels.push_back(single);
        labels.push_back(single);
        Label pair;
        pair.genotype = Genotype{gene, gene + 1};
        labels.push_back(pair);
    }
    std::vector<int> held(labels.size(), 0);
    for (int fold = 0; fold < 5; ++fold) {
        const std::vector<Split> splits = foldSplits(labels, {5, fold, SplitKind::Random, 7});
        std::size_t singles = 0;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            held[i] += splits[i] == Split::Test ? 1 : 0;
            singles += splits[i] == Split::Test && labels[i].genotype.size() == 1 ? 1 : 0;
        }
        // Both rows of a genotype go together, and every order is dealt evenly.
        for (std::size_t i = 0; i < labels.size(); i += 3) {
            QVERIFY(splits[i] == splits[i + 1]);
        }
        QVERIFY(singles == 8 || singles == 10);
        QVERIFY(splits == foldSplits(labels, {5, fold, SplitKind::Random, 7}));
    }
    QCOMPARE(held, std::vector<int>(labels.size(), 1));
    QVERIFY_EXCEPTION_THROWN(foldSplits(labels, {1, 0}), InputError);
    QVERIFY_EXCEPTION_THROWN(foldSplits(labels, {5, 5}), InputError);
}

void TestMetrics::foldsHoldOutWholeGenes()
{
    std::vector<Label> labels;
    for (GeneIndex a = 0; a < 12; ++a) {
        for (GeneIndex b = a + 1; b < 12; ++b) {
            Label label;
            label.genotype = Genotype{a, b};
            labels.push_back(label);
        }
    }
    for (int fold = 0; fold < 3; ++fold) {
        const std::vector<Split> splits = foldSplits(labels, {3, fold, SplitKind::ByGene, 1});
        std::vector<bool> trained(12, false);
        std::vector<bool> tested(12, false);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            for (const GeneIndex gene : labels[i].genotype.genes()) {
                (splits[i] == Split::Train ? trained : tested)[static_cast<std::size_t>(gene)] = true;
            }
        }
        // Four genes of twelve are never trained on; every row that holds one of them is held out.
        QCOMPARE(std::count(trained.begin(), trained.end(), false), std::ptrdiff_t{4});
        QCOMPARE(std::count(splits.begin(), splits.end(), Split::Train), std::ptrdiff_t{8 * 7 / 2});
        const std::vector<Split> pairs = foldSplits(labels, {3, fold, SplitKind::ByPair, 1});
        QCOMPARE(std::count(pairs.begin(), pairs.end(), Split::Test), std::ptrdiff_t{22});
    }
}

QTEST_APPLESS_MAIN(TestMetrics)
#include "test_metrics.moc"
