#include "ui/genes/gene_list_dock.h"
#include "ui/graph/subgraph_panel.h"
#include "ui/history/runs_dock.h"
#include "ui/mainwindow/issues_dock.h"
#include "ui/mainwindow/knockout_dock.h"
#include "ui/mainwindow/log_dock.h"
#include "ui/mainwindow/main_window_p.h"
#include "ui/mainwindow/preferences_dialog.h"
#include "ui/mainwindow/shortcuts_dialog.h"
#include "ui/theme/icon.h"

#include <QApplication>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>

namespace knockscape::ui
{

void MainWindow::buildActions()
{
    Actions &a = *actions_;
    Workbench *const bench = workbench_.get();
    QUndoStack *const undo = bench->session()->undoStack();
    const auto make = [this](const QString &icon, const QString &text, const QKeySequence &keys, const QString &name) {
        auto *action = new QAction(themedIcon(icon), text, this);
        action->setShortcut(keys);
        action->setObjectName(name);
        return action;
    };
    const auto key = [](const char *text) { return QKeySequence(QString::fromLatin1(text)); };
    a.openCell = make(QStringLiteral("open-cell"), tr("Open cell…"), QKeySequence::Open, QStringLiteral("openCell"));
    a.openModel =
        make(QStringLiteral("open-model"), tr("Open model…"), key("Ctrl+Shift+O"), QStringLiteral("openModel"));
    a.importCell =
        make(QStringLiteral("import"), tr("Import cell…"), key("Ctrl+Shift+I"), QStringLiteral("importCell"));
    a.importCell->setToolTip(tr("Make a cell of networks, genes and a metabolic model (Ctrl+Shift+I)"));
    a.openDemo = make(QStringLiteral("demo"), tr("Open demo"), {}, QStringLiteral("openDemo"));
    a.exportTable =
        make(QStringLiteral("table"), tr("Export results table…"), key("Ctrl+E"), QStringLiteral("exportTable"));
    a.exportPlot =
        make(QStringLiteral("plot"), tr("Export picture…"), key("Ctrl+Shift+E"), QStringLiteral("exportPlot"));
    a.exportNetwork = make(QStringLiteral("network"), tr("Export network…"), {}, QStringLiteral("exportNetwork"));
    a.quit = make(QStringLiteral("quit"), tr("Quit"), key("Ctrl+Q"), QStringLiteral("quit"));
    a.undo = undo->createUndoAction(this, tr("Undo"));
    a.redo = undo->createRedoAction(this, tr("Redo"));
    a.undo->setIcon(themedIcon(QStringLiteral("undo")));
    a.redo->setIcon(themedIcon(QStringLiteral("redo")));
    a.undo->setIconText(tr("Undo"));
    a.redo->setIconText(tr("Redo"));
    a.undo->setShortcut(QKeySequence::Undo);
    a.redo->setShortcuts({key("Ctrl+Shift+Z"), key("Ctrl+Y")});
    a.paste = make(QStringLiteral("paste"), tr("Paste knockouts…"), QKeySequence::Paste, QStringLiteral("paste"));
    a.clear =
        make(QStringLiteral("clear"), tr("Clear the knockout set"), key("Ctrl+Backspace"), QStringLiteral("clearSet"));
    a.find = make(QStringLiteral("search"), tr("Search genes"), QKeySequence::Find, QStringLiteral("find"));
    a.preferences = make(QStringLiteral("settings"), tr("Preferences…"), key("Ctrl+,"), QStringLiteral("preferences"));
    a.predict = make(QStringLiteral("predict"), tr("Predict"), {}, QStringLiteral("predict"));
    a.predict->setShortcuts({key("Ctrl+Return"), key("Ctrl+Enter")});
    a.predict->setToolTip(tr("Predict the genotype list, or the knockout set when the list is empty (Ctrl+Return)"));
    a.predictList =
        make(QStringLiteral("genotypes"), tr("Predict the genotype list"), {}, QStringLiteral("predictList"));
    a.predictSet = make(QStringLiteral("knockout"), tr("Predict the knockout set and its parts"), {},
                        QStringLiteral("predictSet"));
    a.singles = make(QStringLiteral("screen"), tr("All single knockouts"), key("Ctrl+1"), QStringLiteral("singles"));
    a.against = make(QStringLiteral("add"), tr("Current set × all genes"), key("Ctrl+2"), QStringLiteral("against"));
    a.screen = make(QStringLiteral("screen"), tr("Screen…"), key("Ctrl+Shift+S"), QStringLiteral("screen"));
    a.screen->setToolTip(tr("Predict all pairs or combinations of genes, and keep the best (Ctrl+Shift+S)"));
    buildSimulateActions();
    a.cancel =
        make(QStringLiteral("cancel"), tr("Cancel the running prediction"), key("Esc"), QStringLiteral("cancel"));
    a.modelInfo = make(QStringLiteral("note"), tr("Model information…"), key("Ctrl+I"), QStringLiteral("modelInfo"));
    a.fullScreen = make(QStringLiteral("fullscreen"), tr("Full screen"), key("F11"), QStringLiteral("fullScreen"));
    a.fullScreen->setCheckable(true);
    a.enlarge = make(QStringLiteral("enlarge"), tr("Enlarge the picture"), key("F9"), QStringLiteral("enlargePicture"));
    a.resetLayout = make(QStringLiteral("refresh"), tr("Reset the layout"), {}, QStringLiteral("resetLayout"));
    a.shortcuts = make(QStringLiteral("keyboard"), tr("Keyboard shortcuts"), key("F1"), QStringLiteral("shortcuts"));
    a.about = make(QStringLiteral("note"), tr("About Knockscape"), {}, QStringLiteral("about"));

    connect(a.openCell, &QAction::triggered, this, &MainWindow::chooseCell);
    connect(a.openModel, &QAction::triggered, this, &MainWindow::chooseModels);
    connect(a.importCell, &QAction::triggered, this, &MainWindow::showImport);
    connect(a.openDemo, &QAction::triggered, bench, &Workbench::openDemo);
    connect(a.exportTable, &QAction::triggered, this, &MainWindow::exportTable);
    connect(a.exportPlot, &QAction::triggered, this, [this] { exportPicture(shownPicture()); });
    connect(a.exportNetwork, &QAction::triggered, this, [this] { exportPicture(network_->picture()); });
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
    connect(a.paste, &QAction::triggered, this, &MainWindow::pasteKnockouts);
    connect(a.clear, &QAction::triggered, bench->session(), &Session::clearKnockouts);
    connect(a.find, &QAction::triggered, this, [this] {
        genes_->show();
        genes_->raise();
        genes_->focusSearch();
    });
    connect(a.preferences, &QAction::triggered, this, &MainWindow::showPreferences);
    connect(a.predict, &QAction::triggered, bench, &Workbench::predict);
    connect(a.predictList, &QAction::triggered, bench, &Workbench::predictList);
    connect(a.predictSet, &QAction::triggered, bench, &Workbench::predictSet);
    connect(a.singles, &QAction::triggered, bench, &Workbench::predictSingles);
    connect(a.against, &QAction::triggered, bench, &Workbench::predictAgainstAll);
    connect(a.screen, &QAction::triggered, this, &MainWindow::showScreen);
    connect(a.cancel, &QAction::triggered, bench, &Workbench::cancel);
    connect(a.modelInfo, &QAction::triggered, this, &MainWindow::showModelInfo);
    connect(a.fullScreen, &QAction::toggled, this, &MainWindow::toggleFullScreen);
    connect(a.enlarge, &QAction::triggered, this, &MainWindow::toggleEnlarged);
    connect(a.resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(a.shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(a.about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::buildMenus()
{
    const Actions &a = *actions_;
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addActions({a.openCell, a.openModel, a.importCell, a.openDemo});
    actions_->recent = file->addMenu(tr("Open recent"));
    connect(a.recent, &QMenu::aboutToShow, this, [this] { fillRecent(actions_->recent); });
    file->addSeparator();
    file->addActions({a.exportTable, a.exportPlot, a.exportNetwork});
    file->addSeparator();
    file->addAction(a.quit);

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({a.undo, a.redo});
    edit->addSeparator();
    edit->addActions({a.paste, a.clear, a.find});
    edit->addSeparator();
    edit->addAction(a.preferences);

    QMenu *predict = menuBar()->addMenu(tr("&Predict"));
    predict->setToolTipsVisible(true);
    predict->addActions({a.predict, a.predictList, a.predictSet});
    predict->addSeparator();
    predict->addActions({a.singles, a.against, a.screen});
    predict->addSeparator();
    predict->addActions({a.simulateList, a.simulateSet, a.simulateSingles, a.simulateAgainst});
    predict->addSeparator();
    predict->addAction(a.cancel);

    QMenu *model = menuBar()->addMenu(tr("&Model"));
    model->addAction(a.modelInfo);
    buildModelMenu(model);

    QMenu *view = menuBar()->addMenu(tr("&View"));
    for (QDockWidget *dock :
         {static_cast<QDockWidget *>(genes_), static_cast<QDockWidget *>(knockouts_), detailsDock_,
          static_cast<QDockWidget *>(runs_), static_cast<QDockWidget *>(issues_), static_cast<QDockWidget *>(log_)}) {
        view->addAction(dock->toggleViewAction());
    }
    view->addSeparator();
    for (int i = 0; i < tabs_->count(); ++i) {
        QAction *action = view->addAction(tabs_->widget(i)->windowIcon(), tr("Show %1").arg(tabs_->tabText(i)));
        action->setShortcut(QKeySequence(QStringLiteral("Alt+%1").arg(i + 1)));
        connect(action, &QAction::triggered, this, [this, i] { tabs_->setCurrentIndex(i); });
    }
    view->addSeparator();
    view->addActions({a.enlarge, a.fullScreen, a.resetLayout});

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addActions({a.shortcuts, a.about});
}

void MainWindow::buildToolBar()
{
    const Actions &a = *actions_;
    QToolBar *bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("ToolBar"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({20, 20});
    const auto menuButton = [this, bar](const QString &icon, const QString &text, const QList<QAction *> &entries,
                                        QAction *first) {
        auto *button = new QToolButton(bar);
        button->setIcon(themedIcon(icon));
        button->setText(text);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        auto *menu = new QMenu(button);
        menu->setToolTipsVisible(true);
        menu->addActions(entries);
        button->setMenu(menu);
        button->setPopupMode(first != nullptr ? QToolButton::MenuButtonPopup : QToolButton::InstantPopup);
        if (first != nullptr) {
            button->setDefaultAction(first);
            button->setMenu(menu);
        }
        bar->addWidget(button);
    };
    a.openCell->setIconText(tr("Open cell"));
    a.openModel->setIconText(tr("Open model"));
    a.importCell->setIconText(tr("Import"));
    bar->addActions({a.openCell, a.openModel, a.importCell});
    bar->addSeparator();
    bar->addActions({a.undo, a.redo});
    bar->addSeparator();
    menuButton(QStringLiteral("predict"), tr("Predict"), {a.predictList, a.predictSet, a.simulateList, a.simulateSet},
               a.predict);
    menuButton(QStringLiteral("screen"), tr("Screen"),
               {a.singles, a.against, a.screen, a.simulateSingles, a.simulateAgainst}, nullptr);
    menuButton(QStringLiteral("export"), tr("Export"), {a.exportTable, a.exportPlot, a.exportNetwork}, nullptr);

    auto *spacer = new QWidget(bar);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(spacer);
    device_ = new QToolButton(bar);
    device_->setObjectName(QStringLiteral("device"));
    device_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    device_->setPopupMode(QToolButton::InstantPopup);
    auto *devices = new QMenu(device_);
    device_->setMenu(devices);
    connect(devices, &QMenu::aboutToShow, this, [this, devices] { buildDeviceMenu(devices); });
    bar->addWidget(device_);
}

void MainWindow::buildDeviceMenu(QMenu *menu)
{
    menu->clear();
    QStringList devices{QStringLiteral("auto\t") + tr("Automatic: the first CUDA device, else the CPU")};
    devices += workbench_->devices();
    for (const QString &device : devices) {
        const QString id = device.section(QLatin1Char('\t'), 0, 0);
        QAction *action = menu->addAction(device.section(QLatin1Char('\t'), 1));
        action->setCheckable(true);
        action->setChecked(workbench_->preferences().device == id);
        connect(action, &QAction::triggered, this, [this, id] {
            Preferences preferences = workbench_->preferences();
            preferences.device = id;
            workbench_->setPreferences(preferences);
        });
    }
    if (!workbench_->moduleVersion().isEmpty()) {
        menu->addSeparator();
        menu->addAction(workbench_->moduleVersion())->setEnabled(false);
    }
}

void MainWindow::fillRecent(QMenu *menu)
{
    menu->clear();
    const auto add = [this, menu](const QString &kind, const QString &icon) {
        for (const QString &file : recentFiles(kind)) {
            QAction *action = menu->addAction(themedIcon(icon), QFileInfo(file).fileName());
            action->setToolTip(file);
            connect(action, &QAction::triggered, this, [this, file] { openFiles({file.toStdString()}); });
        }
    };
    menu->setToolTipsVisible(true);
    add(QStringLiteral("cells"), QStringLiteral("open-cell"));
    menu->addSeparator();
    add(QStringLiteral("models"), QStringLiteral("open-model"));
    if (menu->isEmpty()) {
        menu->addAction(tr("Nothing yet"))->setEnabled(false);
        return;
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Clear the list")), &QAction::triggered, this, [] { clearRecentFiles(); });
}

void MainWindow::showShortcuts()
{
    auto *dialog = new ShortcutsDialog(menuBar(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showPreferences()
{
    auto *dialog = new PreferencesDialog(workbench_->preferences(), workbench_->devices(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Preferences preferences = dialog->preferences();
        applyTheme(preferences.theme);
        workbench_->setPreferences(preferences);
    });
    dialog->open();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Knockscape"),
                                tr("<b>Knockscape %1</b><p>Explore gene knockouts with a trained model.</p><p>%2</p>"
                                   "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                                    .arg(QStringLiteral(KNOCKSCAPE_VERSION), workbench_->moduleVersion().isEmpty()
                                                                                 ? tr("No prediction module is loaded.")
                                                                                 : workbench_->moduleVersion()),
                                QMessageBox::Close, this);
    box->setIconPixmap(applicationIcon().pixmap(64, 64));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::toggleFullScreen(bool on)
{
    setWindowState(on ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
}

} // namespace knockscape::ui
