#include "ui/plots/plot_view.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

QString plotText(const char *source)
{
    return QCoreApplication::translate("PlotView", source);
}

constexpr double kMargin = 0.06;
/// Values closer together than this are not spread over the whole axis: differences of 1e-9 are no result.
constexpr double kSmallestSpan = 0.02;

/// Empty for none.
QString countedText(const char *source, std::size_t count)
{
    return count == 0 ? QString() : QCoreApplication::translate("PlotView", source, nullptr, static_cast<int>(count));
}

struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double value)
    {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }

    void widen()
    {
        if (!(low <= high))
            low = high = 0.0;
        const double missing = std::max(0.0, kSmallestSpan - (high - low));
        low -= missing / 2.0;
        high += missing / 2.0;
        const double margin = kMargin * (high - low);
        low -= margin;
        high += margin;
    }
};

double signOf(double value)
{
    return value < 0.0 ? -1.0 : value > 0.0 ? 1.0 : 0.0;
}

/// Orders marks by y (ties by the order the points came in) and numbers them from 1.
void rank(PlotView &view)
{
    std::sort(view.marks.begin(), view.marks.end(),
              [](const PlotMark &a, const PlotMark &b) { return a.y != b.y ? a.y < b.y : a.point < b.point; });
    for (std::size_t i = 0; i < view.marks.size(); ++i)
        view.marks[i].x = static_cast<double>(i + 1);
    view.form = view.marks.size() <= kMaxLabelledBars ? PlotView::Form::Bars : PlotView::Form::Dots;
}

/// What the whiskers are, for the legend; where some are intervals and others spreads, both.
QString whiskerText(const PlotView &view)
{
    const auto any = [&](bool (*is)(const PlotMark &)) {
        return std::any_of(view.marks.begin(), view.marks.end(), is);
    };
    const bool intervals = any([](const PlotMark &mark) { return mark.interval.known(); });
    const bool spreads = any([](const PlotMark &mark) { return !mark.interval.known() && mark.error > 0.0; });
    return intervals && spreads ? plotText("90 % interval; where there is none, spread of models")
           : intervals          ? plotText("90 % interval of measured values")
           : spreads            ? plotText("spread of models (standard deviation)")
                                : QString();
}

QString interactionEmptyText(const std::vector<PlotPoint> &points)
{
    if (points.empty())
        return plotText("No predictions yet.\nKnock out two or more genes and press Predict.");
    const bool onlySingles =
        std::all_of(points.begin(), points.end(), [](const PlotPoint &p) { return deletionCount(p) < 2; });
    if (onlySingles) {
        return plotText(
            "A single deletion has no interaction score.\nKnock out two or more genes together, for example with "
            "“Current set × all genes”.");
    }
    return plotText("None of these predictions has an interaction score.");
}

} // namespace

int deletionCount(const PlotPoint &point)
{
    return static_cast<int>(point.label.count(QChar(0x0394)));
}

QRectF PlotView::bounds() const
{
    Extent x;
    Extent y;
    for (const PlotMark &mark : marks) {
        x.add(mark.x);
        y.add(mark.y);
        if (mark.hasWhisker()) {
            y.add(mark.whiskerLow());
            y.add(mark.whiskerHigh());
        }
        y.add(mark.reference);
    }
    if (ranked) {
        y.add(0.0);
        y.widen();
        x.low = 0.5;
        x.high = static_cast<double>(std::max<std::size_t>(marks.size(), 1)) + 0.5;
        const double margin = form == Form::Dots ? 0.015 * (x.high - x.low) : 0.0;
        x.low -= margin;
        x.high += margin;
    } else {
        if (zeroLine) {
            y.add(0.0);
        }
        for (const double line : verticalLines)
            x.add(line);
        for (const double line : horizontalLines)
            y.add(line);
        if (identityLine) {
            x.add(y.low);
            x.add(y.high);
            y = x;
        }
        x.widen();
        y.widen();
    }
    return {QPointF(x.low, y.low), QPointF(x.high, y.high)};
}

