#pragma once

#include "engine/core/interval_facts.h"
#include "engine/core/label_kind.h"
#include "engine/core/prediction.h"
#include "ui/plots/picture_export.h"

#include <QWidget>

#include <limits>
#include <QString>
#include <vector>

namespace knockscape::ui
{

/// One point of a prediction plot. `row` is the row in the results model, which selection is linked by.
struct PlotPoint {
    int row = 0;
    /// "hxk2Δ pgi1Δ", shown on the axis and on hover.
    QString label;
    Prediction prediction;
    /// What was measured of the quantity that a plot of measured values shows; NaN in other plots.
    double measured = std::numeric_limits<double>::quiet_NaN();
    /// Whether that was measured or simulated.
    LabelKind measuredKind = LabelKind::Unknown;
    /// p-value of what was measured; NaN where there is none.
    double measuredP = std::numeric_limits<double>::quiet_NaN();
    /// True where the model was trained on this point's label.
    bool trainedOn = false;
    /// What measured values are expected between (PredictionIntervals); unknown where the models do not say.
    Interval fitness = {};
    Interval interaction = {};
};

/// A plot of predictions that stays in step with the results table. All in the GUI thread.
class PredictionPlot : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Replaces what is shown. Thousands of points are fine; replots are queued, at most ten a second.
    virtual void setPoints(std::vector<PlotPoint> points) = 0;
    /// Highlights these rows (others are shown plain); does not emit.
    virtual void setSelectedRows(const std::vector<int> &rows) = 0;
    /// What is seen, for paper; it must not outlive the plot.
    virtual PictureSource picture() = 0;

signals:
    /// A person clicked or chose (arrow keys, Return) the point of this row.
    void rowActivated(int row);
};

} // namespace knockscape::ui
