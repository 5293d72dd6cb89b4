#include "ui/plots/volcano_plot.h"

#include "ui/plots/plot_bar.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

QDoubleSpinBox *addThreshold(PlotBar *bar, const QString &name, int decimals, double step, const QString &tip)
{
    auto *box = new QDoubleSpinBox(bar);
    box->setObjectName(name);
    box->setDecimals(decimals);
    box->setRange(0.0, 1.0);
    box->setSingleStep(step);
    // A half typed number is no threshold yet.
    box->setKeyboardTracking(false);
    box->setToolTip(tip);
    bar->add(box);
    return box;
}

} // namespace

VolcanoPlot::VolcanoPlot(QWidget *parent) : MarkPlot(parent)
{
    setAccessibleName(tr("Volcano plot"));
    setAccessibleDescription(
        tr("Interactions against how certain they are. Arrow keys move between genotypes, plus and minus "
           "zoom, Home shows everything."));
    auto *bar = new PlotBar(this);
    switch_ = bar->addSwitch(
        {{static_cast<int>(VolcanoEvidence::Spread), tr("Model spread"), {}, QStringLiteral("evidenceSpread")},
         {static_cast<int>(VolcanoEvidence::MeasuredP), tr("Measured p"), {}, QStringLiteral("evidenceP")}},
        static_cast<int>(evidence_));
    bar->addStretch();
    effectLabel_ = new QLabel(bar);
    bar->add(effectLabel_);
    effect_ = addThreshold(bar, QStringLiteral("effectThreshold"), 3, 0.01,
                           tr("Weaker genotypes are grey: the distance of the vertical lines from zero"));
    effectLabel_->setBuddy(effect_);
    limitLabel_ = new QLabel(bar);
    bar->add(limitLabel_);
    limit_ = addThreshold(bar, QStringLiteral("evidenceThreshold"), 4, 0.01,
                          tr("Less certain genotypes are grey: where the horizontal line lies"));
    limitLabel_->setBuddy(limit_);
    addBar(bar);
    connect(switch_, &QButtonGroup::idClicked, this, [this](int id) { setEvidence(static_cast<VolcanoEvidence>(id)); });
    connect(effect_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        VolcanoThresholds changed = thresholds_;
        changed.effect = value;
        setThresholds(changed);
    });
    connect(limit_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        VolcanoThresholds changed = thresholds_;
        (evidence_ == VolcanoEvidence::Spread ? changed.spread : changed.p) = value;
        setThresholds(changed);
    });
    setPoints({});
}

void VolcanoPlot::setPoints(std::vector<PlotPoint> points)
{
    const bool spread = std::any_of(points.begin(), points.end(), [](const PlotPoint &point) {
        return std::isfinite(point.prediction.fitnessSd) || std::isfinite(point.prediction.interactionSd);
    });
    const bool measured = std::any_of(points.begin(), points.end(),
                                      [](const PlotPoint &point) { return std::isfinite(point.measuredP); });
    if (spread != measured)
        evidence_ = spread ? VolcanoEvidence::Spread : VolcanoEvidence::MeasuredP;
    QAbstractButton *spreadButton = switch_->button(static_cast<int>(VolcanoEvidence::Spread));
    QAbstractButton *pButton = switch_->button(static_cast<int>(VolcanoEvidence::MeasuredP));
    spreadButton->setEnabled(spread);
    spreadButton->setToolTip(spread ? tr("How far the models of the ensemble disagree")
                                    : tr("Needs an ensemble: open several models together, or train one"));
    pButton->setEnabled(measured);
    pButton->setToolTip(measured ? tr("How likely the measured value is without an interaction")
                                 : tr("Needs measured values with p-values"));
    showEvidence();
    MarkPlot::setPoints(std::move(points));
}

void VolcanoPlot::showEvidence()
{
    const bool spread = evidence_ == VolcanoEvidence::Spread;
    switch_->button(static_cast<int>(evidence_))->setChecked(true);
    effectLabel_->setText(effectKind_ == VolcanoEffect::Interaction ? tr("|interaction| ≥") : tr("|epistasis| ≥"));
    limitLabel_->setText(spread ? tr("spread ≤") : tr("p ≤"));
    const QSignalBlocker quietEffect(effect_);
    const QSignalBlocker quietLimit(limit_);
    effect_->setValue(thresholds_.effect);
    limit_->setValue(spread ? thresholds_.spread : thresholds_.p);
}

void VolcanoPlot::setEffect(VolcanoEffect effect)
{
    const bool changed = effect != effectKind_;
    effectKind_ = effect;
    showEvidence();
    if (changed)
        refreshView();
}

void VolcanoPlot::setEvidence(VolcanoEvidence evidence)
{
    const bool changed = evidence != evidence_;
    evidence_ = evidence;
    showEvidence();
    if (changed)
        refreshView();
}

void VolcanoPlot::setThresholds(const VolcanoThresholds &thresholds)
{
    if (thresholds == thresholds_)
        return;
    thresholds_ = thresholds;
    showEvidence();
    updateView();
}

PlotView VolcanoPlot::makeView(const std::vector<PlotPoint> &points) const
{
    return volcano(points, effectKind_, evidence_, thresholds_, population_);
}

} // namespace knockscape::ui
