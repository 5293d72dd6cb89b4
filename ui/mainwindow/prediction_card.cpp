#include "ui/mainwindow/prediction_card.h"

#include "ui/theme/colours.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace knockscape::ui
{
namespace
{

/// Epistasis of ±0.5 fills the bar; stronger effects are rare and clamped.
constexpr double barLimit = 0.5;

QString withSource(const QString &meaning, double value)
{
    return meaning + QStringLiteral("\n") + formatExact(value);
}

} // namespace

EffectBar::EffectBar(QWidget *parent) : QWidget(parent), value_(std::numeric_limits<double>::quiet_NaN())
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void EffectBar::setValue(double value)
{
    value_ = value;
    update();
}

void EffectBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF track = QRectF(rect()).adjusted(0, 3, 0, -3);
    painter.fillRect(track, mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.12));
    const double middle = track.center().x();
    if (!std::isnan(value_)) {
        const double share = std::clamp(value_ / barLimit, -1.0, 1.0);
        const double end = middle + share * track.width() / 2;
        painter.fillRect(
            QRectF(QPointF(std::min(middle, end), track.top()), QPointF(std::max(middle, end), track.bottom())),
            value_ < 0 ? negativeColour(palette()) : positiveColour(palette()));
    }
    painter.fillRect(QRectF(middle - 0.5, 0, 1, height()), dimmedText(palette()));
}

PredictionCard::PredictionCard(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gridUnit);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(2, 1);
    fitness_ =
        addRow(grid, tr("fitness"), tr("Predicted growth relative to wild type (= 1)"), QStringLiteral("fitness"));
    expected_ = addRow(grid, tr("expected"), tr("Product of the predicted fitness of the single deletions"),
                       QStringLiteral("expected"));
    epistasis_ = addRow(grid, tr("epistasis"), tr("Fitness minus expected fitness; negative: sicker than expected"),
                        QStringLiteral("epistasis"));
    bar_ = new EffectBar(this);
    grid->addWidget(bar_, 2, 2, Qt::AlignLeft | Qt::AlignVCenter);
    interaction_ =
        addRow(grid, tr("interaction"),
               tr("Predicted interaction score (ε for pairs, τ for triples); negative: sicker than expected"),
               QStringLiteral("interaction"));
    simulated_ = addRow(grid, tr("simulated"), tr("Growth relative to wild type by flux balance analysis"),
                        QStringLiteral("simulated"));
    measured_ =
        addRow(grid, tr("measured"), tr("Measured growth relative to wild type, where the loaded labels hold it"),
               QStringLiteral("measured"));
    clearPrediction({});
    clearSimulation();
    showMeasured(std::nullopt, {});
}

PredictionCard::Row PredictionCard::addRow(QGridLayout *grid, const QString &caption, const QString &meaning,
                                           const QString &name)
{
    const int row = grid->rowCount() == 1 && grid->count() == 0 ? 0 : grid->rowCount();
    Row labels{new QLabel(caption, this), new QLabel(this), new QLabel(this)};
    labels.caption->setToolTip(meaning);
    labels.caption->setForegroundRole(QPalette::PlaceholderText);
    labels.detail->setForegroundRole(QPalette::PlaceholderText);
    labels.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    labels.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    labels.value->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("−0.0000")));
    labels.value->setObjectName(name);
    labels.detail->setObjectName(name + QStringLiteral("Detail"));
    if (row == 0) {
        QFont large = font();
        large.setPointSizeF(large.pointSizeF() * 1.3);
        large.setBold(true);
        labels.value->setFont(large);
    }
    grid->addWidget(labels.caption, row, 0);
    grid->addWidget(labels.value, row, 1);
    grid->addWidget(labels.detail, row, 2);
    return labels;
}

