#include "ui/plots/mark_series.h"

#include "ui/theme/colours.h"

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

/// Share of its slot that a bar fills, and its largest width in pixels.
constexpr double kBarShare = 0.72;
constexpr double kBarLimit = 48.0;
constexpr double kHitRadius = 8.0;
/// Beyond this many visible dots, per-dot decoration (outline, baseline, error bar) is noise and is left out.
constexpr int kDecoratedDots = 400;
/// Colours of dense dots are taken from this many steps, each stamped from a small picture.
constexpr int kColourSteps = 32;
/// Selected dots closer together than this many pixels share one outline.
constexpr double kSelectionSquare = 5.0;

/// One bit per square of a rectangle: says whether something was drawn there already.
class Occupancy
{
public:
    explicit Occupancy(const QRectF &rect, double square = 1.0)
        : origin_(rect.topLeft()), square_(square), width_(static_cast<int>(rect.width() / square) + 2),
          height_(static_cast<int>(rect.height() / square) + 2),
          taken_(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_), false)
    {
    }

    /// True the first time a square is asked for; false outside the rectangle.
    bool take(const QPointF &pixel)
    {
        const QPointF offset = (pixel - origin_) / square_;
        if (!(offset.x() >= 0.0 && offset.y() >= 0.0 && offset.x() < width_ && offset.y() < height_))
            return false;
        const std::size_t cell = static_cast<std::size_t>(offset.y()) * static_cast<std::size_t>(width_) +
                                 static_cast<std::size_t>(offset.x());
        if (taken_[cell])
            return false;
        taken_[cell] = true;
        return true;
    }

private:
    QPointF origin_;
    double square_;
    int width_;
    int height_;
    std::vector<bool> taken_;
};

/// Draws one dot many times: a stamped picture on screen, a real circle in a vector file.
class DotStamps
{
public:
    DotStamps(QCPPainter *painter, double radius)
        : painter_(painter), radius_(radius), stamps_(2 * (2 * kColourSteps + 2))
    {
        vector_ = painter->modes().testFlag(QCPPainter::pmVectorized);
        ratio_ = painter->device()->devicePixelRatioF();
    }

    void draw(const QPointF &centre, double value, const QColor &colour, bool hollow)
    {
        if (vector_) {
            drawDot(*painter_, centre, colour, hollow);
            return;
        }
        QPixmap &stamp = stamps_[2 * slot(value) + (hollow ? 1 : 0)];
        if (stamp.isNull())
            stamp = makeStamp(colour, hollow);
        const double half = stamp.width() / ratio_ / 2.0;
        const auto snapped = [this](double pixel) { return std::round(pixel * ratio_) / ratio_; };
        painter_->drawPixmap(QPointF(snapped(centre.x() - half), snapped(centre.y() - half)), stamp);
    }

private:
    static std::size_t slot(double value)
    {
        if (std::isnan(value))
            return 2 * kColourSteps + 1;
        return static_cast<std::size_t>(std::lround((std::clamp(value, -1.0, 1.0) + 1.0) * kColourSteps));
    }

    void drawDot(QPainter &painter, const QPointF &centre, const QColor &colour, bool hollow) const
    {
        const double rim = hollow ? 0.5 : 0.0;
        painter.setPen(hollow ? QPen(colour, 1.0) : QPen(Qt::NoPen));
        painter.setBrush(hollow ? QBrush(Qt::NoBrush) : QBrush(colour));
        painter.drawEllipse(centre, radius_ - rim, radius_ - rim);
    }

    QPixmap makeStamp(const QColor &colour, bool hollow) const
    {
        const int side = static_cast<int>(std::ceil(2.0 * radius_ * ratio_)) + 2;
        QPixmap stamp(side, side);
        stamp.setDevicePixelRatio(ratio_);
        stamp.fill(Qt::transparent);
        QPainter painter(&stamp);
        painter.setRenderHint(QPainter::Antialiasing);
        const double middle = side / ratio_ / 2.0;
        drawDot(painter, QPointF(middle, middle), colour, hollow);
        return stamp;
    }

