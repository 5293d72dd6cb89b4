#include "engine/cell/gene_positions.h"

#include "engine/core/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

namespace knockscape
{

namespace
{

constexpr std::array<std::string_view, 5> chromosomeNames{"chromosome", "chrom", "chr", "seqid", "contig"};
constexpr std::array<std::string_view, 4> startNames{"start", "start_coordinate", "chromstart", "begin"};
constexpr std::array<std::string_view, 5> endNames{"end", "stop", "stop_coordinate", "end_coordinate", "chromend"};
constexpr std::string_view strandName = "strand";

bool isOneOf(const std::string &column, std::span<const std::string_view> names)
{
    return std::find(names.begin(), names.end(), lowered(column)) != names.end();
}

std::optional<std::size_t> columnOf(const std::vector<std::string> &columns, std::span<const std::string_view> names)
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [names](const std::string &column) { return isOneOf(column, names); });
    return found == columns.end() ? std::nullopt : std::optional<std::size_t>(found - columns.begin());
}

std::optional<GenePosition> positionIn(const Gene &gene, std::size_t chromosome, std::size_t start, std::size_t end)
{
    if (gene.annotations.size() <= std::max({chromosome, start, end})) {
        return std::nullopt;
    }
    const std::string_view name = trimmed(gene.annotations[chromosome]);
    const auto from = parseInteger(trimmed(gene.annotations[start]));
    const auto to = parseInteger(trimmed(gene.annotations[end]));
    if (name.empty() || !from || !to) {
        return std::nullopt;
    }
    return GenePosition{std::string(name), std::min(*from, *to), std::max(*from, *to)};
}

} // namespace

GenePositions::GenePositions(const GeneCatalogue &genes) : positions_(genes.size())
{
    const auto chromosome = columnOf(genes.annotationColumns(), chromosomeNames);
    const auto start = columnOf(genes.annotationColumns(), startNames);
    const auto end = columnOf(genes.annotationColumns(), endNames);
    if (!chromosome || !start || !end) {
        return;
    }
    for (std::size_t gene = 0; gene < genes.size(); ++gene) {
        positions_[gene] = positionIn(genes[static_cast<GeneIndex>(gene)], *chromosome, *start, *end);
        any_ = any_ || positions_[gene].has_value();
    }
}

const std::optional<GenePosition> &GenePositions::operator[](GeneIndex gene) const
{
    return positions_.at(static_cast<std::size_t>(gene));
}

std::optional<std::int64_t> GenePositions::distance(GeneIndex first, GeneIndex second) const
{
    const std::optional<GenePosition> &a = (*this)[first];
    const std::optional<GenePosition> &b = (*this)[second];
    if (!a || !b || a->chromosome != b->chromosome) {
        return std::nullopt;
    }
    return std::max<std::int64_t>(0, std::max(a->start, b->start) - std::min(a->end, b->end));
}

double GenePositions::leastDistance(std::span<const GeneIndex> genes) const
{
    double least = std::numeric_limits<double>::infinity();
    bool unknown = false;
    for (std::size_t i = 0; i < genes.size(); ++i) {
        unknown = unknown || (genes.size() > 1 && !(*this)[genes[i]]);
        for (std::size_t j = i + 1; j < genes.size(); ++j) {
            if (const auto between = distance(genes[i], genes[j])) {
                least = std::min(least, static_cast<double>(*between));
            }
        }
    }
    return unknown && std::isinf(least) ? std::numeric_limits<double>::quiet_NaN() : least;
}

bool GenePositions::isPositionColumn(const std::string &column)
{
    return isOneOf(column, chromosomeNames) || isOneOf(column, startNames) || isOneOf(column, endNames) ||
           lowered(column) == strandName;
}

} // namespace knockscape
