#include "engine/nn/cell_latent_perturbation.h"
#include "engine/training/factor_blend.h"
#include "engine/training/factor_fit.h"

#include <ATen/ATen.h>

#include <QTest>

#include <cmath>
#include <random>
#include <vector>

using namespace knockscape;

namespace
{

constexpr GeneIndex GeneCount = 24;
constexpr double Noise = 0.5;

at::Tensor interactions(const CellLatentPerturbation &model, const GenotypeBatch &genotypes)
{
    const at::Tensor unheard = at::zeros({GeneCount, model.config().hiddenChannels});
    return model.forwardInteraction(unheard, genotypes).interaction;
}

/// Every pair with u_i·u_j of hidden vectors, and some triples with a sum of random numbers per gene.
std::vector<Label> plantedLabels(std::size_t triples)
{
    std::mt19937_64 random(9);
    std::normal_distribution<double> normal;
    std::vector<double> hidden(GeneCount);
    for (double &value : hidden) {
        value = normal(random);
    }
    std::vector<Label> labels;
    for (GeneIndex a = 0; a < GeneCount; ++a) {
        for (GeneIndex b = a + 1; b < GeneCount; ++b) {
            Label pair;
            pair.genotype = {a, b};
            pair.interaction = 0.1 * hidden[static_cast<std::size_t>(a)] * hidden[static_cast<std::size_t>(b)] + 0.02;
            labels.push_back(pair);
            if (labels.size() % 5 == 0 && triples > 0) {
                Label triple;
                const GeneIndex third = (b + 1) % GeneCount == a ? (b + 2) % GeneCount : (b + 1) % GeneCount;
                triple.genotype = {a, b, third};
                triple.interaction = 0.05 * hidden[static_cast<std::size_t>(third)];
                labels.push_back(triple);
                --triples;
            }
        }
    }
    return labels;
}

struct Fitted {
    TargetScale scale;
    TrainingRows training;
    TrainingRows validation;
    std::vector<Label> validationLabels;

    Fitted(const std::vector<Label> &trainingLabels, std::vector<Label> validationRows)
        : scale(targetScale(trainingLabels, {})),
          training(makeTrainingRows(trainingLabels, GeneCount, scale, at::kCPU)),
          validation(makeTrainingRows(validationRows, GeneCount, scale, at::kCPU)),
          validationLabels(std::move(validationRows))
    {
    }

    FactorBlend blend(const JobControl &control = {}) const
    {
        return {training, validation, validationLabels, scale, at::Tensor(), GeneCount, Noise, 1, control};
    }
};

/// A model whose interactions are 6 factors of random size and nothing of the encoder, in the units of `scale`.
CellLatentPerturbation factorModel(const TargetScale &scale)
{
    ModelConfig config = nativeDefaults();
    config.hiddenChannels = 8;
    config.setTransformerHeads = 2;
    config.interactionFactors = 6;
    CellSizes sizes;
    sizes.geneCount = GeneCount;
    CellLatentPerturbation model = makeModel(config, sizes, 3);
    for (const auto &[name, tensor] : model.tensors()) {
        if (name.starts_with("interaction_factors.project.") || name.starts_with("gene_interaction_head.")) {
            tensor.zero_();
        } else if (name == "interaction_factors.unit") {
            tensor[0].fill_(scale.pairUnit);
            tensor[1].fill_(scale.largerUnit);
        } else if (name == "interaction_factors.gene.weight") {
            std::mt19937_64 random(4);
            for (std::int64_t i = 0; i < tensor.numel(); ++i) {
                tensor.data_ptr<float>()[i] = static_cast<float>(std::normal_distribution<double>()(random));
            }
        }
    }
    return model;
}

} // namespace

class TestFactorBlend : public QObject
{
    Q_OBJECT

private slots:
    void withoutValidationTheModelIsTheMeanOfBoth();
    void largerSetsHaveChannelsOfTheirOwn();
    void aModelThatAgreesIsLeftAlone();
    void aModelThatSaysNoiseGivesWay();
    void fewRowsAreNotFitted();
    void everythingButInteractionsStays();
    void stopsWhenCancelled();
};

void TestFactorBlend::withoutValidationTheModelIsTheMeanOfBoth()
{
    const Fitted data(plantedLabels(0), {});
    const CellLatentPerturbation model = factorModel(data.scale);
    const CellLatentPerturbation blended = data.blend().into(model);
    QCOMPARE(blended.config().interactionFactors, std::int64_t{6 + 33});

    const at::Tensor value = data.training.interaction.value / data.scale.pairUnit;
    const double bias = value.mean().item<double>();
    const GenotypeBatch &genotypes = data.training.genotypes;
    FactorFit fit({genotypes.genes, genotypes.mask, value - bias, at::ones_like(value)}, GeneCount, at::Tensor(),
                  FactorOrder::Pairs, 32, {Noise, 0.3, 0.09}, 1);
    for (int sweep = 0; sweep < 12; ++sweep) {
        fit.sweep();
    }
    const at::Tensor ofFit = (fit.found().predict(genotypes.genes, genotypes.mask) + bias) * data.scale.pairUnit;
    const at::Tensor wanted = 0.5 * (ofFit + interactions(model, genotypes));
    QVERIFY(at::allclose(interactions(blended, genotypes), wanted, 1e-4, 1e-5));
}

