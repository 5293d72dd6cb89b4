#include "engine/simulating/flux_balance_predictor.h"

#include "engine/cell/metabolic_genes.h"
#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/worker_pool.h"
#include "engine/fba/flux_balance.h"
#include "engine/inference/prediction_block.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <latch>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>

namespace knockscape
{

namespace
{

/// Genotypes per thread in one batch: some tens of milliseconds with a genome's metabolism.
constexpr std::size_t rowsPerThread = 16;
/// What measuring may take, and from how many places of the range it takes its genotypes.
constexpr double secondsToMeasure = 0.5;
constexpr std::uint64_t placesToMeasure = 512;

using SimulationClock = std::chrono::steady_clock;

double secondsSinceThen(SimulationClock::time_point start)
{
    return std::chrono::duration<double>(SimulationClock::now() - start).count();
}

/// What there is of a single deletion.
struct SimulatedSingle {
    double fitness = 1.0;
    bool infeasible = false;
    std::string status = "ok";
    KnownOptimum optimum;
};

std::size_t coresFor(int threads)
{
    return threads > 0 ? static_cast<std::size_t>(threads) : std::max(1U, std::thread::hardware_concurrency());
}

/// Every gene that genotypes of a range delete; some of them more than once.
std::vector<GeneIndex> genesOfSource(const GenotypeSource &source, IndexRange range)
{
    if (const Combinations *combinations = source.combinations()) {
        std::vector<GeneIndex> genes = combinations->panel();
        genes.insert(genes.end(), combinations->fixed().begin(), combinations->fixed().end());
        return genes;
    }
    PredictionBlock all;
    fillGenes(source, range, all);
    return std::move(all.genes);
}

/// Bounds and objective, as a short text that differs where they do.
std::string conditionsOf(const Cell &cell)
{
    std::string text;
    for (const Reaction &reaction : cell.metabolism.reactions) {
        text += formatExactly(reaction.lowerBound) + ' ' + formatExactly(reaction.upperBound) + ' ' +
                formatExactly(reaction.objective) + '\n';
    }
    return sha256(text);
}

} // namespace

class FluxBalancePredictor::Private
{
public:
    Private(std::shared_ptr<const Cell> simulated, int threads, const JobControl &control)
        : cell(std::move(simulated)), metabolic(*cell), pool(coresFor(threads)), balances(pool.size()),
          singles(cell->genes.size())
    {
        try {
            onEveryThread([&](std::size_t worker) { balances[worker].emplace(cell, control); });
        } catch (...) {
            release();
            throw;
        }
        cancel = control.cancel;
    }

    ~Private() { release(); }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    /// Once on each thread of the pool: all wait for each other, so that none takes two pieces.
    void onEveryThread(const std::function<void(std::size_t)> &work)
    {
        std::latch all(static_cast<std::ptrdiff_t>(pool.size()));
        pool.run(pool.size(), [&](std::size_t worker, std::size_t) {
            all.arrive_and_wait();
            work(worker);
        });
    }

    /// GLPK's memory is given back where it was taken.
    void release()
    {
        onEveryThread([this](std::size_t worker) { balances[worker].reset(); });
    }

    JobControl control() const { return {cancel, {}}; }

    const SimulatedSingle &single(GeneIndex gene) const { return *singles[static_cast<std::size_t>(gene)]; }

    /// The genes whose single deletion is not known, ascending.
    std::vector<GeneIndex> unknownAmong(std::span<const GeneIndex> genes) const
    {
        std::set<GeneIndex> unknown;
        for (const GeneIndex gene : genes) {
            if (gene < 0 || static_cast<std::size_t>(gene) >= singles.size()) {
                throw InputError(errorAt(std::to_string(gene), translate("Engine", "no such gene in this cell"), {}));
            }
            if (!singles[static_cast<std::size_t>(gene)]) {
                unknown.insert(gene);
            }
        }
        return {unknown.begin(), unknown.end()};
    }

    /// Solves the single deletions among `genes` that are not known.
    void ensureSingles(std::span<const GeneIndex> genes)
    {
        const std::vector<GeneIndex> wanted = unknownAmong(genes);
        pool.run(wanted.size(),
                 [&](std::size_t worker, std::size_t piece) { solveSingle(*balances[worker], wanted[piece]); });
    }

