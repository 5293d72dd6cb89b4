#pragma once

#include "engine/cell/cell.h"
#include "engine/core/genotype.h"
#include "engine/maps/automatic/main_pairs.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knockscape
{

/// Which reactions a map shows: rows of Metabolism::reactions, ascending and each once, unless said otherwise.

/// The pathways of a cell with the number of their reactions, in the order of the model. Reactions without one are
/// under an empty name.
std::vector<std::pair<std::string, std::size_t>> pathways(const Metabolism &metabolism);

/// The reactions of a pathway, by its name in any case and with or without underscores and a prefix "S_" (as BiGG's
/// older models write "S_Citric_Acid_Cycle"). Throws InputError, naming similar ones, for an unknown name.
std::vector<std::int32_t> pathwayReactions(const Metabolism &metabolism, const std::string &name);

/// What surrounds a genotype: the reactions of its genes, and those that are at most `steps` metabolites away from
/// them; common metabolites join nothing. Empty where the model knows none of the genes.
std::vector<std::int32_t> reactionsAround(const Cell &cell, const MainPairs &pairs, const Genotype &genotype,
                                          int steps);

/// What a genotype blocks, and what it cuts off: reactions that can carry no steady flux any more since one of their
/// metabolites is made, or used, by none of the reactions that are left, one after another. (Reactions that could carry
/// none in the wild type do not count. Flux balance may find more: this needs no bounds but their signs.)
struct LostReactions {
    std::vector<std::int32_t> blocked;
    std::vector<std::int32_t> cutOff;
    /// Metabolites that none of the remaining reactions makes, though one did.
    std::vector<std::int32_t> metabolites;
};
LostReactions lostReactions(const Cell &cell, const Genotype &genotype);

/// The reactions with a flux of more than `threshold` mmol/gDW/h.
std::vector<std::int32_t> reactionsWithFlux(const std::vector<double> &fluxes, double threshold = 1e-6);

/// One end of a route: these metabolites, or the ends of a gene's reactions.
struct RouteEnd {
    std::vector<std::int32_t> metabolites;
    std::string name;
};

/// A metabolite by id, spelled as matchMap() knows it, by an annotation or a name, in any compartment; else a gene.
/// Throws InputError for what is neither, and for a gene without reactions.
RouteEnd routeEnd(const Cell &cell, const std::string &name);

/// Up to `count` shortest routes from one end to the other, each the reactions on it from the start on, shortest
/// first (Yen 1971, doi:10.1287/mnsc.17.11.712). A step leads from a substrate to a product that keeps its skeleton,
/// never through currency metabolites, in a direction that the bounds allow. Reactions that share metabolites with
/// many others count a little more. Empty if there is no route.
std::vector<std::vector<std::int32_t>> shortestRoutes(const Cell &cell, const MainPairs &pairs, const RouteEnd &from,
                                                      const RouteEnd &to, std::size_t count);

} // namespace knockscape
