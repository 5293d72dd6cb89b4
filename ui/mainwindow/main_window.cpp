#include "ui/mainwindow/main_window.h"

#include "engine/core/paths.h"
#include "ui/genes/gene_details.h"
#include "ui/genes/gene_list_dock.h"
#include "ui/graph/subgraph_panel.h"
#include "ui/history/runs_dock.h"
#include "ui/mainwindow/issues_dock.h"
#include "ui/mainwindow/job_indicator.h"
#include "ui/mainwindow/knockout_dock.h"
#include "ui/mainwindow/log_dock.h"
#include "ui/mainwindow/main_window_p.h"
#include "ui/mainwindow/message_bar.h"
#include "ui/results/genotype_list_panel.h"
#include "ui/results/results_panel.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"

#include <QCloseEvent>
#include <QLabel>
#include <QMimeData>
#include <QSettings>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace knockscape::ui
{
namespace
{

/// Raised when docks change so that an old saved state would not fit.
constexpr int layoutVersion = 1;
constexpr int leftWidth = 296;
constexpr int rightWidth = 304;
constexpr int bottomHeight = 144;

} // namespace

MainWindow::MainWindow(const Preferences &preferences, QWidget *parent)
    : QMainWindow(parent), workbench_(std::make_unique<Workbench>(preferences)), actions_(std::make_unique<Actions>())
{
    setObjectName(QStringLiteral("MainWindow"));
    setWindowTitle(QStringLiteral("Knockscape"));
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks);
    buildCentre();
    buildDocks();
    buildActions();
    buildMenus();
    buildToolBar();
    buildStatusBar();
    connectPanels();
    connectWorkbench();
    resize(1280, 800);
    resetLayout();
    defaultState_ = saveState(layoutVersion);
    restoreLayout();
    updateAvailability();
    updateStatus();
}

MainWindow::~MainWindow()
{
    // The services answer into widgets; end them while those still exist.
    workbench_->disconnect();
    workbench_->session()->disconnect();
    delete runs_;
    workbench_.reset();
}

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    message_ = new MessageBar(centre);
    tabs_ = new QTabWidget(centre);
    tabs_->setDocumentMode(true);
    results_ = new ResultsPanel(tabs_);
    network_ = new SubgraphPanel(tabs_);
    genotypes_ = new GenotypeListPanel(tabs_);
    tabs_->addTab(results_, themedIcon(QStringLiteral("results")), tr("Results"));
    tabs_->addTab(network_, themedIcon(QStringLiteral("network")), tr("Network"));
    tabs_->addTab(genotypes_, themedIcon(QStringLiteral("genotypes")), tr("Genotypes"));
    column->addWidget(message_);
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
    for (QDockWidget *dock : {static_cast<QDockWidget *>(runs_), static_cast<QDockWidget *>(issues_),
                              static_cast<QDockWidget *>(log_)}) {
        const auto update = [this, dock] { updateTitleBar(dock); };
        connect(dock, &QDockWidget::dockLocationChanged, this, update);
        connect(dock, &QDockWidget::topLevelChanged, this, update);
        connect(dock, &QDockWidget::visibilityChanged, this, update);
    }
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

void MainWindow::resetLayout()
{
    if (!defaultState_.isEmpty()) {
        restoreState(defaultState_, layoutVersion);
    } else {
        addDockWidget(Qt::LeftDockWidgetArea, genes_);
        addDockWidget(Qt::RightDockWidgetArea, knockouts_);
        splitDockWidget(knockouts_, detailsDock_, Qt::Vertical);
        addDockWidget(Qt::BottomDockWidgetArea, runs_);
        tabifyDockWidget(runs_, issues_);
        tabifyDockWidget(issues_, log_);
    }
    runs_->raise();
    resizeDocks({genes_, knockouts_}, {leftWidth, rightWidth}, Qt::Horizontal);
    resizeDocks({runs_}, {bottomHeight}, Qt::Vertical);
}

void MainWindow::buildStatusBar()
{
    status_ = new QLabel(this);
    status_->setObjectName(QStringLiteral("statusText"));
    statusBar()->addWidget(status_, 1);
    job_ = new JobIndicator(this);
    statusBar()->addPermanentWidget(job_);
    connect(job_, &JobIndicator::cancelRequested, workbench_.get(), &Workbench::cancel);
}

