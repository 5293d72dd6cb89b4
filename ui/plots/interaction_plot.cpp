#include "ui/plots/interaction_plot.h"

#include "ui/plots/plot_bar.h"

#include <QAbstractButton>
#include <QButtonGroup>

namespace knockscape::ui
{

InteractionPlot::InteractionPlot(QWidget *parent) : MarkPlot(parent)
{
    setAccessibleName(tr("Interaction scores"));
    setAccessibleDescription(tr("Interaction of two or more deletions. Arrow keys move between genotypes, plus and "
                                "minus zoom, Home shows everything."));
    auto *bar = new PlotBar(this);
    switch_ = bar->addSwitch(
        {{static_cast<int>(Mode::RankedScores), tr("Ranked scores"),
          tr("Interaction scores in order, most negative first"), QStringLiteral("rankedScores")},
         {static_cast<int>(Mode::ExpectedAgainstPredicted), tr("Expected against fitness"),
          tr("Each genotype at its expected fitness and its fitness: the distance from the diagonal is the "
             "epistasis"),
          QStringLiteral("expectedAgainstPredicted")}},
        static_cast<int>(mode_));
    bar->addStretch();
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
