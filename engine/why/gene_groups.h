#pragma once

#include "engine/cell/cell.h"

#include <cstddef>
#include <string>
#include <vector>

namespace knockscape
{

/// Genes that the cell says have something in common.
struct GeneGroup {
    enum class Kind {
        Complex,    ///< subunits: of an annotated complex, or of an enzyme that a reaction's rule joins by "and"
        Pathway,    ///< genes of a pathway, or of the reactions of one subsystem of the metabolic model
        Annotation, ///< any other annotation term (GO terms)
    };

    Kind kind = Kind::Annotation;
    /// Annotation column; empty for what the metabolic model says.
    std::string column;
    /// The term; of an enzyme complex, the first reaction that names it.
    std::string name;
    /// Ascending; two at least.
    std::vector<GeneIndex> genes;
};

/// All groups of a cell, by gene. Groups that hold more than nine tenths of the genes, and terms of one gene, tell
/// nothing and are no groups; nor is a gene's place on its chromosome (engine/cell/gene_positions.h). Immutable.
class GeneGroups
{
public:
    explicit GeneGroups(const Cell &cell);

    const std::vector<GeneGroup> &groups() const noexcept { return groups_; }
    /// Places in groups() of those that hold the gene, ascending.
    const std::vector<std::size_t> &of(GeneIndex gene) const { return ofGene_.at(static_cast<std::size_t>(gene)); }
    /// Places of those of the kind that hold both genes, smallest group first.
    std::vector<std::size_t> shared(GeneIndex first, GeneIndex second, GeneGroup::Kind kind) const;

private:
    std::vector<GeneGroup> groups_;
    std::vector<std::vector<std::size_t>> ofGene_;
};

} // namespace knockscape
