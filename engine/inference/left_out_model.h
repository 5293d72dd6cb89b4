#pragma once

#include "engine/cell/annotation_terms.h"
#include "engine/inference/evidence.h"
#include "engine/nn/cell_latent_perturbation.h"
#include "engine/nn/model_file.h"
#include "engine/nn/profile_blocks.h"

#include <ATen/ATen.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace knockscape
{

/// A model that can be asked what it would say if the cell said less. Each answer is a pass of the encoder over the
/// cell that is left, nothing is approximated:
///
/// - a network or neighbour: the cell without those edges, as if it had been imported without them;
/// - features: every gene has the mean of all genes;
/// - metabolism: a cell without reactions;
/// - all of them, and annotations: learned vectors without what training read from that block of the profile
///   (ModelFile::evidence), where the file tells.
///
/// Parts that belong to the whole cell are encoded once and kept (about 3 MB each for 6,600 genes). One thread.
class LeftOutModel
{
public:
    /// `file` must fit the cell (requireFit()).
    LeftOutModel(const ModelFile &file, std::shared_ptr<const Cell> cell, const at::Device &device);

    /// The parts of the whole cell that this model hears anything of, in order of kind and name; neighbours aside.
    std::vector<EvidencePart> parts() const;

    struct Answer {
        double fitness = 0.0;
        double interaction = 0.0;
        bool whole = true;
    };
    Answer without(const EvidencePart &part, const Genotype &genotype);

private:
    /// What answers need of the encoded cell.
    struct Encoded {
        CellLatentPerturbation model;
        at::Tensor combined;
        bool whole = true;
    };

    /// A block of the cell's profile that training read something of.
    struct Known {
        ProfileBlock block;
        at::Tensor map;   ///< [inputs, channels]
        at::Tensor given; ///< what it gives to learned vectors, [genes, channels]
        /// The cell still says in this block what it said while training.
        bool trusted = false;
    };
    /// What is taken out of the learned vectors.
    struct Taken {
        at::Tensor given; ///< [genes, channels]; undefined for nothing
        bool whole = true;
    };

    bool hearsNetwork(const std::string &type) const;
    const Known *known(const std::string &block);
    /// Adds what a block gives, or one group of its columns where `group` is not empty.
    void take(Taken &taken, const std::string &block, const std::string &group);
    /// Adds what the block gives more than `changed` would in its place.
    void exchange(Taken &taken, const ProfileBlock &changed);
    void replaceNetwork(CellTensors &tensors, const GeneNetwork &network) const;
    void leaveOutNeighbour(GeneIndex gene, const Genotype &genotype, CellTensors &tensors, Taken &taken);
    Encoded encodeWithout(const EvidencePart &part, const Genotype &genotype);
    CellLatentPerturbation lacking(const at::Tensor &given) const;
    /// The genes of such a cell, with its reactions or without any, [genes, hidden].
    at::Tensor encode(const CellLatentPerturbation &model, const CellTensors &cell, bool reactions);

    CellLatentPerturbation model_;
    TensorMap evidence_;
    std::shared_ptr<const Cell> cell_;
    at::Device device_;
    CellTensors tensors_;
    /// Learned vectors hold something of the cell that the file does not tell.
    bool folded_ = false;
    /// Made when first needed.
    std::map<std::string, Known> blocks_;
    at::Tensor metabolism_;
    std::map<EvidencePart, Encoded> kept_;
};

} // namespace knockscape
