#include "ui/tables/pinned_column_table.h"

#include "ui/theme/colours.h"

#include <QAbstractItemDelegate>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QWheelEvent>

#include <algorithm>

namespace knockscape::ui
{

namespace
{

/// What the pinned column may cover of the table: the numbers need room as well.
constexpr double largestShare = 0.6;

} // namespace

/// The cells of the first column. Whatever happens to it happens to the column itself.
class PinnedColumnTable::Strip : public QWidget
{
public:
    explicit Strip(PinnedColumnTable *table) : QWidget(table), table_(table)
    {
        setObjectName(QStringLiteral("pinnedColumn"));
        setAttribute(Qt::WA_OpaquePaintEvent);
        setFocusPolicy(Qt::NoFocus);
        setMouseTracking(true);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        table_->paintPinned(painter, event->rect());
    }

    bool event(QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
        case QEvent::MouseButtonDblClick:
        case QEvent::MouseMove:
            return passMouse(static_cast<QMouseEvent *>(event));
        case QEvent::Wheel: {
            const auto *wheel = static_cast<QWheelEvent *>(event);
            QWheelEvent passed(onColumn(wheel->position()), wheel->globalPosition(), wheel->pixelDelta(),
                               wheel->angleDelta(), wheel->buttons(), wheel->modifiers(), wheel->phase(),
                               wheel->inverted(), wheel->source(), wheel->pointingDevice());
            return pass(event, passed);
        }
        case QEvent::ContextMenu: {
            const auto *menu = static_cast<QContextMenuEvent *>(event);
            QContextMenuEvent passed(menu->reason(), onColumn(menu->pos()).toPoint(), menu->globalPos(),
                                     menu->modifiers());
            return pass(event, passed);
        }
        case QEvent::ToolTip: {
            const auto *help = static_cast<QHelpEvent *>(event);
            QHelpEvent passed(QEvent::ToolTip, onColumn(help->pos()).toPoint(), help->globalPos());
            return pass(event, passed);
        }
        default:
            return QWidget::event(event);
        }
    }

private:
    /// Where the column itself has this point, in the coordinates of the viewport: beyond its edge.
    QPointF onColumn(const QPointF &point) const { return {point.x() + table_->columnViewportPosition(0), point.y()}; }

    bool passMouse(const QMouseEvent *event)
    {
        // A selection that is drawn with the mouse scrolls the table where the mouse is, not where the column is.
        const bool draws = event->type() == QEvent::MouseMove && event->buttons() != Qt::NoButton;
        const QPointF place =
            draws ? QPointF(table_->viewport()->mapFromGlobal(event->globalPosition())) : onColumn(event->position());
        QMouseEvent passed(event->type(), place, event->globalPosition(), event->button(), event->buttons(),
                           event->modifiers(), event->pointingDevice());
        QCoreApplication::sendEvent(table_->viewport(), &passed);
        return true;
    }

    bool pass(QEvent *event, QEvent &passed)
    {
        const bool taken = QCoreApplication::sendEvent(table_->viewport(), &passed);
        event->setAccepted(passed.isAccepted());
        return taken;
    }

    PinnedColumnTable *table_;
};

PinnedColumnTable::PinnedColumnTable(QWidget *parent)
    : QTableView(parent), strip_(new Strip(this)), title_(new QHeaderView(Qt::Horizontal, this))
{
    setHorizontalScrollMode(ScrollPerPixel);
    title_->setObjectName(QStringLiteral("pinnedTitle"));
    title_->setFocusPolicy(Qt::NoFocus);
    title_->setStretchLastSection(false);
    title_->setContextMenuPolicy(Qt::CustomContextMenu);
    title_->hide();
    QHeaderView *header = horizontalHeader();
    connect(title_, &QHeaderView::sortIndicatorChanged, header, &QHeaderView::setSortIndicator);
    connect(title_, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (section == 0) {
            setColumnWidth(0, width);
        }
    });
    connect(title_, &QWidget::customContextMenuRequested, header, [this, header](const QPoint &place) {
        emit header->customContextMenuRequested(header->mapFromGlobal(title_->mapToGlobal(place)));
    });
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this] { mirrorHeader(); });
    connect(header, &QHeaderView::sectionResized, this, [this] { place(); });
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this, [this] { place(); });
}

PinnedColumnTable::~PinnedColumnTable() = default;

void PinnedColumnTable::setModel(QAbstractItemModel *model)
{
    title_->setModel(model);
    QTableView::setModel(model);
    place();
}

