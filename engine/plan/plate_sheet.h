#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/core/issue.h"
#include "engine/plan/plan_json.h"
#include "engine/plan/plates.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace knockscape
{

/// One well as it came back from the bench.
struct FilledWell {
    int plate = 1;
    WellRole role = WellRole::Strain;
    Genotype strain;
    double value = 0.0;
    std::string where; ///< "sheet.csv:12"
};

struct FilledSheet {
    std::vector<FilledWell> wells;
    /// The column that the values come from, and whether its name says that they are relative to wild type already.
    std::string column;
    bool relative = false;
    std::string sha256;
};

/// Reads a filled plate sheet: the table "plates" of a plan, as people hand it back. Rows are known by their column
/// knockouts (or strain, or genotype), whatever well they lie in now; where that is empty, by plate and well as
/// planned. Values stand in the column fitness, or one called value, growth, size, colony size, area, OD, OD600,
/// measured or raw (a decimal comma counts where commas do not divide cells). What is empty, no number, not in the
/// plan, moved, given twice or missing goes to `issues` with places and counts; columns that nobody asked for are
/// ignored and named. Throws InputError where there is no column of values, or no value at all.
FilledSheet readPlateSheet(const std::filesystem::path &path, const StoredPlan &plan, const GeneCatalogue &genes,
                           std::vector<Issue> &issues);

} // namespace knockscape
