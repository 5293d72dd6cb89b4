#pragma once

#include "engine/cell/gene_catalogue.h"

#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// Where genes lie on their chromosomes, as the annotation columns "chromosome", "start" and "end" of a catalogue say
/// (base pairs; start and end in either order). Immutable, hence usable from any thread.
class GenePositions
{
public:
    explicit GenePositions(const GeneCatalogue &genes);

    /// Whether the cell says the position of any gene.
    bool any() const noexcept { return known_ > 0; }
    bool known(GeneIndex gene) const { return !places_[static_cast<std::size_t>(gene)].chromosome.empty(); }

    /// Base pairs between two genes of one chromosome, 0 where they overlap; infinite between chromosomes; NaN where
    /// the position of either is not known.
    double distance(GeneIndex a, GeneIndex b) const;
    /// The least distance between two genes of a genotype; infinite for fewer than two, NaN where no distance is known.
    double leastDistance(std::span<const GeneIndex> genes) const;

private:
    struct Place {
        std::string chromosome;
        double start = 0.0;
        double end = 0.0;
    };

    std::vector<Place> places_;
    std::size_t known_ = 0;
};

} // namespace knockscape
