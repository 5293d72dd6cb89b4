#include "engine/nn/checkpoint_source.h"

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

namespace knockscape
{

namespace
{

/// Tensors that every model has and hardly anything else: they show which names are a model's, and under which prefix.
constexpr std::array<std::string_view, 3> anchors{"combiner.0.weight", "perturbed_processor.input_proj.weight",
                                                  "fitness_head.0.weight"};
constexpr std::array<std::string_view, 4> commonPrefixes{"", "model.", "module.", "net."};
constexpr std::array<const char *, 8> hyperparameterKeys{
    "hyper_parameters", "hparams", "hyperparameters", "config", "model_config", "model_kwargs", "cfg", "args"};
constexpr std::array<const char *, 5> factKeys{"epoch", "global_step", "pytorch-lightning_version", "best_score",
                                               "torch_version"};

/// torch.compile wraps modules, at any depth, in one called _orig_mod.
std::string withoutCompileMarks(std::string_view name)
{
    constexpr std::string_view mark = "_orig_mod.";
    std::string result(name);
    for (std::size_t at = result.find(mark); at != std::string::npos; at = result.find(mark, at)) {
        if (at == 0 || result[at - 1] == '.') {
            result.erase(at, mark.size());
        } else {
            at += mark.size();
        }
    }
    return result;
}

/// A prefix under which `names` hold a model, and how sure that is.
struct Candidate {
    std::string prefix;
    std::size_t anchorsFound = 0;
    std::size_t rank = 0;
};

std::optional<Candidate> bestPrefix(const std::vector<std::string> &names)
{
    std::map<std::string, std::size_t> found;
    for (const std::string &name : names) {
        const std::string plain = withoutCompileMarks(name);
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
        const Candidate candidate{prefix, count, static_cast<std::size_t>(known - commonPrefixes.begin())};
        if (!best || candidate.anchorsFound > best->anchorsFound ||
            (candidate.anchorsFound == best->anchorsFound && candidate.rank < best->rank)) {
            best = candidate;
        }
    }
    return best;
}

/// The name that the model uses for `name` of the file; empty for a tensor that is not under the prefix.
std::string modelName(const std::string &name, const std::string &prefix)
{
    const std::string plain = withoutCompileMarks(name);
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
        const auto candidate = bestPrefix(names);
        if (candidate && (!best || candidate->anchorsFound > best->anchorsFound)) {
            best = candidate;
            chosen = &dict;
        }
    }
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
