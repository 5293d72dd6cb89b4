#pragma once

#include "engine/core/model_summary.h"

#include <QString>

#include <cstddef>
#include <vector>

namespace knockscape::ui
{

/// Of the two interaction scores that a genotype has (the interaction head, and fitness minus expected fitness), which
/// one to believe, and what speaks for it.
struct ScoreGuide {
    /// Whether the models learnt interactions of so many deletions; `reason` says why not.
    bool interactionKnown = true;
    QString reason;
    /// True where the interaction head is the headline, false where fitness minus expected fitness is.
    bool interactionLeads = true;
    /// A few words beside the other score ("less reliable: r 0.23 against 0.64"); empty where there is no other.
    QString otherScore;
    /// Whole sentences, for a tooltip.
    QString explanation;
};

/// The guide for genotypes of `deletions` deletions, by these models.
ScoreGuide scoreGuide(const std::vector<ModelSummary> &models, std::size_t deletions);

} // namespace knockscape::ui
