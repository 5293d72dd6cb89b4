#pragma once

#include "engine/cell/cell.h"

#include <QWidget>

#include <string>
#include <vector>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QSpinBox;
class QToolButton;

namespace knockscape::ui
{

/// The switches above the network view: which view, which interactions, which layout, how many nodes.
class GraphBar : public QWidget
{
    Q_OBJECT

public:
    enum class View { GeneNetwork, Metabolism };

    explicit GraphBar(QWidget *parent = nullptr);

    /// Offers what this cell has (may be null).
    void setCell(const Cell *cell);

    View view() const;
    void setView(View view);
    /// Chosen interaction types; all of them when every box is ticked.
    std::vector<std::string> interactionTypes() const;
    std::string engine() const;
    std::size_t maxNodes() const;

signals:
    /// A choice changed that needs another picture.
    void changed();
    void fitRequested();
    void exportRequested();

private:
    void updateBoxes();

    QButtonGroup *views_ = nullptr;
    QHBoxLayout *boxRow_ = nullptr;
    std::vector<QCheckBox *> boxes_;
    QComboBox *engine_ = nullptr;
    QSpinBox *maxNodes_ = nullptr;
};

} // namespace knockscape::ui
