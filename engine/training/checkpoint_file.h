#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace knockscape
{

/// The key of the metadata text (JSON) in which a checkpoint says what it is.
inline constexpr const char *checkpointMetadataKey = "knockscape-checkpoint";

/// How far an interrupted training got, as its checkpoint says without being loaded.
struct CheckpointFacts {
    /// What it belongs to: labels, genes, hyper-parameters, seeds.
    std::string fingerprint;
    /// Epochs that are done; training goes on with the next one.
    int epoch = 0;
    int bestEpoch = 0;
};

/// "model.safetensors" → "model.safetensors.checkpoint".
std::filesystem::path checkpointPath(const std::filesystem::path &output);

/// Reads the header alone. Nothing where there is no such file; throws InputError for one that is no checkpoint.
std::optional<CheckpointFacts> readCheckpointFacts(const std::filesystem::path &path);

/// Throws the InputError of a checkpoint that cannot be gone on from because of `what`.
[[noreturn]] void refuseCheckpoint(const std::filesystem::path &path, const std::string &what);

} // namespace knockscape
