#include "ui/mainwindow/preferences.h"

#include "engine/store/run_database.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

constexpr int recentLimit = 8;
/// A map, because keys of settings take no slashes.
const QString answersKey = QStringLiteral("models/answers");

QJsonObject objectOf(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

/// `later` counts more than `earlier`; objects are joined.
QJsonObject joined(QJsonObject earlier, const QJsonObject &later)
{
    for (auto it = later.begin(); it != later.end(); ++it) {
        const QJsonValue before = earlier.value(it.key());
        earlier.insert(it.key(), before.isObject() && it.value().isObject()
                                     ? QJsonValue(joined(before.toObject(), it.value().toObject()))
                                     : it.value());
    }
    return earlier;
}

} // namespace

TorchSettings Preferences::torchSettings() const
{
    TorchSettings settings;
    settings.device = device.toStdString();
    settings.threads = threads;
    const QVariantMap answers = QSettings().value(answersKey).toMap();
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        settings.modelAnswers[it.key().toStdString()] = it.value().toString().toStdString();
    }
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

QString cellFolderOf(const QString &cellSha256)
{
    const QString folder = QSettings().value(QStringLiteral("cellFolders/") + cellSha256).toString();
    return cellSha256.isEmpty() || !QFileInfo::exists(folder) ? QString() : folder;
}

void rememberCellFolder(const QString &cellSha256, const QString &folder)
{
    if (!cellSha256.isEmpty()) {
        QSettings().setValue(QStringLiteral("cellFolders/") + cellSha256, folder);
    }
}

void rememberModelAnswers(const QString &model, const std::string &answers)
{
    QSettings settings;
    QVariantMap all = settings.value(answersKey).toMap();
    const QJsonObject object = joined(objectOf(all.value(model).toString()), objectOf(QString::fromStdString(answers)));
    all.insert(model, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
    settings.setValue(answersKey, all);
}

void forgetModelAnswers(const QString &model)
{
    QSettings settings;
    QVariantMap all = settings.value(answersKey).toMap();
    if (all.remove(model) > 0) {
        settings.setValue(answersKey, all);
    }
}

} // namespace knockscape::ui