    QCPPainter *painter_;
    double radius_;
    double ratio_ = 1.0;
    bool vector_ = false;
    std::vector<QPixmap> stamps_;
};

} // namespace

MarkSeries::MarkSeries(QCPAxis *x, QCPAxis *y, const PlotView &view) : QCPAbstractPlottable(x, y), view_(view)
{
    setSelectable(QCP::stNone);
}

std::pair<int, int> MarkSeries::marksBetween(double low, double high) const
{
    const auto &marks = view_.marks;
    const auto first =
        std::lower_bound(marks.begin(), marks.end(), low, [](const PlotMark &mark, double x) { return mark.x < x; });
    const auto last =
        std::upper_bound(first, marks.end(), high, [](double x, const PlotMark &mark) { return x < mark.x; });
    return {static_cast<int>(first - marks.begin()), static_cast<int>(last - marks.begin())};
}

QColor MarkSeries::colourOf(const PlotMark &mark) const
{
    if (std::isnan(mark.colour) || mark.colour == 0.0)
        return mixed(palette_.color(QPalette::Base), palette_.color(QPalette::Text), 0.45);
    // A dot must stand out from the background however small its value is.
    constexpr double kFaintest = 0.08;
    const double value = std::copysign(std::max(std::abs(mark.colour), kFaintest), mark.colour);
    return divergingColour(value, 1.0, palette_);
}

QRectF MarkSeries::barRect(const PlotMark &mark) const
{
    const QPointF zero = coordsToPixels(mark.x, 0.0);
    const QPointF end = coordsToPixels(mark.x, mark.y);
    const double slot = std::abs(coordsToPixels(mark.x + 1.0, 0.0).x() - zero.x());
    const double half = std::max(1.0, std::min(slot * kBarShare, kBarLimit) / 2.0);
    return QRectF(QPointF(zero.x() - half, zero.y()), QPointF(zero.x() + half, end.y())).normalized();
}

QPointF MarkSeries::pixelOf(int mark) const
{
    const PlotMark &it = view_.marks[static_cast<std::size_t>(mark)];
    return view_.form == PlotView::Form::Bars ? barRect(it).center() : coordsToPixels(it.x, it.y);
}

int MarkSeries::markAt(const QPointF &pixel) const
{
    if (view_.marks.empty() || !clipRect().contains(pixel.toPoint()))
        return -1;
    double x = 0.0;
    double y = 0.0;
    pixelsToCoords(pixel, x, y);
    if (view_.form == PlotView::Form::Bars) {
        const auto [first, last] = marksBetween(x - 0.5, x + 0.5);
        return first < last ? first : -1;
    }
    double left = 0.0;
    double right = 0.0;
    pixelsToCoords(pixel.x() - kHitRadius, pixel.y(), left, y);
    pixelsToCoords(pixel.x() + kHitRadius, pixel.y(), right, y);
    const auto [first, last] = marksBetween(std::min(left, right), std::max(left, right));
    int best = -1;
    double bestDistance = kHitRadius * kHitRadius;
    for (int i = first; i < last; ++i) {
        const QPointF offset = pixelOf(i) - pixel;
        const double distance = QPointF::dotProduct(offset, offset);
        if (distance <= bestDistance) {
            bestDistance = distance;
            best = i;
        }
    }
    return best;
}

double MarkSeries::selectTest(const QPointF &pos, bool onlySelectable, QVariant *details) const
{
    const int mark = onlySelectable ? -1 : markAt(pos);
    if (mark >= 0 && details)
        details->setValue(mark);
    return mark >= 0 ? 0.0 : -1.0;
}

QCPRange MarkSeries::getKeyRange(bool &found, QCP::SignDomain) const
{
    found = !view_.marks.empty();
    const QRectF bounds = view_.bounds();
    return {bounds.left(), bounds.right()};
}

QCPRange MarkSeries::getValueRange(bool &found, QCP::SignDomain, const QCPRange &) const
{
    found = !view_.marks.empty();
    const QRectF bounds = view_.bounds();
    return {bounds.top(), bounds.bottom()};
}

