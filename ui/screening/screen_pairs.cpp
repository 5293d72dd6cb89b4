#include "ui/screening/screen_pairs.h"

#include "ui/genes/gene_names.h"

#include <algorithm>
#include <set>

namespace knockscape::ui
{
namespace
{

/// What a PairMatrix lies in.
struct Planes {
    std::vector<float> interaction;
    std::vector<float> epistasis;
    std::vector<float> fitness;
};

/// The plane of a column in the screen's matrix; null where it has none.
const float *planeOf(const ScreenOutcome &outcome, const std::string &column, std::size_t panel)
{
    const auto &columns = outcome.request.matrixColumns;
    const auto found = std::find(columns.begin(), columns.end(), column);
    return found == columns.end()
               ? nullptr
               : outcome.whole->matrix().values() + static_cast<std::size_t>(found - columns.begin()) * panel * panel;
}

std::vector<float> gather(const float *plane, std::size_t panel, const std::vector<std::size_t> &places,
                          const CancelToken &cancel)
{
    std::vector<float> values;
    if (plane == nullptr) {
        return values;
    }
    values.reserve(places.size() * places.size());
    for (const std::size_t row : places) {
        cancel.throwIfCancelled();
        for (const std::size_t column : places) {
            values.push_back(plane[row * panel + column]);
        }
    }
    return values;
}

} // namespace

bool hasPairs(const ScreenOutcome &outcome)
{
    return outcome.whole && outcome.whole->isSquare();
}

std::shared_ptr<const PairMatrix> readPairs(const ScreenOutcome &outcome, const std::vector<GeneIndex> &genes,
                                            const CancelToken &cancel)
{
    const std::vector<GeneIndex> &panel = outcome.request.source->combinations()->panel();
    auto matrix = std::make_shared<PairMatrix>();
    std::vector<std::size_t> places;
    for (const GeneIndex gene : genes) {
        const auto found = std::lower_bound(panel.begin(), panel.end(), gene);
        if (found != panel.end() && *found == gene) {
            places.push_back(static_cast<std::size_t>(found - panel.begin()));
            matrix->genes.push_back(geneLabel(outcome.cell->genes, gene));
        }
    }
    const auto planes = std::make_shared<Planes>();
    planes->interaction = gather(planeOf(outcome, "interaction", panel.size()), panel.size(), places, cancel);
    planes->fitness = gather(planeOf(outcome, "fitness", panel.size()), panel.size(), places, cancel);
    planes->epistasis = planes->fitness;
    const std::size_t count = planes->fitness.empty() ? 0 : places.size();
    for (std::size_t row = 0; row < count; ++row) {
        for (std::size_t column = 0; column < count; ++column) {
            const double expected = static_cast<double>(planes->fitness[row * (count + 1)]) *
                                    static_cast<double>(planes->fitness[column * (count + 1)]);
            planes->epistasis[row * count + column] =
                row == column
                    ? 0.0F
                    : static_cast<float>(static_cast<double>(planes->fitness[row * count + column]) - expected);
        }
    }
    matrix->interaction = planes->interaction;
    matrix->epistasis = planes->epistasis;
    matrix->fitness = planes->fitness;
    matrix->storage = planes;
    return matrix;
}

std::vector<GeneIndex> genesOf(const std::vector<Genotype> &genotypes, std::size_t most)
{
    std::vector<GeneIndex> genes;
    std::set<GeneIndex> seen;
    for (const Genotype &genotype : genotypes) {
        for (const GeneIndex gene : genotype.genes()) {
            if (genes.size() < most && seen.insert(gene).second) {
                genes.push_back(gene);
            }
        }
    }
    return genes;
}

} // namespace knockscape::ui
