#include "engine/maps/reaction_sets.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

namespace knockscape
{
namespace
{

/// "citric acid cycle" for "S_Citric_Acid__Cycle".
std::string plainPathway(std::string_view name)
{
    std::string text = lowered(trimmed(name));
    if (text.starts_with("s_")) {
        text.erase(0, 2);
    }
    std::string plain;
    for (const char c : text) {
        const char letter = c == '_' ? ' ' : c;
        if (letter != ' ' || (!plain.empty() && plain.back() != ' ')) {
            plain += letter;
        }
    }
    return plain;
}

std::vector<std::int32_t> sortedOnce(std::vector<std::int32_t> rows)
{
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

bool isOneOfGenes(const Reaction &reaction, const Genotype &genotype)
{
    return std::any_of(reaction.isozymes.begin(), reaction.isozymes.end(), [&](const std::vector<GeneIndex> &isozyme) {
        return std::any_of(isozyme.begin(), isozyme.end(), [&](GeneIndex gene) { return genotype.contains(gene); });
    });
}

/// Finds, without fluxes, which reactions can carry none: one of their metabolites has no producer or no consumer left.
class DeadEnds
{
public:
    explicit DeadEnds(const Metabolism &metabolism)
        : metabolism_(metabolism), dead_(metabolism.reactions.size(), false), makers_(metabolism.metabolites.size(), 0),
          users_(metabolism.metabolites.size(), 0), reactionsOf_(metabolism.metabolites.size())
    {
        for (std::size_t i = 0; i < metabolism.reactions.size(); ++i) {
            for (const StoichiometricTerm &term : metabolism.reactions[i].terms) {
                reactionsOf_[static_cast<std::size_t>(term.metabolite)].push_back(i);
            }
            count(i, 1);
        }
    }

    void remove(std::size_t reaction)
    {
        if (!dead_[reaction]) {
            dead_[reaction] = true;
            count(reaction, -1);
            for (const StoichiometricTerm &term : metabolism_.reactions[reaction].terms) {
                open_.push_back(static_cast<std::size_t>(term.metabolite));
            }
        }
    }

    void lookAtAll()
    {
        for (std::size_t i = 0; i < makers_.size(); ++i) {
            open_.push_back(i);
        }
    }

    /// Removes what follows from what was removed.
    void settle()
    {
        while (!open_.empty()) {
            const std::size_t metabolite = open_.back();
            open_.pop_back();
            if (makers_[metabolite] > 0 && users_[metabolite] > 0 && !isOneReversible(metabolite)) {
                continue;
            }
            for (const std::size_t reaction : reactionsOf_[metabolite]) {
                remove(reaction);
            }
        }
    }

    bool dead(std::size_t reaction) const { return dead_[reaction]; }
    bool made(std::size_t metabolite) const { return makers_[metabolite] > 0; }

private:
    void count(std::size_t reaction, int sign)
    {
        const Reaction &source = metabolism_.reactions[reaction];
        for (const StoichiometricTerm &term : source.terms) {
            const auto metabolite = static_cast<std::size_t>(term.metabolite);
            const bool forward = source.upperBound > 0.0;
            const bool backward = source.lowerBound < 0.0;
            const bool product = term.coefficient > 0.0;
            makers_[metabolite] += (product ? forward : backward) ? sign : 0;
            users_[metabolite] += (product ? backward : forward) ? sign : 0;
        }
    }

    /// A single reaction that runs both ways makes and uses a metabolite, but not at a time.
    bool isOneReversible(std::size_t metabolite) const
    {
        return std::count_if(reactionsOf_[metabolite].begin(), reactionsOf_[metabolite].end(),
                             [&](std::size_t reaction) { return !dead_[reaction]; }) == 1;
    }

    const Metabolism &metabolism_;
    std::vector<bool> dead_;
    std::vector<int> makers_;
    std::vector<int> users_;
    std::vector<std::vector<std::size_t>> reactionsOf_;
    std::vector<std::size_t> open_;
};

} // namespace

std::vector<std::pair<std::string, std::size_t>> pathways(const Metabolism &metabolism)
{
    std::vector<std::pair<std::string, std::size_t>> result;
    std::unordered_map<std::string, std::size_t> places;
    for (const Reaction &reaction : metabolism.reactions) {
        const auto [place, isNew] = places.try_emplace(reaction.subsystem, result.size());
        if (isNew) {
            result.emplace_back(reaction.subsystem, 0);
        }
        ++result[place->second].second;
    }
    return result;
}

std::vector<std::int32_t> pathwayReactions(const Metabolism &metabolism, const std::string &name)
{
    const std::string wanted = plainPathway(name);
    std::vector<std::int32_t> rows;
    std::set<std::string> similar;
    for (std::size_t i = 0; i < metabolism.reactions.size(); ++i) {
        const std::string &pathway = metabolism.reactions[i].subsystem;
        const std::string plain = plainPathway(pathway);
        if (plain == wanted || pathway == name) {
            rows.push_back(static_cast<std::int32_t>(i));
        } else if (!wanted.empty() && plain.find(wanted) != std::string::npos) {
            similar.insert(pathway);
        }
    }
    if (rows.empty()) {
        const std::vector<std::string> names(similar.begin(), similar.end());
        throw InputError(errorAt(name, translate("Engine", "No reaction of this cell belongs to such a pathway."),
                                 names.empty() ? translate("Engine", "Choose one of the model's pathways.")
                                               : translate("Engine", "Did you mean: %1?", {joined(names, ", ")})));
    }
    return rows;
}

std::vector<std::int32_t> reactionsAround(const Cell &cell, const MainPairs &pairs, const Genotype &genotype, int steps)
{
    const std::vector<Reaction> &reactions = cell.metabolism.reactions;
    std::vector<bool> taken(reactions.size(), false);
    std::vector<bool> reached(cell.metabolism.metabolites.size(), false);
    for (std::size_t i = 0; i < reactions.size(); ++i) {
        taken[i] = isOneOfGenes(reactions[i], genotype);
    }
    // A step may not lead through what everything has in common, but a line always leads to its ends.
    const auto reach = [&](std::size_t i) {
        const MainPair main = pairs.of(static_cast<std::int32_t>(i));
        for (const StoichiometricTerm &term : reactions[i].terms) {
            const bool onLine = term.metabolite == main.substrate || term.metabolite == main.product;
            const MetaboliteRole role = pairs.role(term.metabolite);
            const bool passable = role == MetaboliteRole::Substance || role == MetaboliteRole::Donor;
            if ((onLine && passable) || !pairs.isCommon(term.metabolite)) {
                reached[static_cast<std::size_t>(term.metabolite)] = true;
            }
        }
    };
    for (int step = 0; step < steps; ++step) {
        for (std::size_t i = 0; i < reactions.size(); ++i) {
            if (taken[i]) {
                reach(i);
            }
        }
        for (std::size_t i = 0; i < reactions.size(); ++i) {
            const MainPair main = pairs.of(static_cast<std::int32_t>(i));
            for (const std::int32_t end : {main.substrate, main.product}) {
                taken[i] = taken[i] || (end >= 0 && reached[static_cast<std::size_t>(end)]);
            }
        }
    }
    std::vector<std::int32_t> rows;
    for (std::size_t i = 0; i < reactions.size(); ++i) {
        if (taken[i]) {
            rows.push_back(static_cast<std::int32_t>(i));
        }
    }
    return rows;
}

LostReactions lostReactions(const Cell &cell, const Genotype &genotype)
{
    const Metabolism &metabolism = cell.metabolism;
    DeadEnds before(metabolism);
    before.lookAtAll();
    before.settle();
    DeadEnds after = before;
    LostReactions lost;
    for (std::size_t i = 0; i < metabolism.reactions.size(); ++i) {
        if (metabolism.reactions[i].blockedBy(genotype)) {
            lost.blocked.push_back(static_cast<std::int32_t>(i));
            after.remove(i);
        }
    }
    after.settle();
    for (std::size_t i = 0; i < metabolism.reactions.size(); ++i) {
        const auto row = static_cast<std::int32_t>(i);
        if (after.dead(i) && !before.dead(i) && !std::binary_search(lost.blocked.begin(), lost.blocked.end(), row)) {
            lost.cutOff.push_back(row);
        }
    }
    for (std::size_t i = 0; i < metabolism.metabolites.size(); ++i) {
        if (before.made(i) && !after.made(i)) {
            lost.metabolites.push_back(static_cast<std::int32_t>(i));
        }
    }
    return lost;
}

std::vector<std::int32_t> reactionsWithFlux(const std::vector<double> &fluxes, double threshold)
{
    std::vector<std::int32_t> rows;
    for (std::size_t i = 0; i < fluxes.size(); ++i) {
        if (std::abs(fluxes[i]) > threshold) {
            rows.push_back(static_cast<std::int32_t>(i));
        }
    }
    return sortedOnce(std::move(rows));
}

} // namespace knockscape
