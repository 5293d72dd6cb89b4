#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// Brings a tensor name into the form the model uses: without the prefixes "model.", "module." and "_orig_mod.", and
/// with edge types written "<gene___TYPE_interaction___gene>" whatever the version of PyG that wrote it and whatever
/// the nodes were called.
std::string canonicalTensorName(std::string_view name);

/// The edge types that the names of a model's gene encoder hold, in name order.
std::vector<std::string> edgeTypesOfNames(const std::vector<std::string> &names);

} // namespace knockscape
