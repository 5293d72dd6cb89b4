#pragma once

#include <vector>

namespace knockscape
{

/// The genotype-independent tables and folded weights of one model (GeneTables) as plain numbers, row after row.
struct TableSnapshot {
    struct Linear {
        int inputs = 0;
        int outputs = 0;
        std::vector<float> weights; ///< [inputs][outputs]
        std::vector<float> bias;    ///< [outputs]
    };
    struct Norm {
        std::vector<float> weight;
        std::vector<float> bias;
    };
    struct Block {
        Linear linear;
        Norm norm;
    };
    /// A self-attention layer behind the first, as engine/inference/kernels/fused_kernel.h wants it.
    struct Attention {
        Linear query;
        Linear key;
        Linear value;
        Linear output;
    };

    bool native = true;
    int genes = 0;
    int hidden = 0;
    int heads = 1;
    int attentionLayers = 0;

    std::vector<float> pool;     ///< [genes][channels of the first fitness block]
    std::vector<float> poolSum;  ///< [channels]
    std::vector<float> poolBias; ///< [channels]
    std::vector<float> additive; ///< [genes]; empty unless native
    std::vector<Block> fitnessBlocks;
    Linear fitnessLast;
    float wholeHead = 0.0F;

    std::vector<float> input; ///< [genes][hidden], with the first layer's output bias
    std::vector<float> query; ///< [genes][hidden], scaled by 1/√d; this and the next two empty without attention
    std::vector<float> key;   ///< [genes][hidden]
    std::vector<float> value; ///< [genes][heads][hidden]
    std::vector<Attention> attention;
    std::vector<Norm> attentionNorms;
    Norm outputNorm;
    std::vector<Block> interactionBlocks;
    Linear interactionLast;

    /// Factor part of the interaction (engine/nn/interaction_factors.h); no factors where the model has none.
    int factors = 0;
    std::vector<float> factorRows;    ///< [genes][factors]
    std::vector<float> factorWeights; ///< [2][3 · factors]: for pairs and for larger sets
    std::vector<float> factorBias;    ///< [2]
    std::vector<float> units;         ///< [2]
};

} // namespace knockscape
