#include "engine/module/self_check.h"

#include "engine/core/translate.h"
#include "engine/inference/table_predictor.h"
#include "engine/module/synthetic_cell.h"
#include "engine/nn/reference/deviation.h"
#include "engine/nn/reference/from_tensors.h"
#include "engine/nn/reference/reference_model.h"

#include <map>
#include <memory>
#include <random>
#include <string>
#include <utility>

namespace knockscape
{

namespace
{

/// Numbers by the name of the tensor or answer they are.
using Numbers = std::map<std::string, std::vector<double>>;

struct Case {
    std::string name;
    CellLatentPerturbation model;
    std::shared_ptr<const Cell> cell;
};

SyntheticSizes smallSizes()
{
    SyntheticSizes sizes;
    sizes.genes = 150;
    sizes.features = 24;
    sizes.physicalEdges = 600;
    sizes.regulatoryEdges = 250;
    sizes.metabolites = 90;
    sizes.reactions = 130;
    sizes.incidences = 520;
    return sizes;
}

/// None, and some of one to six genes.
std::vector<Genotype> checkedGenotypes(int genes)
{
    std::mt19937 random(5);
    std::uniform_int_distribution<GeneIndex> pick(0, genes - 1);
    std::vector<Genotype> genotypes{Genotype{}};
    for (int size = 1; size <= 6; ++size) {
        for (int repeat = 0; repeat < 2; ++repeat) {
            std::vector<GeneIndex> members;
            for (int i = 0; i < size; ++i) {
                members.push_back(pick(random));
            }
            genotypes.emplace_back(std::move(members));
        }
    }
    return genotypes;
}

/// The two sets of options differ in as much as a model may have on or off.
ModelConfig checkedConfig(Flavour flavour, ConvolutionType convolution, bool plain)
{
    ModelConfig config = nativeDefaults();
    config.flavour = flavour;
    config.convolution = convolution;
    config.hiddenChannels = 32;
    config.convolutionOptions.heads = 4;
    config.metabolismAttention = true;
    if (plain) {
        config.norm = NormType::Batch;
        config.activation = ActivationType::Gelu;
        config.geneInput = GeneInput::Combined;
        config.convolutionOptions.bias = false;
        config.convolutionOptions.addSelfLoops = false;
        config.convolutionOptions.normalize = false;
        config.convolutionOptions.concat = false;
        config.convolutionOptions.shareWeights = true;
        config.convolutionOptions.beta = false;
        config.convolutionOptions.mlpLayers = 3;
        config.convolutionOptions.isSkipConnection = false;
        config.metabolismAttention = false;
        config.metabolismUseSkip = false;
    }
    return config;
}

void append(std::vector<double> &numbers, const reference::Matrix &rows)
{
    for (const reference::Vector &row : rows) {
        numbers.insert(numbers.end(), row.begin(), row.end());
    }
}

Numbers byReference(const Case &checked, const std::vector<Genotype> &genotypes)
{
    const reference::Parameters parameters = reference::fromTensors(checked.model.tensors());
    const ModelConfig &config = checked.model.config();
    const reference::EncodedCell encoded = reference::encode(parameters, config, *checked.cell);
    Numbers numbers;
    append(numbers["gene"], encoded.gene);
    append(numbers["metabolism"], encoded.metabolism);
    append(numbers["combined"], encoded.combined);
    for (const Genotype &genotype : genotypes) {
        const reference::Answer answer = reference::answer(parameters, config, encoded.combined, genotype);
        append(numbers["z_pert"], {answer.perturbed});
        numbers["fitness"].push_back(answer.fitness);
        numbers["interaction"].push_back(answer.interaction);
    }
    return numbers;
}

std::vector<double> toNumbers(const at::Tensor &tensor)
{
    const at::Tensor plain = tensor.to(at::kCPU, at::kDouble).contiguous();
    return {plain.data_ptr<double>(), plain.data_ptr<double>() + plain.numel()};
}

Numbers byForwardPass(const Case &checked, const std::vector<Genotype> &genotypes, const at::Device &device)
{
    const CellLatentPerturbation model = checked.model.to(device);
    const CellTensors tensors = makeCellTensors(*checked.cell, model.config(), device);
    const EncodedCell encoded = model.encode(tensors);
    const ModelOutputs outputs =
        model.forward(encoded.combined, makeGenotypeBatch(genotypes, tensors.geneCount, device));
    return {{"gene", toNumbers(encoded.gene)},         {"metabolism", toNumbers(encoded.metabolism)},
            {"combined", toNumbers(encoded.combined)}, {"z_pert", toNumbers(outputs.perturbed)},
            {"fitness", toNumbers(outputs.fitness)},   {"interaction", toNumbers(outputs.interaction)}};
}

Numbers byTables(const Case &checked, const std::vector<Genotype> &genotypes, const at::Device &device)
{
    TablePredictor predictor({{ModelFile{checked.model, {}, {}, {}, {}}, {}}}, checked.cell, device, {});
    Numbers numbers;
    for (const Prediction &prediction : predictor.predictAll(genotypes)) {
        numbers["fitness"].push_back(prediction.fitness);
        numbers["interaction"].push_back(prediction.interaction);
    }
    return numbers;
}

Numbers byScreen(const Case &checked, const std::vector<Genotype> &genotypes)
{
    TablePredictor predictor({{ModelFile{checked.model, {}, {}, {}, {}}, {}}}, checked.cell, at::kCPU, {});
    const auto screen = predictor.openScreen(std::make_shared<GenotypeList>(genotypes));
    PredictionBlock block;
    screen->evaluate({0, genotypes.size()}, block);
    Numbers numbers;
    for (const Prediction &prediction : block.predictions) {
        numbers["fitness"].push_back(prediction.fitness);
        numbers["interaction"].push_back(prediction.interaction);
    }
    return numbers;
}

/// The worst of what `actual` shows.
SelfCheck compare(std::string name, const Numbers &actual, const Numbers &expected, double tolerance)
{
    SelfCheck check{std::move(name), -1.0, {}, tolerance};
    for (const auto &[part, numbers] : actual) {
        const double value = reference::deviation(numbers, expected.at(part));
        if (value > check.worst) {
            check.worst = value;
            check.part = part;
        }
    }
    return check;
}

void runCase(const Case &checked, const std::vector<Genotype> &genotypes, const at::Device &device,
             std::vector<SelfCheck> &checks)
{
    const Numbers expected = byReference(checked, genotypes);
    const Numbers forward = byForwardPass(checked, genotypes, at::kCPU);
    const Numbers tables = byTables(checked, genotypes, at::kCPU);
    checks.push_back(
        compare(translate("Engine", "%1: forward pass = reference (CPU)", {checked.name}), forward, expected, 1e-5));
    checks.push_back(
        compare(translate("Engine", "%1: tables = reference (CPU)", {checked.name}), tables, expected, 1e-5));
    checks.push_back(compare(translate("Engine", "%1: screen = reference (CPU)", {checked.name}),
                             byScreen(checked, genotypes), expected, 1e-5));
    if (!device.is_cpu()) {
        checks.push_back(compare(translate("Engine", "%1: forward pass on %2 = CPU", {checked.name, device.str()}),
                                 byForwardPass(checked, genotypes, device), forward, 1e-4));
        checks.push_back(compare(translate("Engine", "%1: tables on %2 = CPU", {checked.name, device.str()}),
                                 byTables(checked, genotypes, device), tables, 1e-4));
    }
}

} // namespace

std::vector<SelfCheck> runSelfChecks(const at::Device &device, const JobControl &control)
{
    const c10::InferenceMode inference;
    const SyntheticSizes sizes = smallSizes();
    const auto cell = std::make_shared<const Cell>(syntheticCell(sizes, 2));
    const std::vector<Genotype> genotypes = checkedGenotypes(sizes.genes);
    const std::vector<std::pair<ConvolutionType, std::string>> convolutions{
        {ConvolutionType::Gcn, "GCN"},
        {ConvolutionType::Gat, "GAT"},
        {ConvolutionType::Transformer, "Transformer"},
        {ConvolutionType::Gin, "GIN"}};
    std::vector<SelfCheck> checks;
    std::uint64_t done = 0;
    for (const Flavour flavour : {Flavour::Native, Flavour::Torchcell}) {
        for (const auto &[convolution, name] : convolutions) {
            for (const bool plain : {false, true}) {
                control.report(translate("Engine", "Checking"), done++, 4 * convolutions.size());
                const ModelConfig config = configForCell(checkedConfig(flavour, convolution, plain), *cell);
                const std::string label =
                    toText(flavour) + ", " + name + (plain ? translate("Engine", ", options off") : std::string());
                runCase({label, makeArbitraryModel(config, cellSizes(*cell), done), cell}, genotypes, device, checks);
            }
        }
    }
    return checks;
}

} // namespace knockscape
