#include "ui/session/simulation_service.h"

#include "ui/session/inference_service.h"
#include "ui/session/media_choices.h"
#include "ui/session/task_thread.h"

#ifdef KNOCKSCAPE_FBA
#include "engine/fba/flux_balance.h"
#endif

#include <QElapsedTimer>

#include <limits>
#include <optional>
#include <utility>

namespace knockscape::ui
{
namespace
{

/// A live request waits no longer than this for a batch.
constexpr qint64 simulationBatchMilliseconds = 40;

} // namespace

/// What happens on the simulation thread.
class SimulationService::Worker
{
public:
    explicit Worker(SimulationService *service) : service_(service) {}

    TaskThread &thread() { return thread_; }

#ifdef KNOCKSCAPE_FBA
    void setCell(quint64 serial, const std::shared_ptr<const Cell> &cell, const Medium &medium,
                 const CancelToken &token)
    {
        balance_.reset();
        try {
            balance_.emplace(onMedium(cell, medium), JobControl{token, {}});
            medium_ = medium;
        } catch (const Cancelled &) {
            // Another cell follows, or nothing.
        } catch (...) {
            report(serial, issuesOf(std::current_exception()).front());
        }
    }

    /// Some genotypes of a batch now; the rest behind whatever waits, so that live requests get through.
    void continueBatch(quint64 batch, const std::shared_ptr<const std::vector<Genotype>> &genotypes, std::size_t first,
                       const CancelToken &token)
    {
        std::vector<SimulatedFitness> growth;
        QElapsedTimer timer;
        timer.start();
        try {
            while (balance_ && first + growth.size() < genotypes->size() &&
                   timer.elapsed() < simulationBatchMilliseconds) {
                token.throwIfCancelled();
                growth.push_back(growthOf((*genotypes)[first + growth.size()], token));
            }
        } catch (const Cancelled &) {
            return; // nobody waits for the rest
        }
        const std::size_t next = first + growth.size();
        const bool over = !balance_ || next >= genotypes->size();
        QMetaObject::invokeMethod(
            service_,
            [this, batch, first, over, growth = std::move(growth)] {
                if (service_->batches_.contains(batch)) {
                    emit service_->batchReady(batch, first, growth);
                    if (over) {
                        service_->batches_.erase(batch);
                        emit service_->batchEnded(batch);
                    }
                }
            },
            Qt::QueuedConnection);
        if (!over) {
            thread_.post([this, batch, genotypes, next, token] { continueBatch(batch, genotypes, next, token); });
        }
    }

    void simulate(quint64 serial, const Genotype &genotype, const CancelToken &token)
    {
        if (!balance_ || token.cancelled()) {
            return;
        }
        try {
            const JobControl control{token, {}};
            SimulatedGrowth growth = balance_->simulate(genotype, control);
            LiveSimulation live{genotype, growth.fitness, growth.growth, std::move(growth.blockedReactions),
                                growth.genesInModel};
            live.medium = titleOf(medium_).toStdString();
            live.onOwnMedium = medium_.name == Medium().name;
            live.richMediumOnly =
                growth.fitness < LethalFitness && balance_->viability(genotype, control) == Viability::RichMediumOnly;
            QMetaObject::invokeMethod(
                service_,
                [this, serial, live = std::move(live)] {
                    if (serial == service_->serial_) {
                        emit service_->ready(live);
                    }
                },
                Qt::QueuedConnection);
        } catch (const Cancelled &) {
            // Another set is asked for, or another cell.
        } catch (...) {
            report(serial, issuesOf(std::current_exception()).front());
        }
    }

private:
    SimulatedFitness growthOf(const Genotype &genotype, const CancelToken &token)
    {
        try {
            SimulatedGrowth growth = balance_->simulate(genotype, JobControl{token, {}});
            return {growth.fitness, std::move(growth.status)};
        } catch (const Cancelled &) {
            throw;
        } catch (...) {
            return {std::numeric_limits<double>::quiet_NaN(), describe(issuesOf(std::current_exception()).front())};
        }
    }

    void release()
    {
        balance_.reset();
    }

    std::optional<FluxBalance> balance_;
    Medium medium_;
#else
    void setCell(quint64 serial, const std::shared_ptr<const Cell> &, const Medium &, const CancelToken &)
    {
        report(serial, noteAt({}, SimulationService::tr("This build has no flux balance analysis").toStdString(),
                              SimulationService::tr("Install GLPK and build again").toStdString()));
    }
    void simulate(quint64, const Genotype &, const CancelToken &) {}
    void continueBatch(quint64 batch, const std::shared_ptr<const std::vector<Genotype>> &, std::size_t,
                       const CancelToken &)
    {
        QMetaObject::invokeMethod(
            service_,
            [this, batch] {
                if (service_->batches_.erase(batch) > 0) {
                    emit service_->batchEnded(batch);
                }
            },
            Qt::QueuedConnection);
    }

private:
    void release() {}
#endif
    void report(quint64 serial, const Issue &issue)
    {
        QMetaObject::invokeMethod(
            service_,
            [this, serial, issue] {
                if (serial <= service_->serial_) {
                    emit service_->unavailable(issue);
                }
            },
            Qt::QueuedConnection);
    }

    SimulationService *service_;
    /// GLPK's memory belongs to the thread that allocated it.
    TaskThread thread_{[this] { release(); }};
};

SimulationService::SimulationService(QObject *parent) : QObject(parent), worker_(std::make_unique<Worker>(this))
{
    // Simulated growth comes beside the prediction; it must not hold up that, or drawing.
    worker_->thread().beBackground();
}

SimulationService::~SimulationService()
{
    for (const auto &[batch, token] : batches_) {
        token.cancel();
    }
    preparing_.cancel();
    asked_.cancel();
    worker_.reset();
}

quint64 SimulationService::simulate(std::vector<Genotype> genotypes)
{
    const quint64 batch = ++lastBatch_;
    const CancelToken token;
    batches_.emplace(batch, token);
    worker_->thread().post([worker = worker_.get(), batch, token,
                            shared = std::make_shared<const std::vector<Genotype>>(std::move(genotypes))] {
        worker->continueBatch(batch, shared, 0, token);
    });
    return batch;
}

void SimulationService::cancelBatch(quint64 batch)
{
    if (const auto found = batches_.find(batch); found != batches_.end()) {
        found->second.cancel();
        batches_.erase(found);
    }
}

void SimulationService::setCell(std::shared_ptr<const Cell> cell, const Medium &medium)
{
    preparing_.cancel();
    asked_.cancel();
    for (const auto &[batch, token] : std::exchange(batches_, {})) {
        token.cancel();
        emit batchEnded(batch);
    }
    preparing_ = CancelToken();
    worker_->thread().discardWaiting();
    worker_->thread().post([worker = worker_.get(), serial = ++serial_, cell = std::move(cell), medium,
                            token = preparing_] { worker->setCell(serial, cell, medium, token); });
}

void SimulationService::request(const Genotype &genotype)
{
    asked_.cancel();
    asked_ = CancelToken();
    // In turn with setCell, since the latest lane would overtake the cell that the genotype belongs to; what was
    // superseded meanwhile costs nothing.
    worker_->thread().post([worker = worker_.get(), serial = ++serial_, genotype, token = asked_] {
        worker->simulate(serial, genotype, token);
    });
}

} // namespace knockscape::ui
