#pragma once

#include "ui/mainwindow/main_window.h"

#include <QAction>

namespace knockscape::ui
{

/// The window's actions; each is in a menu, some also in the tool bar.
struct MainWindow::Actions {
    QAction *openCell = nullptr;
    QAction *openModel = nullptr;
    QAction *openDemo = nullptr;
    QAction *importCell = nullptr;
    QAction *exportTable = nullptr;
    QAction *exportPlot = nullptr;
    QAction *exportNetwork = nullptr;
    QAction *quit = nullptr;
    QAction *undo = nullptr;
    QAction *redo = nullptr;
    QAction *paste = nullptr;
    QAction *clear = nullptr;
    QAction *find = nullptr;
    QAction *preferences = nullptr;
    QAction *predict = nullptr;
    QAction *predictList = nullptr;
    QAction *predictSet = nullptr;
    QAction *singles = nullptr;
    QAction *against = nullptr;
    QAction *screen = nullptr;
    /// Where a model is open, simulation beside it.
    QAction *simulateList = nullptr;
    QAction *simulateSet = nullptr;
    QAction *simulateSingles = nullptr;
    QAction *simulateAgainst = nullptr;
    QAction *cancel = nullptr;
    QAction *modelInfo = nullptr;
    QAction *fullScreen = nullptr;
    QAction *enlarge = nullptr;
    QAction *resetLayout = nullptr;
    QAction *shortcuts = nullptr;
    QAction *about = nullptr;
    QMenu *recent = nullptr;
};

} // namespace knockscape::ui
