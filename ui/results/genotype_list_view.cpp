#include "ui/results/genotype_list_view.h"

#include "ui/genes/row_delegate.h"

#include <QKeyEvent>

namespace knockscape::ui
{

GenotypeListView::GenotypeListView(QWidget *parent) : QListView(parent)
{
    setObjectName(QStringLiteral("genotypeList"));
    setAccessibleName(tr("Genotypes to predict"));
    setItemDelegate(new RowDelegate(this));
    setUniformItemSizes(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTextElideMode(Qt::ElideRight);
    setDragDropMode(InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(true);
}

void GenotypeListView::keyPressEvent(QKeyEvent *event)
{
    const bool alt =
        event->modifiers() == Qt::AltModifier || event->modifiers() == (Qt::AltModifier | Qt::KeypadModifier);
    if (event->matches(QKeySequence::Copy))
        emit copyRequested();
    else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        emit removeRequested();
    else if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        emit moveRequested(event->key() == Qt::Key_Up ? -1 : 1);
    else
        QListView::keyPressEvent(event);
}

} // namespace knockscape::ui
