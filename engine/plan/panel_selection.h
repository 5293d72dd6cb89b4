#pragma once

#include "engine/core/genotype.h"
#include "engine/core/job_control.h"
#include "engine/plan/panel_value.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace knockscape
{

/// A candidate as the selection sees it.
struct SelectionItem {
    /// The strains that would have to be built for it (numbers 0 … strains − 1), each once; free ones are not here.
    std::vector<std::uint32_t> strains;
    std::vector<GeneIndex> genes;
};

/// Choose items of the largest value, so that all of their strains together are at most `budget`: a strain that several
/// items share is built once.
struct SelectionProblem {
    std::vector<SelectionItem> items;
    std::size_t strains = 0;
    std::size_t budget = 0;
    /// At most so many chosen items per gene, and at all; 0: no limit.
    std::size_t mostPerGene = 0;
    std::size_t mostItems = 0;
    /// Candidates that are not among the items, each of which would add this at most and cost one strain at least.
    double leftOutGain = 0.0;
};

struct Selection {
    /// In the order they were chosen.
    std::vector<std::size_t> items;
    double value = 0.0;
    std::size_t strains = 0;
    /// No choice whatever is worth more than this. Equal to `value` where `proven`.
    double upperBound = 0.0;
    /// Every choice was looked at or ruled out: none is better.
    bool proven = false;
};

/// Solves a small problem for certain, by branch and bound, and others by greedy choice, with a bound that holds for
/// this very problem.
///
/// What is guaranteed: where no strain is shared (all singles are free) and neither genes nor items are limited, costs
/// add up and the better of the two greedy choices here (by gain per strain, by gain) is worth at least
/// ½(1 − 1/e) of the best one (Leskovec et al. 2007, doi:10.1145/1281192.1281239); where moreover every item costs one
/// strain, at least 1 − 1/e (Nemhauser, Wolsey & Fisher 1978, doi:10.1007/BF01588971), and the very best where the
/// value only adds up. With strains to share, the problem holds densest-k-subgraph (pairs are edges, singles are nodes
/// to be paid), for which no constant share is known to be reachable: there is no guarantee beforehand.
///
/// So each answer is measured by `upperBound`: for any set G and the best choice O, F(O) ≤ F(G) + Σ_{x in O} (what x
/// adds to G), as F is monotone and submodular (Minoux 1978; Leskovec et al. 2007). The sum is bounded by a fractional
/// knapsack in which x costs, for each strain to be built, one over the number of items that can share it (by the items
/// that hold it and the limits): what O pays in all is no less. The least over G = nothing and G = the choice.
///
/// `value` must be empty, and is left with the selection's items. Throws Cancelled; reports items chosen.
Selection selectPanel(const SelectionProblem &problem, PanelValue &value, const JobControl &control = {});

/// The parts, for tests: the greedy choice, and branch and bound that gives up after `mostNodes`.
Selection selectGreedily(const SelectionProblem &problem, PanelValue &value, const JobControl &control = {});
Selection selectExactly(const SelectionProblem &problem, PanelValue &value, std::size_t mostNodes,
                        const JobControl &control = {});

} // namespace knockscape
