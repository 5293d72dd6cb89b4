// The views of a plot of measured values.
#include "ui/plots/plot_view.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

QString measuredText(const char *source)
{
    return QCoreApplication::translate("PlotView", source);
}

double predictedOf(const PlotPoint &point, MeasuredQuantity quantity)
{
    return quantity == MeasuredQuantity::Fitness ? point.prediction.fitness : point.prediction.interaction;
}

/// The word for values of this kind among three.
QString worded(LabelKind kind, const char *measured, const char *simulated, const char *mixed)
{
    return measuredText(kind == LabelKind::Simulated ? simulated : kind == LabelKind::Mixed ? mixed : measured);
}

QString identityText(LabelKind kind)
{
    return worded(kind, QT_TRANSLATE_NOOP("PlotView", "predicted = measured"),
                  QT_TRANSLATE_NOOP("PlotView", "predicted = simulated"),
                  QT_TRANSLATE_NOOP("PlotView", "predicted = label"));
}

/// Marks of the points that have both values, at the places that `place` says.
template <typename Place>
PlotView makeMeasuredView(const std::vector<PlotPoint> &points, MeasuredQuantity quantity, LabelKind kind,
                          const Place &place)
{
    PlotView view;
    view.form = PlotView::Form::Dots;
    view.ranked = false;
    const double none = std::numeric_limits<double>::quiet_NaN();
    bool anyTrained = false;
    bool anyNew = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double predicted = predictedOf(points[i], quantity);
        if (!std::isfinite(predicted) || !std::isfinite(points[i].measured)) {
            ++view.leftOut;
            continue;
        }
        const auto [x, y] = place(points[i].measured, predicted);
        const bool trained = points[i].trainedOn;
        (trained ? anyTrained : anyNew) = true;
        view.marks.push_back({x, y, none, none, trained ? none : -1.0, static_cast<int>(i), trained});
    }
    std::sort(view.marks.begin(), view.marks.end(),
              [](const PlotMark &a, const PlotMark &b) { return a.x != b.x ? a.x < b.x : a.point < b.point; });
    if (anyNew)
        view.negativeText = measuredText("not trained on");
    if (anyTrained)
        view.hollowText = measuredText("trained on");
    if (view.leftOut > 0)
        view.leftOutText =
            QCoreApplication::translate("PlotView", "%n without a prediction", nullptr, static_cast<int>(view.leftOut));
    view.emptyText = worded(kind, QT_TRANSLATE_NOOP("PlotView", "No measured value to show.\nChoose other rows above."),
                            QT_TRANSLATE_NOOP("PlotView", "No simulated value to show.\nChoose other rows above."),
                            QT_TRANSLATE_NOOP("PlotView", "No label to show.\nChoose other rows above."));
    view.referenceText = identityText(kind);
    return view;
}

} // namespace

PlotView predictedAgainstMeasured(const std::vector<PlotPoint> &points, MeasuredQuantity quantity, LabelKind kind)
{
    PlotView view = makeMeasuredView(points, quantity, kind,
                                     [](double measured, double predicted) { return std::pair(measured, predicted); });
    const bool fitness = quantity == MeasuredQuantity::Fitness;
    view.identityLine = true;
    view.xLabel = fitness
                      ? worded(kind, QT_TRANSLATE_NOOP("PlotView", "Measured fitness (wild type = 1)"),
                               QT_TRANSLATE_NOOP("PlotView", "Simulated fitness (wild type = 1)"),
                               QT_TRANSLATE_NOOP("PlotView", "Measured or simulated fitness (wild type = 1)"))
                      : worded(kind, QT_TRANSLATE_NOOP("PlotView", "Measured interaction (ε pairs, τ triples)"),
                               QT_TRANSLATE_NOOP("PlotView", "Interaction of simulated growth (ε pairs, τ triples)"),
                               QT_TRANSLATE_NOOP("PlotView", "Measured or simulated interaction (ε pairs, τ triples)"));
    view.yLabel = fitness ? measuredText("Predicted fitness") : measuredText("Predicted interaction");
    return view;
}

PlotView residuals(const std::vector<PlotPoint> &points, MeasuredQuantity quantity, LabelKind kind)
{
    PlotView view = makeMeasuredView(points, quantity, kind, [](double measured, double predicted) {
        return std::pair(predicted, predicted - measured);
    });
    view.zeroLine = true;
    view.xLabel = quantity == MeasuredQuantity::Fitness ? measuredText("Predicted fitness (wild type = 1)")
                                                        : measuredText("Predicted interaction (ε pairs, τ triples)");
    view.yLabel = worded(kind, QT_TRANSLATE_NOOP("PlotView", "Predicted − measured"),
                         QT_TRANSLATE_NOOP("PlotView", "Predicted − simulated"),
                         QT_TRANSLATE_NOOP("PlotView", "Predicted − label"));
    return view;
}

} // namespace knockscape::ui
