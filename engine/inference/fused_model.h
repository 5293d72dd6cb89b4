#pragma once

#include "engine/core/aligned_floats.h"
#include "engine/core/genotype.h"
#include "engine/inference/kernels/fused_kernel.h"
#include "engine/inference/table_snapshot.h"

#include <cstddef>
#include <span>
#include <vector>

namespace knockscape
{

/// One model prepared for a kernel: its weights packed, its tables gene by gene. Immutable, hence shared by threads.
class FusedModel
{
public:
    /// Largest genotype the fast path takes; larger ones are rare enough for the general one.
    static constexpr std::size_t largestSize = kernels::largestGenotype;

    FusedModel(const TableSnapshot &tables, const kernels::Kernel &kernel);
    FusedModel(const FusedModel &) = delete;
    FusedModel &operator=(const FusedModel &) = delete;

    const kernels::Kernel &kernel() const noexcept { return kernel_; }
    std::size_t tileFloats() const noexcept;
    std::size_t scratchFloats(std::size_t size) const;

    /// Fills a tile with `gene` in every lane.
    void spreadGene(GeneIndex gene, float *tile) const;
    /// Fills a tile with a gene per lane; lanes beyond `genes` repeat the last one.
    void gatherGenes(std::span<const GeneIndex> genes, float *tile) const;
    /// The tiles of a panel, one after the other: gene i is in lane i % tileLanes of tile i / tileLanes.
    AlignedFloats panelTiles(std::span<const GeneIndex> panel) const;

    /// Fitness (relative to wild type) and interaction of one tile of genotypes with tiles.size() genes each, in
    /// 1 … largestSize. All arrays have tileLanes places and are aligned like AlignedFloats.
    void answer(std::span<const float *const> tiles, float *scratch, float *fitness, float *interaction) const;

    /// Multiplications and additions of products and attention per genotype.
    double operations(std::size_t size) const;

private:
    kernels::Linear pack(const TableSnapshot::Linear &linear);
    kernels::Linear keep(const TableSnapshot::Linear &linear);
    kernels::Norm keep(const TableSnapshot::Norm &norm);
    kernels::Block pack(const TableSnapshot::Block &block);
    const float *store(AlignedFloats values);
    void layOutRows(const TableSnapshot &tables);
    void setPools(const TableSnapshot &tables);
    float link(float head, float additive) const;
    /// Adds the factor part to a tile's interactions and gives them their unit.
    void addFactors(std::span<const float *const> tiles, float *interaction) const;

    const kernels::Kernel &kernel_;
    std::vector<AlignedFloats> stored_; ///< what the program's pointers point to
    std::vector<kernels::Block> fitnessBlocks_;
    std::vector<kernels::Block> interactionBlocks_;
    std::vector<kernels::Attention> attention_;
    std::vector<kernels::Norm> attentionNorms_;
    kernels::Program program_;
    bool native_ = true;
    float wholeHead_ = 0.0F;
    float unit_ = 1.0F;       ///< softplus at the wild type
    std::vector<float> rows_; ///< [genes][program_.rows.count]
    int factors_ = 0;
    int firstFactor_ = 0;                ///< row of a gene tile
    std::vector<float> factorWeights_;   ///< [2][3 · factors]
    std::vector<float> factorBias_;      ///< [2]
    std::vector<float> interactionUnit_; ///< [2]
    std::vector<AlignedFloats> pools_;   ///< by size: poolBase
    std::vector<float> poolScales_;
};

} // namespace knockscape
