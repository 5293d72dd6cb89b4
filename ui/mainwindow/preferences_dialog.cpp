#include "ui/mainwindow/preferences_dialog.h"

#include "engine/store/run_database.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace knockscape::ui
{

PreferencesDialog::PreferencesDialog(const Preferences &preferences, const QStringList &devices, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Preferences"));
    auto *form = new QFormLayout(this);
    theme_ = new QComboBox;
    theme_->addItem(tr("Like the system"), themeKey(ThemeChoice::System));
    theme_->addItem(tr("Light"), themeKey(ThemeChoice::Light));
    theme_->addItem(tr("Dark"), themeKey(ThemeChoice::Dark));
    theme_->setCurrentIndex(theme_->findData(themeKey(preferences.theme)));
    form->addRow(tr("Theme"), theme_);

    device_ = new QComboBox;
    device_->addItem(tr("Automatic"), QStringLiteral("auto"));
    for (const QString &device : devices) {
        device_->addItem(device.section(QLatin1Char('\t'), 1), device.section(QLatin1Char('\t'), 0, 0));
    }
    if (device_->findData(preferences.device) < 0) {
        device_->addItem(preferences.device, preferences.device);
    }
    device_->setCurrentIndex(device_->findData(preferences.device));
    form->addRow(tr("Device"), device_);

    threads_ = new QSpinBox;
    threads_->setRange(0, 1024);
    threads_->setSpecialValueText(tr("All cores"));
    threads_->setValue(preferences.threads);
    form->addRow(tr("Threads"), threads_);

    auto *row = new QHBoxLayout;
    database_ = new QLineEdit(preferences.databasePath);
    database_->setPlaceholderText(QString::fromStdString(RunDatabase::defaultPath().string()));
    database_->setMinimumWidth(360);
    auto *browse = new QPushButton(tr("Choose…"));
    row->addWidget(database_, 1);
    row->addWidget(browse);
    form->addRow(tr("Run database"), row);
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString file = QFileDialog::getSaveFileName(this, tr("Run database"), database_->text(),
                                                          QStringLiteral("SQLite (*.sqlite *.db)"), nullptr,
                                                          QFileDialog::DontConfirmOverwrite);
        if (!file.isEmpty()) {
            database_->setText(file);
        }
    });
    auto *note = new QLabel(tr("Another run database is used from the next start on."));
    note->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(QString(), note);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

Preferences PreferencesDialog::preferences() const
{
    Preferences preferences;
    preferences.theme = themeFromKey(theme_->currentData().toString());
    preferences.device = device_->currentData().toString();
    preferences.threads = threads_->value();
    preferences.databasePath = database_->text().trimmed();
    return preferences;
}

} // namespace knockscape::ui
