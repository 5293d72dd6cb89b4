#pragma once

#include "engine/nn/model_file.h"

#include <string>

namespace knockscape
{

/// The JSON of a model file's metadata key `knockscape` (contract), without the tensors.
std::string toMetadataJson(const ModelFile &file);

/// Reads it back: configuration, gene ids, training facts. Throws InputError naming the key. The tensors of the result
/// are empty.
ModelFile parseMetadataJson(const std::string &json, const std::string &where, std::vector<Issue> &issues);

} // namespace knockscape
