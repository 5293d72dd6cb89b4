#include "ui/results/results_panel.h"

#include "ui/plots/fitness_delta_plot.h"
#include "ui/plots/interaction_plot.h"
#include "ui/results/results_filter_bar.h"
#include "ui/results/results_header.h"
#include "ui/results/results_model.h"
#include "ui/results/results_table.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include "engine/store/prediction_table.h"

#include <QAction>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <exception>
#include <set>

namespace knockscape::ui
{

namespace
{

// While rows arrive, plots and sort order follow this often, or slower when following is expensive.
constexpr int followMs = 250;
constexpr int followShare = 8;

} // namespace

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
    /// Gives a plot the rows as seen, unless it has them.
    void bring(PredictionPlot *plot);
    void updatePoints();
    void updateCounts();
    void showSelection();
    void selectFromPlot(int source);
    void showMenu(const QPoint &position);
    void chooseColumns(const QPoint &position);
    void exportByDialog();
    const PredictionRow &row(int source) const { return model->rows()[static_cast<std::size_t>(source)]; }

    ResultsPanel *q;
    ResultsModel *model = nullptr;
    QStackedWidget *stack = nullptr;
    ResultsHeader *header = nullptr;
    QTabWidget *plots = nullptr;
    FitnessDeltaPlot *fitness = nullptr;
    InteractionPlot *interaction = nullptr;
    ResultsFilterBar *filterBar = nullptr;
    ResultsTable *table = nullptr;
    QTimer *followTimer = nullptr;
    /// Plots whose points are older than the table; the hidden one waits until it is looked at.
    std::set<PredictionPlot *> outdated;
};

ResultsPanel::Private::Private(ResultsPanel *panel)
    : q(panel), model(new ResultsModel(this)), followTimer(new QTimer(this))
{
    followTimer->setSingleShot(true);
    followTimer->setInterval(followMs);
    build();
    connectAll();
}

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
    auto *text =
        new QLabel(tr("Nothing predicted yet.\nScreen every single deletion to see where growth suffers, or tick "
                      "genes on the left and press Predict."),
                   page);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    auto *button = new QPushButton(themedIcon(QStringLiteral("screen")), tr("All single knockouts"), page);
    button->setObjectName(QStringLiteral("resultsSingles"));
    connect(button, &QPushButton::clicked, q, &ResultsPanel::singlesRequested);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(4 * gridUnit, gridUnit, 4 * gridUnit, gridUnit);
    layout->addStretch(2);
    layout->addWidget(text);
    layout->addSpacing(2 * gridUnit);
    layout->addWidget(button, 0, Qt::AlignHCenter);
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
    plots->addTab(fitness, tr("Fitness Δ"));
    plots->addTab(interaction, tr("Interaction"));
    auto *lower = new QWidget;
    filterBar = new ResultsFilterBar(lower);
    table = new ResultsTable(model, lower);
    auto *lowerLayout = new QVBoxLayout(lower);
    lowerLayout->setContentsMargins(gridUnit, gridUnit, gridUnit, 0);
    lowerLayout->setSpacing(gridUnit);
    lowerLayout->addWidget(filterBar);
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
    connect(plots, &QTabWidget::currentChanged, this, [this] { bring(shownPlot()); });
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

void ResultsPanel::Private::scheduleFollow()
{
    if (!followTimer->isActive())
        followTimer->start();
}

void ResultsPanel::Private::follow()
{
    QElapsedTimer spent;
    spent.start();
    table->keepingSelection([this] { model->settle(); });
    updatePoints();
    updateCounts();
    followTimer->setInterval(std::max(followMs, static_cast<int>(spent.elapsed()) * followShare));
}

std::vector<PlotPoint> ResultsPanel::Private::seenPoints() const
{
    std::vector<PlotPoint> points;
    points.reserve(model->seenRows().size());
    for (const std::uint32_t source : model->seenRows()) {
        const PredictionRow &entry = model->rows()[source];
        if (entry.status == "ok")
            points.push_back({static_cast<int>(source), model->label(entry.genotype), entry.prediction});
    }
    return points;
}

PredictionPlot *ResultsPanel::Private::shownPlot() const
{
    return plots->currentIndex() == 0 ? static_cast<PredictionPlot *>(fitness) : interaction;
}

void ResultsPanel::Private::bring(PredictionPlot *plot)
{
    if (outdated.erase(plot) == 0)
        return;
    plot->setPoints(seenPoints());
    plot->setSelectedRows(table->selectedSources());
}

void ResultsPanel::Private::updatePoints()
{
    outdated = {fitness, interaction};
    bring(shownPlot());
}

void ResultsPanel::Private::updateCounts()
{
    const auto failed = std::count_if(model->rows().begin(), model->rows().end(),
                                      [](const PredictionRow &entry) { return entry.status != "ok"; });
    header->setCounts(model->rowCount(), static_cast<std::int64_t>(model->rows().size()), failed);
}

void ResultsPanel::Private::showSelection()
{
    const std::vector<int> sources = table->selectedSources();
    fitness->setSelectedRows(sources);
    interaction->setSelectedRows(sources);
    header->setSelected(static_cast<std::int64_t>(sources.size()));
}

