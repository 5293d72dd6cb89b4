#pragma once

#include "engine/cell/cell.h"
#include "engine/core/genotype.h"
#include "engine/core/issue.h"
#include "engine/core/job_control.h"
#include "engine/fba/media.h"

#include <QObject>

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace knockscape::ui
{

/// Growth of a genotype by flux balance, as the knockout set shows it.
struct LiveSimulation {
    Genotype genotype;
    /// Relative to wild type.
    double fitness = 0.0;
    /// 1/h.
    double growth = 0.0;
    /// Rows of Metabolism::reactions that the deletions block.
    std::vector<std::int32_t> blockedReactions;
    /// How many of the deleted genes the metabolic model knows; with none, the numbers say nothing about the deletion.
    std::size_t genesInModel = 0;
    /// True where it grows on a rich medium but not on this one.
    bool richMediumOnly = false;
    /// The medium, as people read it, and whether it is the cell's own.
    std::string medium = {};
    bool onOwnMedium = true;
};

/// Growth of one genotype of many.
struct SimulatedFitness {
    /// Relative to wild type; NaN where there is no answer.
    double fitness = std::numeric_limits<double>::quiet_NaN();
    /// "ok", "infeasible" (growth is 0), or why there is no answer, in the person's language.
    std::string status = "ok";
};

/// Simulates growth of the current knockout set on a thread of its own (GLPK is not thread-safe, and a genome-scale
/// problem takes a while). Only the answer to the newest request arrives, in the GUI thread; the solver is stopped in
/// what nobody waits for any more. Does nothing but say why where the cell has no metabolism with an objective, or this
/// build has no GLPK.
class SimulationService : public QObject
{
    Q_OBJECT

public:
    explicit SimulationService(QObject *parent = nullptr);
    ~SimulationService() override;

    /// Everything from now on is of this cell on this medium; running batches end.
    void setCell(std::shared_ptr<const Cell> cell, const Medium &medium = {});
    void request(const Genotype &genotype);
    /// Simulates many genotypes in order, in turns with the live requests and with other batches; returns the batch's
    /// number. batchReady follows in turns, then batchEnded once.
    quint64 simulate(std::vector<Genotype> genotypes);
    /// Ends a batch; what was simulated has been delivered, and nothing follows.
    void cancelBatch(quint64 batch);

signals:
    /// Growth of genotypes first, first + 1, ….
    void batchReady(quint64 batch, quint64 first, const std::vector<knockscape::ui::SimulatedFitness> &growth);
    void batchEnded(quint64 batch);
    void ready(const knockscape::ui::LiveSimulation &simulation);
    /// Why there is no simulated growth (once per cell, or for one genotype).
    void unavailable(const knockscape::Issue &issue);

private:
    class Worker;

    std::unique_ptr<Worker> worker_;
    quint64 serial_ = 0;
    /// Of the cell that is prepared, and of the newest request.
    CancelToken preparing_;
    CancelToken asked_;
    /// Batches that run or wait; the thread drops one whose token is cancelled.
    std::map<quint64, CancelToken> batches_;
    quint64 lastBatch_ = 0;
};

} // namespace knockscape::ui
