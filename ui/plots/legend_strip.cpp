#include "ui/plots/legend_strip.h"

#include "ui/theme/colours.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace knockscape::ui
{

namespace
{

constexpr double kSampleWidth = 12.0;
constexpr double kGap = 5.0;
constexpr double kEntryGap = 16.0;

} // namespace

LegendStrip::LegendStrip(QCustomPlot *plot) : QCPLayoutElement(plot)
{
    setMargins(QMargins(8, 4, 8, 0));
}

void LegendStrip::setAppearance(const QPalette &palette, const QFont &font)
{
    palette_ = palette;
    font_ = font;
}

template <typename Place>
int LegendStrip::flow(double width, const Place &place) const
{
    const double line = QFontMetricsF(font_).height();
    QPointF corner;
    int lines = 0;
    for (const Entry &entry : entries_) {
        const double wide = widthOf(entry);
        if (lines == 0 || vertical_ || corner.x() + wide > width + 1.0) {
            corner = QPointF(0.0, lines * line);
            ++lines;
        }
        place(entry, corner);
        corner.rx() += wide + kEntryGap;
    }
    return lines;
}

int LegendStrip::mostLines() const
{
    const double third = mParentPlot->viewport().height() / 3.0;
    return std::max(1, static_cast<int>(third / QFontMetricsF(font_).height()));
}

int LegendStrip::heightFor(double width) const
{
    if (collapsible_ && entries_.empty())
        return 0;
    // Before anything was laid out the whole plot is the best guess.
    const double room = (width > 0.0 ? width : mParentPlot->viewport().width()) - mMargins.left() - mMargins.right();
    const int lines = std::clamp(flow(room, [](const Entry &, const QPointF &) {}), 1, mostLines());
    return static_cast<int>(std::ceil(lines * QFontMetricsF(font_).height())) + mMargins.top() + mMargins.bottom();
}

QSize LegendStrip::minimumOuterSizeHint() const
{
    return {0, vertical_ ? 0 : heightFor(width_)};
}

QSize LegendStrip::maximumOuterSizeHint() const
{
    // Beside a plot it has the plot's height: a smaller limit would contradict what the plot needs at least.
    return {QWIDGETSIZE_MAX, vertical_ ? QWIDGETSIZE_MAX : heightFor(width_)};
}

void LegendStrip::update(UpdatePhase phase)
{
    QCPLayoutElement::update(phase);
    if (phase != upLayout)
        return;
    const double before = std::exchange(width_, mOuterRect.width());
    // What was laid out with another width may want another height.
    if (!vertical_ && heightFor(before) != heightFor(width_) && mParentPlot->isVisible())
        mParentPlot->replot(QCustomPlot::rpQueuedReplot);
}

void LegendStrip::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(true);
}

double LegendStrip::widthOf(const Entry &entry) const
{
    return (entry.sample == Sample::None ? 0.0 : kSampleWidth + kGap) +
           QFontMetricsF(font_).horizontalAdvance(entry.text);
}

void LegendStrip::draw(QCPPainter *painter)
{
    painter->setFont(font_);
    const QFontMetricsF metrics(font_);
    const double line = metrics.height();
    const double bottom = vertical_ ? mRect.bottom() + 1.0 : mRect.top() + mostLines() * line + 1.0;
    flow(mRect.width(), [&](const Entry &entry, const QPointF &place) {
        const QPointF corner = mRect.topLeft() + place;
        if (corner.y() + line > bottom)
            return;
        const double sample = entry.sample == Sample::None ? 0.0 : kSampleWidth + kGap;
        drawSample(painter, entry.sample, QRectF(corner.x(), corner.y() + line / 2.0 - 5.0, kSampleWidth, 10.0));
        painter->setPen(dimmedText(palette_));
        const double room = std::max(0.0, mRect.right() + 1.0 - corner.x() - sample);
        painter->drawText(QRectF(corner.x() + sample, corner.y(), room, line), Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(entry.text, Qt::ElideRight, room + 0.5));
    });
}

void LegendStrip::drawSample(QCPPainter *painter, Sample sample, const QRectF &box) const
{
    const QColor ink = palette_.color(QPalette::Text);
    const double middle = box.center().y();
    painter->setPen(Qt::NoPen);
    switch (sample) {
    case Sample::Negative:
    case Sample::Positive:
        painter->setBrush(sample == Sample::Negative ? negativeColour(palette_) : positiveColour(palette_));
        painter->drawRect(box.adjusted(1.0, 0.0, -1.0, 0.0));
        break;
    case Sample::NoValue:
        painter->setBrush(noValueColour(palette_));
        painter->drawRect(box.adjusted(1.0, 0.0, -1.0, 0.0));
        break;
    case Sample::All:
    case Sample::Hit:
        painter->setBrush(sample == Sample::Hit ? categoricalColour(0, palette_)
                                                : mixed(palette_.color(QPalette::Base), ink, 0.30));
        painter->drawRect(box.adjusted(1.0, 0.0, -1.0, 0.0));
        break;
    case Sample::Ring:
        painter->setPen(QPen(mixed(palette_.color(QPalette::Base), ink, 0.45), 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(box.center(), 3.5, 3.5);
        break;
    case Sample::Tick:
        painter->setPen(QPen(ink, 2.0, Qt::SolidLine, Qt::FlatCap));
        painter->drawLine(QLineF(box.left(), middle, box.right(), middle));
        break;
    case Sample::ErrorBar:
        painter->setPen(QPen(ink, 1.0));
        painter->drawLine(QLineF(box.center().x(), box.top(), box.center().x(), box.bottom()));
        painter->drawLine(QLineF(box.center().x() - 3.0, box.top(), box.center().x() + 3.0, box.top()));
        painter->drawLine(QLineF(box.center().x() - 3.0, box.bottom(), box.center().x() + 3.0, box.bottom()));
        break;
    case Sample::SolidLine:
        painter->setPen(QPen(ink, 1.5));
        painter->drawLine(QLineF(box.left(), box.bottom(), box.right(), box.top()));
        break;
    case Sample::DashedLine:
        painter->setPen(QPen(ink, 1.0, Qt::DashLine));
        painter->drawLine(QLineF(box.left(), box.bottom(), box.right(), box.top()));
        break;
    case Sample::None:
        break;
    }
}

} // namespace knockscape::ui
