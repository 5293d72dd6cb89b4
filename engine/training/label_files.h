#pragma once

#include "engine/core/model_summary.h"
#include "engine/training/labels.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// What is in a set of labels, as a person wants to see it before training or comparing.
struct LabelCounts {
    /// Rows per order (1 = singles, 2 = doubles, …) and per source ("" where the labels name none).
    std::map<int, std::int64_t> rowsPerOrder;
    std::map<std::string, std::int64_t> rowsPerSource;
    /// Whether they were measured or simulated, as their sources say.
    LabelKind kind = LabelKind::Unknown;
    std::int64_t rows = 0;
    /// Distinct genotypes.
    std::int64_t genotypes = 0;
    /// Genes that occur in at least one genotype.
    std::int64_t genes = 0;
    std::int64_t fitnessRows = 0;
    std::int64_t interactionRows = 0;
    LabelRange fitnessRange;
    LabelRange interactionRange;
    /// Rows that name their split themselves.
    std::int64_t splitRows = 0;
};

LabelCounts countLabels(std::span<const Label> labels);

/// Reads several label files (see readLabels()) one after the other, as one table. Its sha256 is the file's for one
/// file; for several it is the SHA-256 of the files' hashes in ascending order, a line each, so that the same files in
/// another order are the same labels. Throws as readLabels() does.
LabelTable readLabelFiles(std::span<const std::filesystem::path> paths, const GeneCatalogue &genes,
                          std::vector<Issue> &issues, const JobControl &control = {});

/// What training did with each row, as far as the files of `models` say. Of an ensemble the strictest use counts: a row
/// is Train as soon as one of the models was trained on it, and held out only where all that saw these labels held it
/// out. The command line and the window both choose the rows to measure on by this.
///
/// A model that was trained on other labels (or does not say) is taken not to have seen a row: Unassigned. A model that
/// was trained on these very labels but does not record how it split them is taken to have trained on all rows that
/// name no split themselves.
std::vector<Split> recordedSplits(const LabelTable &labels, std::span<const ModelSummary> models);

} // namespace knockscape
