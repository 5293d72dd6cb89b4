#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/core/prediction.h"
#include "engine/core/prediction_intervals.h"
#include "engine/store/provenance.h"
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

/// What a prediction table has beside the predictions.
struct PredictionTableOptions {
    /// A value per row; the column `simulated_fitness`.
    std::span<const double> simulated = {};
    /// Why genotypes of n deletions have no interaction (interactionReason()); the column `note`, the last one, where
    /// any row has one. The same for every row of this n.
    std::function<std::string(std::size_t n)> note = {};
    /// What is to be said of each simulated_fitness (simulationNote()); the column `simulation_note`, behind all
    /// others.
    std::span<const std::string> simulationNotes = {};
    /// Where there are any: the columns `fitness_low`, `fitness_high`, `interaction_low` and `interaction_high`, right
    /// behind `status`; why a row has none goes into its `note`.
    PredictionIntervals intervals = {};
};

/// Why a row's simulated fitness is empty, or what else its reader must know; empty where it says what it seems to say.
/// `status` is that of the simulation (SimulatedGrowth::status), empty where the row was not simulated; `genesInModel`
/// how many of its `n` deleted genes the metabolic model knows. Not translated, apart from what the status brings.
std::string simulationNote(const std::string &status, std::size_t genesInModel, std::size_t n);

/// Writes rows with the contract's prediction columns, in the given order, all or nothing. The name decides the format:
/// .tsv, .xlsx (names as text), else CSV (quoted as in RFC 4180, lines end with LF). `fitness_sd` and `interaction_sd`
/// appear when any row has them; where `about` says that the rows are simulated, there is neither interaction, support
/// nor in_range; behind `status` come intervals and the options' other columns. Numbers have 9 significant digits in
/// the C locale; NaN is an empty cell. `about` goes beside the table, or into its second sheet. Throws EngineError
/// (full disk, unwritable folder); InputError for more rows than an .xlsx sheet holds, and for .xlsx in a build without
/// libxlsxwriter.
void writePredictionTable(const std::filesystem::path &path, std::span<const StoredPrediction> rows,
                          const Provenance &about, const PredictionTableOptions &options = {});

/// A column beside those of a prediction.
struct BesideColumn {
    std::string name;
    bool numeric = false;
    /// The cell of a row, asked for after the row itself; numbers in the C locale, empty where there is none.
    std::function<std::string(std::size_t)> cell;
};

/// The same for rows that are made one after the other while they are written, so that millions need no memory.
/// `spreads`: with the columns of an ensemble; with the columns of `intervals` where there are any; `beside` come last.
/// What `row` throws (Cancelled) leaves no file.
void writePredictionTable(const std::filesystem::path &path, std::size_t rowCount, bool spreads,
                          const std::function<StoredPrediction(std::size_t)> &row, const Provenance &about,
                          const std::vector<BesideColumn> &beside = {}, const PredictionIntervals &intervals = {});

/// Any rectangular table of texts in the same three formats; cells of numeric columns are written as numbers in .xlsx.
void writeTextTable(const std::filesystem::path &path, const std::vector<std::string> &columns,
                    const std::vector<std::vector<std::string>> &rows, const std::vector<bool> &numericColumns,
                    const Provenance &about);

} // namespace knockscape
