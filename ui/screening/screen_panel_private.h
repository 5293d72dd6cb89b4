#pragma once

#include "ui/plots/histogram_plot.h"
#include "ui/screening/gene_ranking_model.h"
#include "ui/screening/row_finder.h"
#include "ui/screening/screen_exporter.h"
#include "ui/screening/screen_files.h"
#include "ui/screening/screen_pair_view.h"
#include "ui/screening/screen_panel.h"
#include "ui/screening/screen_simulation.h"
#include "ui/screening/screen_table.h"
#include "ui/screening/screen_volcano_view.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/field_message.h"
#include "ui/theme/steady_place.h"

#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

#include <optional>

namespace knockscape::ui
{

/// The parts of the panel and what happens between them.
class ScreenPanel::Private : public QObject
{
public:
    Private(ScreenPanel *panel, Session *document, ScreenService *screens, SimulationService *simulator);

    // screen_panel_build.cpp
    void build();
    QWidget *buildHeader();
    QWidget *buildStrip();
    QWidget *buildSummary();
    QWidget *buildProgress();
    QWidget *buildInterrupted();
    QWidget *buildEmpty();
    QWidget *buildHistogram();
    QWidget *buildRanking();
    QWidget *buildTable();
    QWidget *buildExport();
    QWidget *buildSimulation();

    // screen_panel.cpp: the screen that runs, and those that were interrupted
    void connectRun();
    void start(const ScreenPlan &asked, std::unique_ptr<ScreenFiles> place, bool resume);
    void onProgress(quint64 done, quint64 total);
    void onEnded(JobEnd end, const std::shared_ptr<const ScreenResult> &result, const std::vector<Issue> &issues);
    std::shared_ptr<const ScreenOutcome> makeOutcome(const std::shared_ptr<const ScreenResult> &result);
    void lookForInterrupted();
    void showInterrupted();
    void goOn();
    void discard();
    void updateHeader();
    void updateStrip();
    QString summary() const;

    // screen_panel_views.cpp: what is shown of the outcome
    void connectViews();
    void connectPlots();
    void makeRoom();
    std::vector<Genotype> firstGenotypes() const;
    std::vector<Genotype> selectedGenotypes() const;
    void showOutcome(std::shared_ptr<const ScreenOutcome> shown);
    /// What only a model says is not there where genotypes are simulated.
    void showEvaluator();
    void showRankedQuantity();
    void showHistogram();
    void find();
    void onFound(const std::shared_ptr<const RowOrder> &order, const ScreenQuery &asked);
    void applyFilter();
    void setGene(GeneIndex gene);
    void sortBy(int column, Qt::SortOrder order);
    void showOrder();
    void updateRows();
    Provenance provenance() const;
    void chooseExport();

    // screen_panel_simulation.cpp: simulated growth beside what is predicted, and rows with essential genes
    void connectSimulation();
    void simulateFirst();
    void simulateSelected();
    void updateSimulation();
    std::shared_ptr<const std::vector<std::uint32_t>> sortedBeside() const;
    void updateEssential();
    void updateSupport();

    ScreenPanel *q;
    Session *session;
    ScreenService *service;
    std::function<std::vector<NamedGenes>()> panels;
    QString blocked;
    Evaluator usual = Evaluator::Model;

    ScreenPlan plan; ///< of the screen that runs
    ScreenRequest request;
    std::vector<ModelSummary> models;
    std::shared_ptr<const Cell> cell;
    std::unique_ptr<ScreenFiles> files;       ///< of the screen that runs
    std::unique_ptr<ScreenFiles> shownFiles;  ///< of the finished one that is shown
    std::unique_ptr<ScreenFiles> interrupted; ///< of one that can be gone on with
    QString interruptedText;
    bool lookedForInterrupted = false;
    quint64 job = 0;
    quint64 resumedAt = 0;
    QElapsedTimer clock;

    std::shared_ptr<const ScreenOutcome> outcome;
    ScreenQuery query;
    /// The column beside the predictions that the rows are sorted by; none: an expression of the query.
    std::optional<int> beside;
    Qt::SortOrder besideOrder = Qt::AscendingOrder;
    ScreenSimulation simulation;
    RowFinder finder;
    ScreenExporter exporter;
    QString findingText;
    QTimer typingPause;

    ElidedLabel *title = nullptr;
    /// Under the title: what came of the screen that is shown, or what is going on.
    SteadyPlace *strip = nullptr;
    QWidget *summaryRow = nullptr;
    QLabel *details = nullptr;
    QPushButton *askButton = nullptr;
    QPushButton *exportButton = nullptr;
    QWidget *progressRow = nullptr;
    QProgressBar *bar = nullptr;
    QLabel *progressText = nullptr;
    QPushButton *cancelButton = nullptr;
    QWidget *interruptedRow = nullptr;
    QLabel *interruptedLabel = nullptr;
    QPushButton *goOnButton = nullptr;
    QPushButton *discardButton = nullptr;
    QStackedWidget *pages = nullptr;
    QLabel *emptyText = nullptr;
    QPushButton *emptyButton = nullptr;
    QSplitter *split = nullptr;
    /// Heights above and below while a heat map has more of them; empty: it has not.
    QList<int> heightsBefore;
    QTabWidget *views = nullptr;
    HistogramPlot *histogram = nullptr;
    QComboBox *quantity = nullptr;
    QCheckBox *logarithmic = nullptr;
    QLabel *brushText = nullptr;
    GeneRankingModel *ranking = nullptr;
    QTreeView *rankingView = nullptr;
    ScreenPairView *pairs = nullptr;
    ScreenVolcanoView *volcano = nullptr;
    ScreenTableModel *model = nullptr;
    ScreenTable *table = nullptr;
    QLineEdit *filter = nullptr;
    FieldMessage *filterMessage = nullptr;
    QToolButton *brushChip = nullptr;
    QToolButton *geneChip = nullptr;
    QLabel *rowsText = nullptr;
    QCheckBox *withoutEssential = nullptr;
    QCheckBox *supportLast = nullptr;
    SteadyPlace *simulationPages = nullptr;
    QPushButton *simulateButton = nullptr;
    QSpinBox *simulateCount = nullptr;
    QProgressBar *simulationBar = nullptr;
    QLabel *simulationText = nullptr;
    QToolButton *simulationCancel = nullptr;
    QWidget *exportRow = nullptr;
    QLabel *exportText = nullptr;
    QProgressBar *exportBar = nullptr;
    QToolButton *exportCancel = nullptr;
};

} // namespace knockscape::ui