PlotView rankedFitnessDelta(const std::vector<PlotPoint> &points)
{
    PlotView view;
    view.marks.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Prediction &prediction = points[i].prediction;
        const double delta = prediction.fitnessDelta();
        if (!std::isfinite(delta)) {
            ++view.leftOut;
            continue;
        }
        view.marks.push_back(
            {0.0, delta, prediction.expectedFitness - 1.0, prediction.fitnessSd, signOf(delta), static_cast<int>(i)});
        view.marks.back().interval = {points[i].fitness.low - 1.0, points[i].fitness.high - 1.0};
    }
    rank(view);
    view.xLabel = view.form == PlotView::Form::Bars ? QString() : plotText("Rank, most harmful first");
    view.yLabel = plotText("Fitness − wild type");
    view.negativeText = plotText("slower than wild type");
    view.positiveText = plotText("faster");
    view.referenceText = plotText("expected (product of single deletions)");
    view.errorText = whiskerText(view);
    view.leftOutText = countedText("%n without a prediction", view.leftOut);
    view.emptyText = plotText("No predictions yet.\nKnock out a gene, or predict all single knockouts.");
    return view;
}

PlotView rankedInteraction(const std::vector<PlotPoint> &points)
{
    PlotView view;
    view.marks.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Prediction &prediction = points[i].prediction;
        if (deletionCount(points[i]) < 2 || !std::isfinite(prediction.interaction)) {
            ++view.leftOut;
            continue;
        }
        view.marks.push_back({0.0, prediction.interaction, prediction.epistasis(), prediction.interactionSd,
                              signOf(prediction.interaction), static_cast<int>(i)});
        view.marks.back().interval = points[i].interaction;
    }
    rank(view);
    view.xLabel = view.form == PlotView::Form::Bars ? QString() : plotText("Rank, most negative first");
    view.yLabel = plotText("Interaction (ε pairs, τ triples)");
    view.negativeText = plotText("negative: sicker than expected");
    view.positiveText = plotText("positive");
    view.referenceText = plotText("fitness − expected");
    view.errorText = whiskerText(view);
    view.leftOutText = countedText("%n without an interaction score", view.leftOut);
    view.emptyText = interactionEmptyText(points);
    return view;
}

PlotView expectedAgainstPredicted(const std::vector<PlotPoint> &points)
{
    PlotView view;
    view.form = PlotView::Form::Dots;
    view.ranked = false;
    view.identityLine = true;
    double range = 0.0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Prediction &prediction = points[i].prediction;
        if (deletionCount(points[i]) < 2 || !std::isfinite(prediction.epistasis())) {
            ++view.leftOut;
            continue;
        }
        if (std::isfinite(prediction.interaction))
            range = std::max(range, std::abs(prediction.interaction));
        view.marks.push_back({prediction.expectedFitness, prediction.fitness, std::numeric_limits<double>::quiet_NaN(),
                              prediction.fitnessSd, prediction.interaction, static_cast<int>(i)});
    }
    view.colourScale = true;
    view.colourRange = range > 0.0 ? range : 1.0;
    for (PlotMark &mark : view.marks)
        mark.colour /= view.colourRange;
    std::sort(view.marks.begin(), view.marks.end(),
              [](const PlotMark &a, const PlotMark &b) { return a.x != b.x ? a.x < b.x : a.point < b.point; });
    view.xLabel = plotText("Expected fitness (product of single deletions)");
    view.yLabel = plotText("Fitness (wild type = 1)");
    view.colourLabel = plotText("Interaction score");
    view.referenceText = plotText("no epistasis (fitness = expected)");
    view.leftOutText = countedText("%n without an interaction score", view.leftOut);
    view.emptyText = interactionEmptyText(points);
    return view;
}

} // namespace knockscape::ui
