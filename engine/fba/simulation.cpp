#include "engine/fba/simulation.h"

#include "engine/cell/metabolic_genes.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace knockscape
{

namespace
{

/// Answers that arrive in any order from the workers and leave in the order of the genotypes.
class OrderedAnswers
{
public:
    explicit OrderedAnswers(std::size_t count) : answers_(count) {}

    void put(std::size_t index, SimulatedGrowth growth)
    {
        const std::lock_guard lock(mutex_);
        answers_[index] = std::move(growth);
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
    std::optional<SimulatedGrowth> take(std::size_t index)
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
    std::vector<std::optional<SimulatedGrowth>> answers_;
    std::exception_ptr error_;
};

void work(const std::shared_ptr<const Cell> &cell, std::span<const Genotype> genotypes, std::atomic<std::size_t> &next,
          const std::atomic<bool> &stop, OrderedAnswers &answers, const CancelToken &cancel)
{
    try {
        const JobControl control{cancel, {}};
        FluxBalance balance(cell, control);
        for (std::size_t index = next++; index < genotypes.size() && !stop; index = next++) {
            answers.put(index, balance.simulate(genotypes[index], control));
        }
    } catch (...) {
        answers.fail(std::current_exception());
    }
}

} // namespace

void simulateAll(const std::shared_ptr<const Cell> &cell, std::span<const Genotype> genotypes, int threads,
                 const GrowthSink &sink, const JobControl &control)
{
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const auto wanted = threads > 0 ? static_cast<std::size_t>(threads) : static_cast<std::size_t>(cores);
    const std::string stage = translate("Engine", "Simulating growth");
    OrderedAnswers answers(genotypes.size());
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
        control.report(stage, 0, genotypes.size());
        for (std::size_t i = 0; i < std::min(wanted, genotypes.size()); ++i) {
            workers.emplace_back([&] { work(cell, genotypes, next, stop, answers, control.cancel); });
        }
        for (std::size_t index = 0; index < genotypes.size();) {
            if (const auto growth = answers.take(index)) {
                sink(index, *growth);
                ++index;
            }
            control.report(stage, index, genotypes.size());
        }
    } catch (...) {
        finish();
        throw;
    }
    finish();
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
