#include "ui/plots/measured_plot.h"

#include "ui/plots/enlarger.h"
#include "ui/plots/plot_bar.h"

#include <QAbstractButton>
#include <QButtonGroup>

namespace knockscape::ui
{

MeasuredPlot::MeasuredPlot(QWidget *parent) : MarkPlot(parent)
{
    setAccessibleName(tr("Predicted against measured"));
    setAccessibleDescription(tr("Predicted beside measured values. Arrow keys move between genotypes, plus and minus "
                                "zoom, Home shows everything."));
    auto *bar = new PlotBar(this);
    switch_ = bar->addSwitch(
        {{static_cast<int>(Mode::PredictedAgainstMeasured), tr("Against measured"),
          tr("Each genotype at its measured and its predicted value: on the line the prediction is right"),
          QStringLiteral("againstMeasured")},
         {static_cast<int>(Mode::Residuals), tr("Residuals"),
          tr("Predicted minus measured over the prediction: a trend is a bias of the model"),
          QStringLiteral("residuals")}},
        static_cast<int>(mode_));
    bar->addStretch();
    bar->add(new EnlargeButton(this, bar));
    connect(switch_, &QButtonGroup::idClicked, this, [this](int id) { setMode(static_cast<Mode>(id)); });
    addBar(bar);
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
    return mode_ == Mode::Residuals ? residuals(points, quantity_) : predictedAgainstMeasured(points, quantity_);
}

} // namespace knockscape::ui
