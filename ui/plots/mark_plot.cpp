#include "ui/plots/mark_plot.h"

#include "ui/plots/legend_strip.h"
#include "ui/plots/mark_series.h"
#include "ui/plots/plot_axes.h"
#include "ui/plots/plot_picture.h"
#include "ui/plots/wheel_zoom.h"
#include "ui/theme/colours.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <qcustomplot.h>
#include <QLabel>
#include <QScopedValueRollback>
#include <QStackedLayout>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

/// At most ten rebuilds a second, whatever the rate at which rows arrive.
constexpr int kRebuildInterval = 100;
/// A rebuild may take this fraction (one in …) of the time.
constexpr qint64 kCostShare = 5;

} // namespace

MarkPlot::MarkPlot(QWidget *parent) : PredictionPlot(parent)
{
    column_ = new QVBoxLayout(this);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(0);
    pages_ = new QStackedLayout;
    column_->addLayout(pages_, 1);

    emptyLabel_ = new QLabel(this);
    emptyLabel_->setAlignment(Qt::AlignCenter);
    emptyLabel_->setWordWrap(true);
    emptyLabel_->setMargin(2 * gridUnit);
    pages_->addWidget(emptyLabel_);

    canvas_ = new QCustomPlot(this);
    pages_->addWidget(canvas_);
    canvas_->setFocusPolicy(Qt::StrongFocus);
    canvas_->setMinimumSize(160, 140);
    canvas_->installEventFilter(this);
    canvas_->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    setFocusProxy(canvas_);

    legend_ = new LegendStrip(canvas_);
    canvas_->plotLayout()->insertRow(0);
    canvas_->plotLayout()->addElement(0, 0, legend_);
    canvas_->plotLayout()->setRowSpacing(0);
    series_ = new MarkSeries(canvas_->xAxis, canvas_->yAxis, view_);

    rebuildTimer_.setSingleShot(true);
    connect(&rebuildTimer_, &QTimer::timeout, this, [this] {
        if (isVisible())
            flush();
    });
    connect(canvas_, &QCustomPlot::mousePress, this, &MarkPlot::onMousePress);
    connect(canvas_, &QCustomPlot::mouseMove, this, &MarkPlot::onMouseMove);
    connect(canvas_, &QCustomPlot::mouseRelease, this, &MarkPlot::onMouseRelease);
    connect(canvas_, &QCustomPlot::mouseDoubleClick, this, &MarkPlot::resetZoom);
    connect(canvas_, &QCustomPlot::mouseWheel, this, [this](QWheelEvent *event) {
        const bool vertical = event->modifiers().testFlag(Qt::ControlModifier);
        const Qt::Orientations ranked = vertical ? Qt::Vertical : Qt::Horizontal;
        canvas_->axisRect()->setRangeZoom(view_.ranked ? ranked : Qt::Horizontal | Qt::Vertical);
    });
    for (QCPAxis *axis : {canvas_->xAxis, canvas_->yAxis})
        connect(axis, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), this, &MarkPlot::limitRange);
}

MarkPlot::~MarkPlot() = default;

void MarkPlot::setPoints(std::vector<PlotPoint> points)
{
    waiting_ = std::move(points);
    updateView();
}

void MarkPlot::updateView()
{
    dirty_ = true;
    if (!isVisible() || rebuildTimer_.isActive())
        return;
    const qint64 interval = std::max<qint64>(kRebuildInterval, kCostShare * rebuildCost_);
    const qint64 elapsed = sinceRebuild_.isValid() ? sinceRebuild_.elapsed() : interval;
    rebuildTimer_.start(static_cast<int>(std::max<qint64>(0, interval - elapsed)));
}

void MarkPlot::refreshView()
{
    zoomed_ = false;
    updateView();
}

void MarkPlot::flush()
{
    rebuildTimer_.stop();
    if (dirty_)
        rebuild();
}

void MarkPlot::rebuild()
{
    QElapsedTimer cost;
    cost.start();
    const int currentRow = rowOf(series_->current());
    if (waiting_) {
        points_ = std::move(*waiting_);
        waiting_.reset();
    }
    view_ = makeView(points_);
    dirty_ = false;
    markOfRow_.clear();
    markOfRow_.reserve(view_.marks.size());
    for (std::size_t i = 0; i < view_.marks.size(); ++i)
        markOfRow_.emplace_back(rowOf(static_cast<int>(i)), static_cast<int>(i));
    std::sort(markOfRow_.begin(), markOfRow_.end());
    series_->setCurrent(markOf(currentRow));

    emptyLabel_->setText(view_.emptyText);
    pages_->setCurrentIndex(view_.marks.empty() ? 0 : 1);
    applyColours(palette(), plotFont(font()));
    setUpAxes(*canvas_, view_);
    updateLegend();
    if (zoomed_)
        limitRange();
    else
        setFullRange();
    fitTexts();
    applySelection();
    rebuildCost_ = cost.elapsed();
    sinceRebuild_.start();
}

