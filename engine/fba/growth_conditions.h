#pragma once

#include "engine/cell/cell.h"
#include "engine/core/issue.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace knockscape
{

/// What a simulation changes about the cell's metabolic model.
struct GrowthConditions {
    /// Largest uptake, in mmol/gDW/h, per exchange reaction; every exchange that is not named takes nothing up.
    std::optional<std::map<std::string, double>> medium;
    /// The reaction to maximise instead of the model's objective; empty for that.
    std::string objective;
};

/// True for a reaction that exchanges one metabolite with the outside: it consumes that, makes nothing, and is not the
/// objective. Uptake is its flux below 0.
bool isExchangeReaction(const Reaction &reaction);

/// The largest uptake that the bounds of a reaction with one metabolite allow, in mmol/gDW/h; 0 for any other reaction.
double uptakeOf(const Reaction &reaction);

/// Reads a medium: a table with the columns reaction (the id of an exchange reaction) and uptake. Throws InputError for
/// a malformed table, a negative uptake, or a reaction named twice. How the text was read (its encoding, lines above
/// the header) goes to `issues`.
std::map<std::string, double> readMedium(const std::filesystem::path &path, std::vector<Issue> &issues);

/// Largest uptake of each nutrient of a rich medium, in mmol/gDW/h.
constexpr double RichUptake = 10.0;

/// The cell on a rich medium: whatever it can exchange with the outside it may take up, at RichUptake or, where its own
/// medium allows more, at that. An exchange here is one whose metabolite lies in the compartment that most such
/// reactions drain: a demand reaction inside the cell is no way into it.
std::shared_ptr<const Cell> onRichMedium(const std::shared_ptr<const Cell> &cell);

/// A reaction with other bounds than in the cell, in mmol/gDW/h.
struct ChangedBounds {
    std::string reaction;
    double lower = 0.0;
    double upper = 0.0;
    double ownLower = 0.0;
    double ownUpper = 0.0;
};

/// In what the bounds of `changed`, a cell under conditions, differ from those of the cell itself; in the order of its
/// reactions.
std::vector<ChangedBounds> changedBounds(const Cell &own, const Cell &changed);

/// The cell under these conditions, for FluxBalance and simulateAll(). An exchange is a reaction with one metabolite;
/// it takes up against the sign of its coefficient, and only that bound changes. Throws InputError for a reaction that
/// is not there, or a medium that names one which is no exchange.
std::shared_ptr<const Cell> underConditions(std::shared_ptr<const Cell> cell, const GrowthConditions &conditions);

} // namespace knockscape
