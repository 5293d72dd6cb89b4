#include "ui/plots/measured_plot.h"

#include "ui/plots/enlarger.h"
#include "ui/plots/plot_bar.h"

#include <QAbstractButton>
#include <QButtonGroup>

namespace knockscape::ui
{

MeasuredPlot::MeasuredPlot(QWidget *parent) : MarkPlot(parent)
{
    auto *bar = new PlotBar(this);
    switch_ =
        bar->addSwitch({{static_cast<int>(Mode::PredictedAgainstMeasured), {}, {}, QStringLiteral("againstMeasured")},
                        {static_cast<int>(Mode::Residuals), tr("Residuals"), {}, QStringLiteral("residuals")}},
                       static_cast<int>(mode_));
    bar->addStretch();
    bar->add(new EnlargeButton(this, bar));
    connect(switch_, &QButtonGroup::idClicked, this, [this](int id) { setMode(static_cast<Mode>(id)); });
    addBar(bar);
    nameKind();
}

void MeasuredPlot::nameKind()
{
    QAbstractButton *against = switch_->button(static_cast<int>(Mode::PredictedAgainstMeasured));
    QAbstractButton *residual = switch_->button(static_cast<int>(Mode::Residuals));
    switch (kind_) {
    case LabelKind::Simulated:
        setAccessibleName(tr("Predicted against simulated"));
        against->setText(tr("Against simulated"));
        against->setToolTip(
            tr("Each genotype at its simulated and its predicted value: on the line the prediction is right"));
        residual->setToolTip(tr("Predicted minus simulated over the prediction: a trend is a bias of the model"));
        break;
    case LabelKind::Mixed:
        setAccessibleName(tr("Predicted against labels"));
        against->setText(tr("Against labels"));
        against->setToolTip(tr("Each genotype at its measured or simulated and its predicted value: on the line the "
                               "prediction is right"));
        residual->setToolTip(tr("Predicted minus measured or simulated over the prediction: a trend is a bias of the "
                                "model"));
        break;
    default:
        setAccessibleName(tr("Predicted against measured"));
        against->setText(tr("Against measured"));
        against->setToolTip(
            tr("Each genotype at its measured and its predicted value: on the line the prediction is right"));
        residual->setToolTip(tr("Predicted minus measured over the prediction: a trend is a bias of the model"));
        break;
    }
    setAccessibleDescription(tr("Arrow keys move between genotypes, plus and minus zoom, Home shows everything."));
}

void MeasuredPlot::setLabelKind(LabelKind kind)
{
    if (kind == kind_)
        return;
    kind_ = kind;
    nameKind();
    refreshView();
}

void MeasuredPlot::setMode(Mode mode)
{
    switch_->button(static_cast<int>(mode))->setChecked(true);
    if (mode == mode_)
        return;
    mode_ = mode;
    refreshView();
}

void MeasuredPlot::setQuantity(MeasuredQuantity quantity)
{
    if (quantity == quantity_)
        return;
    quantity_ = quantity;
    refreshView();
}

PlotView MeasuredPlot::makeView(const std::vector<PlotPoint> &points) const
{
    return mode_ == Mode::Residuals ? residuals(points, quantity_, kind_)
                                    : predictedAgainstMeasured(points, quantity_, kind_);
}

} // namespace knockscape::ui
