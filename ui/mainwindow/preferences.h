#pragma once

#include "engine/module/torch_module.h"
#include "ui/theme/theme.h"

#include <QString>
#include <QStringList>

namespace knockscape::ui
{

/// What holds for every cell and every start of the program; kept by QSettings.
struct Preferences {
    ThemeChoice theme = ThemeChoice::System;
    /// Threads of libtorch; 0 uses all cores.
    int threads = 0;
    /// "auto", "cpu", "cuda:0", …
    QString device = QStringLiteral("auto");
    /// Run database; empty for the default place.
    QString databasePath;

    bool operator==(const Preferences &) const = default;

    /// With the remembered answers about models.
    TorchSettings torchSettings() const;
    /// databasePath, or the default place.
    std::filesystem::path databaseFile() const;
};

Preferences loadPreferences();
void savePreferences(const Preferences &preferences);

/// The most recent first, at most eight, without those that no longer exist. `kind` is "cells" or "models".
QStringList recentFiles(const QString &kind);
void rememberRecentFile(const QString &kind, const QString &file);
void clearRecentFiles();

/// The models that were last open with the cell of this hash; empty if unknown or gone.
QStringList modelsLastUsedWith(const QString &cellSha256);
void rememberModelsOf(const QString &cellSha256, const QStringList &models);

/// Where the cell of this hash was last opened from; empty if unknown or gone.
QString cellFolderOf(const QString &cellSha256);
void rememberCellFolder(const QString &cellSha256, const QString &folder);

/// What a person answered about a model file that does not tell all of its hyper-parameters, as JSON text; added to
/// what was answered before.
void rememberModelAnswers(const QString &model, const std::string &answers);
void forgetModelAnswers(const QString &model);

} // namespace knockscape::ui
