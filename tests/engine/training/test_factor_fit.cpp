#include "engine/training/factor_fit.h"
#include "engine/training/metrics.h"

#include <ATen/ATen.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace knockscape;

namespace
{

constexpr FactorPrior Prior{0.2, 0.5, 0.3};

double normal(std::mt19937_64 &random)
{
    return std::normal_distribution<double>()(random);
}

at::Tensor normalMatrix(std::int64_t rows, std::int64_t columns, std::mt19937_64 &random)
{
    at::Tensor matrix = at::empty({rows, columns}, at::kFloat);
    for (std::int64_t i = 0; i < matrix.numel(); ++i) {
        matrix.data_ptr<float>()[i] = static_cast<float>(normal(random));
    }
    return matrix;
}

FactorRows rowsOf(const std::vector<std::vector<std::int64_t>> &sets, const std::vector<double> &targets)
{
    std::size_t longest = 0;
    for (const auto &set : sets) {
        longest = std::max(longest, set.size());
    }
    FactorRows rows;
    const auto count = static_cast<std::int64_t>(sets.size());
    rows.genes = at::zeros({count, static_cast<std::int64_t>(longest)}, at::kLong);
    rows.mask = at::zeros({count, static_cast<std::int64_t>(longest)}, at::kBool);
    for (std::int64_t row = 0; row < count; ++row) {
        const auto &set = sets[static_cast<std::size_t>(row)];
        for (std::size_t place = 0; place < set.size(); ++place) {
            rows.genes[row][static_cast<std::int64_t>(place)] = set[place];
            rows.mask[row][static_cast<std::int64_t>(place)] = true;
        }
    }
    rows.target = at::tensor(targets, at::kFloat);
    rows.weight = at::ones({count}, at::kFloat);
    return rows;
}

/// A part of the pairs of `genes` genes, at random.
std::vector<std::vector<std::int64_t>> somePairs(std::int64_t genes, double part, std::mt19937_64 &random)
{
    std::vector<std::vector<std::int64_t>> pairs;
    for (std::int64_t i = 0; i < genes; ++i) {
        for (std::int64_t j = i + 1; j < genes; ++j) {
            if (std::uniform_real_distribution<double>()(random) < part) {
                pairs.push_back({i, j});
            }
        }
    }
    return pairs;
}

double correlation(const at::Tensor &predicted, const at::Tensor &wanted)
{
    const at::Tensor left = predicted.to(at::kDouble).contiguous();
    const at::Tensor right = wanted.to(at::kDouble).contiguous();
    const auto size = static_cast<std::size_t>(left.numel());
    return pearson({left.data_ptr<double>(), left.data_ptr<double>() + size},
                   {right.data_ptr<double>(), right.data_ptr<double>() + size});
}

FactorRows part(const FactorRows &rows, std::int64_t remainder, bool equal)
{
    const at::Tensor chosen = (at::arange(rows.genes.size(0)) % 5 == remainder) == equal;
    return {rows.genes.index({chosen}), rows.mask.index({chosen}), rows.target.index({chosen}),
            rows.weight.index({chosen})};
}

/// Pairs whose targets are a_i + a_j + u_i·u_j of vectors that follow two-column profiles in part.
struct Planted {
    at::Tensor profiles;
    FactorRows rows;
};

Planted plantedPairs(std::int64_t genes, double share, double noise, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    const at::Tensor profiles = normalMatrix(genes, 2, random);
    const at::Tensor vectors =
        at::mm(profiles, normalMatrix(2, 2, random)) * 0.4 + normalMatrix(genes, 2, random) * 0.5;
    const at::Tensor additive = normalMatrix(genes, 1, random).squeeze(1) * 0.3;
    const auto pairs = somePairs(genes, share, random);
    std::vector<double> targets;
    for (const auto &pair : pairs) {
        targets.push_back(
            (additive[pair[0]] + additive[pair[1]] + (vectors[pair[0]] * vectors[pair[1]]).sum()).item<double>() +
            noise * normal(random));
    }
    return {profiles, rowsOf(pairs, targets)};
}

} // namespace

