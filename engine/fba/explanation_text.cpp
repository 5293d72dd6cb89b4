#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/fba/explanation.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

namespace knockscape
{

namespace
{

using Names = std::vector<std::string>;

/// How many of a list are named; the others are counted.
constexpr std::size_t MostNames = 5;
constexpr std::size_t MostReactionNames = 2;
/// Fitness from here on is the wild type's.
constexpr double LikeWildType = 0.999;

/// "A", "A and B", "A, B and C"; `last` has the words for two, with %1 and %2.
std::string listed(const Names &names, const std::function<std::string(const std::string &, const std::string &)> &last)
{
    if (names.empty()) {
        return {};
    }
    const std::string before = joined({names.begin(), names.end() - 1}, ", ");
    return names.size() == 1 ? names.front() : last(before, names.back());
}

std::string allOf(const Names &names)
{
    return listed(names, [](const std::string &first, const std::string &last) {
        return translate("Engine", "%1 and %2", {first, last});
    });
}

std::string anyOf(const Names &names)
{
    return listed(names, [](const std::string &first, const std::string &last) {
        return translate("Engine", "%1 or %2", {first, last});
    });
}

/// The first few, and how many more there are.
Names shortened(Names names, std::size_t most)
{
    if (names.size() > most + 1) {
        const auto more = static_cast<std::int64_t>(names.size() - most);
        names.resize(most);
        names.push_back(translateCount("Engine", "%1 more", "%1 more", more));
    }
    return names;
}

/// The same in two compartments has one name.
void addOnce(Names &names, const std::string &name)
{
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        names.push_back(name);
    }
}

class Teller
{
public:
    Teller(const Explanation &explanation, const Cell &cell) : it_(explanation), cell_(cell) {}

    std::vector<ExplanationSentence> tell()
    {
        sayGrowth();
        if (it_.growth.genesInModel > 0 || it_.ofMedium) {
            sayLost();
            sayRescues();
        }
        if (!it_.complete) {
            say(translate("Engine", "Not everything could be shown: more may be lost, or rescue."));
        }
        return std::move(sentences_);
    }

private:
    const Reaction &reaction(std::int32_t row) const
    {
        return cell_.metabolism.reactions[static_cast<std::size_t>(row)];
    }
    std::string nameOf(std::int32_t metabolite) const
    {
        return metaboliteName(cell_.metabolism.metabolites[static_cast<std::size_t>(metabolite)]);
    }
    std::string nameOfReaction(std::int32_t row) const
    {
        return reaction(row).name.empty() ? reaction(row).id : reaction(row).name;
    }

    void say(std::string text, std::vector<std::int32_t> reactions = {}, std::vector<std::int32_t> metabolites = {},
             std::vector<std::int32_t> rescues = {})
    {
        sentences_.push_back({std::move(text), std::move(reactions), std::move(metabolites), std::move(rescues)});
    }

    /// "bna1Δ npt1Δ".
    std::string subject() const
    {
        if (it_.genotype.empty()) {
            return translate("Engine", "The wild type");
        }
        Names names;
        for (const GeneIndex gene : it_.genotype.genes()) {
            names.push_back(lowered(cell_.genes[gene].label()) + "Δ");
        }
        return joined(shortened(std::move(names), MostNames), " ");
    }

    static std::string percent(double part) { return formatNumber(100.0 * part, 2); }
    static std::string perHour(double growth) { return formatNumber(growth, 3); }

