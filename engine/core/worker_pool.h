#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace knockscape
{

/// Threads that share the pieces of a job, whoever is free taking the next one, so that a thread that the machine holds
/// up does not hold up the others for more than a piece. One thread at a time may call run().
class WorkerPool
{
public:
    /// `workers` in all, the caller's thread among them; at least one.
    explicit WorkerPool(std::size_t workers);
    ~WorkerPool();
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    std::size_t size() const noexcept;
    /// Calls work(worker, piece) for every piece 0 … pieces − 1, worker < size() saying which thread it is, and returns
    /// when all are done. The first exception of `work` is thrown here; pieces not begun by then are left out.
    void run(std::size_t pieces, const std::function<void(std::size_t worker, std::size_t piece)> &work);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace knockscape
