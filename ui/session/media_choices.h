#pragma once

#include "engine/cell/cell.h"
#include "engine/core/issue.h"
#include "engine/core/job_control.h"
#include "engine/fba/media.h"

#include <QString>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace knockscape::ui
{

/// A nutrient that a medium may hold.
struct Nutrient {
    /// Row and id of the exchange reaction.
    std::int32_t row = 0;
    std::string exchange;
    /// "D-glucose".
    QString name;
};

/// Media for the window; in a build without flux balance there is but the cell's own.

/// Media that can be chosen for a cell: its own, the derived ones that can be had, the saved ones. `issues` says which
/// cannot, and why.
std::vector<Medium> mediaOf(const Cell &cell, const std::filesystem::path &bundle, std::vector<Issue> &issues);

/// All exchange reactions, by name of the nutrient.
std::vector<Nutrient> nutrientsOf(const Cell &cell);

/// The medium with one nutrient more: "minimal glucose + L-leucine". A saved or built-in medium itself is not changed.
Medium mediumWith(const Medium &medium, const Nutrient &nutrient, double uptake);

/// What people read of a medium: its title, else its name.
QString titleOf(const Medium &medium);

/// How the wild type does on a medium.
struct MediumCheck {
    /// 1/h; 0 where it does not grow, NaN where that could not be found out.
    double growth = 0.0;
    /// What is missing, or why there is no answer, in sentences; empty where it grows.
    QString missing;
};

/// On any thread. Throws Cancelled.
MediumCheck checkMedium(const std::shared_ptr<const Cell> &cell, const Medium &medium, const JobControl &control);

/// saveMedium() of the engine; throws as that does.
void storeMedium(const std::filesystem::path &bundle, const Medium &medium);

/// mediumRecord() of the engine: the medium as provenance and runs hold it, JSON text of an object.
std::string recordOf(const std::shared_ptr<const Cell> &cell, const Medium &medium);

} // namespace knockscape::ui
