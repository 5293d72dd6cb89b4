#pragma once

#include "engine/cell/cell.h"

#include <cstddef>
#include <vector>

namespace knockscape
{

/// Which genes of a catalogue the rules of its metabolic model name. Flux balance has nothing to say about the others:
/// deleting one changes no reaction, whatever it does to the organism.
class MetabolicGenes
{
public:
    explicit MetabolicGenes(const Cell &cell);

    /// False for a gene that the catalogue lacks.
    bool contains(GeneIndex gene) const noexcept;
    /// The model's genes, in catalogue order.
    std::vector<GeneIndex> genes() const;

private:
    std::vector<bool> named_;
};

/// How many of the deleted genes the metabolic model knows. 0 for a genotype that deletes something means that
/// simulated growth says nothing about it. Looks through every rule; ask MetabolicGenes for many genotypes.
std::size_t deletedGenesInModel(const Cell &cell, const Genotype &genotype);
std::size_t deletedGenesInModel(const MetabolicGenes &genes, const Genotype &genotype);

} // namespace knockscape
