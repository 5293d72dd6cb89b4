#include "engine/core/worker_pool.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace knockscape
{

class WorkerPool::Private
{
public:
    explicit Private(std::size_t workers)
    {
        for (std::size_t worker = 1; worker < workers; ++worker) {
            threads.emplace_back([this, worker] { wait(worker); });
        }
    }

    ~Private()
    {
        {
            const std::lock_guard lock(mutex);
            ending = true;
        }
        begun.notify_all();
        for (std::thread &thread : threads) {
            thread.join();
        }
    }

    void wait(std::size_t worker)
    {
        std::size_t seen = 0;
        std::unique_lock lock(mutex);
        while (true) {
            begun.wait(lock, [&] { return ending || job != seen; });
            if (ending) {
                return;
            }
            seen = job;
            lock.unlock();
            takePieces(worker);
            lock.lock();
            if (--busy == 0) {
                ended.notify_one();
            }
        }
    }

    void takePieces(std::size_t worker)
    {
        try {
            for (std::size_t piece = next++; piece < pieces; piece = next++) {
                (*work)(worker, piece);
            }
        } catch (...) {
            next = pieces;
            const std::lock_guard lock(mutex);
            if (!failure) {
                failure = std::current_exception();
            }
        }
    }

    std::vector<std::thread> threads;
    std::mutex mutex;
    std::condition_variable begun;
    std::condition_variable ended;
    std::size_t job = 0;
    std::size_t busy = 0;
    bool ending = false;
    std::exception_ptr failure;
    const std::function<void(std::size_t, std::size_t)> *work = nullptr;
    std::size_t pieces = 0;
    std::atomic<std::size_t> next{0};
};

WorkerPool::WorkerPool(std::size_t workers) : d(std::make_unique<Private>(std::max<std::size_t>(1, workers))) {}

WorkerPool::~WorkerPool() = default;

std::size_t WorkerPool::size() const noexcept
{
    return d->threads.size() + 1;
}

void WorkerPool::run(std::size_t pieces, const std::function<void(std::size_t, std::size_t)> &work)
{
    if (pieces <= 1 || d->threads.empty()) {
        for (std::size_t piece = 0; piece < pieces; ++piece) {
            work(0, piece);
        }
        return;
    }
    {
        const std::lock_guard lock(d->mutex);
        d->work = &work;
        d->pieces = pieces;
        d->next = 0;
        d->failure = nullptr;
        d->busy = d->threads.size();
        ++d->job;
    }
    d->begun.notify_all();
    d->takePieces(0);
    std::unique_lock lock(d->mutex);
    d->ended.wait(lock, [&] { return d->busy == 0; });
    if (d->failure) {
        std::rethrow_exception(d->failure);
    }
}

} // namespace knockscape
