#pragma once

#include "engine/core/model_summary.h"

#include <cstddef>
#include <span>
#include <string>

namespace knockscape
{

/// Whether a model can say anything about the interaction of genotypes with `n` deletions: what it was trained on has
/// to hold interactions of that order. Fewer than two deletions do not interact, whatever was trained. A model that
/// does not say what it was trained on is taken at its word. A file that counts labels per order, but not those with an
/// interaction, is given the benefit of the doubt for orders of two and more that it has labels of, as long as there
/// was any interaction.
bool interactionKnown(const TrainingFacts &facts, std::size_t n);

/// Why there is no interaction for `n` deletions, in the person's language; empty where there is one.
std::string interactionReason(const TrainingFacts &facts, std::size_t n);

/// The same of an ensemble, which knows what all of its models know: a mean over heads that learnt and heads that did
/// not means nothing.
bool interactionKnown(std::span<const ModelSummary> models, std::size_t n);
std::string interactionReason(std::span<const ModelSummary> models, std::size_t n);

} // namespace knockscape