    void sayGrowth()
    {
        const double fitness = it_.growth.fitness;
        const std::string who = subject();
        const std::string growth = perHour(it_.growth.growth);
        if (!it_.genotype.empty() && it_.growth.genesInModel == 0) {
            say(translate("Engine", "The metabolic model knows none of the deleted genes: it says nothing about %1.",
                          {who}));
        } else if (std::isnan(it_.growth.growth)) {
            say(translate("Engine", "No growth of %1 could be shown to be right.", {who}));
        } else if (!it_.unmetDemands.empty()) {
            Names names;
            for (const std::int32_t row : it_.unmetDemands) {
                names.push_back(nameOfReaction(row));
            }
            say(translate("Engine", "%1 cannot live: what it must spend on %2 cannot be had.",
                          {who, allOf(shortened(names, MostNames))}),
                it_.unmetDemands);
        } else if (fitness < LethalFitness) {
            say(translate("Engine", "%1 does not grow.", {who}));
        } else if (fitness < RescueFitness) {
            say(translate("Engine", "%1 hardly grows: %2 per hour, %3 % of the wild type.",
                          {who, growth, percent(fitness)}));
        } else if (fitness < LikeWildType) {
            say(translate("Engine", "%1 grows at %2 per hour, %3 % of the wild type.",
                          {who, growth, percent(fitness)}));
        } else {
            say(translate("Engine", "%1 grows like the wild type, at %2 per hour.", {who, growth}));
        }
    }

    void sayLost()
    {
        // What is lost for the same reason stands in one sentence.
        std::map<std::vector<std::size_t>, std::vector<LostBlock>> byWays;
        std::vector<std::vector<std::size_t>> order;
        for (const LostBlock &block : it_.blocks) {
            std::vector<LostBlock> &same = byWays[block.ways];
            if (same.empty()) {
                order.push_back(block.ways);
            }
            same.push_back(block);
        }
        for (const std::vector<std::size_t> &ways : order) {
            sayBlocks(byWays[ways], ways);
        }
        sayPools();
        const bool grows = it_.growth.fitness >= LethalFitness;
        if (it_.blocks.empty() && it_.complete && it_.growth.fitness < LikeWildType) {
            say(grows ? translate("Engine", "All that growth needs can still be made, but less of it.")
                      : translate("Engine",
                                  "Each part of biomass can still be made by itself, but not all of them together."));
        }
    }

    void sayBlocks(const std::vector<LostBlock> &blocks, const std::vector<std::size_t> &ways)
    {
        Names names;
        std::vector<std::int32_t> metabolites;
        for (const LostBlock &block : blocks) {
            addOnce(names, nameOf(block.metabolite));
            metabolites.push_back(block.metabolite);
        }
        const auto count = static_cast<std::int64_t>(names.size());
        const std::string what = allOf(shortened(std::move(names), MostNames));
        std::vector<std::int32_t> reactions;
        const std::string where = places(ways, reactions);
        if (it_.ofMedium) {
            say(translateCount("Engine", "%2 cannot be made from this medium.", "%2 cannot be made from this medium.",
                               count, {what}),
                {}, metabolites);
        } else if (it_.strictOnly) {
            say(translateCount("Engine", "%2 can be made only if by-products pile up that have nowhere to go.",
                               "%2 can be made only if by-products pile up that have nowhere to go.", count, {what}),
                {}, metabolites);
        } else if (ways.size() == 1 || (ways.empty() && it_.steps.size() == 1)) {
            say(translateCount("Engine", "%2 cannot be made: the route is blocked, at %3.",
                               "%2 cannot be made: the route is blocked, at %3.", count, {what, where}),
                reactions, metabolites);
        } else if (ways.size() == 2) {
            say(translateCount("Engine", "%2 cannot be made: both routes are blocked, at %3.",
                               "%2 cannot be made: both routes are blocked, at %3.", count, {what, where}),
                reactions, metabolites);
        } else if (!ways.empty()) {
            say(translateCount("Engine", "%2 cannot be made: all %4 routes are blocked, at %3.",
                               "%2 cannot be made: all %4 routes are blocked, at %3.", count,
                               {what, where, std::to_string(ways.size())}),
                reactions, metabolites);
        } else {
            say(translateCount("Engine", "%2 cannot be made: several steps are blocked at once, at %3.",
                               "%2 cannot be made: several steps are blocked at once, at %3.", count, {what, where}),
                reactions, metabolites);
        }
    }

    /// The steps in words, all of them where none is named, with their reactions.
    std::string places(const std::vector<std::size_t> &ways, std::vector<std::int32_t> &reactions) const
    {
        Names names;
        for (std::size_t step = 0; step < it_.steps.size(); ++step) {
            if (ways.empty() || std::find(ways.begin(), ways.end(), step) != ways.end()) {
                names.push_back(place(it_.steps[step], reactions));
            }
        }
        return allOf(shortened(std::move(names), MostNames));
    }

