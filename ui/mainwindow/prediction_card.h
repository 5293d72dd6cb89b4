#pragma once

#include "ui/session/inference_service.h"
#include "ui/session/measured_labels.h"
#include "ui/session/simulation_service.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace knockscape::ui
{

class EffectBar;

/// The numbers of the current knockout set: fitness and Δ, expected fitness, epistasis, interaction, simulated growth,
/// measured fitness.
/// Every row is always there, so that nothing jumps; what is not known is an en dash.
class PredictionCard : public QWidget
{
    Q_OBJECT

public:
    explicit PredictionCard(QWidget *parent = nullptr);

    void showPrediction(const Prediction &prediction);
    void showSimulation(const LiveSimulation &simulation);
    void setSimulationReason(const QString &reason);
    /// What the loaded labels hold of the genotype; `labels` is their name, empty where none are loaded.
    void showMeasured(const std::optional<MeasuredValue> &measured, const QString &labels);
    /// No answer yet: keeps the rows, dims the numbers.
    void setPending();
    /// No prediction at all ("No model is open").
    void clearPrediction(const QString &reason);
    void clearSimulation();

private:
    struct Row {
        QLabel *caption = nullptr;
        QLabel *value = nullptr;
        QLabel *detail = nullptr;
    };

    Row addRow(QGridLayout *grid, const QString &caption, const QString &meaning, const QString &name);
    void setDimmed(bool dimmed);

    Row fitness_;
    Row expected_;
    Row epistasis_;
    Row interaction_;
    Row simulated_;
    Row measured_;
    EffectBar *bar_ = nullptr;
};

/// A small horizontal bar around zero: to the left and blue for negative values, to the right and orange for positive.
class EffectBar : public QWidget
{
    Q_OBJECT

public:
    explicit EffectBar(QWidget *parent = nullptr);
    void setValue(double value);
    QSize sizeHint() const override { return {72, 12}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double value_;
};

} // namespace knockscape::ui
