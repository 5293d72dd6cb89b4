#pragma once

#include "engine/core/issue.h"
#include "engine/plan/plan_json.h"
#include "engine/plan/plate_sheet.h"
#include "engine/plan/strains.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace knockscape
{

/// The fitness of a strain (wild type = 1) and what makes it uncertain.
struct StrainFitness {
    double value = 0.0;
    /// Standard error of the strain's own wells.
    double error = 0.0;
    int replicates = 0;
    /// By how much the value changes per relative change of a plate's wild type (its reference), with sign: minus the
    /// strain's mean fitness on the plate times the share of its wells there.
    std::map<int, double> perPlate;
};

/// An interaction that was measured: ε_ab = f_ab − f_a f_b of a pair, τ of a triple (Kuzmin et al. 2018,
/// doi:10.1126/science.aao1729), with its standard error to first order.
struct MeasuredInteraction {
    Genotype genotype;
    double fitness = 0.0;
    double fitnessError = 0.0;
    double interaction = 0.0;
    double error = 0.0;
    /// Two-sided probability of as large an interaction by the error alone (normal distribution).
    double pValue = 1.0;
    bool planned = false;
    double predicted = 0.0;
    Interval interval;
    bool hit = false;
};

/// What a filled plate sheet says.
struct MeasuredPanel {
    /// Every strain of the sheet.
    std::map<Genotype, StrainFitness> strains;
    std::vector<MeasuredInteraction> interactions;
    /// Standard error of the wild type of each plate, relative to its mean.
    std::map<int, double> wildTypeErrors;
    /// Planned genotypes that cannot be answered, for want of these strains.
    std::map<Genotype, std::vector<Genotype>> unanswered;
    std::size_t hits = 0;
    double expectedHits = 0.0; ///< of the planned genotypes that were answered
    std::size_t insideInterval = 0;
    std::size_t withInterval = 0;
    double pearson = 0.0; ///< predicted against measured; NaN with fewer than two
};

/// Fitness of each well: its value, less the mean of the plate's blanks where it has any, over the mean of the plate's
/// wild types (those at the edge do not count). A sheet of relative values needs no wild type. Strains: mean of their
/// wells; standard error of the mean from their own replicates, and where there is one replicate alone, from the
/// standard deviation pooled over all strains. Interactions: from the sheet, and for strains that it does not hold from
/// `known` fitness (which is not on a plate of this sheet, so that the plates' wild types do not move it).
///
/// Errors: with g_i = ∂/∂f_i, var = Σ g_i² se_i² + Σ_plates δ² (Σ_i g_i ∂f_i/∂δ)², as all strains of a plate share the
/// error δ of its wild type. Plates without a usable reference are left out and named in `issues`. Throws InputError
/// where no strain is left.
MeasuredPanel measurePanel(const FilledSheet &sheet, const StoredPlan &plan,
                           const std::map<Genotype, MeasuredFitness> &known, std::vector<Issue> &issues);

} // namespace knockscape
