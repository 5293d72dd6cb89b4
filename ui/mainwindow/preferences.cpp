#include "ui/mainwindow/preferences.h"

#include "engine/store/run_database.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

constexpr int recentLimit = 8;

} // namespace

TorchSettings Preferences::torchSettings() const
{
    TorchSettings settings;
    settings.device = device.toStdString();
    settings.threads = threads;
    return settings;
}

std::filesystem::path Preferences::databaseFile() const
{
    return databasePath.isEmpty() ? RunDatabase::defaultPath() : std::filesystem::path(databasePath.toStdString());
}

Preferences loadPreferences()
{
    const QSettings settings;
    Preferences preferences;
    preferences.theme = themeFromKey(settings.value(QStringLiteral("preferences/theme")).toString());
    preferences.threads = std::clamp(settings.value(QStringLiteral("preferences/threads"), 0).toInt(), 0, 1024);
    preferences.device = settings.value(QStringLiteral("preferences/device"), preferences.device).toString();
    preferences.databasePath = settings.value(QStringLiteral("preferences/database")).toString();
    return preferences;
}

void savePreferences(const Preferences &preferences)
{
    QSettings settings;
    settings.setValue(QStringLiteral("preferences/theme"), themeKey(preferences.theme));
    settings.setValue(QStringLiteral("preferences/threads"), preferences.threads);
    settings.setValue(QStringLiteral("preferences/device"), preferences.device);
    settings.setValue(QStringLiteral("preferences/database"), preferences.databasePath);
}

QStringList recentFiles(const QString &kind)
{
    QStringList files = QSettings().value(QStringLiteral("recent/") + kind).toStringList();
    files.removeIf([](const QString &file) { return !QFileInfo::exists(file); });
    return files;
}

void rememberRecentFile(const QString &kind, const QString &file)
{
    QStringList files = recentFiles(kind);
    files.removeAll(file);
    files.prepend(file);
    QSettings().setValue(QStringLiteral("recent/") + kind, files.mid(0, recentLimit));
}

void clearRecentFiles()
{
    QSettings().remove(QStringLiteral("recent"));
}

QStringList modelsLastUsedWith(const QString &cellSha256)
{
    const QStringList models = QSettings().value(QStringLiteral("models/") + cellSha256).toStringList();
    const bool gone = std::any_of(models.begin(), models.end(), [](const QString &m) { return !QFileInfo::exists(m); });
    return cellSha256.isEmpty() || gone ? QStringList() : models;
}

void rememberModelsOf(const QString &cellSha256, const QStringList &models)
{
    if (!cellSha256.isEmpty()) {
        QSettings().setValue(QStringLiteral("models/") + cellSha256, models);
    }
}

} // namespace knockscape::ui
