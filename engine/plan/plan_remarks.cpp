#include "engine/plan/plan_remarks.h"

#include "engine/cell/gene_positions.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <cmath>

namespace knockscape
{

namespace
{

std::int64_t countOf(std::uint64_t count)
{
    return static_cast<std::int64_t>(count);
}

std::string boundText(const Plan &plan)
{
    if (plan.proven) {
        return translate("Engine", "No other choice within the budget is worth more: every one was looked at or ruled "
                                   "out.");
    }
    const double share = plan.upperBound > 0.0 ? plan.value / plan.upperBound : 1.0;
    return translate(
        "Engine",
        "Chosen greedily: worth %1; no choice within the budget is worth more than %2, so this one "
        "reaches at least %3 % of the best.",
        {formatNumber(plan.value, 3), formatNumber(plan.upperBound, 3), formatNumber(std::floor(100.0 * share), 3)});
}

} // namespace

std::vector<std::string> describe(const PlanExclusions &excluded)
{
    std::vector<std::string> sentences;
    const auto add = [&](std::uint64_t count, const std::string &text) {
        if (count > 0) {
            sentences.push_back(text);
        }
    };
    add(excluded.withoutInteraction,
        translateCount("Engine",
                       "%1 genotype has no predicted interaction (only pairs and triples that the model "
                       "learnt have one).",
                       "%1 genotypes have no predicted interaction (only pairs and triples that the model learnt have "
                       "one).",
                       countOf(excluded.withoutInteraction)));
    add(excluded.answered,
        translateCount("Engine", "%1 genotype left out: its interaction is measured already.",
                       "%1 genotypes left out: their interactions are measured already.", countOf(excluded.answered)));
    add(excluded.essential,
        translateCount("Engine", "%1 genotype left out: it deletes an essential gene.",
                       "%1 genotypes left out: they delete an essential gene.", countOf(excluded.essential)));
    add(excluded.linked,
        translateCount("Engine", "%1 genotype left out: two of its genes are linked.",
                       "%1 genotypes left out: two of their genes are linked.", countOf(excluded.linked)));
    add(excluded.unsupported,
        translateCount("Engine", "%1 genotype left out: it lacks training support.",
                       "%1 genotypes left out: they lack training support.", countOf(excluded.unsupported)));
    add(excluded.withoutError,
        translateCount("Engine", "%1 genotype left out: nothing says how far off its prediction is.",
                       "%1 genotypes left out: nothing says how far off their predictions are.",
                       countOf(excluded.withoutError)));
    return sentences;
}

Issue nothingToPlan(const PlanExclusions &excluded, const std::string &basis)
{
    std::vector<std::string> reasons = describe(excluded);
    reasons.push_back(basis);
    return errorAt("plan", translate("Engine", "There is no genotype to plan."), joined(reasons, " "));
}

std::vector<std::string> remarksOf(const Plan &plan, const PlanRequest &request, const Cell &cell,
                                   const std::string &basis, bool compared)
{
    std::vector<std::string> remarks;
    remarks.push_back(translateCount(
        "Engine", "%1 genotype answered by %2.", "%1 genotypes answered by %2.", countOf(plan.genotypes.size()),
        {translateCount("Engine", "%1 strain to build", "%1 strains to build", countOf(plan.toBuild))}));
    remarks.push_back(translate("Engine", "Expected hits (interaction %1): %2.",
                                {(request.threshold > 0.0 ? "> " : "< ") + formatNumber(request.threshold, 3),
                                 formatNumber(plan.expectedHits, 3)}));
    if (!std::isnan(plan.deviationAfter)) {
        remarks.push_back(translate("Engine",
                                    "Expected uncertainty over all candidates (mean standard deviation): %1 before, "
                                    "%2 after.",
                                    {formatNumber(plan.deviationBefore, 3), formatNumber(plan.deviationAfter, 3)}));
    }
    remarks.push_back(basis);
    remarks.push_back(boundText(plan));
    if (plan.kept < plan.excluded.candidates) {
        remarks.push_back(translate("Engine",
                                    "Of %1 candidates the %2 that are worth most by themselves were chosen from; the "
                                    "bound counts the others too.",
                                    {std::to_string(plan.excluded.candidates), std::to_string(plan.kept)}));
    }
    if (request.goals.test > 0.0) {
        remarks.push_back(compared ? translate("Engine", "Disagreement: model against the other evaluator.")
                                   : translate("Engine", "Disagreement: spread of the models of the ensemble."));
        if (compared && plan.kept < plan.excluded.candidates) {
            remarks.push_back(translate("Engine", "Only candidates that were kept were compared; the bound does not "
                                                  "cover disagreements of others."));
        }
    }
    if (request.linkedWithin > 0.0 && !GenePositions(cell.genes).any()) {
        remarks.push_back(translate("Engine", "The cell has no positions of genes (annotations chromosome, start, "
                                              "end): linked pairs could not be left out."));
    }
    const std::vector<std::string> excluded = describe(plan.excluded);
    remarks.insert(remarks.end(), excluded.begin(), excluded.end());
    return remarks;
}

} // namespace knockscape
