#pragma once

#include "engine/nn/layers.h"
#include "engine/nn/model_config.h"
#include "engine/nn/tensor_map.h"

#include <ATen/ATen.h>

namespace knockscape::layers
{

/// The factor part of the native interaction (engine/nn/README.md): every gene has a row u of `interaction_factors`
/// numbers, and a set answers with the elementary symmetric polynomials of its genes' rows,
///     e₁ = Σ u_i,   e₂ = Σ u_i u_j (i < j),   e₃ = Σ u_i u_j u_k (i < j < k),
/// each channel weighted once for pairs and once for larger sets. e₂ makes genes of one complex alike as partners of
/// every other gene, which attention over a mean learns slowly or not at all (factorisation machines, Rendle 2010,
/// doi:10.1109/ICDM.2010.127). `scope` is "interaction_factors.".

/// e₂ and e₃ of numbers whose power sums p_k = Σ u^k are these, elementwise (Newton's identities: sums of powers
/// instead of sums over pairs and triples).
at::Tensor secondOrder(const at::Tensor &p1, const at::Tensor &p2);
at::Tensor thirdOrder(const at::Tensor &p1, const at::Tensor &p2, const at::Tensor &p3);

/// u [genes, factors]: what the gene's row of `combined` says, plus its own learned row.
at::Tensor geneFactors(const Scope &scope, const at::Tensor &combined, const Mode &mode);

/// The weighted polynomials of each set, [sets]: rows [sets, longest, factors], mask [sets, longest] (true = a gene),
/// counts [sets].
at::Tensor factorTerm(const Scope &scope, const at::Tensor &rows, const at::Tensor &mask, const at::Tensor &counts);

/// The unit of the interaction of each set, [sets]: the model computes in units of the spread of its training labels,
/// which differs by a factor between pairs and larger sets.
at::Tensor interactionUnit(const Scope &scope, const at::Tensor &counts);

} // namespace knockscape::layers
