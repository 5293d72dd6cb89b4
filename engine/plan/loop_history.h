#pragma once

#include "engine/core/issue.h"
#include "engine/plan/label_addition.h"
#include "engine/plan/measured_panel.h"

#include <cstddef>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

namespace knockscape
{

/// One round of plan, build, measure.
struct LoopRound {
    std::string added; ///< when, ISO 8601 in UTC
    std::string plan;  ///< its folder
    std::string goal;
    std::string sheet;
    std::string sheetSha256;
    std::size_t planned = 0;
    std::size_t measured = 0;
    double threshold = -0.12;
    double expectedHits = 0.0;
    std::size_t hits = 0;
    std::size_t insideInterval = 0;
    std::size_t withInterval = 0;
    /// Predicted against measured; NaN where undefined.
    double pearson = std::numeric_limits<double>::quiet_NaN();
    /// What changed: rows of the labels, their hashes, the models that had predicted.
    std::size_t rowsBefore = 0;
    std::size_t rowsAdded = 0;
    std::string labelsSha256Before;
    std::string labelsSha256After;
    std::vector<std::string> models;
};

/// The file beside labels that remembers the rounds: LABELS.rounds.json.
std::filesystem::path historyPath(const std::filesystem::path &labels);

/// Its rounds, oldest first; none where it is not there. Throws InputError for a file that is none.
std::vector<LoopRound> readHistory(const std::filesystem::path &file);

/// Writes all rounds, all or nothing.
void writeHistory(const std::filesystem::path &file, const std::vector<LoopRound> &rounds);

/// A round in numbers.
LoopRound roundOf(const StoredPlan &plan, const MeasuredPanel &panel, const FilledSheet &sheet,
                  const LabelAddition &labels);

} // namespace knockscape
