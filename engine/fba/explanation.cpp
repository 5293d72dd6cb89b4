#include "engine/fba/explanation.h"

#include "engine/core/issue.h"
#include "engine/core/translate.h"
#include "engine/fba/building_blocks.h"
#include "engine/fba/flux_balance_problem.h"
#include "engine/fba/growth_conditions.h"
#include "engine/fba/reaction_terms.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace knockscape
{

namespace
{

using Rows = std::vector<std::int32_t>;

/// More steps than this are not tried one by one.
constexpr std::size_t MostSteps = 24;

Rows common(const Rows &a, const std::set<std::int32_t> &b)
{
    Rows rows;
    std::copy_if(a.begin(), a.end(), std::back_inserter(rows), [&](std::int32_t row) { return b.count(row) > 0; });
    return rows;
}

/// What the objective consumes.
std::set<std::int32_t> precursorsOf(const Metabolism &metabolism)
{
    std::set<std::int32_t> precursors;
    for (const Reaction &reaction : metabolism.reactions) {
        for (const StoichiometricTerm &term : reaction.terms) {
            if (objectiveOf(reaction) * term.coefficient < 0.0) {
                precursors.insert(term.metabolite);
            }
        }
    }
    return precursors;
}

/// What a reaction makes in the directions that its bounds allow.
std::set<std::int32_t> productsOf(const std::vector<Reaction> &reactions, const Rows &rows)
{
    std::set<std::int32_t> products;
    for (const std::int32_t row : rows) {
        const Reaction &reaction = reactions[static_cast<std::size_t>(row)];
        for (const StoichiometricTerm &term : reaction.terms) {
            if (term.coefficient > 0.0 ? reaction.upperBound > 0.0 : reaction.lowerBound < 0.0) {
                products.insert(term.metabolite);
            }
        }
    }
    return products;
}

/// The deleted genes that a reaction's rule names, ascending.
std::vector<GeneIndex> deletedGenesOf(const Reaction &reaction, const Genotype &genotype)
{
    std::set<GeneIndex> genes;
    for (const auto &isozyme : reaction.isozymes) {
        for (const GeneIndex gene : isozyme) {
            if (std::find(genotype.genes().begin(), genotype.genes().end(), gene) != genotype.genes().end()) {
                genes.insert(gene);
            }
        }
    }
    return {genes.begin(), genes.end()};
}

std::vector<BlockedStep> stepsOf(const std::vector<Reaction> &reactions, const Genotype &genotype, const Rows &blocked)
{
    std::vector<BlockedStep> steps;
    for (const std::int32_t row : blocked) {
        std::vector<GeneIndex> genes = deletedGenesOf(reactions[static_cast<std::size_t>(row)], genotype);
        const auto same =
            std::find_if(steps.begin(), steps.end(), [&](const auto &step) { return step.genes == genes; });
        if (same == steps.end()) {
            steps.push_back({std::move(genes), {row}});
        } else {
            same->reactions.push_back(row);
        }
    }
    return steps;
}

} // namespace

SurplusSupply &FluxBalance::Problem::surplusSupply(bool demandsRest, const JobControl &control)
{
    std::unique_ptr<SurplusSupply> &kept = surplusSupplies[demandsRest];
    if (!kept) {
        auto fresh = std::make_unique<SurplusSupply>(cell->metabolism, demandsRest);
        if (!fresh->learnWildType(Patience(control.cancel, WildTypeTime))) {
            throw EngineError(errorAt(
                "reactions.tsv",
                translate("Engine", "what the wild type can make could not be computed: the numbers of the model are "
                                    "too far apart for the solver"),
                translate("Engine", "Check for stoichiometric coefficients and bounds that are many powers of ten "
                                    "larger or smaller than the others.")));
        }
        kept = std::move(fresh);
    }
    return *kept;
}

BalancedSupply &FluxBalance::Problem::balancedSupply(bool demandsRest, const JobControl &control)
{
    const SurplusSupply &easier = surplusSupply(demandsRest, control);
    std::unique_ptr<BalancedSupply> &kept = balancedSupplies[demandsRest];
    if (!kept) {
        kept = std::make_unique<BalancedSupply>(cell->metabolism, demandsRest, easier.start());
    }
    return *kept;
}

/// Which of the steps bring back which lost metabolites.
void FluxBalance::Problem::findWays(Explanation &explanation, const JobControl &control)
{
    const std::size_t count = explanation.steps.size();
    if (count > MostSteps || explanation.blocks.empty() || explanation.strictOnly) {
        return;
    }
    SurplusSupply &supply = surplusSupply(!explanation.unmetDemands.empty(), control);
    for (std::size_t step = 0; step < count; ++step) {
        Rows others;
        const Rows &back = explanation.steps[step].reactions;
        std::set_difference(explanation.growth.blockedReactions.begin(), explanation.growth.blockedReactions.end(),
                            back.begin(), back.end(), std::back_inserter(others));
        const SupplyLoss still =
            others.empty() ? SupplyLoss{} : supply.lost(heldAtZero(others), Patience(control.cancel, AnswerTime));
        for (LostBlock &block : explanation.blocks) {
            if (still.complete &&
                !std::binary_search(still.metabolites.begin(), still.metabolites.end(), block.metabolite)) {
                block.ways.push_back(step);
            }
        }
    }
}

void FluxBalance::Problem::findLost(Explanation &explanation, const BoundChanges &changes, const JobControl &control)
{
    const bool demandsRest = !explanation.unmetDemands.empty();
    const std::set<std::int32_t> precursors = precursorsOf(cell->metabolism);
    const std::set<std::int32_t> products = productsOf(reactions(), explanation.growth.blockedReactions);
    SurplusSupply &surplus = surplusSupply(demandsRest, control);
    SupplyLoss pilingUp = surplus.lost(changes, Patience(control.cancel, AnswerTime));
    explanation.lostPilingUp = std::move(pilingUp.metabolites);
    explanation.lostPrecursorsPilingUp = common(explanation.lostPilingUp, precursors);
    std::set<std::int32_t> asked = precursors;
    asked.insert(products.begin(), products.end());
    const SupplyLoss balanced = balancedSupply(demandsRest, control)
                                    .lost({asked.begin(), asked.end()}, changes, Patience(control.cancel, AnswerTime));
    explanation.lostPrecursors = common(balanced.metabolites, precursors);
    explanation.lostRoots = common(balanced.metabolites, products);
    explanation.complete = explanation.complete && pilingUp.complete && balanced.complete;
    explanation.strictOnly = explanation.lostPrecursorsPilingUp.empty();
    const BuildingBlocks names(cell->metabolism, surplus.wildType());
    const std::vector<LostPart> parts =
        explanation.strictOnly ? names.lostParts(explanation.lostPrecursors, balanced.metabolites)
                               : names.lostParts(explanation.lostPrecursorsPilingUp, explanation.lostPilingUp);
    for (const LostPart &part : parts) {
        explanation.blocks.push_back({part.metabolite, part.within, {}});
    }
}

Explanation FluxBalance::explain(const Genotype &genotype, const JobControl &control)
{
    Problem &problem = *problem_;
    const std::string stage = translate("Engine", "Looking for what is lost");
    control.report(stage, 0, 0);
    Explanation explanation;
    explanation.genotype = genotype;
    explanation.wildTypeGrowth = problem.wildTypeGrowth;
    const Problem::Answer answer = problem.answer(genotype, false, control);
    explanation.growth = answer.growth;
    if (answer.verdict.claim == Claim::Infeasible) {
        explanation.unmetDemands = problem.growth.unmetDemands();
    }
    const Rows &blocked = explanation.growth.blockedReactions;
    if (!blocked.empty()) {
        explanation.steps = stepsOf(problem.reactions(), genotype, blocked);
        problem.findRescues(explanation, heldAtZero(blocked), answer.verdict, control);
        problem.findLost(explanation, heldAtZero(blocked), control);
        problem.findWays(explanation, control);
    }
    return explanation;
}

std::vector<std::int32_t> FluxBalance::lostMetabolites(const Genotype &genotype, const JobControl &control)
{
    const Problem::Answer answer = problem_->answer(genotype, false, control);
    const std::vector<std::int32_t> &blocked = answer.growth.blockedReactions;
    if (blocked.empty()) {
        return {};
    }
    SurplusSupply &supply = problem_->surplusSupply(answer.verdict.claim == Claim::Infeasible, control);
    return supply.lost(heldAtZero(blocked), Patience(control.cancel, Problem::AnswerTime)).metabolites;
}

Explanation FluxBalance::explainConditions(const Metabolism &conditions, const JobControl &control)
{
    Problem &problem = *problem_;
    control.report(translate("Engine", "Looking for what is lost"), 0, 0);
    BoundChanges changes;
    for (std::size_t i = 0; i < problem.reactions().size(); ++i) {
        const Reaction &there = conditions.reactions.at(i);
        const Bounds bounds{there.lowerBound, there.upperBound};
        if (!(bounds == Bounds{problem.reactions()[i].lowerBound, problem.reactions()[i].upperBound})) {
            changes.emplace_back(static_cast<std::int32_t>(i), bounds);
        }
    }
    Explanation explanation;
    explanation.ofMedium = true;
    explanation.wildTypeGrowth = problem.wildTypeGrowth;
    const Verdict verdict = problem.growth.growth(changes, Patience(control.cancel, Problem::AnswerTime));
    problem.take(verdict, explanation.growth);
    if (verdict.claim == Claim::Infeasible) {
        explanation.unmetDemands = problem.growth.unmetDemands();
    }
    problem.findRescues(explanation, changes, verdict, control);
    problem.findLost(explanation, changes, control);
    return explanation;
}

Explanation explainMedium(const std::shared_ptr<const Cell> &cell, const Medium &medium, const JobControl &control)
{
    const std::shared_ptr<const Cell> conditions = onMedium(cell, medium);
    if (conditions != cell) {
        try {
            return FluxBalance(cell, control).explainConditions(conditions->metabolism, control);
        } catch (const InputError &) {
            // It does not grow on its own medium either: beside the rich one.
        }
    }
    return FluxBalance(onRichMedium(cell), control).explainConditions(conditions->metabolism, control);
}

} // namespace knockscape
