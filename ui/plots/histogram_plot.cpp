#include "ui/plots/histogram_plot.h"

#include "ui/plots/legend_strip.h"
#include "ui/plots/plot_axes.h"
#include "ui/plots/plot_picture.h"
#include "ui/theme/colours.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <qcustomplot.h>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{
namespace
{

/// A press that moves less is a click.
constexpr double clickPixels = 4.0;
/// Below a single value, which must still be seen on a logarithmic axis.
constexpr double logFloor = 0.7;

} // namespace

HistogramPlot::HistogramPlot(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Histogram"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    canvas_ = new QCustomPlot(this);
    canvas_->setObjectName(QStringLiteral("histogramCanvas"));
    canvas_->setFocusPolicy(Qt::StrongFocus);
    canvas_->setMinimumSize(200, 140);
    canvas_->setMouseTracking(true);
    canvas_->installEventFilter(this);
    setFocusProxy(canvas_);
    layout->addWidget(canvas_);
    all_ = new QCPBars(canvas_->xAxis, canvas_->yAxis);
    hits_ = new QCPBars(canvas_->xAxis, canvas_->yAxis);
    for (QCPBars *bars : {all_, hits_}) {
        bars->setWidthType(QCPBars::wtPlotCoords);
        bars->setPen(Qt::NoPen);
        bars->setAntialiased(false);
    }
    brush_ = new QCPItemRect(canvas_);
    brush_->topLeft->setTypeX(QCPItemPosition::ptPlotCoords);
    brush_->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
    brush_->bottomRight->setTypeX(QCPItemPosition::ptPlotCoords);
    brush_->bottomRight->setTypeY(QCPItemPosition::ptAxisRectRatio);
    brush_->setVisible(false);
    canvas_->yAxis->setLabel(tr("Genotypes"));
    legend_ = new LegendStrip(canvas_);
    legend_->setCollapsible(true);
    canvas_->plotLayout()->insertRow(0);
    canvas_->plotLayout()->addElement(0, 0, legend_);
    canvas_->plotLayout()->setRowSpacing(0);
    setLogarithmic(true);
}

void HistogramPlot::setBins(std::vector<HistogramBin> bins, const QString &quantity, bool hits)
{
    bins_ = std::move(bins);
    quantity_ = quantity;
    showsHits_ = hits;
    first_ = last_ = dragged_ = -1;
    QVector<double> centres;
    QVector<double> counts;
    QVector<double> hitCounts;
    for (const HistogramBin &bin : bins_) {
        centres << (bin.low + bin.high) / 2.0;
        counts << static_cast<double>(bin.count);
        hitCounts << static_cast<double>(bin.hits);
    }
    const double width = bins_.empty() ? 1.0 : bins_.front().high - bins_.front().low;
    all_->setWidth(width);
    hits_->setWidth(width);
    all_->setData(centres, counts, true);
    hits_->setData(centres, hits ? hitCounts : QVector<double>(centres.size(), 0.0), true);
    hits_->setVisible(hits);
    canvas_->xAxis->setLabel(quantity);
    legend_->setEntries(hits ? std::vector<LegendEntry>{{LegendSample::All, tr("all genotypes")},
                                                        {LegendSample::Hit, tr("match the condition")}}
                             : std::vector<LegendEntry>());
    rescale();
    showBrush();
}

void HistogramPlot::setLogarithmic(bool logarithmic)
{
    logarithmic_ = logarithmic;
    if (logarithmic) {
        canvas_->yAxis->setScaleType(QCPAxis::stLogarithmic);
        canvas_->yAxis->setTicker(makeCountTicker());
    } else {
        canvas_->yAxis->setScaleType(QCPAxis::stLinear);
        canvas_->yAxis->setTicker(makeNumberTicker());
        canvas_->yAxis->setNumberFormat(QStringLiteral("gb"));
        canvas_->yAxis->setNumberPrecision(6);
    }
    for (QCPBars *bars : {all_, hits_}) {
        bars->setBaseValue(logarithmic ? logFloor : 0.0);
    }
    canvas_->xAxis->setTicker(makeNumberTicker());
    canvas_->xAxis->setNumberFormat(QStringLiteral("gb"));
    canvas_->xAxis->setNumberPrecision(5);
    rescale();
    applyColours(palette(), plotFont(font()));
    canvas_->replot(QCustomPlot::rpQueuedReplot);
}

