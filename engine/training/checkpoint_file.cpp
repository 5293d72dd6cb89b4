#include "engine/training/checkpoint_file.h"

#include "engine/core/issue.h"
#include "engine/core/safetensors.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <system_error>

namespace knockscape
{

std::filesystem::path checkpointPath(const std::filesystem::path &output)
{
    std::filesystem::path path = output;
    path += ".checkpoint";
    return path;
}

std::optional<CheckpointFacts> readCheckpointFacts(const std::filesystem::path &path)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        return std::nullopt;
    }
    CheckpointFacts facts;
    const auto metadata = readSafetensorsMetadata(path);
    try {
        const nlohmann::json json = nlohmann::json::parse(metadata.at(checkpointMetadataKey));
        facts.fingerprint = json.at("fingerprint").get<std::string>();
        facts.epoch = json.at("epoch").get<int>();
        facts.bestEpoch = json.at("best_epoch").get<int>();
    } catch (const std::exception &) {
        refuseCheckpoint(path, translate("Engine", "this is not the checkpoint of a training"));
    }
    return facts;
}

void refuseCheckpoint(const std::filesystem::path &path, const std::string &what)
{
    throw InputError(errorAt(path.string(), what,
                             translate("Engine", "Train anew without resuming, or repeat the command that was "
                                                 "interrupted as it was.")));
}

} // namespace knockscape
