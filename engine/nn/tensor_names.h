#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// `name` without what wraps modules, at any depth and in any combination: activation checkpointing, FSDP, compilation,
/// parallel training, Lightning's Fabric, averaging of weights. A prefix such as "model." stays.
std::string withoutWrappers(std::string_view name);

/// Brings a tensor name into the form the model uses: without wrappers and the prefix "model.", and with edge types
/// written "<gene___TYPE_interaction___gene>" whatever the version of PyG that wrote it and whatever the nodes were
/// called.
std::string canonicalTensorName(std::string_view name);

/// True for a parameter of FSDP that holds the tensors of several layers end to end
/// ("…_fsdp_wrapped_module._flat_param", "flat_param_0"): which elements belong to which tensor is not in the file.
bool isFlattenedParameter(std::string_view name);

/// The edge types that the names of a model's gene encoder hold, in name order.
std::vector<std::string> edgeTypesOfNames(const std::vector<std::string> &names);

} // namespace knockscape