void MarkSeries::draw(QCPPainter *painter)
{
    painter->setAntialiasing(true);
    const QCPRange range = mKeyAxis->range();
    const double spill = view_.form == PlotView::Form::Bars ? 0.5 : 0.02 * range.size();
    const auto [first, last] = marksBetween(range.lower - spill, range.upper + spill);
    if (view_.form == PlotView::Form::Bars) {
        drawSelection(painter, first, last);
        drawGuides(painter);
        drawBars(painter, first, last);
    } else {
        drawGuides(painter);
        drawDots(painter, first, last);
        drawSelection(painter, first, last);
    }
    drawCurrent(painter);
}

void MarkSeries::drawGuides(QCPPainter *painter) const
{
    const QColor colour = mixed(palette_.color(QPalette::Base), palette_.color(QPalette::Text), 0.7);
    const QCPRange range = mKeyAxis->range();
    const QCPRange values = mValueAxis->range();
    painter->setPen(QPen(colour, 1.0, Qt::DashLine));
    for (const double x : view_.verticalLines)
        painter->drawLine(QLineF(coordsToPixels(x, values.lower), coordsToPixels(x, values.upper)));
    for (const double y : view_.horizontalLines)
        painter->drawLine(QLineF(coordsToPixels(range.lower, y), coordsToPixels(range.upper, y)));
    if (view_.ranked) {
        painter->setPen(QPen(colour, 1.0));
        painter->drawLine(QLineF(coordsToPixels(range.lower, 0.0), coordsToPixels(range.upper, 0.0)));
    } else if (view_.zeroLine) {
        painter->setPen(QPen(colour, 1.0, Qt::DashLine));
        painter->drawLine(QLineF(coordsToPixels(range.lower, 0.0), coordsToPixels(range.upper, 0.0)));
    } else if (view_.identityLine) {
        painter->setPen(QPen(colour, 1.0, Qt::DashLine));
        painter->drawLine(QLineF(coordsToPixels(range.lower, range.lower), coordsToPixels(range.upper, range.upper)));
    }
}

void MarkSeries::drawBars(QCPPainter *painter, int first, int last) const
{
    for (int i = first; i < last; ++i) {
        const PlotMark &mark = view_.marks[static_cast<std::size_t>(i)];
        painter->setPen(Qt::NoPen);
        painter->setBrush(colourOf(mark));
        QRectF rect = barRect(mark);
        // A change too small to see is still a result: it leaves a line.
        if (mark.y != 0.0 && rect.height() < 1.0)
            rect.setHeight(1.0);
        painter->drawRect(rect);
        drawReference(painter, mark);
        drawError(painter, mark);
    }
}

void MarkSeries::drawDots(QCPPainter *painter, int first, int last) const
{
    const int visible = last - first;
    const bool decorated = visible <= kDecoratedDots;
    Occupancy pixels(clipRect());
    DotStamps stamps(painter, dotRadius(visible));
    if (decorated) {
        for (int i = first; i < last; ++i) {
            drawError(painter, view_.marks[static_cast<std::size_t>(i)]);
            drawReference(painter, view_.marks[static_cast<std::size_t>(i)]);
        }
    } else if (view_.ranked) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(mixed(palette_.color(QPalette::Base), palette_.color(QPalette::Text), 0.35));
        Occupancy references(clipRect());
        for (int i = first; i < last; ++i) {
            const PlotMark &mark = view_.marks[static_cast<std::size_t>(i)];
            const QPointF pixel = coordsToPixels(mark.x, mark.reference);
            if (std::isfinite(mark.reference) && references.take(pixel))
                painter->fillRect(QRectF(pixel - QPointF(0.5, 0.5), QSizeF(1.0, 1.0)), painter->brush());
        }
    }
    painter->setPen(Qt::NoPen);
    for (int i = first; i < last; ++i) {
        const PlotMark &mark = view_.marks[static_cast<std::size_t>(i)];
        const QPointF pixel = coordsToPixels(mark.x, mark.y);
        if (pixels.take(pixel))
            stamps.draw(pixel, mark.colour, colourOf(mark), mark.hollow);
    }
}

double MarkSeries::dotRadius(int visible) const
{
    return visible <= 60 ? 4.5 : visible <= kDecoratedDots ? 3.5 : visible <= 5000 ? 2.5 : 1.75;
}

