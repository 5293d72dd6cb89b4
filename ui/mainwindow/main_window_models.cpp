// Comparing the open model with what was measured.

#include "ui/compare/compare_panel.h"
#include "ui/graph/subgraph_panel.h"
#include "ui/mainwindow/knockout_dock.h"
#include "ui/mainwindow/main_window.h"

namespace knockscape::ui
{

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
    connect(compare_, &ComparePanel::reported, workbench_.get(), &Workbench::reported);
    connect(compare_, &ComparePanel::exported, this, &MainWindow::reportExport);
    connect(session, &Session::cellChanged, this, [this, session] {
        // Labels that were shipped with the cell.
        const std::filesystem::path labels = session->cellFolder().parent_path() / "labels.tsv";
        std::error_code error;
        compare_->offer(std::filesystem::is_regular_file(labels, error) ? labels : std::filesystem::path());
    });
    connect(session, &Session::measuredChanged, this, &MainWindow::updateMeasured);
    connect(session, &Session::knockoutsChanged, this, &MainWindow::updateMeasured);
}

void MainWindow::updateMeasured()
{
    const Session *session = workbench_->session();
    const MeasuredLabelsPtr &measured = session->measured();
    const Genotype &set = session->knockouts();
    knockouts_->showMeasured(measured && !set.empty() ? measured->find(set) : std::nullopt,
                             measured ? measured->title() : QString());
}

} // namespace knockscape::ui
