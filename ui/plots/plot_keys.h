#pragma once

namespace knockscape::ui
{

/// What one press of + leaves of the range that is seen.
inline constexpr double kKeyZoom = 0.8;
/// Items that Page Up and Page Down move by.
inline constexpr int kPageStep = 10;

} // namespace knockscape::ui
