// How the screen panel is put together.
#include "ui/screening/screen_panel_private.h"

#include "ui/plots/enlarger.h"
#include "ui/theme/icon.h"
#include "ui/theme/steady_lines.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

namespace knockscape::ui
{
namespace
{

/// Of a histogram, with the gaps around it.
constexpr int leastPlotHeight = 20 * gridUnit;

QPushButton *makeButton(const QString &icon, const QString &text, const QString &tip, const QString &name)
{
    auto *button = new QPushButton(themedIcon(icon), text);
    button->setToolTip(tip);
    button->setObjectName(name);
    return button;
}

QToolButton *makeChip(const QString &name, const QString &tip)
{
    auto *chip = new QToolButton;
    chip->setObjectName(name);
    chip->setToolTip(tip);
    chip->setIcon(themedIcon(QStringLiteral("close")));
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setFocusPolicy(Qt::StrongFocus);
    chip->hide();
    return chip;
}

/// Text with room for two lines at all times.
QLabel *makeLines(const QString &name)
{
    auto *label = new SteadyLines(2);
    label->setObjectName(name);
    return label;
}

QHBoxLayout *makeRow(QWidget *row)
{
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit);
    return layout;
}

} // namespace

void ScreenPanel::Private::build()
{
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(gridUnit, gridUnit, gridUnit, gridUnit / 2);
    column->setSpacing(gridUnit / 2);
    column->addWidget(buildHeader());
    column->addWidget(buildStrip());
    pages = new QStackedWidget;
    pages->addWidget(buildEmpty());
    split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    views = new QTabWidget;
    views->setObjectName(QStringLiteral("screenViews"));
    views->setDocumentMode(true);
    views->addTab(buildHistogram(), ScreenPanel::tr("Histogram"));
    views->addTab(buildRanking(), ScreenPanel::tr("Genes"));
    pairs = new ScreenPairView;
    views->addTab(pairs, ScreenPanel::tr("Heat map"));
    volcano = new ScreenVolcanoView;
    views->addTab(volcano, ScreenPanel::tr("Volcano"));
    views->setCornerWidget(new EnlargeButton(views, views));
    // The same whatever its pages hold: tabs, a row of choices and a plot.
    views->setMinimumHeight(views->tabBar()->sizeHint().height() + quantity->sizeHint().height() + leastPlotHeight);
    split->addWidget(views);
    split->addWidget(buildTable());
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    pages->addWidget(split);
    column->addWidget(pages, 1);
}

QWidget *ScreenPanel::Private::buildHeader()
{
    auto *row = new QWidget;
    QHBoxLayout *layout = makeRow(row);
    title = new ElidedLabel;
    title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    title->setObjectName(QStringLiteral("screenTitle"));
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    layout->addWidget(title, 1);
    askButton = makeButton(QStringLiteral("screen"), ScreenPanel::tr("Screen…"),
                           ScreenPanel::tr("Choose what to screen (Ctrl+Shift+S)"), QStringLiteral("screenAsk"));
    exportButton = makeButton(QStringLiteral("export"), ScreenPanel::tr("Export rows…"),
                              ScreenPanel::tr("Write the rows of the table, as filtered and sorted"),
                              QStringLiteral("screenExport"));
    layout->addWidget(exportButton);
    layout->addWidget(askButton);
    // Buttons come and go: the row is as high without them.
    row->setMinimumHeight(askButton->sizeHint().height());
    return row;
}

QWidget *ScreenPanel::Private::buildStrip()
{
    strip = new SteadyPlace;
    for (QWidget *page : {buildSummary(), buildProgress(), buildInterrupted(), buildExport()}) {
        strip->addWidget(page);
    }
    strip->setProperty(Enlarger::stays, true);
    return strip;
}

QWidget *ScreenPanel::Private::buildSummary()
{
    summaryRow = new QWidget;
    QHBoxLayout *layout = makeRow(summaryRow);
    details = makeLines(QStringLiteral("screenSummary"));
    details->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(details, 1);
    return summaryRow;
}

QWidget *ScreenPanel::Private::buildProgress()
{
    progressRow = new QWidget;
    QHBoxLayout *layout = makeRow(progressRow);
    bar = new QProgressBar;
    bar->setTextVisible(false);
    bar->setRange(0, 1000);
    progressText = new QLabel;
    progressText->setObjectName(QStringLiteral("screenProgress"));
    progressText->setMinimumWidth(
        progressText->fontMetrics().horizontalAdvance(QStringLiteral("21,803,706 / 21,803,706 · 3 min 05 s left")));
    cancelButton = makeButton(QStringLiteral("stop"), ScreenPanel::tr("Cancel"),
                              ScreenPanel::tr("End here; what is done is kept, and you can go on later"),
                              QStringLiteral("screenCancel"));
    layout->addWidget(bar, 1);
    layout->addWidget(progressText);
    layout->addWidget(cancelButton);
    return progressRow;
}