void HistogramPlot::rescale()
{
    std::uint64_t most = 1;
    for (const HistogramBin &bin : bins_) {
        most = std::max(most, bin.count);
    }
    const auto top = static_cast<double>(most);
    canvas_->yAxis->setRange(logarithmic_ ? logFloor : 0.0, logarithmic_ ? top * 2.0 : top * 1.06);
    if (bins_.empty()) {
        canvas_->xAxis->setRange(0.0, 1.0);
        return;
    }
    const double margin = (bins_.back().high - bins_.front().low) * 0.02;
    canvas_->xAxis->setRange(bins_.front().low - margin, bins_.back().high + margin);
}

void HistogramPlot::applyColours(const QPalette &palette, const QFont &font)
{
    styleAxes(*canvas_, palette, font);
    const QColor base = palette.color(QPalette::Base);
    all_->setBrush(mixed(base, palette.color(QPalette::Text), showsHits_ ? 0.30 : 0.45));
    hits_->setBrush(categoricalColour(0, palette));
    legend_->setAppearance(palette, font);
    QColor shade = palette.color(QPalette::Highlight);
    brush_->setPen(QPen(shade, 1.0));
    shade.setAlphaF(0.25F);
    brush_->setBrush(shade);
}

int HistogramPlot::binAt(double pixel) const
{
    if (bins_.empty()) {
        return -1;
    }
    const double value = canvas_->xAxis->pixelToCoord(pixel);
    const double width = bins_.front().high - bins_.front().low;
    const auto bin = static_cast<int>(std::floor((value - bins_.front().low) / width));
    return std::clamp(bin, 0, static_cast<int>(bins_.size()) - 1);
}

double HistogramPlot::pixelOf(double value) const
{
    return canvas_->xAxis->coordToPixel(value);
}

std::optional<std::pair<double, double>> HistogramPlot::brush() const
{
    if (first_ < 0) {
        return std::nullopt;
    }
    return std::pair{bins_[static_cast<std::size_t>(first_)].low, bins_[static_cast<std::size_t>(last_)].high};
}

std::pair<std::uint64_t, std::uint64_t> HistogramPlot::brushedCounts() const
{
    std::pair<std::uint64_t, std::uint64_t> counts{0, 0};
    for (int bin = first_; first_ >= 0 && bin <= last_; ++bin) {
        counts.first += bins_[static_cast<std::size_t>(bin)].count;
        counts.second += bins_[static_cast<std::size_t>(bin)].hits;
    }
    return counts;
}

void HistogramPlot::choose(int first, int last)
{
    if (first == first_ && last == last_) {
        return;
    }
    first_ = first;
    last_ = last;
    showBrush();
    emit brushed(brush()->first, brush()->second);
}

void HistogramPlot::clearBrush()
{
    first_ = last_ = -1;
    showBrush();
}

void HistogramPlot::dropBrush()
{
    if (first_ >= 0) {
        clearBrush();
        emit brushCleared();
    }
}

void HistogramPlot::showBrush()
{
    const auto range = brush();
    brush_->setVisible(range.has_value());
    if (range) {
        brush_->topLeft->setCoords(range->first, 0.0);
        brush_->bottomRight->setCoords(range->second, 1.0);
    }
    canvas_->replot(QCustomPlot::rpQueuedReplot);
}

