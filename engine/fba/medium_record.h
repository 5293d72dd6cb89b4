#pragma once

#include "engine/cell/cell.h"
#include "engine/fba/media.h"

#include <string>

namespace knockscape
{

/// A medium in full, as provenance and runs hold it: JSON text of an object with its "medium" (the name) and, unless it
/// is the cell's own, "uptake" by reaction and "medium_bounds": each reaction whose bounds `onMedium` changes of `own`,
/// [{reaction, lower_bound, upper_bound, own_lower_bound, own_upper_bound}], infinite ones as "inf" and "-inf".
std::string mediumRecord(const Cell &own, const Cell &onMedium, const Medium &medium);

} // namespace knockscape
