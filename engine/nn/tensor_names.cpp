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

/// Without what wraps a model: a Lightning module, parallel training, compilation.
std::string_view withoutWrappers(std::string_view name)
{
    bool found = true;
    while (found) {
        found = false;
        for (const std::string_view wrapper : {"model.", "module.", "_orig_mod."}) {
            if (name.starts_with(wrapper)) {
                name.remove_prefix(wrapper.size());
                found = true;
            }
        }
    }
    return name;
}

} // namespace

std::string canonicalTensorName(std::string_view name)
{
    name = withoutWrappers(name);
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
