#pragma once

#include "ui/plots/mark_plot.h"

class QButtonGroup;

namespace knockscape::ui
{

/// Predictions beside what was measured, or simulated, in one of two views behind a switch: predicted against measured
/// with the identity line, or the residuals over the prediction. Points that the model was trained on are hollow and
/// grey.
class MeasuredPlot : public MarkPlot
{
    Q_OBJECT

public:
    enum class Mode { PredictedAgainstMeasured, Residuals };

    explicit MeasuredPlot(QWidget *parent = nullptr);

    Mode mode() const noexcept { return mode_; }
    void setMode(Mode mode);
    /// What the points' measured values are.
    void setQuantity(MeasuredQuantity quantity);
    /// Whether they were measured or simulated: what was simulated is called so.
    void setLabelKind(LabelKind kind);

protected:
    PlotView makeView(const std::vector<PlotPoint> &points) const override;

private:
    Mode mode_ = Mode::PredictedAgainstMeasured;
    void nameKind();

    MeasuredQuantity quantity_ = MeasuredQuantity::Fitness;
    LabelKind kind_ = LabelKind::Measured;
    QButtonGroup *switch_ = nullptr;
};

} // namespace knockscape::ui
