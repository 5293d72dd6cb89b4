// The view of a volcano plot.
#include "ui/plots/volcano_plot.h"

#include "ui/plots/point_thinner.h"
#include "ui/theme/number_format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

QString volcanoText(const char *source)
{
    return QCoreApplication::translate("PlotView", source);
}

constexpr std::size_t kMostDots = 200000;

/// A p of 0 is one too small to be written: it is drawn at the smallest that was.
double smallestP(const std::vector<PlotPoint> &points)
{
    double smallest = 1.0;
    for (const PlotPoint &point : points) {
        if (point.measuredP > 0.0)
            smallest = std::min(smallest, point.measuredP);
    }
    return smallest;
}

/// Leaves out marks of crowds.
void thin(std::vector<PlotMark> &marks)
{
    const auto [left, right] =
        std::minmax_element(marks.begin(), marks.end(), [](const auto &a, const auto &b) { return a.x < b.x; });
    const auto [low, high] =
        std::minmax_element(marks.begin(), marks.end(), [](const auto &a, const auto &b) { return a.y < b.y; });
    PointThinner thinner({left->x, right->x}, {low->y, high->y});
    for (std::size_t i = 0; i < marks.size(); ++i)
        thinner.add(i, marks[i].x, marks[i].y);
    std::vector<PlotMark> kept;
    for (const std::uint64_t id : thinner.kept())
        kept.push_back(marks[static_cast<std::size_t>(id)]);
    marks = std::move(kept);
}

QString emptyText(const std::vector<PlotPoint> &points, VolcanoEvidence evidence)
{
    if (points.empty())
        return volcanoText("No predictions yet.\nKnock out two or more genes and press Predict.");
    if (evidence == VolcanoEvidence::MeasuredP)
        return volcanoText("None of these genotypes was measured with a p-value.");
    return volcanoText("There is no measure of certainty yet.\nOpen several models together or train an ensemble to "
                       "see how far its models agree, or attach measured values with p-values.");
}

} // namespace

double effectOf(const Prediction &prediction, VolcanoEffect effect)
{
    return effect == VolcanoEffect::Interaction ? prediction.interaction : prediction.epistasis();
}

double spreadOf(const Prediction &prediction, VolcanoEffect effect)
{
    return effect == VolcanoEffect::Interaction ? prediction.interactionSd : prediction.fitnessSd;
}

PlotView volcano(const std::vector<PlotPoint> &points, VolcanoEffect kind, VolcanoEvidence evidence,
                 const VolcanoThresholds &thresholds, std::uint64_t population)
{
    PlotView view;
    view.form = PlotView::Form::Dots;
    view.ranked = false;
    const bool spread = evidence == VolcanoEvidence::Spread;
    const double none = std::numeric_limits<double>::quiet_NaN();
    const double smallest = spread ? 1.0 : smallestP(points);
    std::size_t negative = 0;
    std::size_t positive = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Prediction &prediction = points[i].prediction;
        const double effect = effectOf(prediction, kind);
        const double certainty = spread ? spreadOf(prediction, kind) : points[i].measuredP;
        if (deletionCount(points[i]) < 2 || !std::isfinite(effect) || !(certainty >= 0.0) || std::isinf(certainty)) {
            ++view.leftOut;
            continue;
        }
        const bool called =
            std::abs(effect) >= thresholds.effect && certainty <= (spread ? thresholds.spread : thresholds.p);
        if (called)
            ++(effect < 0.0 ? negative : positive);
        view.marks.push_back({effect, spread ? certainty : -std::log10(std::max(certainty, smallest)), none, none,
                              called ? (effect < 0.0 ? -1.0 : 1.0) : none, static_cast<int>(i)});
    }
    const std::uint64_t all = std::max<std::uint64_t>(population, view.marks.size());
    if (view.marks.size() > kMostDots)
        thin(view.marks);
    std::sort(view.marks.begin(), view.marks.end(),
              [](const PlotMark &a, const PlotMark &b) { return a.x != b.x ? a.x < b.x : a.point < b.point; });

    view.yReversed = spread;
    view.verticalLines = {-thresholds.effect, thresholds.effect};
    view.horizontalLines = {spread ? thresholds.spread : -std::log10(std::max(thresholds.p, 1e-300))};
    view.xLabel = kind == VolcanoEffect::Interaction ? volcanoText("Interaction (ε pairs, τ triples)")
                                                     : volcanoText("Epistasis (fitness − expected)");
    view.yLabel = spread ? volcanoText("Standard deviation over models") : volcanoText("−log10 of the measured p");
    // Of thinned points nobody knows how many lie beyond the thresholds.
    const bool counted = population <= points.size();
    const auto named = [counted](const QString &name, std::size_t count) {
        return counted ? QStringLiteral("%1: %2").arg(name, formatCount(static_cast<std::int64_t>(count))) : name;
    };
    view.negativeText = named(volcanoText("negative"), negative);
    view.positiveText = named(volcanoText("positive"), positive);
    view.referenceText = volcanoText("thresholds");
    QStringList notes;
    if (all > view.marks.size()) {
        notes << volcanoText("%1 of %2 drawn, crowds thinned")
                     .arg(formatCount(static_cast<std::int64_t>(view.marks.size())),
                          formatCount(static_cast<std::int64_t>(all)));
    }
    if (view.leftOut > 0) {
        notes << (spread ? QCoreApplication::translate("PlotView", "%n without an interaction or spread", nullptr,
                                                       static_cast<int>(view.leftOut))
                         : QCoreApplication::translate("PlotView", "%n without an interaction or p-value", nullptr,
                                                       static_cast<int>(view.leftOut)));
    }
    view.leftOutText = notes.join(QStringLiteral("; "));
    view.emptyText = emptyText(points, evidence);
    return view;
}

} // namespace knockscape::ui
