// How the results panel is put together, and its menus.
#include "ui/results/results_panel_private.h"

#include "ui/plots/enlarger.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace knockscape::ui
{

void ResultsPanel::Private::build()
{
    stack = new QStackedWidget(q);
    stack->addWidget(buildEmptyPage());
    stack->addWidget(buildContent());
    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack);
}

QWidget *ResultsPanel::Private::buildEmptyPage()
{
    auto *page = new QWidget;
    emptyText = new QLabel(page);
    emptyText->setAlignment(Qt::AlignCenter);
    emptyText->setWordWrap(true);
    emptyButton = new QPushButton(themedIcon(QStringLiteral("screen")), ResultsPanel::tr("All single knockouts"), page);
    emptyButton->setObjectName(QStringLiteral("resultsSingles"));
    connect(emptyButton, &QPushButton::clicked, q, &ResultsPanel::singlesRequested);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(4 * gridUnit, gridUnit, 4 * gridUnit, gridUnit);
    layout->addStretch(2);
    layout->addWidget(emptyText);
    layout->addSpacing(2 * gridUnit);
    layout->addWidget(emptyButton, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return page;
}

QWidget *ResultsPanel::Private::buildContent()
{
    auto *content = new QWidget;
    header = new ResultsHeader(content);
    plots = new QTabWidget;
    plots->setObjectName(QStringLiteral("resultsPlots"));
    plots->setDocumentMode(true);
    fitness = new FitnessDeltaPlot;
    interaction = new InteractionPlot;
    plots->addTab(fitness, ResultsPanel::tr("Fitness Δ"));
    plots->addTab(interaction, ResultsPanel::tr("Interaction"));
    plots->setCornerWidget(new EnlargeButton(plots, plots));
    auto *lower = new QWidget;
    filterBar = new ResultsFilterBar(lower);
    table = new ResultsTable(model, lower);
    auto *lowerLayout = new QVBoxLayout(lower);
    lowerLayout->setContentsMargins(gridUnit, gridUnit, gridUnit, 0);
    lowerLayout->setSpacing(gridUnit);
    auto *filterRow = new QHBoxLayout;
    filterRow->setSpacing(gridUnit);
    filterRow->addWidget(filterBar, 1);
    filterRow->addWidget(buildSimulation(), 0, Qt::AlignTop);
    lowerLayout->addLayout(filterRow);
    lowerLayout->addWidget(table, 1);

    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("resultsSplitter"));
    splitter->addWidget(plots);
    splitter->addWidget(lower);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    plots->setMinimumHeight(18 * gridUnit);
    lower->setMinimumHeight(16 * gridUnit);

    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(splitter, 1);
    return content;
}

void ResultsPanel::Private::connectAll()
{
    connect(followTimer, &QTimer::timeout, this, [this] { follow(); });
    connect(plots, &QTabWidget::currentChanged, this, [this] {
        table->followOrder(plotOrder());
        bring(shownPlot());
    });
    connect(filterBar, &ResultsFilterBar::filterChanged, this, [this](const ResultsFilter &filter) {
        table->keepingSelection([&] { model->setFilter(filter); });
        updateCounts();
        scheduleFollow();
    });
    connect(filterBar, &ResultsFilterBar::leftDownwards, this, [this] {
        table->setFocus();
        if (!table->currentIndex().isValid() && model->rowCount() > 0)
            table->selectRow(0);
    });
    connect(header, &ResultsHeader::clearFilterRequested, filterBar, &ResultsFilterBar::clear);
    connect(table, &ResultsTable::selectionEdited, this, [this] { showSelection(); });
    connect(table, &ResultsTable::currentEdited, this,
            [this](int source) { emit q->genotypeSelected(row(source).genotype); });
    connect(table, &ResultsTable::chosen, this,
            [this](int source) { emit q->genotypeActivated(row(source).genotype); });
    connect(table, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        emit q->genotypeActivated(row(model->sourceRow(index.row())).genotype);
    });
    connect(table, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) { showMenu(position); });
    connect(table->horizontalHeader(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint &position) { chooseColumns(position); });
    connect(table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this] { scheduleFollow(); });
    for (PredictionPlot *plot : {static_cast<PredictionPlot *>(fitness), static_cast<PredictionPlot *>(interaction)})
        connect(plot, &PredictionPlot::rowActivated, this, [this](int source) { selectFromPlot(source); });
}

void ResultsPanel::Private::showMenu(const QPoint &position)
{
    QMenu menu;
    const int current = table->currentSource();
    const bool any = current >= 0 && !table->selectedSources().empty();
    QAction *copy = menu.addAction(themedIcon(QStringLiteral("copy")), ResultsPanel::tr("Copy rows"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(any);
    connect(copy, &QAction::triggered, table, [this] { table->copySelection(); });
    QAction *all = menu.addAction(ResultsPanel::tr("Select all rows"));
    all->setShortcut(QKeySequence::SelectAll);
    connect(all, &QAction::triggered, table, &QAbstractItemView::selectAll);
    menu.addSeparator();
    QAction *use =
        menu.addAction(themedIcon(QStringLiteral("knockout")), ResultsPanel::tr("Make this the knockout set"));
    use->setShortcut(Qt::Key_Return);
    use->setEnabled(any);
    connect(use, &QAction::triggered, this, [this, current] { emit q->genotypeActivated(row(current).genotype); });
    QAction *network = menu.addAction(themedIcon(QStringLiteral("network")), ResultsPanel::tr("Show in network"));
    network->setEnabled(any);
    connect(network, &QAction::triggered, this, [this, current] { emit q->networkRequested(row(current).genotype); });
    QAction *simulation = menu.addAction(themedIcon(QStringLiteral("metabolism")),
                                         ResultsPanel::tr("Simulate growth of the selected rows"));
    simulation->setVisible(!model->hasSimulatedAnswers());
    simulation->setEnabled(any && simulateButton->isEnabled());
    connect(simulation, &QAction::triggered, this, [this] { simulate(table->selectedSources()); });
    menu.addSeparator();
    QAction *save = menu.addAction(themedIcon(QStringLiteral("export")), ResultsPanel::tr("Export table…"));
    connect(save, &QAction::triggered, this, [this] { exportByDialog(); });
    menu.exec(table->viewport()->mapToGlobal(position));
}

void ResultsPanel::Private::chooseColumns(const QPoint &position)
{
    QMenu menu;
    for (int column = 1; column < resultsColumnCount; ++column) {
        if (model->hasSimulatedAnswers() && isOfModel(static_cast<ResultsColumn>(column)))
            continue;
        QAction *action = menu.addAction(columnTitle(static_cast<ResultsColumn>(column), model->hasSimulatedAnswers()));
        action->setCheckable(true);
        action->setChecked(!table->isColumnHidden(column));
        connect(action, &QAction::toggled, table,
                [this, column](bool shown) { table->setColumnHidden(column, !shown); });
    }
    menu.exec(table->horizontalHeader()->mapToGlobal(position));
}

void ResultsPanel::Private::exportByDialog()
{
    const QString file =
        QFileDialog::getSaveFileName(q, ResultsPanel::tr("Export the table as seen"), QStringLiteral("results.csv"),
                                     ResultsPanel::tr("CSV (*.csv);;TSV (*.tsv);;Excel (*.xlsx)"));
    QString error;
    if (!file.isEmpty() && !q->exportTable(file, &error))
        QMessageBox::warning(q, ResultsPanel::tr("The table was not written"), error);
}

} // namespace knockscape::ui
