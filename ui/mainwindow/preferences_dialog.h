#pragma once

#include "ui/mainwindow/preferences.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace knockscape::ui
{

/// The few things that hold for every cell: theme, device, threads, run database.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `devices` as Workbench::devices().
    PreferencesDialog(const Preferences &preferences, const QStringList &devices, QWidget *parent = nullptr);

    Preferences preferences() const;

private:
    QComboBox *theme_ = nullptr;
    QComboBox *device_ = nullptr;
    QSpinBox *threads_ = nullptr;
    QLineEdit *database_ = nullptr;
};

} // namespace knockscape::ui
