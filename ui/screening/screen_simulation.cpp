#include "ui/screening/screen_simulation.h"

#include <cmath>
#include <utility>

namespace knockscape::ui
{

ScreenSimulation::ScreenSimulation(SimulationService *service, QObject *parent) : QObject(parent), service_(service)
{
    if (service == nullptr) {
        return;
    }
    connect(service, &SimulationService::batchReady, this,
            [this](quint64 batch, quint64 first, const std::vector<SimulatedFitness> &growth) {
                if (batch == batch_) {
                    take(first, growth);
                }
            });
    connect(service, &SimulationService::batchEnded, this, [this](quint64 batch) {
        if (batch == batch_) {
            end(true);
        }
    });
}

void ScreenSimulation::setCell(std::shared_ptr<const Cell> cell)
{
    cancel();
    fitness_.clear();
    rows_.clear();
    known_.clear();
    if (cell != cell_) {
        cell_ = std::move(cell);
        genes_.reset();
        reason_.clear();
        if (cell_) {
            genes_.emplace(*cell_);
            reason_ = cell_->metabolism.empty() ? tr("This cell has no metabolism") : QString();
        }
    }
    emit changed();
}

QString ScreenSimulation::unavailableReason() const
{
    return service_ == nullptr || !cell_ ? tr("No cell is open") : missing_.isEmpty() ? reason_ : missing_;
}

void ScreenSimulation::setUnavailable(const QString &reason)
{
    missing_ = reason;
    cancel();
}

void ScreenSimulation::start(const std::vector<Genotype> &genotypes, const std::vector<std::uint64_t> &rows)
{
    cancel();
    if (!unavailableReason().isEmpty()) {
        return;
    }
    asked_.clear();
    rowsDone_.assign(1, 0);
    std::set<Genotype> wanted;
    std::size_t done = 0;
    const auto ask = [&](const Genotype &genotype, bool isRow) {
        const bool known = deletedGenesInModel(*genes_, genotype) == 0 || fitness_.contains(genotype);
        if (!known && wanted.insert(genotype).second) {
            asked_.push_back(genotype);
            rowsDone_.push_back(done);
        }
        if (isRow) {
            ++done;
            rowsDone_.back() = done;
        }
    };
    for (std::size_t i = 0; i < genotypes.size(); ++i) {
        for (const GeneIndex gene : genotypes[i].genes()) {
            ask(Genotype{gene}, false);
        }
        ask(genotypes[i], true);
        if (known_.insert(rows[i]).second) {
            rows_.emplace_back(rows[i], genotypes[i]);
        }
    }
    emit changed();
    emit progressed(rowsDone_.front(), rowsDone_.back());
    if (asked_.empty()) {
        emit ended(true);
        return;
    }
    batch_ = service_->simulate(asked_);
}

void ScreenSimulation::cancel()
{
    if (batch_ != 0) {
        service_->cancelBatch(batch_);
        end(false);
    }
}

void ScreenSimulation::take(quint64 first, const std::vector<SimulatedFitness> &growth)
{
    for (std::size_t i = 0; i < growth.size(); ++i) {
        fitness_[asked_[static_cast<std::size_t>(first) + i]] = growth[i];
    }
    emit changed();
    emit progressed(rowsDone_[static_cast<std::size_t>(first) + growth.size()], rowsDone_.back());
}

void ScreenSimulation::end(bool complete)
{
    batch_ = 0;
    // What nobody will answer any more was not simulated.
    std::erase_if(rows_, [this](const auto &row) { return !find(row.second) && known_.erase(row.first) > 0; });
    emit changed();
    emit ended(complete);
}

double ScreenSimulation::singleFitness(GeneIndex gene) const
{
    if (!genes_->contains(gene)) {
        return 1.0;
    }
    const auto found = fitness_.find(Genotype{gene});
    return found == fitness_.end() ? std::numeric_limits<double>::quiet_NaN() : found->second.fitness;
}

std::optional<SimulatedRow> ScreenSimulation::find(const Genotype &genotype) const
{
    if (!genes_) {
        return std::nullopt;
    }
    SimulatedRow row;
    row.genesInModel = deletedGenesInModel(*genes_, genotype);
    if (row.genesInModel == 0 && !genotype.empty()) {
        // Nobody has to ask: the answer is that there is none.
        return rows_.empty() ? std::nullopt : std::optional(row);
    }
    const auto found = fitness_.find(genotype);
    if (found == fitness_.end()) {
        return std::nullopt;
    }
    row.fitness = found->second.fitness;
    row.status = found->second.status;
    if (genotype.size() >= 2 && row.genesInModel == genotype.size()) {
        double expected = 1.0;
        for (const GeneIndex gene : genotype.genes()) {
            expected *= singleFitness(gene);
        }
        row.epistasis = row.fitness - expected;
    }
    return row;
}

SimulatedRows ScreenSimulation::known() const
{
    if (rows_.empty()) {
        return std::nullopt;
    }
    SimulatedRows known(std::in_place);
    for (const auto &[genotype, growth] : fitness_) {
        if (const std::optional<SimulatedRow> answer = find(genotype)) {
            known->emplace(genotype, *answer);
        }
    }
    return known;
}

AnswerAgreement ScreenSimulation::agreementOf(const PredictionRow &row) const
{
    const std::optional<SimulatedRow> simulated = find(row.genotype);
    return knockscape::agreementOf(row.prediction, row.genotype.size(),
                                   simulated ? simulated->fitness : std::numeric_limits<double>::quiet_NaN(),
                                   simulated ? simulated->epistasis : std::numeric_limits<double>::quiet_NaN());
}

} // namespace knockscape::ui
