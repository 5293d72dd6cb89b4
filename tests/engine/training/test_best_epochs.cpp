#include "engine/nn/model_config.h"
#include "engine/training/best_epochs.h"
#include "engine/training/metrics.h"
#include "engine/training/starting_model.h"

#include <ATen/ATen.h>

#include <QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace knockscape;

namespace
{

constexpr double None = std::numeric_limits<double>::quiet_NaN();

TensorMap weightsOf(double value)
{
    return {{"fitness_head.layers.0.weight", at::full({2}, value)},
            {"interaction_factors.gene.weight", at::full({3}, value)}};
}

double fitnessWeight(const BestEpochs &best)
{
    return best.kept().at("fitness_head.layers.0.weight")[0].item<double>();
}

double factorWeight(const BestEpochs &best)
{
    return best.kept().at("interaction_factors.gene.weight")[0].item<double>();
}

Label labelOf(const std::string &source, Genotype genotype, double interaction)
{
    Label label;
    label.source = source;
    label.genotype = std::move(genotype);
    label.interaction = interaction;
    return label;
}

} // namespace

class TestBestEpochs : public QObject
{
    Q_OBJECT

private slots:
    void eachPhenotypeKeepsItsOwnEpoch();
    void sharedWeightsKeepTheBestMean();
    void aMissingPhenotypeGoesByTheLoss();
    void nothingIsMissingAfterTheFirstOffer();
    void keptWeightsAreCopies();
    void goesOnFromWhatWasSaved();
    void agreementIsThatWithinSources();
    void smallSourcesAreOneGroup();
    void agreementWithoutRowsIsNone();
    void factorsStandAloneByDefault();
};

void TestBestEpochs::eachPhenotypeKeepsItsOwnEpoch()
{
    BestEpochs best(true);
    QCOMPARE(best.latest(), 0);
    QVERIFY(best.offer(1, 0.5, 0.1, None, weightsOf(1)));
    QVERIFY(best.offer(2, 0.4, 0.2, None, weightsOf(2)));
    QVERIFY(!best.offer(3, 0.5, 0.2, None, weightsOf(3)));
    QVERIFY(best.offer(4, 0.3, 0.3, None, weightsOf(4)));
    QCOMPARE(fitnessWeight(best), 1.0);
    QCOMPARE(factorWeight(best), 4.0);
    QCOMPARE(best.latest(), 4);
    QVERIFY(best.isStale(BestEpochs::Rest, 4, 3));
    QVERIFY(!best.isStale(BestEpochs::Rest, 4, 4));
    QVERIFY(!best.isStale(BestEpochs::Factors, 4, 1));
    QVERIFY2(!best.isStale(BestEpochs::Rest, 1000, 0), "without patience training goes on");
    QCOMPARE(best.parts().at(0).epoch, 1);
    QCOMPARE(best.parts().at(1).epoch, 4);
}

void TestBestEpochs::sharedWeightsKeepTheBestMean()
{
    BestEpochs best(false);
    QVERIFY(best.offer(1, 0.5, 0.1, None, weightsOf(1)));
    QVERIFY(best.offer(2, 0.45, 0.2, None, weightsOf(2)));
    QVERIFY(!best.offer(3, 0.3, 0.3, None, weightsOf(3)));
    QCOMPARE(fitnessWeight(best), 2.0);
    QCOMPARE(factorWeight(best), 2.0);
    QVERIFY2(best.offer(4, None, 0.4, None, weightsOf(4)), "one phenotype alone is the mean");
    QCOMPARE(best.latest(), 4);
}

void TestBestEpochs::aMissingPhenotypeGoesByTheLoss()
{
    BestEpochs best(true);
    best.offer(1, None, 0.3, -3.0, weightsOf(1));
    best.offer(2, None, 0.2, -2.0, weightsOf(2));
    QCOMPARE(fitnessWeight(best), 2.0);
    QCOMPARE(factorWeight(best), 1.0);
}

void TestBestEpochs::nothingIsMissingAfterTheFirstOffer()
{
    BestEpochs best(true);
    QVERIFY(!best.offer(1, None, None, None, weightsOf(1)));
    QVERIFY(best.kept().empty());
    QVERIFY(best.offer(2, None, 0.3, None, weightsOf(2)));
    QCOMPARE(fitnessWeight(best), 2.0);
    QCOMPARE(best.kept().size(), weightsOf(0).size());
}

