// Training models, and comparing the open one with what was measured.

#include "ui/compare/compare_panel.h"
#include "ui/fluxes/why_line.h"
#include "ui/genes/gene_details.h"
#include "ui/graph/subgraph_panel.h"
#include "ui/mainwindow/knockout_dock.h"
#include "ui/mainwindow/main_window.h"
#include "ui/mainwindow/message_bar.h"
#include "ui/mainwindow/metabolism_tab.h"
#include "ui/mainwindow/training_indicator.h"
#include "ui/mainwindow/training_recorder.h"
#include "ui/plan/plan_panel.h"
#include "ui/results/results_panel.h"
#include "ui/screening/screen_panel.h"
#include "ui/session/media_choices.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"
#include "ui/training/interrupted_bar.h"
#include "ui/training/training_journal.h"
#include "ui/training/training_panel.h"

#include <QAction>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>
#include <QTabWidget>

#include <cmath>
#include <memory>

namespace knockscape::ui
{

namespace
{

/// What the labels hold of one deletion alone, for the gene's details.
QString labelTextOf(const MeasuredLabelsPtr &labels, GeneIndex gene)
{
    const std::optional<MeasuredValue> value = labels ? labels->find(Genotype{gene}) : std::nullopt;
    if (!value || std::isnan(value->fitness)) {
        return {};
    }
    const QString figures = formatWithDeviation(value->fitness, value->fitnessSd, false);
    return value->kind == LabelKind::Simulated
               ? MainWindow::tr("Fitness of the deletion alone in the labels, which are simulated: %1").arg(figures)
               : MainWindow::tr("Measured fitness of the deletion alone: %1").arg(figures);
}

} // namespace

void MainWindow::buildModelMenu(QMenu *menu)
{
    QAction *train = menu->addAction(themedIcon(QStringLiteral("history")), tr("Train…"));
    train->setObjectName(QStringLiteral("train"));
    train->setShortcut(QKeySequence(QStringLiteral("Ctrl+T")));
    connect(train, &QAction::triggered, this, [this] {
        tabs_->setCurrentWidget(training_);
        training_->setFocus();
    });
    QAction *plan = menu->addAction(themedIcon(QStringLiteral("check")), tr("Plan what to build…"));
    plan->setObjectName(QStringLiteral("plan"));
    plan->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+B")));
    connect(plan, &QAction::triggered, this, [this] {
        tabs_->setCurrentWidget(plan_);
        plan_->setFocus();
    });
    QAction *compare = menu->addAction(themedIcon(QStringLiteral("plot")), tr("Compare with measured values…"));
    compare->setObjectName(QStringLiteral("compare"));
    connect(compare, &QAction::triggered, this, [this] {
        tabs_->setCurrentWidget(compare_);
        if (!workbench_->session()->measured()) {
            compare_->chooseFiles();
        }
    });
}

void MainWindow::connectModelling()
{
    Session *const session = workbench_->session();
    connect(compare_, &ComparePanel::genotypeSelected, this, [this](const Genotype &genotype) {
        network_->setFocus(genotype);
        if (!genotype.empty()) {
            showGene(genotype.genes().front());
        }
    });
    connect(compare_, &ComparePanel::genotypeActivated, session,
            [session](const Genotype &genotype) { session->setKnockouts(genotype); });
    connect(compare_, &ComparePanel::reported, this, [this](const QString &headline, const std::vector<Issue> &issues) {
        tell({headline, issues, MessageTopic::Measured, {}});
    });
    connect(compare_, &ComparePanel::exported, this, &MainWindow::reportExport);
    connect(plan_, &PlanPanel::genotypeSelected, this, [this](const Genotype &genotype) {
        network_->setFocus(genotype);
        if (!genotype.empty()) {
            showGene(genotype.genes().front());
        }
    });
    connect(plan_, &PlanPanel::genotypeActivated, session,
            [session](const Genotype &genotype) { session->setKnockouts(genotype); });
    connect(plan_, &PlanPanel::reported, this, [this](const QString &headline, const std::vector<Issue> &issues) {
        tell({headline, issues, MessageTopic::Plan, {}});
    });
    connect(plan_, &PlanPanel::exported, this, &MainWindow::reportExport);
    connect(network_, &SubgraphPanel::exported, this, &MainWindow::reportExport);
    connect(session, &Session::cellChanged, this, [this, session] {
        // Labels that were shipped with the cell.
        const std::filesystem::path labels = session->cellFolder().parent_path() / "labels.tsv";
        std::error_code error;
        const bool shipped = std::filesystem::is_regular_file(labels, error);
        compare_->offer(shipped ? labels : std::filesystem::path());
        training_->offer(shipped ? labels : std::filesystem::path());
    });
    connect(knockouts_, &KnockoutDock::trainRequested, this, [this] { tabs_->setCurrentWidget(training_); });
    connect(knockouts_, &KnockoutDock::labelsRequested, this, [this] {
        tabs_->setCurrentWidget(compare_);
        compare_->chooseFiles();
    });
    connect(session, &Session::measuredChanged, this, &MainWindow::updateMeasured);
    connect(session, &Session::measuredChanged, details_, [this, session] {
        details_->setLabelText([session](GeneIndex gene) { return labelTextOf(session->measured(), gene); });
    });
    connect(session, &Session::knockoutsChanged, this, &MainWindow::updateMeasured);
    connectTraining();
    connectSimulation();
    addWhyLine();
}

/// Simulated growth beside the results, on request.
void MainWindow::connectSimulation()
{
    SimulationService *const simulation = workbench_->simulation();
    const auto batch = std::make_shared<quint64>(0);
    connect(results_, &ResultsPanel::simulationRequested, simulation, [simulation, batch](const auto &genotypes) {
        simulation->cancelBatch(*batch);
        *batch = simulation->simulate(genotypes);
    });
    connect(results_, &ResultsPanel::simulationCancelled, simulation,
            [simulation, batch] { simulation->cancelBatch(*batch); });
    connect(simulation, &SimulationService::batchReady, results_,
            [this, batch](quint64 answered, quint64 first, const std::vector<SimulatedFitness> &growth) {
                if (answered == *batch) {
                    results_->showSimulated(first, growth);
                }
            });
    connect(simulation, &SimulationService::batchEnded, results_, [this, batch](quint64 ended) {
        if (ended == *batch) {
            results_->endSimulation();
        }
    });
    connect(workbench_->session(), &Session::cellChanged, this, [this] {
        const bool available = !workbench_->session()->cell()->metabolism.empty();
        results_->setSimulationAvailable(available, tr("This cell has no metabolism"));
    });
    connect(workbench_->session(), &Session::mediumChanged, this, [this](const Medium &medium) {
        results_->setSimulationMedium(titleOf(medium));
        const auto &cell = workbench_->session()->cell();
        results_->setSimulationAvailable(cell && !cell->metabolism.empty(), tr("This cell has no metabolism"));
    });
    connect(workbench_.get(), &Workbench::simulationChanged, network_, [this](const LiveSimulation &live) {
        if (live.genotype == workbench_->session()->knockouts()) {
            network_->setBlockedReactions(live.blockedReactions);
        }
    });
    connect(workbench_->session(), &Session::knockoutsChanged, network_, [this] { network_->setBlockedReactions({}); });
    connect(workbench_.get(), &Workbench::simulationUnavailable, this, [this](const QString &reason) {
        results_->setSimulationAvailable(false, reason);
        results_->endSimulation();
        screen_->setSimulationUnavailable(reason);
    });
}

/// Why growth is lost, under the numbers; all of it stands in a panel, wherever in the tabs that is.
void MainWindow::addWhyLine()
{
    auto *why = new WhyLine(workbench_->session(), workbench_->explanations());
    knockouts_->addBelowCard(why);
    connect(workbench_.get(), &Workbench::simulationChanged, why, &WhyLine::showSimulation);
    connect(why, &WhyLine::whyRequested, this, [this] {
        tabs_->setCurrentWidget(metabolism_);
        metabolism_->showWhy();
    });
}

void MainWindow::connectTraining()
{
    new TrainingRecorder(trainer_.get(), workbench_->database(), this);
    auto *indicator = new TrainingIndicator(trainer_.get(), this);
    statusBar()->addPermanentWidget(indicator);
    connect(indicator, &QToolButton::clicked, this, [this] { tabs_->setCurrentWidget(training_); });
    training_->setTorchSettings(workbench_->preferences().torchSettings());
    connect(workbench_.get(), &Workbench::modelStateChanged, this,
            [this] { training_->setTorchSettings(workbench_->preferences().torchSettings()); });
    connect(training_, &TrainingPanel::reported, this,
            [this](const QString &headline, const std::vector<Issue> &issues) {
                tell({headline, issues, MessageTopic::Training, {}});
            });
    connectInterrupted();
    connect(training_, &TrainingPanel::exported, this, &MainWindow::reportExport);
    connect(training_, &TrainingPanel::openRequested, this, [this](const std::vector<std::filesystem::path> &models) {
        FilesToOpen files;
        files.models = models;
        workbench_->open(files);
    });
    connect(training_, &TrainingPanel::compareRequested, this,
            [this](const std::vector<std::filesystem::path> &labels) {
                tabs_->setCurrentWidget(compare_);
                compare_->load(labels);
            });
    connect(trainer_.get(), &TrainingService::started, this, [this](const TrainingPlan &plan) {
        emit workbench_->logged(tr("Training on %1 began").arg(plan.labelsTitle));
    });
    connect(trainer_.get(), &TrainingService::memberDone, this, [this](const TrainedModel &model) {
        emit workbench_->logged(tr("Trained %1").arg(QString::fromStdString(model.file.string())));
    });
}

/// A training that ended with its process is offered where trainings are started, and told of at the start.
void MainWindow::connectInterrupted()
{
    const std::filesystem::path folder = workbench_->preferences().databaseFile().parent_path() / "trainings";
    auto *journal = new TrainingJournal(QString::fromStdString(folder.string()), trainer_.get(), this);
    training_->setJournal(journal);
    connect(training_, &TrainingPanel::cellRequested, this, [this](const std::filesystem::path &cell) {
        FilesToOpen files;
        files.cell = cell;
        workbench_->openNow(files);
    });
    connect(workbench_->inference(), &InferenceService::cellRefused, training_, &TrainingPanel::cellRefused);
    if (!journal->interrupted().empty()) {
        const InterruptedTraining &newest = journal->interrupted().front();
        emit workbench_->reported(
            tr("A training was interrupted"),
            {{Severity::Note, newest.record.output.string(), InterruptedBar::textOf(newest).toStdString(),
              tr("Go on with it, or discard it, in the Train tab").toStdString()}},
            MessageTopic::Training);
        connect(journal, &TrainingJournal::changed, this, [this, journal] {
            if (journal->interrupted().empty()) {
                message_->withdraw({MessageTopic::Training});
            }
        });
    }
}

bool MainWindow::mayCloseWhileTraining()
{
    if (!trainer_->running()) {
        return true;
    }
    QMessageBox box(QMessageBox::Question, tr("A model is being trained"),
                    tr("A model is being trained. When Knockscape quits, training stops; the model of the best epoch "
                       "so far is saved."),
                    QMessageBox::Cancel, this);
    box.setObjectName(QStringLiteral("quitWhileTraining"));
    QPushButton *stop = box.addButton(tr("Stop and quit"), QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == stop;
}

void MainWindow::updateMeasured()
{
    const Session *session = workbench_->session();
    const MeasuredLabelsPtr &measured = session->measured();
    const Genotype &set = session->knockouts();
    const std::optional<MeasuredValue> found = measured && !set.empty() ? measured->find(set) : std::nullopt;
    knockouts_->showMeasured(found, measured ? measured->title() : QString(),
                             found      ? found->kind
                             : measured ? measured->kind()
                                        : LabelKind::Unknown);
}

} // namespace knockscape::ui
