#pragma once

#include "engine/cell/cell.h"

#include <QString>

namespace knockscape::ui
{

/// Who answers genotypes: a trained model predicts, or the cell's metabolism is simulated.
enum class Evaluator { Model, Simulation };

/// Why growth of this cell (none: nullptr) cannot be simulated; empty where it can. Whether its wild type grows on a
/// medium is found out when it is simulated.
QString whyNotSimulated(const Cell *cell);

} // namespace knockscape::ui
