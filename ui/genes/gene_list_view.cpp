#include "ui/genes/gene_list_view.h"

#include "ui/genes/row_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace knockscape::ui
{

GeneListView::GeneListView(QWidget *parent) : QTreeView(parent)
{
    setObjectName(QStringLiteral("geneList"));
    setAccessibleName(tr("Genes"));
    setItemDelegate(new RowDelegate(this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setSortingEnabled(true);
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollMode(ScrollPerPixel);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setSectionsMovable(true);
}

void GeneListView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        emit fontChanged();
    }
}

void GeneListView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        emit copyRequested();
        return;
    }
    const bool plain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    if (event->key() == Qt::Key_Space && plain) {
        emit toggleSelectedRequested();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && plain) {
        if (currentIndex().isValid())
            emit activated(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_Up && plain && currentIndex().row() <= 0) {
        emit leftUpwards();
        return;
    }
    const QString text = event->text();
    if (plain && !text.isEmpty() && text.front().isPrint()) {
        emit typed(text);
        return;
    }
    QTreeView::keyPressEvent(event);
}

void GeneListView::keyboardSearch(const QString &search)
{
    emit typed(search);
}

} // namespace knockscape::ui
