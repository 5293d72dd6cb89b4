#include "ui/mainwindow/shortcuts_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace knockscape::ui
{
namespace
{

void addGroup(QTreeWidget *tree, const QString &title, const QList<std::pair<QString, QString>> &rows)
{
    auto *group = new QTreeWidgetItem(tree, {title});
    QFont bold = tree->font();
    bold.setBold(true);
    group->setFont(0, bold);
    for (const auto &[text, keys] : rows) {
        new QTreeWidgetItem(group, {text, keys});
    }
    group->setExpanded(true);
}

QList<std::pair<QString, QString>> shortcutsOf(const QMenu *menu)
{
    QList<std::pair<QString, QString>> rows;
    for (const QAction *action : menu->actions()) {
        if (!action->shortcut().isEmpty()) {
            rows.append({action->text().remove(QLatin1Char('&')),
                         QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)});
        }
    }
    return rows;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar *menus, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(560, 600);
    auto *tree = new QTreeWidget(this);
    tree->setColumnCount(2);
    tree->setHeaderLabels({tr("What"), tr("Keys")});
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->setRootIsDecorated(false);
    tree->header()->setStretchLastSection(false);
    tree->setColumnWidth(1, 176);
    for (const QAction *entry : menus->actions()) {
        const QMenu *menu = entry->menu();
        const auto rows = menu != nullptr ? shortcutsOf(menu) : QList<std::pair<QString, QString>>();
        if (!rows.isEmpty()) {
            addGroup(tree, entry->text().remove(QLatin1Char('&')), rows);
        }
    }
    addGroup(tree, tr("Gene list"), {{tr("Knock out or restore the current gene"), tr("Space")}});
    addGroup(tree, tr("Knockout set"),
             {{tr("Next or previous chip"), tr("Arrow keys")},
              {tr("Restore the gene"), tr("Delete")},
              {tr("Show the gene"), tr("Return")}});
    addGroup(tree, tr("Results"), {{tr("Make this the knockout set"), tr("Return")}, {tr("Copy rows"), tr("Ctrl+C")}});
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(tree);
    column->addWidget(buttons);
}

} // namespace knockscape::ui
