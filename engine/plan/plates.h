#pragma once

#include "engine/core/genotype.h"
#include "engine/plan/plan.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace knockscape
{

enum class WellRole {
    Strain,
    WildType, ///< the reference of its plate
    Edge,     ///< wild type in the outermost wells, which dry out and grow differently; not a reference
    Blank,    ///< medium only
    Empty,
};

/// "strain", "wild_type", "edge", "blank", "empty": as plate sheets have it (not translated).
std::string toText(WellRole role);

struct Well {
    int plate = 1;
    int row = 0;
    int column = 0;
    WellRole role = WellRole::Empty;
    /// Of a strain: its place in Plan::strains, and which replicate (from 1).
    std::size_t strain = 0;
    int replicate = 0;

    /// "B3".
    std::string name() const;
};

/// The name of a well: rows are letters, columns numbers from 1.
std::string wellName(int row, int column);
/// Reads "B3", "b03", "B 3" on a plate of up to 16 rows and 24 columns (32 and 48 for 1536 wells are not known here).
bool parseWell(std::string_view text, int &row, int &column);

struct PlateOptions {
    /// 96 (8 × 12) or 384 (16 × 24).
    int wells = 96;
    int replicates = 4;
    /// Wild types per plate among the strains, and blanks.
    int controls = 4;
    int blanks = 1;
    /// The outermost wells hold wild types.
    bool edge = true;
    std::uint64_t seed = 0;
};

struct PlateLayout {
    PlateOptions options;
    int rows = 8;
    int columns = 12;
    int plates = 0;
    /// All wells of all plates, by plate, row and column.
    std::vector<Well> wells;
};

/// Puts every strain of the plan that is to be measured (built or from the freezer), as often as there are replicates,
/// onto plates: one replicate of all of them after the other, so that replicates of a strain lie on different plates
/// where there are several, and in random places. The same plan and seed give the same plates. Throws InputError for
/// options that leave no well for a strain.
PlateLayout layOutPlates(const Plan &plan, const PlateOptions &options);

} // namespace knockscape
