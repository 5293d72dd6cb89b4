// How the compare panel is put together.
#include "ui/compare/compare_panel_private.h"

#include "ui/tables/pinned_column_table.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace knockscape::ui
{

void ComparePanel::Private::build()
{
    pages = new QStackedWidget(q);
    pages->addWidget(buildEmptyPage());
    pages->addWidget(buildBusyPage());
    pages->addWidget(buildContent());
    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(pages);
}

QWidget *ComparePanel::Private::buildEmptyPage()
{
    auto *page = new QWidget;
    emptyText = new QLabel(page);
    emptyText->setObjectName(QStringLiteral("compareEmpty"));
    emptyText->setAlignment(Qt::AlignCenter);
    emptyText->setWordWrap(true);
    auto *load = new QPushButton(themedIcon(QStringLiteral("import")), ComparePanel::tr("Load measured values…"), page);
    load->setObjectName(QStringLiteral("compareLoad"));
    connect(load, &QPushButton::clicked, q, &ComparePanel::chooseFiles);
    offerButton = new QPushButton(themedIcon(QStringLiteral("demo")), {}, page);
    offerButton->setObjectName(QStringLiteral("compareOffer"));
    connect(offerButton, &QPushButton::clicked, q, [this] { q->load({offered}); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gridUnit);
    buttons->addStretch(1);
    buttons->addWidget(load);
    buttons->addWidget(offerButton);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(4 * gridUnit, gridUnit, 4 * gridUnit, gridUnit);
    layout->addStretch(2);
    layout->addWidget(emptyText);
    layout->addSpacing(2 * gridUnit);
    layout->addLayout(buttons);
    layout->addStretch(3);
    return page;
}

QWidget *ComparePanel::Private::buildBusyPage()
{
    auto *page = new QWidget;
    busyText = new QLabel(page);
    busyText->setAlignment(Qt::AlignCenter);
    busyBar = new QProgressBar(page);
    busyBar->setTextVisible(false);
    busyBar->setFixedWidth(30 * gridUnit);
    auto *cancel = new QPushButton(themedIcon(QStringLiteral("cancel")), ComparePanel::tr("Cancel"), page);
    cancel->setObjectName(QStringLiteral("compareCancel"));
    connect(cancel, &QPushButton::clicked, this, [this] {
        labels.cancel();
        service.abandon();
        if (session->measured()) {
            // What was loaded has not been predicted: nothing to show, and nothing to compare the card with.
            session->setMeasured(nullptr);
        }
        updateEmptyPage();
    });
    auto *layout = new QVBoxLayout(page);
    layout->setSpacing(gridUnit);
    layout->addStretch(2);
    layout->addWidget(busyText);
    layout->addWidget(busyBar, 0, Qt::AlignHCenter);
    layout->addWidget(cancel, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return page;
}

QWidget *ComparePanel::Private::buildContent()
{
    plot = new MeasuredPlot;
    plot->setObjectName(QStringLiteral("comparePlot"));
    buildTable();
    auto *upper = new QSplitter(Qt::Horizontal);
    upper->addWidget(plot);
    upper->addWidget(buildAgreement());
    upper->setSizes({40 * gridUnit, 48 * gridUnit});
    upper->setStretchFactor(0, 1);
    upper->setStretchFactor(1, 0);
    upper->setChildrenCollapsible(false);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(upper);
    splitter->addWidget(table);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    upper->setMinimumHeight(18 * gridUnit);
    table->setMinimumHeight(10 * gridUnit);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(buildChoices());
    layout->addWidget(splitter, 1);
    return content;
}

QWidget *ComparePanel::Private::buildAgreement()
{
    auto *part = new QWidget;
    agreement = new AgreementTable;
    leftOut = new QLabel;
    leftOut->setObjectName(QStringLiteral("compareLeftOut"));
    leftOut->setTextFormat(Qt::PlainText);
    leftOut->setWordWrap(true);
    leftOut->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    leftOut->setForegroundRole(QPalette::PlaceholderText);
    leftOut->setContentsMargins(gridUnit / 2, 0, gridUnit / 2, 0);
    // It comes and goes with the rows that are chosen, and the table stays as it is.
    leftOut->setMinimumHeight(2 * leftOut->fontMetrics().lineSpacing());
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit / 2);
    column->addWidget(agreement, 1);
    column->addWidget(leftOut);
    return part;
}

QWidget *ComparePanel::Private::buildHeader()
{
    auto *header = new QWidget;
    title = new QLabel;
    title->setObjectName(QStringLiteral("compareTitle"));
    title->setTextFormat(Qt::PlainText);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    summary = new QLabel;
    summary->setObjectName(QStringLiteral("compareSummary"));
    summary->setTextFormat(Qt::RichText);
    // A long line must not push the window wider.
    summary->setMinimumWidth(10 * gridUnit);
    auto *load = new QToolButton;
    load->setObjectName(QStringLiteral("compareLoadAgain"));
    load->setIcon(themedIcon(QStringLiteral("import")));
    load->setText(ComparePanel::tr("Load…"));
    load->setToolTip(ComparePanel::tr("Load other measured values"));
    load->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(load, &QToolButton::clicked, q, &ComparePanel::chooseFiles);
    auto *save = new QToolButton;
    save->setObjectName(QStringLiteral("compareExport"));
    save->setIcon(themedIcon(QStringLiteral("export")));
    save->setText(ComparePanel::tr("Export"));
    save->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    save->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(save);
    connect(menu->addAction(themedIcon(QStringLiteral("table")), ComparePanel::tr("Rows as seen…")),
            &QAction::triggered, this, [this] { exportTableByDialog(); });
    connect(menu->addAction(themedIcon(QStringLiteral("table")), ComparePanel::tr("Agreement…")), &QAction::triggered,
            this, [this] { exportAgreementByDialog(); });
    connect(menu->addAction(themedIcon(QStringLiteral("plot")), ComparePanel::tr("Plot…")), &QAction::triggered, this,
            [this] { exportPlotByDialog(); });
    save->setMenu(menu);
    for (QToolButton *button : {load, save}) {
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(gridUnit, gridUnit / 2, gridUnit, 0);
    row->setSpacing(gridUnit);
    row->addWidget(title);
    row->addWidget(summary, 1);
    row->addWidget(load);
    row->addWidget(save);
    return header;
}

QWidget *ComparePanel::Private::buildChoices()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(gridUnit, gridUnit / 2, gridUnit, 0);
    row->setSpacing(gridUnit / 2);
    phenotype = new QButtonGroup(this);
    const auto addButton = [&](Phenotype value, const QString &text, const QString &name) {
        auto *button = new QToolButton(bar);
        button->setObjectName(name);
        button->setText(text);
        button->setCheckable(true);
        button->setProperty("segment", true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setChecked(value == Phenotype::Fitness);
        phenotype->addButton(button, static_cast<int>(value));
        row->addWidget(button);
    };
    addButton(Phenotype::Fitness, ComparePanel::tr("Fitness"), QStringLiteral("compareFitness"));
    addButton(Phenotype::Interaction, ComparePanel::tr("Interaction"), QStringLiteral("compareInteraction"));
    row->addSpacing(gridUnit);
    const auto addBox = [&](const QString &name, const QString &tip) {
        auto *box = new QComboBox(bar);
        box->setObjectName(name);
        box->setToolTip(tip);
        box->setAccessibleName(tip);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        row->addWidget(box);
        return box;
    };
    use = addBox(QStringLiteral("compareUse"), ComparePanel::tr("Rows by what training did with them"));
    order = addBox(QStringLiteral("compareOrder"), ComparePanel::tr("Number of deleted genes"));
    source = addBox(QStringLiteral("compareSource"), ComparePanel::tr("Where the labels come from"));
    row->addStretch(1);
    return bar;
}

void ComparePanel::Private::buildTable()
{
    table = new PinnedColumnTable;
    table->setObjectName(QStringLiteral("compareTable"));
    table->setAccessibleName(ComparePanel::tr("Measured rows"));
    table->setModel(&model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setCornerButtonEnabled(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + gridUnit);
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder way) {
        const int current = model.sourceRow(table->currentIndex().row());
        model.sort(column, way);
        if (const int row = model.rowOfSource(current); row >= 0) {
            const QSignalBlocker quiet(table->selectionModel());
            table->selectRow(row);
        }
    });
    const QFontMetrics metrics = table->fontMetrics();
    const int figures = metrics.horizontalAdvance(QStringLiteral("Predicted")) + 4 * gridUnit;
    for (int column = 0; column < ComparisonModel::ColumnCount; ++column) {
        header->resizeSection(column, figures);
    }
    header->resizeSection(ComparisonModel::Knockouts,
                          metrics.horizontalAdvance(QStringLiteral("hxk2Δ pgi1Δ zwf1Δ")) + 3 * gridUnit);
    header->resizeSection(ComparisonModel::Order, 5 * gridUnit);
    header->setStretchLastSection(true);
}

} // namespace knockscape::ui