QWidget *ScreenPanel::Private::buildInterrupted()
{
    interruptedRow = new QWidget;
    QHBoxLayout *layout = makeRow(interruptedRow);
    interruptedLabel = makeLines(QStringLiteral("screenInterrupted"));
    goOnButton = makeButton(QStringLiteral("right"), ScreenPanel::tr("Go on"),
                            ScreenPanel::tr("Go on where the screen ended"), QStringLiteral("screenGoOn"));
    discardButton = makeButton(QStringLiteral("delete"), ScreenPanel::tr("Discard"),
                               ScreenPanel::tr("Give the unfinished screen up"), QStringLiteral("screenDiscard"));
    layout->addWidget(interruptedLabel, 1);
    layout->addWidget(goOnButton);
    layout->addWidget(discardButton);
    return interruptedRow;
}

QWidget *ScreenPanel::Private::buildEmpty()
{
    auto *page = new QWidget;
    emptyText = new QLabel;
    emptyText->setObjectName(QStringLiteral("screenEmpty"));
    emptyText->setWordWrap(true);
    emptyText->setAlignment(Qt::AlignCenter);
    emptyText->setForegroundRole(QPalette::PlaceholderText);
    emptyButton = makeButton(QStringLiteral("screen"), ScreenPanel::tr("Screen…"), {}, QStringLiteral("screenFirst"));
    auto *column = new QVBoxLayout(page);
    column->addStretch(1);
    column->addWidget(emptyText);
    column->addWidget(emptyButton, 0, Qt::AlignHCenter);
    column->addStretch(2);
    return page;
}

QWidget *ScreenPanel::Private::buildHistogram()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, gridUnit / 2, 0, 0);
    column->setSpacing(gridUnit / 2);
    auto *row = new QWidget;
    QHBoxLayout *layout = makeRow(row);
    quantity = new QComboBox;
    quantity->setObjectName(QStringLiteral("screenQuantity"));
    quantity->setAccessibleName(ScreenPanel::tr("Values of the histogram"));
    for (const char *name : histogramColumns) {
        quantity->addItem(QString::fromLatin1(name));
    }
    quantity->setCurrentIndex(2);
    logarithmic = new QCheckBox(ScreenPanel::tr("Logarithmic counts"));
    logarithmic->setObjectName(QStringLiteral("screenLogarithmic"));
    logarithmic->setChecked(true);
    brushText = new QLabel;
    brushText->setObjectName(QStringLiteral("screenBrushText"));
    brushText->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(quantity);
    layout->addWidget(logarithmic);
    layout->addWidget(brushText, 1, Qt::AlignRight);
    histogram = new HistogramPlot;
    histogram->setObjectName(QStringLiteral("screenHistogram"));
    column->addWidget(row);
    column->addWidget(histogram, 1);
    return page;
}

QWidget *ScreenPanel::Private::buildRanking()
{
    ranking = new GeneRankingModel(this);
    rankingView = new QTreeView;
    rankingView->setObjectName(QStringLiteral("screenRanking"));
    rankingView->setAccessibleName(ScreenPanel::tr("Genes of the screen"));
    rankingView->setRootIsDecorated(false);
    rankingView->setUniformRowHeights(true);
    rankingView->setAllColumnsShowFocus(true);
    rankingView->setModel(ranking);
    rankingView->setSortingEnabled(true);
    const QFontMetrics metrics = rankingView->fontMetrics();
    const int figures = metrics.horizontalAdvance(QStringLiteral("⌀ interaction")) + 3 * gridUnit;
    const int partner = metrics.horizontalAdvance(QStringLiteral("yal001cΔ")) + 2 * gridUnit;
    for (int column = 0; column < GeneRankingModel::columns; ++column) {
        const bool text = column == GeneRankingModel::Gene || column == GeneRankingModel::LowestWith ||
                          column == GeneRankingModel::HighestWith;
        rankingView->header()->resizeSection(column, text ? partner : figures);
    }
    rankingView->header()->resizeSection(GeneRankingModel::Hits, 8 * gridUnit);
    rankingView->header()->setStretchLastSection(true);
    rankingView->setFrameShape(QFrame::NoFrame);
    return rankingView;
}

