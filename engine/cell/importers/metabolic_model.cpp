#include "engine/cell/importers/metabolic_model.h"

#include "engine/cell/growth_reaction.h"
#include "engine/cell/importers/outside_metabolites.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>
#include <unordered_set>

namespace knockscape
{
namespace
{

/// Incidences of a hypergraph: some 200 MB. Human-GEM has some 300,000.
constexpr double incidenceLimit = 1e7;

template <typename Items>
void checkIds(const Items &items, const std::string &file, const std::string &noId)
{
    std::unordered_set<std::string_view> seen;
    for (const auto &item : items) {
        if (item.id.empty() || !seen.insert(item.id).second) {
            throw InputError(
                errorAt(file, item.id.empty() ? noId : translate("Engine", "There are two of the id %1.", {item.id}),
                        translate("Engine", "Give each metabolite and reaction an id of its own.")));
        }
    }
}

/// An id as a line of a table can hold it.
std::string plainId(const std::string &id)
{
    std::string plain(trimmed(id));
    std::replace_if(
        plain.begin(), plain.end(), [](unsigned char c) { return c < ' ' || c == 127; }, ' ');
    return plain;
}

void checkModel(const Metabolism &metabolism, const std::string &file)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (metabolism.reactions.empty() || metabolism.metabolites.empty()) {
        throw InputError(errorAt(file, translate("Engine", "The model has no reactions."),
                                 translate("Engine", "Choose a model with metabolites and reactions.")));
    }
    checkIds(metabolism.metabolites, file, translate("Engine", "A metabolite has no id."));
    checkIds(metabolism.reactions, file, translate("Engine", "A reaction has no id."));
    for (const Reaction &reaction : metabolism.reactions) {
        const std::string where = translate("Engine", "%1, reaction %2", {file, reaction.id});
        // Written so that NaN fails too.
        if (!(reaction.lowerBound <= reaction.upperBound)) {
            throw InputError(errorAt(where, translate("Engine", "The lower bound is above the upper bound."),
                                     translate("Engine", "Correct the bounds of the reaction in the model.")));
        }
        if (reaction.lowerBound == infinity || reaction.upperBound == -infinity) {
            throw InputError(errorAt(where, translate("Engine", "A bound forces a flux without limit."),
                                     translate("Engine", "Correct the bounds of the reaction in the model.")));
        }
        if (!std::isfinite(reaction.objective)) {
            throw InputError(errorAt(where, translate("Engine", "The objective coefficient is not a number."),
                                     translate("Engine", "Correct the coefficient, or remove it.")));
        }
        for (const StoichiometricTerm &term : reaction.terms) {
            if (!std::isfinite(term.coefficient)) {
                throw InputError(errorAt(where, translate("Engine", "A stoichiometric coefficient is not a number."),
                                         translate("Engine", "Correct the coefficient.")));
            }
        }
    }
}

void reportObjective(const MetabolicModel &model, const std::string &file, std::vector<Issue> &issues)
{
    if (hasObjective(model.metabolism)) {
        return;
    }
    const std::vector<std::string> candidates =
        model.growthReactions.empty() ? growthCandidates(model.metabolism) : model.growthReactions;
    issues.push_back(warningAt(
        file, translate("Engine", "The model does not say which reaction is growth: it has no objective."),
        candidates.empty() ? translate("Engine", "Name it when you simulate, with --objective.")
                           : translate("Engine", "Name it when you simulate, with --objective. Perhaps it is %1.",
                                       {joined(candidates, ", ")})));
}

} // namespace

std::vector<StoichiometricTerm> summedTerms(const std::vector<StoichiometricTerm> &terms)
{
    std::vector<StoichiometricTerm> result;
    std::unordered_map<std::int32_t, std::size_t> places;
    for (const StoichiometricTerm &term : terms) {
        const auto [place, isNew] = places.try_emplace(term.metabolite, result.size());
        if (isNew) {
            result.push_back(term);
        } else {
            result[place->second].coefficient += term.coefficient;
        }
    }
    std::erase_if(result, [](const StoichiometricTerm &term) { return term.coefficient == 0.0; });
    return result;
}

std::optional<int> plausibleCharge(double charge)
{
    const bool plausible = std::abs(charge) < 10'000.0 && charge == std::round(charge);
    return plausible ? std::optional(static_cast<int>(charge)) : std::nullopt;
}

void finishModel(MetabolicModel &model, const std::string &file, std::vector<Issue> &issues)
{
    Metabolism &metabolism = model.metabolism;
    for (Metabolite &metabolite : metabolism.metabolites) {
        metabolite.id = plainId(metabolite.id);
    }
    for (Reaction &reaction : metabolism.reactions) {
        reaction.id = plainId(reaction.id);
    }
    checkModel(metabolism, file);
    removeOutsideMetabolites(model, file, issues);
    reportObjective(model, file, issues);
}

void checkHypergraphSize(const Metabolism &metabolism, const HyperedgeOptions &options, const std::string &file)
{
    double incidences = 0.0;
    const Reaction *largest = nullptr;
    double most = 0.0;
    for (const Reaction &reaction : metabolism.reactions) {
        const double edges =
            options.expandIsozymes ? std::max<double>(1.0, static_cast<double>(reaction.isozymes.size())) : 1.0;
        const double size = edges * 2.0 * static_cast<double>(reaction.terms.size());
        incidences += size;
        if (size > most) {
            most = size;
            largest = &reaction;
        }
    }
    if (incidences > incidenceLimit) {
        throw InputError(errorAt(
            translate("Engine", "%1, reaction %2", {file, largest->id}),
            translate("Engine",
                      "The reactions and their isozymes would make a graph of about %1 connections, most of them of "
                      "this reaction, which is too large.",
                      {formatNumber(incidences, 3)}),
            translate("Engine", "Simplify its gene rule in the model.")));
    }
}

} // namespace knockscape
