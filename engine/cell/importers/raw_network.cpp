#include "engine/cell/importers/raw_network.h"

#include "engine/cell/importers/gene_matcher.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <utility>

namespace knockscape
{
namespace
{

/// Some 1.6 GB of memory; the largest published gene networks are ten times smaller.
constexpr std::size_t edgeLimit = 100'000'000;

/// Keeps the first of repeated interactions: databases list one for each experiment.
void mergeRepeated(std::vector<GeneEdge> &edges)
{
    const auto ends = [](const GeneEdge &edge) { return std::pair(edge.source, edge.target); };
    std::stable_sort(edges.begin(), edges.end(),
                     [&](const GeneEdge &a, const GeneEdge &b) { return ends(a) < ends(b); });
    edges.erase(std::unique(edges.begin(), edges.end(),
                            [&](const GeneEdge &a, const GeneEdge &b) { return ends(a) == ends(b); }),
                edges.end());
}

} // namespace

std::uint32_t RawNetwork::intern(std::string_view name)
{
    const auto found = numbers_.find(name);
    if (found != numbers_.end()) {
        return found->second;
    }
    const auto number = static_cast<std::uint32_t>(names_.size());
    numbers_.emplace(std::string(name), number);
    names_.emplace_back(name);
    return number;
}

void RawNetwork::add(std::string_view source, std::string_view target, float weight, std::size_t line,
                     const std::string &file)
{
    if (edges_.size() == edgeLimit) {
        throw InputError(errorAt(file + ":" + std::to_string(line),
                                 translate("Engine", "There are more than 100 million interactions."),
                                 translate("Engine", "Keep those with a high score.")));
    }
    const std::uint32_t sourceNumber = intern(source);
    edges_.push_back({sourceNumber, intern(target), weight, static_cast<std::uint32_t>(line)});
}

void RawNetwork::reverse() noexcept
{
    for (Edge &edge : edges_) {
        std::swap(edge.source, edge.target);
    }
}

GeneNetwork bindNetwork(const RawNetwork &raw, const std::string &type, bool directed, const GeneCatalogue &genes,
                        const std::string &file, std::vector<Issue> &issues)
{
    std::vector<GeneIndex> geneOfName;
    geneOfName.reserve(raw.names().size());
    for (const std::string &name : raw.names()) {
        geneOfName.push_back(matchGene(genes, name));
    }
    LeftOut leftOut = raw.leftOut;
    std::vector<GeneEdge> edges;
    edges.reserve(raw.edges().size());
    for (const RawNetwork::Edge &edge : raw.edges()) {
        const GeneIndex source = geneOfName[edge.source];
        const GeneIndex target = geneOfName[edge.target];
        if (source >= 0 && target >= 0) {
            edges.push_back({source, target, edge.weight});
        } else {
            leftOut.add(translate("Engine", "gene not in this cell"),
                        raw.names()[source < 0 ? edge.source : edge.target], file + ":" + std::to_string(edge.line));
        }
    }
    leftOut.report(file, translate("Engine", "interactions"), issues);
    if (edges.empty() && !raw.edges().empty()) {
        throw InputError(errorAt(file, translate("Engine", "None of the interactions is between genes of this cell."),
                                 translate("Engine", "Check that the file and the genes are of the same organism.")));
    }
    const std::size_t listed = edges.size();
    if (directed) {
        mergeRepeated(edges);
    }
    GeneNetwork network(type, directed, genes.size(), std::move(edges));
    if (network.edges().size() < listed) {
        issues.push_back(noteAt(file, translate("Engine", "%1 repeated interactions were merged.",
                                                {std::to_string(listed - network.edges().size())})));
    }
    return network;
}

} // namespace knockscape
