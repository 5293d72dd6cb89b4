#pragma once

#include "engine/core/label_kind.h"
#include "engine/core/model_summary.h"
#include "ui/mainwindow/examples.h"
#include "ui/session/inference_service.h"
#include "ui/session/measured_labels.h"
#include "ui/session/simulation_service.h"

#include <QDockWidget>

#include <memory>
#include <vector>

namespace knockscape::ui
{

class KnockoutChip;
class PredictionCard;

/// What a person can do where there is no prediction.
enum class NextStep { None, OpenCell, OpenModel };

/// KNOCKOUT SET: the genes that are knocked out, as chips, and what model and flux balance say about them. Shows what
/// it is told and asks for every change.
class KnockoutDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit KnockoutDock(QWidget *parent = nullptr);
    ~KnockoutDock() override;

    void setCell(std::shared_ptr<const Cell> cell);
    void setExamples(std::vector<Example> examples);
    void setSupport(std::vector<std::int64_t> support);
    /// The models that predict; what the ones before predicted is forgotten.
    void setModels(const std::vector<ModelSummary> &models);
    void setKnockouts(const Genotype &knockouts);
    /// The live answer; one for another set than the one shown is ignored.
    void showPrediction(const LivePrediction &live);
    void showSimulation(const LiveSimulation &simulation);
    /// Puts a line of another part under the card; the dock owns it.
    void addBelowCard(QWidget *line);
    /// Why there is no simulated growth: in a few words, and in whole sentences.
    void setSimulationReason(const QString &words, const QString &reason);
    /// What the loaded labels hold of the set; `labels` is their name, empty where none are loaded, `kind` where they
    /// come from.
    void showMeasured(const std::optional<MeasuredValue> &measured, const QString &labels, LabelKind kind);
    /// Why there is no prediction ("No model is open"), and what a person can do about it; empty: one is on its way or
    /// there. What the models predicted of the same set before comes back.
    void setUnavailable(const QString &reason, NextStep step = NextStep::None);

    PredictionCard *card() const;
    std::vector<KnockoutChip *> chips() const;

signals:
    void removeRequested(int gene);
    void geneActivated(int gene);
    void pasteRequested();
    void clearRequested();
    /// Add the set to the genotype list.
    void addToListRequested();
    void exampleRequested(const knockscape::ui::Example &example);
    /// Links of what is missing.
    void openCellRequested();
    void openModelRequested();
    void trainRequested();
    void labelsRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace knockscape::ui
