#include "ui/metabolism/map_canvas.h"

#include "ui/metabolism/map_legend.h"
#include "ui/theme/colours.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

constexpr double kRoomAround = 14.0;
constexpr double kLegendMargin = 10.0;
/// A small map is not blown up beyond its natural size by this factor.
constexpr double kLargestFit = 1.3;
constexpr double kLargestZoom = 4.0;
/// At least this much of the map stays in sight, in pixels.
constexpr double kStaysInSight = 60.0;
/// What is painted beyond the widget on each side, of its size: room to pan.
constexpr double kBeyond = 0.3;
/// Where painting takes longer, zooming scales the picture of before until it rests.
constexpr double kSlowPainting = 11.0;
constexpr int kRestMilliseconds = 70;
/// A picture that was made for another zoom than this many times that of now shows nothing.
constexpr double kMostScaling = 2.5;
constexpr double kReadingZoom = 0.8;
constexpr QSizeF kInsetSize(168.0, 116.0);

} // namespace

MapCanvas::MapCanvas(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Metabolic map"));
    setAccessibleDescription(tr("Arrow keys move from element to element, with Shift they move the map; plus and minus "
                                "zoom, F shows all. Return toggles the knockout of a reaction."));
    refine_.setSingleShot(true);
    refine_.setInterval(kRestMilliseconds);
    connect(&refine_, &QTimer::timeout, this, [this] {
        stale_ = true;
        update();
    });
    flight_.setEasingCurve(QEasingCurve::InOutCubic);
    flight_.setStartValue(0.0);
    flight_.setEndValue(1.0);
}

void MapCanvas::invalidate()
{
    stale_ = true;
    inset_ = {};
    update();
}

void MapCanvas::setScene(MapScenePtr scene)
{
    flight_.stop();
    scene_ = std::move(scene);
    labelZoom_ = 0.0;
    press_ = Press::None;
    hover({});
    const bool had = !selected_.isNone();
    selected_ = {};
    fit();
    invalidate();
    if (had)
        emit selectionChanged(selected_);
}

void MapCanvas::replaceScene(MapScenePtr scene)
{
    scene_ = std::move(scene);
    labelZoom_ = 0.0;
    invalidate();
}

void MapCanvas::setPainting(MapPainting painting)
{
    painting_ = std::move(painting);
    if (fitted_)
        fit();
    invalidate();
}

void MapCanvas::setEditing(bool editing)
{
    editing_ = editing;
    update();
}

double MapCanvas::legendHeight() const
{
    if (!scene_)
        return 0.0;
    const QRectF strip(0.0, 0.0, width() - 2.0 * kLegendMargin, 0.0);
    const double height = paintMapLegend(nullptr, *scene_, painting_, palette(), font(), strip);
    return height > 0.0 ? height + kLegendMargin / 2.0 : 0.0;
}

QRectF MapCanvas::mapArea() const
{
    const QRectF area = QRectF(rect()).adjusted(kRoomAround, kRoomAround, -kRoomAround, -kRoomAround - legendHeight());
    return area.isValid() ? area : QRectF(0.0, 0.0, 1.0, 1.0);
}

double MapCanvas::zoomFor(const QRectF &bounds) const
{
    const QRectF area = mapArea();
    const QSizeF size = bounds.size().expandedTo(QSizeF(1.0, 1.0));
    return std::min({area.width() / size.width(), area.height() / size.height(), kLargestFit});
}

void MapCanvas::fit()
{
    fitted_ = true;
    flight_.stop();
    if (!scene_ || scene_->empty()) {
        update();
        return;
    }
    MapView view;
    const QRectF bounds = boundsToFit(*scene_, {}, [this](const QRectF &area) { return zoomFor(area); });
    view.zoom = zoomFor(bounds);
    view.offset = mapArea().center() - bounds.center() * view.zoom;
    view_ = view;
    update();
    // A canvas that nobody sees has no say in what another shows.
    if (isVisible())
        emit viewChanged(view_);
}

void MapCanvas::limit(MapView &view) const
{
    const double fitted = zoomFor(scene_->bounds);
    view.zoom = std::clamp(view.zoom, 0.5 * fitted, std::max(kLargestZoom, 2.0 * fitted));
}

