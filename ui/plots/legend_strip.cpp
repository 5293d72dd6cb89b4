#include "ui/plots/legend_strip.h"

#include "ui/theme/colours.h"

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

int LegendStrip::height() const
{
    if ((vertical_ || collapsible_) && entries_.empty())
        return 0;
    const int lines = vertical_ ? static_cast<int>(entries_.size()) : 1;
    return lines * QFontMetrics(font_).height() + mMargins.top() + mMargins.bottom();
}

QSize LegendStrip::minimumOuterSizeHint() const
{
    return {0, height()};
}

QSize LegendStrip::maximumOuterSizeHint() const
{
    return {QWIDGETSIZE_MAX, height()};
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
    const double line = QFontMetricsF(font_).height();
    QPointF corner = mRect.topLeft();
    for (const Entry &entry : entries_) {
        const double sample = entry.sample == Sample::None ? 0.0 : kSampleWidth + kGap;
        const double width = widthOf(entry);
        if (!vertical_ && corner.x() + width > mRect.right() + 1.0)
            break;
        drawSample(painter, entry.sample, QRectF(corner.x(), corner.y() + line / 2.0 - 5.0, kSampleWidth, 10.0));
        painter->setPen(dimmedText(palette_));
        const double room = mRect.right() - corner.x() - sample;
        painter->drawText(QRectF(corner.x() + sample, corner.y(), width, line), Qt::AlignLeft | Qt::AlignVCenter,
                          vertical_ ? QFontMetricsF(font_).elidedText(entry.text, Qt::ElideRight, room) : entry.text);
        corner += vertical_ ? QPointF(0.0, line) : QPointF(width + kEntryGap, 0.0);
    }
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
