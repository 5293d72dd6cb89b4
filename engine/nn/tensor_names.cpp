#include "engine/nn/tensor_names.h"

#include "engine/nn/gene_encoder.h"
#include "engine/nn/model_config.h"

#include <algorithm>

namespace knockscape
{

namespace
{

constexpr std::string_view convolutions = ".convs.";

/// Where the edge-type key of "gene_encoder.convs.L.convs.KEY.rest" starts and ends; empty where there is none.
std::pair<std::size_t, std::size_t> edgeKeyRange(std::string_view name)
{
    if (!name.starts_with("gene_encoder.convs.")) {
        return {0, 0};
    }
    const std::size_t inner = name.find(convolutions, std::string_view("gene_encoder.convs.").size());
    if (inner == std::string_view::npos) {
        return {0, 0};
    }
    const std::size_t begin = inner + convolutions.size();
    // A type may hold dots, so an angle-bracketed key ends at its bracket.
    const std::size_t end = name[begin] == '<' ? name.find('>', begin) + 1 : name.find('.', begin);
    return end == std::string_view::npos || end <= begin ? std::pair<std::size_t, std::size_t>{0, 0}
                                                         : std::pair{begin, end};
}

/// The relation of "<gene___physical_interaction___gene>" or "gene__physical_interaction__gene".
std::string_view relationOfKey(std::string_view key)
{
    std::string_view separator = "__";
    if (key.starts_with('<') && key.ends_with('>')) {
        key = key.substr(1, key.size() - 2);
        separator = "___";
    }
    const std::string source = "gene" + std::string(separator);
    const std::string target = std::string(separator) + "gene";
    if (key.size() <= source.size() + target.size() || !key.starts_with(source) || !key.ends_with(target)) {
        return {};
    }
    return key.substr(source.size(), key.size() - source.size() - target.size());
}

} // namespace

std::string canonicalTensorName(std::string_view name)
{
    constexpr std::string_view prefix = "model.";
    if (name.starts_with(prefix)) {
        name.remove_prefix(prefix.size());
    }
    const auto [begin, end] = edgeKeyRange(name);
    const std::string_view relation = end > begin ? relationOfKey(name.substr(begin, end - begin)) : std::string_view();
    if (relation.empty()) {
        return std::string(name);
    }
    return std::string(name.substr(0, begin)) + layers::edgeTypeKey(canonicalEdgeType(relation)) +
           std::string(name.substr(end));
}

std::vector<std::string> edgeTypesOfNames(const TensorMap &tensors)
{
    std::vector<std::string> types;
    for (const auto &entry : tensors) {
        const std::string_view name = entry.first;
        const auto [begin, end] = edgeKeyRange(name);
        const std::string type = canonicalEdgeType(relationOfKey(name.substr(begin, end - begin)));
        if (!type.empty() && std::find(types.begin(), types.end(), type) == types.end()) {
            types.push_back(type);
        }
    }
    return types;
}

} // namespace knockscape
