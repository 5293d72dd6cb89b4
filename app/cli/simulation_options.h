#pragma once

#include "app/cli/command.h"
#include "engine/cell/cell.h"
#include "engine/fba/media.h"
#include "engine/store/provenance.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

/// What every command that simulates is told about the conditions.
namespace knockscape::cli
{

struct ConditionOptions {
    std::filesystem::path cell;
    std::string medium;
    std::string objective;
};

/// Adds --cell, --medium and --objective.
void addConditionOptions(CLI::App &command, ConditionOptions &options);

/// A cell under such conditions.
struct SimulatedCell {
    /// With the objective, on its own medium …
    std::shared_ptr<const Cell> own;
    Medium medium;
    /// … and on that one.
    std::shared_ptr<const Cell> cell;
};

/// Reads the cell, and reports what was only worked around. Throws InputError.
SimulatedCell openSimulatedCell(const Context &context, const ConditionOptions &options);

/// Does `work`, which simulates the cell. Where that throws because the wild type does not grow on a medium that is not
/// its own, the error goes on with what is missing in it.
void onItsMedium(const SimulatedCell &cell, const JobControl &control, const std::function<void()> &work);

/// Writes the conditions into a table's provenance, and into a run's parameters (medium, objective; "uptake" by
/// reaction unless the medium is the cell's own).
void recordConditions(const SimulatedCell &cell, const ConditionOptions &options, Provenance &about);
void recordConditions(const SimulatedCell &cell, const ConditionOptions &options, nlohmann::json &parameters);

} // namespace knockscape::cli
