#include "ui/history/runs_view.h"

#include "ui/history/runs_model.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyledItemDelegate>

namespace knockscape::ui
{
namespace
{

/// Rows on the grid, with room to read.
class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), std::max(size.height(), 3 * gridUnit)};
    }
};

} // namespace

RunsView::RunsView(QWidget *parent) : QTreeView(parent)
{
    setItemDelegate(new RowDelegate(this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(false);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setSortingEnabled(true);
    setTextElideMode(Qt::ElideRight);
    setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(true);
}

void RunsView::editNote()
{
    if (currentIndex().isValid() && state() != EditingState) {
        const QModelIndex note = currentIndex().siblingAtColumn(RunsModel::Note);
        scrollTo(note);
        edit(note);
    }
}

void RunsView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && state() != EditingState) {
        if (currentIndex().isValid()) {
            emit openRequested(currentIndex());
        }
        event->accept();
    } else if (plain && event->key() == Qt::Key_Up && currentIndex().row() <= 0) {
        emit leftUpwards();
    } else {
        QTreeView::keyPressEvent(event);
    }
}

void RunsView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid()) {
        emit openRequested(index);
        event->accept();
    } else {
        QTreeView::mouseDoubleClickEvent(event);
    }
}

int RunsView::sizeHintForColumn(int column) const
{
    // A long list of genotypes must not push the other columns out of sight.
    return std::min(QTreeView::sizeHintForColumn(column), fontMetrics().averageCharWidth() * 44);
}

} // namespace knockscape::ui
