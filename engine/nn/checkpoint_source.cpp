#include "engine/nn/checkpoint_source.h"

#include "engine/checkpoint/sharded_checkpoint.h"
#include "engine/checkpoint/torch_checkpoint.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/nn/tensor_names.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

namespace knockscape
{

namespace
{

/// Tensors that every model has and hardly anything else: they show which names are a model's, and under which prefix.
constexpr std::array<std::string_view, 3> anchors{"combiner.0.weight", "perturbed_processor.input_proj.weight",
                                                  "fitness_head.0.weight"};
constexpr std::array<std::string_view, 3> commonPrefixes{"", "model.", "net."};
constexpr std::array<const char *, 8> hyperparameterKeys{
    "hyper_parameters", "hparams", "hyperparameters", "config", "model_config", "model_kwargs", "cfg", "args"};
constexpr std::array<const char *, 5> factKeys{"epoch", "global_step", "pytorch-lightning_version", "best_score",
                                               "torch_version"};

/// True for the name of a copy whose weights are averaged over training steps ("ema_model.", "state_dict_ema",
/// "averaged_model."), which stands beside the weights themselves.
bool isAveragedCopy(std::string_view name)
{
    const std::string lower = lowered(name);
    constexpr std::array<std::string_view, 5> words{"ema", "swa", "averag", "shadow", "polyak"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

/// A prefix under which `names` hold a model, and how sure that is.
struct Candidate {
    std::string prefix;
    std::size_t anchorsFound = 0;
    bool averaged = false;
    std::size_t rank = 0;

    /// More of a model first, the weights themselves before an averaged copy, usual names before others.
    bool isBetterThan(const Candidate &other) const
    {
        return std::tuple(other.anchorsFound, averaged, rank) < std::tuple(anchorsFound, other.averaged, other.rank);
    }
};

std::optional<Candidate> bestPrefix(const std::vector<std::string> &names)
{
    std::map<std::string, std::size_t> found;
    for (const std::string &name : names) {
        const std::string plain = withoutWrappers(name);
        for (const std::string_view anchor : anchors) {
            const std::size_t before = plain.size() - std::min(plain.size(), anchor.size());
            if (plain.ends_with(anchor) && (before == 0 || plain[before - 1] == '.')) {
                ++found[plain.substr(0, before)];
            }
        }
    }
    std::optional<Candidate> best;
    for (const auto &[prefix, count] : found) {
        const auto *known = std::find(commonPrefixes.begin(), commonPrefixes.end(), prefix);
        const Candidate candidate{prefix, count, isAveragedCopy(prefix),
                                  static_cast<std::size_t>(known - commonPrefixes.begin())};
        if (!best || candidate.isBetterThan(*best)) {
            best = candidate;
        }
    }
    return best;
}

/// The name that the model uses for `name` of the file; empty for a tensor that is not under the prefix.
std::string modelName(const std::string &name, const std::string &prefix)
{
    const std::string plain = withoutWrappers(name);
    return plain.starts_with(prefix) ? canonicalTensorName(std::string_view(plain).substr(prefix.size()))
                                     : std::string();
}

void addTensor(CheckpointSource &source, std::string name, NamedTensor tensor, const std::string &where)
{
    tensor.name = name;
    if (!source.tensors.emplace(name, std::move(tensor)).second) {
        throw InputError(errorAt(where + ": " + name, translate("Engine", "The tensor appears under two names."),
                                 translate("Engine", "Save the model again under one name.")));
    }
}

[[noreturn]] void refuseOtherModel(const std::string &where, const std::vector<std::string> &names)
{
    std::set<std::string> parts;
    for (const std::string &name : names) {
        parts.insert(name.substr(0, name.find('.')) + ".*");
    }
    std::vector<std::string> shown(parts.begin(), parts.end());
    shown.resize(std::min<std::size_t>(shown.size(), 6));
    throw InputError(
        errorAt(where,
                names.empty() ? translate("Engine", "The file holds no tensors of a model.")
                              : translate("Engine",
                                          "This is not a CellLatentPerturbation model: no tensor is called “%1”; there "
                                          "are %2 tensors (%3).",
                                          {std::string(anchors[0]), std::to_string(names.size()), joined(shown, ", ")}),
                translate("Engine", "Choose the checkpoint of a CellLatentPerturbation model.")));
}

/// Refuses what parallel training writes of a model it has divided: nothing in it says where a tensor ends.
void refuseFlattened(const std::string &where, const std::vector<std::string> &names)
{
    const auto flat =
        std::find_if(names.begin(), names.end(), [](const std::string &name) { return isFlattenedParameter(name); });
    if (flat != names.end()) {
        throw InputError(errorAt(
            where + ": " + *flat,
            translate("Engine", "FSDP (fully sharded data parallel) has joined the tensors of several layers into this "
                                "one; the file does not tell where each begins."),
            translate("Engine",
                      "Save the model again with FSDP's full state dictionary (StateDictType.FULL_STATE_DICT; "
                      "in Lightning, FSDPStrategy(state_dict_type=\"full\")).")));
    }
}

CheckpointSource fromSafetensors(const std::filesystem::path &path)
{
    TensorFile file = readSafetensors(path);
    CheckpointSource source;
    source.format = "safetensors";
    source.metadata = std::move(file.metadata);
    std::vector<std::string> names;
    for (const auto &[name, tensor] : file.tensors) {
        names.push_back(name);
    }
    refuseFlattened(path.string(), names);
    const auto best = bestPrefix(names);
    if (!best) {
        refuseOtherModel(path.string(), names);
    }
    for (auto &[name, tensor] : file.tensors) {
        if (std::string known = modelName(name, best->prefix); !known.empty()) {
            addTensor(source, std::move(known), std::move(tensor), path.string());
        } else {
            source.ignored.push_back(name);
        }
    }
    return source;
}

std::string factText(const PickleValue &value)
{
    switch (value.kind) {
    case PickleKind::Text:
        return value.text;
    case PickleKind::Integer:
        return std::to_string(value.integer);
    case PickleKind::Real:
        return formatNumber(value.real);
    default:
        return {};
    }
}

/// What the checkpoint says beside its tensors.
void readStatements(const TorchCheckpoint &checkpoint, const std::string &where, const std::string &statePath,
                    CheckpointSource &source)
{
    const PickleValue &root = checkpoint.root();
    for (const char *key : hyperparameterKeys) {
        const PickleValue *value = root.find(key);
        if (value != nullptr && source.hyperparameters.empty() &&
            (value->is(PickleKind::Dict) || value->is(PickleKind::Object))) {
            source.hyperparameters = toJson(*value);
            source.hyperparametersWhere = where + ": " + key;
        }
    }
    for (const char *key : factKeys) {
        const PickleValue *value = root.find(key);
        if (value != nullptr && !factText(*value).empty()) {
            source.facts.emplace_back(key, factText(*value));
        }
    }
    if (statePath.empty()) {
        return;
    }
    for (const auto &[key, value] : root.entries) {
        const bool used = statePath == key->text || statePath.starts_with(key->text + ".") ||
                          source.hyperparametersWhere == where + ": " + key->text ||
                          std::any_of(source.facts.begin(), source.facts.end(),
                                      [&](const auto &fact) { return fact.first == key->text; });
        if (key->is(PickleKind::Text) && !used) {
            source.ignored.push_back(key->text);
        }
    }
}

/// Refuses a file that holds one process's part of a model (`chosen`, or of any of `dicts` where none was recognised).
void refuseParts(const TorchCheckpoint &checkpoint, const StateDict *chosen, const std::vector<StateDict> &dicts,
                 const std::string &where)
{
    bool empty = chosen == nullptr;
    for (const StateDict &dict : dicts) {
        if (chosen != nullptr && &dict != chosen) {
            continue;
        }
        std::vector<std::string> names;
        for (const auto &[name, tensor] : dict.tensors) {
            names.push_back(name);
            empty = empty || (withoutWrappers(name).ends_with(anchors[0]) && tensor->layout->elementCount() == 0);
        }
        refuseFlattened(where, names);
        if (!dict.partial.empty()) {
            throw InputError(errorAt(
                where + ": " + dict.partial.front(),
                translate("Engine", "Of this tensor the file holds only the part that one process of a parallel "
                                    "training had."),
                translate("Engine", "Save the model again with the full state dictionary (in PyTorch, "
                                    "get_model_state_dict with StateDictOptions(full_state_dict=True)).")));
        }
    }
    const PickleValue &root = checkpoint.root();
    if (empty && (root.find("ds_version") != nullptr || root.find("ds_config") != nullptr ||
                  root.find("zero_stage") != nullptr || root.find("param_shapes") != nullptr)) {
        throw InputError(deepSpeedShard(where));
    }
}

CheckpointSource fromTorch(const std::filesystem::path &path)
{
    TorchCheckpoint checkpoint = readTorchCheckpoint(path);
    const std::vector<StateDict> dicts = checkpoint.stateDicts();
    const StateDict *chosen = nullptr;
    std::optional<Candidate> best;
    std::vector<std::string> allNames;
    for (const StateDict &dict : dicts) {
        std::vector<std::string> names;
        for (const auto &[name, tensor] : dict.tensors) {
            names.push_back(name);
        }
        allNames.insert(allNames.end(), names.begin(), names.end());
        std::optional<Candidate> candidate = bestPrefix(names);
        if (candidate) {
            candidate->averaged = candidate->averaged || isAveragedCopy(dict.path);
            // The outer dictionaries come first, whatever their prefixes.
            candidate->rank = 0;
        }
        if (candidate && (!best || candidate->isBetterThan(*best))) {
            best = candidate;
            chosen = &dict;
        }
    }
    refuseParts(checkpoint, chosen, dicts, path.string());
    if (chosen == nullptr) {
        refuseOtherModel(path.string(), allNames);
    }
    CheckpointSource source;
    source.format = checkpoint.root().find("pytorch-lightning_version") != nullptr ? "PyTorch Lightning checkpoint"
                                                                                   : "PyTorch checkpoint";
    for (const auto &[name, tensor] : chosen->tensors) {
        if (std::string known = modelName(name, best->prefix); !known.empty()) {
            NamedTensor read = checkpoint.read(*tensor, name);
            addTensor(source, std::move(known), std::move(read), path.string());
        } else {
            source.ignored.push_back(name);
        }
    }
    readStatements(checkpoint, path.string(), chosen->path, source);
    return source;
}

std::string firstBytes(const std::filesystem::path &path)
{
    std::string bytes(16, '\0');
    std::ifstream stream(path, std::ios::binary);
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
    return bytes;
}

} // namespace

CheckpointSource readCheckpointSource(const std::filesystem::path &path)
{
    if (const std::optional<Issue> parts = describeShards(path)) {
        throw InputError(*parts);
    }
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
        throw InputError(describeModelFolder(path));
    }
    return looksLikeTorch(firstBytes(path)) ? fromTorch(path) : fromSafetensors(path);
}

std::vector<std::string> groupedNames(const std::vector<std::string> &names, const std::vector<std::string> &kept)
{
    const std::set<std::string> used(kept.begin(), kept.end());
    const auto sharesPrefix = [&](const std::string &prefix) {
        const auto next = used.lower_bound(prefix);
        return next != used.end() && next->starts_with(prefix);
    };
    std::map<std::string, std::size_t> groups;
    for (const std::string &name : names) {
        std::string group = name;
        for (std::size_t dot = name.find('.'); dot != std::string::npos; dot = name.find('.', dot + 1)) {
            if (!sharesPrefix(name.substr(0, dot + 1))) {
                group = name.substr(0, dot + 1) + "*";
                break;
            }
        }
        // A counter beside statistics that are used.
        constexpr std::string_view counter = ".num_batches_tracked";
        ++groups[group == name && name.ends_with(counter) ? "*" + std::string(counter) : group];
    }
    std::vector<std::string> result;
    for (const auto &[group, count] : groups) {
        result.push_back(count == 1 ? group : group + " (" + std::to_string(count) + ")");
    }
    return result;
}

} // namespace knockscape
