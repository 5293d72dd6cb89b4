#pragma once

#include "engine/cell/gene_rule.h"
#include "engine/core/genotype.h"

#include <optional>
#include <string>
#include <vector>

namespace knockscape
{

class GeneCatalogue;

struct Metabolite {
    std::string id;
    std::string name;
    std::string compartment;
    std::string formula;
    std::optional<int> charge;
    /// What other databases call it, as joinedEntries() writes it (engine/cell/database_entries.h).
    std::string annotations = {};
};

/// A metabolite's part in a reaction; negative = consumed.
struct StoichiometricTerm {
    std::int32_t metabolite = 0;
    double coefficient = 0.0;
};

/// A reaction with flux bounds in mmol/gDW/h (biomass: 1/h).
struct Reaction {
    std::string id;
    std::string name;
    double lowerBound = 0.0;
    double upperBound = 0.0;
    /// The rule as written, and in normal form.
    std::string ruleText;
    GeneRule rule;
    /// rule.alternatives as rows of the gene catalogue; -1 for a gene the catalogue lacks (never knocked out).
    std::vector<std::vector<GeneIndex>> isozymes;
    std::string subsystem;
    double objective = 0.0;
    std::vector<StoichiometricTerm> terms;
    /// What other databases call it, as joinedEntries() writes it (engine/cell/database_entries.h).
    std::string annotations;

    bool reversible() const noexcept { return lowerBound < 0.0 && upperBound > 0.0; }
    /// True if without the genes of `genotype` the rule does not hold: every isozyme is broken. A reaction without a
    /// rule never is.
    bool blockedBy(const Genotype &genotype) const;
};

/// A metabolic network: metabolites, reactions, stoichiometry. Empty when a cell has none.
struct Metabolism {
    std::vector<Metabolite> metabolites;
    std::vector<Reaction> reactions;

    bool empty() const noexcept { return reactions.empty(); }
    /// Fills Reaction::isozymes from the rules. Returns the names that mean no gene or several, each once.
    std::vector<std::string> bindGenes(const GeneCatalogue &genes);
};

/// How reactions become hyperedges (contract: cell.json "hyperedges").
struct HyperedgeOptions {
    /// One hyperedge per isozyme (alternative of the rule) instead of one per reaction.
    bool expandIsozymes = true;
    /// One per direction the bounds allow; the reverse one has negated coefficients.
    bool expandDirections = true;
    /// Keep reactions without a gene rule, and with them metabolites that occur only there.
    bool keepReactionsWithoutGenes = false;

    bool operator==(const HyperedgeOptions &) const = default;
};

/// The metabolic hypergraph the model sees: nodes are metabolites, hyperedges reactions. Incidences are ordered by
/// hyperedge. yeast-GEM 9.0.2 gives 4,881 hyperedges, 2,534 nodes, 20,960 incidences with the default options.
struct Hypergraph {
    /// Row of Metabolism::metabolites for each node, ascending.
    std::vector<std::int32_t> nodeMetabolite;
    /// Row of Metabolism::reactions for each hyperedge, in order.
    std::vector<std::int32_t> hyperedgeReaction;
    /// Per incidence: node, hyperedge, stoichiometric coefficient (negative = consumed).
    std::vector<std::int32_t> incidenceNode;
    std::vector<std::int32_t> incidenceHyperedge;
    std::vector<float> stoichiometry;
    /// Genes of hyperedge r: genes[geneOffsets[r]] … genes[geneOffsets[r + 1] - 1]; -1 where the catalogue lacks it.
    std::vector<std::int32_t> geneOffsets;
    std::vector<GeneIndex> genes;

    std::size_t nodeCount() const noexcept { return nodeMetabolite.size(); }
    std::size_t hyperedgeCount() const noexcept { return hyperedgeReaction.size(); }
    std::size_t incidenceCount() const noexcept { return incidenceNode.size(); }
};

/// Expands `metabolism` (with bindGenes done) into its hypergraph.
Hypergraph buildHypergraph(const Metabolism &metabolism, const HyperedgeOptions &options);

} // namespace knockscape