void PredictionCard::showPrediction(const Prediction &prediction)
{
    setDimmed(false);
    fitness_.value->setText(formatValue(prediction.fitness));
    fitness_.value->setToolTip(withSource(fitness_.caption->toolTip(), prediction.fitness));
    QString delta = QStringLiteral("Δ ") + formatSigned(prediction.fitnessDelta());
    if (!std::isnan(prediction.fitnessSd)) {
        delta += QStringLiteral(" ± ") + formatValue(prediction.fitnessSd);
    }
    fitness_.detail->setText(delta);
    fitness_.detail->setToolTip(withSource(tr("Fitness minus wild type"), prediction.fitnessDelta()));
    expected_.value->setText(formatValue(prediction.expectedFitness));
    expected_.value->setToolTip(withSource(expected_.caption->toolTip(), prediction.expectedFitness));
    expected_.detail->setText(tr("product of singles"));
    epistasis_.value->setText(formatSigned(prediction.epistasis()));
    epistasis_.value->setToolTip(withSource(epistasis_.caption->toolTip(), prediction.epistasis()));
    bar_->setValue(prediction.epistasis());
    interaction_.value->setText(formatSigned(prediction.interaction));
    interaction_.value->setToolTip(withSource(interaction_.caption->toolTip(), prediction.interaction));
    interaction_.detail->setText(std::isnan(prediction.interactionSd)
                                     ? QString()
                                     : QStringLiteral("± ") + formatValue(prediction.interactionSd));
}

void PredictionCard::showSimulation(const LiveSimulation &simulation)
{
    simulated_.value->setText(formatValue(simulation.fitness));
    simulated_.value->setToolTip(withSource(simulated_.caption->toolTip(), simulation.fitness));
    const std::size_t blocked = simulation.blockedReactions.size();
    simulated_.detail->setText(blocked == 0   ? tr("no reaction blocked")
                               : blocked == 1 ? tr("1 reaction blocked")
                                              : tr("%1 reactions blocked").arg(blocked));
    simulated_.detail->setToolTip(tr("%1 per hour").arg(formatValue(simulation.growth)));
}

void PredictionCard::setSimulationReason(const QString &reason)
{
    clearSimulation();
    simulated_.detail->setText(tr("not available"));
    simulated_.detail->setToolTip(reason);
}

void PredictionCard::showMeasured(const std::optional<MeasuredValue> &measured, const QString &labels)
{
    const bool known = measured.has_value();
    measured_.value->setText(known ? formatValue(measured->fitness) : QStringLiteral("–"));
    measured_.value->setToolTip(known ? withSource(measured_.caption->toolTip(), measured->fitness) : QString());
    if (!known) {
        measured_.detail->setText(labels.isEmpty() ? QString() : tr("not in these labels"));
        measured_.detail->setToolTip(labels.isEmpty() ? tr("Load measured values in the tab “Compare”") : labels);
        return;
    }
    QStringList details;
    if (!std::isnan(measured->fitnessSd)) {
        details << QStringLiteral("± ") + formatValue(measured->fitnessSd);
    }
    if (!std::isnan(measured->interaction)) {
        details << tr("interaction %1").arg(formatSigned(measured->interaction));
    }
    if (!measured->sources.isEmpty()) {
        details << measured->sources;
    }
    measured_.detail->setText(details.join(QStringLiteral(" · ")));
    measured_.detail->setToolTip(measured->rows == 1 ? tr("1 row of %1").arg(labels)
                                                     : tr("Mean of %1 rows of %2").arg(measured->rows).arg(labels));
}

void PredictionCard::setPending()
{
    setDimmed(true);
}

void PredictionCard::clearPrediction(const QString &reason)
{
    setDimmed(false);
    for (const Row *row : {&fitness_, &expected_, &epistasis_, &interaction_}) {
        row->value->setText(QStringLiteral("–"));
        row->value->setToolTip(reason);
        row->detail->clear();
    }
    bar_->setValue(std::numeric_limits<double>::quiet_NaN());
}

void PredictionCard::clearSimulation()
{
    simulated_.value->setText(QStringLiteral("–"));
    simulated_.value->setToolTip({});
    simulated_.detail->clear();
    simulated_.detail->setToolTip({});
}

void PredictionCard::setDimmed(bool dimmed)
{
    for (const Row *row : {&fitness_, &expected_, &epistasis_, &interaction_}) {
        row->value->setForegroundRole(dimmed ? QPalette::PlaceholderText : QPalette::WindowText);
    }
}

} // namespace knockscape::ui
