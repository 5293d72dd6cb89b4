#include "ui/plots/plot_tooltip.h"

#include "ui/plots/plot_view.h"
#include "ui/theme/number_format.h"

#include <QCoreApplication>

#include <cmath>

namespace knockscape::ui
{

namespace
{

QString tooltipText(const char *source)
{
    return QCoreApplication::translate("PlotTooltip", source);
}

/// What the measured value is expected between; empty where nothing is known.
QString intervalLine(const Interval &interval)
{
    if (!interval.known())
        return {};
    return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align='right'>%2</td></tr>")
        .arg(tooltipText("90 % interval").toHtmlEscaped(),
             tooltipText("%1 to %2").arg(formatExact(interval.low), formatExact(interval.high)).toHtmlEscaped());
}

QString line(const QString &name, double value, double deviation, bool isSigned)
{
    QString figures = isSigned && value > 0.0 ? QStringLiteral("+") + formatExact(value) : formatExact(value);
    if (std::isfinite(value) && std::isfinite(deviation))
        figures += QLatin1Char(' ') + tooltipText("(spread of models %1)").arg(formatExact(deviation));
    return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align='right'>%2</td></tr>")
        .arg(name.toHtmlEscaped(), figures.toHtmlEscaped().replace(QLatin1Char('-'), QChar(0x2212)));
}

} // namespace

QString pointTooltip(const PlotPoint &point)
{
    const Prediction &p = point.prediction;
    const double none = std::numeric_limits<double>::quiet_NaN();
    const QString label =
        point.measuredKind == LabelKind::Simulated ? tooltipText("simulated") : tooltipText("measured");
    QString table = std::isfinite(point.measured) ? line(label, point.measured, none, false) : QString();
    if (std::isfinite(point.measuredP))
        table += line(tooltipText("measured p"), point.measuredP, none, false);
    table += line(tooltipText("fitness"), p.fitness, p.fitnessSd, false) + intervalLine(point.fitness) +
             line(tooltipText("Δ to wild type"), p.fitnessDelta(), none, true) +
             line(tooltipText("expected fitness"), p.expectedFitness, none, false);
    if (deletionCount(point) >= 2) {
        table += line(tooltipText("epistasis (fitness − expected)"), p.epistasis(), none, true) +
                 line(tooltipText("interaction score"), p.interaction, p.interactionSd, true) +
                 intervalLine(point.interaction);
    }
    QString notes;
    if (point.trainedOn)
        notes += QStringLiteral("<br>") + tooltipText("The model was trained on this value.").toHtmlEscaped();
    if (p.support == 0)
        notes += QStringLiteral("<br>") + tooltipText("No training genotype held one of these genes.").toHtmlEscaped();
    if (!p.inRange)
        notes += QStringLiteral("<br>") + tooltipText("Outside the range of the training labels.").toHtmlEscaped();
    return QStringLiteral("<b><i>%1</i></b><table>%2</table>%3").arg(point.label.toHtmlEscaped(), table, notes);
}

} // namespace knockscape::ui
