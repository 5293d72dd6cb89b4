#include "tests/engine/nn/implementation.h"

#include "engine/inference/fused_model.h"
#include "engine/inference/table_predictor.h"
#include "engine/nn/reference/deviation.h"
#include "engine/nn/reference/from_tensors.h"
#include "engine/nn/reference/reference_model.h"

#include <ATen/Context.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace knockscape::tests
{

namespace
{

void append(std::vector<double> &values, const reference::Vector &row)
{
    values.insert(values.end(), row.begin(), row.end());
}

std::vector<double> flat(const reference::Matrix &rows)
{
    std::vector<double> values;
    for (const reference::Vector &row : rows) {
        append(values, row);
    }
    return values;
}

std::vector<double> flat(const at::Tensor &tensor)
{
    const at::Tensor plain = tensor.detach().to(at::kCPU, at::kDouble).contiguous();
    return {plain.data_ptr<double>(), plain.data_ptr<double>() + plain.numel()};
}

Outputs runReference(const CellLatentPerturbation &model, const std::shared_ptr<const Cell> &cell,
                     const std::vector<Genotype> &genotypes)
{
    const reference::Parameters parameters = reference::fromTensors(model.tensors());
    const reference::EncodedCell encoded = reference::encode(parameters, model.config(), *cell);
    Outputs outputs{flat(encoded.gene), flat(encoded.metabolism), flat(encoded.combined), {}, {}, {}};
    for (const Genotype &genotype : genotypes) {
        const reference::Answer answer = reference::answer(parameters, model.config(), encoded.combined, genotype);
        append(outputs.perturbed, answer.perturbed);
        outputs.fitness.push_back(answer.fitness);
        outputs.interaction.push_back(answer.interaction);
    }
    return outputs;
}

Outputs runForward(const CellLatentPerturbation &model, const Cell &cell, const std::vector<Genotype> &genotypes,
                   const at::Device &device)
{
    const c10::InferenceMode inference;
    const CellLatentPerturbation there = model.to(device);
    const CellTensors tensors = makeCellTensors(cell, model.config(), device);
    const EncodedCell encoded = there.encode(tensors);
    const ModelOutputs outputs =
        there.forward(encoded.combined, makeGenotypeBatch(genotypes, tensors.geneCount, device));
    return {flat(encoded.gene),      flat(encoded.metabolism), flat(encoded.combined),
            flat(outputs.perturbed), flat(outputs.fitness),    flat(outputs.interaction)};
}

void append(Outputs &outputs, const Prediction &prediction)
{
    outputs.fitness.push_back(prediction.fitness);
    outputs.interaction.push_back(prediction.interaction);
}

Outputs runTables(const CellLatentPerturbation &model, const std::shared_ptr<const Cell> &cell,
                  const std::vector<Genotype> &genotypes, const at::Device &device)
{
    TablePredictor predictor({{ModelFile{model, {}, {}, {}, {}}, {}}}, cell, device, {});
    Outputs outputs;
    for (const Prediction &prediction : predictor.predictAll(genotypes)) {
        append(outputs, prediction);
    }
    return outputs;
}

/// As live predictions ask: one after the other.
Outputs runOneByOne(const CellLatentPerturbation &model, const std::shared_ptr<const Cell> &cell,
                    const std::vector<Genotype> &genotypes)
{
    TablePredictor predictor({{ModelFile{model, {}, {}, {}, {}}, {}}}, cell, at::kCPU, {});
    Outputs outputs;
    for (const Genotype &genotype : genotypes) {
        append(outputs, predictor.predictOne(genotype));
    }
    return outputs;
}

/// In batches of three and another order: a genotype's neighbours in a batch must not matter.
Outputs runShuffled(const CellLatentPerturbation &model, const std::shared_ptr<const Cell> &cell,
                    const std::vector<Genotype> &genotypes)
{
    TablePredictor predictor({{ModelFile{model, {}, {}, {}, {}}, {}}}, cell, at::kCPU, {});
    std::vector<std::size_t> order(genotypes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::shuffle(order.begin(), order.end(), std::mt19937(7));
    std::vector<Genotype> shuffled;
    for (const std::size_t index : order) {
        shuffled.push_back(genotypes[index]);
    }
    Outputs outputs;
    outputs.fitness.resize(genotypes.size());
    outputs.interaction.resize(genotypes.size());
    predictor.predict(shuffled, {3},
                      [&](std::size_t first, std::span<const Prediction> predictions) {
                          for (std::size_t i = 0; i < predictions.size(); ++i) {
                              outputs.fitness[order[first + i]] = predictions[i].fitness;
                              outputs.interaction[order[first + i]] = predictions[i].interaction;
                          }
                      },
                      {});
    return outputs;
}

/// The fused kernel takes genotypes of a few genes; larger ones go another way, and so they do here.
Outputs runScreen(const CellLatentPerturbation &model, const std::shared_ptr<const Cell> &cell,
                  const std::vector<Genotype> &genotypes)
{
    TablePredictor predictor({{ModelFile{model, {}, {}, {}, {}}, {}}}, cell, at::kCPU, {});
    Outputs outputs;
    outputs.fitness.resize(genotypes.size());
    outputs.interaction.resize(genotypes.size());
    for (const bool small : {true, false}) {
        std::vector<Genotype> some;
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < genotypes.size(); ++row) {
            if ((genotypes[row].size() <= FusedModel::largestSize) == small) {
                some.push_back(genotypes[row]);
                rows.push_back(row);
            }
        }
        const auto screen = predictor.openScreen(std::make_shared<GenotypeList>(some));
        PredictionBlock block;
        screen->evaluate({0, some.size()}, block);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            outputs.fitness[rows[i]] = block.predictions[i].fitness;
            outputs.interaction[rows[i]] = block.predictions[i].interaction;
        }
    }
    return outputs;
}

} // namespace

