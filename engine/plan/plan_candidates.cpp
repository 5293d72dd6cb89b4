#include "engine/plan/plan_candidates.h"

#include "engine/cell/essentiality.h"
#include "engine/cell/gene_positions.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace knockscape
{

namespace
{

/// Genotypes of at most three genes as one number each, for asking about millions of them.
std::uint64_t codeOf(std::span<const GeneIndex> genes)
{
    constexpr unsigned Bits = 21;
    std::uint64_t code = 0;
    for (const GeneIndex gene : genes) {
        code = (code << Bits) | static_cast<std::uint64_t>(gene + 1);
    }
    return code;
}

class CandidateFilter
{
public:
    CandidateFilter(Predictor &predictor, const PlanRequest &request)
        : request_(request), distributions_(predictor.models()), essential_(essentialGenes(predictor.cell()->genes)),
          positions_(predictor.cell()->genes)
    {
        for (const Genotype &genotype : request.answered) {
            if (genotype.size() == 2 || genotype.size() == 3) {
                answered_.insert(codeOf(genotype.genes()));
            }
        }
        for (const Genotype &genotype : request.stock.freezer) {
            if (genotype.size() == 2 || genotype.size() == 3) {
                freezer_.insert(codeOf(genotype.genes()));
            }
        }
    }

    /// The reason why it is none, to be counted; null where it is one, which is then in `candidate`.
    std::uint64_t PlanExclusions::*refuse(std::span<const GeneIndex> genes, const Prediction &prediction,
                                          Candidate &candidate) const
    {
        if (genes.size() < 2 || genes.size() > 3 || std::isnan(prediction.interaction)) {
            return &PlanExclusions::withoutInteraction;
        }
        if (!answered_.empty() && answered_.contains(codeOf(genes))) {
            return &PlanExclusions::answered;
        }
        if (!request_.essentialAsHypomorphs && std::any_of(genes.begin(), genes.end(), [this](GeneIndex gene) {
                return essential_[static_cast<std::size_t>(gene)] != 0;
            })) {
            return &PlanExclusions::essential;
        }
        if (request_.linkedWithin > 0.0 && positions_.leastDistance(genes) < request_.linkedWithin) {
            return &PlanExclusions::linked;
        }
        if (prediction.lacksSupport(request_.minSupport)) {
            return &PlanExclusions::unsupported;
        }
        candidate.prediction = prediction;
        candidate.distribution = distributions_.of(prediction, genes.size());
        if (!candidate.distribution.known()) {
            return &PlanExclusions::withoutError;
        }
        candidate.worth = worth(candidate);
        return nullptr;
    }

    bool isInFreezer(std::span<const GeneIndex> genes) const
    {
        return !freezer_.empty() && freezer_.contains(codeOf(genes));
    }
    const std::string &basis() const { return distributions_.basis(); }

private:
    double worth(const Candidate &candidate) const
    {
        const PlanGoals &goals = request_.goals;
        double sum = 0.0;
        if (goals.find > 0.0) {
            sum += goals.find * hitProbability(candidate.distribution, request_.threshold);
        }
        if (goals.learn > 0.0) {
            const double ratio = candidate.distribution.deviation() / request_.noise;
            sum += goals.learn * 0.5 * std::log1p(ratio * ratio);
        }
        if (goals.test > 0.0 && !std::isnan(candidate.prediction.interactionSd)) {
            sum += goals.test * candidate.prediction.interactionSd;
        } else if (goals.test > 0.0) {
            // What another evaluator says is asked later; the strongest predictions have most to lose.
            sum += goals.test * std::abs(candidate.prediction.interaction);
        }
        return sum;
    }

    const PlanRequest &request_;
    InteractionDistributions distributions_;
    std::vector<char> essential_;
    GenePositions positions_;
    std::unordered_set<std::uint64_t> answered_;
    std::unordered_set<std::uint64_t> freezer_;
};

} // namespace

double hitProbability(const InteractionDistribution &distribution, double threshold)
{
    const double below = distribution.probabilityBelow(threshold);
    return threshold > 0.0 ? 1.0 - below : below;
}

PlanCandidates findCandidates(Predictor &predictor, const PlanRequest &request, const JobControl &control)
{
    // Of genes that are in many good genotypes, twice as many as may be chosen.
    CandidatePool pool(request.keep, 2 * request.mostPerGene, predictor.cell()->genes.size());
    const CandidateFilter filter(predictor, request);
    PlanCandidates result;
    std::vector<Candidate> free;
    const auto evaluator = predictor.openScreen(request.source);
    const std::uint64_t batch = std::max<std::uint64_t>(evaluator->facts().batch, 1024);
    const std::string stage = translate("Engine", "Looking at genotypes");
    PredictionBlock block;
    while (result.excluded.looked < request.source->count()) {
        const std::uint64_t count = std::min(batch, request.source->count() - result.excluded.looked);
        evaluator->evaluate({result.excluded.looked, count}, block);
        for (std::size_t row = 0; row < block.size(); ++row) {
            const auto genes = block.genesOf(row);
            Candidate candidate;
            candidate.index = block.first + row;
            if (std::uint64_t PlanExclusions::*reason = filter.refuse(genes, block.predictions[row], candidate)) {
                ++(result.excluded.*reason);
                continue;
            }
            ++result.excluded.candidates;
            // What is built already costs nothing: it is never let go.
            if (filter.isInFreezer(genes)) {
                free.push_back(candidate);
            } else {
                pool.add(candidate, genes);
            }
        }
        result.excluded.looked += count;
        control.report(stage, result.excluded.looked, request.source->count());
        if (request.yield) {
            request.yield();
        }
    }
    result.kept = pool.sorted();
    result.kept.insert(result.kept.end(), free.begin(), free.end());
    result.mostLeftOut = pool.mostLeftOut();
    result.basis = filter.basis();
    return result;
}

} // namespace knockscape