void MarkPlot::applyColours(const QPalette &palette, const QFont &font)
{
    QPalette dimmed = emptyLabel_->palette();
    dimmed.setColor(QPalette::WindowText, dimmedText(this->palette()));
    emptyLabel_->setPalette(dimmed);
    const bool italic = canvas_->xAxis->tickLabelFont().italic();
    styleAxes(*canvas_, palette, font);
    QFont tickFont = canvas_->xAxis->tickLabelFont();
    tickFont.setItalic(italic);
    canvas_->xAxis->setTickLabelFont(tickFont);
    legend_->setAppearance(palette, canvas_->yAxis->tickLabelFont());
    series_->setPalette(palette);
    updateColourScale(palette);
}

void MarkPlot::updateLegend()
{
    std::vector<LegendStrip::Entry> entries;
    const auto add = [&entries](LegendStrip::Sample sample, const QString &text) {
        if (!text.isEmpty())
            entries.push_back({sample, text});
    };
    add(LegendStrip::Sample::Negative, view_.negativeText);
    add(LegendStrip::Sample::Positive, view_.positiveText);
    add(LegendStrip::Sample::Ring, view_.hollowText);
    const bool dashed = view_.identityLine || view_.zeroLine || !view_.verticalLines.empty();
    add(dashed ? LegendStrip::Sample::DashedLine : LegendStrip::Sample::Tick, view_.referenceText);
    add(LegendStrip::Sample::ErrorBar, view_.errorText);
    add(LegendStrip::Sample::None, view_.leftOutText);
    legend_->setEntries(std::move(entries));
}

void MarkPlot::updateColourScale(const QPalette &palette)
{
    if (!view_.colourScale) {
        if (colourScale_)
            canvas_->plotLayout()->remove(colourScale_);
        colourScale_ = nullptr;
        canvas_->plotLayout()->simplify();
        return;
    }
    if (!colourScale_) {
        colourScale_ = new QCPColorScale(canvas_);
        canvas_->plotLayout()->addElement(1, 1, colourScale_);
        colourScale_->setBarWidth(10);
        colourScale_->setRangeDrag(false);
        colourScale_->setRangeZoom(false);
        auto *group = new QCPMarginGroup(canvas_);
        canvas_->axisRect()->setMarginGroup(QCP::msTop | QCP::msBottom, group);
        colourScale_->setMarginGroup(QCP::msTop | QCP::msBottom, group);
    }
    QCPColorGradient gradient;
    gradient.clearColorStops();
    constexpr int kStops = 32;
    for (int i = 0; i <= kStops; ++i) {
        const double position = static_cast<double>(i) / kStops;
        gradient.setColorStopAt(position, divergingColour(2.0 * position - 1.0, 1.0, palette));
    }
    colourScale_->setGradient(gradient);
    colourScale_->setDataRange({-view_.colourRange, view_.colourRange});
    QCPAxis *axis = colourScale_->axis();
    axis->setLabel(view_.colourLabel);
    axis->setTicker(makeNumberTicker());
    axis->setNumberFormat(QStringLiteral("gb"));
    axis->setLabelColor(palette.color(QPalette::Text));
    axis->setLabelFont(canvas_->yAxis->labelFont());
    axis->setTickLabelColor(dimmedText(palette));
    axis->setTickLabelFont(canvas_->yAxis->tickLabelFont());
    for (QCPAxis *side : colourScale_->axis()->axisRect()->axes()) {
        side->setBasePen(QPen(hairline(palette)));
        side->setTickPen(QPen(hairline(palette)));
        side->setSubTickPen(Qt::NoPen);
    }
}

void MarkPlot::setSelectedRows(const std::vector<int> &rows)
{
    selectedRows_ = rows;
    if (!dirty_)
        applySelection();
}

void MarkPlot::applySelection()
{
    std::vector<int> marks;
    for (const int row : selectedRows_) {
        const int mark = markOf(row);
        if (mark >= 0)
            marks.push_back(mark);
    }
    std::sort(marks.begin(), marks.end());
    if (marks.size() == 1)
        series_->setCurrent(marks.front());
    series_->setSelected(std::move(marks));
    canvas_->replot(QCustomPlot::rpQueuedReplot);
}

void MarkPlot::setFullRange()
{
    const QScopedValueRollback<bool> guard(settingRange_, true);
    const QRectF bounds = view_.bounds();
    canvas_->xAxis->setRange(bounds.left(), bounds.right());
    canvas_->yAxis->setRange(bounds.top(), bounds.bottom());
    setBarNames(*canvas_, view_, points_);
}

void MarkPlot::resetZoom()
{
    zoomed_ = false;
    setFullRange();
    canvas_->replot(QCustomPlot::rpQueuedReplot);
}

