#include "engine/nn/model_file.h"

#include "engine/core/files.h"
#include "engine/core/safetensors.h"
#include "engine/core/translate.h"
#include "engine/nn/model_metadata.h"
#include "engine/nn/parameter_specs.h"
#include "engine/nn/tensor_names.h"

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
constexpr std::size_t shownIssues = 20;

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

TensorMap toTensorMap(const TensorFile &file, const std::string &where)
{
    TensorMap tensors;
    for (const auto &[name, stored] : file.tensors) {
        at::Tensor tensor = toTensor(stored);
        if (tensor.is_floating_point() && !tensor.isfinite().all().item<bool>()) {
            throw InputError(errorAt(where + ": " + name,
                                     translate("Engine", "The tensor holds values that are not finite."),
                                     translate("Engine", "Use a checkpoint from before the training diverged.")));
        }
        if (!tensors.emplace(canonicalTensorName(name), std::move(tensor)).second) {
            throw InputError(errorAt(where + ": " + name, translate("Engine", "The tensor appears under two names.")));
        }
    }
    return tensors;
}

/// Hyper-parameters of a model that carries none: a JSON file named by the user or lying beside it.
ModelConfig readConfigBeside(const std::filesystem::path &path, std::filesystem::path config, const TensorMap &tensors,
                             std::vector<Issue> &issues)
{
    if (config.empty()) {
        config = path.parent_path() / "config.json";
        if (!std::filesystem::exists(config)) {
            throw InputError(errorAt(path.string(),
                                     translate("Engine", "The file holds tensors but no hyper-parameters "
                                                         "(metadata key “knockscape”)."),
                                     translate("Engine", "Convert it with “model convert --config F.json”, or put a "
                                                         "config.json beside it.")));
        }
    }
    ModelConfig result = parseModelConfig(readFile(config, 1 << 20), config.string(), issues);
    if (result.edgeTypes.empty()) {
        result.edgeTypes = edgeTypesOfNames(tensors);
    }
    return result;
}

std::string utcNow()
{
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
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
    return errorAt(field,
                   translate("Engine",
                             "%1 genes differ: the model has %2 that the cell lacks (%3 …), the cell has %4 "
                             "that the model lacks.",
                             {std::to_string(missing + modelGenes.size()), std::to_string(modelGenes.size()),
                              modelGenes.empty() ? std::string("–") : *modelGenes.begin(), std::to_string(missing)}),
                   remedy);
}

} // namespace

std::string shapeText(const std::vector<std::int64_t> &shape)
{
    std::string text = "[";
    for (const std::int64_t size : shape) {
        text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    }
    return text + "]";
}

ModelFile readModelFile(const std::filesystem::path &path, std::vector<Issue> &issues,
                        const std::filesystem::path &config)
{
    const TensorFile stored = readSafetensors(path);
    TensorMap tensors = toTensorMap(stored, path.string());
    const auto metadata = stored.metadata.find(metadataKey);
    if (metadata == stored.metadata.end()) {
        return {{readConfigBeside(path, config, tensors, issues), std::move(tensors)}, {}, {}, {}, {}};
    }
    ModelFile file = parseMetadataJson(metadata->second, path.string() + ": " + metadataKey, issues);
    file.model = {file.model.config(), std::move(tensors)};
    return file;
}

void writeModelFile(const std::filesystem::path &path, const CellLatentPerturbation &model, const Cell &cell,
                    const TrainingFacts &training)
{
    ModelFile description{{model.config(), {}}, cell.genes.idsSha256(), {}, training, utcNow()};
    for (const Gene &gene : cell.genes.genes()) {
        description.geneIds.push_back(gene.id);
    }
    TensorFile file;
    file.metadata[metadataKey] = toMetadataJson(description);
    for (const auto &[name, tensor] : model.tensors()) {
        NamedTensor &stored = file.tensors[name];
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
    writeSafetensors(path, file);
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
        if (issues.size() >= shownIssues) {
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
    return summary;
}

} // namespace knockscape