void TestBestEpochs::keptWeightsAreCopies()
{
    BestEpochs best(true);
    TensorMap weights = weightsOf(1);
    best.offer(1, 0.5, 0.5, None, weights);
    for (const auto &[name, tensor] : weights) {
        tensor.fill_(9.0);
    }
    QCOMPARE(fitnessWeight(best), 1.0);
    QCOMPARE(factorWeight(best), 1.0);
}

void TestBestEpochs::goesOnFromWhatWasSaved()
{
    BestEpochs best(true);
    QVERIFY2(!best.restore({7}, {0.5}, weightsOf(7)), "saved by a training with one part");
    QVERIFY(best.kept().empty());
    QVERIFY(best.restore({7, 3}, {0.5, 0.6}, weightsOf(7)));
    QCOMPARE(best.latest(), 7);
    QVERIFY(best.offer(8, 0.4, 0.7, None, weightsOf(8)));
    QCOMPARE(fitnessWeight(best), 7.0);
    QCOMPARE(factorWeight(best), 8.0);
}

void TestBestEpochs::agreementIsThatWithinSources()
{
    // Within each source predictions are the opposite of what was measured; between sources they agree, and one
    // correlation over all rows would praise them.
    std::vector<Label> rows;
    std::vector<double> predicted;
    std::vector<double> measured;
    for (int i = 0; i < 40; ++i) {
        for (const double level : {-1.0, 1.0}) {
            rows.push_back(labelOf(level < 0 ? "low" : "high", {0, 1}, level + 0.01 * i));
            predicted.push_back(level - 0.01 * i);
            measured.push_back(rows.back().interaction);
        }
    }
    QVERIFY(pearson(predicted, measured) > 0.9);
    QVERIFY(std::abs(interactionAgreement(predicted, rows) + 1.0) < 1e-9);

    // Order parts rows of one source too, and the larger group has the larger say: 80 rows of r = −1, 40 of r = 1.
    for (int i = 0; i < 40; ++i) {
        rows.push_back(labelOf("low", {0, 1, 2}, 0.01 * i));
        predicted.push_back(0.02 * i);
    }
    QVERIFY(std::abs(interactionAgreement(predicted, rows) - (-80.0 + 40.0) / 120.0) < 1e-9);
}

void TestBestEpochs::smallSourcesAreOneGroup()
{
    std::vector<Label> rows;
    std::vector<double> predicted;
    std::vector<double> measured;
    for (int i = 0; i < 29; ++i) {
        rows.push_back(labelOf("a", {0, 1}, 0.01 * i));
        rows.push_back(labelOf("b", {0, 1}, 1.0 + 0.03 * (i % 5)));
        predicted.insert(predicted.end(), {0.02 * (i % 7), 1.0 + 0.01 * i});
    }
    rows.push_back(labelOf("b", {0}, None));
    predicted.push_back(0.5);
    for (const Label &row : rows) {
        measured.push_back(row.interaction);
    }
    QCOMPARE(interactionAgreement(predicted, rows), agreement(predicted, measured).pearson);
}

void TestBestEpochs::agreementWithoutRowsIsNone()
{
    QVERIFY(std::isnan(interactionAgreement({}, {})));
    const std::vector<Label> rows{labelOf("a", {0, 1}, None)};
    QVERIFY(std::isnan(interactionAgreement(std::vector{1.0}, rows)));
}

void TestBestEpochs::factorsStandAloneByDefault()
{
    ModelConfig model = nativeDefaults();
    model.interactionFactors = 4;
    TrainingConfig config;
    QVERIFY(interactionStandsAlone(model, config));
    config.interactionEncoder = true;
    QVERIFY(!interactionStandsAlone(model, config));
    config = TrainingConfig{};
    config.interactionAttention = true;
    QVERIFY(!interactionStandsAlone(model, config));
    config = TrainingConfig{};
    config.profileComponents = 0;
    QVERIFY2(!interactionStandsAlone(model, config), "without profiles genes are alike by the encoder alone");
    model.interactionFactors = 0;
    QVERIFY(!interactionStandsAlone(model, TrainingConfig{}));
}

QTEST_GUILESS_MAIN(TestBestEpochs)
#include "test_best_epochs.moc"
