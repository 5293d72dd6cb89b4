#include "engine/nn/model_file.h"

#include "engine/core/files.h"
#include "engine/core/safetensors.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/nn/model_metadata.h"
#include "engine/nn/parameter_specs.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <ctime>
#include <set>
#include <utility>

namespace knockscape
{

namespace
{

constexpr const char *metadataKey = "knockscape";
constexpr const char *evidencePrefix = "profile_evidence.";
constexpr std::size_t shownMisfits = 20;

at::Tensor toTensor(const NamedTensor &tensor)
{
    if (!tensor.isFloating()) {
        at::Tensor result = at::empty(tensor.shape, at::kLong);
        std::copy(tensor.integers.begin(), tensor.integers.end(), result.data_ptr<std::int64_t>());
        return result;
    }
    at::Tensor result = at::empty(tensor.shape, at::kFloat);
    std::copy(tensor.floats.begin(), tensor.floats.end(), result.data_ptr<float>());
    return result;
}

/// The tensors that the model reads; refuses values that are not finite.
TensorMap toTensorMap(const NamedTensors &stored, const std::string &where)
{
    TensorMap tensors;
    for (const auto &[name, values] : stored) {
        at::Tensor tensor = toTensor(values);
        if (tensor.is_floating_point() && !tensor.isfinite().all().item<bool>()) {
            throw InputError(errorAt(where + ": " + name,
                                     translate("Engine", "The tensor holds values that are not finite."),
                                     translate("Engine", "Use a checkpoint from before the training diverged.")));
        }
        tensors.emplace(name, std::move(tensor));
    }
    return tensors;
}

void takeEvidence(TensorMap &tensors, TensorMap &evidence)
{
    const std::string prefix = evidencePrefix;
    for (auto found = tensors.lower_bound(prefix); found != tensors.end() && found->first.starts_with(prefix);) {
        evidence.emplace(found->first.substr(prefix.size()), std::move(found->second));
        found = tensors.erase(found);
    }
}

/// Why the model's genes are not the cell's, as far as the file lets us know.
Issue explainGenes(const ModelFile &file, const Cell &cell, const std::string &where)
{
    const std::string field = where + ": gene_ids_sha256";
    const std::string remedy = translate("Engine", "Open the cell that the model was trained on.");
    if (file.geneIds.empty()) {
        return errorAt(field, translate("Engine", "The model was trained on other genes than the cell's."), remedy);
    }
    std::set<std::string> modelGenes(file.geneIds.begin(), file.geneIds.end());
    std::size_t missing = 0;
    for (const Gene &gene : cell.genes.genes()) {
        missing += modelGenes.erase(gene.id) == 0 ? 1 : 0;
    }
    if (missing == 0 && modelGenes.empty()) {
        return errorAt(field, translate("Engine", "The model was trained on the same genes in another order."), remedy);
    }
    return errorAt(
        field,
        translateCount(
            "Engine",
            "%1 gene differs: the model has %2 that the cell lacks (%3 …), the cell has %4 that the model lacks.",
            "%1 genes differ: the model has %2 that the cell lacks (%3 …), the cell has %4 that the model lacks.",
            static_cast<std::int64_t>(missing + modelGenes.size()),
            {std::to_string(modelGenes.size()), modelGenes.empty() ? std::string("–") : *modelGenes.begin(),
             std::to_string(missing)}),
        remedy);
}

} // namespace

ModelFile readModelFile(const std::filesystem::path &path, std::vector<Issue> &issues, const ModelReadOptions &options)
{
    CheckpointSource source = readCheckpointSource(path);
    if (!options.tensors.empty()) {
        addTensors(source, options.tensors);
    }
    const auto metadata = source.metadata.find(metadataKey);
    if (metadata != source.metadata.end()) {
        ModelFile file = parseMetadataJson(metadata->second, path.string() + ": " + metadataKey, issues);
        TensorMap tensors = toTensorMap(source.tensors, path.string());
        takeEvidence(tensors, file.evidence);
        file.model = {file.model.config(), std::move(tensors)};
        file.format = source.format;
        return file;
    }
    std::vector<std::string> unused;
    const ModelConfig config = importModel(source, path, options, issues, unused);
    ModelFile file{{config, toTensorMap(source.tensors, path.string())}, {}, {}, {}, {}, {}, {}, {}};
    file.format = source.format;
    file.origin = source.facts;
    file.unusedTensors = std::move(unused);
    return file;
}

void writeModelFile(const std::filesystem::path &path, const ModelFile &file)
{
    TensorFile written;
    written.metadata[metadataKey] = toMetadataJson(file);
    TensorMap all = file.model.tensors();
    for (const auto &[block, map] : file.evidence) {
        all.emplace(evidencePrefix + block, map);
    }
    for (const auto &[name, tensor] : all) {
        NamedTensor &stored = written.tensors[name];
        stored.name = name;
        stored.shape = tensor.sizes().vec();
        const at::Tensor values = tensor.detach().to(at::kCPU);
        if (tensor.is_floating_point()) {
            const at::Tensor floats = values.to(at::kFloat).contiguous();
            stored.floats.assign(floats.data_ptr<float>(), floats.data_ptr<float>() + floats.numel());
        } else {
            const at::Tensor integers = values.to(at::kLong).contiguous();
            stored.integers.assign(integers.data_ptr<std::int64_t>(),
                                   integers.data_ptr<std::int64_t>() + integers.numel());
        }
    }
    writeSafetensors(path, written);
}

void writeModelFile(const std::filesystem::path &path, const CellLatentPerturbation &model, const Cell &cell,
                    const TrainingFacts &training, const TensorMap &evidence)
{
    ModelFile file{model, cell.genes.idsSha256(), {}, training, utcNow(), {}, {}, {}, evidence};
    for (const Gene &gene : cell.genes.genes()) {
        file.geneIds.push_back(gene.id);
    }
    writeModelFile(path, file);
}

void requireFit(const ModelFile &file, const Cell &cell, const std::string &where)
{
    if (!file.geneIdsSha256.empty() && file.geneIdsSha256 != cell.genes.idsSha256()) {
        throw InputError(explainGenes(file, cell, where));
    }
    std::vector<Issue> issues;
    const TensorMap &tensors = file.model.tensors();
    const std::string remedy = translate("Engine", "Open the cell that the model was trained on, or another model.");
    for (const ParameterSpec &spec : parameterSpecs(file.model.config(), cellSizes(cell))) {
        if (issues.size() >= shownMisfits) {
            break;
        }
        const auto found = tensors.find(spec.name);
        if (found == tensors.end()) {
            issues.push_back(errorAt(
                where + ": " + spec.name,
                translate("Engine", "The model lacks this tensor; %1 was expected.", {shapeText(spec.shape)}), remedy));
        } else if (found->second.sizes() != at::IntArrayRef(spec.shape) || !found->second.is_floating_point()) {
            issues.push_back(errorAt(where + ": " + spec.name,
                                     translate("Engine", "The tensor has shape %1; the cell needs %2.",
                                               {shapeText(found->second.sizes().vec()), shapeText(spec.shape)}),
                                     remedy));
        }
    }
    const std::vector<std::int64_t> &support = file.training.supportPerGene;
    if (!support.empty() && support.size() != cell.genes.size()) {
        issues.push_back(errorAt(where + ": training.support_per_gene",
                                 translate("Engine", "There are %1 values for the cell's %2 genes.",
                                           {std::to_string(support.size()), std::to_string(cell.genes.size())}),
                                 remedy));
    }
    if (!issues.empty()) {
        throw InputError(std::move(issues));
    }
}

std::vector<Issue> misfits(const ModelFile &file, const Cell &cell, const std::string &where)
{
    try {
        requireFit(file, cell, where);
        (void)makeCellTensors(cell, file.model.config(), at::kCPU);
    } catch (const InputError &error) {
        return error.issues();
    }
    return {};
}

ModelSummary summarise(const ModelFile &file, const std::filesystem::path &path)
{
    const ModelConfig &config = file.model.config();
    ModelSummary summary;
    summary.path = path;
    summary.sha256 = sha256OfFile(path);
    summary.flavour = toText(config.flavour);
    summary.configJson = toJson(config);
    summary.edgeTypes = config.edgeTypes;
    summary.geneCount = static_cast<std::int64_t>(file.geneIds.size());
    summary.hiddenChannels = config.hiddenChannels;
    for (const auto &[name, tensor] : file.model.tensors()) {
        if (!isBuffer(name)) {
            summary.parametersPerPart[name.substr(0, name.find('.'))] += tensor.numel();
        }
    }
    summary.training = file.training;
    summary.created = file.created;
    summary.format = file.format;
    summary.origin = file.origin;
    summary.unusedTensors = file.unusedTensors;
    return summary;
}

} // namespace knockscape
