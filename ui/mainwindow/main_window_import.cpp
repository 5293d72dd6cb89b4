// The import assistant in the window, and issues that lead somewhere.

#include "ui/genes/gene_list_dock.h"
#include "ui/importing/import_draft.h"
#include "ui/importing/import_page.h"
#include "ui/mainwindow/issues_dock.h"
#include "ui/mainwindow/log_dock.h"
#include "ui/mainwindow/main_window.h"
#include "ui/results/results_panel.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/icon.h"

#include <QTabWidget>

#include <algorithm>

namespace knockscape::ui
{

void MainWindow::open(const FilesToOpen &files)
{
    FilesToOpen others = files;
    others.imports.clear();
    if (!others.empty()) {
        workbench_->open(others);
    }
    if (!files.imports.empty()) {
        showImport();
        import_->open(files.imports);
    }
}

void MainWindow::buildImport()
{
    import_ = new ImportPage(tabs_);
    // What it needs at least must not squeeze the docks of the other tabs.
    import_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    connect(import_, &ImportPage::imported, this, &MainWindow::onImported);
    connect(import_, &ImportPage::failed, this, [this](const std::vector<Issue> &issues) {
        issues_->add(issues);
        log_->add(tr("A cell was not imported"));
    });
    connect(import_, &ImportPage::closeRequested, this, &MainWindow::hideImport);
}

void MainWindow::showImport()
{
    if (import_ == nullptr) {
        buildImport();
    }
    if (tabs_->indexOf(import_) < 0) {
        tabs_->addTab(import_, themedIcon(QStringLiteral("import")), tr("Import"));
    }
    tabs_->setCurrentWidget(import_);
    import_->focusFirst();
}

void MainWindow::hideImport()
{
    tabs_->setCurrentWidget(results_);
    tabs_->removeTab(tabs_->indexOf(import_));
}

void MainWindow::onImported(const ImportResult &result)
{
    hideImport();
    const QString text = trCount("MainWindow", "Imported %2: %1 gene", "Imported %2: %1 genes", qint64(result.genes))
                             .arg(result.cellName);
    FilesToOpen cell;
    cell.cell = result.folder;
    if (workbench_->open(cell)) {
        // After it: what was said of another cell goes when one is being opened.
        tell({text, result.issues, MessageTopic::Cell, {}});
    } else {
        issues_->add(result.issues);
        log_->add(text);
    }
    const bool attention = std::any_of(result.issues.begin(), result.issues.end(),
                                       [](const Issue &issue) { return issue.severity != Severity::Note; });
    if (attention) {
        // Once the cell is open: until then docks are still moving back to their places.
        connect(
            workbench_->session(), &Session::cellChanged, issues_,
            [this] {
                issues_->show();
                issues_->raise();
            },
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    }
}

void MainWindow::onIssueActivated(const Issue &issue)
{
    const std::shared_ptr<const Cell> &cell = workbench_->session()->cell();
    if (!cell) {
        return;
    }
    const NameResolution named = cell->genes.resolve(issue.where, GeneCatalogue::Suggestions::Omit);
    if (named.kind == NameResolution::Kind::Resolved) {
        showGene(named.gene);
    }
}

} // namespace knockscape::ui
