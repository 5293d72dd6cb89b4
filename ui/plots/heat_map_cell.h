#pragma once

namespace knockscape::ui
{

/// A place in a heat map: row from the top, column from the left; negative for none.
struct HeatMapCell {
    int row = -1;
    int column = -1;

    bool valid() const noexcept { return row >= 0 && column >= 0; }
    bool operator==(const HeatMapCell &) const = default;
};

} // namespace knockscape::ui
