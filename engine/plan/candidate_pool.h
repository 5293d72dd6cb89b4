#pragma once

#include "engine/core/prediction.h"
#include "engine/plan/interaction_distribution.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace knockscape
{

/// A genotype that may become part of a plan.
struct Candidate {
    std::uint64_t index = 0; ///< in the source
    /// What it is worth at most (PanelValue::gain() for nothing chosen yet).
    double worth = 0.0;
    Prediction prediction;
    InteractionDistribution distribution;
};

/// Keeps the best of a stream of candidates, of millions some ten thousand: the `limit` of most worth, and beside them
/// the `perGene` of most worth of every gene, so that a plan with few genotypes per gene still has a choice. The result
/// depends on the candidates, not on their order.
class CandidatePool
{
public:
    /// `perGene` 0: the best of all alone.
    CandidatePool(std::size_t limit, std::size_t perGene, std::size_t genes);

    void add(const Candidate &candidate, std::span<const GeneIndex> genes);
    /// Those kept, most worth first, each once.
    std::vector<Candidate> sorted() const;
    /// No candidate that was let go is worth more; 0 where all were kept.
    double mostLeftOut() const noexcept { return leftOut_; }

private:
    using Heap = std::vector<Candidate>;

    /// Puts it in, and returns whether something was let go.
    static bool keep(Heap &heap, std::size_t limit, const Candidate &candidate, double &let);

    std::size_t limit_;
    std::size_t perGene_;
    Heap best_;
    std::vector<Heap> genes_;
    double leftOut_ = 0.0;
};

} // namespace knockscape
