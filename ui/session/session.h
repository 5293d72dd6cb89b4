#pragma once

#include "engine/cell/cell.h"
#include "engine/core/issue.h"
#include "engine/core/prediction.h"
#include "engine/fba/media.h"
#include "engine/inference/predictor.h"
#include "ui/session/measured_labels.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <filesystem>
#include <memory>
#include <vector>

namespace knockscape::ui
{

/// Where the rows on screen came from.
enum class ResultOrigin {
    /// Nothing yet.
    None,
    /// Made by the program to have something to look at; not logged.
    Preview,
    /// A run that a person started; logged.
    Run,
    /// Read from the run database.
    PastRun
};

/// How far the rows on screen are.
enum class ResultState { Growing, Complete, Partial };

/// The document: cell, models, knockout set, genotype list, results, and the undo stack of what a person changed.
/// Knows no widget and no thread; lives in the GUI thread. Every change is announced by one typed signal, also when it
/// comes from undo or redo. Setting what is already set changes and announces nothing.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject *parent = nullptr);

    const std::shared_ptr<const Cell> &cell() const noexcept { return cell_; }
    const std::filesystem::path &cellFolder() const noexcept { return cellFolder_; }
    const std::vector<ModelSummary> &models() const noexcept { return models_; }
    /// "cpu", "cuda:0"; empty without a model.
    const QString &device() const noexcept { return device_; }
    const Genotype &knockouts() const noexcept { return knockouts_; }
    const std::vector<Genotype> &genotypes() const noexcept { return genotypes_; }
    QUndoStack *undoStack() noexcept { return &undo_; }

    /// Training genotypes per gene, the smallest over an ensemble; empty when no model says.
    std::vector<std::int64_t> support() const;

    /// Opens another cell: closes the models, empties the results and the undo stack, and carries the knockout set and
    /// genotype list over by gene id. Returns what could not be carried over, one issue per gene.
    std::vector<Issue> setCell(std::shared_ptr<const Cell> cell, const std::filesystem::path &folder);
    void setModels(std::vector<ModelSummary> models, const QString &device);
    /// Labels to compare with, of the open cell; none until a person loads some, and after another cell was opened.
    void setMeasured(MeasuredLabelsPtr measured);
    const MeasuredLabelsPtr &measured() const noexcept { return measured_; }

    /// Undoable changes of the knockout set. `text` is what Undo will call it; made up when empty.
    void setKnockouts(const Genotype &knockouts, const QString &text = {});
    void setKnockedOut(GeneIndex gene, bool knockedOut);
    void clearKnockouts();
    /// What simulations let the cell take up: its own medium until a person chooses another, and again after another
    /// cell was opened. Undoable; `text` is what Undo will call it.
    void setMedium(const Medium &medium, const QString &text = {});
    const Medium &medium() const noexcept { return medium_; }
    /// Undoable change of the genotype list.
    void setGenotypes(const std::vector<Genotype> &genotypes, const QString &text);

    /// Results of one job or past run. Not undoable: they can be computed or opened again.
    /// `simulated`: none of them is predicted.
    void beginResults(ResultOrigin origin, const QString &title, bool simulated = false);
    void appendResults(const std::vector<PredictionRow> &rows);
    void finishResults(ResultState state);
    const std::vector<PredictionRow> &results() const noexcept { return results_; }
    ResultOrigin resultOrigin() const noexcept { return origin_; }
    ResultState resultState() const noexcept { return state_; }
    const QString &resultTitle() const noexcept { return title_; }
    bool resultsSimulated() const noexcept { return simulated_; }

    /// "PGI1" for a gene of the open cell.
    QString label(GeneIndex gene) const;

signals:
    void cellChanged();
    void modelsChanged();
    void measuredChanged();
    void knockoutsChanged(const knockscape::Genotype &knockouts);
    void mediumChanged(const knockscape::Medium &medium);
    void genotypesChanged(const std::vector<knockscape::Genotype> &genotypes);
    void resultsBegun(const QString &title);
    void resultsAppended(const std::vector<knockscape::PredictionRow> &rows);
    void resultsFinished(knockscape::ui::ResultState state);

private:
    class ChangeKnockouts;
    class ChangeGenotypes;
    class ChangeMedium;

    void applyMedium(const Medium &medium);
    void applyKnockouts(const Genotype &knockouts);
    void applyGenotypes(const std::vector<Genotype> &genotypes);

    std::shared_ptr<const Cell> cell_;
    std::filesystem::path cellFolder_;
    std::vector<ModelSummary> models_;
    MeasuredLabelsPtr measured_;
    QString device_;
    Genotype knockouts_;
    Medium medium_;
    std::vector<Genotype> genotypes_;
    QUndoStack undo_;
    std::vector<PredictionRow> results_;
    ResultOrigin origin_ = ResultOrigin::None;
    ResultState state_ = ResultState::Complete;
    QString title_;
    bool simulated_ = false;
};

} // namespace knockscape::ui