void MapCanvas::look(const MapView &view)
{
    view_ = view;
    const QRectF seen = view_.toPixel(scene_->bounds);
    const auto within = [](double low, double high, double least, double most) {
        return high < least ? least - high : low > most ? most - low : 0.0;
    };
    view_.offset.rx() += within(seen.left(), seen.right(), kStaysInSight, width() - kStaysInSight);
    view_.offset.ry() += within(seen.top(), seen.bottom(), kStaysInSight, height() - kStaysInSight);
    fitted_ = false;
    update();
    emit viewChanged(view_);
}

void MapCanvas::setView(const MapView &view)
{
    flight_.stop();
    view_ = view;
    fitted_ = false;
    update();
}

void MapCanvas::zoomBy(double factor, const QPointF &anchor)
{
    if (!scene_)
        return;
    flight_.stop();
    MapView view = view_;
    view.zoom *= factor;
    limit(view);
    view.offset = anchor - (anchor - view_.offset) * (view.zoom / view_.zoom);
    look(view);
}

void MapCanvas::panBy(const QPointF &pixels)
{
    if (!scene_)
        return;
    flight_.stop();
    look({view_.zoom, view_.offset + pixels});
}

void MapCanvas::select(const MapElement &element)
{
    if (element == selected_)
        return;
    selected_ = element;
    update();
    emit selectionChanged(selected_);
}

void MapCanvas::flyTo(const MapElement &element)
{
    if (!scene_ || element.isNone())
        return;
    select(element);
    const MapView from = view_;
    MapView to;
    to.zoom = std::max(view_.zoom, kReadingZoom);
    limit(to);
    to.offset = mapArea().center() - scene_->placeOf(element) * to.zoom;
    const int duration = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this);
    flight_.stop();
    flight_.disconnect(this);
    if (duration <= 0 || !isVisible()) {
        look(to);
        return;
    }
    flight_.setDuration(2 * duration);
    connect(&flight_, &QVariantAnimation::valueChanged, this, [this, from, to](const QVariant &value) {
        const double t = value.toDouble();
        MapView view;
        view.zoom = from.zoom * std::pow(to.zoom / from.zoom, t);
        // The middle of the widget goes straight from one place to the other.
        const QPointF middle = mapArea().center();
        const QPointF place = from.toPlace(middle) * (1.0 - t) + to.toPlace(middle) * t;
        view.offset = middle - place * view.zoom;
        look(view);
    });
    flight_.start();
}

std::size_t MapCanvas::find(const QString &text, std::size_t nth)
{
    if (!scene_)
        return 0;
    const std::vector<MapElement> found = scene_->find(text);
    if (!found.empty())
        flyTo(found[nth % found.size()]);
    return found.size();
}

const std::vector<PlacedLabel> &MapCanvas::labels() const
{
    if (labelZoom_ != view_.zoom) {
        labels_ = scene_ ? placeLabels(*scene_, view_.zoom, {}) : std::vector<PlacedLabel>();
        labelZoom_ = view_.zoom;
    }
    return labels_;
}

MapElement MapCanvas::elementAt(const QPointF &pixel) const
{
    if (!scene_)
        return {};
    const QPointF place = view_.toPlace(pixel);
    const MapElement element = scene_->elementAt(place, 5.0 / view_.zoom);
    if (!element.isNone())
        return element;
    for (const PlacedLabel &label : labels()) {
        if (label.box.contains(place))
            return scene_->labels[static_cast<std::size_t>(label.label)].element;
    }
    return {};
}

