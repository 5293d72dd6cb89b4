#pragma once

#include "engine/inference/fused_model.h"
#include "engine/inference/gene_tables.h"
#include "engine/inference/left_out_model.h"
#include "engine/inference/predictor.h"
#include "engine/nn/model_file.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace knockscape
{

/// A model that was read, checked against the cell and summarised.
struct OpenedModel {
    ModelFile file;
    ModelSummary summary;
};

/// Answers genotypes from GeneTables, one set per model of the ensemble.
class TablePredictor : public Predictor
{
public:
    /// Encodes the cell with every model, on `device`; reports progress per model. Throws InputError for a model that
    /// does not fit the cell.
    TablePredictor(std::vector<OpenedModel> models, std::shared_ptr<const Cell> cell, const at::Device &device,
                   const JobControl &control);

    const std::vector<ModelSummary> &models() const override { return summaries_; }
    const std::shared_ptr<const Cell> &cell() const override { return cell_; }
    std::string device() const override { return device_.str(); }
    void predict(std::span<const Genotype> genotypes, const PredictSettings &settings, const PredictionSink &sink,
                 const JobControl &control) override;
    std::unique_ptr<ScreenEvaluator> openScreen(std::shared_ptr<const GenotypeSource> source) override;

    std::vector<EvidencePart> evidenceParts() override;
    void predictWithout(const Genotype &genotype, std::span<const EvidencePart> parts, const LeftOutSink &sink,
                        const JobControl &control) override;
    LatentPoints latent(std::span<const Genotype> genotypes, const JobControl &control) override;

    /// One per model.
    const std::vector<GeneTables> &tables() const noexcept { return tables_; }
    /// Adds expected fitness, support and range to a prediction of `genes` (ascending), whose single deletions must be
    /// known, and takes away the interaction where the models have learnt none (interactionKnown()). May be called from
    /// several threads at a time.
    void complete(std::span<const GeneIndex> genes, Prediction &prediction) const;

private:
    /// Fitness and interaction of `genotypes` by one model, in order.
    struct Answers {
        std::vector<double> fitness;
        std::vector<double> interaction;
    };
    Answers ask(const GeneTables &tables, std::span<const Genotype> genotypes) const;
    std::vector<Prediction> askAll(std::span<const Genotype> genotypes) const;
    /// Fills singleFitness_ for every gene of `genotypes` that lacks it.
    void ensureSingles(std::span<const Genotype> genotypes);
    void checkGenes(std::span<const Genotype> genotypes) const;
    const std::vector<std::shared_ptr<const FusedModel>> &fusedModels();
    std::vector<LeftOutModel> &leftOutModels();
    /// Of every model, GeneTables::latent() of `genotypes` times its scale, side by side.
    at::Tensor latentRows(std::span<const Genotype> genotypes);

    std::shared_ptr<const Cell> cell_;
    at::Device device_;
    std::vector<GeneTables> tables_;
    std::vector<ModelSummary> summaries_;
    /// Predicted fitness of each single deletion (mean over the ensemble); NaN until it is needed.
    std::vector<double> singleFitness_;
    /// Training genotypes that held each gene, the least over the ensemble; empty when no model says.
    std::vector<std::int64_t> support_;
    /// Whether the models have learnt interactions of 0, 1, … deletions; the last entry stands for all that are larger.
    std::vector<bool> knowsInteraction_;
    /// What leftOutModels() are made of, and they, made when first asked for.
    std::vector<ModelFile> files_;
    std::vector<LeftOutModel> leftOut_;
    /// Of every model, the scales of fitness and interaction in the latent space; made when first asked for.
    std::vector<std::pair<double, double>> latentScales_;
    /// Made for the first screen on the CPU.
    std::vector<std::shared_ptr<const FusedModel>> fused_;
};

/// How each of several model files is read; most need nothing said.
using ModelOptions = std::function<ModelReadOptions(const std::filesystem::path &)>;

/// Reads `paths` and opens them as one predictor.
std::unique_ptr<Predictor> openPredictor(const std::vector<std::filesystem::path> &paths,
                                         std::shared_ptr<const Cell> cell, const at::Device &device,
                                         const JobControl &control, const ModelOptions &options = {});

} // namespace knockscape
