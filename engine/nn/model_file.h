#pragma once

#include "engine/cell/cell.h"
#include "engine/core/issue.h"
#include "engine/core/model_summary.h"
#include "engine/nn/cell_latent_perturbation.h"

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
    /// UTC, "2026-11-22T15:00:00Z".
    std::string created;
};

/// Reads a model file (contract: safetensors with the metadata key `knockscape`). A file without that key takes its
/// hyper-parameters from `config`, or from config.json beside it. Names are brought into canonical form (a prefix
/// "model.", older edge-type keys). Throws InputError naming file and key or tensor.
ModelFile readModelFile(const std::filesystem::path &path, std::vector<Issue> &issues,
                        const std::filesystem::path &config = {});

/// Writes a model file atomically; `cell` gives the gene ids. `created` is now.
void writeModelFile(const std::filesystem::path &path, const CellLatentPerturbation &model, const Cell &cell,
                    const TrainingFacts &training);

/// Refuses a model that does not fit `cell`: InputError with one issue per tensor that is missing or has another shape
/// than the cell needs, or saying how many genes differ.
void requireFit(const ModelFile &file, const Cell &cell, const std::string &where);

/// The same as a summary for people; `path` and its hash are filled in.
ModelSummary summarise(const ModelFile &file, const std::filesystem::path &path);

/// "[6604, 64]".
std::string shapeText(const std::vector<std::int64_t> &shape);

} // namespace knockscape
