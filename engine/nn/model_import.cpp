#include "engine/nn/model_import.h"

#include "engine/core/files.h"
#include "engine/core/missing_hyperparameters.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/nn/parameter_specs.h"
#include "engine/nn/stated_hyperparameters.h"
#include "engine/nn/tensor_names.h"

#include <algorithm>
#include <set>
#include <utility>

namespace knockscape
{

namespace
{

constexpr std::size_t shownIssues = 20;
constexpr std::uint64_t largestConfig = 1 << 20;
const std::string mappingKey = "metabolism_mapping";
const std::string featuresName = "metabolism_processor.metabolite_features";

/// All that is stated, most important first.
struct Statements {
    std::vector<StatedHyperparameters> sources;
    /// The place among them that is the checkpoint's own; sources.size() where it states nothing.
    std::size_t checkpoint = 0;

    const StatedHyperparameters *find(const std::string &key) const
    {
        const auto found = std::find_if(sources.begin(), sources.end(), [&](const StatedHyperparameters &source) {
            return source.values.count(key) != 0;
        });
        return found == sources.end() ? nullptr : &*found;
    }
    bool statesLayerConfig() const
    {
        return std::any_of(sources.begin(), sources.end(), [](const auto &source) { return source.layerConfig; });
    }
};

std::string keysText(const std::vector<std::string> &keys)
{
    constexpr std::size_t shown = 12;
    std::vector<std::string> first(keys.begin(),
                                   keys.begin() + static_cast<std::ptrdiff_t>(std::min(shown, keys.size())));
    return joined(first, ", ") + (keys.size() > shown ? ", …" : "");
}

Statements gatherStatements(const CheckpointSource &source, const std::filesystem::path &path,
                            const ModelReadOptions &options, std::vector<Issue> &issues)
{
    Statements result;
    if (!options.answers.empty()) {
        result.sources.push_back(stateHyperparameters(options.answers, translate("Engine", "answers")));
    }
    const auto addFile = [&](const std::filesystem::path &file) {
        result.sources.push_back(stateHyperparameters(readFile(file, largestConfig), file.string()));
    };
    if (!options.config.empty()) {
        addFile(options.config);
    }
    result.checkpoint = result.sources.size();
    if (!source.hyperparameters.empty()) {
        StatedHyperparameters own = stateHyperparameters(source.hyperparameters, source.hyperparametersWhere);
        if (!own.foreign.empty()) {
            issues.push_back(
                noteAt(own.where, translate("Engine", "Not of the model, ignored: %1.", {keysText(own.foreign)})));
            own.foreign.clear();
        }
        if (!own.empty()) {
            result.sources.push_back(std::move(own));
        }
    }
    const std::filesystem::path beside = path.parent_path() / "config.json";
    std::error_code error;
    if (options.config.empty() && result.checkpoint == result.sources.size() &&
        std::filesystem::is_regular_file(beside, error)) {
        addFile(beside);
        result.checkpoint = result.sources.size();
    }
    return result;
}

/// Values of the right type, known keys: each source by itself, so that what is wrong is found where it stands.
void checkEach(const Statements &statements, const ModelConfig &inferred, std::vector<Issue> &issues)
{
    for (const StatedHyperparameters &source : statements.sources) {
        ModelConfig defaults = inferred;
        if (const auto channels = source.values.find("hidden_channels"); channels != source.values.end()) {
            // What is stated is judged by its own size; whether that is the tensors' comes later.
            std::vector<Issue> ignored;
            defaults.convolutionOptions.heads = 1;
            defaults = parseModelConfig("{\"hidden_channels\":" + channels->second + ",\"set_transformer_heads\":1}",
                                        source.where, ignored, defaults);
        }
        (void)parseModelConfig(source.json(), source.where, issues, defaults);
        for (const std::string &key : source.foreign) {
            issues.push_back(warningAt(source.where + ": " + key,
                                       translate("Engine", "This hyper-parameter is not known; it is ignored."),
                                       translate("Engine", "Check its spelling.")));
        }
    }
}

void refuseContradictions(const Statements &statements, const InferredHyperparameters &inferred)
{
    std::vector<Issue> issues;
    std::set<std::string> seen;
    for (const StatedHyperparameters &source : statements.sources) {
        for (const auto &[key, value] : source.values) {
            if (!seen.insert(key).second || key == mappingKey || inferred.agrees(key, value)) {
                continue;
            }
            const auto known = inferred.known.find(key);
            std::string tensors = known != inferred.known.end() ? known->second : std::string();
            for (const HyperparameterQuestion &question : inferred.unknown) {
                if (question.key == key) {
                    tensors = translate("Engine", "one of %1", {joined(question.allowed, ", ")});
                }
            }
            issues.push_back(
                errorAt(source.where + ": " + key,
                        translate("Engine", "The value %1 contradicts the tensors, which say %2.", {value, tensors}),
                        translate("Engine", "Correct the value, or leave it out: the tensors tell it.")));
        }
    }
    if (!issues.empty()) {
        throw InputError(std::move(issues));
    }
}

bool statesReactions(const Statements &statements, const InferredHyperparameters &inferred)
{
    const StatedHyperparameters *source = statements.find(mappingKey);
    const auto known = inferred.known.find(mappingKey);
    return source != nullptr ? source->values.at(mappingKey) == "\"reactions\""
                             : known != inferred.known.end() && known->second == "\"reactions\"";
}

/// A gate that is stated but not stored means that there is no root for it to weigh: the only reading left.
void settleRoot(const Statements &statements, InferredHyperparameters &inferred)
{
    const std::string root = layerConfigPrefix + "root_weight";
    const StatedHyperparameters *source = statements.find(layerConfigPrefix + "beta");
    if (source == nullptr || statements.find(root) != nullptr ||
        source->values.at(layerConfigPrefix + "beta") != "true") {
        return;
    }
    const auto asked = std::find_if(inferred.unknown.begin(), inferred.unknown.end(),
                                    [&](const HyperparameterQuestion &question) { return question.key == root; });
    if (asked != inferred.unknown.end()) {
        inferred.unknown.erase(asked);
        inferred.known[root] = "false";
    }
}

/// The questions that remain, and the defaults that were taken instead of asking.
std::vector<HyperparameterQuestion> openQuestions(const Statements &statements, const InferredHyperparameters &inferred,
                                                  FlatHyperparameters &defaults)
{
    std::vector<HyperparameterQuestion> open;
    // What a checkpoint states is what its author changed; the rest had torchcell's defaults.
    const bool checkpointSpeaks = statements.checkpoint < statements.sources.size();
    for (const HyperparameterQuestion &question : inferred.unknown) {
        if (statements.find(question.key) != nullptr) {
            continue;
        }
        if (checkpointSpeaks || (question.key.starts_with(layerConfigPrefix) && statements.statesLayerConfig())) {
            defaults[question.key] = question.torchcellDefault;
        } else {
            open.push_back(question);
        }
    }
    return open;
}

[[noreturn]] void askFor(const std::vector<HyperparameterQuestion> &questions, const std::string &where)
{
    std::vector<Issue> issues;
    for (const HyperparameterQuestion &question : questions) {
        issues.push_back(
            errorAt(where + ": " + question.key, translate("Engine", "The file does not tell %1.", {question.meaning}),
                    translate("Engine", "State it in a JSON file (--config): one of %1; torchcell's default is %2.",
                              {joined(question.allowed, ", "), question.torchcellDefault})));
    }
    throw MissingHyperparameters(where, std::move(issues), questions);
}

/// torchcell redraws metabolite features at each pass, so that its checkpoints hold none.
[[noreturn]] void refuseReactions(const std::string &where, std::int64_t hidden)
{
    const HyperparameterQuestion question{mappingKey,
                                          translate("Engine", "whether reactions reach the genes (“reactions” needs "
                                                              "metabolite features, which the file lacks)"),
                                          {"\"none\""},
                                          "\"none\""};
    throw MissingHyperparameters(
        where,
        {errorAt(where + ": " + featuresName,
                 translate("Engine",
                           "metabolism_mapping is “reactions”, but the file lacks the features of the "
                           "metabolites; %1 was expected.",
                           {"[metabolites, " + std::to_string(hidden) + "]"}),
                 translate("Engine",
                           "Set metabolism_mapping to “none” (what torchcell computes in batches), or give the "
                           "features: model convert --tensors F.safetensors."))},
        {question});
}

CellSizes sizesOf(const NamedTensors &tensors, const ModelConfig &config)
{
    const auto rows = [&](const std::string &name) {
        const auto found = tensors.find(name);
        return found == tensors.end() || found->second.shape.empty() ? std::int64_t{0} : found->second.shape[0];
    };
    CellSizes sizes;
    sizes.geneCount = std::max(rows("gene_encoder.node_embedding.weight"), rows("interaction_factors.gene.weight"));
    sizes.featureColumns = config.inChannels;
    sizes.metaboliteCount = rows(featuresName);
    sizes.hyperedgeCount =
        std::max(rows("metabolism_processor.hyperedge_embedding"), std::min<std::int64_t>(1, sizes.metaboliteCount));
    return sizes;
}

/// Refuses missing and misshapen tensors; moves what the model reads to `source`, names the rest.
void keepTensors(CheckpointSource &source, const ModelConfig &config, const std::string &where,
                 std::vector<std::string> &unused)
{
    std::vector<Issue> issues;
    NamedTensors kept;
    std::vector<std::string> keptNames;
    for (const ParameterSpec &spec : parameterSpecs(config, sizesOf(source.tensors, config))) {
        const auto found = source.tensors.find(spec.name);
        if (found == source.tensors.end()) {
            issues.push_back(
                errorAt(where + ": " + spec.name,
                        translate("Engine", "The model lacks this tensor; %1 was expected.", {shapeText(spec.shape)}),
                        translate("Engine", "Save the whole state_dict, or correct the hyper-parameters.")));
        } else if (found->second.shape != spec.shape || (!found->second.isFloating())) {
            issues.push_back(errorAt(where + ": " + spec.name,
                                     translate("Engine", "The tensor has shape %1; the hyper-parameters need %2.",
                                               {shapeText(found->second.shape), shapeText(spec.shape)}),
                                     translate("Engine", "Correct the hyper-parameters, or save the model again.")));
        } else {
            kept.insert(source.tensors.extract(found));
            keptNames.push_back(spec.name);
        }
        if (issues.size() >= shownIssues) {
            break;
        }
    }
    if (!issues.empty()) {
        throw InputError(std::move(issues));
    }
    std::vector<std::string> rest;
    for (const auto &[name, tensor] : source.tensors) {
        // With shared weights lin_r is lin_l under a second name.
        if (!config.convolutionOptions.shareWeights || name.find(".lin_r.") == std::string::npos) {
            rest.push_back(name);
        }
    }
    unused = groupedNames(rest, keptNames);
    source.tensors = std::move(kept);
}

void noteChoices(const CheckpointSource &source, const std::string &where, const FlatHyperparameters &defaults,
                 const std::vector<std::string> &unused, std::vector<Issue> &issues)
{
    std::vector<std::string> taken;
    for (const auto &[key, value] : defaults) {
        taken.push_back(key + " = " + value);
    }
    if (!taken.empty()) {
        issues.push_back(noteAt(
            where, translate("Engine", "Not stated, torchcell's defaults were taken: %1.", {joined(taken, ", ")})));
    }
    if (!unused.empty()) {
        issues.push_back(
            noteAt(where, translate("Engine", "The model never reads these tensors: %1.", {joined(unused, ", ")})));
    }
    if (!source.ignored.empty()) {
        issues.push_back(noteAt(where, translate("Engine", "Not part of the model, ignored: %1.",
                                                 {keysText(groupedNames(source.ignored, {}))})));
    }
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

void addTensors(CheckpointSource &source, const std::filesystem::path &path)
{
    for (auto &[name, tensor] : readSafetensors(path).tensors) {
        source.tensors.emplace(canonicalTensorName(name), tensor);
    }
}

ModelConfig importModel(CheckpointSource &source, const std::filesystem::path &path, const ModelReadOptions &options,
                        std::vector<Issue> &issues, std::vector<std::string> &unused)
{
    const std::string where = path.string();
    InferredHyperparameters inferred = inferHyperparameters(source.tensors, where);
    ModelConfig torchcell;
    torchcell.flavour = Flavour::Torchcell;
    torchcell.metabolismMapping = MetabolismMapping::None;
    // One head divides every width; what the tensors leave open is decided below.
    torchcell.setTransformerHeads = 1;
    std::vector<Issue> ignored;
    const ModelConfig told = parseModelConfig(mergedJson({&inferred.known}), where, ignored, torchcell);

    const Statements statements = gatherStatements(source, path, options, issues);
    checkEach(statements, told, issues);
    refuseContradictions(statements, inferred);
    settleRoot(statements, inferred);
    FlatHyperparameters defaults;
    std::vector<HyperparameterQuestion> open = openQuestions(statements, inferred, defaults);
    if (!open.empty()) {
        askFor(open, where);
    }
    if (statesReactions(statements, inferred)) {
        if (!inferred.foreignReactionTensors.empty()) {
            throw InputError(errorAt(
                where + ": " + inferred.foreignReactionTensors.front(),
                translate("Engine", "This tensor belongs to a layer of reactions that is not known (a gate on the "
                                    "stoichiometry, for example)."),
                translate("Engine", "Set metabolism_mapping to “none” if no reaction reaches a gene in this model.")));
        }
        if (source.tensors.count(featuresName) == 0) {
            refuseReactions(where, inferred.hiddenChannels);
        }
    }
    std::vector<const FlatHyperparameters *> sources;
    for (const StatedHyperparameters &stated : statements.sources) {
        sources.push_back(&stated.values);
    }
    sources.push_back(&inferred.known);
    sources.push_back(&defaults);
    const ModelConfig config = parseModelConfig(mergedJson(sources), where, ignored, torchcell);
    keepTensors(source, config, where, unused);
    if (config.flavour == Flavour::Torchcell && statements.find(mappingKey) == nullptr) {
        issues.push_back(
            noteAt(where + ": " + mappingKey,
                   translate("Engine", "Not stated; “none” was taken, which is what torchcell computes in batches: no "
                                       "reaction reaches a gene.")));
    }
    noteChoices(source, where, defaults, unused, issues);
    return config;
}

} // namespace knockscape