void MarkPlot::limitRange()
{
    if (settingRange_)
        return;
    const QScopedValueRollback<bool> guard(settingRange_, true);
    const QRectF bounds = view_.bounds();
    // A margin beyond the data, so that a mark at the edge can be brought to the middle.
    const double dx = view_.ranked ? 0.0 : bounds.width() / 2.0;
    const double dy = bounds.height() / 2.0;
    const double smallest = view_.ranked ? 3.0 : bounds.width() * 1e-6;
    canvas_->xAxis->setRange(
        boundedRange(canvas_->xAxis->range(), {bounds.left() - dx, bounds.right() + dx}, smallest));
    canvas_->yAxis->setRange(
        boundedRange(canvas_->yAxis->range(), {bounds.top() - dy, bounds.bottom() + dy}, bounds.height() * 1e-6));
    zoomed_ = !qFuzzyCompare(canvas_->xAxis->range().size(), bounds.width()) ||
              !qFuzzyCompare(canvas_->yAxis->range().size(), bounds.height()) ||
              std::abs(canvas_->xAxis->range().lower - bounds.left()) > 1e-9 * bounds.width() ||
              std::abs(canvas_->yAxis->range().lower - bounds.top()) > 1e-9 * bounds.height();
    setBarNames(*canvas_, view_, points_);
}

void MarkPlot::addBar(QWidget *bar)
{
    column_->insertWidget(0, bar);
}

int MarkPlot::rowOf(int mark) const
{
    if (mark < 0 || static_cast<std::size_t>(mark) >= view_.marks.size())
        return -1;
    const auto point = static_cast<std::size_t>(view_.marks[static_cast<std::size_t>(mark)].point);
    return point < points_.size() ? points_[point].row : -1;
}

int MarkPlot::markOf(int row) const
{
    const auto found = std::lower_bound(markOfRow_.begin(), markOfRow_.end(), std::pair(row, 0));
    return found != markOfRow_.end() && found->first == row ? found->second : -1;
}

QPointF MarkPlot::pixelOfRow(int row) const
{
    const int mark = markOf(row);
    return mark < 0 ? QPointF() : series_->pixelOf(mark);
}

int MarkPlot::rowAt(const QPointF &pixel) const
{
    return rowOf(series_->markAt(pixel));
}

std::vector<int> MarkPlot::highlightedRows() const
{
    std::vector<int> rows;
    for (const int mark : series_->selected())
        rows.push_back(rowOf(mark));
    return rows;
}

void MarkPlot::changeEvent(QEvent *event)
{
    PredictionPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        applyColours(palette(), plotFont(font()));
        canvas_->replot(QCustomPlot::rpQueuedRefresh);
    } else if (event->type() == QEvent::LanguageChange) {
        updateView();
    }
}

void MarkPlot::showEvent(QShowEvent *event)
{
    PredictionPlot::showEvent(event);
    flush();
}

bool MarkPlot::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == canvas_) {
        if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)->key()))
            return true;
        if (event->type() == QEvent::Leave)
            QToolTip::hideText();
        if (event->type() == QEvent::Wheel && !wheelZooms(*canvas_, *static_cast<QWheelEvent *>(event))) {
            event->ignore();
            return true;
        }
        if (event->type() == QEvent::Resize) {
            // The canvas resizes itself after this filter; names need its new size.
            QMetaObject::invokeMethod(
                this,
                [this] {
                    fitTexts();
                    canvas_->replot(QCustomPlot::rpQueuedReplot);
                },
                Qt::QueuedConnection);
        }
    }
    return PredictionPlot::eventFilter(watched, event);
}

/// What depends on the size: names under bars, and labels in as many lines as they need.
void MarkPlot::fitTexts()
{
    setBarNames(*canvas_, view_, points_);
    layOut(*canvas_);
    fitLabel(*canvas_->xAxis, view_.xLabel);
    fitLabel(*canvas_->yAxis, view_.yLabel);
    if (colourScale_)
        fitLabel(*colourScale_->axis(), view_.colourLabel);
}

PictureSource MarkPlot::picture()
{
    flush();
    PictureSource source;
    source.kind = QStringLiteral("plot");
    source.title = view_.yLabel;
    source.layout.height = 100.0;
    if (!view_.marks.empty()) {
        source.paint = [this](QPaintDevice &device, const PictureLayout &layout, bool vector) {
            paintForPaper(device, layout, vector);
        };
    }
    return source;
}

void MarkPlot::paintForPaper(QPaintDevice &device, const PictureLayout &layout, bool vector)
{
    const QSize size = layout.logicalSize();
    const int current = series_->current();
    const std::vector<int> selected = series_->selected();
    series_->setCurrent(-1);
    series_->setSelected({});
    applyColours(lightPalette(), layout.font());
    const QRect shown = canvas_->viewport();
    canvas_->setViewport(QRect(QPoint(0, 0), size));
    layOut(*canvas_);
    fitTexts();
    paintPlot(*canvas_, device, size, vector);
    series_->setCurrent(current);
    series_->setSelected(selected);
    applyColours(palette(), plotFont(font()));
    canvas_->setViewport(shown);
    layOut(*canvas_);
    fitTexts();
    canvas_->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace knockscape::ui
