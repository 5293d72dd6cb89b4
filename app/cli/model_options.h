#pragma once

#include <CLI/CLI.hpp>

#include <filesystem>
#include <vector>

namespace knockscape::cli
{

/// The option --model of every command that predicts: one model file, or several that make an ensemble, each with its
/// own --model. Not required; `models` outlives the command.
inline CLI::Option *addModelsOption(CLI::App &command, std::vector<std::filesystem::path> &models)
{
    return command.add_option("--model", models, "Model file; several make an ensemble")
        ->type_name("MODEL")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

} // namespace knockscape::cli
