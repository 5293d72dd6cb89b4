#include "engine/nn/profile_blocks.h"

#include "engine/cell/annotation_terms.h"

#include <c10/core/GradMode.h>

#include <cmath>
#include <utility>

namespace knockscape
{

namespace
{

at::Tensor normalisedNeighbours(const GeneNetwork &network)
{
    const auto genes = static_cast<std::int64_t>(network.geneCount());
    std::vector<std::int64_t> target;
    std::vector<std::int64_t> source;
    for (const GeneEdge &edge : network.messageEdges()) {
        if (edge.source != edge.target) {
            target.push_back(edge.target);
            source.push_back(edge.source);
        }
    }
    for (std::int64_t gene = 0; gene < genes; ++gene) {
        target.push_back(gene);
        source.push_back(gene);
    }
    const at::Tensor targets = at::tensor(target);
    const at::Tensor sources = at::tensor(source);
    const at::Tensor incoming = at::bincount(targets, {}, genes).to(at::kFloat);
    const at::Tensor outgoing = at::bincount(sources, {}, genes).to(at::kFloat);
    const at::Tensor values = (incoming.index_select(0, targets) * outgoing.index_select(0, sources)).rsqrt();
    return at::sparse_coo_tensor(at::stack({targets, sources}), values, {genes, genes}).coalesce();
}

at::Tensor featureRows(const Cell &cell)
{
    const std::vector<std::int64_t> shape{static_cast<std::int64_t>(cell.genes.size()),
                                          static_cast<std::int64_t>(cell.features.columns)};
    return at::tensor(cell.features.values).view(shape);
}

at::Tensor termIndicators(const std::vector<AnnotationTerm> &terms, std::int64_t genes)
{
    at::Tensor matrix = at::zeros({genes, static_cast<std::int64_t>(terms.size())}, at::kFloat);
    auto cells = matrix.accessor<float, 2>();
    for (std::size_t term = 0; term < terms.size(); ++term) {
        for (const GeneIndex gene : terms[term].genes) {
            cells[gene][static_cast<std::int64_t>(term)] = 1.0F;
        }
    }
    return matrix;
}

/// Columns of mean 0 and standard deviation 1; those that do not vary are 0.
at::Tensor standardisedColumns(const at::Tensor &matrix)
{
    const at::Tensor centred = matrix - matrix.mean(0, true);
    const at::Tensor deviation = centred.square().mean(0, true).sqrt();
    return at::where(deviation > 1e-6, centred / deviation, at::zeros_like(centred));
}

} // namespace

ProfileBlock::ProfileBlock(std::string name, const at::Tensor &matrix, std::vector<std::string> groups)
    : name_(std::move(name)), groups_(std::move(groups)), centred_(CentredRows(matrix))
{
}

ProfileBlock ProfileBlock::plain(std::string name, at::Tensor matrix, std::vector<std::string> groups)
{
    ProfileBlock block;
    block.name_ = std::move(name);
    block.plain_ = std::move(matrix);
    block.groups_ = std::move(groups);
    return block;
}

std::int64_t ProfileBlock::inputs() const
{
    return centred_ ? centred_->columns() : plain_.size(1);
}

at::Tensor ProfileBlock::times(const at::Tensor &map) const
{
    return centred_ ? centred_->times(map) : at::mm(plain_, map);
}

at::Tensor ProfileBlock::timesGroup(const at::Tensor &map, const std::string &group) const
{
    at::Tensor chosen = at::zeros({inputs(), 1}, at::kFloat);
    for (std::size_t column = 0; column < groups_.size(); ++column) {
        if (groups_[column] == group) {
            chosen[static_cast<std::int64_t>(column)].fill_(1.0);
        }
    }
    return times(map * chosen);
}

ProfileBlock networkBlock(const GeneNetwork &network)
{
    return {"network:" + network.type(), normalisedNeighbours(network)};
}

ProfileBlock degreeBlock(std::span<const GeneNetwork> networks)
{
    std::vector<at::Tensor> columns;
    std::vector<std::string> groups;
    for (const GeneNetwork &network : networks) {
        at::Tensor column = at::empty({static_cast<std::int64_t>(network.geneCount())}, at::kFloat);
        auto *data = column.data_ptr<float>();
        for (std::size_t gene = 0; gene < network.geneCount(); ++gene) {
            data[gene] = std::log1p(static_cast<float>(network.neighbours(static_cast<GeneIndex>(gene)).size()));
        }
        columns.push_back(column);
        groups.push_back(network.type());
    }
    return ProfileBlock::plain("degrees", standardisedColumns(at::stack(columns, 1)), groups);
}

at::Tensor blockSignature(const at::Tensor &given)
{
    return given.square().mean(0, true);
}

std::vector<ProfileBlock> profileBlocks(const Cell &cell)
{
    const c10::NoGradGuard noGrad;
    std::vector<ProfileBlock> blocks;
    for (const GeneNetwork &network : cell.networks) {
        blocks.push_back(networkBlock(network));
    }
    if (!cell.networks.empty()) {
        blocks.push_back(degreeBlock(cell.networks));
    }
    if (!cell.features.empty()) {
        blocks.emplace_back("features", standardisedColumns(featureRows(cell)));
    }
    const std::vector<AnnotationTerm> terms = annotationTerms(cell.genes);
    if (!terms.empty()) {
        std::vector<std::string> columns;
        for (const AnnotationTerm &term : terms) {
            columns.push_back(term.column);
        }
        const auto genes = static_cast<std::int64_t>(cell.genes.size());
        blocks.emplace_back("annotations", termIndicators(terms, genes), columns);
    }
    return blocks;
}

} // namespace knockscape
