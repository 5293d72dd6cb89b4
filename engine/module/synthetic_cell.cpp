#include "engine/module/synthetic_cell.h"

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace knockscape
{

namespace
{

std::string numbered(const char *prefix, int number)
{
    std::string name = prefix;
    name.append(std::to_string(number));
    return name;
}

std::vector<GeneEdge> randomEdges(std::mt19937 &random, int genes, int count)
{
    std::uniform_int_distribution<int> pick(0, genes - 1);
    std::vector<GeneEdge> edges;
    edges.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        edges.push_back({pick(random), pick(random), 1.0F});
    }
    return edges;
}

Metabolism randomMetabolism(std::mt19937 &random, const SyntheticSizes &sizes)
{
    std::uniform_int_distribution<int> gene(0, sizes.genes - 1);
    std::uniform_int_distribution<int> metabolite(0, sizes.metabolites - 1);
    std::uniform_int_distribution<int> coefficient(1, 3);
    Metabolism metabolism;
    for (int i = 0; i < sizes.metabolites; ++i) {
        metabolism.metabolites.push_back({numbered("m", i), {}, "c", {}, {}});
    }
    for (int i = 0; i < sizes.reactions; ++i) {
        Reaction reaction;
        reaction.id = numbered("r", i);
        reaction.upperBound = 1000.0;
        reaction.rule.alternatives.push_back({numbered("G", gene(random))});
        const int terms = sizes.incidences / sizes.reactions + (i < sizes.incidences % sizes.reactions ? 1 : 0);
        for (int term = 0; term < terms; ++term) {
            // Every metabolite occurs at least once, so that none is left out.
            const int index = i * terms + term < sizes.metabolites ? i * terms + term : metabolite(random);
            reaction.terms.push_back({index, (term % 2 == 0 ? -1.0 : 1.0) * coefficient(random)});
        }
        metabolism.reactions.push_back(std::move(reaction));
    }
    return metabolism;
}

} // namespace

Cell syntheticCell(const SyntheticSizes &sizes, std::uint32_t seed)
{
    std::mt19937 random(seed);
    std::vector<Gene> genes(static_cast<std::size_t>(sizes.genes));
    for (int i = 0; i < sizes.genes; ++i) {
        genes[static_cast<std::size_t>(i)].id = numbered("G", i);
    }
    Cell cell;
    cell.name = "synthetic";
    cell.genes = GeneCatalogue(std::move(genes));
    const std::size_t count = cell.genes.size();
    cell.networks.emplace_back("physical", false, count, randomEdges(random, sizes.genes, sizes.physicalEdges));
    cell.networks.emplace_back("regulatory", true, count, randomEdges(random, sizes.genes, sizes.regulatoryEdges));
    cell.metabolism = randomMetabolism(random, sizes);
    cell.metabolism.bindGenes(cell.genes);
    cell.features.columns = static_cast<std::size_t>(sizes.features);
    std::uniform_real_distribution<float> uniform(-1.0F, 1.0F);
    cell.features.values.resize(count * cell.features.columns);
    for (float &value : cell.features.values) {
        value = uniform(random);
    }
    return cell;
}

} // namespace knockscape
