// Screens at genome scale: the tab, its action, and what it says elsewhere in the window.

#include "ui/genes/gene_list_dock.h"
#include "ui/graph/subgraph_panel.h"
#include "ui/mainwindow/job_indicator.h"
#include "ui/mainwindow/main_window.h"
#include "ui/mainwindow/screen_recorder.h"
#include "ui/screening/screen_panel.h"

#include <QElapsedTimer>
#include <QTabWidget>

#include <memory>

namespace knockscape::ui
{

void MainWindow::showScreen()
{
    tabs_->setCurrentWidget(screen_);
    screen_->ask();
}

void MainWindow::connectScreen()
{
    Session *const session = workbench_->session();
    screenRecorder_ = new ScreenRecorder(screen_, session, workbench_->database(), this);
    screen_->setPanels([this, session] {
        const auto set = session->knockouts().genes();
        return std::vector<NamedGenes>{{tr("the knockout set"), {set.begin(), set.end()}},
                                       {tr("genes selected in the list"), genes_->selectedGenes()},
                                       {tr("genes shown in the list"), genes_->shownGenes()}};
    });
    connect(screen_, &ScreenPanel::reported, this, [this](const QString &headline, const std::vector<Issue> &issues) {
        tell({headline, issues, MessageTopic::Screen, {}});
    });
    connect(screen_, &ScreenPanel::exported, this, &MainWindow::reportExport);
    connect(screen_, &ScreenPanel::geneSelected, this, &MainWindow::showGene);
    connect(screen_, &ScreenPanel::genotypeSelected, this, [this](const Genotype &genotype) {
        network_->setFocus(genotype);
        if (!genotype.empty()) {
            showGene(genotype.genes().front());
        }
    });
    connect(screen_, &ScreenPanel::genotypeActivated, session,
            [session](const Genotype &genotype) { session->setKnockouts(genotype); });
    connect(screen_, &ScreenPanel::genotypesAdded, session, [session](const std::vector<Genotype> &added) {
        std::vector<Genotype> list = session->genotypes();
        list.insert(list.end(), added.begin(), added.end());
        session->setGenotypes(list, tr("adding of genotypes of the screen"));
    });
    connectScreenStatus();
}

void MainWindow::connectScreenStatus()
{
    ScreenService *const service = workbench_->screens();
    const auto status = std::make_shared<JobStatus>();
    const auto clock = std::make_shared<QElapsedTimer>();
    connect(screen_, &ScreenPanel::begun, this, [this, status, clock](const ScreenPlan &plan) {
        *status = {plan.title(workbench_->session()->cell()->genes), 0, 0, -1.0};
        clock->invalidate();
        emit workbench_->logged(tr("Started: %1").arg(status->title));
        updateAvailability();
    });
    connect(service, &ScreenService::progressed, this, [this, status, clock](quint64, quint64 done, quint64 total) {
        if (!clock->isValid()) {
            clock->start();
            status->done = done; // what a checkpoint brought took no time
        }
        const double seconds = static_cast<double>(clock->elapsed()) / 1000.0;
        JobStatus shown{status->title, done, total, -1.0};
        if (seconds > 0.3 && done > status->done) {
            shown.secondsLeft = seconds / static_cast<double>(done - status->done) * static_cast<double>(total - done);
        }
        job_->showJob(shown);
    });
    connect(screen_, &ScreenPanel::ended, this,
            [this, status](JobEnd end, const std::shared_ptr<const ScreenOutcome> &, const std::vector<Issue> &) {
                const QString summary = end == JobEnd::Finished    ? tr("Screen finished")
                                        : end == JobEnd::Cancelled ? tr("Screen cancelled; what is done is kept")
                                                                   : tr("Screen failed");
                job_->showIdle(summary);
                emit workbench_->logged(QStringLiteral("%1: %2").arg(status->title, summary));
                updateAvailability();
            });
}

} // namespace knockscape::ui
