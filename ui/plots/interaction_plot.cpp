#include "ui/plots/interaction_plot.h"

#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace knockscape::ui
{

InteractionPlot::InteractionPlot(QWidget *parent) : MarkPlot(parent)
{
    setAccessibleName(tr("Interaction scores"));
    setAccessibleDescription(tr("Interaction of two or more deletions. Arrow keys move between genotypes, plus and "
                                "minus zoom, Home shows everything."));
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(gridUnit, gridUnit / 2, gridUnit, 0);
    row->setSpacing(gridUnit / 2);
    switch_ = new QButtonGroup(this);
    const auto addButton = [&](Mode mode, const QString &text, const QString &tip) {
        auto *button = new QToolButton(bar);
        button->setText(text);
        button->setToolTip(tip);
        button->setCheckable(true);
        button->setProperty("segment", true);
        button->setChecked(mode == mode_);
        button->setFocusPolicy(Qt::StrongFocus);
        switch_->addButton(button, static_cast<int>(mode));
        row->addWidget(button);
    };
    addButton(Mode::RankedScores, tr("Ranked scores"), tr("Interaction scores in order, most negative first"));
    addButton(Mode::ExpectedAgainstPredicted, tr("Expected against predicted"),
              tr("Each genotype at its expected and its predicted fitness: the distance from the diagonal is the "
                 "epistasis"));
    row->addStretch(1);
    connect(switch_, &QButtonGroup::idClicked, this, [this](int id) { setMode(static_cast<Mode>(id)); });
    addBar(bar);
}

void InteractionPlot::setMode(Mode mode)
{
    switch_->button(static_cast<int>(mode))->setChecked(true);
    if (mode == mode_)
        return;
    mode_ = mode;
    refreshView();
}

PlotView InteractionPlot::makeView(const std::vector<PlotPoint> &points) const
{
    return mode_ == Mode::RankedScores ? rankedInteraction(points) : expectedAgainstPredicted(points);
}

} // namespace knockscape::ui
