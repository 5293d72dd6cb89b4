#pragma once

#include "ui/plots/picture_export.h"
#include "ui/screening/screen_dialog.h"
#include "ui/screening/screen_outcome.h"
#include "ui/screening/screen_table_model.h"
#include "ui/session/evaluator.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QTabWidget;

namespace knockscape::ui
{

class SimulationService;

/// The "Screen" tab: asks what to screen, shows how far it is, and then the genotypes as histogram, ranking of genes
/// and a table of all rows. A screen that was cancelled, or that a crash interrupted, can be gone on with.
///
/// Follows the session's cell; the service does the work, whichever tab is shown. GUI thread.
class ScreenPanel : public QWidget
{
    Q_OBJECT

public:
    /// `simulation` (may be null) simulates rows beside what is predicted.
    ScreenPanel(Session *session, ScreenService *service, SimulationService *simulation, QWidget *parent = nullptr);
    /// A running screen can be gone on with at the next start.
    ~ScreenPanel() override;

    /// Genes that the dialog offers beside the whole genome, asked for when it opens.
    void setPanels(std::function<std::vector<NamedGenes>()> panels);
    /// Why no growth can be simulated, where this is known only later.
    void setSimulationUnavailable(const QString &reason);
    /// Why no screen can begin now, empty: one can; and who would answer it.
    void setBlocked(const QString &reason, Evaluator evaluator = Evaluator::Model);

    /// Opens the dialog, which begins the screen.
    void ask(ScreenKind kind = ScreenKind::Pairs);
    /// Begins a screen. Reports why where it cannot.
    void run(const ScreenPlan &plan);
    void cancel();

    /// The screen that is shown; null for none.
    const std::shared_ptr<const ScreenOutcome> &outcome() const;
    /// Shows a screen that ended.
    void show(std::shared_ptr<const ScreenOutcome> outcome);
    using QWidget::show;

    /// Where views of the outcome stand above the table: histogram and ranking, and what others add. They follow
    /// outcomeChanged() and may call showGene(), selectGenotype() and the signals below through the window.
    QTabWidget *views() const;
    /// What the view above the table shows, for paper.
    PictureSource picture() const;
    ScreenTableModel *table() const;
    /// Only genotypes with this gene in the table; −1: all.
    void showGene(GeneIndex gene);

signals:
    /// The outcome shown is another one, or none.
    void outcomeChanged();
    /// A screen begins, and ends, for the run database and the status bar; `outcome` is null when it failed.
    void begun(const knockscape::ui::ScreenPlan &plan);
    void ended(knockscape::ui::JobEnd end, const std::shared_ptr<const knockscape::ui::ScreenOutcome> &outcome,
               const std::vector<knockscape::Issue> &issues);
    /// Something that a person should know.
    void reported(const QString &headline, const std::vector<knockscape::Issue> &issues);
    void geneSelected(int gene);
    /// A row became the current one; was opened, to become the knockout set; rows go to the list of genotypes.
    void genotypeSelected(const knockscape::Genotype &genotype);
    void genotypeActivated(const knockscape::Genotype &genotype);
    void genotypesAdded(const std::vector<knockscape::Genotype> &genotypes);
    void exported(bool written, const QString &file, const QString &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace knockscape::ui
