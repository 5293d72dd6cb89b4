#include "ui/plots/measured_plot.h"

#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace knockscape::ui
{

MeasuredPlot::MeasuredPlot(QWidget *parent) : MarkPlot(parent)
{
    setAccessibleName(tr("Predicted against measured"));
    setAccessibleDescription(tr("Predicted beside measured values. Arrow keys move between genotypes, plus and minus "
                                "zoom, Home shows everything."));
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(gridUnit, gridUnit / 2, gridUnit, 0);
    row->setSpacing(gridUnit / 2);
    switch_ = new QButtonGroup(this);
    const auto addButton = [&](Mode mode, const QString &text, const QString &tip, const QString &name) {
        auto *button = new QToolButton(bar);
        button->setObjectName(name);
        button->setText(text);
        button->setToolTip(tip);
        button->setCheckable(true);
        button->setProperty("segment", true);
        button->setChecked(mode == mode_);
        button->setFocusPolicy(Qt::StrongFocus);
        switch_->addButton(button, static_cast<int>(mode));
        row->addWidget(button);
    };
    addButton(Mode::PredictedAgainstMeasured, tr("Against measured"),
              tr("Each genotype at its measured and its predicted value: on the line the prediction is right"),
              QStringLiteral("againstMeasured"));
    addButton(Mode::Residuals, tr("Residuals"),
              tr("Predicted minus measured over the prediction: a trend is a bias of the model"),
              QStringLiteral("residuals"));
    row->addStretch(1);
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
