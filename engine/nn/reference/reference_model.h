#pragma once

#include "engine/cell/cell.h"
#include "engine/nn/model_config.h"
#include "engine/nn/reference/readout.h"

namespace knockscape::reference
{

/// What the encoder makes of a cell, a row per gene, [genes, hidden].
struct EncodedCell {
    Matrix gene;       ///< step 1
    Matrix metabolism; ///< step 2
    Matrix combined;   ///< step 3
};

/// CellLatentPerturbation in evaluation mode, written down from its definition: doubles, loops, one genotype at a time,
/// no libtorch and nothing shared with the layers it checks but the cell and the hyper-parameters. Slow.
EncodedCell encode(const Parameters &parameters, const ModelConfig &config, const Cell &cell);

} // namespace knockscape::reference
