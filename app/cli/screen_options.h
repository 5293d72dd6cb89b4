#pragma once

#include "engine/inference/screen.h"

#include <CLI/CLI.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace knockscape::cli
{

/// What was asked of "screen KIND".
struct ScreenOptions {
    std::string kind; ///< "singles", "pairs", "against", "combos", "list"
    std::filesystem::path cell;
    std::vector<std::filesystem::path> models;
    std::filesystem::path config;
    /// Simulate growth instead of predicting it, on this medium and with this objective (empty: the cell's own).
    bool simulate = false;
    std::string medium;
    std::string objective;
    /// What a simulation adds to the parameters, once the cell is open: a JSON object.
    std::string conditionsJson;
    std::filesystem::path genes;
    std::filesystem::path knockouts;
    std::string with;
    int order = 0;
    std::size_t top = 1000;
    std::string by; ///< empty: what validation says (chooseRanking())
    bool descending = false;
    std::int64_t minSupport = defaultMinSupport;
    std::string where;
    bool withoutEssential = false;
    std::filesystem::path matrix;
    std::vector<std::string> matrixColumns; ///< empty: the default
    std::string shard;                      ///< "I/N"
    std::uint64_t shardIndex = 1;
    std::uint64_t shardCount = 1;
    bool resume = false;
    std::filesystem::path histogram;
    std::filesystem::path geneSummary;
    std::filesystem::path out;
};

/// Defines the options of a kind on its command.
void addScreenOptions(CLI::App &command, ScreenOptions &options);

/// Options as JSON for the run database.
std::string parametersJson(const ScreenOptions &options, std::uint64_t genotypes);

} // namespace knockscape::cli
