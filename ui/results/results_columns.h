#pragma once

#include "engine/core/model_summary.h"
#include "engine/core/prediction.h"

#include <QString>

#include <optional>
#include <vector>

namespace knockscape::ui
{

/// Columns of the results table, in order.
enum class ResultsColumn {
    Knockouts,
    Count,
    Fitness,
    FitnessSd,
    Delta,
    Expected,
    Epistasis,
    Interaction,
    InteractionSd,
    Support,
    InRange,
    Simulated,
    Essential,
    Status
};
inline constexpr int resultsColumnCount = static_cast<int>(ResultsColumn::Status) + 1;

/// "fitness", "Δ fitness", …; what it means, its unit and what its sign says.
/// `simulated`: of rows that are simulated.
QString columnTitle(ResultsColumn column, bool simulated = false);
/// True for what only a model says, or what stands beside a prediction: rows that are simulated have none.
bool isOfModel(ResultsColumn column);
QString columnToolTip(ResultsColumn column, bool simulated = false);
/// The same with what the quantity is worth with these models, by number of deletions (columnWorth()).
QString columnToolTip(ResultsColumn column, const std::vector<ModelSummary> &models);

/// The number of a row in a numeric column (in range: 1 or 0); NaN where there is none, for texts, and for what a row
/// does not hold: simulated growth and essential genes (ResultsModel and ResultsMatcher know them).
double columnValue(const PredictionRow &row, ResultsColumn column);

bool isNumeric(ResultsColumn column);
/// Deltas: written with their sign and tinted around zero.
bool isSigned(ResultsColumn column);

/// The column a person means in a filter: titles, the names of the prediction file and a few short ones
/// ("fitness_delta", "Δ", "n"), without regard to case, blanks or underscores.
std::optional<ResultsColumn> columnFromName(const QString &name);
/// The names to write in a filter, for messages: "n, fitness, delta, …".
QString columnNames();

} // namespace knockscape::ui
