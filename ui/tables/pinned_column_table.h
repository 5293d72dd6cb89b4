#pragma once

#include <QTableView>

class QHeaderView;

namespace knockscape::ui
{

/// A table whose first column stays in sight: scrolled sideways, it is painted over the edge at which the table begins
/// (the right one in languages written from the right). Mouse, wheel, menus and tooltips there do what they do on the
/// column itself, its title sorts and resizes it, and the current cell is never left beneath it. A column wider than
/// most of the table is cut.
///
/// Costs nothing per row: it reads the rows that are in sight. Scrolls sideways by pixels; the first column must not be
/// moved away (QHeaderView::setFirstSectionMovable).
class PinnedColumnTable : public QTableView
{
    Q_OBJECT

public:
    explicit PinnedColumnTable(QWidget *parent = nullptr);
    ~PinnedColumnTable() override;

    void setModel(QAbstractItemModel *model) override;
    /// Keeps the place sideways where the first column is asked for: it is in sight.
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    /// How much of the viewport the pinned column covers; 0 where it stands in its own place.
    int pinnedWidth() const;
    /// Shows how rows are sorted without sorting them. Column -1: not.
    void showSortIndicator(int column, Qt::SortOrder order);

protected:
    void updateGeometries() override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles = {}) override;

private:
    class Strip;

    void place();
    void mirrorHeader();
    void paintPinned(QPainter &painter, const QRect &area) const;

    /// Both lie over the table: the cells of the first column, and its title.
    Strip *strip_ = nullptr;
    QHeaderView *title_ = nullptr;
};

} // namespace knockscape::ui
