#pragma once

#include "engine/cell/cell.h"
#include "engine/core/job_control.h"
#include "engine/plan/loop_history.h"
#include "engine/plan/measured_panel.h"
#include "engine/plan/plan_files.h"
#include "engine/plan/plan_json.h"
#include "engine/plan/plate_sheet.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace knockscape
{

/// What comes back from the bench.
struct MeasurementRequest {
    const Cell *cell = nullptr;
    std::filesystem::path cellFolder;
    /// Folder that a plan was written to.
    std::filesystem::path plan;
    std::filesystem::path sheet;
    /// Labels to add to, whose fitness counts for strains that the sheet lacks; made where there are none.
    std::filesystem::path labels;
    /// Name of the source in the labels; empty: measured-round-N.
    std::string source;
    /// Add a sheet that was added before.
    bool again = false;
    /// Only look: labels and history stay as they are.
    bool dryRun = false;
};

struct MeasurementOutcome {
    StoredPlan plan;
    FilledSheet sheet;
    MeasuredPanel panel;
    /// The round as it stands in the history now; none for a dry run.
    std::optional<LoopRound> round;
    /// The command that trains on what is known now.
    std::string retraining;
    std::vector<Issue> issues;
};

/// Reads the sheet, computes what it says, and unless it is a dry run adds it to labels and history. Throws InputError:
/// also for a sheet that was added already.
MeasurementOutcome addMeasurements(const MeasurementRequest &request, const JobControl &control = {});

/// Predicted against measured: knockouts, names, planned, predicted, interaction_low, interaction_high, measured,
/// measured_error, p_value, fitness, fitness_error, inside (of the interval), hit.
PlanTable measuredTable(const MeasuredPanel &panel, const GeneCatalogue &genes);

/// What came out, as sentences in the person's language.
std::vector<std::string> describe(const MeasurementOutcome &outcome);

} // namespace knockscape
