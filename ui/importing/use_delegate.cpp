#include "ui/importing/use_delegate.h"

#include "ui/importing/import_list_model.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QKeyEvent>

namespace knockscape::ui
{
namespace
{

const ImportEntry &entryOf(const QModelIndex &index)
{
    return static_cast<const ImportListModel *>(index.model())->entry(index.row());
}

} // namespace

QWidget *UseDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.column() != ImportListModel::UseColumn) {
        return nullptr;
    }
    auto *combo = new QComboBox(parent);
    combo->setObjectName(QStringLiteral("importUse"));
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setFrame(false);
    auto *self = const_cast<UseDelegate *>(this);
    connect(combo, &QComboBox::activated, self, [self, combo] { emit self->commitData(combo); });
    return combo;
}

void UseDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *combo = static_cast<QComboBox *>(editor);
    const ImportEntry &entry = entryOf(index);
    combo->setAccessibleName(tr("Use %1 as").arg(entry.fileName()));
    combo->setEnabled(entry.recognised.has_value());
    const std::vector<ImportUse> uses = entry.possibleUses();
    bool same = combo->count() == static_cast<int>(uses.size());
    for (int i = 0; same && i < combo->count(); ++i) {
        same = combo->itemData(i).toInt() == static_cast<int>(uses[static_cast<std::size_t>(i)]);
    }
    if (!same) {
        combo->clear();
        for (const ImportUse use : uses) {
            combo->addItem(useName(use), static_cast<int>(use));
        }
    }
    for (int i = 0; i < combo->count(); ++i) {
        if (combo->itemData(i).toInt() == static_cast<int>(ImportUse::OtherNetwork)) {
            const bool named = entry.use == ImportUse::OtherNetwork && !entry.networkType.isEmpty();
            combo->setItemText(i, named ? tr("Network: %1").arg(entry.networkType) : useName(ImportUse::OtherNetwork));
        }
    }
    combo->setCurrentIndex(combo->findData(static_cast<int>(entry.use)));
}

void UseDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *combo = static_cast<QComboBox *>(editor);
    if (combo->currentIndex() >= 0) {
        static_cast<ImportListModel *>(model)->setUse(index.row(), ImportUse(combo->currentData().toInt()));
    }
}

void UseDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(0, 2, -gridUnit / 2, -2));
}

QSize UseDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), 4 * gridUnit};
}

void UseDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // Names of files differ at their ends.
    option->textElideMode = index.column() == ImportListModel::FileColumn ? Qt::ElideMiddle : Qt::ElideRight;
}

bool UseDelegate::eventFilter(QObject *editor, QEvent *event)
{
    auto *combo = qobject_cast<QComboBox *>(editor);
    if (combo == nullptr) {
        return QStyledItemDelegate::eventFilter(editor, event);
    }
    if (event->type() == QEvent::Wheel) {
        // Scrolling the list must not change what files are used as.
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        auto *view = qobject_cast<QWidget *>(combo->parent() != nullptr ? combo->parent()->parent() : nullptr);
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && view != nullptr) {
            view->setFocus();
            return true;
        }
    }
    // The list stays open: the base class would close an editor that loses the focus.
    return false;
}

} // namespace knockscape::ui
