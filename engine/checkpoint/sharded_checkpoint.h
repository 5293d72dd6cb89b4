#pragma once

#include "engine/core/issue.h"

#include <filesystem>
#include <optional>
#include <string>

namespace knockscape
{

/// Says what `path` is, and how to join it to one file, where it is a checkpoint in several parts: a folder of
/// DeepSpeed, of torch.distributed.checkpoint (FSDP, also Lightning's and accelerate's) or of numbered shards
/// (safetensors, pytorch_model), or one such part. Nothing for anything else, also where it is not there. Looks at
/// names of files only, not into them.
std::optional<Issue> describeShards(const std::filesystem::path &path);

/// What to do with a folder that was given as a model and is no such checkpoint: which files in it may be the model.
Issue describeModelFolder(const std::filesystem::path &folder);

/// A file of DeepSpeed whose tensors are in other files.
Issue deepSpeedShard(const std::string &where);

} // namespace knockscape