    void solveSingle(FluxBalance &balance, GeneIndex gene)
    {
        auto made = std::make_unique<SimulatedSingle>();
        const Genotype genotype{gene};
        if (metabolic.contains(gene)) {
            made->optimum = balance.optimumOf(genotype, control());
        }
        const KnownOptimum *const own = metabolic.contains(gene) ? &made->optimum : nullptr;
        SimulatedGrowth growth = balance.simulateBeside(genotype, {&own, 1}, control());
        made->fitness = growth.fitness;
        made->infeasible = growth.status == "infeasible";
        made->status = std::move(growth.status);
        singles[static_cast<std::size_t>(gene)] = std::move(made);
    }

    /// The singles must be known.
    Prediction answer(FluxBalance &balance, std::span<const GeneIndex> genes, const KnownOptimum *fixed)
    {
        Prediction prediction;
        prediction.expectedFitness = 1.0;
        std::vector<const KnownOptimum *> parts{fixed};
        for (const GeneIndex gene : genes) {
            prediction.expectedFitness *= single(gene).fitness;
            parts.push_back(metabolic.contains(gene) ? &single(gene).optimum : nullptr);
        }
        if (genes.size() < 2) {
            prediction.fitness = prediction.expectedFitness;
            return prediction;
        }
        Genotype genotype(std::vector<GeneIndex>(genes.begin(), genes.end()));
        SimulatedGrowth growth = balance.simulateBeside(genotype, parts, control());
        prediction.fitness = growth.fitness;
        if (growth.status != "ok" && growth.genesInModel > 0 && !hasInfeasibleSingle(genes)) {
            const std::lock_guard lock(mutex);
            statuses[std::move(genotype)] = std::move(growth.status);
        }
        return prediction;
    }

    bool hasInfeasibleSingle(std::span<const GeneIndex> genes) const
    {
        return std::any_of(genes.begin(), genes.end(), [this](GeneIndex gene) {
            return singles[static_cast<std::size_t>(gene)] && single(gene).infeasible;
        });
    }

    static void fill(std::span<const Genotype> genotypes, PredictionBlock &block)
    {
        block.predictions.assign(genotypes.size(), {});
        block.genes.clear();
        block.begins.assign(1, 0);
        for (const Genotype &genotype : genotypes) {
            block.genes.insert(block.genes.end(), genotype.genes().begin(), genotype.genes().end());
            block.begins.push_back(static_cast<std::uint32_t>(block.genes.size()));
        }
    }

    void answerBlock(PredictionBlock &block, const KnownOptimum *fixed)
    {
        cancel.throwIfCancelled();
        ensureSingles(block.genes);
        pool.run(block.size(), [&](std::size_t worker, std::size_t row) {
            block.predictions[row] = answer(*balances[worker], block.genesOf(row), fixed);
        });
    }

    std::shared_ptr<const Cell> cell;
    MetabolicGenes metabolic;
    CancelToken cancel;
    WorkerPool pool;
    /// One for each thread of the pool; each is made, used and destroyed there.
    std::vector<std::optional<FluxBalance>> balances;
    /// By gene; null until they are asked for.
    std::vector<std::unique_ptr<SimulatedSingle>> singles;
    std::mutex mutex;
    /// Of larger genotypes: what is neither "ok" nor known from their genes.
    std::map<Genotype, std::string> statuses;
};

/// The genotypes of a source, in batches.
class FluxBalancePredictor::Evaluator final : public ScreenEvaluator
{
public:
    Evaluator(Private &predictor, std::shared_ptr<const GenotypeSource> source)
        : d_(predictor), source_(std::move(source))
    {
        d_.unknownAmong(genesOfSource(*source_, {0, source_->count()})); // refuses genes that the cell lacks
    }

    const GenotypeSource &source() const noexcept override { return *source_; }

    EvaluatorFacts facts() const override
    {
        EvaluatorFacts facts;
        facts.path = "flux balance";
        facts.threads = d_.pool.size();
        facts.batch = rowsPerThread * d_.pool.size();
        facts.adaptsBatch = false;
        return facts;
    }

