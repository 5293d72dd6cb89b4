#include "ui/session/session.h"

#include <QUndoCommand>

#include <algorithm>
#include <set>

namespace knockscape::ui
{
namespace
{

/// `genotype` of `from` as rows of `to`; ids that `to` lacks are added to `missing`.
Genotype carried(const Genotype &genotype, const GeneCatalogue &from, const GeneCatalogue &to,
                 std::set<std::string> &missing)
{
    std::vector<GeneIndex> genes;
    for (const GeneIndex gene : genotype.genes()) {
        const GeneIndex found = to.findId(from[gene].id);
        if (found >= 0) {
            genes.push_back(found);
        } else {
            missing.insert(from[gene].id);
        }
    }
    return Genotype(std::move(genes));
}

/// The cell's own medium, with all that it lets the cell take up where flux balance is part of this build.
Medium ownMediumOf([[maybe_unused]] const Cell *cell)
{
#ifdef KNOCKSCAPE_FBA
    if (cell != nullptr) {
        return builtInMedium(*cell, builtInMedia().front());
    }
#endif
    return {};
}

} // namespace

class Session::ChangeKnockouts final : public QUndoCommand
{
public:
    ChangeKnockouts(Session *session, Genotype after, const QString &text)
        : QUndoCommand(text), session_(session), before_(session->knockouts_), after_(std::move(after))
    {
    }
    void undo() override { session_->applyKnockouts(before_); }
    void redo() override { session_->applyKnockouts(after_); }

private:
    Session *session_;
    Genotype before_;
    Genotype after_;
};

class Session::ChangeGenotypes final : public QUndoCommand
{
public:
    ChangeGenotypes(Session *session, std::vector<Genotype> after, const QString &text)
        : QUndoCommand(text), session_(session), before_(session->genotypes_), after_(std::move(after))
    {
    }
    void undo() override { session_->applyGenotypes(before_); }
    void redo() override { session_->applyGenotypes(after_); }

private:
    Session *session_;
    std::vector<Genotype> before_;
    std::vector<Genotype> after_;
};

class Session::ChangeMedium final : public QUndoCommand
{
public:
    ChangeMedium(Session *session, Medium after, const QString &text)
        : QUndoCommand(text), session_(session), before_(session->medium_), after_(std::move(after))
    {
    }
    void undo() override { session_->applyMedium(before_); }
    void redo() override { session_->applyMedium(after_); }

private:
    Session *session_;
    Medium before_;
    Medium after_;
};

Session::Session(QObject *parent) : QObject(parent) {}

std::vector<std::int64_t> Session::support() const
{
    std::vector<std::int64_t> support;
    for (const ModelSummary &model : models_) {
        const auto &own = model.training.supportPerGene;
        if (own.empty()) {
            continue;
        }
        if (support.empty()) {
            support = own;
        }
        for (std::size_t i = 0; i < std::min(support.size(), own.size()); ++i) {
            support[i] = std::min(support[i], own[i]);
        }
    }
    return support;
}

std::vector<Issue> Session::setCell(std::shared_ptr<const Cell> cell, const std::filesystem::path &folder)
{
    const std::shared_ptr<const Cell> old = std::move(cell_);
    cell_ = std::move(cell);
    cellFolder_ = folder;
    models_.clear();
    measured_.reset();
    device_.clear();
    medium_ = ownMediumOf(cell_.get());
    results_.clear();
    origin_ = ResultOrigin::None;
    title_.clear();
    std::set<std::string> missing;
    if (old && cell_) {
        knockouts_ = carried(knockouts_, old->genes, cell_->genes, missing);
        std::vector<Genotype> genotypes;
        for (const Genotype &genotype : genotypes_) {
            // Part of a genotype would be another genotype.
            std::set<std::string> missingHere;
            Genotype same = carried(genotype, old->genes, cell_->genes, missingHere);
            if (missingHere.empty()) {
                genotypes.push_back(std::move(same));
            }
            missing.merge(missingHere);
        }
        genotypes_ = std::move(genotypes);
    } else {
        knockouts_ = {};
        genotypes_.clear();
    }
    undo_.clear();
    emit cellChanged();
    emit mediumChanged(medium_);
    emit modelsChanged();
    emit measuredChanged();
    emit knockoutsChanged(knockouts_);
    emit genotypesChanged(genotypes_);

    std::vector<Issue> issues;
    for (const std::string &id : missing) {
        issues.push_back(warningAt(
            id,
            tr("The open cell has no gene with this id; it was left out of the knockout set, and genotypes that hold "
               "it out of the list")
                .toStdString(),
            tr("Open the cell it belongs to, or pick a gene of this cell").toStdString()));
    }
    return issues;
}

void Session::setModels(std::vector<ModelSummary> models, const QString &device)
{
    models_ = std::move(models);
    device_ = device;
    emit modelsChanged();
}

void Session::setMeasured(MeasuredLabelsPtr measured)
{
    if (measured != measured_) {
        measured_ = std::move(measured);
        emit measuredChanged();
    }
}

void Session::setKnockouts(const Genotype &knockouts, const QString &text)
{
    if (knockouts != knockouts_) {
        undo_.push(new ChangeKnockouts(this, knockouts, text.isEmpty() ? tr("change of the knockout set") : text));
    }
}

void Session::setKnockedOut(GeneIndex gene, bool knockedOut)
{
    if (!cell_ || gene < 0 || static_cast<std::size_t>(gene) >= cell_->genes.size()) {
        return;
    }
    setKnockouts(knockedOut ? knockouts_.with(gene) : knockouts_.without(gene),
                 (knockedOut ? tr("knockout of %1") : tr("restoring of %1")).arg(label(gene)));
}

void Session::clearKnockouts()
{
    setKnockouts({}, tr("clearing of the knockout set"));
}

void Session::setMedium(const Medium &medium, const QString &text)
{
    if (medium != medium_) {
        const QString title = QString::fromStdString(medium.title.empty() ? medium.name : medium.title);
        undo_.push(new ChangeMedium(this, medium, text.isEmpty() ? tr("medium: %1").arg(title) : text));
    }
}

void Session::applyMedium(const Medium &medium)
{
    medium_ = medium;
    emit mediumChanged(medium_);
}

void Session::setGenotypes(const std::vector<Genotype> &genotypes, const QString &text)
{
    if (genotypes != genotypes_) {
        undo_.push(new ChangeGenotypes(this, genotypes, text));
    }
}

void Session::applyKnockouts(const Genotype &knockouts)
{
    knockouts_ = knockouts;
    emit knockoutsChanged(knockouts_);
}

void Session::applyGenotypes(const std::vector<Genotype> &genotypes)
{
    genotypes_ = genotypes;
    emit genotypesChanged(genotypes_);
}

void Session::beginResults(ResultOrigin origin, const QString &title, bool simulated)
{
    simulated_ = simulated;
    results_.clear();
    origin_ = origin;
    state_ = ResultState::Growing;
    title_ = title;
    emit resultsBegun(title);
}

void Session::appendResults(const std::vector<PredictionRow> &rows)
{
    results_.insert(results_.end(), rows.begin(), rows.end());
    emit resultsAppended(rows);
}

void Session::finishResults(ResultState state)
{
    state_ = state;
    emit resultsFinished(state);
}

QString Session::label(GeneIndex gene) const
{
    return cell_ ? QString::fromStdString(cell_->genes[gene].label()) : QString();
}

} // namespace knockscape::ui