void MainWindow::connectPanels()
{
    Workbench *const bench = workbench_.get();
    Session *const session = bench->session();
    connect(genes_, &GeneListDock::geneToggled, session, &Session::setKnockedOut);
    connect(genes_, &GeneListDock::geneSelected, this, [this, session](int gene) {
        details_->setGene(gene);
        if (gene >= 0 && session->knockouts().empty()) {
            network_->setFocus(Genotype{gene});
        }
    });
    connect(details_, &GeneDetails::geneActivated, this, &MainWindow::showGene);
    connect(knockouts_, &KnockoutDock::removeRequested, session,
            [session](int gene) { session->setKnockedOut(gene, false); });
    connect(knockouts_, &KnockoutDock::geneActivated, this, &MainWindow::showGene);
    connect(knockouts_, &KnockoutDock::pasteRequested, this, &MainWindow::pasteKnockouts);
    connect(knockouts_, &KnockoutDock::clearRequested, session, &Session::clearKnockouts);
    connect(knockouts_, &KnockoutDock::addToListRequested, this, [this, session] {
        std::vector<Genotype> list = session->genotypes();
        list.push_back(session->knockouts());
        session->setGenotypes(list, tr("adding of the knockout set to the list"));
    });
    connect(knockouts_, &KnockoutDock::exampleRequested, session,
            [session](const Genotype &genotype, const QString &title) { session->setKnockouts(genotype, title); });

    connect(results_, &ResultsPanel::genotypeSelected, this, [this](const Genotype &genotype) {
        network_->setFocus(genotype);
        if (!genotype.empty()) {
            showGene(genotype.genes().front());
        }
    });
    connect(results_, &ResultsPanel::genotypeActivated, session,
            [session](const Genotype &genotype) { session->setKnockouts(genotype); });
    connect(results_, &ResultsPanel::singlesRequested, bench, &Workbench::predictSingles);
    connect(network_, &SubgraphPanel::geneSelected, this, &MainWindow::showGene);
    connect(network_, &SubgraphPanel::geneToggled, session,
            [session](int gene) { session->setKnockedOut(gene, !session->knockouts().contains(gene)); });
    connect(network_, &SubgraphPanel::failed, this, [this](const QString &message) {
        emit workbench_->reported(tr("The network view was not drawn"), {warningAt({}, message.toStdString())});
    });
    connect(network_, &SubgraphPanel::layoutShown, log_,
            [this](int nodes, int edges) { log_->add(tr("Network view: %1 nodes, %2 edges").arg(nodes).arg(edges)); });
    connect(genotypes_, &GenotypeListPanel::genotypesEdited, session, &Session::setGenotypes);
    connect(genotypes_, &GenotypeListPanel::pasteRequested, this, &MainWindow::pasteGenotypes);
    connect(genotypes_, &GenotypeListPanel::predictRequested, bench, &Workbench::predictList);
    connect(genotypes_, &GenotypeListPanel::singlesRequested, bench, &Workbench::predictSingles);
    connect(genotypes_, &GenotypeListPanel::currentAgainstAllRequested, bench, &Workbench::predictAgainstAll);
    connect(runs_, &RunsDock::openRequested, bench, &Workbench::openRun);
    connect(runs_, &RunsDock::exportRequested, this, &MainWindow::exportRun);
    connect(message_, &MessageBar::detailsRequested, this, [this] {
        issues_->show();
        issues_->raise();
    });
}

void MainWindow::connectWorkbench()
{
    Workbench *const bench = workbench_.get();
    Session *const session = bench->session();
    connect(session, &Session::cellChanged, this, &MainWindow::onCellChanged);
    connect(session, &Session::modelsChanged, this, &MainWindow::onModelsChanged);
    connect(session, &Session::knockoutsChanged, this, &MainWindow::onKnockoutsChanged);
    connect(session, &Session::genotypesChanged, this, [this](const std::vector<Genotype> &list) {
        genotypes_->setGenotypes(list);
        tabs_->setTabText(tabs_->indexOf(genotypes_),
                          list.empty() ? tr("Genotypes") : tr("Genotypes (%1)").arg(formatCount(qint64(list.size()))));
    });
    connect(session, &Session::resultsBegun, results_, &ResultsPanel::begin);
    connect(session, &Session::resultsBegun, this, [this, session] {
        if (session->resultOrigin() != ResultOrigin::Preview) {
            tabs_->setCurrentWidget(results_);
        }
    });
    connect(session, &Session::resultsAppended, results_, &ResultsPanel::append);
    connect(session, &Session::resultsFinished, results_,
            [this](ResultState state) { results_->finish(state == ResultState::Complete); });
    connect(session, &Session::resultsFinished, this, &MainWindow::updateAvailability);

    connect(bench, &Workbench::reported, this, [this](const QString &headline, const std::vector<Issue> &issues) {
        message_->showIssues(headline, issues);
        issues_->add(issues);
        log_->add(headline);
    });
    connect(bench, &Workbench::logged, log_, &LogDock::add);
    connect(bench, &Workbench::modelStateChanged, this, [this] {
        updateAvailability();
        updateStatus();
    });
    connect(bench, &Workbench::openingChanged, this, [this](const QString &stage) {
        if (stage.isEmpty()) {
            job_->showIdle({});
        } else {
            job_->showOpening(stage);
        }
    });
    connect(bench, &Workbench::jobStarted, this, [this](const JobStatus &status) {
        job_->showJob(status);
        updateAvailability();
    });
    connect(bench, &Workbench::jobProgressed, job_, &JobIndicator::showJob);
    connect(bench, &Workbench::jobEnded, this, [this](JobEnd, const QString &summary) {
        job_->showIdle(summary);
        updateAvailability();
    });
    connect(bench, &Workbench::liveChanged, knockouts_, &KnockoutDock::showPrediction);
    connect(bench, &Workbench::simulationChanged, knockouts_, &KnockoutDock::showSimulation);
    connect(bench, &Workbench::simulationUnavailable, knockouts_, &KnockoutDock::setSimulationReason);
    connect(bench, &Workbench::knockoutListRequested, this, &MainWindow::openKnockoutList);
    connect(bench, &Workbench::runExported, this, [this](const QString &file) { reportExport(true, file, {}); });
}

