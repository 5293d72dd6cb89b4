#include "ui/session/simulation_service.h"

#include "ui/session/inference_service.h"
#include "ui/session/task_thread.h"

#ifdef KNOCKSCAPE_FBA
#include "engine/fba/flux_balance.h"
#endif

#include <optional>

namespace knockscape::ui
{

/// What happens on the simulation thread.
class SimulationService::Worker
{
public:
    explicit Worker(SimulationService *service) : service_(service) {}

    TaskThread &thread() { return thread_; }

#ifdef KNOCKSCAPE_FBA
    void setCell(quint64 serial, const std::shared_ptr<const Cell> &cell)
    {
        balance_.reset();
        try {
            balance_.emplace(cell);
        } catch (...) {
            report(serial, issuesOf(std::current_exception()).front());
        }
    }

    void simulate(quint64 serial, const Genotype &genotype)
    {
        if (!balance_) {
            return;
        }
        try {
            SimulatedGrowth growth = balance_->simulate(genotype);
            LiveSimulation live{genotype, growth.fitness, growth.growth, std::move(growth.blockedReactions)};
            QMetaObject::invokeMethod(
                service_,
                [this, serial, live = std::move(live)] {
                    if (serial == service_->serial_) {
                        emit service_->ready(live);
                    }
                },
                Qt::QueuedConnection);
        } catch (...) {
            report(serial, issuesOf(std::current_exception()).front());
        }
    }

private:
    void release()
    {
        balance_.reset();
    }

    std::optional<FluxBalance> balance_;
#else
    void setCell(quint64 serial, const std::shared_ptr<const Cell> &)
    {
        report(serial, noteAt({}, SimulationService::tr("This build has no flux balance analysis").toStdString(),
                              SimulationService::tr("Install GLPK and build again").toStdString()));
    }
    void simulate(quint64, const Genotype &) {}

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

SimulationService::SimulationService(QObject *parent) : QObject(parent), worker_(std::make_unique<Worker>(this)) {}

SimulationService::~SimulationService()
{
    worker_.reset();
}

void SimulationService::setCell(std::shared_ptr<const Cell> cell)
{
    worker_->thread().discardWaiting();
    worker_->thread().post(
        [worker = worker_.get(), serial = ++serial_, cell = std::move(cell)] { worker->setCell(serial, cell); });
}

void SimulationService::request(const Genotype &genotype)
{
    newest_->store(++serial_);
    worker_->thread().post([worker = worker_.get(), serial = serial_, genotype, newest = newest_] {
        // In turn with setCell, since the latest lane would overtake the cell that the genotype belongs to; what was
        // superseded meanwhile costs nothing.
        if (serial == newest->load()) {
            worker->simulate(serial, genotype);
        }
    });
}

} // namespace knockscape::ui
