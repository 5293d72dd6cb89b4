#include "engine/plan/plan.h"

#include "engine/cell/gene_positions.h"
#include "engine/core/issue.h"
#include "engine/core/translate.h"
#include "engine/plan/panel_selection.h"
#include "engine/plan/plan_candidates.h"
#include "engine/plan/plan_remarks.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace knockscape
{

namespace
{

/// The candidates with their genotypes, and what else was asked about them.
struct Options {
    std::vector<Candidate> candidates;
    std::vector<Genotype> genotypes;
    /// The other evaluator's interaction; NaN where nobody was asked.
    std::vector<double> other;
    std::vector<CandidateWorth> worth;
};

double disagreementOf(const Options &options, std::size_t item)
{
    const Prediction &prediction = options.candidates[item].prediction;
    return std::isnan(options.other[item]) ? prediction.interactionSd
                                           : std::abs(prediction.interaction - options.other[item]);
}

void askOther(Options &options, Predictor *against, const JobControl &control)
{
    options.other.assign(options.genotypes.size(), std::numeric_limits<double>::quiet_NaN());
    if (against == nullptr) {
        return;
    }
    const std::vector<Prediction> answers = against->predictAll(options.genotypes, control);
    for (std::size_t i = 0; i < answers.size(); ++i) {
        // A simulation has no interaction of its own, but the definition of ε.
        const bool simulated = against->models().empty();
        options.other[i] =
            simulated && options.genotypes[i].size() == 2 ? answers[i].epistasis() : answers[i].interaction;
    }
}

void setWorth(Options &options, const PlanRequest &request)
{
    for (std::size_t i = 0; i < options.candidates.size(); ++i) {
        const InteractionDistribution &distribution = options.candidates[i].distribution;
        const double disagreement = disagreementOf(options, i);
        double additive = request.goals.find * hitProbability(distribution, request.threshold);
        additive += std::isnan(disagreement) ? 0.0 : request.goals.test * disagreement;
        options.worth.push_back({additive, distribution.deviation()});
    }
}

SelectionProblem problemOf(const Options &options, const PlanRequest &request, double leftOut)
{
    SelectionProblem problem;
    problem.budget = request.budget;
    problem.mostPerGene = request.mostPerGene;
    problem.mostItems = request.mostGenotypes;
    problem.leftOutGain = leftOut;
    std::map<Genotype, std::uint32_t> numbers;
    for (const Genotype &genotype : options.genotypes) {
        SelectionItem item;
        item.genes.assign(genotype.genes().begin(), genotype.genes().end());
        for (const Genotype &strain : strainsOf(genotype)) {
            if (!request.stock.isFree(strain)) {
                item.strains.push_back(
                    numbers.emplace(strain, static_cast<std::uint32_t>(numbers.size())).first->second);
            }
        }
        problem.items.push_back(std::move(item));
    }
    problem.strains = numbers.size();
    return problem;
}

PlannedGenotype plannedAt(const Options &options, std::size_t item, const PlanRequest &request,
                          const PredictionIntervals &intervals, const GenePositions &positions)
{
    const Candidate &candidate = options.candidates[item];
    PlannedGenotype result;
    result.genotype = options.genotypes[item];
    result.prediction = candidate.prediction;
    result.interval = intervals.interaction(candidate.prediction, result.genotype.size());
    result.hit = hitProbability(candidate.distribution, request.threshold);
    result.deviation = candidate.distribution.deviation();
    result.other = options.other[item];
    result.disagreement = disagreementOf(options, item);
    result.distance = positions.leastDistance(result.genotype.genes());
    return result;
}

/// Strains in order of use: small before large, those of the first genotypes first.
void addStrains(Plan &plan, const StrainStock &stock)
{
    std::map<Genotype, std::vector<std::size_t>> users;
    for (std::size_t i = 0; i < plan.genotypes.size(); ++i) {
        for (const Genotype &strain : strainsOf(plan.genotypes[i].genotype)) {
            users[strain].push_back(i);
        }
    }
    for (const auto &[strain, genotypes] : users) {
        PlannedStrain made;
        made.genotype = strain;
        made.genotypes = genotypes;
        const auto known = stock.measured.find(strain);
        if (known != stock.measured.end()) {
            made.state = StrainState::Measured;
            made.known = known->second;
        } else if (stock.freezer.contains(strain)) {
            made.state = StrainState::Freezer;
        }
        plan.toBuild += made.state == StrainState::Build ? 1 : 0;
        plan.strains.push_back(std::move(made));
    }
    std::stable_sort(plan.strains.begin(), plan.strains.end(), [](const PlannedStrain &a, const PlannedStrain &b) {
        return a.genotype.size() != b.genotype.size() ? a.genotype.size() < b.genotype.size()
                                                      : a.genotypes.front() < b.genotypes.front();
    });
    std::map<Genotype, std::size_t> places;
    for (std::size_t i = 0; i < plan.strains.size(); ++i) {
        places[plan.strains[i].genotype] = i;
    }
    for (std::size_t i = 0; i < plan.genotypes.size(); ++i) {
        std::size_t last = 0;
        for (const Genotype &strain : strainsOf(plan.genotypes[i].genotype)) {
            plan.genotypes[i].strains.push_back(places.at(strain));
            if (plan.strains[places.at(strain)].state != StrainState::Measured) {
                last = std::max(last, places.at(strain));
            }
        }
        plan.strains[last].answers.push_back(i);
    }
}

} // namespace

Plan makePlan(Predictor &predictor, const PlanRequest &request, Predictor *against, const JobControl &control)
{
    PlanCandidates found = findCandidates(predictor, request, control);
    if (found.kept.empty()) {
        throw InputError(nothingToPlan(found.excluded, found.basis));
    }
    Options options;
    options.candidates = std::move(found.kept);
    for (const Candidate &candidate : options.candidates) {
        options.genotypes.push_back(request.source->genotype(candidate.index));
    }
    askOther(options, against, control);
    setWorth(options, request);
    const GeneSimilarity similarity = request.goals.learn > 0.0
                                          ? GeneSimilarity(*predictor.cell(), GeneSimilarity::DefaultOwn, 32, control)
                                          : GeneSimilarity();
    PanelValue value(options.worth, options.genotypes, similarity, request.noise, request.goals.learn);
    const SelectionProblem problem = problemOf(options, request, found.mostLeftOut);
    const Selection selection = selectPanel(problem, value, control);

    Plan plan;
    const PredictionIntervals intervals(predictor.models());
    const GenePositions positions(predictor.cell()->genes);
    PanelValue replay(options.worth, options.genotypes, similarity, request.noise, request.goals.learn);
    for (const std::size_t item : selection.items) {
        plan.genotypes.push_back(plannedAt(options, item, request, intervals, positions));
        plan.genotypes.back().information = replay.information(item);
        plan.expectedHits += plan.genotypes.back().hit;
        replay.add(item);
    }
    if (request.goals.learn > 0.0) {
        plan.deviationBefore = replay.meanDeviation(false);
        plan.deviationAfter = replay.meanDeviation(true);
    }
    plan.value = selection.value;
    plan.upperBound = selection.upperBound;
    plan.proven = selection.proven;
    plan.kept = options.candidates.size();
    plan.excluded = found.excluded;
    addStrains(plan, request.stock);
    plan.remarks = remarksOf(plan, request, *predictor.cell(), found.basis, against != nullptr);
    return plan;
}

} // namespace knockscape
