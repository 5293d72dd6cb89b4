#include "engine/training/checkpoint_file.h"

#include "engine/core/issue.h"
#include "engine/core/json_value.h"
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
        const nlohmann::json document = parseJson(metadata.at(checkpointMetadataKey));
        const JsonPlace json(document);
        facts.fingerprint = json["fingerprint"].text();
        facts.epoch = json["epoch"].integer<int>();
        facts.bestEpoch = json["best_epoch"].integer<int>();
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
