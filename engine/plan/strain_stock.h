#pragma once

#include "engine/core/issue.h"
#include "engine/plan/strains.h"
#include "engine/training/labels.h"

#include <set>
#include <span>
#include <vector>

namespace knockscape
{

/// What labels say is known already.
struct KnownValues {
    /// Mean fitness by genotype. Its error: that of the mean of several rows, the row's own fitness_sd for one.
    std::map<Genotype, MeasuredFitness> fitness;
    /// Genotypes with an interaction, measured or following from measured fitness (deriveInteractions()).
    std::set<Genotype> interactions;
    /// Rows whose source is a calculation: nobody measured them, so they are not here.
    std::size_t simulatedRows = 0;
};

KnownValues knownValues(std::span<const Label> labels);

/// That some rows were simulated, as a warning that names their number; nothing where there are none.
std::vector<Issue> issuesOf(const KnownValues &known, const std::string &where);

} // namespace knockscape
