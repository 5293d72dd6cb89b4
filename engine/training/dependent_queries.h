#pragma once

#include "engine/core/job_control.h"
#include "engine/training/labels.h"

#include <vector>

namespace knockscape
{

/// A query whose interactions are a weighted sum of other queries', so that a held-out one can be worked out from those
/// that training saw. The query is what a genotype has beside one gene, its partner: a gene of a pair, two of a triple.
struct DependentQuery {
    std::string source;
    Genotype query;
    /// One to six, most telling first.
    std::vector<Genotype> others;
    /// Part of the variance that they explain, adjusted for their number (Ezekiel's R²).
    double rSquared = 0.0;
    /// Partners that all of them share, on which this was found.
    std::size_t partners = 0;
};

/// From this R² on a query counts as a function of others: replicates of one screen reach 0.8 at most.
inline constexpr double DependentRSquared = 0.99;
/// Partners that are needed to say so.
inline constexpr std::size_t FewestSharedPartners = 30;

/// Looks for such queries within each source and number of deletions, by regression on one other query after another
/// (orthogonal least squares: Chen, Billings & Luo 1989, doi:10.1080/00207178908953472, here with the partners that
/// all of them share). If a query is a sum of others, each of those is as much one of the rest; only the clearest is
/// listed. Of a source the 2,000 queries with most partners are looked at, and at most 400 partners of each. Simulated
/// sources are left out: what flux balance cannot tell apart is equal. Throws Cancelled.
std::vector<DependentQuery> dependentQueries(const std::vector<Label> &labels, const JobControl &control = {});

} // namespace knockscape
