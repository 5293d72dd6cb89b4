#pragma once

#include "engine/cell/cell.h"
#include "engine/core/genotype.h"
#include "engine/nn/model_config.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

/// Small random cells, configurations and genotypes for tests of exactness.
namespace knockscape::tests
{

/// "G17". (GCC 12 warns about "G" + std::to_string(17) where nothing is wrong.)
inline std::string numbered(const char *prefix, int number)
{
    std::string name = prefix;
    name.append(std::to_string(number));
    return name;
}

inline Metabolism randomMetabolism(std::mt19937 &random, int genes)
{
    const auto pick = [&](int count) { return std::uniform_int_distribution<int>(0, count - 1)(random); };
    Metabolism metabolism;
    const int metabolites = 12;
    for (int i = 0; i < metabolites; ++i) {
        metabolism.metabolites.push_back({numbered("m", i), {}, "c", {}, {}});
    }
    for (int i = 0; i < 15; ++i) {
        Reaction reaction;
        reaction.id = numbered("r", i);
        reaction.lowerBound = pick(2) == 0 ? -10.0 : 0.0;
        reaction.upperBound = 10.0;
        for (int alternative = 0; alternative <= pick(2); ++alternative) {
            // One name in eight is no gene of the cell.
            const int gene = pick(8) == 0 ? genes + 1 : pick(genes);
            reaction.rule.alternatives.push_back({numbered("G", gene), numbered("G", pick(genes))});
        }
        for (int term = 0; term < 2 + pick(4); ++term) {
            reaction.terms.push_back({pick(metabolites), pick(2) == 0 ? -1.0 - pick(3) : 0.5 + pick(3)});
        }
        metabolism.reactions.push_back(reaction);
    }
    return metabolism;
}

inline Cell randomCell(unsigned seed, int genes = 24)
{
    std::mt19937 random(seed);
    const auto pick = [&](int count) { return std::uniform_int_distribution<int>(0, count - 1)(random); };
    Cell cell;
    std::vector<Gene> catalogue;
    for (int i = 0; i < genes; ++i) {
        Gene gene;
        gene.id = numbered("G", i);
        catalogue.push_back(gene);
    }
    cell.genes = GeneCatalogue(catalogue);
    for (const char *type : {"physical", "regulatory"}) {
        std::vector<GeneEdge> edges;
        for (int i = 0; i < 50; ++i) {
            edges.push_back({pick(genes), pick(genes), 1.0F});
        }
        cell.networks.emplace_back(type, std::string(type) == "regulatory", catalogue.size(), edges);
    }
    cell.metabolism = randomMetabolism(random, genes);
    cell.metabolism.bindGenes(cell.genes);
    cell.features.columns = 5;
    std::normal_distribution<float> normal;
    for (int i = 0; i < genes * 5; ++i) {
        cell.features.values.push_back(normal(random));
    }
    return cell;
}

/// Cycles through convolutions, norms, activations, flavours and depths.
inline ModelConfig randomConfig(unsigned seed)
{
    std::mt19937 random(seed * 7919 + 1);
    const auto pick = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
    ModelConfig config;
    config.flavour = seed % 2 == 0 ? Flavour::Native : Flavour::Torchcell;
    config.convolution = static_cast<ConvolutionType>((seed / 2) % 4);
    config.hiddenChannels = 8 * pick(1, 3);
    config.norm = static_cast<NormType>(pick(0, 5));
    config.activation = static_cast<ActivationType>(pick(0, 4));
    config.geneInput = static_cast<GeneInput>(pick(0, 2));
    config.geneEncoderLayers = pick(1, 3);
    config.convolutionOptions.heads = 1 << pick(0, 2);
    config.convolutionOptions.concat = pick(0, 1) == 1;
    config.convolutionOptions.shareWeights = pick(0, 1) == 1;
    config.convolutionOptions.beta = pick(0, 1) == 1;
    config.convolutionOptions.rootWeight = pick(0, 1) == 1;
    config.convolutionOptions.normalize = pick(0, 1) == 1;
    config.convolutionOptions.addSelfLoops = pick(0, 1) == 1;
    config.convolutionOptions.isSkipConnection = pick(0, 1) == 1;
    config.convolutionOptions.mlpLayers = pick(1, 3);
    config.metabolismMapping = pick(0, 3) == 0 ? MetabolismMapping::None : MetabolismMapping::Reactions;
    config.metabolismAttention = pick(0, 1) == 1;
    config.metabolismHyperconvLayers = pick(0, 3);
    config.metabolismSetnetLayers = pick(1, 3);
    config.metabolismUseSkip = pick(0, 1) == 1;
    config.combinerLayers = pick(1, 2);
    config.combinerHiddenFactor = 0.5 * pick(1, 4);
    config.setNetNodeLayers = pick(1, 3);
    config.setNetSetLayers = pick(1, 3);
    config.setTransformerLayers = pick(0, 3);
    config.setTransformerHeads = 1 << pick(0, 3);
    config.headLayers = pick(1, 4);
    config.headHiddenFactor = 0.5 * pick(1, 4);
    config.interactionFactors = config.flavour == Flavour::Native ? 3 * pick(0, 2) : 0;
    return config;
}

/// Genotypes of every size from none to a dozen, and some pairs.
inline std::vector<Genotype> randomGenotypes(std::size_t genes, unsigned seed)
{
    std::mt19937 random(seed + 17);
    std::uniform_int_distribution<int> pick(0, static_cast<int>(genes) - 1);
    std::vector<Genotype> genotypes;
    for (int size = 0; size <= 12; ++size) {
        std::vector<GeneIndex> members;
        for (int i = 0; i < size; ++i) {
            members.push_back(pick(random));
        }
        genotypes.emplace_back(members);
    }
    for (int i = 0; i < 5; ++i) {
        genotypes.push_back(Genotype{pick(random), pick(random)});
    }
    return genotypes;
}

} // namespace knockscape::tests
