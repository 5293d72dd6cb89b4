#include "engine/inference/left_out_model.h"

#include "engine/nn/gene_encoder.h"
#include "engine/nn/layers.h"
#include "engine/nn/metabolism.h"

#include <algorithm>
#include <set>
#include <utility>

namespace knockscape
{

namespace
{

constexpr const char *embeddingName = "gene_encoder.node_embedding.weight";
constexpr const char *factorName = "interaction_factors.gene.weight";

std::int64_t widthOf(const CellLatentPerturbation &model, const char *name)
{
    const auto found = model.tensors().find(name);
    return found == model.tensors().end() ? 0 : found->second.size(1);
}

/// Sums that differ by no more than rounding.
bool nearlySame(const at::Tensor &left, const at::Tensor &right)
{
    return (left - right).abs().max().item<double>() <= 1e-3 * right.abs().max().item<double>() + 1e-12;
}

} // namespace

LeftOutModel::LeftOutModel(const ModelFile &file, std::shared_ptr<const Cell> cell, const at::Device &device)
    : model_(file.model.to(device)), evidence_(file.evidence), cell_(std::move(cell)), device_(device),
      tensors_(makeCellTensors(*cell_, model_.config(), device)),
      folded_(evidence_.empty() && tiedToProfiles(file) &&
              widthOf(model_, embeddingName) + widthOf(model_, factorName) > 0)
{
    const std::int64_t channels = widthOf(model_, embeddingName) + widthOf(model_, factorName);
    const bool fits = std::all_of(evidence_.begin(), evidence_.end(),
                                  [channels](const auto &entry) { return entry.second.size(1) == channels; });
    if (!fits) {
        evidence_.clear();
        folded_ = true;
    }
}

bool LeftOutModel::hearsNetwork(const std::string &type) const
{
    const std::vector<std::string> &types = model_.config().edgeTypes;
    return std::find(types.begin(), types.end(), canonicalEdgeType(type)) != types.end();
}

std::vector<EvidencePart> LeftOutModel::parts() const
{
    std::vector<EvidencePart> parts;
    for (const GeneNetwork &network : cell_->networks) {
        if (hearsNetwork(network.type()) || evidence_.count("network:" + network.type()) != 0) {
            parts.push_back({EvidencePart::Kind::Network, network.type(), -1});
        }
    }
    if (model_.config().geneInput != GeneInput::Learnable || evidence_.count("features") != 0) {
        parts.push_back({EvidencePart::Kind::Features, {}, -1});
    }
    if (evidence_.count("annotations") != 0) {
        std::set<std::string> columns;
        for (const AnnotationTerm &term : annotationTerms(cell_->genes)) {
            columns.insert(term.column);
        }
        for (const std::string &column : columns) {
            parts.push_back({EvidencePart::Kind::Annotations, column, -1});
        }
    }
    if (model_.config().metabolismMapping == MetabolismMapping::Reactions && tensors_.hypergraph.hyperedgeCount > 0) {
        parts.push_back({EvidencePart::Kind::Metabolism, {}, -1});
    }
    return parts;
}

const LeftOutModel::Known *LeftOutModel::known(const std::string &name)
{
    if (blocks_.empty() && !evidence_.empty()) {
        for (ProfileBlock &block : profileBlocks(*cell_)) {
            const auto map = evidence_.find(block.name());
            if (map == evidence_.end()) {
                continue;
            }
            Known entry{std::move(block), {}, {}, false};
            if (map->second.size(0) == entry.block.inputs() + 1) {
                entry.map = map->second.narrow(0, 0, entry.block.inputs());
                entry.given = entry.block.times(entry.map);
                entry.trusted = nearlySame(blockSignature(entry.given), map->second.narrow(0, entry.block.inputs(), 1));
            }
            blocks_.emplace(map->first, std::move(entry));
        }
    }
    const auto found = blocks_.find(name);
    return found == blocks_.end() ? nullptr : &found->second;
}

void LeftOutModel::take(Taken &taken, const std::string &block, const std::string &group)
{
    if (evidence_.count(block) == 0) {
        return; // training read nothing of it
    }
    const Known *found = known(block);
    if (found == nullptr || !found->trusted) {
        taken.whole = false;
        return;
    }
    const at::Tensor given = group.empty() ? found->given : found->block.timesGroup(found->map, group);
    taken.given = taken.given.defined() ? taken.given + given : given;
}

void LeftOutModel::exchange(Taken &taken, const ProfileBlock &changed)
{
    if (evidence_.count(changed.name()) == 0) {
        return;
    }
    const Known *found = known(changed.name());
    if (found == nullptr || !found->trusted) {
        taken.whole = false;
        return;
    }
    const at::Tensor given = found->given - changed.times(found->map);
    taken.given = taken.given.defined() ? taken.given + given : given;
}

CellLatentPerturbation LeftOutModel::lacking(const at::Tensor &given) const
{
    if (!given.defined()) {
        return model_;
    }
    TensorMap tensors = model_.tensors();
    std::int64_t first = 0;
    for (const char *name : {embeddingName, factorName}) {
        const std::int64_t width = widthOf(model_, name);
        if (width > 0) {
            at::Tensor &vectors = tensors.at(name);
            vectors = vectors - given.narrow(1, first, width).to(device_);
            first += width;
        }
    }
    return {model_.config(), std::move(tensors)};
}

at::Tensor LeftOutModel::encode(const CellLatentPerturbation &model, const CellTensors &cell, bool reactions)
{
    const Scope scope(model.tensors());
    const ModelConfig &config = model.config();
    at::Tensor metabolism;
    if (reactions) {
        if (!metabolism_.defined()) {
            metabolism_ = layers::encodeMetabolism(scope.sub("metabolism_processor"), tensors_, config, false);
        }
        metabolism = metabolism_;
    } else {
        ModelConfig none = config;
        none.metabolismMapping = MetabolismMapping::None;
        metabolism = layers::encodeMetabolism(scope.sub("metabolism_processor"), tensors_, none, false);
    }
    const at::Tensor gene = layers::encodeGenes(scope.sub("gene_encoder"), cell, config, false);
    return layers::mlp(scope.sub("combiner"), at::cat({gene, metabolism}, 1), config.combinerLayers, true,
                       ActivationType::Relu, {});
}

void LeftOutModel::replaceNetwork(CellTensors &tensors, const GeneNetwork &network) const
{
    const std::vector<std::string> &types = model_.config().edgeTypes;
    for (std::size_t i = 0; i < types.size(); ++i) {
        if (types[i] == canonicalEdgeType(network.type())) {
            std::vector<std::pair<std::int64_t, std::int64_t>> edges;
            for (const GeneEdge &edge : network.messageEdges()) {
                edges.emplace_back(edge.source, edge.target);
            }
            tensors.edges[i] = makeEdgeTensors(types[i], tensors.geneCount, edges, model_.config(), device_);
        }
    }
}

void LeftOutModel::leaveOutNeighbour(GeneIndex gene, const Genotype &genotype, CellTensors &tensors, Taken &taken)
{
    std::vector<GeneNetwork> networks;
    bool changed = false;
    for (const GeneNetwork &network : cell_->networks) {
        std::vector<GeneEdge> kept;
        for (const GeneEdge &edge : network.edges()) {
            const bool between = (edge.source == gene && edge.target != gene && genotype.contains(edge.target)) ||
                                 (edge.target == gene && edge.source != gene && genotype.contains(edge.source));
            if (!between) {
                kept.push_back(edge);
            }
        }
        const bool loses = kept.size() != network.edges().size();
        networks.emplace_back(network.type(), network.directed(), network.geneCount(), std::move(kept));
        if (loses) {
            changed = true;
            replaceNetwork(tensors, networks.back());
            exchange(taken, networkBlock(networks.back()));
        }
    }
    if (changed) {
        exchange(taken, degreeBlock(networks));
    }
}

LeftOutModel::Encoded LeftOutModel::encodeWithout(const EvidencePart &part, const Genotype &genotype)
{
    CellTensors tensors = tensors_;
    Taken taken;
    taken.whole = !folded_;
    bool reactions = true;
    switch (part.kind) {
    case EvidencePart::Kind::Network:
        replaceNetwork(tensors, GeneNetwork(part.name, false, cell_->genes.size(), {}));
        take(taken, "network:" + part.name, {});
        take(taken, "degrees", part.name);
        break;
    case EvidencePart::Kind::Features:
        if (tensors.features.defined()) {
            tensors.features = tensors.features.mean(0, true).expand_as(tensors.features).contiguous();
        }
        take(taken, "features", {});
        break;
    case EvidencePart::Kind::Annotations:
        take(taken, "annotations", part.name);
        break;
    case EvidencePart::Kind::Metabolism:
        // Profiles hold nothing of reactions.
        taken.whole = true;
        reactions = false;
        break;
    case EvidencePart::Kind::Neighbour:
        leaveOutNeighbour(part.gene, genotype, tensors, taken);
        break;
    }
    CellLatentPerturbation model = lacking(taken.given);
    at::Tensor combined = encode(model, tensors, reactions);
    return {std::move(model), std::move(combined), taken.whole};
}

LeftOutModel::Answer LeftOutModel::without(const EvidencePart &part, const Genotype &genotype)
{
    const c10::InferenceMode inference;
    const GenotypeBatch batch =
        makeGenotypeBatch(std::vector{genotype}, static_cast<std::int64_t>(cell_->genes.size()), device_);
    const auto answer = [&](const Encoded &encoded) {
        const ModelOutputs outputs = encoded.model.forward(encoded.combined, batch);
        return Answer{outputs.fitness.item<double>(), outputs.interaction.item<double>(), encoded.whole};
    };
    if (part.kind == EvidencePart::Kind::Neighbour) {
        return answer(encodeWithout(part, genotype));
    }
    auto found = kept_.find(part);
    if (found == kept_.end()) {
        found = kept_.emplace(part, encodeWithout(part, genotype)).first;
    }
    return answer(found->second);
}

} // namespace knockscape
