#pragma once

#include "engine/cell/gene_positions.h"
#include "engine/core/job_control.h"
#include "engine/core/prediction_intervals.h"
#include "engine/inference/predictor.h"
#include "engine/plan/gene_similarity.h"
#include "engine/plan/strains.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace knockscape
{

/// How much each goal counts; what a plan is worth is the sum of all three.
struct PlanGoals {
    /// An expected hit: the probability that the measured interaction is beyond the threshold.
    double find = 1.0;
    /// A nat of information about the interactions of all candidates (PanelValue).
    double learn = 0.0;
    /// A difference of 1 (wild-type fitness) between the interaction that the model predicts and the one that the other
    /// evaluator does; without another evaluator, the standard deviation over the models of the ensemble.
    double test = 0.0;
};

/// Reads "find", "learn", "test", "mixture" (find and learn alike), or weights as "find=1,learn=0.2"; throws
/// InputError.
PlanGoals parseGoals(std::string_view text);
/// The same in words of the language: "find", "find 1, learn 0.2".
std::string describe(const PlanGoals &goals);

/// What is asked of a plan.
struct PlanRequest {
    /// The genotypes that may be built; pairs and triples count, others have no interaction.
    std::shared_ptr<const GenotypeSource> source;
    /// Strains that may be built.
    std::size_t budget = 96;
    PlanGoals goals;
    /// A hit has an interaction below this (above, where it is positive). −0.12: the stringent threshold of Costanzo et
    /// al. 2016 (doi:10.1126/science.aaf1420).
    double threshold = -0.12;
    StrainStock stock;
    /// Genotypes whose interaction is known: nothing to find out.
    std::set<Genotype> answered;
    /// Genes that are known to be essential: left out, or kept as hypomorphs (alleles of less function).
    bool essentialAsHypomorphs = false;
    /// Genotypes with two genes that are nearer on one chromosome (base pairs) are left out: crosses hardly ever
    /// separate them. 0: none.
    double linkedWithin = LinkedDistance;
    /// At most so many genotypes per gene, and at all; 0: no limit.
    std::size_t mostPerGene = 0;
    std::size_t mostGenotypes = 0;
    /// Genotypes whose support is known and smaller are left out.
    std::int64_t minSupport = 0;
    /// Standard deviation of a measured interaction around the true one.
    double noise = 0.05;
    /// Candidates to choose from, those of most worth by themselves.
    std::size_t keep = 20'000;
    /// Called between batches, as ScreenRequest::yield.
    std::function<void()> yield;
};

/// Why genotypes were no candidates: how many of the source.
struct PlanExclusions {
    std::uint64_t looked = 0;
    std::uint64_t withoutInteraction = 0; ///< of no such order, or the model has not learnt it
    std::uint64_t answered = 0;
    std::uint64_t essential = 0;
    std::uint64_t linked = 0;
    std::uint64_t unsupported = 0;
    std::uint64_t withoutError = 0; ///< nothing says how far off the prediction is
    std::uint64_t candidates = 0;
};

struct PlannedStrain {
    Genotype genotype;
    StrainState state = StrainState::Build;
    /// Its fitness, where it is known.
    MeasuredFitness known;
    /// Genotypes of the plan that need it, by place.
    std::vector<std::size_t> genotypes;
    /// Of these, those that can be answered as soon as this one and all before it are there.
    std::vector<std::size_t> answers;
};

struct PlannedGenotype {
    Genotype genotype;
    Prediction prediction;
    /// Of the interaction; not known() where the model has none.
    Interval interval;
    /// Probability that it is a hit.
    double hit = std::numeric_limits<double>::quiet_NaN();
    /// Standard deviation of the measured value around the predicted one.
    double deviation = std::numeric_limits<double>::quiet_NaN();
    /// Information beyond that of the genotypes before it, in nats (with weight 0 of learn: by itself).
    double information = 0.0;
    /// See PlanGoals::test; NaN where nothing was compared.
    double disagreement = std::numeric_limits<double>::quiet_NaN();
    /// The other evaluator's interaction.
    double other = std::numeric_limits<double>::quiet_NaN();
    /// Its strains by place in Plan::strains, itself last.
    std::vector<std::size_t> strains;
    /// Least distance between its genes on a chromosome (GenePositions::leastDistance).
    double distance = std::numeric_limits<double>::quiet_NaN();
};

/// What to build next.
struct Plan {
    /// In the order to answer them.
    std::vector<PlannedGenotype> genotypes;
    /// In order of use: singles before pairs before triples; those that are there or known stand among them.
    std::vector<PlannedStrain> strains;
    std::size_t toBuild = 0;
    double value = 0.0;
    /// No plan within the limits is worth more (PanelValue's units).
    double upperBound = 0.0;
    bool proven = false;
    double expectedHits = 0.0;
    /// Mean standard deviation of the candidates' true interactions before and after; NaN unless learn counts.
    double deviationBefore = std::numeric_limits<double>::quiet_NaN();
    double deviationAfter = std::numeric_limits<double>::quiet_NaN();
    std::size_t kept = 0;
    PlanExclusions excluded;
    /// Sentences in the person's language: what the numbers rest on, what was left out, what bound holds.
    std::vector<std::string> remarks;
};

/// Makes a plan on the predictor's thread. `against` (or nullptr) is the other evaluator of PlanGoals::test: another
/// model or a simulation of the same cell; it is asked about the candidates that were kept. Throws InputError where no
/// genotype can be planned (with the reasons), and Cancelled.
Plan makePlan(Predictor &predictor, const PlanRequest &request, Predictor *against, const JobControl &control);

} // namespace knockscape