QString HistogramPlot::binText(int bin) const
{
    const HistogramBin &shown = bins_[static_cast<std::size_t>(bin)];
    QString text = trCount("HistogramPlot", "%2 from %3 to %4: %1 genotype", "%2 from %3 to %4: %1 genotypes",
                           static_cast<qint64>(shown.count))
                       .arg(quantity_, formatValue(shown.low), formatValue(shown.high));
    if (showsHits_) {
        text += tr(", of which %1 match").arg(formatCount(static_cast<std::int64_t>(shown.hits)));
    }
    return text;
}

bool HistogramPlot::handleMouse(QEvent *event)
{
    const auto *mouse = static_cast<QMouseEvent *>(event);
    const double pixel = mouse->position().x();
    if (event->type() == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton && !bins_.empty()) {
        canvas_->setFocus(Qt::MouseFocusReason);
        dragged_ = binAt(pixel);
        pressed_ = pixel;
        moved_ = false;
        return true;
    }
    if (event->type() == QEvent::MouseMove) {
        moved_ = moved_ || std::abs(pixel - pressed_) >= clickPixels;
        if (dragged_ >= 0 && moved_) {
            const int bin = binAt(pixel);
            choose(std::min(dragged_, bin), std::max(dragged_, bin));
        }
        if (!bins_.empty() && canvas_->axisRect()->rect().contains(mouse->position().toPoint())) {
            QToolTip::showText(mouse->globalPosition().toPoint(), binText(binAt(pixel)), canvas_);
        }
        return true;
    }
    if (event->type() == QEvent::MouseButtonRelease && dragged_ >= 0) {
        dragged_ = -1;
        if (!moved_) {
            dropBrush();
        }
        return true;
    }
    return false;
}

bool HistogramPlot::handleKey(int key, bool extend)
{
    if (key == Qt::Key_Escape && first_ >= 0) {
        dropBrush();
        return true;
    }
    if ((key != Qt::Key_Left && key != Qt::Key_Right) || bins_.empty()) {
        return false;
    }
    if (first_ < 0) {
        const auto highest = std::max_element(
            bins_.begin(), bins_.end(), [](const auto &left, const auto &right) { return left.count < right.count; });
        const auto bin = static_cast<int>(highest - bins_.begin());
        choose(bin, bin);
        return true;
    }
    const int step = key == Qt::Key_Left ? -1 : 1;
    const int end = static_cast<int>(bins_.size()) - 1;
    if (extend) {
        choose(first_, std::clamp(last_ + step, first_, end));
    } else if (first_ + step >= 0 && last_ + step <= end) {
        choose(first_ + step, last_ + step);
    }
    return true;
}

bool HistogramPlot::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != canvas_) {
        return QWidget::eventFilter(watched, event);
    }
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
        return handleMouse(event);
    case QEvent::ShortcutOverride:
        // Escape clears the brush before it is the window's shortcut.
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && first_ >= 0) {
            event->accept();
            return true;
        }
        return false;
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        return handleKey(key->key(), (key->modifiers() & Qt::ShiftModifier) != 0);
    }
    default:
        return false;
    }
}

void HistogramPlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyColours(palette(), plotFont(font()));
        canvas_->replot(QCustomPlot::rpQueuedReplot);
    }
}

PictureSource HistogramPlot::picture()
{
    PictureSource source;
    source.kind = QStringLiteral("histogram");
    source.title = tr("Histogram of %1").arg(quantity_);
    source.layout.width = 120.0;
    source.layout.height = 75.0;
    if (!bins_.empty()) {
        source.paint = [this](QPaintDevice &device, const PictureLayout &layout, bool vector) {
            brush_->setVisible(false);
            applyColours(lightPalette(), layout.font());
            const QRect shown = canvas_->viewport();
            canvas_->setViewport(QRect(QPoint(0, 0), layout.logicalSize()));
            layOut(*canvas_);
            paintPlot(*canvas_, device, layout.logicalSize(), vector);
            applyColours(palette(), plotFont(font()));
            canvas_->setViewport(shown);
            showBrush();
        };
    }
    return source;
}

} // namespace knockscape::ui
