#pragma once

#include "engine/inference/screen_evaluator.h"

namespace knockscape
{

/// Fills `block` with the genes of a range of `source`; predictions are left as they are made by default.
void fillGenes(const GenotypeSource &source, IndexRange range, PredictionBlock &block);

} // namespace knockscape
