#include "engine/inference/screen_state.h"

#include <algorithm>

namespace knockscape
{

void ScreenState::merge(const ScreenState &other)
{
    done += other.done;
    hits += other.hits;
    unsupported += other.unsupported;
    for (const ScreenRow &row : other.top.sorted()) {
        top.add(row);
    }
    for (std::size_t column = 0; column < histograms.size(); ++column) {
        histograms[column].merge(other.histograms[column]);
    }
    for (std::size_t gene = 0; gene < std::min(genes.size(), other.genes.size()); ++gene) {
        GeneSummary &mine = genes[gene];
        const GeneSummary &theirs = other.genes[gene];
        mine.genotypes += theirs.genotypes;
        mine.hits += theirs.hits;
        mine.fitness += theirs.fitness;
        mine.interaction += theirs.interaction;
        mine.epistasis += theirs.epistasis;
        mine.see(theirs.lowestKey, theirs.lowest, theirs.supported);
        mine.see(theirs.highestKey, theirs.highest, theirs.supported);
    }
}

} // namespace knockscape
