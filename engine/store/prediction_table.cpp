#include "engine/store/prediction_table.h"

#include "engine/core/text.h"
#include "engine/store/table_writer.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace knockscape
{
namespace
{

bool hasSpread(const StoredPrediction &row)
{
    return !std::isnan(row.prediction.fitnessSd) || !std::isnan(row.prediction.interactionSd);
}

/// Which columns a table has of the contract's.
struct Extent {
    bool spreads = false;
    /// Without what only a model says.
    bool simulated = false;
};

/// The contract's columns in their order; spreads and intervals only where there are any.
void fillRow(const StoredPrediction &row, Extent extent, const PredictionIntervals &intervals,
             std::vector<std::string> &cells)
{
    const Prediction &prediction = row.prediction;
    const bool predicted = !std::isnan(prediction.fitness) || !std::isnan(prediction.interaction);
    std::size_t column = 0;
    cells[column++] = row.knockouts;
    cells[column++] = row.names;
    cells[column++] = std::to_string(row.n);
    cells[column++] = formatNumber(prediction.fitness);
    cells[column++] = formatNumber(prediction.fitnessDelta());
    if (!extent.simulated) {
        cells[column++] = formatNumber(prediction.interaction);
    }
    cells[column++] = formatNumber(prediction.expectedFitness);
    cells[column++] = formatNumber(prediction.epistasis());
    if (extent.simulated) {
        cells[column] = row.status;
        return;
    }
    if (extent.spreads) {
        cells[column++] = formatNumber(prediction.fitnessSd);
        cells[column++] = formatNumber(prediction.interactionSd);
    }
    cells[column++] = prediction.support >= 0 ? std::to_string(prediction.support) : std::string();
    if (predicted) {
        cells[column].assign(1, prediction.inRange ? '1' : '0');
    }
    ++column;
    cells[column++] = row.status;
    if (intervals.any()) {
        const auto n = static_cast<std::size_t>(row.n);
        for (const Interval &interval : {intervals.fitness(prediction, n), intervals.interaction(prediction, n)}) {
            cells[column++] = formatNumber(interval.low);
            cells[column++] = formatNumber(interval.high);
        }
    }
}

/// Adds a column behind the others.
void addColumn(TableSource &table, const char *name, bool numeric)
{
    table.columns.emplace_back(name);
    table.numeric.push_back(numeric);
}

/// The contract's columns, without rows.
TableSource tableOf(std::size_t rowCount, Extent extent, const PredictionIntervals &intervals)
{
    TableSource table;
    table.columns = {"knockouts", "names", "n", "fitness", "fitness_delta"};
    if (!extent.simulated) {
        table.columns.emplace_back("interaction");
    }
    table.columns.insert(table.columns.end(), {"expected_fitness", "epistasis"});
    if (extent.spreads) {
        table.columns.insert(table.columns.end(), {"fitness_sd", "interaction_sd"});
    }
    if (!extent.simulated) {
        table.columns.insert(table.columns.end(), {"support", "in_range"});
    }
    table.columns.emplace_back("status");
    table.numeric.assign(table.columns.size(), true);
    table.numeric[0] = table.numeric[1] = table.numeric.back() = false;
    if (intervals.any()) {
        for (const char *name : {"fitness_low", "fitness_high", "interaction_low", "interaction_high"}) {
            addColumn(table, name, true);
        }
    }
    table.rowCount = rowCount;
    return table;
}

/// What is to be said of rows: why they have no interaction, or no interval.
class RowNotes
{
public:
    RowNotes(std::span<const StoredPrediction> rows, const PredictionTableOptions &options) : options_(options)
    {
        for (const StoredPrediction &row : rows) {
            if (options.note && row.status == "ok" && !byOrder_.contains(row.n)) {
                byOrder_[row.n] = options.note(static_cast<std::size_t>(row.n));
            }
        }
        any_ = std::any_of(rows.begin(), rows.end(), [this](const StoredPrediction &row) { return !of(row).empty(); });
    }

    bool any() const noexcept { return any_; }

    std::string of(const StoredPrediction &row) const
    {
        if (row.status != "ok") {
            return {};
        }
        const auto found = byOrder_.find(row.n);
        std::string note = found == byOrder_.end() ? std::string() : found->second;
        if (options_.intervals.any()) {
            const std::string reason = options_.intervals.reason(row.prediction, static_cast<std::size_t>(row.n));
            note += (note.empty() || reason.empty() ? "" : " ") + reason;
        }
        return note;
    }

private:
    const PredictionTableOptions &options_;
    std::map<int, std::string> byOrder_;
    bool any_ = false;
};

} // namespace

StoredPrediction toStored(const PredictionRow &row, const GeneCatalogue &genes)
{
    StoredPrediction stored;
    stored.knockouts = genes.ids(row.genotype);
    stored.names = genes.labels(row.genotype);
    stored.n = static_cast<int>(row.genotype.size());
    stored.prediction = row.prediction;
    stored.status = row.status;
    return stored;
}

std::string simulationNote(const std::string &status, std::size_t genesInModel, std::size_t n)
{
    if (genesInModel == 0 && n > 0) {
        return "not in the metabolic model";
    }
    if (status.empty()) {
        return "not simulated";
    }
    if (status != "ok") {
        return status;
    }
    return genesInModel < n ? "not every gene is in the metabolic model" : std::string();
}

void writePredictionTable(const std::filesystem::path &path, std::span<const StoredPrediction> rows,
                          const Provenance &about, const PredictionTableOptions &options)
{
    const Extent extent{std::any_of(rows.begin(), rows.end(), hasSpread), !about.method.empty()};
    const RowNotes notes(rows, options);
    TableSource table = tableOf(rows.size(), extent, options.intervals);
    const std::size_t simulatedColumn = table.columns.size();
    std::size_t noteColumn = 0;
    if (!options.simulated.empty()) {
        addColumn(table, "simulated_fitness", true);
    }
    if (notes.any()) {
        noteColumn = table.columns.size();
        addColumn(table, "note", false);
    }
    if (!options.simulationNotes.empty()) {
        addColumn(table, "simulation_note", false);
    }
    table.fill = [&](std::size_t row, std::vector<std::string> &cells) {
        fillRow(rows[row], extent, options.intervals, cells);
        if (!options.simulated.empty()) {
            cells[simulatedColumn] = formatNumber(options.simulated[row]);
        }
        if (notes.any()) {
            cells[noteColumn] = notes.of(rows[row]);
        }
        if (!options.simulationNotes.empty()) {
            cells.back() = options.simulationNotes[row];
        }
    };
    writeTable(path, table, about);
}

void writePredictionTable(const std::filesystem::path &path, std::size_t rowCount, bool spreads,
                          const std::function<StoredPrediction(std::size_t)> &row, const Provenance &about,
                          const std::vector<BesideColumn> &beside, const PredictionIntervals &intervals)
{
    const Extent extent{spreads && about.method.empty(), !about.method.empty()};
    TableSource table = tableOf(rowCount, extent, intervals);
    const std::size_t first = table.columns.size();
    for (const BesideColumn &column : beside) {
        addColumn(table, column.name.c_str(), column.numeric);
    }
    table.fill = [&](std::size_t place, std::vector<std::string> &cells) {
        fillRow(row(place), extent, intervals, cells);
        for (std::size_t i = 0; i < beside.size(); ++i) {
            cells[first + i] = beside[i].cell(place);
        }
    };
    writeTable(path, table, about);
}

void writeTextTable(const std::filesystem::path &path, const std::vector<std::string> &columns,
                    const std::vector<std::vector<std::string>> &rows, const std::vector<bool> &numericColumns,
                    const Provenance &about)
{
    TableSource table;
    table.columns = columns;
    table.numeric = numericColumns;
    table.numeric.resize(columns.size(), false);
    table.rowCount = rows.size();
    table.fill = [&](std::size_t row, std::vector<std::string> &cells) {
        std::copy_n(rows[row].begin(), std::min(rows[row].size(), cells.size()), cells.begin());
    };
    writeTable(path, table, about);
}

} // namespace knockscape
