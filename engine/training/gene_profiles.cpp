#include "engine/training/gene_profiles.h"

#include "engine/training/annotation_terms.h"
#include "engine/training/principal_components.h"

#include <c10/core/GradMode.h>

#include <cmath>
#include <vector>

namespace knockscape
{

namespace
{

/// Neighbours that reach every gene, the gene itself among them, as D^(−1/2)·(A + I)·D^(−1/2); [genes, genes], sparse.
at::Tensor normalisedRows(const GeneNetwork &network)
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

/// Logarithms of how many neighbours each gene has in each network, [genes, networks].
at::Tensor logDegrees(const Cell &cell)
{
    std::vector<at::Tensor> columns;
    for (const GeneNetwork &network : cell.networks) {
        at::Tensor column = at::empty({static_cast<std::int64_t>(network.geneCount())}, at::kFloat);
        auto *data = column.data_ptr<float>();
        for (std::size_t gene = 0; gene < network.geneCount(); ++gene) {
            data[gene] = std::log1p(static_cast<float>(network.neighbours(static_cast<GeneIndex>(gene)).size()));
        }
        columns.push_back(column);
    }
    return at::stack(columns, 1);
}

at::Tensor features(const Cell &cell)
{
    const std::vector<std::int64_t> shape{static_cast<std::int64_t>(cell.genes.size()),
                                          static_cast<std::int64_t>(cell.features.columns)};
    return at::tensor(cell.features.values).view(shape);
}

at::Tensor indicators(const std::vector<AnnotationTerm> &terms, std::int64_t genes)
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
at::Tensor standardised(const at::Tensor &matrix)
{
    const at::Tensor centred = matrix - matrix.mean(0, true);
    const at::Tensor deviation = centred.square().mean(0, true).sqrt();
    return at::where(deviation > 1e-6, centred / deviation, at::zeros_like(centred));
}

} // namespace

at::Tensor geneProfiles(const Cell &cell, std::int64_t components)
{
    const c10::NoGradGuard noGrad;
    std::vector<at::Tensor> blocks;
    for (const GeneNetwork &network : cell.networks) {
        blocks.push_back(principalComponents(normalisedRows(network), components));
    }
    if (!cell.networks.empty()) {
        blocks.push_back(standardised(logDegrees(cell)));
    }
    if (!cell.features.empty()) {
        blocks.push_back(principalComponents(standardised(features(cell)), components));
    }
    const std::vector<AnnotationTerm> terms = annotationTerms(cell.genes);
    if (!terms.empty()) {
        const auto genes = static_cast<std::int64_t>(cell.genes.size());
        blocks.push_back(principalComponents(indicators(terms, genes), components));
    }
    std::vector<at::Tensor> scaled;
    std::int64_t columns = 0;
    for (const at::Tensor &block : blocks) {
        const double square = block.square().sum(1).mean().item<double>();
        if (square > 0.0) {
            scaled.push_back(block / std::sqrt(square));
            columns += block.size(1);
        }
    }
    if (scaled.empty()) {
        return {};
    }
    return at::cat(scaled, 1) * std::sqrt(static_cast<double>(columns) / static_cast<double>(scaled.size()));
}

} // namespace knockscape
