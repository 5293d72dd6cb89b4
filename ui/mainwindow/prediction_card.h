#pragma once

#include "engine/core/label_kind.h"
#include "engine/core/model_summary.h"
#include "ui/session/inference_service.h"
#include "ui/session/measured_labels.h"
#include "ui/session/simulation_service.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace knockscape::ui
{

class EffectBar;

/// One of the single deletions that an expected fitness is the product of.
struct SingleFitness {
    QString name;
    double fitness = 0.0;
};

/// The numbers of the current knockout set: fitness and Δ, expected fitness with the singles behind it, interaction,
/// fitness minus expected fitness, simulated growth, measured fitness.
///
/// Of the two interaction scores the one to believe has the bar, the other is dimmed and says so (score_guide.h). Every
/// row is always there, so that nothing jumps; what is not known is an en dash with the reason. What is to be said of a
/// number stands on a line of its own under it, so that it is whole in the narrowest dock; in a language or font of
/// longer lines it wraps.
class PredictionCard : public QWidget
{
    Q_OBJECT

public:
    explicit PredictionCard(QWidget *parent = nullptr);

    /// What the models were trained on decides which scores count.
    void setModels(const std::vector<ModelSummary> &models);
    /// `singles`: each deletion of the set alone.
    void showPrediction(const Prediction &prediction, const std::vector<SingleFitness> &singles);
    void showSimulation(const LiveSimulation &simulation);
    /// Why there is no simulated growth: in a few words, and in whole sentences for the tooltip.
    void setSimulationReason(const QString &words, const QString &reason);
    /// What the loaded labels hold of the genotype; `labels` is their name, empty where none are loaded, and `kind`
    /// where they come from: simulated labels are not called measured.
    void showMeasured(const std::optional<MeasuredValue> &measured, const QString &labels, LabelKind kind);
    /// No answer yet: keeps the rows, dims the numbers.
    void setPending();
    /// No prediction at all ("No model is open").
    void clearPrediction(const QString &reason);
    void clearSimulation();

signals:
    /// The link where measured values would be.
    void labelsRequested();

private:
    struct Row {
        QLabel *caption = nullptr;
        QLabel *value = nullptr;
        EffectBar *bar = nullptr;
        QLabel *detail = nullptr;
        QString meaning;
    };

    Row addRow(QGridLayout *grid, const QString &caption, const QString &meaning, const QString &name, bool hasBar);
    void show(const Row &row, const QString &text, double exact, const QString &detail);
    void showNone(const Row &row, const QString &words, const QString &reason);
    void showExpected(const Prediction &prediction, const std::vector<SingleFitness> &singles);
    void showScores(const Prediction &prediction, std::size_t deletions);
    void nameInteraction(std::size_t deletions);
    void setDimmed(bool dimmed);

    std::vector<ModelSummary> models_;
    Row fitness_;
    Row expected_;
    Row interaction_;
    Row epistasis_;
    Row simulated_;
    Row measured_;
    /// The score that is not the headline; nullptr while both are unknown.
    const Row *other_ = nullptr;
};

} // namespace knockscape::ui