class TestFactorFit : public QObject
{
    Q_OBJECT

private slots:
    void findsPlantedPairs();
    void findsWhatSetsWithCommonPartnersShare();
    void pairsReachTheFixedPointOfTheReference();
    void largerSetsReachTheModeOfTheReference();
    void countsRowsByTheirWeight();
    void genesWithoutRowsAreWhatTheirProfilesSay();
    void sameSeedSameVectors();
    void worksWithoutProfiles();
    void stopsInTheMiddleOfASweep();
};

void TestFactorFit::findsPlantedPairs()
{
    const Planted planted = plantedPairs(60, 0.6, 0.1, 1);
    const FactorRows train = part(planted.rows, 0, false);
    const FactorRows test = part(planted.rows, 0, true);
    FactorFit fit(train, 60, planted.profiles, FactorOrder::Pairs, 8, {0.05, 0.5, 0.3}, 3);
    for (int sweep = 0; sweep < 30; ++sweep) {
        fit.sweep();
    }
    QVERIFY(correlation(fit.found().predict(test.genes, test.mask), test.target) > 0.9);
}

void TestFactorFit::findsWhatSetsWithCommonPartnersShare()
{
    // Four pairs of genes, each with the same 150 partners, as screens of trigenic interactions are made. What a
    // partner does with one pair is a mixture of two hidden properties of the partner.
    std::mt19937_64 random(5);
    const at::Tensor hidden = normalMatrix(150, 2, random);
    const at::Tensor mixture = normalMatrix(4, 2, random);
    std::vector<std::vector<std::int64_t>> sets;
    std::vector<double> targets;
    for (std::int64_t partner = 0; partner < 150; ++partner) {
        for (std::int64_t pair = 0; pair < 4; ++pair) {
            sets.push_back({2 * pair, 2 * pair + 1, 8 + partner});
            targets.push_back((hidden[partner] * mixture[pair]).sum().item<double>() + 0.2 * normal(random));
        }
    }
    const FactorRows rows = rowsOf(sets, targets);
    const FactorRows train = part(rows, 2, false);
    const FactorRows test = part(rows, 2, true);
    double best = 0.0;
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        FactorFit fit(train, 158, at::Tensor(), FactorOrder::Larger, 3, Prior, seed);
        for (int sweep = 0; sweep < 40; ++sweep) {
            fit.sweep();
        }
        best = std::max(best, correlation(fit.found().predict(test.genes, test.mask), test.target));
    }
    QVERIFY2(best > 0.8, qPrintable(QString::number(best)));
}

void TestFactorFit::pairsReachTheFixedPointOfTheReference()
{
    // In double precision, gene by gene: covariances that agree with the fit's vectors, then each vector's own
    // equation.
    const Planted planted = plantedPairs(12, 0.9, 0.3, 7);
    FactorFit fit(planted.rows, 12, planted.profiles, FactorOrder::Pairs, 2, Prior, 1);
    for (int sweep = 0; sweep < 400; ++sweep) {
        fit.sweep();
    }
    const at::Tensor vectors = fit.found().vectors.to(at::kDouble);
    const at::Tensor signs = at::cat({at::ones({1}, at::kDouble), fit.found().signs.to(at::kDouble)});
    const at::Tensor design = at::cat({at::ones({12, 1}), planted.profiles / std::sqrt(2.0)}, 1).to(at::kDouble);
    const at::Tensor ridge =
        at::mm(design.t(), design) / Prior.own + at::eye(design.size(1), at::kDouble) / Prior.profile;
    const at::Tensor means = at::mm(design, at::mm(at::linalg_inv(ridge), at::mm(design.t(), vectors) / Prior.own));
    std::vector<at::Tensor> covariance(12, at::eye(3, at::kDouble));
    double distance = 0.0;
    for (int round = 0; round < 200; ++round) {
        distance = 0.0;
        for (std::int64_t gene = 0; gene < 12; ++gene) {
            at::Tensor precision = at::eye(3, at::kDouble) / Prior.own;
            at::Tensor moment = means[gene] / Prior.own;
            for (std::int64_t row = 0; row < planted.rows.genes.size(0); ++row) {
                const std::int64_t left = planted.rows.genes[row][0].item<std::int64_t>();
                const std::int64_t right = planted.rows.genes[row][1].item<std::int64_t>();
                if (left != gene && right != gene) {
                    continue;
                }
                const std::int64_t partner = left == gene ? right : left;
                at::Tensor input = vectors[partner] * signs;
                input[0] = 1.0;
                at::Tensor spread = covariance[static_cast<std::size_t>(partner)] * at::outer(signs, signs);
                const at::Tensor withAdditive = spread[0].clone();
                withAdditive[0] = 0.0;
                spread[0].zero_();
                spread.select(1, 0).zero_();
                const double target = planted.rows.target[row].item<double>() - vectors[partner][0].item<double>();
                precision = precision + (at::outer(input, input) + spread) / Prior.noise;
                moment = moment + (input * target - withAdditive) / Prior.noise;
            }
            at::Tensor &own = covariance[static_cast<std::size_t>(gene)];
            own = at::linalg_inv(precision);
            distance = std::max(distance, (at::mv(own, moment) - vectors[gene]).abs().max().item<double>());
        }
    }
    QVERIFY2(distance < 1e-3, qPrintable(QString::number(distance)));
}