void TestFactorBlend::largerSetsHaveChannelsOfTheirOwn()
{
    const Fitted pairsAlone(plantedLabels(0), {});
    const Fitted both(plantedLabels(50), {});
    const CellLatentPerturbation model = factorModel(both.scale);
    const CellLatentPerturbation blended = both.blend().into(model);
    QCOMPARE(blended.config().interactionFactors, std::int64_t{6 + 33 + 5});
    // What triples say leaves pairs as they are, but for the scale of all rows.
    std::vector<Label> triples;
    for (const Label &label : plantedLabels(50)) {
        if (label.genotype.size() == 3) {
            triples.push_back(label);
        }
    }
    const GenotypeBatch genotypes = makeTrainingRows(triples, GeneCount, both.scale, at::kCPU).genotypes;
    const at::Tensor before = interactions(pairsAlone.blend().into(model), genotypes);
    const at::Tensor after = interactions(blended, genotypes);
    QVERIFY(!at::allclose(before, after, 1e-2, 1e-3));
    const GenotypeBatch &pairs = pairsAlone.training.genotypes;
    QVERIFY(
        at::allclose(interactions(blended, pairs), interactions(pairsAlone.blend().into(model), pairs), 1e-3, 1e-4));
}

void TestFactorBlend::aModelThatAgreesIsLeftAlone()
{
    const CellLatentPerturbation model = factorModel(Fitted(plantedLabels(0), {}).scale);
    std::vector<Label> validation = plantedLabels(0);
    const at::Tensor said = interactions(model, Fitted(validation, {}).training.genotypes);
    for (std::size_t row = 0; row < validation.size(); ++row) {
        validation[row].interaction = said[static_cast<std::int64_t>(row)].item<double>();
    }
    const CellLatentPerturbation blended = Fitted(plantedLabels(0), validation).blend().into(model);
    QCOMPARE(blended.config().interactionFactors, std::int64_t{6});
    for (const auto &[name, tensor] : model.tensors()) {
        QVERIFY2(at::equal(blended.tensors().at(name), tensor), name.c_str());
    }
}

void TestFactorBlend::aModelThatSaysNoiseGivesWay()
{
    const std::vector<Label> labels = plantedLabels(0);
    const Fitted data(labels, labels);
    const CellLatentPerturbation model = factorModel(data.scale);
    model.tensors().at("interaction_factors.weight").mul_(20.0);
    const CellLatentPerturbation blended = data.blend().into(model);
    // The random factors of the model have no weight left for pairs.
    const at::Tensor weight = blended.tensors().at("interaction_factors.weight")[0];
    const std::int64_t factors = blended.config().interactionFactors;
    for (const std::int64_t polynomial : {std::int64_t{0}, factors, 2 * factors}) {
        QCOMPARE(weight.narrow(0, polynomial, 6).abs().sum().item<double>(), 0.0);
    }
    const at::Tensor wanted = data.training.interaction.value;
    const at::Tensor error = interactions(blended, data.training.genotypes) - wanted;
    QVERIFY(error.square().mean().item<double>() < 0.3 * wanted.var(false).item<double>());
}

void TestFactorBlend::fewRowsAreNotFitted()
{
    std::vector<Label> labels = plantedLabels(0);
    labels.resize(20);
    const CellLatentPerturbation model = factorModel({});
    QCOMPARE(Fitted(labels, {}).blend().into(model).config().interactionFactors, std::int64_t{6});
}

void TestFactorBlend::everythingButInteractionsStays()
{
    const CellLatentPerturbation model = factorModel({});
    const CellLatentPerturbation blended = Fitted(plantedLabels(50), {}).blend().into(model);
    for (const auto &[name, tensor] : model.tensors()) {
        if (!name.starts_with("interaction_factors.")) {
            QVERIFY2(at::equal(blended.tensors().at(name), tensor), name.c_str());
        }
    }
    QVERIFY(
        at::equal(blended.tensors().at("interaction_factors.unit"), model.tensors().at("interaction_factors.unit")));
}

void TestFactorBlend::stopsWhenCancelled()
{
    JobControl control;
    int reports = 0;
    control.progress = [&](const Progress &) {
        if (++reports == 3) {
            control.cancel.cancel();
        }
    };
    const Fitted data(plantedLabels(0), {});
    QVERIFY_EXCEPTION_THROWN(data.blend(control), Cancelled);
    QVERIFY(reports >= 3 && reports < 12);
}

QTEST_APPLESS_MAIN(TestFactorBlend)
#include "test_factor_blend.moc"