void ResultsPanel::Private::selectFromPlot(int source)
{
    if (source < 0 || static_cast<std::size_t>(source) >= model->rows().size())
        return;
    table->selectSources({source}, source);
    showSelection();
    emit q->genotypeSelected(row(source).genotype);
}

void ResultsPanel::Private::showMenu(const QPoint &position)
{
    QMenu menu;
    const int current = table->currentSource();
    const bool any = current >= 0 && !table->selectedSources().empty();
    QAction *copy = menu.addAction(themedIcon(QStringLiteral("copy")), tr("Copy rows"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(any);
    connect(copy, &QAction::triggered, table, [this] { table->copySelection(); });
    QAction *all = menu.addAction(tr("Select all rows"));
    all->setShortcut(QKeySequence::SelectAll);
    connect(all, &QAction::triggered, table, &QAbstractItemView::selectAll);
    menu.addSeparator();
    QAction *use = menu.addAction(themedIcon(QStringLiteral("knockout")), tr("Make this the knockout set"));
    use->setShortcut(Qt::Key_Return);
    use->setEnabled(any);
    connect(use, &QAction::triggered, this, [this, current] { emit q->genotypeActivated(row(current).genotype); });
    QAction *network = menu.addAction(themedIcon(QStringLiteral("network")), tr("Show in network"));
    network->setEnabled(any);
    connect(network, &QAction::triggered, this, [this, current] { emit q->networkRequested(row(current).genotype); });
    menu.addSeparator();
    QAction *save = menu.addAction(themedIcon(QStringLiteral("export")), tr("Export table…"));
    connect(save, &QAction::triggered, this, [this] { exportByDialog(); });
    menu.exec(table->viewport()->mapToGlobal(position));
}

void ResultsPanel::Private::chooseColumns(const QPoint &position)
{
    QMenu menu;
    for (int column = 1; column < resultsColumnCount; ++column) {
        QAction *action = menu.addAction(columnTitle(static_cast<ResultsColumn>(column)));
        action->setCheckable(true);
        action->setChecked(!table->isColumnHidden(column));
        connect(action, &QAction::toggled, table,
                [this, column](bool shown) { table->setColumnHidden(column, !shown); });
    }
    menu.exec(table->horizontalHeader()->mapToGlobal(position));
}

void ResultsPanel::Private::exportByDialog()
{
    const QString file = QFileDialog::getSaveFileName(q, tr("Export the table as seen"), QStringLiteral("results.csv"),
                                                      tr("CSV (*.csv);;TSV (*.tsv);;Excel (*.xlsx)"));
    QString error;
    if (!file.isEmpty() && !q->exportTable(file, &error))
        QMessageBox::warning(q, tr("The table was not written"), error);
}

ResultsPanel::ResultsPanel(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(this)) {}

ResultsPanel::~ResultsPanel() = default;

void ResultsPanel::setCell(std::shared_ptr<const Cell> cell)
{
    d->model->setCell(std::move(cell));
    d->filterBar->clear();
    d->updatePoints();
    d->stack->setCurrentIndex(0);
}

void ResultsPanel::begin(const QString &title)
{
    d->model->clear();
    d->filterBar->clear();
    d->header->begin(title);
    d->updatePoints();
    d->updateCounts();
    d->followTimer->setInterval(followMs);
    d->stack->setCurrentIndex(1);
}

void ResultsPanel::append(std::vector<PredictionRow> rows)
{
    d->model->append(std::move(rows));
    d->scheduleFollow();
}

void ResultsPanel::finish(bool complete)
{
    d->followTimer->stop();
    d->follow();
    d->header->finish(complete);
}

std::vector<PredictionRow> ResultsPanel::visibleRows() const
{
    std::vector<PredictionRow> rows;
    rows.reserve(d->model->seenRows().size());
    for (const std::uint32_t source : d->model->seenRows())
        rows.push_back(d->model->rows()[source]);
    return rows;
}

const std::vector<PredictionRow> &ResultsPanel::rows() const
{
    return d->model->rows();
}

int ResultsPanel::rowCount() const
{
    return static_cast<int>(d->model->rows().size());
}

bool ResultsPanel::exportTable(const QString &file, QString *error) const
{
    try {
        if (!d->model->cell())
            throw InputError(errorAt({}, tr("There are no results to write.").toStdString(),
                                     tr("Predict something first.").toStdString()));
        std::vector<StoredPrediction> rows;
        rows.reserve(d->model->seenRows().size());
        for (const std::uint32_t source : d->model->seenRows())
            rows.push_back(toStored(d->model->rows()[source], d->model->cell()->genes));
        writePredictionTable(file.toStdString(), rows);
        return true;
    } catch (const std::exception &problem) {
        if (error != nullptr)
            *error = QString::fromUtf8(problem.what());
        return false;
    }
}

bool ResultsPanel::exportPlot(const QString &file, QString *error) const
{
    d->bring(d->shownPlot());
    return d->shownPlot()->exportTo(file, error);
}

bool ResultsPanel::exportInteractionPlot(const QString &file, QString *error) const
{
    d->bring(d->interaction);
    return d->interaction->exportTo(file, error);
}

} // namespace knockscape::ui
