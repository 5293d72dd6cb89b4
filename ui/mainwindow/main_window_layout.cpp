// Where the docks are, and what has how much room: at first, after a restart, and while one picture has all of it.

#include "ui/genes/gene_list_dock.h"
#include "ui/history/runs_dock.h"
#include "ui/importing/import_page.h"
#include "ui/mainwindow/issues_dock.h"
#include "ui/mainwindow/knockout_dock.h"
#include "ui/mainwindow/log_dock.h"
#include "ui/mainwindow/main_window.h"
#include "ui/plots/enlarger.h"

#include <QSettings>
#include <QTabWidget>

#include <algorithm>
#include <utility>

namespace knockscape::ui
{
namespace
{

/// Raised when docks change so that an old saved state would not fit.
constexpr int layoutVersion = 1;
constexpr int leftWidth = 296;
constexpr int rightWidth = 304;
constexpr int bottomHeight = 136;
constexpr int knockoutHeight = 400;
constexpr int detailsHeight = 168;
/// A page lower than this shows neither its plot nor its table.
constexpr int leastPageHeight = 400;
/// A window system may tell the final size (maximised, on another screen) a moment after the window is there.
constexpr int settlingMilliseconds = 1500;

} // namespace

void MainWindow::buildLayout()
{
    settling_.setSingleShot(true);
    settling_.setInterval(0);
    connect(&settling_, &QTimer::timeout, this, &MainWindow::settleLayout);
    settled_.setSingleShot(true);
    settled_.setInterval(settlingMilliseconds);
    connect(&settled_, &QTimer::timeout, this, [this] { stateToRestore_.clear(); });
    connect(Enlarger::of(this), &Enlarger::changed, this, &MainWindow::updateDocksAside);
    for (QDockWidget *dock :
         {static_cast<QDockWidget *>(runs_), static_cast<QDockWidget *>(issues_), static_cast<QDockWidget *>(log_)}) {
        // Opened by a person: it stays, whatever room it takes.
        connect(dock->toggleViewAction(), &QAction::triggered, this, [this] { bottomCollapsed_ = false; });
    }
    resize(1280, 800);
    arrangeDocks();
    defaultState_ = saveState(layoutVersion);
    restoreLayout();
}

/// A tab already says the dock's name (and can be dragged); the title bar under it would say it again.
void MainWindow::updateTitleBar(QDockWidget *dock)
{
    const bool tabbed = !dock->isFloating() && !tabifiedDockWidgets(dock).isEmpty();
    const bool hidden = dock->titleBarWidget() != nullptr;
    if (tabbed == hidden) {
        return;
    }
    QWidget *const old = dock->titleBarWidget();
    dock->setTitleBarWidget(tabbed ? new QWidget(dock) : nullptr);
    delete old;
}

void MainWindow::arrangeDocks()
{
    addDockWidget(Qt::LeftDockWidgetArea, genes_);
    addDockWidget(Qt::RightDockWidgetArea, knockouts_);
    splitDockWidget(knockouts_, detailsDock_, Qt::Vertical);
    addDockWidget(Qt::BottomDockWidgetArea, runs_);
    tabifyDockWidget(runs_, issues_);
    tabifyDockWidget(issues_, log_);
    runs_->raise();
}

void MainWindow::resetLayout()
{
    Enlarger::of(this)->restore();
    stateAside_.clear();
    stateToRestore_.clear();
    bottomCollapsed_ = false;
    restoreState(defaultState_, layoutVersion);
    runs_->raise();
    // Docks take their places when the event loop lays the window out; sizes given before are lost.
    QTimer::singleShot(0, this, &MainWindow::sizeDocks);
}

void MainWindow::sizeDocks()
{
    for (QDockWidget *dock :
         {static_cast<QDockWidget *>(runs_), static_cast<QDockWidget *>(issues_), static_cast<QDockWidget *>(log_)}) {
        updateTitleBar(dock);
    }
    resizeDocks({genes_, knockouts_}, {leftWidth, rightWidth}, Qt::Horizontal);
    resizeDocks({knockouts_, detailsDock_}, {knockoutHeight, detailsHeight}, Qt::Vertical);
    // Last: heights on the right would take from the page what they ask for together.
    resizeDocks({runs_}, {bottomHeight}, Qt::Vertical);
    giveThePageRoom();
}

bool MainWindow::bottomDocksShown() const
{
    const auto docked = [this](QDockWidget *dock) {
        return !dock->isHidden() && !dock->isFloating() && dockWidgetArea(dock) == Qt::BottomDockWidgetArea;
    };
    return docked(runs_) || docked(issues_) || docked(log_);
}

void MainWindow::saveLayout() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/state"), stateAside_.isEmpty() ? saveState(layoutVersion) : stateAside_);
    settings.setValue(QStringLiteral("window/bottomCollapsed"), bottomCollapsed_);
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    const QByteArray state = settings.value(QStringLiteral("window/state")).toByteArray();
    // Also now, so that docks that were closed are not seen before they go.
    if (restoreState(state, layoutVersion)) {
        stateToRestore_ = state;
        bottomCollapsed_ = settings.value(QStringLiteral("window/bottomCollapsed")).toBool();
    }
}

