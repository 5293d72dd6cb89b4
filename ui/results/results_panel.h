#pragma once

#include "engine/cell/cell.h"
#include "engine/core/model_summary.h"
#include "engine/core/prediction.h"
#include "engine/store/provenance.h"
#include "ui/plots/picture_export.h"
#include "ui/session/evaluator.h"
#include "ui/session/simulation_service.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace knockscape::ui
{

/// The "Results" tab: the plots (fitness deltas, interaction scores) above the results table, selection linked both
/// ways. The table starts in the order of the plot that is shown and follows it until a person sorts it. It sorts,
/// filters (text and numbers per column), copies as TSV and is fed row by row while a job runs.
class ResultsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ResultsPanel(QWidget *parent = nullptr);
    ~ResultsPanel() override;

    void setCell(std::shared_ptr<const Cell> cell);
    /// What the models learnt says which scores count.
    void setModels(const std::vector<ModelSummary> &models);
    /// Whether the rows that begin() announces are simulated: then titles say so, and what only a model says is not
    /// there.
    void setSimulatedAnswers(bool simulated);
    /// Why nothing can be begun from the empty page now, and who would answer.
    void setBlocked(const QString &reason, Evaluator evaluator);
    /// Empties the table for a new job with this title ("All single knockouts, demo").
    void begin(const QString &title);
    void append(std::vector<PredictionRow> rows);
    /// The job ended: replots now; `complete` is false when it was cancelled or failed, which the panel says.
    void finish(bool complete);

    /// All rows in the order seen (sorted, filtered).
    std::vector<PredictionRow> visibleRows() const;
    /// All rows as they came.
    const std::vector<PredictionRow> &rows() const;
    int rowCount() const;

    /// Whether simulated growth can be had (the cell has a metabolism, the build flux balance); `reason` where not.
    void setSimulationAvailable(bool available, const QString &reason);
    /// What is simulated from now on is so on this medium, as people read it; what was simulated before is forgotten.
    void setSimulationMedium(const QString &medium);
    /// Growth of genotypes first, first + 1, … of those asked for by simulationRequested().
    void showSimulated(std::size_t first, const std::vector<SimulatedFitness> &growth);
    /// Nothing more will come.
    void endSimulation();

    /// Asked for where the rows come from when they are written; what is seen of them is added.
    void setProvenance(std::function<Provenance()> source);
    /// Writes the rows as seen (.csv, .tsv, .xlsx). False and a reason in `error` on failure.
    bool exportTable(const QString &file, QString *error) const;
    /// The plot that is shown, that of fitness, and that of interactions, for paper.
    PictureSource picture() const;
    PictureSource fitnessPicture() const;
    PictureSource interactionPicture() const;

signals:
    /// The row a person chose in table or plot.
    void genotypeSelected(const knockscape::Genotype &genotype);
    /// Double click, Return or "Make this the knockout set".
    void genotypeActivated(const knockscape::Genotype &genotype);
    /// "Show in network" on a row.
    void networkRequested(const knockscape::Genotype &genotype);
    /// The empty state's button ("All single knockouts").
    void singlesRequested();
    /// Simulate the growth of these; what was asked for before is not wanted any more.
    void simulationRequested(const std::vector<knockscape::Genotype> &genotypes);
    void simulationCancelled();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace knockscape::ui
