#pragma once

#include "engine/cell/cell.h"
#include "engine/core/issue.h"
#include "engine/core/model_summary.h"
#include "engine/core/utc_time.h"
#include "engine/nn/cell_latent_perturbation.h"
#include "engine/nn/model_import.h"

#include <filesystem>
#include <string>
#include <vector>

namespace knockscape
{

/// A model with what its file says about it.
struct ModelFile {
    CellLatentPerturbation model;
    /// SHA-256 of the gene ids the model was trained on (GeneCatalogue::idsSha256), and the ids themselves where the
    /// file lists them; both empty for a model that came from elsewhere.
    std::string geneIdsSha256;
    std::vector<std::string> geneIds;
    TrainingFacts training;
    /// UTC, as utcNow() has it.
    std::string created;
    /// As in ModelSummary.
    std::string format = {};
    std::vector<std::pair<std::string, std::string>> origin = {};
    std::vector<std::string> unusedTensors = {};
    /// What the learned vectors owe to the blocks of the cell's profile, by the name of the block
    /// (engine/nn/profile_blocks.h): maps [inputs + 1, channels]. The product of the block with all rows but the last
    /// is a part of the vectors, channels being those of gene_encoder.node_embedding, then those of
    /// interaction_factors.gene; the last row is the product's blockSignature() in the cell of training. In the file
    /// they are the tensors "profile_evidence.BLOCK"; prediction needs none of them. Empty where the file does not
    /// tell.
    TensorMap evidence = {};
};

/// Whether training tied the model's learned vectors to what the cell says of each gene, as its file tells.
bool tiedToProfiles(const ModelFile &file);

/// Reads a model file (contract: safetensors with the metadata key `knockscape`), or a model that comes from elsewhere:
/// safetensors without that key, a state_dict, a Lightning checkpoint, recognised by their content; importModel() says
/// how their hyper-parameters are found. Throws InputError naming file and key or tensor, MissingHyperparameters where
/// a person must add some.
ModelFile readModelFile(const std::filesystem::path &path, std::vector<Issue> &issues,
                        const ModelReadOptions &options = {});

/// Writes a model file atomically, `created` as it is.
void writeModelFile(const std::filesystem::path &path, const ModelFile &file);
/// The same for a model that was trained on `cell`, which gives the gene ids; `created` is now.
void writeModelFile(const std::filesystem::path &path, const CellLatentPerturbation &model, const Cell &cell,
                    const TrainingFacts &training, const TensorMap &evidence = {});

/// Refuses a model that does not fit `cell`: InputError with one issue per tensor that is missing or has another shape
/// than the cell needs, or saying how many genes differ.
void requireFit(const ModelFile &file, const Cell &cell, const std::string &where);

/// Everything that keeps the model from predicting on `cell`: what requireFit() refuses, and networks or features that
/// the cell lacks. Empty where it fits.
std::vector<Issue> misfits(const ModelFile &file, const Cell &cell, const std::string &where);

/// The same as a summary for people; `path` and its hash are filled in.
ModelSummary summarise(const ModelFile &file, const std::filesystem::path &path);

} // namespace knockscape
