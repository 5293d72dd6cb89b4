#pragma once

#include "ui/metabolism/map_choice.h"
#include "ui/session/flux_pair.h"

#include <QWidget>

#include <memory>

class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace knockscape::ui
{

/// What maps there are: those that were opened, what surrounds the knockout set, what it blocks, what carries flux, a
/// route, and the pathways of the cell with how many of their reactions are blocked and how much their fluxes change.
class MapList : public QWidget
{
    Q_OBJECT

public:
    explicit MapList(QWidget *parent = nullptr);

    void setCell(std::shared_ptr<const Cell> cell);
    void setKnockouts(const Genotype &knockouts);
    /// May be nullptr.
    void setFluxes(std::shared_ptr<const FluxPair> fluxes);
    /// A map that was opened from a file, or is offered beside the cell.
    void addFile(const QString &path);
    /// Marks what is shown.
    void setCurrent(const MapChoice &choice);
    QLineEdit *search() const { return search_; }
    QTreeWidget *tree() const { return tree_; }

signals:
    /// A click, or Return.
    void chosen(const knockscape::ui::MapChoice &choice);
    void openRequested();

private:
    QTreeWidgetItem *addGroup(const QString &title);
    QTreeWidgetItem *addChoice(QTreeWidgetItem *group, const QString &title, const MapChoice &choice);
    void fillPathways();
    void updateNumbers();
    void filter();
    void choose(QTreeWidgetItem *item);
    void askRoute();

    std::shared_ptr<const Cell> cell_;
    std::shared_ptr<const FluxPair> fluxes_;
    Genotype knockouts_;
    QLineEdit *search_ = nullptr;
    QTreeWidget *tree_ = nullptr;
    QTreeWidgetItem *opened_ = nullptr;
    QTreeWidgetItem *pathways_ = nullptr;
    QLineEdit *from_ = nullptr;
    QLineEdit *to_ = nullptr;
    QPushButton *route_ = nullptr;
    std::vector<MapChoice> choices_;
};

} // namespace knockscape::ui
