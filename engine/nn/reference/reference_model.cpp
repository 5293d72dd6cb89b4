#include "engine/nn/reference/reference_model.h"

#include "engine/nn/reference/gene_encoder.h"
#include "engine/nn/reference/layers.h"
#include "engine/nn/reference/metabolism.h"

#include <algorithm>

namespace knockscape::reference
{

EncodedCell encode(const Parameters &parameters, const ModelConfig &config, const Cell &cell)
{
    EncodedCell result;
    result.gene = encodeGenes(parameters, config, cell);
    result.metabolism = encodeMetabolism(parameters, config, cell);
    Matrix both = result.gene;
    for (std::size_t gene = 0; gene < both.size(); ++gene) {
        both[gene].insert(both[gene].end(), result.metabolism[gene].begin(), result.metabolism[gene].end());
    }
    result.combined =
        blocksAndLinear(parameters, "combiner", std::max(1, config.combinerLayers), ActivationType::Relu, both);
    return result;
}

} // namespace knockscape::reference