void MarkSeries::drawReference(QCPPainter *painter, const PlotMark &mark) const
{
    if (!std::isfinite(mark.reference))
        return;
    const QPointF centre = coordsToPixels(mark.x, mark.reference);
    const bool bars = view_.form == PlotView::Form::Bars;
    const double half = bars ? barRect(mark).width() / 2.0 + 2.0 : 3.0;
    const QLineF line(centre - QPointF(half, 0.0), centre + QPointF(half, 0.0));
    if (bars) {
        // A rim in the background's colour keeps the tick visible on its own bar.
        painter->setPen(QPen(palette_.color(QPalette::Base), 4.0, Qt::SolidLine, Qt::FlatCap));
        painter->drawLine(line);
    }
    const double strength = bars ? 1.0 : 0.5;
    painter->setPen(QPen(mixed(palette_.color(QPalette::Base), palette_.color(QPalette::Text), strength),
                         bars ? 2.0 : 1.0, Qt::SolidLine, Qt::FlatCap));
    painter->drawLine(line);
}

void MarkSeries::drawError(QCPPainter *painter, const PlotMark &mark) const
{
    if (!mark.hasWhisker())
        return;
    const QPointF low = coordsToPixels(mark.x, mark.whiskerLow());
    const QPointF high = coordsToPixels(mark.x, mark.whiskerHigh());
    const QPointF cap(3.0, 0.0);
    painter->setPen(QPen(palette_.color(QPalette::Text), 1.0));
    painter->drawLine(QLineF(low, high));
    painter->drawLine(QLineF(low - cap, low + cap));
    painter->drawLine(QLineF(high - cap, high + cap));
}

void MarkSeries::drawSelection(QCPPainter *painter, int first, int last) const
{
    const QColor accent = palette_.color(QPalette::Highlight);
    QColor tint = accent;
    tint.setAlphaF(0.16F);
    const QRectF area = clipRect();
    const double radius = dotRadius(last - first) + 3.5;
    Occupancy squares(area, kSelectionSquare);
    for (auto it = std::lower_bound(selected_.begin(), selected_.end(), first); it != selected_.end() && *it < last;
         ++it) {
        const PlotMark &mark = view_.marks[static_cast<std::size_t>(*it)];
        if (view_.form == PlotView::Form::Bars) {
            const QRectF bar = barRect(mark);
            painter->setPen(Qt::NoPen);
            painter->setBrush(tint);
            painter->drawRect(QRectF(bar.left() - 3.0, area.top(), bar.width() + 6.0, area.height()));
            painter->setBrush(accent);
            const QPointF tip(bar.center().x(), area.top() + 8.0);
            painter->drawPolygon(QPolygonF{tip, tip + QPointF(-6.0, -8.0), tip + QPointF(6.0, -8.0)});
        } else if (const QPointF centre = coordsToPixels(mark.x, mark.y); squares.take(centre)) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(palette_.color(QPalette::Base), 4.0));
            const QPolygonF diamond{centre + QPointF(0.0, -radius), centre + QPointF(radius, 0.0),
                                    centre + QPointF(0.0, radius), centre + QPointF(-radius, 0.0)};
            painter->drawPolygon(diamond);
            painter->setPen(QPen(accent, 2.0));
            painter->drawPolygon(diamond);
        }
    }
}

void MarkSeries::drawCurrent(QCPPainter *painter) const
{
    if (current_ < 0 || static_cast<std::size_t>(current_) >= view_.marks.size())
        return;
    const PlotMark &mark = view_.marks[static_cast<std::size_t>(current_)];
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(palette_.color(QPalette::Text), 1.5));
    if (view_.form == PlotView::Form::Bars)
        painter->drawRect(barRect(mark).adjusted(-1.0, -1.0, 1.0, 1.0));
    else
        painter->drawEllipse(coordsToPixels(mark.x, mark.y), 6.0, 6.0);
}

void MarkSeries::drawLegendIcon(QCPPainter *painter, const QRectF &rect) const
{
    painter->fillRect(rect, negativeColour(palette_));
}

} // namespace knockscape::ui