void MapCanvas::drawPicture()
{
    QElapsedTimer clock;
    clock.start();
    const double dpr = devicePixelRatioF();
    const QSizeF beyond(std::ceil(width() * kBeyond), std::ceil(height() * kBeyond));
    const QSizeF size = QSizeF(width(), height()) + 2.0 * beyond;
    if (picture_.size() != (size * dpr).toSize() || picture_.devicePixelRatioF() != dpr) {
        picture_ = QPixmap((size * dpr).toSize());
        picture_.setDevicePixelRatio(dpr);
    }
    picture_.fill(palette().color(QPalette::Base));
    const QPointF corner(beyond.width(), beyond.height());
    const MapView shifted{view_.zoom, view_.offset + corner};
    QPainter painter(&picture_);
    paintMap(painter, *scene_, labels(), painting_, shifted, QRectF(QPointF(), size), palette());
    // Where the corner of the picture is on the map.
    pictureView_ = {view_.zoom, shifted.offset};
    stale_ = false;
    paintMilliseconds_ = static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

void MapCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (!scene_ || scene_->empty())
        return;
    const bool zooming = !stale_ && view_.zoom != pictureView_.zoom;
    const double growth = view_.zoom / pictureView_.zoom;
    const bool isNear = growth < kMostScaling && growth > 1.0 / kMostScaling;
    if (zooming && isNear && paintMilliseconds_ > kSlowPainting) {
        refine_.start();
    } else {
        const QPointF corner = view_.offset - pictureView_.offset;
        const QRectF covered(corner, picture_.deviceIndependentSize());
        if (stale_ || zooming || !covered.contains(QRectF(rect())))
            drawPicture();
    }
    const double scale = view_.zoom / pictureView_.zoom;
    const QPointF corner = view_.offset - pictureView_.offset * scale;
    if (scale == 1.0) {
        painter.drawPixmap(corner, picture_);
    } else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawPixmap(QRectF(corner, picture_.deviceIndependentSize() * scale), picture_, QRectF(picture_.rect()));
    }
    if (!selected_.isNone())
        paintMark(painter, *scene_, selected_, view_, palette(), true);
    if (!hovered_.isNone() && hovered_ != selected_)
        paintMark(painter, *scene_, hovered_, view_, palette(), false);
    if (editing_)
        paintHandles(painter);
    paintLegendStrip(painter);
    paintInset(painter);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void MapCanvas::paintLegendStrip(QPainter &painter) const
{
    const double height = legendHeight();
    if (height <= 0.0)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    QColor plate = palette().color(QPalette::Base);
    plate.setAlphaF(0.92F);
    painter.fillRect(QRectF(0.0, this->height() - height - kLegendMargin / 2.0, width(), this->height()), plate);
    paintMapLegend(&painter, *scene_, painting_, palette(), font(),
                   QRectF(kLegendMargin, this->height() - height, width() - 2.0 * kLegendMargin, height));
}

QRectF MapCanvas::overviewBox() const
{
    if (!scene_ || scene_->empty() || width() < 2.5 * kInsetSize.width() || height() < 2.5 * kInsetSize.height())
        return {};
    const QRectF seen = view_.toPlace(QRectF(rect()));
    if (seen.contains(scene_->bounds))
        return {};
    const QSizeF size = scene_->bounds.size().expandedTo(QSizeF(1.0, 1.0)).scaled(kInsetSize, Qt::KeepAspectRatio);
    const QSizeF box(std::max(40.0, size.width()), std::max(40.0, size.height()));
    return {QPointF(width() - box.width() - kRoomAround, kRoomAround), box};
}

MapView MapCanvas::insetView() const
{
    const QRectF box = overviewBox().adjusted(4.0, 4.0, -4.0, -4.0);
    const QSizeF size = scene_->bounds.size().expandedTo(QSizeF(1.0, 1.0));
    MapView view;
    view.zoom = std::min(box.width() / size.width(), box.height() / size.height());
    view.offset = box.center() - scene_->bounds.center() * view.zoom;
    return view;
}

void MapCanvas::paintInset(QPainter &painter)
{
    const QRectF box = overviewBox();
    if (box.isEmpty())
        return;
    const MapView view = insetView();
    if (inset_.isNull() || inset_.deviceIndependentSize() != box.size().toSize().toSizeF()) {
        inset_ = QPixmap((QSizeF(box.size().toSize()) * devicePixelRatioF()).toSize());
        inset_.setDevicePixelRatio(devicePixelRatioF());
        inset_.fill(palette().color(QPalette::Base));
        QPainter small(&inset_);
        paintOverview(small, *scene_, painting_, {view.zoom, view.offset - box.topLeft()}, palette());
    }
    painter.drawPixmap(box.topLeft(), inset_);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(hairline(palette()));
    painter.drawRect(box);
    painter.setClipRect(box);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
    painter.drawRect(view.toPixel(view_.toPlace(QRectF(rect()))));
    painter.setClipping(false);
}

} // namespace knockscape::ui
