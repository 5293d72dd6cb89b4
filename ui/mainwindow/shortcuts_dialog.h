#pragma once

#include <QDialog>

class QMenuBar;

namespace knockscape::ui
{

/// Every keyboard shortcut: those of the menus, read from the menus, and those of the panels.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    ShortcutsDialog(const QMenuBar *menus, QWidget *parent = nullptr);
};

} // namespace knockscape::ui
