#pragma once

#include "engine/core/model_summary.h"
#include "engine/inference/genotype_source.h"

#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// What a screen ranks by, and what speaks for it.
struct RankingChoice {
    /// An expression for ScreenRequest::by; smallest first.
    std::string by;
    /// True where validation rows say what `by` finds; `validation` then holds their numbers (of an ensemble: its
    /// models' together) for genotypes of `order` deletions.
    bool validated = false;
    int order = 0;
    OrderValidation validation;
    /// Sentences in the person's language: by what and why, what it reached, what the alternatives reached.
    std::vector<std::string> reasons;

    /// The sentences as one text.
    std::string text() const;
};

/// What to rank genotypes with `orders` deletions (1 = singles, …) by, with these models. The command line, the window
/// and runScreen() all ask here.
///
/// Single deletions are ranked by fitness. Others by the score that found most strong negative interactions among the
/// models' validation rows and genotypes without a label (winningScore()): the interaction head, epistasis, or the
/// lesser of both. Where a model does not say, by the interaction head, and the reasons say
/// that nobody has validated it; where no model has learnt interactions of these orders (interactionKnown()), by
/// epistasis, the only score there is.
///
/// Without models the genotypes are simulated: singles by fitness, others by epistasis.
///
/// With `by`, the choice is that expression, and the reasons say what validation knows about it.
RankingChoice chooseRanking(std::span<const ModelSummary> models, std::span<const int> orders,
                            const std::string &by = {});
RankingChoice chooseRanking(std::span<const ModelSummary> models, const GenotypeSource &source,
                            const std::string &by = {});

/// The numbers of deletions that genotypes of a source have, ascending.
std::vector<int> ordersOf(const GenotypeSource &source);

} // namespace knockscape
