#include "engine/cell/gene_positions.h"

#include "engine/core/text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>

namespace knockscape
{

namespace
{

std::optional<std::size_t> annotationColumn(const GeneCatalogue &genes, std::string_view title)
{
    const auto &columns = genes.annotationColumns();
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [title](const std::string &column) { return lowered(trimmed(column)) == title; });
    return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

} // namespace

GenePositions::GenePositions(const GeneCatalogue &genes) : places_(genes.size())
{
    const auto chromosome = annotationColumn(genes, "chromosome");
    const auto start = annotationColumn(genes, "start");
    const auto end = annotationColumn(genes, "end");
    if (!chromosome || !start || !end) {
        return;
    }
    const std::size_t last = std::max({*chromosome, *start, *end});
    for (std::size_t i = 0; i < genes.size(); ++i) {
        const std::vector<std::string> &annotations = genes.genes()[i].annotations;
        if (annotations.size() <= last) {
            continue;
        }
        const std::string_view name = trimmed(annotations[*chromosome]);
        const auto first = parseNumber(trimmed(annotations[*start]));
        const auto second = parseNumber(trimmed(annotations[*end]));
        if (!name.empty() && first && second && std::isfinite(*first) && std::isfinite(*second)) {
            places_[i] = {std::string(name), std::min(*first, *second), std::max(*first, *second)};
            ++known_;
        }
    }
}

double GenePositions::distance(GeneIndex a, GeneIndex b) const
{
    const Place &left = places_[static_cast<std::size_t>(a)];
    const Place &right = places_[static_cast<std::size_t>(b)];
    if (left.chromosome.empty() || right.chromosome.empty()) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    if (left.chromosome != right.chromosome) {
        return std::numeric_limits<double>::infinity();
    }
    return std::max({0.0, right.start - left.end, left.start - right.end});
}

double GenePositions::leastDistance(std::span<const GeneIndex> genes) const
{
    double least = std::numeric_limits<double>::infinity();
    bool unknown = false;
    for (std::size_t i = 0; i < genes.size(); ++i) {
        for (std::size_t j = i + 1; j < genes.size(); ++j) {
            const double between = distance(genes[i], genes[j]);
            unknown = unknown || std::isnan(between);
            least = std::min(least, std::isnan(between) ? least : between);
        }
    }
    return unknown && std::isinf(least) ? std::numeric_limits<double>::quiet_NaN() : least;
}

} // namespace knockscape