QWidget *ScreenPanel::Private::buildTable()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit / 2);
    auto *row = new QWidget;
    QHBoxLayout *layout = makeRow(row);
    filter = new QLineEdit;
    filter->setObjectName(QStringLiteral("screenFilter"));
    filter->setAccessibleName(ScreenPanel::tr("Filter"));
    filter->setPlaceholderText(ScreenPanel::tr("Filter, such as fitness < 0.5 && support > 20"));
    filter->setClearButtonEnabled(true);
    filter->addAction(themedIcon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    brushChip = makeChip(QStringLiteral("screenBrushChip"), ScreenPanel::tr("Show all values again"));
    geneChip = makeChip(QStringLiteral("screenGeneChip"), ScreenPanel::tr("Show all genes again"));
    rowsText = new QLabel;
    rowsText->setObjectName(QStringLiteral("screenRows"));
    layout->addWidget(filter, 1);
    layout->addWidget(brushChip);
    layout->addWidget(geneChip);
    layout->addWidget(rowsText);
    withoutEssential = new QCheckBox(ScreenPanel::tr("Without essential genes"));
    withoutEssential->setObjectName(QStringLiteral("screenWithoutEssential"));
    withoutEssential->setToolTip(ScreenPanel::tr("Show only genotypes without a gene that is known to be essential"));
    auto *second = new QWidget;
    QHBoxLayout *tools = makeRow(second);
    tools->addWidget(buildSimulation());
    supportLast = new QCheckBox;
    supportLast->setObjectName(QStringLiteral("screenSupportLastRows"));
    supportLast->setToolTip(ScreenPanel::tr("Rows with a gene that hardly any training genotype held come behind all "
                                            "others, whatever the rows are sorted by"));
    tools->addStretch(1);
    tools->addWidget(supportLast);
    tools->addWidget(withoutEssential);
    filterMessage = new FieldMessage(filter);
    filterMessage->setObjectName(QStringLiteral("screenFilterMessage"));
    model = new ScreenTableModel(&simulation, this);
    table = new ScreenTable(model);
    column->addWidget(row);
    column->addWidget(second);
    column->addWidget(table, 1);
    // A title and a few rows.
    table->setMinimumHeight(12 * gridUnit);
    return part;
}

QWidget *ScreenPanel::Private::buildExport()
{
    exportRow = new QWidget;
    QHBoxLayout *layout = makeRow(exportRow);
    exportText = new QLabel;
    exportText->setObjectName(QStringLiteral("screenExportText"));
    exportBar = new QProgressBar;
    exportBar->setTextVisible(false);
    exportBar->setRange(0, 1000);
    exportCancel = new QToolButton;
    exportCancel->setObjectName(QStringLiteral("screenExportCancel"));
    exportCancel->setIcon(themedIcon(QStringLiteral("cancel")));
    exportCancel->setAccessibleName(ScreenPanel::tr("Cancel the export"));
    exportCancel->setToolTip(ScreenPanel::tr("Cancel the export; no file is written"));
    exportCancel->setAutoRaise(true);
    exportCancel->setFocusPolicy(Qt::StrongFocus);
    layout->addWidget(exportText);
    layout->addWidget(exportBar, 1);
    layout->addWidget(exportCancel);
    return exportRow;
}

/// What asks for simulation, and what stops it, in one place of one size.
QWidget *ScreenPanel::Private::buildSimulation()
{
    auto *asking = new QWidget;
    QHBoxLayout *ask = makeRow(asking);
    simulateButton = makeButton(QStringLiteral("metabolism"), ScreenPanel::tr("Simulate the best"), {},
                                QStringLiteral("screenSimulate"));
    simulateCount = new QSpinBox;
    simulateCount->setObjectName(QStringLiteral("screenSimulateCount"));
    simulateCount->setAccessibleName(ScreenPanel::tr("How many rows to simulate"));
    simulateCount->setRange(1, ScreenTable::mostSelected);
    simulateCount->setGroupSeparatorShown(true);
    simulateCount->setValue(100);
    simulateCount->setSingleStep(50);
    ask->addWidget(simulateButton);
    ask->addWidget(simulateCount);
    auto *running = new QWidget;
    QHBoxLayout *run = makeRow(running);
    simulationText = new QLabel;
    simulationText->setObjectName(QStringLiteral("screenSimulationText"));
    simulationBar = new QProgressBar;
    simulationBar->setTextVisible(false);
    simulationBar->setRange(0, 1000);
    simulationCancel = new QToolButton;
    simulationCancel->setObjectName(QStringLiteral("screenSimulationCancel"));
    simulationCancel->setIcon(themedIcon(QStringLiteral("cancel")));
    simulationCancel->setAccessibleName(ScreenPanel::tr("Stop simulating"));
    simulationCancel->setToolTip(ScreenPanel::tr("Stop simulating; what was simulated is kept"));
    simulationCancel->setAutoRaise(true);
    simulationCancel->setFocusPolicy(Qt::StrongFocus);
    run->addWidget(simulationText);
    run->addWidget(simulationBar, 1);
    run->addWidget(simulationCancel);
    simulationPages = new SteadyPlace;
    simulationPages->addWidget(asking);
    simulationPages->addWidget(running);
    return simulationPages;
}

} // namespace knockscape::ui
