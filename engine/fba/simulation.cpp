#include "engine/fba/simulation.h"

#include "engine/cell/metabolic_genes.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace knockscape
{

namespace
{

/// A single deletion that fewer genotypes hold is not worth solving for them.
constexpr std::size_t FewestUses = 4;

/// Answers that arrive in any order from the workers and leave in the order of the genotypes.
template <class Answer>
class OrderedAnswers
{
public:
    explicit OrderedAnswers(std::size_t count) : answers_(count) {}

    void put(std::size_t index, Answer answer)
    {
        const std::lock_guard lock(mutex_);
        answers_[index] = std::move(answer);
        arrived_.notify_one();
    }

    /// Ends every take() with this error.
    void fail(std::exception_ptr error)
    {
        const std::lock_guard lock(mutex_);
        error_ = error_ ? error_ : std::move(error);
        arrived_.notify_one();
    }

    /// The answer of `index`, or nothing if it takes longer than a tenth of a second.
    std::optional<Answer> take(std::size_t index)
    {
        std::unique_lock lock(mutex_);
        const auto ready = [&] { return answers_[index].has_value() || error_; };
        arrived_.wait_for(lock, std::chrono::milliseconds(100), ready);
        if (answers_[index]) {
            return std::exchange(answers_[index], std::nullopt);
        }
        if (error_) {
            std::rethrow_exception(error_);
        }
        return std::nullopt;
    }

private:
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::vector<std::optional<Answer>> answers_;
    std::exception_ptr error_;
};

/// Optima of single deletions that several genotypes hold, found by all threads together before the genotypes.
class SharedOptima
{
public:
    explicit SharedOptima(std::span<const Genotype> genotypes)
    {
        std::map<GeneIndex, std::size_t> uses;
        for (const Genotype &genotype : genotypes) {
            for (const GeneIndex gene : genotype.genes()) {
                uses[gene] += genotype.size() > 1 ? 1 : 0;
            }
        }
        for (const auto &[gene, count] : uses) {
            if (count >= FewestUses) {
                place_[gene] = genes_.size();
                genes_.push_back(gene);
            }
        }
        optima_.resize(genes_.size());
    }

    /// To be called by each thread once: takes part, and returns when all are there (or `stop` is set).
    void find(FluxBalance &balance, const std::atomic<bool> &stop, const JobControl &control)
    {
        for (std::size_t i = next_++; i < genes_.size() && !stop; i = next_++) {
            optima_[i] = balance.optimumOf(Genotype{genes_[i]}, control);
            const std::lock_guard lock(mutex_);
            ++found_;
            arrived_.notify_all();
        }
        std::unique_lock lock(mutex_);
        while (found_ < genes_.size() && !stop) {
            // One that failed never arrives; then the caller stops the others.
            arrived_.wait_for(lock, std::chrono::milliseconds(20));
        }
    }

    /// Those of the genotype's genes.
    std::vector<const KnownOptimum *> partsOf(const Genotype &genotype) const
    {
        std::vector<const KnownOptimum *> parts;
        for (const GeneIndex gene : genotype.genes()) {
            if (const auto found = place_.find(gene); found != place_.end()) {
                parts.push_back(&optima_[found->second]);
            }
        }
        return parts;
    }

private:
    std::map<GeneIndex, std::size_t> place_;
    std::vector<GeneIndex> genes_;
    std::vector<KnownOptimum> optima_;
    std::atomic<std::size_t> next_{0};
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::size_t found_ = 0;
};

/// The genotypes that are to be answered, with what each worker does before them, and asks of its FluxBalance.
template <class Answer>
struct Questions {
    std::shared_ptr<const Cell> cell;
    std::span<const Genotype> genotypes;
    std::function<void(FluxBalance &, const std::atomic<bool> &, const JobControl &)> prepare;
    std::function<Answer(FluxBalance &, const Genotype &, const JobControl &)> ask;
};

template <class Answer>
void answerInTurn(const Questions<Answer> &questions, std::atomic<std::size_t> &next, const std::atomic<bool> &stop,
                  OrderedAnswers<Answer> &answers, const CancelToken &cancel)
{
    try {
        const JobControl control{cancel, {}};
        FluxBalance balance(questions.cell, control);
        questions.prepare(balance, stop, control);
        for (std::size_t index = next++; index < questions.genotypes.size() && !stop; index = next++) {
            answers.put(index, questions.ask(balance, questions.genotypes[index], control));
        }
    } catch (...) {
        answers.fail(std::current_exception());
    }
}

std::size_t workersFor(int threads, std::size_t genotypes)
{
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    return std::min(threads > 0 ? static_cast<std::size_t>(threads) : static_cast<std::size_t>(cores), genotypes);
}

template <class Answer>
void answerAll(const Questions<Answer> &questions, int threads,
               const std::function<void(std::size_t, const Answer &)> &sink, const JobControl &control)
{
    const std::size_t count = questions.genotypes.size();
    const std::string stage = translate("Engine", "Simulating growth");
    OrderedAnswers<Answer> answers(count);
    std::atomic<std::size_t> next{0};
    std::atomic<bool> stop{false};
    std::vector<std::thread> workers;
    const auto finish = [&] {
        stop = true;
        for (std::thread &worker : workers) {
            worker.join();
        }
    };
    try {
        control.report(stage, 0, count);
        for (std::size_t i = 0; i < workersFor(threads, count); ++i) {
            workers.emplace_back([&] { answerInTurn(questions, next, stop, answers, control.cancel); });
        }
        for (std::size_t index = 0; index < count;) {
            if (const auto answer = answers.take(index)) {
                sink(index, *answer);
                ++index;
            }
            control.report(stage, index, count);
        }
    } catch (...) {
        finish();
        throw;
    }
    finish();
}

} // namespace

void simulateAll(const std::shared_ptr<const Cell> &cell, std::span<const Genotype> genotypes, int threads,
                 const GrowthSink &sink, const JobControl &control)
{
    SharedOptima optima(genotypes);
    const auto prepare = [&](FluxBalance &balance, const std::atomic<bool> &stop, const JobControl &job) {
        optima.find(balance, stop, job);
    };
    const auto ask = [&](FluxBalance &balance, const Genotype &genotype, const JobControl &job) {
        return balance.simulateBeside(genotype, optima.partsOf(genotype), job);
    };
    answerAll<SimulatedGrowth>({cell, genotypes, prepare, ask}, threads, sink, control);
}

void simulateAllFluxes(const std::shared_ptr<const Cell> &cell, std::span<const Genotype> genotypes, FluxMethod method,
                       int threads, const FluxSink &sink, const JobControl &control)
{
    const auto ask = [method](FluxBalance &balance, const Genotype &genotype, const JobControl &job) {
        return balance.simulateFluxes(genotype, method, job);
    };
    const auto prepare = [](FluxBalance &, const std::atomic<bool> &, const JobControl &) {};
    answerAll<SimulatedFluxes>({cell, genotypes, prepare, ask}, threads, sink, control);
}

std::vector<Genotype> metabolicSingles(const Cell &cell)
{
    std::vector<Genotype> singles;
    for (const GeneIndex gene : MetabolicGenes(cell).genes()) {
        singles.push_back(Genotype{gene});
    }
    return singles;
}

} // namespace knockscape