int PinnedColumnTable::pinnedWidth() const
{
    return strip_->isHidden() ? 0 : strip_->width();
}

void PinnedColumnTable::showSortIndicator(int column, Qt::SortOrder order)
{
    const QSignalBlocker quiet(horizontalHeader());
    horizontalHeader()->setSortIndicator(column, order);
    horizontalHeader()->viewport()->update();
    mirrorHeader();
}

void PinnedColumnTable::mirrorHeader()
{
    const QHeaderView *header = horizontalHeader();
    const QSignalBlocker quiet(title_);
    title_->setSectionsClickable(header->sectionsClickable());
    title_->setHighlightSections(header->highlightSections());
    title_->setMinimumSectionSize(header->minimumSectionSize());
    title_->setSortIndicatorShown(header->isSortIndicatorShown());
    title_->setSortIndicatorClearable(header->isSortIndicatorClearable());
    title_->setSortIndicator(header->sortIndicatorSection(), header->sortIndicatorOrder());
    title_->viewport()->update();
}

void PinnedColumnTable::place()
{
    const int start = columnViewportPosition(0);
    const int whole = columnWidth(0);
    const int end = viewport()->width();
    const bool outOfSight = isRightToLeft() ? start + whole > end : start < 0;
    const bool pinned = model() != nullptr && model()->columnCount() > 1 && whole > 0 && outOfSight;
    if (pinned) {
        const int width = std::min(whole, static_cast<int>(largestShare * end));
        const QRect cells = viewport()->geometry();
        const QRect titles = horizontalHeader()->geometry();
        const int left = isRightToLeft() ? cells.right() + 1 - width : cells.left();
        strip_->setGeometry(left, cells.top(), width, cells.height());
        title_->setGeometry(left, titles.top(), width, titles.height());
        mirrorHeader();
        const QSignalBlocker quiet(title_);
        title_->resizeSection(0, width);
        strip_->raise();
        title_->raise();
    }
    strip_->setVisible(pinned);
    title_->setVisible(pinned && !horizontalHeader()->isHidden());
}

void PinnedColumnTable::updateGeometries()
{
    QTableView::updateGeometries();
    place();
}

void PinnedColumnTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    // The base class hears of the new direction or font before the headers have it.
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        updateGeometries();
    }
}

void PinnedColumnTable::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    QTableView::dataChanged(topLeft, bottomRight, roles);
    strip_->update();
}

void PinnedColumnTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    // Selection, current row and scrolling change both, and are told to the viewport alone.
    strip_->update();
}

void PinnedColumnTable::paintPinned(QPainter &painter, const QRect &area) const
{
    painter.fillRect(area, palette().color(QPalette::Base));
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.state &= ~(QStyle::State_HasFocus | QStyle::State_MouseOver | QStyle::State_Selected);
    const bool focus = hasFocus() || viewport()->hasFocus();
    const int rows = model() != nullptr ? model()->rowCount(rootIndex()) : 0;
    for (int row = rowAt(area.top()); row >= 0 && row < rows; ++row) {
        const int top = rowViewportPosition(row);
        if (top > area.bottom()) {
            break;
        }
        if (isRowHidden(row)) {
            continue;
        }
        const QModelIndex index = model()->index(row, 0, rootIndex());
        QStyleOptionViewItem cell = option;
        cell.rect = QRect(0, top, strip_->width(), rowHeight(row));
        cell.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        cell.state.setFlag(QStyle::State_HasFocus, focus && index == currentIndex());
        cell.palette.setCurrentColorGroup(!isEnabled()       ? QPalette::Disabled
                                          : isActiveWindow() ? QPalette::Active
                                                             : QPalette::Inactive);
        style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &cell, &painter, this);
        itemDelegateForIndex(index)->paint(&painter, cell, index);
    }
    const int edge = isRightToLeft() ? 0 : strip_->width() - 1;
    painter.fillRect(QRect(edge, area.top(), 1, area.height()), hairline(palette()));
}

void PinnedColumnTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QScrollBar *sideways = horizontalScrollBar();
    const int before = sideways->value();
    QTableView::scrollTo(index, hint);
    if (!index.isValid()) {
        return;
    }
    if (index.column() == 0) {
        sideways->setValue(before);
        return;
    }
    const QRect cell = visualRect(index);
    const int covered =
        isRightToLeft() ? cell.right() + 1 - (viewport()->width() - pinnedWidth()) : pinnedWidth() - cell.left();
    if (pinnedWidth() > 0 && covered > 0) {
        sideways->setValue(sideways->value() - covered);
    }
}

} // namespace knockscape::ui