Implementation referenceImplementation()
{
    return {"reference", 1e-5, runReference};
}

bool cudaIsThere()
{
    return at::hasCUDA();
}

std::vector<Implementation> fastImplementations()
{
    std::vector<Implementation> result;
    std::vector<at::Device> devices{at::kCPU};
    if (cudaIsThere()) {
        devices.emplace_back(at::kCUDA, static_cast<c10::DeviceIndex>(0));
    }
    for (const at::Device &device : devices) {
        const double tolerance = device.is_cpu() ? 1e-5 : 1e-4;
        result.push_back({"forward pass on " + device.str(), tolerance,
                          [device](const auto &model, const auto &cell, const auto &genotypes) {
                              return runForward(model, *cell, genotypes, device);
                          }});
        result.push_back({"tables on " + device.str(), tolerance,
                          [device](const auto &model, const auto &cell, const auto &genotypes) {
                              return runTables(model, cell, genotypes, device);
                          }});
    }
    result.push_back({"tables one by one", 1e-5, runOneByOne});
    result.push_back({"tables in another order", 1e-5, runShuffled});
    result.push_back({"screen on cpu", 1e-5, runScreen});
    return result;
}

QString difference(const Outputs &actual, const Outputs &expected, double tolerance)
{
    struct Part {
        const char *name;
        const std::vector<double> &actual;
        const std::vector<double> &expected;
    };
    for (const Part &part : {Part{"gene", actual.gene, expected.gene},
                             {"metabolism", actual.metabolism, expected.metabolism},
                             {"combined", actual.combined, expected.combined},
                             {"z_pert", actual.perturbed, expected.perturbed},
                             {"fitness", actual.fitness, expected.fitness},
                             {"interaction", actual.interaction, expected.interaction}}) {
        const bool isShown = !part.actual.empty() && !part.expected.empty();
        const double value = isShown ? reference::deviation(part.actual, part.expected) : 0.0;
        if (!(value <= tolerance)) {
            return QString("%1 deviates by %2").arg(part.name).arg(value);
        }
    }
    return {};
}

} // namespace knockscape::tests