void TestFactorFit::largerSetsReachTheModeOfTheReference()
{
    // The derivative of the penalised squares by every coordinate, by differences in double precision.
    std::mt19937_64 random(11);
    std::vector<std::vector<std::int64_t>> sets;
    std::vector<double> targets;
    for (int row = 0; row < 120; ++row) {
        std::vector<std::int64_t> set;
        const std::size_t size = row % 10 == 0 ? 4 : 3;
        while (set.size() < size) {
            const auto gene = static_cast<std::int64_t>(random() % 12);
            if (std::find(set.begin(), set.end(), gene) == set.end()) {
                set.push_back(gene);
            }
        }
        sets.push_back(set);
        targets.push_back(normal(random));
    }
    const at::Tensor profiles = normalMatrix(12, 2, random);
    FactorFit fit(rowsOf(sets, targets), 12, profiles, FactorOrder::Larger, 2, Prior, 1);
    for (int sweep = 0; sweep < 1000; ++sweep) {
        fit.sweep();
    }
    at::Tensor vectors = fit.found().vectors.to(at::kDouble).clone();
    const at::Tensor design = at::cat({at::ones({12, 1}), profiles / std::sqrt(2.0)}, 1).to(at::kDouble);
    const at::Tensor ridge = at::mm(design.t(), design) / Prior.own + at::eye(3, at::kDouble) / Prior.profile;
    const at::Tensor means = at::mm(design, at::mm(at::linalg_inv(ridge), at::mm(design.t(), vectors) / Prior.own));
    const auto objective = [&](const at::Tensor &candidate) {
        double sum = (candidate - means).square().sum().item<double>() / Prior.own;
        const auto value = candidate.accessor<double, 2>();
        for (std::size_t row = 0; row < sets.size(); ++row) {
            double said = 0.0;
            for (std::size_t i = 0; i < sets[row].size(); ++i) {
                said += value[sets[row][i]][0];
                for (std::size_t j = i + 1; j < sets[row].size(); ++j) {
                    for (std::size_t k = j + 1; k < sets[row].size(); ++k) {
                        for (std::int64_t channel = 1; channel < 3; ++channel) {
                            said += value[sets[row][i]][channel] * value[sets[row][j]][channel] *
                                    value[sets[row][k]][channel];
                        }
                    }
                }
            }
            sum += (targets[row] - said) * (targets[row] - said) / Prior.noise;
        }
        return sum;
    };
    const double lowest = objective(vectors);
    double steepest = 0.0;
    constexpr double step = 1e-4;
    for (std::int64_t i = 0; i < vectors.numel(); ++i) {
        double &coordinate = vectors.data_ptr<double>()[i];
        const double there = coordinate;
        coordinate = there + step;
        const double above = objective(vectors);
        coordinate = there - step;
        const double below = objective(vectors);
        coordinate = there;
        steepest = std::max(steepest, std::abs(above - below) / (2.0 * step));
    }
    QVERIFY2(steepest < 1e-3 * lowest, qPrintable(QString::number(steepest)));
}

