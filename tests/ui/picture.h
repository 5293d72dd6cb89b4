#pragma once

#include "ui/plots/picture_export.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QWidget>

/// Pictures for a person to look at, written where $KNOCKSCAPE_PICTURES names a folder.
namespace knockscape::ui::tests
{

/// Empty where nobody wants pictures.
inline QString pictureFolder()
{
    return qEnvironmentVariable("KNOCKSCAPE_PICTURES");
}

/// Writes what a panel offers for paper, in the size that it suggests.
inline bool written(const PictureSource &source, const QString &file, QString *error)
{
    return writePicture(source, source.layout, file, error);
}

/// Writes NAME.png.
inline void keepPicture(QWidget &widget, const QString &name)
{
    if (!pictureFolder().isEmpty()) {
        QDir().mkpath(pictureFolder());
        widget.grab().save(pictureFolder() + QLatin1Char('/') + name + QStringLiteral(".png"));
    }
}

/// Writes NAME-light.png and NAME-dark.png.
inline void shoot(QWidget &widget, const QString &name)
{
    if (pictureFolder().isEmpty()) {
        return;
    }
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(theme);
        QApplication::processEvents();
        keepPicture(widget, name + QLatin1Char('-') + themeKey(theme));
    }
    applyTheme(ThemeChoice::Light);
}

} // namespace knockscape::ui::tests
