#include "engine/fba/growth_conditions.h"

#include "engine/cell/importers/file_format.h"
#include "engine/cell/spreadsheet_names.h"
#include "engine/core/delimited_table.h"
#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/fba/nutrients.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace knockscape
{

namespace
{

bool hasOneMetabolite(const Reaction &reaction)
{
    return reaction.terms.size() == 1 && reaction.terms.front().coefficient != 0.0;
}

/// A metabolite with a negative coefficient leaves the cell in forward direction, so it enters in reverse.
void setUptake(Reaction &reaction, double uptake)
{
    if (reaction.terms.front().coefficient < 0.0) {
        reaction.lowerBound = -uptake;
        reaction.upperBound = std::max(reaction.upperBound, reaction.lowerBound);
    } else {
        reaction.upperBound = uptake;
        reaction.lowerBound = std::min(reaction.lowerBound, reaction.upperBound);
    }
}

/// What to write instead of an id that is no reaction's.
std::string suggestion(const std::vector<Reaction> &reactions, const std::string &id)
{
    std::vector<std::string> meant = namesBehindDate(id);
    std::erase_if(meant, [&](const std::string &name) {
        return std::none_of(reactions.begin(), reactions.end(),
                            [&](const Reaction &reaction) { return lowered(reaction.id) == lowered(name); });
    });
    return meant.empty() ? translate("Engine", "Use ids of the cell's reactions.tsv.")
                         : translate("Engine", "Was it %1? Write it in a column that is formatted as text.",
                                     {joined(meant, translate("Engine", " or "))});
}

Reaction &find(std::vector<Reaction> &reactions, const std::string &id)
{
    const auto found =
        std::find_if(reactions.begin(), reactions.end(), [&](const Reaction &reaction) { return reaction.id == id; });
    if (found == reactions.end()) {
        throw InputError(
            errorAt(id,
                    isSpreadsheetDate(id) || isSpreadsheetNumber(id)
                        ? translate("Engine", "this is what a spreadsheet makes of a reaction's id, not a reaction")
                        : translate("Engine", "the cell has no reaction of this id"),
                    suggestion(reactions, id)));
    }
    return *found;
}

void setMedium(std::vector<Reaction> &reactions, const std::map<std::string, double> &medium)
{
    for (Reaction &reaction : reactions) {
        if (uptakeOf(reaction) > 0.0) {
            setUptake(reaction, 0.0);
        }
    }
    for (const auto &[id, uptake] : medium) {
        Reaction &reaction = find(reactions, id);
        if (!hasOneMetabolite(reaction)) {
            throw InputError(errorAt(id, translate("Engine", "this reaction exchanges nothing with the medium"),
                                     translate("Engine", "Name reactions of a single metabolite.")));
        }
        setUptake(reaction, uptake);
    }
}

} // namespace

bool isExchangeReaction(const Reaction &reaction)
{
    const bool isObjective = std::isfinite(reaction.objective) && reaction.objective != 0.0;
    return reaction.terms.size() == 1 && reaction.terms.front().coefficient < 0.0 && !isObjective;
}

double uptakeOf(const Reaction &reaction)
{
    if (!hasOneMetabolite(reaction)) {
        return 0.0;
    }
    return std::max(0.0, reaction.terms.front().coefficient < 0.0 ? -reaction.lowerBound : reaction.upperBound);
}

std::map<std::string, double> readMedium(const std::filesystem::path &path, std::vector<Issue> &issues)
{
    std::string text = readFile(path);
    refuseOtherThanText(text, path, translate("Engine", "a table of a medium"));
    const DelimitedTable table = DelimitedTable::parse(std::move(text), path.string());
    issues.insert(issues.end(), table.issues().begin(), table.issues().end());
    const std::size_t reactionColumn = table.column("reaction");
    const std::size_t uptakeColumn = table.column("uptake");
    std::map<std::string, double> medium;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const double uptake = table.number(row, uptakeColumn);
        if (uptake < 0.0) {
            throw InputError(errorAt(table.where(row), translate("Engine", "the uptake is negative"),
                                     translate("Engine", "Give the largest uptake as a positive number.")));
        }
        if (!medium.emplace(std::string(table.cell(row, reactionColumn)), uptake).second) {
            throw InputError(errorAt(table.where(row), translate("Engine", "this reaction was named before"),
                                     translate("Engine", "Name each reaction once.")));
        }
    }
    return medium;
}

std::shared_ptr<const Cell> onRichMedium(const std::shared_ptr<const Cell> &cell)
{
    auto rich = std::make_shared<Cell>(*cell);
    const std::vector<Metabolite> &metabolites = rich->metabolism.metabolites;
    const std::string outside = outerCompartment(rich->metabolism);
    for (Reaction &reaction : rich->metabolism.reactions) {
        if (!isExchangeReaction(reaction)) {
            continue;
        }
        const auto row = static_cast<std::size_t>(reaction.terms.front().metabolite);
        if (row < metabolites.size() && metabolites[row].compartment == outside) {
            setUptake(reaction, std::max(RichUptake, -reaction.lowerBound));
        }
    }
    return rich;
}

std::vector<ChangedBounds> changedBounds(const Cell &own, const Cell &changed)
{
    std::vector<ChangedBounds> differences;
    const std::vector<Reaction> &before = own.metabolism.reactions;
    const std::vector<Reaction> &after = changed.metabolism.reactions;
    for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
        if (before[i].lowerBound != after[i].lowerBound || before[i].upperBound != after[i].upperBound) {
            differences.push_back(
                {before[i].id, after[i].lowerBound, after[i].upperBound, before[i].lowerBound, before[i].upperBound});
        }
    }
    return differences;
}

std::shared_ptr<const Cell> underConditions(std::shared_ptr<const Cell> cell, const GrowthConditions &conditions)
{
    if (!conditions.medium && conditions.objective.empty()) {
        return cell;
    }
    auto changed = std::make_shared<Cell>(*cell);
    std::vector<Reaction> &reactions = changed->metabolism.reactions;
    if (conditions.medium) {
        setMedium(reactions, *conditions.medium);
    }
    if (!conditions.objective.empty()) {
        for (Reaction &reaction : reactions) {
            reaction.objective = 0.0;
        }
        find(reactions, conditions.objective).objective = 1.0;
    }
    return changed;
}

} // namespace knockscape
