#include "engine/nn/tensor_names.h"

#include "engine/core/text.h"
#include "engine/nn/gene_encoder.h"
#include "engine/nn/model_config.h"

#include <algorithm>
#include <array>

namespace knockscape
{

namespace
{

constexpr std::string_view convolutionsInfix = ".convs.";

/// Where the edge-type key of "gene_encoder.convs.L.convs.KEY.rest" starts and ends; empty where there is none.
std::pair<std::size_t, std::size_t> edgeKeyRange(std::string_view name)
{
    if (!name.starts_with("gene_encoder.convs.")) {
        return {0, 0};
    }
    const std::size_t inner = name.find(convolutionsInfix, std::string_view("gene_encoder.convs.").size());
    if (inner == std::string_view::npos) {
        return {0, 0};
    }
    const std::size_t begin = inner + convolutionsInfix.size();
    if (begin == name.size()) {
        return {0, 0};
    }
    // A type may hold dots, so an angle-bracketed key ends at its bracket.
    const std::size_t end = name[begin] == '<' ? name.find('>', begin) + 1 : name.find('.', begin);
    return end == std::string_view::npos || end <= begin ? std::pair<std::size_t, std::size_t>{0, 0}
                                                         : std::pair{begin, end};
}

/// The relation of "<gene___physical_interaction___gene>" or, before PyG 2.3, "gene__physical_interaction__gene", with
/// dots as dots (PyG writes "#", for modules cannot have dots in their names). The node type may have any name, but the
/// same on both sides; empty otherwise.
std::string relationOfKey(std::string_view key)
{
    std::string_view separator = "__";
    if (key.starts_with('<') && key.ends_with('>')) {
        key = key.substr(1, key.size() - 2);
        separator = "___";
    }
    const std::size_t first = key.find(separator);
    const std::size_t last = key.rfind(separator);
    if (first == std::string_view::npos || last <= first + separator.size() ||
        key.substr(0, first) != key.substr(last + separator.size())) {
        return {};
    }
    std::string relation(key.substr(first + separator.size(), last - first - separator.size()));
    std::replace(relation.begin(), relation.end(), '#', '.');
    return relation;
}

/// Names of the modules that wrap another one, which is all they hold.
constexpr std::array<std::string_view, 7> wrapperNames{
    "_checkpoint_wrapped_module", // torch.distributed.algorithms: activation checkpointing
    "_fsdp_wrapped_module",       // FullyShardedDataParallel
    "_fpw_module",                // the same before PyTorch 1.13
    "_orig_mod",                  // torch.compile
    "_forward_module",            // Lightning's Fabric
    "_original_module",           // Lightning's Fabric
    "module"};                    // DataParallel, DistributedDataParallel, DeepSpeed, AveragedModel

/// The parts of a name between dots; an angle-bracketed edge type is one part, whatever it holds.
std::vector<std::string_view> partsOf(std::string_view name)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    while (begin <= name.size()) {
        const std::size_t closing =
            name.substr(begin).starts_with('<') ? name.find('>', begin) : std::string_view::npos;
        const std::size_t end =
            std::min(name.find('.', closing == std::string_view::npos ? begin : closing), name.size());
        parts.push_back(name.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

/// "norms.L.module" is no wrapper: PyG's BatchNorm keeps torch's in a module of this name.
bool isBatchNorm(const std::vector<std::string_view> &kept)
{
    return kept.size() >= 2 && kept[kept.size() - 2] == "norms" && parseInteger(kept.back()).has_value();
}

} // namespace

std::string withoutWrappers(std::string_view name)
{
    std::vector<std::string_view> kept;
    for (const std::string_view part : partsOf(name)) {
        const bool wraps = std::find(wrapperNames.begin(), wrapperNames.end(), part) != wrapperNames.end();
        if (!wraps || (part == "module" && isBatchNorm(kept))) {
            kept.push_back(part);
        }
    }
    std::string result;
    for (const std::string_view part : kept) {
        result.append(part);
        result += '.';
    }
    if (!result.empty()) {
        result.pop_back();
    }
    return result;
}

bool isFlattenedParameter(std::string_view name)
{
    const std::vector<std::string_view> parts = partsOf(name);
    return std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
        constexpr std::string_view flat = "flat_param";
        part.remove_prefix(part.starts_with('_') ? 1 : 0);
        return part == flat || (part.starts_with(flat) && part.size() > flat.size() && part[flat.size()] == '_' &&
                                parseInteger(part.substr(flat.size() + 1)).has_value());
    });
}

std::string canonicalTensorName(std::string_view wrapped)
{
    const std::string plain = withoutWrappers(wrapped);
    std::string_view name = plain;
    while (name.starts_with("model.")) {
        name.remove_prefix(6);
    }
    const auto [begin, end] = edgeKeyRange(name);
    const std::string relation = relationOfKey(name.substr(begin, end - begin));
    if (relation.empty()) {
        return std::string(name);
    }
    return std::string(name.substr(0, begin)) + layers::edgeTypeKey(canonicalEdgeType(relation)) +
           std::string(name.substr(end));
}

std::vector<std::string> edgeTypesOfNames(const std::vector<std::string> &names)
{
    std::vector<std::string> types;
    for (const std::string_view name : names) {
        const auto [begin, end] = edgeKeyRange(name);
        const std::string type = canonicalEdgeType(relationOfKey(name.substr(begin, end - begin)));
        if (!type.empty() && std::find(types.begin(), types.end(), type) == types.end()) {
            types.push_back(type);
        }
    }
    return types;
}

} // namespace knockscape
