#pragma once

#include "engine/core/job_control.h"
#include "ui/plots/pair_matrix.h"
#include "ui/screening/screen_outcome.h"

#include <memory>
#include <vector>

namespace knockscape::ui
{

/// True if the outcome holds a value for every pair of a panel, which a heat map shows.
bool hasPairs(const ScreenOutcome &outcome);

/// The pairs of these genes of the panel, read from the matrix of a screen that hasPairs(): interaction, fitness, and
/// epistasis as fitness minus the product of the single deletions. Touches 2 · genes² values of a file that may not be
/// in memory: not for the GUI thread. Throws Cancelled.
std::shared_ptr<const PairMatrix> readPairs(const ScreenOutcome &outcome, const std::vector<GeneIndex> &genes,
                                            const CancelToken &cancel);

/// The genes of some genotypes in the order in which they first appear, at most `most`.
std::vector<GeneIndex> genesOf(const std::vector<Genotype> &genotypes, std::size_t most);

} // namespace knockscape::ui
