// The wires between panels, document and services.

#include "ui/genes/gene_details.h"
#include "ui/genes/gene_list_dock.h"
#include "ui/graph/subgraph_panel.h"
#include "ui/history/runs_dock.h"
#include "ui/mainwindow/issues_dock.h"
#include "ui/mainwindow/job_indicator.h"
#include "ui/mainwindow/knockout_dock.h"
#include "ui/mainwindow/log_dock.h"
#include "ui/mainwindow/main_window.h"
#include "ui/mainwindow/metabolism_tab.h"
#include "ui/results/genotype_list_panel.h"
#include "ui/results/results_panel.h"
#include "ui/theme/counted_tab.h"
#include "ui/theme/counted_text.h"

#include <QTabWidget>

#include <utility>

namespace knockscape::ui
{

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
    connect(knockouts_, &KnockoutDock::exampleRequested, this, [this, session](const Example &example) {
        session->setKnockouts(example.genotype, example.title);
        if (example.map.kind != MapChoice::Kind::None) {
            metabolism_->maps()->paintBy(example.paint);
            metabolism_->maps()->show(example.map);
            tabs_->setCurrentWidget(metabolism_);
        }
    });

    connect(knockouts_, &KnockoutDock::openCellRequested, this, &MainWindow::chooseCell);
    connect(knockouts_, &KnockoutDock::openModelRequested, this, &MainWindow::chooseModels);

    connect(results_, &ResultsPanel::genotypeSelected, this, [this](const Genotype &genotype) {
        network_->setFocus(genotype);
        if (!genotype.empty()) {
            showGene(genotype.genes().front());
        }
    });
    connect(results_, &ResultsPanel::genotypeActivated, session,
            [session](const Genotype &genotype) { session->setKnockouts(genotype); });
    connect(results_, &ResultsPanel::networkRequested, this, [this](const Genotype &genotype) {
        network_->setFocus(genotype);
        tabs_->setCurrentWidget(network_);
    });
    connect(results_, &ResultsPanel::singlesRequested, bench, &Workbench::predictSingles);
    connect(network_, &SubgraphPanel::geneSelected, this, &MainWindow::showGene);
    connect(network_, &SubgraphPanel::geneToggled, session,
            [session](int gene) { session->setKnockedOut(gene, !session->knockouts().contains(gene)); });
    connect(metabolism_, &MetabolismTab::geneSelected, this, &MainWindow::showGene);
    connect(metabolism_, &MetabolismTab::exported, this, &MainWindow::reportExport);
    connect(metabolism_, &MetabolismTab::reported, workbench_.get(), &Workbench::reported);
    connect(network_, &SubgraphPanel::failed, this, [this](const QString &message) {
        emit workbench_->reported(tr("The network view was not drawn"), {warningAt({}, message.toStdString())},
                                  MessageTopic::Network);
    });
    connect(network_, &SubgraphPanel::layoutShown, log_, [this](int nodes, int edges) {
        log_->add(tr("Network view: %1, %2")
                      .arg(trCount("MainWindow", "%1 node", "%1 nodes", nodes),
                           trCount("MainWindow", "%1 edge", "%1 edges", edges)));
    });
    connect(genotypes_, &GenotypeListPanel::genotypesEdited, session, &Session::setGenotypes);
    connect(genotypes_, &GenotypeListPanel::pasteRequested, this, &MainWindow::pasteGenotypes);
    connect(genotypes_, &GenotypeListPanel::predictRequested, bench, &Workbench::predictList);
    connect(genotypes_, &GenotypeListPanel::singlesRequested, bench, &Workbench::predictSingles);
    connect(genotypes_, &GenotypeListPanel::currentAgainstAllRequested, bench, &Workbench::predictAgainstAll);
    connect(runs_, &RunsDock::openRequested, bench, &Workbench::openRun);
    connect(runs_, &RunsDock::exportRequested, this, &MainWindow::exportRun);
    connect(genes_, &GeneListDock::openCellRequested, this, &MainWindow::chooseCell);
    connect(genes_, &GeneListDock::importCellRequested, this, &MainWindow::showImport);
    connect(issues_, &IssuesDock::issueActivated, this, &MainWindow::onIssueActivated);
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
        tabs_->setTabText(tabs_->indexOf(genotypes_), countedTabTitle(tr("Genotypes"), qint64(list.size())));
        updateAvailability();
    });
    results_->setProvenance([bench] { return bench->resultsProvenance(); });
    connect(session, &Session::resultsBegun, results_, [this, session](const QString &title) {
        results_->setSimulatedAnswers(session->resultsSimulated());
        results_->begin(title);
    });
    connect(session, &Session::resultsBegun, this, [this, session] {
        if (session->resultOrigin() != ResultOrigin::Preview) {
            tabs_->setCurrentWidget(results_);
        }
    });
    connect(session, &Session::resultsAppended, results_, &ResultsPanel::append);
    connect(session, &Session::resultsFinished, results_,
            [this](ResultState state) { results_->finish(state == ResultState::Complete); });
    connect(session, &Session::resultsFinished, this, &MainWindow::updateAvailability);

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
    connect(bench, &Workbench::simulationUnavailable, knockouts_,
            [this](const QString &reason) { knockouts_->setSimulationReason(tr("not available"), reason); });
    connect(bench, &Workbench::knockoutListRequested, this, &MainWindow::openKnockoutList);
    connect(bench, &Workbench::modelQuestionsAsked, this, &MainWindow::askAboutModel);
    connect(bench, &Workbench::runExported, this, [this](const QString &file) { reportExport(true, file, {}); });
}

void MainWindow::onCellChanged()
{
    shownKnockouts_ = {};
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
        knockouts_->setSimulationReason(tr("no metabolic model"),
                                        tr("This cell has no metabolic model. Import one beside the networks (File › "
                                           "Import cell) to simulate growth."));
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
    knockouts_->setModels(workbench_->session()->models());
    results_->setModels(workbench_->session()->models());
    updateStatus();
}

void MainWindow::onKnockoutsChanged(const Genotype &knockouts)
{
    const Genotype before = std::exchange(shownKnockouts_, knockouts);
    for (const GeneIndex gene : knockouts.genes()) {
        if (!before.contains(gene)) {
            // What was just deleted is what a person wants to read about.
            details_->setGene(gene);
            break;
        }
    }
    genes_->setKnockouts(knockouts);
    knockouts_->setKnockouts(knockouts);
    genotypes_->setCurrentSet(knockouts);
    network_->setKnockouts(knockouts);
    network_->setFocus(knockouts);
    updateAvailability();
}

} // namespace knockscape::ui
