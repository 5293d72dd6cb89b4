#include "engine/training/factor_fit.h"

#include "engine/nn/interaction_factors.h"
#include "engine/training/uniform_matrix.h"

#include <c10/core/GradMode.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

namespace knockscape
{

namespace
{

/// Genes that are updated from the same state of the others. Few genes of a genotype fall into one block, so a sweep
/// comes close to taking genes one by one.
constexpr std::int64_t Blocks = 32;

/// Sum over the channels of u, of [rows, 1 + rank].
at::Tensor overChannels(const at::Tensor &values)
{
    return values.narrow(1, 1, values.size(1) - 1).sum(1);
}

at::Tensor signsOf(FactorOrder order, std::int64_t rank)
{
    at::Tensor signs = at::ones({1 + rank}, at::kFloat);
    if (order == FactorOrder::Pairs) {
        signs.narrow(0, 1, rank / 2).fill_(-1.0);
    }
    return signs;
}

} // namespace

FactorFit::FactorFit(FactorRows rows, std::int64_t genes, const at::Tensor &profiles, FactorOrder order,
                     std::int64_t rank, const FactorPrior &prior, std::uint64_t seed)
    : rows_(std::move(rows)), order_(order), prior_(prior), random_(seed), signs_(signsOf(order, rank))
{
    const c10::NoGradGuard noGrad;
    index();
    const at::Tensor ones = at::ones({genes, 1}, at::kFloat);
    design_ = profiles.defined()
                  ? at::cat({ones, profiles / std::sqrt(static_cast<double>(profiles.size(1)))}, 1).contiguous()
                  : ones;
    designOfUsed_ = design_.index_select(0, used_);
    const at::Tensor precision = at::mm(designOfUsed_.t().to(at::kDouble), designOfUsed_.to(at::kDouble)) / prior_.own;
    ridge_ = at::linalg_cholesky(precision + at::eye(design_.size(1), at::kDouble) / prior_.profile);

    // Products of three vectors of the prior's size are too small to grow from.
    const double start = order == FactorOrder::Pairs ? prior_.profile : std::max(0.25, prior_.profile);
    const at::Tensor coefficients = uniformMatrix(design_.size(1), 1 + rank, std::sqrt(3.0 * start), random_);
    coefficients.select(1, 0).zero_();
    coefficients_ = coefficients;
    means_ = at::mm(design_, coefficients_);
    vectors_ = means_.clone();
    if (order_ == FactorOrder::Pairs) {
        const at::Tensor covariance = at::eye(1 + rank, at::kFloat) * (0.1 * prior_.profile);
        covariances_ = covariance.view({1, -1}).repeat({genes, 1});
    }
}

void FactorFit::index()
{
    const auto genes = rows_.genes.accessor<std::int64_t, 2>();
    const auto mask = rows_.mask.accessor<bool, 2>();
    std::vector<std::pair<std::int64_t, std::int64_t>> entries;
    for (std::int64_t row = 0; row < rows_.genes.size(0); ++row) {
        for (std::int64_t place = 0; place < rows_.genes.size(1); ++place) {
            if (mask[row][place]) {
                entries.emplace_back(genes[row][place], row);
            }
        }
    }
    std::sort(entries.begin(), entries.end());
    std::vector<std::int64_t> used;
    std::vector<std::int64_t> rows;
    std::vector<std::int64_t> first;
    std::vector<std::int64_t> partner;
    for (const auto &[gene, row] : entries) {
        if (used.empty() || used.back() != gene) {
            used.push_back(gene);
            first.push_back(static_cast<std::int64_t>(rows.size()));
        }
        rows.push_back(row);
        if (order_ == FactorOrder::Pairs) {
            partner.push_back(genes[row][0] == gene ? genes[row][1] : genes[row][0]);
        }
    }
    first.push_back(static_cast<std::int64_t>(rows.size()));
    used_ = at::tensor(used, at::kLong);
    rowsOf_ = at::tensor(rows, at::kLong);
    first_ = at::tensor(first, at::kLong);
    partner_ = at::tensor(partner, at::kLong);
}

FactorFit::Evidence FactorFit::evidenceOfPairs(std::int64_t place) const
{
    const auto first = first_.accessor<std::int64_t, 1>();
    const std::int64_t count = first[place + 1] - first[place];
    const at::Tensor rows = rowsOf_.narrow(0, first[place], count);
    const at::Tensor partners = partner_.narrow(0, first[place], count);
    const at::Tensor others = vectors_.index_select(0, partners);
    const at::Tensor weight = rows_.weight.index_select(0, rows) / prior_.noise;
    const at::Tensor rest = rows_.target.index_select(0, rows) - others.select(1, 0);
    at::Tensor inputs = others * signs_;
    inputs.select(1, 0).fill_(1.0);
    const at::Tensor weighted = inputs * weight.unsqueeze(1);
    // E[x·xᵀ] and E[x·(y − a)] for a partner (a, u) that is known up to its covariance; x is 1 for the gene's own a.
    const std::int64_t size = signs_.size(0);
    const at::Tensor covariance =
        at::mm(weight.unsqueeze(0), covariances_.index_select(0, partners)).view({size, size}) *
        at::outer(signs_, signs_);
    at::Tensor ofInputs = covariance.clone();
    ofInputs.select(0, 0).zero_();
    ofInputs.select(1, 0).zero_();
    at::Tensor withRest = covariance.select(0, 0).clone();
    withRest[0].zero_();
    return {at::mm(weighted.t(), inputs) + ofInputs, at::mv(weighted.t(), rest) - withRest};
}

FactorFit::Evidence FactorFit::evidenceOfLarger(std::int64_t place) const
{
    const auto first = first_.accessor<std::int64_t, 1>();
    const std::int64_t count = first[place + 1] - first[place];
    const at::Tensor rows = rowsOf_.narrow(0, first[place], count);
    const at::Tensor genes = rows_.genes.index_select(0, rows);
    const at::Tensor others = rows_.mask.index_select(0, rows).logical_and(genes != used_[place]);
    const at::Tensor vectors =
        vectors_.index_select(0, genes.view(-1)).view({count, genes.size(1), -1}) * others.unsqueeze(-1);
    const at::Tensor squares = vectors.square();
    const at::Tensor sum = vectors.sum(1);
    const at::Tensor sumOfSquares = squares.sum(1);
    at::Tensor inputs = layers::secondOrder(sum, sumOfSquares);
    inputs.select(1, 0).fill_(1.0);
    // What the others say without this gene: of a triple nothing but their a.
    at::Tensor rest = rows_.target.index_select(0, rows) - sum.select(1, 0);
    if (genes.size(1) > 3) {
        rest -= overChannels(layers::thirdOrder(sum, sumOfSquares, (squares * vectors).sum(1)));
    }
    const at::Tensor weighted = inputs * (rows_.weight.index_select(0, rows) / prior_.noise).unsqueeze(1);
    return {at::mm(weighted.t(), inputs), at::mv(weighted.t(), rest)};
}

void FactorFit::update(const at::Tensor &block)
{
    std::vector<at::Tensor> precisions;
    std::vector<at::Tensor> moments;
    const auto places = block.accessor<std::int64_t, 1>();
    for (std::int64_t i = 0; i < block.size(0); ++i) {
        Evidence evidence = order_ == FactorOrder::Pairs ? evidenceOfPairs(places[i]) : evidenceOfLarger(places[i]);
        precisions.push_back(std::move(evidence.precision));
        moments.push_back(std::move(evidence.moment));
    }
    const at::Tensor genes = used_.index_select(0, block);
    const at::Tensor precision = at::stack(precisions) + at::eye(signs_.size(0), at::kFloat) / prior_.own;
    const at::Tensor moment = at::stack(moments) + means_.index_select(0, genes) / prior_.own;
    const at::Tensor covariance = at::cholesky_inverse(at::linalg_cholesky(precision));
    vectors_.index_copy_(0, genes, at::bmm(covariance, moment.unsqueeze(2)).squeeze(2));
    if (covariances_.defined()) {
        covariances_.index_copy_(0, genes, covariance.flatten(1));
    }
}

void FactorFit::updateMap()
{
    const at::Tensor moment = at::mm(designOfUsed_.t(), vectors_.index_select(0, used_)) / prior_.own;
    coefficients_ = at::cholesky_solve(moment.to(at::kDouble), ridge_).to(at::kFloat);
    means_ = at::mm(design_, coefficients_);
    const at::Tensor known = vectors_.index_select(0, used_);
    vectors_.copy_(means_);
    vectors_.index_copy_(0, used_, known);
}

void FactorFit::sweep(const CancelToken &cancel)
{
    const c10::NoGradGuard noGrad;
    std::vector<std::int64_t> places(static_cast<std::size_t>(used_.size(0)));
    std::iota(places.begin(), places.end(), 0);
    for (std::size_t i = places.size(); i > 1; --i) {
        std::swap(places[i - 1], places[random_() % i]);
    }
    const at::Tensor order = at::tensor(places, at::kLong);
    const std::int64_t size = (used_.size(0) + Blocks - 1) / Blocks;
    for (std::int64_t from = 0; from < used_.size(0); from += size) {
        cancel.throwIfCancelled();
        update(order.narrow(0, from, std::min(size, used_.size(0) - from)));
    }
    updateMap();
}

FactorVectors FactorFit::found() const
{
    const std::int64_t columns = design_.size(1) - 1;
    // The design holds profiles at length 1.
    const double length = std::sqrt(static_cast<double>(std::max<std::int64_t>(1, columns)));
    return {order_, vectors_, signs_.narrow(0, 1, signs_.size(0) - 1), coefficients_.narrow(0, 1, columns) / length};
}

at::Tensor FactorVectors::predict(const at::Tensor &genes, const at::Tensor &mask) const
{
    const c10::NoGradGuard noGrad;
    const at::Tensor rows =
        vectors.index_select(0, genes.reshape(-1)).view({genes.size(0), genes.size(1), -1}) * mask.unsqueeze(-1);
    const at::Tensor squares = rows.square();
    const at::Tensor p1 = rows.sum(1);
    const at::Tensor p2 = squares.sum(1);
    if (order == FactorOrder::Larger) {
        return p1.select(1, 0) + overChannels(layers::thirdOrder(p1, p2, (squares * rows).sum(1)));
    }
    const at::Tensor products = layers::secondOrder(p1, p2);
    return p1.select(1, 0) + (signs * products.narrow(1, 1, signs.size(0))).sum(1);
}

} // namespace knockscape
