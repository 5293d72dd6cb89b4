#pragma once

#include "ui/plots/prediction_plot.h"

#include <QRectF>
#include <QString>

#include <cstddef>
#include <limits>
#include <vector>

namespace knockscape::ui
{

/// One thing a plot draws: a bar or a dot.
struct PlotMark {
    /// Plot coordinates. In a ranked view x is the rank, from 1.
    double x = 0.0;
    double y = 0.0;
    /// The baseline drawn as a tick at the same x (expected value); NaN where there is none.
    double reference = std::numeric_limits<double>::quiet_NaN();
    /// Half the length of a whisker that tells the spread of models (one standard deviation); NaN where there is none.
    double error = std::numeric_limits<double>::quiet_NaN();
    /// Position on the diverging scale, −1 … 1; NaN is drawn in a neutral grey.
    double colour = 0.0;
    /// Position in the points the view was made of.
    int point = 0;
    /// Drawn as a ring, so that it differs in shape as well as in colour.
    bool hollow = false;
    /// Ends of the whisker where it is an interval that measured values are expected in; then `error` does not count.
    Interval interval = {};

    /// Whether there is a whisker, and its ends.
    bool hasWhisker() const { return interval.known() || error > 0.0; }
    double whiskerLow() const { return interval.known() ? interval.low : y - error; }
    double whiskerHigh() const { return interval.known() ? interval.high : y + error; }
};

/// Everything a plot shows, without any widget: what to draw, where, and the words around it.
struct PlotView {
    enum class Form { Bars, Dots };

    Form form = Form::Bars;
    /// Ascending in x.
    std::vector<PlotMark> marks;
    /// True: marks are numbered 1 … n on the x axis; false: x is a quantity.
    bool ranked = true;
    /// True: the diagonal y = x is drawn, and both axes show the same range.
    bool identityLine = false;
    /// True: a dashed line at y = 0, where x is a quantity.
    bool zeroLine = false;
    /// Dashed lines at these places, where x is a quantity.
    std::vector<double> verticalLines;
    std::vector<double> horizontalLines;
    /// True: the y axis runs downwards.
    bool yReversed = false;
    /// Colours are a quantity with its own scale (±colourRange) instead of a sign that the y axis shows already.
    bool colourScale = false;
    double colourRange = 1.0;
    QString colourLabel;
    QString xLabel;
    QString yLabel;
    /// Words for the two signs, for the baseline tick and the error bar in the legend; empty ones are left out.
    QString negativeText;
    QString positiveText;
    QString referenceText;
    /// Words for the hollow marks in the legend.
    QString hollowText;
    QString errorText;
    /// Points that have no value to draw (failed rows, or singles in an interaction view).
    std::size_t leftOut = 0;
    QString leftOutText;
    /// What to say when there are no marks.
    QString emptyText;

    /// The smallest ranges that hold all marks with a margin. Never empty, always finite.
    QRectF bounds() const;
};

/// Largest number of genotypes drawn as bars with their names on the axis.
inline constexpr std::size_t kMaxLabelledBars = 40;

/// Number of genes deleted in a point, from its label ("hxk2Δ pgi1Δ" is two).
int deletionCount(const PlotPoint &point);

/// Fitness − 1 in ascending order; the tick is expected fitness − 1.
PlotView rankedFitnessDelta(const std::vector<PlotPoint> &points);
/// Interaction score in ascending order, pairs and larger sets only; the tick is epistasis (fitness − expected).
PlotView rankedInteraction(const std::vector<PlotPoint> &points);
/// Expected fitness (x) against predicted fitness (y), coloured by interaction score; the distance from the diagonal
/// is the epistasis. Pairs and larger sets only.
PlotView expectedAgainstPredicted(const std::vector<PlotPoint> &points);

/// Which of the model's two answers is compared with what was measured.
enum class MeasuredQuantity { Fitness, Interaction };

/// Measured (x) against predicted (y) values with the identity line; points that the model was trained on are hollow.
/// What was simulated (`kind`) is called so.
PlotView predictedAgainstMeasured(const std::vector<PlotPoint> &points, MeasuredQuantity quantity,
                                  LabelKind kind = LabelKind::Measured);
/// Residual, predicted − measured (y), over the predicted value (x).
PlotView residuals(const std::vector<PlotPoint> &points, MeasuredQuantity quantity,
                   LabelKind kind = LabelKind::Measured);

} // namespace knockscape::ui
