#pragma once

#include "engine/cell/cell.h"
#include "engine/core/model_summary.h"
#include "engine/plan/plan.h"
#include "engine/plan/plates.h"
#include "engine/store/provenance.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// What a plan's folder is made of.
struct PlanOutput {
    const Plan *plan = nullptr;
    const PlanRequest *request = nullptr;
    const PlateLayout *layout = nullptr;
    const Cell *cell = nullptr;
    std::span<const ModelSummary> models;
    /// Cell, models, labels and what was asked for; each table adds what it holds.
    Provenance about;
};

/// Writes a plan into `folder` (made where it is not there), every file all or nothing, `extension` being "csv", "tsv"
/// or "xlsx":
/// - strains.EXT: order, strain, knockouts, n, state (build, freezer, measured), fitness, genotypes (that need it),
///   answers (genotypes that it completes), reads as a knockout list (engine/cell/knockout_list.h);
/// - genotypes.EXT: rank, knockouts, names, n, the prediction, interval, hit_probability, information, disagreement,
///   strains_to_build, answered_after (order of the last strain it needs);
/// - plates.EXT: plate, well, role, strain (its order), knockouts, names, replicate, and the empty columns fitness (or
///   a raw value) and note, to be filled in at the bench;
/// - plate-1.svg, …; reasons.html, reasons.txt; plan.json (plan_json.h).
/// Beside every table stands where it comes from. Returns what was written. Throws EngineError.
std::vector<std::filesystem::path> writePlan(const std::filesystem::path &folder, const PlanOutput &output,
                                             const std::string &extension);

/// The columns of the tables, which the window shows too, and their rows as texts in the C locale.
struct PlanTable {
    std::vector<std::string> columns;
    std::vector<bool> numeric;
    std::vector<std::vector<std::string>> rows;
};
PlanTable strainTable(const Plan &plan, const GeneCatalogue &genes);
PlanTable genotypeTable(const Plan &plan, const GeneCatalogue &genes);
PlanTable plateTable(const PlateLayout &layout, const Plan &plan, const GeneCatalogue &genes);

} // namespace knockscape