/// Sizes of docks mean something only in a window of the final size: restored in a smaller one they are squeezed, and
/// the page keeps what is left.
void MainWindow::settleLayout()
{
    if (!stateAside_.isEmpty()) {
        return;
    }
    if (!stateToRestore_.isEmpty()) {
        restoreState(stateToRestore_, layoutVersion);
    }
    giveThePageRoom();
}

void MainWindow::giveThePageRoom()
{
    const QList<QDockWidget *> below{runs_, issues_, log_};
    const int page = tabs_->height();
    if (page < leastPageHeight && bottomDocksShown() && !std::exchange(bottomCollapsed_, true)) {
        for (QDockWidget *dock : below) {
            if (!dock->isFloating() && dockWidgetArea(dock) == Qt::BottomDockWidgetArea) {
                dock->hide();
            }
        }
    } else if (bottomCollapsed_ && !bottomDocksShown() && page >= leastPageHeight + 2 * bottomHeight) {
        bottomCollapsed_ = false;
        for (QDockWidget *dock : below) {
            dock->show();
        }
        runs_->raise();
    }
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (defaultsPending_) {
        defaultsPending_ = false;
        if (stateToRestore_.isEmpty()) {
            QTimer::singleShot(0, this, &MainWindow::sizeDocks);
        }
        settling_.start();
        settled_.start();
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (isVisible()) {
        settling_.start();
    }
}

void MainWindow::toggleEnlarged()
{
    Enlarger *enlarger = Enlarger::of(this);
    if (enlarger->part() != nullptr) {
        enlarger->restore();
        return;
    }
    for (EnlargeButton *button : tabs_->currentWidget()->findChildren<EnlargeButton *>()) {
        if (button->isVisible()) {
            button->click();
            return;
        }
    }
}

void MainWindow::updateDocksAside()
{
    const bool importing = import_ != nullptr && tabs_->currentWidget() == import_;
    letDocksStepAside(importing || Enlarger::of(this)->part() != nullptr);
}

void MainWindow::letDocksStepAside(bool aside)
{
    if (aside == !stateAside_.isEmpty()) {
        return;
    }
    if (!aside) {
        const QByteArray state = std::exchange(stateAside_, {});
        restoreState(state, layoutVersion);
        // Docks that were hidden are tabs again: without their title bars they have the heights that were stored.
        for (QDockWidget *dock : {static_cast<QDockWidget *>(runs_), static_cast<QDockWidget *>(issues_),
                                  static_cast<QDockWidget *>(log_)}) {
            updateTitleBar(dock);
        }
        restoreState(state, layoutVersion);
        return;
    }
    stateToRestore_.clear();
    stateAside_ = saveState(layoutVersion);
    for (QDockWidget *dock : findChildren<QDockWidget *>()) {
        if (!dock->isFloating()) {
            dock->hide();
        }
    }
}

} // namespace knockscape::ui
