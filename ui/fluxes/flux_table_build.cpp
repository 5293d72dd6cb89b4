// How the table of fluxes is put together.
#include "ui/fluxes/flux_table.h"

#include "ui/fluxes/flux_table_model.h"
#include "ui/session/range_service.h"
#include "ui/tables/pinned_column_table.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"
#include "ui/theme/steady_place.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace knockscape::ui
{
namespace
{

QToolButton *fluxButton(const QString &name, const QString &icon, const QString &text, const QString &meaning)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(themedIcon(icon));
    button->setText(text);
    button->setToolTip(meaning);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QWidget *fluxRow(const std::vector<QWidget *> &parts)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit);
    layout->addStretch(1);
    for (QWidget *part : parts) {
        layout->addWidget(part);
    }
    return row;
}

/// Pixels, in the order of the columns.
constexpr int fluxColumnWidths[] = {110, 190, 250, 80, 80, 80, 130, 200};

} // namespace

void FluxTable::build()
{
    setObjectName(QStringLiteral("fluxTable"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit / 2);
    model_ = new FluxTableModel(this);
    column->addWidget(buildBar());
    buildTable();
    column->addWidget(table_, 1);
    status_ = new QLabel;
    status_->setObjectName(QStringLiteral("fluxStatus"));
    status_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    column->addWidget(status_);
}

QWidget *FluxTable::buildBar()
{
    text_ = new QLineEdit;
    text_->setObjectName(QStringLiteral("fluxFilter"));
    text_->setPlaceholderText(tr("Filter: reaction, metabolite, gene, pathway"));
    text_->setAccessibleName(text_->placeholderText());
    text_->setClearButtonEnabled(true);
    connect(text_, &QLineEdit::textChanged, this, &FluxTable::filter);
    which_ = new QComboBox;
    which_->setObjectName(QStringLiteral("fluxSelection"));
    which_->setAccessibleName(tr("Which reactions"));
    which_->addItem(tr("All reactions"), static_cast<int>(FluxSelection::All));
    which_->addItem(tr("Changed"), static_cast<int>(FluxSelection::Changed));
    which_->addItem(tr("Carrying flux"), static_cast<int>(FluxSelection::Carrying));
    which_->addItem(tr("Blocked"), static_cast<int>(FluxSelection::Blocked));
    connect(which_, &QComboBox::currentIndexChanged, this, &FluxTable::filter);
    exportButton_ = fluxButton(QStringLiteral("fluxExport"), QStringLiteral("export"), tr("Export…"),
                               tr("Write the rows as seen: CSV, TSV or XLSX"));
    connect(exportButton_, &QToolButton::clicked, this, &FluxTable::exportByDialog);
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gridUnit);
    row->addWidget(text_, 1);
    row->addWidget(which_);
    row->addWidget(buildRanges());
    row->addWidget(exportButton_);
    return bar;
}

QWidget *FluxTable::buildRanges()
{
    rangeButton_ = fluxButton(QStringLiteral("fluxRanges"), QStringLiteral("reaction"), tr("Ranges"),
                              tr("What the selected reactions, or all shown, can carry while the knockout grows as "
                                 "well as it can"));
    connect(rangeButton_, &QToolButton::clicked, this, &FluxTable::findRanges);
    rangeText_ = new QLabel;
    rangeText_->setObjectName(QStringLiteral("fluxRangeText"));
    rangeText_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    rangeText_->setMinimumWidth(rangeText_->fontMetrics().horizontalAdvance(QStringLiteral("4,131 / 4,131")));
    rangeBar_ = new QProgressBar;
    rangeBar_->setTextVisible(false);
    rangeBar_->setFixedSize(6 * gridUnit, 12);
    auto *cancel = new QToolButton;
    cancel->setObjectName(QStringLiteral("fluxRangeCancel"));
    cancel->setIcon(themedIcon(QStringLiteral("cancel")));
    cancel->setAutoRaise(true);
    cancel->setFocusPolicy(Qt::StrongFocus);
    cancel->setToolTip(tr("Stop; the ranges found so far are kept"));
    cancel->setAccessibleName(tr("Stop finding ranges"));
    connect(cancel, &QToolButton::clicked, ranges_, &RangeService::cancel);
    rangePlace_ = new SteadyPlace;
    rangePlace_->addWidget(rangeAsk_ = fluxRow({rangeButton_}));
    rangePlace_->addWidget(rangeRun_ = fluxRow({rangeText_, rangeBar_, cancel}));
    return rangePlace_;
}

void FluxTable::buildTable()
{
    table_ = new PinnedColumnTable;
    table_->setObjectName(QStringLiteral("fluxRows"));
    table_->setAccessibleName(tr("Fluxes"));
    table_->setModel(model_);
    table_->setFont(numberFont());
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setWordWrap(false);
    table_->setShowGrid(false);
    table_->setAlternatingRowColors(true);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + gridUnit);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; column < static_cast<int>(FluxColumn::ColumnCount); ++column) {
        table_->setColumnWidth(column, fluxColumnWidths[column]);
    }
    table_->horizontalHeader()->setSortIndicator(static_cast<int>(FluxColumn::Change), Qt::DescendingOrder);
    table_->setSortingEnabled(true);
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto addAction = [this](const QString &name, const QString &text, const QKeySequence &key, auto slot) {
        auto *action = new QAction(text, table_);
        action->setObjectName(name);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, slot);
        table_->addAction(action);
    };
    addAction(QStringLiteral("fluxCopy"), tr("Copy"), QKeySequence::Copy, &FluxTable::copyChosen);
    addAction(QStringLiteral("fluxFindRanges"), tr("Find ranges"), {}, &FluxTable::findRanges);
    addAction(QStringLiteral("fluxExportAction"), tr("Export table…"), {}, &FluxTable::exportByDialog);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid() && !selecting_) {
            emit reactionSelected(model_->reactionAt(row.row()));
        }
    });
    connect(table_, &QAbstractItemView::activated, this,
            [this](const QModelIndex &row) { emit reactionActivated(model_->reactionAt(row.row())); });
}

} // namespace knockscape::ui