void MainWindow::onCellChanged()
{
    const Session *session = workbench_->session();
    const std::shared_ptr<const Cell> &cell = session->cell();
    genes_->setCell(cell);
    details_->setCell(cell);
    knockouts_->setCell(cell);
    knockouts_->setExamples(readExamples(session->cellFolder().parent_path() / "examples.json", cell->genes));
    results_->setCell(cell);
    network_->setCell(cell);
    genotypes_->setCell(cell);
    if (cell->metabolism.empty()) {
        knockouts_->setSimulationReason(tr("This cell has no metabolism"));
    }
    setWindowTitle(tr("%1 — Knockscape").arg(QString::fromStdString(cell->name)));
    updateStatus();
}

void MainWindow::onModelsChanged()
{
    const std::vector<std::int64_t> support = workbench_->session()->support();
    genes_->setSupport(support);
    details_->setSupport(support);
    knockouts_->setSupport(support);
    updateStatus();
}

void MainWindow::onKnockoutsChanged(const Genotype &knockouts)
{
    genes_->setKnockouts(knockouts);
    knockouts_->setKnockouts(knockouts);
    genotypes_->setCurrentSet(knockouts);
    network_->setFocus(knockouts);
    updateAvailability();
}

void MainWindow::updateAvailability()
{
    Workbench *const bench = workbench_.get();
    const QString blocked = bench->blockedReason();
    const bool ready = blocked.isEmpty();
    const bool hasSet = !bench->session()->knockouts().empty();
    genotypes_->setBlocked(blocked);
    for (QAction *action : {actions_->predict, actions_->predictList, actions_->singles}) {
        action->setEnabled(ready);
    }
    actions_->predictSet->setEnabled(ready && hasSet);
    actions_->against->setEnabled(ready && hasSet);
    actions_->clear->setEnabled(hasSet);
    actions_->paste->setEnabled(bench->session()->cell() != nullptr);
    actions_->cancel->setEnabled(bench->running());
    actions_->exportTable->setEnabled(!bench->session()->results().empty());
    actions_->exportPlot->setEnabled(!bench->session()->results().empty());
    actions_->exportNetwork->setEnabled(bench->session()->cell() != nullptr);
    knockouts_->setUnavailable(bench->modelState() == ModelState::Ready || bench->running() ? QString() : blocked);
}

void MainWindow::updateStatus()
{
    const Session *session = workbench_->session();
    QStringList parts;
    if (session->cell()) {
        parts << QString::fromStdString(session->cell()->name)
              << tr("%1 genes").arg(formatCount(qint64(session->cell()->genes.size())));
    } else {
        parts << tr("no cell open");
    }
    for (const ModelSummary &model : session->models()) {
        const auto found = model.training.metrics.find("fitness_pearson");
        parts << (found == model.training.metrics.end() || std::isnan(found->second)
                      ? tr("model %1").arg(QString::fromStdString(model.path.filename().string()))
                      : tr("model r %1").arg(formatValue(found->second)));
    }
    if (session->models().empty()) {
        parts << tr("no model");
    }
    if (!session->device().isEmpty()) {
        parts << session->device();
    }
    status_->setText(parts.join(QStringLiteral(" · ")));
    updateDevice();
}

void MainWindow::updateDevice()
{
    QString text;
    QColor colour(0x00, 0x9e, 0x73);
    const Workbench *bench = workbench_.get();
    switch (bench->modelState()) {
    case ModelState::Ready:
        text = workbench_->session()->device().toUpper();
        break;
    case ModelState::Loading:
        text = tr("Loading…");
        colour = QColor(0xe6, 0x9f, 0x00);
        break;
    case ModelState::ModuleMissing:
        text = tr("No prediction module");
        colour = QColor(0xd5, 0x5e, 0x00);
        break;
    case ModelState::None:
        text = tr("No model");
        colour = QColor(0x80, 0x88, 0x90);
        break;
    }
    device_->setText(text);
    device_->setIcon(themedIcon(QStringLiteral("dot"), colour));
    device_->setToolTip(bench->moduleVersion().isEmpty()
                            ? tr("Where predictions are computed")
                            : tr("Predictions are computed by %1").arg(bench->moduleVersion()));
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
        workbench_->open(sorted);
    }
}

void MainWindow::saveLayout() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/state"), saveState(layoutVersion));
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    restoreState(settings.value(QStringLiteral("window/state")).toByteArray(), layoutVersion);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    workbench_->cancel();
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
    workbench_->open(sortFiles(files));
}

} // namespace knockscape::ui
