#include "engine/nn/reference/metabolism.h"

#include "engine/nn/reference/layers.h"

#include <cmath>
#include <utility>

namespace knockscape::reference
{

namespace
{

const std::string scope = "metabolism_processor.";

Matrix encodeMetabolites(const Parameters &parameters, const ModelConfig &config, const Reactions &reactions)
{
    Matrix x = parameters.matrix(scope + "metabolite_features");
    for (int layer = 0; layer < config.metabolismHyperconvLayers; ++layer) {
        const std::string number = std::to_string(layer);
        Matrix next = activate(ActivationType::Tanh, hypergraphConvolution(parameters, scope + "hyper_convs." + number,
                                                                           reactions, config.metabolismAttention, x));
        if (layer > 0 && config.metabolismUseSkip) {
            const std::string norm = scope + "layer_norms." + number;
            for (std::size_t metabolite = 0; metabolite < x.size(); ++metabolite) {
                next[metabolite] = layerNorm(parameters, norm, next[metabolite]);
                addScaled(next[metabolite], 1.0, layerNorm(parameters, norm, x[metabolite]));
            }
        }
        x = std::move(next);
    }
    return x;
}

/// For every gene the vectors of the reactions that name it.
std::vector<Matrix> perGene(const Reactions &reactions, const Matrix &vectors, std::size_t genes)
{
    std::vector<Matrix> result(genes);
    for (std::size_t reaction = 0; reaction < reactions.genes.size(); ++reaction) {
        for (const std::size_t gene : reactions.genes[reaction]) {
            result[gene].push_back(vectors[reaction]);
        }
    }
    return result;
}

double stoichiometrySum(const std::vector<Member> &members)
{
    double sum = 0.0;
    for (const Member &member : members) {
        sum += std::abs(member.coefficient);
    }
    return sum;
}

/// torchcell: averages, each through a node MLP; a gene without reactions averages to zero.
Matrix torchcellFlavour(const Parameters &parameters, const ModelConfig &config, const Cell &cell)
{
    const auto hidden = static_cast<std::size_t>(config.hiddenChannels);
    Matrix genes = zeros(cell.genes.size(), hidden);
    if (config.metabolismMapping == MetabolismMapping::Reactions) {
        const Reactions reactions = reactionsOf(cell);
        const Matrix metabolites = encodeMetabolites(parameters, config, reactions);
        Matrix averages;
        for (const std::vector<Member> &members : reactions.members) {
            Vector average(hidden, 0.0);
            for (const Member &member : members) {
                addScaled(average, member.coefficient / (stoichiometrySum(members) + 1e-8),
                          metabolites[member.metabolite]);
            }
            averages.push_back(std::move(average));
        }
        const Matrix vectors = blocks(parameters, scope + "reaction_set_net.node_mlp", config.metabolismSetnetLayers,
                                      ActivationType::Tanh, averages);
        const std::vector<Matrix> ofGenes = perGene(reactions, vectors, genes.size());
        for (std::size_t gene = 0; gene < genes.size(); ++gene) {
            for (const Vector &vector : ofGenes[gene]) {
                addScaled(genes[gene], 1.0 / (static_cast<double>(ofGenes[gene].size()) + 1e-8), vector);
            }
        }
    }
    return blocks(parameters, scope + "gene_set_net.node_mlp", config.metabolismSetnetLayers, ActivationType::Tanh,
                  genes);
}

/// A set network: node MLP on each member, mean, set MLP.
Vector setNet(const Parameters &parameters, const std::string &name, const ModelConfig &config, const Matrix &members)
{
    const int layers = config.metabolismSetnetLayers;
    const Matrix nodes = blocks(parameters, name + ".node_mlp", layers, ActivationType::Tanh, members);
    const Vector mean = meanOfRows(nodes, static_cast<std::size_t>(config.hiddenChannels));
    return blocksAndLinear(parameters, name + ".set_mlp", layers - 1, ActivationType::Tanh, {mean}).front();
}

/// Ours: set networks over the members of a reaction and the reactions of a gene.
Matrix nativeFlavour(const Parameters &parameters, const ModelConfig &config, const Cell &cell)
{
    Matrix genes(cell.genes.size(), parameters.vector(scope + "gene_set_net.no_reactions"));
    const Reactions reactions = reactionsOf(cell);
    if (config.metabolismMapping == MetabolismMapping::None || reactions.members.empty()) {
        return genes;
    }
    const Matrix metabolites = encodeMetabolites(parameters, config, reactions);
    Matrix vectors;
    for (const std::vector<Member> &members : reactions.members) {
        Matrix rows;
        for (const Member &member : members) {
            const double s = member.coefficient;
            rows.push_back(metabolites[member.metabolite]);
            rows.back().push_back(s > 0.0 ? 1.0 : s < 0.0 ? -1.0 : 0.0);
            rows.back().push_back(std::abs(s) / (stoichiometrySum(members) + 1e-8));
        }
        vectors.push_back(setNet(parameters, scope + "reaction_set_net", config, rows));
    }
    const std::vector<Matrix> ofGenes = perGene(reactions, vectors, genes.size());
    for (std::size_t gene = 0; gene < genes.size(); ++gene) {
        if (!ofGenes[gene].empty()) {
            genes[gene] = setNet(parameters, scope + "gene_set_net", config, ofGenes[gene]);
        }
    }
    return genes;
}

} // namespace

Reactions reactionsOf(const Cell &cell)
{
    const Hypergraph graph = buildHypergraph(cell.metabolism, cell.hyperedges);
    Reactions reactions;
    reactions.metabolites = graph.nodeCount();
    reactions.members.resize(graph.hyperedgeCount());
    reactions.genes.resize(graph.hyperedgeCount());
    for (std::size_t i = 0; i < graph.incidenceCount(); ++i) {
        reactions.members[static_cast<std::size_t>(graph.incidenceHyperedge[i])].push_back(
            {static_cast<std::size_t>(graph.incidenceNode[i]), graph.stoichiometry[i]});
    }
    for (std::size_t reaction = 0; reaction < reactions.genes.size(); ++reaction) {
        for (auto i = graph.geneOffsets[reaction]; i < graph.geneOffsets[reaction + 1]; ++i) {
            const GeneIndex gene = graph.genes[static_cast<std::size_t>(i)];
            if (gene >= 0) {
                reactions.genes[reaction].push_back(static_cast<std::size_t>(gene));
            }
        }
    }
    return reactions;
}

Matrix encodeMetabolism(const Parameters &parameters, const ModelConfig &config, const Cell &cell)
{
    return config.flavour == Flavour::Torchcell ? torchcellFlavour(parameters, config, cell)
                                                : nativeFlavour(parameters, config, cell);
}

} // namespace knockscape::reference
