#pragma once

#include "engine/core/job_control.h"
#include "ui/plots/volcano_plot.h"
#include "ui/screening/screen_outcome.h"
#include "ui/session/measured_labels.h"

#include <cstdint>
#include <vector>

namespace knockscape::ui
{

/// Rows of a screen for a volcano plot.
struct ScreenSample {
    /// PlotPoint::row is the row in ScreenOutcome::rows().
    std::vector<PlotPoint> points;
    /// How many rows the points were chosen from; 0: they are all that have evidence.
    std::uint64_t population = 0;
};

/// What a volcano plot of a screen shows: what the screen ranks by, where that is an answer about interactions.
VolcanoEffect shownEffect(const ScreenOutcome &outcome);

/// Rows of two deletions or more that have evidence: the spread of an ensemble, a measured p-value. Of many, crowds are
/// thinned (PointThinner); where no row can have evidence, just some rows. Goes through all rows twice, 0.1 µs each,
/// and 1 µs more where there are measured p-values: not for the GUI thread. `measured` may be null. Throws Cancelled.
ScreenSample sampleRows(const ScreenOutcome &outcome, const MeasuredLabelsPtr &measured, const JobControl &control);

} // namespace knockscape::ui
