#pragma once

#include "engine/core/ranking_facts.h"
#include "engine/training/labels.h"

#include <array>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// Among how many of a score's best genotypes hits are counted.
inline constexpr std::array PrecisionPlaces{25, 50, 100};

/// Values of scores, one per row, by the expression that a screen ranks by ("interaction", "epistasis").
using ScoresByName = std::map<std::string, std::vector<double>>;

/// An interaction below this is a hit. The literature's thresholds, −0.12 for ε of pairs (stringent; Costanzo et al.
/// 2016, doi:10.1126/science.aaf1420) and −0.08 for τ of larger sets (Kuzmin et al. 2018, doi:10.1126/science.aao1729),
/// where at least five rows and between 0.5 % and a third of them are below; where labels are on another scale, the
/// value that at most 5 % of the rows are below. Where more than these share the lowest value, the next one above it,
/// if no more than a third are below. Without NaN.
double hitThreshold(std::vector<double> interactions, int order);

/// The scores that are compared: what the interaction head says, what the fitness head says, and the lesser effect of
/// both, which is strong only where they agree.
ScoresByName scoresOf(std::vector<double> interaction, std::vector<double> epistasis);

/// What each score finds among rows that have an interaction, for each order of two and more with at least 20 such
/// rows, some hits among them.
///
/// A screen looks through all genotypes, while labels are often a choice of them, rich in hits: a score that takes much
/// of what was never labelled for hits looks good among labels, and fills the first page of a screen. So the rows are
/// mixed with `background`, scores of genotypes that no label names, by order, which count as no hits (as is usual
/// where only positives are known: Elkan & Noto 2008, doi:10.1145/1401890.1401920). Some of them will be hits, which
/// lowers every score's precision alike. OrderValidation::count counts both; correlations are of rows alone.
///
/// A score is best where it is smallest; NaN comes last, and of equal ones background, then the earlier row.
RankingFacts validateRanking(std::span<const Label> rows, const ScoresByName &scores,
                             const std::map<int, ScoresByName> &background = {});

/// Genotypes of `order` different genes out of `genes`, drawn at random by `seed`, that are not among `labelled`
/// (ascending): at most `count`, fewer where there are hardly any others.
std::vector<Genotype> drawUnlabelled(std::span<const GeneIndex> genes, int order, std::size_t count,
                                     const std::vector<Genotype> &labelled, std::uint64_t seed);

} // namespace knockscape
