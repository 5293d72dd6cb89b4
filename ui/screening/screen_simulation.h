#pragma once

#include "engine/cell/cell.h"
#include "engine/cell/metabolic_genes.h"
#include "engine/core/agreement.h"
#include "engine/core/prediction.h"
#include "ui/session/simulation_service.h"

#include <QObject>

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace knockscape::ui
{

struct SimulatedRow;

/// By genotype; nothing where nobody asked for any.
using SimulatedRows = std::optional<std::map<Genotype, SimulatedRow>>;

/// What flux balance says of a genotype.
struct SimulatedRow {
    /// Growth relative to wild type; NaN where the metabolic model knows none of the genes, or the solver failed.
    double fitness = std::numeric_limits<double>::quiet_NaN();
    /// Fitness minus the product of the simulated single deletions; NaN below two deletions, and where the metabolic
    /// model does not know every gene: with those it has no interaction to tell of.
    double epistasis = std::numeric_limits<double>::quiet_NaN();
    /// How many of the deleted genes the metabolic model knows.
    std::size_t genesInModel = 0;
    /// SimulatedFitness::status; empty where nobody had to ask.
    std::string status;
};

/// Simulated growth of rows of a screen, as far as somebody asked for it: live, in order, on the simulation thread.
/// What was computed stays when the rest is cancelled, until another screen is shown. GUI thread.
class ScreenSimulation : public QObject
{
    Q_OBJECT

public:
    /// `service` may be null: nothing can be simulated then.
    explicit ScreenSimulation(SimulationService *service, QObject *parent = nullptr);

    /// Forgets everything; genotypes are of this cell from now on (null: none).
    void setCell(std::shared_ptr<const Cell> cell);
    /// Why nothing can be simulated; empty: it can.
    QString unavailableReason() const;
    /// Why nothing can be simulated where the cell does not tell; empty: nothing is known against it.
    void setUnavailable(const QString &reason);

    /// Simulates those that were not yet, with the single deletions that their interaction is measured by; rows[i] is
    /// the row of genotypes[i] in ScreenOutcome::rows(). Instead of what is still running.
    void start(const std::vector<Genotype> &genotypes, const std::vector<std::uint64_t> &rows);
    void cancel();
    bool running() const noexcept { return batch_ != 0; }

    /// What is known of a genotype; nothing where nobody asked.
    std::optional<SimulatedRow> find(const Genotype &genotype) const;
    /// Rows of the screen that were simulated, in the order asked for, with their genotypes.
    const std::vector<std::pair<std::uint64_t, Genotype>> &rows() const noexcept { return rows_; }
    bool empty() const noexcept { return rows_.empty(); }
    /// Everything that is known, for other threads.
    SimulatedRows known() const;
    /// The agreement of a row's answers.
    AnswerAgreement agreementOf(const PredictionRow &row) const;

signals:
    /// More is known.
    void changed();
    /// Genotypes of the rows asked for that are done.
    void progressed(quint64 done, quint64 total);
    /// `complete`: it was not cancelled.
    void ended(bool complete);

private:
    void take(quint64 first, const std::vector<SimulatedFitness> &growth);
    void end(bool complete);
    /// Of a single deletion: 1 for a gene that the metabolic model does not know.
    double singleFitness(GeneIndex gene) const;

    SimulationService *service_;
    std::shared_ptr<const Cell> cell_;
    std::optional<MetabolicGenes> genes_;
    QString reason_;  ///< of the cell
    QString missing_; ///< of the service
    quint64 batch_ = 0;
    std::vector<Genotype> asked_;
    /// Of the genotypes asked for: how many rows are done when the first n are.
    std::vector<std::size_t> rowsDone_;
    std::map<Genotype, SimulatedFitness> fitness_;
    std::vector<std::pair<std::uint64_t, Genotype>> rows_;
    std::set<std::uint64_t> known_; ///< the rows of rows_
};

} // namespace knockscape::ui
