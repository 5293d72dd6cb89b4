#pragma once

#include "engine/inference/adaptive_histogram.h"
#include "engine/inference/top_rows.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace knockscape
{

/// What a screen says about one gene.
struct GeneSummary {
    std::uint64_t genotypes = 0; ///< that hold the gene
    std::uint64_t hits = 0;      ///< of these, matching `where`: the gene's degree in the network of hits
    double fitness = 0.0;        ///< sums over `genotypes`; mean() divides
    double interaction = 0.0;
    double epistasis = 0.0;
    /// Smallest and largest sort key and the first genotypes that have them: among those with enough support
    /// (ScreenRequest::minSupport), else, where a gene has none of these, among all.
    double lowestKey = std::numeric_limits<double>::quiet_NaN();
    double highestKey = std::numeric_limits<double>::quiet_NaN();
    std::uint64_t lowest = 0;
    std::uint64_t highest = 0;
    bool supported = false; ///< the extremes are of genotypes with enough support

    double mean(double sum) const noexcept { return sum / static_cast<double>(genotypes); }
    /// Takes the extremes of genotype `index` into account.
    void see(double key, std::uint64_t index, bool hasSupport) noexcept
    {
        if (supported && !hasSupport) {
            return;
        }
        if (hasSupport && !supported) {
            lowestKey = highestKey = std::numeric_limits<double>::quiet_NaN();
            supported = true;
        }
        if (key < lowestKey || (std::isnan(lowestKey) && !std::isnan(key))) {
            lowestKey = key;
            lowest = index;
        }
        if (key > highestKey || (std::isnan(highestKey) && !std::isnan(key))) {
            highestKey = key;
            highest = index;
        }
    }
};

/// Columns that a screen makes histograms of, in this order.
constexpr std::array<const char *, 3> histogramColumns{"fitness", "interaction", "epistasis"};

/// What a screen has gathered: its answer when it ended, what is stored between its parts before.
struct ScreenState {
    std::uint64_t done = 0;        ///< genotypes, from the first of the range on
    std::uint64_t hits = 0;        ///< of these, matching `where` (all without one)
    std::uint64_t unsupported = 0; ///< of the hits, ranked last for want of support
    TopRows top;
    std::array<AdaptiveHistogram, histogramColumns.size()> histograms;
    std::vector<GeneSummary> genes; ///< one per gene of the cell, where asked for

    /// Adds what another part of the same screen, behind this one, has gathered.
    void merge(const ScreenState &other);
};

} // namespace knockscape