    void evaluate(IndexRange range, PredictionBlock &block) override
    {
        fillGenes(*source_, range, block);
        // A set against all others: most of them leave the set's own optimum standing.
        const Combinations *combinations = source_->combinations();
        if (!fixed_ && combinations != nullptr && combinations->fixed().size() > 1) {
            fixed_ = d_.balances.front()->optimumOf(Genotype(combinations->fixed()), d_.control());
        }
        d_.answerBlock(block, fixed_ ? &*fixed_ : nullptr);
    }

private:
    Private &d_;
    std::shared_ptr<const GenotypeSource> source_;
    std::optional<KnownOptimum> fixed_;
};

FluxBalancePredictor::FluxBalancePredictor(std::shared_ptr<const Cell> cell, int threads, const JobControl &control)
    : d(std::make_unique<Private>(std::move(cell), threads, control))
{
}

FluxBalancePredictor::~FluxBalancePredictor() = default;

const std::vector<ModelSummary> &FluxBalancePredictor::models() const
{
    static const std::vector<ModelSummary> none;
    return none;
}

const std::shared_ptr<const Cell> &FluxBalancePredictor::cell() const
{
    return d->cell;
}

double FluxBalancePredictor::wildTypeGrowth() const
{
    return d->balances.front()->wildTypeGrowth();
}

void FluxBalancePredictor::predict(std::span<const Genotype> genotypes, const PredictSettings &settings,
                                   const PredictionSink &sink, const JobControl &control)
{
    watch(control.cancel);
    const std::string stage = translate("Engine", "Simulating growth");
    const std::size_t most = settings.batchSize > 0 ? settings.batchSize : rowsPerThread * d->pool.size();
    PredictionBlock block;
    for (std::size_t first = 0; first < genotypes.size(); first += block.size()) {
        const auto some = genotypes.subspan(first, std::min(most, genotypes.size() - first));
        Private::fill(some, block);
        d->answerBlock(block, nullptr);
        sink(first, block.predictions);
        control.report(stage, first + some.size(), genotypes.size());
    }
}

std::unique_ptr<ScreenEvaluator> FluxBalancePredictor::openScreen(std::shared_ptr<const GenotypeSource> source)
{
    return std::make_unique<Evaluator>(*d, std::move(source));
}

std::string FluxBalancePredictor::identity() const
{
    return "simulation fba " + conditionsOf(*d->cell);
}

std::string FluxBalancePredictor::statusOf(const Genotype &genotype, const Prediction &prediction)
{
    if (!genotype.empty() && deletedGenesInModel(d->metabolic, genotype) == 0) {
        return translate("Engine", "not in the metabolic model");
    }
    if (genotype.size() == 1 && d->singles[static_cast<std::size_t>(genotype.genes().front())]) {
        return d->single(genotype.genes().front()).status;
    }
    if (d->hasInfeasibleSingle(genotype.genes())) {
        return "infeasible";
    }
    const std::lock_guard lock(d->mutex);
    if (const auto found = d->statuses.find(genotype); found != d->statuses.end()) {
        return found->second;
    }
    // An answer that was made before this object was, and read back from a checkpoint.
    return std::isnan(prediction.fitness) ? translate("Engine", "no growth could be shown to be right") : "ok";
}

void FluxBalancePredictor::watch(const CancelToken &cancel)
{
    d->cancel = cancel;
}

double FluxBalancePredictor::secondsFor(const GenotypeSource &source, IndexRange range)
{
    watch({}); // what was cancelled before is over
    PredictionBlock block;
    std::vector<Genotype> some;
    std::uint64_t rows = 0;
    std::size_t solved = 0;
    double singleSeconds = 0.0;
    double rowSeconds = 0.0;
    const std::uint64_t places = std::min(placesToMeasure, range.count);
    const SimulationClock::time_point start = SimulationClock::now();
    while (rows < places && (rows == 0 || secondsSinceThen(start) < secondsToMeasure)) {
        some.clear();
        // As many together as in a screen: to wake threads costs more than some answers.
        for (std::size_t i = 0; i < rowsPerThread * d->pool.size() && rows < places; ++i, ++rows) {
            // Multiples of the golden ratio lie all over a range, however few there are.
            const double part = std::fmod(static_cast<double>(rows) * 0.6180339887498949, 1.0);
            const auto place = static_cast<std::uint64_t>(part * static_cast<double>(range.count));
            some.push_back(source.genotype(range.first + std::min(place, range.count - 1)));
        }
        d->fill(some, block);
        const SimulationClock::time_point before = SimulationClock::now();
        const std::size_t unknown = d->unknownAmong(block.genes).size();
        d->ensureSingles(block.genes);
        const double took = secondsSinceThen(before);
        d->answerBlock(block, nullptr);
        solved += unknown;
        singleSeconds += unknown > 0 ? took : 0.0;
        rowSeconds += secondsSinceThen(before) - took;
    }
    const std::size_t left = d->unknownAmong(genesOfSource(source, range)).size();
    return (rows == 0 ? 0.0 : rowSeconds / static_cast<double>(rows) * static_cast<double>(range.count)) +
           (solved == 0 ? 0.0 : singleSeconds / static_cast<double>(solved) * static_cast<double>(left + solved));
}

} // namespace knockscape
