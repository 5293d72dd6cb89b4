#include "engine/inference/prediction_block.h"

#include <algorithm>

namespace knockscape
{

void fillGenes(const GenotypeSource &source, IndexRange range, PredictionBlock &block)
{
    block.first = range.first;
    block.predictions.assign(static_cast<std::size_t>(range.count), Prediction{});
    block.genes.clear();
    block.begins.assign(1, 0);
    const auto finishRow = [&] { block.begins.push_back(static_cast<std::uint32_t>(block.genes.size())); };
    const Combinations *combinations = source.combinations();
    if (combinations == nullptr) {
        std::vector<GeneIndex> genes;
        for (std::uint64_t index = range.first; index < range.end(); ++index) {
            source.genesOf(index, genes);
            block.genes.insert(block.genes.end(), genes.begin(), genes.end());
            finishRow();
        }
        return;
    }
    if (range.count == 0) {
        return;
    }
    const std::vector<GeneIndex> &panel = combinations->panel();
    const std::vector<GeneIndex> &fixed = combinations->fixed();
    std::vector<std::size_t> positions = combinations->positionsOf(range.first);
    for (std::uint64_t left = range.count; left > 0; --left) {
        const std::size_t start = block.genes.size();
        block.genes.insert(block.genes.end(), fixed.begin(), fixed.end());
        for (const std::size_t position : positions) {
            block.genes.push_back(panel[position]);
        }
        if (!fixed.empty()) {
            std::sort(block.genes.begin() + static_cast<std::ptrdiff_t>(start), block.genes.end());
        }
        finishRow();
        if (++positions.back() == panel.size() && left > 1) {
            combinations->nextPrefix(positions);
        }
    }
}

} // namespace knockscape
