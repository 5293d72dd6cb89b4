#pragma once

#include "ui/plots/fitness_delta_plot.h"
#include "ui/plots/interaction_plot.h"
#include "ui/results/results_filter_bar.h"
#include "ui/results/results_header.h"
#include "ui/results/results_model.h"
#include "ui/results/results_panel.h"
#include "ui/results/results_table.h"
#include "ui/theme/steady_place.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>

#include <set>

namespace knockscape::ui
{

/// The parts of the results panel and what happens between them.
class ResultsPanel::Private : public QObject
{
public:
    explicit Private(ResultsPanel *panel);

    void build();
    QWidget *buildEmptyPage();
    QWidget *buildContent();
    void connectAll();
    void follow();
    void scheduleFollow();
    std::vector<PlotPoint> seenPoints() const;
    PredictionPlot *shownPlot() const;
    /// The column that the shown plot orders its marks by.
    ResultsColumn plotOrder() const;
    /// Gives a plot the rows as seen, unless it has them.
    void bring(PredictionPlot *plot);
    void updatePoints();
    void updateCounts();
    void showSelection();
    void selectFromPlot(int source);
    void showMenu(const QPoint &position);
    void chooseColumns(const QPoint &position);
    void exportByDialog();
    // results_panel_simulation.cpp
    bool hasAnswer(const PredictionRow &row) const;
    QWidget *buildSimulation();
    void simulate(std::vector<int> sources);
    void stopSimulation();
    std::vector<int> seenSources() const;
    const PredictionRow &row(int source) const { return model->rows()[static_cast<std::size_t>(source)]; }

    /// Where the rows come from, as they are seen.
    Provenance about() const;

    ResultsPanel *q;
    std::function<Provenance()> makeProvenance;
    ResultsModel *model = nullptr;
    QStackedWidget *stack = nullptr;
    ResultsHeader *header = nullptr;
    QLabel *emptyText = nullptr;
    QPushButton *emptyButton = nullptr;
    QTabWidget *plots = nullptr;
    FitnessDeltaPlot *fitness = nullptr;
    InteractionPlot *interaction = nullptr;
    ResultsFilterBar *filterBar = nullptr;
    ResultsTable *table = nullptr;
    QTimer *followTimer = nullptr;
    QToolButton *simulateButton = nullptr;
    SteadyPlace *simulationPlace = nullptr;
    QWidget *simulationAsk = nullptr;
    QWidget *simulationRun = nullptr;
    QLabel *simulationText = nullptr;
    QProgressBar *simulationBar = nullptr;
    /// Source rows that are being simulated, in the order asked for, and how many are done.
    std::vector<int> simulating;
    std::size_t simulated = 0;
    /// Plots whose points are older than the table; the hidden one waits until it is looked at.
    std::set<PredictionPlot *> outdated;
};

} // namespace knockscape::ui
