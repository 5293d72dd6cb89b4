#include "ui/results/certainty.h"

#include "ui/theme/number_format.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace knockscape::ui
{

namespace
{

struct CertaintyText {
    Q_DECLARE_TR_FUNCTIONS(Certainty)
};

Certainty certaintyOf(const Interval &interval, double deviation, bool isSigned, const PredictionIntervals &intervals,
                      const QString &reason)
{
    Certainty certainty;
    QStringList sentences;
    const auto figure = [isSigned](double value) { return isSigned ? formatSigned(value) : formatFitness(value); };
    if (interval.known()) {
        certainty.words = CertaintyText::tr("%1 to %2").arg(figure(interval.low), figure(interval.high));
        sentences << CertaintyText::tr(
                         "Of %1 % of the genotypes like this one that trained nothing, the measured value "
                         "lay in such an interval.")
                         .arg(std::lround(100.0 * intervals.facts().level));
    } else if (!std::isnan(deviation)) {
        certainty.words = CertaintyText::tr("spread of models %1").arg(formatFitness(deviation));
    }
    if (!reason.isEmpty() && !interval.known()) {
        sentences << reason;
    }
    if (!std::isnan(deviation)) {
        sentences << CertaintyText::tr("Spread of models (standard deviation): %1. It says how far apart the models "
                                       "are, not how far off.")
                         .arg(formatExact(deviation));
    }
    certainty.explanation = sentences.join(QLatin1Char('\n'));
    return certainty;
}

} // namespace

Certainty fitnessCertainty(const PredictionIntervals &intervals, const Prediction &prediction, std::size_t deletions)
{
    return certaintyOf(intervals.fitness(prediction, deletions), prediction.fitnessSd, false, intervals,
                       QString::fromStdString(intervals.reason(prediction, deletions)));
}

Certainty interactionCertainty(const PredictionIntervals &intervals, const Prediction &prediction,
                               std::size_t deletions)
{
    if (deletions < 2) {
        return {};
    }
    return certaintyOf(intervals.interaction(prediction, deletions), prediction.interactionSd, true, intervals,
                       QString::fromStdString(intervals.reason(prediction, deletions)));
}

} // namespace knockscape::ui
