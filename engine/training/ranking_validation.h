#pragma once

#include "engine/core/ranking_facts.h"
#include "engine/training/labels.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// Values of scores, one per row, by column of a prediction ("interaction", "epistasis").
using ScoresByName = std::map<std::string, std::vector<double>>;

/// An interaction below this is a hit. The literature's thresholds, −0.12 for ε of pairs (stringent; Costanzo et al.
/// 2016, doi:10.1126/science.aaf1420) and −0.08 for τ of larger sets (Kuzmin et al. 2018, doi:10.1126/science.aao1729),
/// where at least five rows and between 0.5 % and a third of them are below; where labels are on another scale, the
/// value that at most 5 % of the rows are below. Without NaN.
double hitThreshold(std::vector<double> interactions, int order);

/// What each score finds among rows that have an interaction, for each order of two and more with at least 20 such
/// rows, some hits among them. A score is best where it is smallest; NaN comes last, and of equal ones the earlier row
/// first.
RankingFacts validateRanking(std::span<const Label> rows, const ScoresByName &scores);

} // namespace knockscape
