#pragma once

#include "ui/metabolism/flux_painting.h"
#include "ui/metabolism/map_choice.h"
#include "ui/plots/picture_layout.h"
#include "ui/theme/theme.h"

#include <QString>
#include <QStringList>

#include <filesystem>
#include <optional>
#include <vector>

namespace knockscape::app
{

/// How the pictures of --export are laid out; what is not set is left to the picture.
struct PictureOptions {
    /// "180x110mm", "1600x1000px"; empty: as the picture suggests.
    QString size;
    std::optional<int> dpi;
    std::optional<double> textSize;

    ui::PictureLayout layoutOf(ui::PictureLayout layout) const;
};

/// The map that --export draws instead of predicting; none: it predicts.
struct MapOptions {
    ui::MapChoice choice;
    /// "A B" of --around and --lost.
    QString genes;
    /// A built-in medium, one saved beside the cell, or a table; empty: the cell's own.
    QString medium;
    ui::PaintBy paint = ui::PaintBy::Knockout;
};

/// What the command line asked for.
struct CommandLine {
    std::vector<std::filesystem::path> files;
    /// Folder of --export; empty: show the window.
    QString exportFolder;
    /// "A B;C D".
    QString genes;
    PictureOptions pictures;
    MapOptions map;
    std::optional<ui::ThemeChoice> theme;
    QString language;
    /// Set when the program should print something and end (help, version, wrong usage).
    std::optional<int> exitCode;
};

/// Needs no QApplication, so that --help and mistakes work without a display. Prints help, version and errors itself.
CommandLine parseCommandLine(const QStringList &arguments);

} // namespace knockscape::app
