#include "ui/mainwindow/main_window.h"

#include "ui/compare/compare_panel.h"
#include "ui/genes/gene_details.h"
#include "ui/genes/gene_list_dock.h"
#include "ui/graph/subgraph_panel.h"
#include "ui/history/runs_dock.h"
#include "ui/importing/import_page.h"
#include "ui/mainwindow/issues_dock.h"
#include "ui/mainwindow/job_indicator.h"
#include "ui/mainwindow/knockout_dock.h"
#include "ui/mainwindow/log_dock.h"
#include "ui/mainwindow/main_window_p.h"
#include "ui/mainwindow/message_bar.h"
#include "ui/mainwindow/metabolism_tab.h"
#include "ui/mainwindow/screen_recorder.h"
#include "ui/plan/plan_panel.h"
#include "ui/plots/enlarger.h"
#include "ui/results/genotype_list_panel.h"
#include "ui/results/results_panel.h"
#include "ui/screening/screen_panel.h"
#include "ui/theme/counted_tab.h"
#include "ui/theme/icon.h"
#include "ui/theme/wheel_guard.h"
#include "ui/training/training_panel.h"

#include <QCloseEvent>
#include <QMimeData>
#include <QStatusBar>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace knockscape::ui
{

MainWindow::MainWindow(const Preferences &preferences, QWidget *parent)
    : QMainWindow(parent), workbench_(std::make_unique<Workbench>(preferences)),
      trainer_(std::make_unique<TrainingService>()), actions_(std::make_unique<Actions>())
{
    setObjectName(QStringLiteral("MainWindow"));
    setWindowTitle(QStringLiteral("Knockscape"));
    setAcceptDrops(true);
    new WheelGuard(this);
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    buildCentre();
    buildDocks();
    buildActions();
    buildMenus();
    buildToolBar();
    buildStatusBar();
    connectPanels();
    connectWorkbench();
    connectMessages();
    connectModelling();
    connectScreen();
    buildLayout();
    updateAvailability();
    updateStatus();
}

MainWindow::~MainWindow()
{
    // The services answer into widgets; end them while those still exist.
    workbench_->disconnect();
    workbench_->session()->disconnect();
    tabs_->disconnect();
    delete import_;
    delete metabolism_;
    delete runs_;
    delete compare_;
    delete plan_;
    delete screenRecorder_;
    delete screen_;
    // Its best model so far is written, and the run is recorded as cancelled, before the database goes.
    trainer_.reset();
    workbench_.reset();
}

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    tabs_ = new QTabWidget(centre);
    // The tallest page must not make a small window grow where a message stands above the pages.
    tabs_->setMinimumHeight(420);
    tabs_->setDocumentMode(true);
    results_ = new ResultsPanel(tabs_);
    network_ = new SubgraphPanel(tabs_);
    metabolism_ = new MetabolismTab(workbench_->session(),
                                    {workbench_->fluxes(), workbench_->explanations(), workbench_->ranges()}, tabs_);
    genotypes_ = new GenotypeListPanel(tabs_);
    compare_ = new ComparePanel(workbench_->session(), workbench_->inference(), tabs_);
    training_ = new TrainingPanel(workbench_->session(), trainer_.get(), tabs_);
    screen_ = new ScreenPanel(workbench_->session(), workbench_->screens(), workbench_->simulation(), tabs_);
    plan_ = new PlanPanel(workbench_->session(), workbench_->inference(), tabs_);
    // Eight titles fit a page of 1280 pixels' width only without icons; the menu View has them.
    const auto add = [this](QWidget *page, const char *icon, const QString &title) {
        page->setWindowIcon(themedIcon(QLatin1String(icon)));
        tabs_->addTab(page, title);
    };
    add(results_, "results", tr("Results"));
    add(network_, "network", tr("Network"));
    add(metabolism_, "metabolism", tr("Metabolism"));
    add(genotypes_, "genotypes", countedTabTitle(tr("Genotypes"), 0));
    add(compare_, "plot", tr("Compare"));
    add(training_, "history", tr("Train"));
    add(screen_, "screen", tr("Screen"));
    add(plan_, "check", tr("Plan"));
    column->addWidget(tabs_, 1);
    setCentralWidget(centre);
}

void MainWindow::buildDocks()
{
    genes_ = new GeneListDock(this);
    knockouts_ = new KnockoutDock(this);
    detailsDock_ = new QDockWidget(tr("Gene details"), this);
    detailsDock_->setObjectName(QStringLiteral("GeneDetailsDock"));
    details_ = new GeneDetails(detailsDock_);
    detailsDock_->setWidget(details_);
    runs_ = new RunsDock(workbench_->database(), workbench_->session()->undoStack(), this);
    issues_ = new IssuesDock(this);
    log_ = new LogDock(this);
    // saveState finds docks by name.
    genes_->setObjectName(QStringLiteral("GenesDock"));
    runs_->setObjectName(QStringLiteral("RunsDock"));
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    for (QDockWidget *dock :
         {static_cast<QDockWidget *>(runs_), static_cast<QDockWidget *>(issues_), static_cast<QDockWidget *>(log_)}) {
        // Later: while docks move, tab groups are taken apart and joined again.
        const auto update = [this, dock] { QTimer::singleShot(0, dock, [this, dock] { updateTitleBar(dock); }); };
        connect(dock, &QDockWidget::dockLocationChanged, this, update);
        connect(dock, &QDockWidget::topLevelChanged, this, update);
        connect(dock, &QDockWidget::visibilityChanged, this, update);
    }
}

void MainWindow::buildStatusBar()
{
    message_ = new MessageBar(this);
    statusBar()->addWidget(message_, 1);
    job_ = new JobIndicator(this);
    statusBar()->addPermanentWidget(job_);
    connect(job_, &JobIndicator::cancelRequested, workbench_.get(), &Workbench::cancelAll);
    connect(tabs_, &QTabWidget::currentChanged, this, &MainWindow::updateDocksAside);
}

void MainWindow::showGene(int gene)
{
    genes_->showGene(gene);
    details_->setGene(gene);
}

void MainWindow::showNetwork()
{
    tabs_->setCurrentWidget(network_);
}

void MainWindow::openFiles(const std::vector<std::filesystem::path> &files)
{
    const FilesToOpen sorted = sortFiles(files);
    if (sorted.empty()) {
        workbench_->openDemo();
    } else {
        open(sorted);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayCloseWhileTraining()) {
        event->ignore();
        return;
    }
    saveLayout();
    workbench_->cancelAll();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    const bool local = std::any_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); });
    if (local) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    std::vector<std::filesystem::path> files;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            files.emplace_back(url.toLocalFile().toStdString());
        }
    }
    event->acceptProposedAction();
    if (import_ != nullptr && tabs_->currentWidget() == import_) {
        import_->open(files);
    } else {
        open(sortFiles(files));
    }
}

} // namespace knockscape::ui
