#pragma once

#include <cstddef>

/// The inner loop of screens: what a trained model answers for a tile of genotypes, from rows that were computed once
/// per gene (engine/inference/gene_tables.h). Plain C data, because fused_kernel.cpp is compiled once per instruction
/// set and must not share inline functions of the standard library with the rest of the program.
namespace knockscape::kernels
{

/// Genotypes per tile: the lanes of every row. One lane never touches another, so an answer does not depend on which
/// genotypes share its tile.
constexpr int tileLanes = 32;
/// Most genes per genotype.
constexpr int largestGenotype = 8;

/// out = W·in + b with W packed for the kernel: [output blocks][inputs][block], outputs padded with zeros.
struct Linear {
    const float *weights = nullptr;
    const float *bias = nullptr; ///< padded like the outputs; null for none
    int inputs = 0;
    int outputs = 0; ///< without padding
};

/// LayerNorm over the rows of a tile (eps 1e-5).
struct Norm {
    const float *weight = nullptr;
    const float *bias = nullptr;
    int channels = 0;
};

/// Linear, LayerNorm and ReLU.
struct Block {
    Linear linear; ///< not applied in the first block of the fitness network, whose input is already its output
    Norm norm;
};

/// Self-attention after the first layer: query scaled by 1/√d, key and value without bias (a shift of all keys cancels
/// in the softmax; the value's bias is folded into the output's).
struct Attention {
    Linear query;
    Linear key;
    Linear value;
    Linear output;
};

/// First rows of the parts of a gene tile [rows][tileLanes]; the per-gene tables of one model.
struct GeneRows {
    int additive = 0; ///< 1 row, native
    int pool = 0;     ///< first pre-normalisation of the fitness network
    int input = 0;    ///< hidden: the perturbed network's input, with the first layer's output bias
    int query = 0;    ///< hidden, scaled
    int key = 0;      ///< hidden
    int value = 0;    ///< heads × hidden: the value through the output projection of each head
    int valueSum = 0; ///< hidden: the same summed over heads
    int count = 0;    ///< all rows
};

/// A model as the kernel wants it.
struct Program {
    GeneRows rows;
    int hidden = 0;
    int heads = 1;
    const Block *fitnessBlocks = nullptr;
    int fitnessBlockCount = 0;
    Linear fitnessLast; ///< one output, not packed: weights [inputs]
    int attentionLayers = 0;
    const Attention *attention = nullptr; ///< layers 1, 2, …: attentionLayers − 1 of them
    const Norm *attentionNorms = nullptr; ///< attentionLayers
    Norm outputNorm;
    const Block *interactionBlocks = nullptr;
    int interactionBlockCount = 0;
    Linear interactionLast;
};

/// What one tile is asked and where it answers.
struct Tile {
    /// Deleted genes per genotype (1 … largestGenotype) and, for each, a gene tile [rows.count][tileLanes] (64-byte
    /// aligned) that holds the gene of every lane.
    int size = 0;
    const float *const *genes = nullptr;
    /// The pool is poolBase − poolScale · Σ of the genes' rows.
    const float *poolBase = nullptr;
    float poolScale = 1.0F;
    bool wantsInteraction = true;
    float *fitnessHead = nullptr; ///< [tileLanes]
    float *additive = nullptr;    ///< [tileLanes]
    float *interaction = nullptr; ///< [tileLanes]; untouched unless wanted
};

/// One compiled variant of the kernel.
struct Kernel {
    const char *name = ""; ///< "avx512", "avx2", "portable"
    int outputBlock = 0;   ///< outputs per block of a packed Linear
    int lanesPerVector = 0;
    /// Floats of scratch that `run` needs for `size` genes; the scratch is 64-byte aligned.
    std::size_t (*scratchFloats)(const Program &program, int size) = nullptr;
    void (*run)(const Program &program, const Tile &tile, float *scratch) = nullptr;
};

extern const Kernel portableKernel;
#ifdef KNOCKSCAPE_X86_KERNELS
extern const Kernel avx2Kernel;
extern const Kernel avx512Kernel;
#endif

} // namespace knockscape::kernels
