#pragma once

#include <QString>

namespace knockscape::ui
{

/// What is drawn before the words of an entry.
enum class LegendSample { Negative, Positive, NoValue, All, Hit, Ring, Tick, ErrorBar, SolidLine, DashedLine, None };

/// One thing that a plot's legend explains.
struct LegendEntry {
    LegendSample sample = LegendSample::None;
    QString text;
};

} // namespace knockscape::ui
