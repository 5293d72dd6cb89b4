#pragma once

#include "engine/nn/model_config.h"
#include "engine/nn/reference/parameters.h"

#include <string>

namespace knockscape::reference
{

/// `rows` rows of `columns` zeros.
Matrix zeros(std::size_t rows, std::size_t columns);

/// sum += factor·x.
void addScaled(Vector &sum, double factor, const Vector &x);

double dot(const Vector &a, const Vector &b);

/// Weights that are positive and add up to 1; none for none.
Vector softmax(const Vector &logits);

/// x·Wᵀ + b of every row, with NAME.weight [out, in] and, where the model has it, NAME.bias [out].
Matrix linear(const Parameters &parameters, const std::string &name, const Matrix &x);

/// (x − mean)/√(variance + 1e-5)·weight + bias over the channels of one row.
Vector layerNorm(const Parameters &parameters, const std::string &name, const Vector &x);

double activate(ActivationType type, double x);
Matrix activate(ActivationType type, Matrix x);

/// `count` × (Linear, LayerNorm, activation): NAME.0 and NAME.1, NAME.4 and NAME.5, …
Matrix blocks(const Parameters &parameters, const std::string &name, int count, ActivationType type, Matrix x);

/// `count` blocks and a last Linear, NAME.(4·count).
Matrix blocksAndLinear(const Parameters &parameters, const std::string &name, int count, ActivationType type,
                       const Matrix &x);

/// Column means; `columns` zeros where there are no rows.
Vector meanOfRows(const Matrix &x, std::size_t columns);

} // namespace knockscape::reference