void TestFactorFit::countsRowsByTheirWeight()
{
    Planted planted = plantedPairs(20, 0.8, 0.3, 2);
    FactorRows doubled = planted.rows;
    for (at::Tensor *tensor : {&doubled.genes, &doubled.mask, &doubled.target, &doubled.weight}) {
        *tensor = at::cat({*tensor, tensor->narrow(0, 0, 10)});
    }
    planted.rows.weight.narrow(0, 0, 10).fill_(2.0);
    FactorFit weighted(planted.rows, 20, planted.profiles, FactorOrder::Pairs, 2, Prior, 4);
    FactorFit repeated(doubled, 20, planted.profiles, FactorOrder::Pairs, 2, Prior, 4);
    for (int sweep = 0; sweep < 5; ++sweep) {
        weighted.sweep();
        repeated.sweep();
    }
    QVERIFY(at::allclose(weighted.found().vectors, repeated.found().vectors, 1e-3, 1e-4));
}

void TestFactorFit::genesWithoutRowsAreWhatTheirProfilesSay()
{
    const Planted planted = plantedPairs(30, 0.8, 0.1, 8);
    // Genes 30 to 49 have no rows, and 40 to 49 have profiles opposite to those of 30 to 39: what is linear in the
    // profiles cancels, and the constant is the same for all.
    const at::Tensor profiles = planted.profiles.narrow(0, 0, 10);
    FactorFit fit(planted.rows, 50, at::cat({planted.profiles, profiles, profiles.neg()}), FactorOrder::Pairs, 4, Prior,
                  2);
    for (int sweep = 0; sweep < 5; ++sweep) {
        fit.sweep();
    }
    const at::Tensor unmeasured = fit.found().vectors.narrow(0, 30, 10);
    const at::Tensor sums = unmeasured + fit.found().vectors.narrow(0, 40, 10);
    QVERIFY(at::allclose(sums, sums.narrow(0, 0, 1).expand_as(sums), 1e-3, 1e-4));
    QVERIFY(!at::allclose(unmeasured, unmeasured.narrow(0, 0, 1).expand_as(unmeasured), 1e-1, 1e-2));
}

void TestFactorFit::sameSeedSameVectors()
{
    const Planted planted = plantedPairs(30, 0.5, 0.1, 9);
    const auto vectors = [&](std::uint64_t seed) {
        FactorFit fit(planted.rows, 30, planted.profiles, FactorOrder::Pairs, 4, Prior, seed);
        fit.sweep();
        fit.sweep();
        return fit.found().vectors;
    };
    QVERIFY(at::equal(vectors(1), vectors(1)));
    QVERIFY(!at::allclose(vectors(1), vectors(2)));
}

void TestFactorFit::worksWithoutProfiles()
{
    const Planted planted = plantedPairs(40, 0.7, 0.1, 12);
    const FactorRows train = part(planted.rows, 1, false);
    const FactorRows test = part(planted.rows, 1, true);
    FactorFit fit(train, 40, at::Tensor(), FactorOrder::Pairs, 6, {0.05, 0.5, 0.3}, 3);
    for (int sweep = 0; sweep < 40; ++sweep) {
        fit.sweep();
    }
    QVERIFY(correlation(fit.found().predict(test.genes, test.mask), test.target) > 0.85);
}

void TestFactorFit::stopsInTheMiddleOfASweep()
{
    const Planted planted = plantedPairs(20, 0.8, 0.3, 2);
    FactorFit fit(planted.rows, 20, planted.profiles, FactorOrder::Pairs, 2, Prior, 4);
    const CancelToken cancel;
    cancel.cancel();
    QVERIFY_EXCEPTION_THROWN(fit.sweep(cancel), Cancelled);
}

QTEST_APPLESS_MAIN(TestFactorFit)
#include "test_factor_fit.moc"
