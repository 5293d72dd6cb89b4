#include "ui/plots/plot_bar.h"

#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace knockscape::ui
{

PlotBar::PlotBar(QWidget *parent) : QWidget(parent), row_(new QHBoxLayout(this))
{
    row_->setContentsMargins(gridUnit, gridUnit / 2, gridUnit, 0);
    row_->setSpacing(gridUnit / 2);
}

QButtonGroup *PlotBar::addSwitch(const std::vector<Choice> &choices, int checked)
{
    auto *group = new QButtonGroup(this);
    for (const Choice &choice : choices) {
        auto *button = new QToolButton(this);
        button->setObjectName(choice.name);
        button->setText(choice.text);
        button->setToolTip(choice.tip);
        button->setCheckable(true);
        button->setProperty("segment", true);
        button->setChecked(choice.id == checked);
        button->setFocusPolicy(Qt::StrongFocus);
        group->addButton(button, choice.id);
        row_->addWidget(button);
    }
    return group;
}

void PlotBar::add(QWidget *widget, int stretch)
{
    row_->addWidget(widget, stretch);
}

void PlotBar::addGap()
{
    row_->addSpacing(gridUnit);
}

void PlotBar::addStretch()
{
    row_->addStretch(1);
}

} // namespace knockscape::ui
