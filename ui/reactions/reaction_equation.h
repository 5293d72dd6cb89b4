#pragma once

#include "engine/cell/cell.h"

#include <QString>

namespace knockscape::ui
{

/// "D-glucose [c] + ATP [c] → …": metabolite names with their compartments, coefficients other than 1 in front,
/// "⇌" for a reversible reaction and "←" for one that only runs backwards.
QString reactionEquation(const Metabolism &metabolism, const Reaction &reaction);

} // namespace knockscape::ui
