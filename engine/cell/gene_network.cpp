#include "engine/cell/gene_network.h"

#include "engine/core/issue.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace knockscape
{
namespace
{

bool sameEnds(const GeneEdge &a, const GeneEdge &b)
{
    return a.source == b.source && a.target == b.target;
}

bool byEnds(const GeneEdge &a, const GeneEdge &b)
{
    return std::pair(a.source, a.target) < std::pair(b.source, b.target);
}

void checkEnds(const std::string &type, std::size_t geneCount, const std::vector<GeneEdge> &edges)
{
    const auto outside = [&](GeneIndex gene) { return gene < 0 || static_cast<std::size_t>(gene) >= geneCount; };
    const bool valid = std::none_of(edges.begin(), edges.end(),
                                    [&](const GeneEdge &edge) { return outside(edge.source) || outside(edge.target); });
    if (!valid) {
        throw InputError(errorAt(type, translate("Engine", "An interaction names a gene outside the cell."),
                                 translate("Engine", "Leave out interactions of unknown genes.")));
    }
}

} // namespace

GeneNetwork::GeneNetwork(std::string type, bool directed, std::size_t geneCount, std::vector<GeneEdge> edges)
    : type_(std::move(type)), directed_(directed), edges_(std::move(edges))
{
    checkEnds(type_, geneCount, edges_);
    if (!directed_) {
        for (GeneEdge &edge : edges_) {
            std::tie(edge.source, edge.target) = std::minmax({edge.source, edge.target});
        }
    }
    std::stable_sort(edges_.begin(), edges_.end(), byEnds);
    if (!directed_) {
        edges_.erase(std::unique(edges_.begin(), edges_.end(), sameEnds), edges_.end());
    }

    std::vector<std::pair<GeneIndex, GeneIndex>> pairs;
    pairs.reserve(2 * edges_.size());
    for (const GeneEdge &edge : edges_) {
        pairs.emplace_back(edge.source, edge.target);
        pairs.emplace_back(edge.target, edge.source);
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    offsets_.assign(geneCount + 1, 0);
    neighbours_.reserve(pairs.size());
    for (const auto &[gene, neighbour] : pairs) {
        ++offsets_[static_cast<std::size_t>(gene) + 1];
        neighbours_.push_back(neighbour);
    }
    for (std::size_t gene = 0; gene < geneCount; ++gene) {
        offsets_[gene + 1] += offsets_[gene];
    }
}

std::span<const GeneIndex> GeneNetwork::neighbours(GeneIndex gene) const
{
    const std::size_t begin = offsets_[static_cast<std::size_t>(gene)];
    const std::size_t end = offsets_[static_cast<std::size_t>(gene) + 1];
    return {neighbours_.data() + begin, end - begin};
}

std::vector<GeneEdge> GeneNetwork::messageEdges() const
{
    if (directed_) {
        return edges_;
    }
    std::vector<GeneEdge> edges;
    edges.reserve(2 * edges_.size());
    for (const GeneEdge &edge : edges_) {
        edges.push_back(edge);
        if (edge.source != edge.target) {
            edges.push_back({edge.target, edge.source, edge.weight});
        }
    }
    return edges;
}

} // namespace knockscape
