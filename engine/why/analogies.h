#pragma once

#include "engine/inference/predictor.h"
#include "engine/why/gene_groups.h"
#include "engine/why/measured_genotypes.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace knockscape
{

/// A deleted gene and the gene that is deleted in its place.
struct ExchangedGene {
    GeneIndex of = -1;
    GeneIndex by = -1;
    /// The smallest complex, or else pathway, that both are in; empty where none is.
    std::string together = {};
};

/// A measured genotype that is like the one in hand.
struct Analogy {
    MeasuredGenotype measured;
    /// The model's answer to the very same genotype.
    Prediction predicted;
    /// Between the two in the model's own space (latentDistance()); NaN where it has none.
    double distance = 0.0;
    /// Why it is one: all but one of the deletions are the same; every gene that differs is of one complex, or of one
    /// pathway, with the gene it stands for; it is one of the nearest in the model's space.
    bool samePartner = false;
    bool sameComplex = false;
    bool samePathway = false;
    bool nearest = false;
    std::vector<ExchangedGene> exchanged;
};

/// Finds measured genotypes that are like another, of as many deletions: an analogy that a biologist can check. Keeps
/// where all measured genotypes lie in the model's space (about 1 kB each), so that a question costs milliseconds. One
/// thread, that of the predictor.
class AnalogyFinder
{
public:
    /// Predictor and groups must outlive the finder.
    AnalogyFinder(Predictor &predictor, std::shared_ptr<const MeasuredGenotypes> measured, const GeneGroups &groups);

    /// The `count` nearest of each relation, complexes first, then partners, pathways and the model's space; each
    /// genotype once. The genotype itself is none of them.
    std::vector<Analogy> find(const Genotype &genotype, std::size_t count, const JobControl &control = {});

    const MeasuredGenotypes &measured() const noexcept { return *measured_; }

private:
    /// Measured genotypes of one number of deletions: places in measured_, and where they lie.
    struct OfOrder {
        std::vector<std::size_t> places;
        LatentPoints points;
    };

    const OfOrder &ofOrder(std::size_t order, const JobControl &control);

    Predictor &predictor_;
    std::shared_ptr<const MeasuredGenotypes> measured_;
    const GeneGroups &groups_;
    std::vector<std::pair<std::size_t, OfOrder>> orders_;
};

} // namespace knockscape
