#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/core/prediction.h"
#include "engine/store/stored_prediction.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// A prediction row with its names written out as the contract's columns want them (ids sorted, joined by ";"; empty
/// for the wild type, whose n is 0).
StoredPrediction toStored(const PredictionRow &row, const GeneCatalogue &genes);

/// Writes rows with the contract's prediction columns, in the given order, all or nothing. The name decides the format:
/// .tsv, .xlsx (names as text), else CSV (quoted as in RFC 4180, lines end with LF). `fitness_sd` and `interaction_sd`
/// appear when any row has them, `simulated_fitness` (the last column) where `simulated` holds a value per row. Numbers
/// have 9 significant digits in the C locale; NaN is an empty cell. Throws EngineError (full disk, unwritable folder);
/// InputError for more rows than an .xlsx sheet holds, and for .xlsx in a build without libxlsxwriter.
void writePredictionTable(const std::filesystem::path &path, std::span<const StoredPrediction> rows,
                          std::span<const double> simulated = {});

/// The same for rows that are made one after the other while they are written, so that millions need no memory.
/// `spreads`: with the columns of an ensemble. What `row` throws (Cancelled) leaves no file.
void writePredictionTable(const std::filesystem::path &path, std::size_t rowCount, bool spreads,
                          const std::function<StoredPrediction(std::size_t)> &row);

/// Any rectangular table of texts in the same three formats; cells of numeric columns are written as numbers in .xlsx.
void writeTextTable(const std::filesystem::path &path, const std::vector<std::string> &columns,
                    const std::vector<std::vector<std::string>> &rows, const std::vector<bool> &numericColumns);

} // namespace knockscape
