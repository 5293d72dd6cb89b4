#include "engine/nn/interaction_factors.h"

namespace knockscape::layers
{

namespace
{

/// Row 0 of the weights is for pairs, row 1 for larger sets.
at::Tensor sizeClass(const at::Tensor &counts)
{
    return (counts > 2).to(at::kLong);
}

} // namespace

at::Tensor secondOrder(const at::Tensor &p1, const at::Tensor &p2)
{
    return 0.5 * (p1 * p1 - p2);
}

at::Tensor thirdOrder(const at::Tensor &p1, const at::Tensor &p2, const at::Tensor &p3)
{
    return (p1 * p1 * p1 - 3.0 * p1 * p2 + 2.0 * p3) / 6.0;
}

at::Tensor geneFactors(const Scope &scope, const at::Tensor &combined, const Mode &mode)
{
    return dropOut(linear(scope.sub("project"), combined) + scope["gene.weight"], mode.dropout, mode.training);
}

at::Tensor factorTerm(const Scope &scope, const at::Tensor &rows, const at::Tensor &mask, const at::Tensor &counts)
{
    const at::Tensor u = rows * mask.unsqueeze(-1);
    const at::Tensor square = u * u;
    const at::Tensor p1 = u.sum(1);
    const at::Tensor p2 = square.sum(1);
    const at::Tensor p3 = (square * u).sum(1);
    const at::Tensor size = sizeClass(counts);
    const at::Tensor weights = scope["weight"].index_select(0, size);
    return (at::cat({p1, secondOrder(p1, p2), thirdOrder(p1, p2, p3)}, 1) * weights).sum(1) +
           scope["bias"].index_select(0, size);
}

at::Tensor interactionUnit(const Scope &scope, const at::Tensor &counts)
{
    return scope["unit"].index_select(0, sizeClass(counts));
}

} // namespace knockscape::layers
