#pragma once

#include <QWidget>

#include <vector>

class QButtonGroup;
class QHBoxLayout;

namespace knockscape::ui
{

/// The bar above a plot with its switches and other controls, from the left; what is wider than the plot is cut off
/// only where nothing else is left.
class PlotBar : public QWidget
{
    Q_OBJECT

public:
    /// One position of a switch.
    struct Choice {
        int id = 0;
        QString text;
        QString tip;
        /// Object name of its button.
        QString name;
    };

    explicit PlotBar(QWidget *parent);

    /// Buttons side by side of which one is down, `checked` at first; idClicked() tells which a person pressed.
    QButtonGroup *addSwitch(const std::vector<Choice> &choices, int checked);
    /// `stretch` as in a box layout.
    void add(QWidget *widget, int stretch = 0);
    /// A little room between groups.
    void addGap();
    /// What is added from here on stands at the right.
    void addStretch();

private:
    QHBoxLayout *row_ = nullptr;
};

} // namespace knockscape::ui
