#include "engine/inference/table_predictor.h"

#include "engine/core/interaction_orders.h"
#include "engine/core/issue.h"
#include "engine/core/translate.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#ifdef _OPENMP
#include <omp.h>
#endif

namespace knockscape
{

namespace
{

/// Genotypes between two calls of the sink.
constexpr std::size_t defaultBatch = 8192;
/// Rows of genes in one product: intermediate results stay in the cache.
constexpr std::size_t chunkRows = 2048;
/// Up to here waking other threads costs more than it brings: on a busy machine a single prediction would wait for the
/// scheduler at every operation.
constexpr std::size_t serialGenotypes = 256;

double mean(const std::vector<double> &values)
{
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

/// Sample standard deviation; NaN for one value.
double deviation(const std::vector<double> &values)
{
    if (values.size() < 2) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    const double centre = mean(values);
    double sum = 0.0;
    for (const double value : values) {
        sum += (value - centre) * (value - centre);
    }
    return std::sqrt(sum / static_cast<double>(values.size() - 1));
}

/// The genes of genotypes of one size, a row each.
at::Tensor geneRows(std::span<const Genotype> genotypes, std::span<const std::size_t> rows, std::size_t size)
{
    at::Tensor genes = at::empty({static_cast<std::int64_t>(rows.size()), static_cast<std::int64_t>(size)}, at::kLong);
    auto *data = genes.data_ptr<std::int64_t>();
    for (const std::size_t row : rows) {
        data = std::copy(genotypes[row].genes().begin(), genotypes[row].genes().end(), data);
    }
    return genes;
}

/// While it lives, what this thread asks of libtorch and its BLAS is done by this thread alone. Not by
/// at::set_num_threads(), which also rebuilds a thread pool each time.
class OneThread
{
public:
#ifdef _OPENMP
    OneThread()
    {
        omp_set_num_threads(1);
    }
    ~OneThread()
    {
        omp_set_num_threads(threads_);
    }
#else
    OneThread() = default;
#endif
    OneThread(const OneThread &) = delete;
    OneThread &operator=(const OneThread &) = delete;

private:
#ifdef _OPENMP
    int threads_ = omp_get_max_threads();
#endif
};

/// Genotypes of one size that are answered together: their rows in the batch.
struct Chunk {
    std::size_t size = 0;
    std::vector<std::size_t> rows;
};

std::vector<Chunk> chunksBySize(std::span<const Genotype> genotypes)
{
    std::vector<Chunk> chunks;
    std::map<std::size_t, std::size_t> open;
    for (std::size_t row = 0; row < genotypes.size(); ++row) {
        const std::size_t size = genotypes[row].size();
        const auto [found, isNew] = open.try_emplace(size, chunks.size());
        if (isNew || chunks[found->second].rows.size() * std::max<std::size_t>(1, size) >= chunkRows) {
            found->second = chunks.size();
            chunks.push_back({size, {}});
        }
        chunks[found->second].rows.push_back(row);
    }
    return chunks;
}

void scatter(const at::Tensor &answers, std::span<const std::size_t> rows, std::vector<double> &out)
{
    const at::Tensor values = answers.to(at::kCPU, at::kFloat).contiguous();
    const auto *data = values.data_ptr<float>();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        out[rows[i]] = data[i];
    }
}

} // namespace

TablePredictor::TablePredictor(std::vector<OpenedModel> models, std::shared_ptr<const Cell> cell,
                               const at::Device &device, const JobControl &control)
    : cell_(std::move(cell)), device_(device)
{
    const c10::InferenceMode inference;
    std::uint64_t done = 0;
    for (OpenedModel &opened : models) {
        control.report(translate("Engine", "Encoding the cell"), done++, models.size());
        requireFit(opened.file, *cell_, opened.summary.path.string());
        const CellLatentPerturbation model = opened.file.model.to(device_);
        const CellTensors tensors = makeCellTensors(*cell_, model.config(), device_);
        tables_.emplace_back(model, model.encode(tensors).combined);
        const std::vector<std::int64_t> &support = opened.file.training.supportPerGene;
        if (!support.empty() && support_.empty()) {
            support_ = support;
        }
        for (std::size_t gene = 0; gene < std::min(support.size(), support_.size()); ++gene) {
            support_[gene] = std::min(support_[gene], support[gene]);
        }
        files_.push_back(std::move(opened.file));
        summaries_.push_back(std::move(opened.summary));
        summaries_.back().geneCount = static_cast<std::int64_t>(cell_->genes.size());
    }
    control.report(translate("Engine", "Encoding the cell"), done, models.size());
    std::size_t largest = 1;
    for (const ModelSummary &summary : summaries_) {
        if (const auto &orders = summary.training.genotypesPerOrder; !orders.empty()) {
            largest = std::max(largest, static_cast<std::size_t>(std::max(0, orders.rbegin()->first)));
        }
    }
    for (std::size_t size = 0; size <= largest + 1; ++size) {
        knowsInteraction_.push_back(interactionKnown(summaries_, size));
    }
    singleFitness_.assign(cell_->genes.size(), std::numeric_limits<double>::quiet_NaN());
}

TablePredictor::Answers TablePredictor::ask(const GeneTables &tables, std::span<const Genotype> genotypes) const
{
    Answers answers{std::vector<double>(genotypes.size()), std::vector<double>(genotypes.size())};
    const std::vector<Chunk> chunks = chunksBySize(genotypes);
    const auto answer = [&](const Chunk &chunk) {
        const at::Tensor genes = geneRows(genotypes, chunk.rows, chunk.size).to(device_);
        const GeneTables::Answers part = tables.answer(genes);
        scatter(part.fitness, chunk.rows, answers.fitness);
        scatter(part.interaction, chunk.rows, answers.interaction);
    };
    if (!device_.is_cpu() || genotypes.size() <= serialGenotypes) {
        [[maybe_unused]] const OneThread oneThread;
        for (const Chunk &chunk : chunks) {
            answer(chunk);
        }
        return answers;
    }
    // A chunk a thread: the operations within one are too small to be shared.
    at::parallel_for(0, static_cast<std::int64_t>(chunks.size()), 1, [&](std::int64_t begin, std::int64_t end) {
        const c10::InferenceMode inference;
        for (std::int64_t index = begin; index < end; ++index) {
            answer(chunks[static_cast<std::size_t>(index)]);
        }
    });
    return answers;
}

std::vector<Prediction> TablePredictor::askAll(std::span<const Genotype> genotypes) const
{
    std::vector<Answers> answers;
    for (const GeneTables &tables : tables_) {
        answers.push_back(ask(tables, genotypes));
    }
    std::vector<Prediction> predictions(genotypes.size());
    std::vector<double> fitness(answers.size());
    std::vector<double> interaction(answers.size());
    for (std::size_t row = 0; row < genotypes.size(); ++row) {
        for (std::size_t model = 0; model < answers.size(); ++model) {
            fitness[model] = answers[model].fitness[row];
            interaction[model] = answers[model].interaction[row];
        }
        predictions[row].fitness = mean(fitness);
        predictions[row].interaction = mean(interaction);
        predictions[row].fitnessSd = deviation(fitness);
        predictions[row].interactionSd = deviation(interaction);
    }
    return predictions;
}

void TablePredictor::ensureSingles(std::span<const Genotype> genotypes)
{
    std::vector<Genotype> singles;
    for (const Genotype &genotype : genotypes) {
        for (const GeneIndex gene : genotype.genes()) {
            double &known = singleFitness_[static_cast<std::size_t>(gene)];
            if (std::isnan(known)) {
                // Any number keeps the gene from being asked for twice; the answer replaces it below.
                known = 0.0;
                singles.push_back(Genotype{gene});
            }
        }
    }
    if (singles.empty()) {
        return;
    }
    const std::vector<Prediction> answers = askAll(singles);
    for (std::size_t i = 0; i < singles.size(); ++i) {
        singleFitness_[static_cast<std::size_t>(singles[i].genes().front())] = answers[i].fitness;
    }
}

void TablePredictor::checkGenes(std::span<const Genotype> genotypes) const
{
    for (std::size_t row = 0; row < genotypes.size(); ++row) {
        const auto genes = genotypes[row].genes();
        // Genotypes are ascending: both ends suffice.
        if (!genes.empty() && (genes.front() < 0 || static_cast<std::size_t>(genes.back()) >= cell_->genes.size())) {
            throw InputError(errorAt(translate("Engine", "genotype %1", {std::to_string(row + 1)}),
                                     translate("Engine", "It names a gene that the cell's catalogue lacks.")));
        }
    }
}

void TablePredictor::complete(std::span<const GeneIndex> genes, Prediction &prediction) const
{
    prediction.expectedFitness = 1.0;
    for (const GeneIndex gene : genes) {
        prediction.expectedFitness *= singleFitness_[static_cast<std::size_t>(gene)];
    }
    if (genes.size() == 1) {
        // The same number, not one that another batch rounded differently: a single deletion has no epistasis.
        prediction.expectedFitness = prediction.fitness;
    }
    if (!knowsInteraction_[std::min(genes.size(), knowsInteraction_.size() - 1)]) {
        prediction.interaction = std::numeric_limits<double>::quiet_NaN();
        prediction.interactionSd = std::numeric_limits<double>::quiet_NaN();
    }
    if (!support_.empty() && !genes.empty()) {
        prediction.support = std::numeric_limits<std::int64_t>::max();
        for (const GeneIndex gene : genes) {
            prediction.support = std::min(prediction.support, support_[static_cast<std::size_t>(gene)]);
        }
    }
    prediction.inRange = true;
    for (const ModelSummary &summary : summaries_) {
        const bool interactionMatters = genes.size() > 1;
        prediction.inRange =
            prediction.inRange && summary.training.fitnessRange.contains(prediction.fitness) &&
            (!interactionMatters || summary.training.interactionRange.contains(prediction.interaction));
    }
}

void TablePredictor::predict(std::span<const Genotype> genotypes, const PredictSettings &settings,
                             const PredictionSink &sink, const JobControl &control)
{
    const c10::InferenceMode inference;
    checkGenes(genotypes);
    const std::size_t batch = settings.batchSize == 0 ? defaultBatch : settings.batchSize;
    const std::string stage = translate("Engine", "Predicting");
    for (std::size_t first = 0; first < genotypes.size(); first += batch) {
        control.report(stage, first, genotypes.size());
        const auto part = genotypes.subspan(first, std::min(batch, genotypes.size() - first));
        ensureSingles(part);
        std::vector<Prediction> predictions = askAll(part);
        for (std::size_t i = 0; i < part.size(); ++i) {
            complete(part[i].genes(), predictions[i]);
        }
        sink(first, predictions);
    }
    if (control.progress) {
        control.progress({stage, genotypes.size(), genotypes.size()});
    }
}

std::unique_ptr<Predictor> openPredictor(const std::vector<std::filesystem::path> &paths,
                                         std::shared_ptr<const Cell> cell, const at::Device &device,
                                         const JobControl &control, const ModelOptions &options)
{
    if (paths.empty()) {
        throw InputError(errorAt({}, translate("Engine", "No model was named.")));
    }
    std::vector<OpenedModel> models;
    for (const std::filesystem::path &path : paths) {
        control.report(translate("Engine", "Reading the model"), models.size(), paths.size());
        std::vector<Issue> issues;
        ModelFile file = readModelFile(path, issues, options ? options(path) : ModelReadOptions{});
        ModelSummary summary = summarise(file, path);
        summary.issues = std::move(issues);
        models.push_back({std::move(file), std::move(summary)});
    }
    return std::make_unique<TablePredictor>(std::move(models), std::move(cell), device, control);
}

} // namespace knockscape