    /// "3-hydroxyanthranilate 3,4-dioxygenase (BNA1)".
    std::string place(const BlockedStep &step, std::vector<std::int32_t> &reactions) const
    {
        Names names;
        for (const std::int32_t row : telling(step)) {
            addOnce(names, nameOfReaction(row));
            reactions.push_back(row);
        }
        Names genes;
        for (const GeneIndex gene : step.genes) {
            genes.push_back(cell_.genes[gene].label());
        }
        return translate("Engine", "%1 (%2)",
                         {allOf(shortened(std::move(names), MostReactionNames)),
                          joined(shortened(std::move(genes), MostNames), ", ")});
    }

    /// Those of a step's reactions that make something lost, as far as there are such: the others are beside the point.
    std::vector<std::int32_t> telling(const BlockedStep &step) const
    {
        std::vector<std::int32_t> rows;
        for (const std::int32_t row : step.reactions) {
            const auto &terms = reaction(row).terms;
            const auto makesLost = [&](const StoichiometricTerm &term) {
                const bool made =
                    term.coefficient > 0.0 ? reaction(row).upperBound > 0.0 : reaction(row).lowerBound < 0.0;
                return made && std::binary_search(it_.lostPilingUp.begin(), it_.lostPilingUp.end(), term.metabolite);
            };
            if (std::any_of(terms.begin(), terms.end(), makesLost)) {
                rows.push_back(row);
            }
        }
        return rows.empty() ? step.reactions : rows;
    }

    /// What growth consumes is often a pool that holds the lost parts.
    void sayPools()
    {
        Names names;
        std::vector<std::int32_t> pools;
        std::set<std::int32_t> seen;
        for (const LostBlock &block : it_.blocks) {
            if (block.within != block.metabolite && seen.insert(block.within).second) {
                names.push_back(nameOf(block.within));
                pools.push_back(block.within);
            }
        }
        if (!names.empty()) {
            say(translate("Engine", "Growth needs this for: %1.", {joined(shortened(names, MostNames), ", ")}), {},
                pools);
        }
    }

    void sayRescues()
    {
        if (!it_.askedForRescues) {
            return;
        }
        if (it_.rescues.empty()) {
            say(it_.ofMedium ? translate("Engine", "No single nutrient more would let it grow.")
                             : translate("Engine", "No single nutrient more in the medium rescues it."));
            return;
        }
        std::vector<Rescue> best = it_.rescues;
        std::stable_sort(best.begin(), best.end(),
                         [](const Rescue &a, const Rescue &b) { return a.growth > b.growth; });
        Names names;
        std::vector<std::int32_t> exchanges;
        for (const Rescue &rescue : best) {
            names.push_back(
                translate("Engine", "%1 (%2 per hour)",
                          {nameOf(reaction(rescue.exchange).terms.front().metabolite), perHour(rescue.growth)}));
            exchanges.push_back(rescue.exchange);
        }
        const std::string what = anyOf(shortened(std::move(names), MostNames));
        say(it_.ofMedium ? translate("Engine", "It would grow with %1 in the medium.", {what})
                         : translate("Engine", "In the medium, %1 rescues it.", {what}),
            {}, {}, exchanges);
    }

    const Explanation &it_;
    const Cell &cell_;
    std::vector<ExplanationSentence> sentences_;
};

} // namespace

std::string metaboliteName(const Metabolite &metabolite)
{
    std::string suffix(" [");
    suffix += metabolite.compartment;
    suffix += ']';
    const std::string &name = metabolite.name;
    if (name.size() > suffix.size() && name.compare(name.size() - suffix.size(), suffix.size(), suffix) == 0) {
        return name.substr(0, name.size() - suffix.size());
    }
    return name.empty() ? metabolite.id : name;
}

std::vector<ExplanationSentence> sentencesOf(const Explanation &explanation, const Cell &cell)
{
    return Teller(explanation, cell).tell();
}

} // namespace knockscape
