// Mouse and keys of the map.

#include "ui/metabolism/map_canvas.h"
#include "ui/plots/wheel_zoom.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>
#include <utility>

namespace knockscape::ui
{

namespace
{

constexpr double kZoomStep = 1.25;
constexpr double kPanStep = 80.0;
/// Units of the map that a key moves an element.
constexpr double kMoveStep = 10.0;
constexpr double kHandleReach = 8.0;

/// Handles of what is selected, beyond discs and names, which can be dragged anyway.
std::vector<MapHandle> handlesOf(const MapDocument &map, const MapElement &element)
{
    std::vector<MapHandle> handles;
    if (element.kind != MapElement::Kind::Reaction)
        return handles;
    const auto &segments = map.reactions[static_cast<std::size_t>(element.index)].segments;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto segment = static_cast<std::int32_t>(i);
        handles.push_back({MapHandle::Kind::Control1, element.index, segment});
        handles.push_back({MapHandle::Kind::Control2, element.index, segment});
        for (const std::int32_t node : {segments[i].from, segments[i].to}) {
            if (map.nodes[static_cast<std::size_t>(node)].kind != MapNodeKind::Metabolite)
                handles.push_back({MapHandle::Kind::Node, node, -1});
        }
    }
    return handles;
}

std::optional<QPointF> directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return QPointF(-1.0, 0.0);
    case Qt::Key_Right:
        return QPointF(1.0, 0.0);
    case Qt::Key_Up:
        return QPointF(0.0, -1.0);
    case Qt::Key_Down:
        return QPointF(0.0, 1.0);
    default:
        return std::nullopt;
    }
}

} // namespace

void MapCanvas::paintHandles(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const MapHandle &handle : handlesOf(scene_->document, selected_)) {
        const QPointF at = view_.toPixel(placeOf(scene_->document, handle));
        const bool isControl = handle.kind != MapHandle::Kind::Node;
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.2));
        painter.setBrush(palette().color(QPalette::Base));
        if (isControl)
            painter.drawRect(QRectF(at - QPointF(3.5, 3.5), QSizeF(7.0, 7.0)));
        else
            painter.drawEllipse(at, 4.5, 4.5);
    }
}

std::optional<MapHandle> MapCanvas::handleAt(const QPointF &pixel) const
{
    if (!editing_ || !scene_)
        return std::nullopt;
    for (const MapHandle &handle : handlesOf(scene_->document, selected_)) {
        const QPointF off = view_.toPixel(placeOf(scene_->document, handle)) - pixel;
        if (std::hypot(off.x(), off.y()) <= kHandleReach)
            return handle;
    }
    const QPointF place = view_.toPlace(pixel);
    const MapElement element = scene_->elementAt(place, 4.0 / view_.zoom);
    if (element.kind == MapElement::Kind::Metabolite)
        return MapHandle{MapHandle::Kind::Node, element.index, -1};
    for (const PlacedLabel &placed : labels()) {
        const MapElement owner = scene_->labels[static_cast<std::size_t>(placed.label)].element;
        if (!placed.box.contains(place) || owner.isNone())
            continue;
        const MapHandle::Kind kind = owner.kind == MapElement::Kind::Metabolite ? MapHandle::Kind::NodeLabel
                                     : owner.kind == MapElement::Kind::Reaction ? MapHandle::Kind::ReactionLabel
                                                                                : MapHandle::Kind::Text;
        return MapHandle{kind, owner.index, -1};
    }
    return std::nullopt;
}

void MapCanvas::lookFromInset(const QPointF &pixel)
{
    const QPointF place = insetView().toPlace(pixel);
    look({view_.zoom, mapArea().center() - place * view_.zoom});
}

void MapCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !scene_)
        return;
    flight_.stop();
    moved_ = false;
    pressedAt_ = event->position();
    pressedView_ = view_;
    if (overviewBox().contains(event->position())) {
        press_ = Press::Inset;
        lookFromInset(event->position());
        return;
    }
    handle_ = handleAt(event->position());
    press_ = handle_ ? Press::Handle : Press::Pan;
}

void MapCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF way = event->position() - pressedAt_;
    if (press_ == Press::None) {
        hover(overviewBox().contains(event->position()) ? MapElement() : elementAt(event->position()));
        const bool hand = handleAt(event->position()).has_value();
        setCursor(hand ? Qt::SizeAllCursor : !hovered_.isNone() ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    moved_ = moved_ || way.manhattanLength() >= QApplication::startDragDistance();
    if (press_ == Press::Inset) {
        lookFromInset(event->position());
    } else if (moved_ && press_ == Press::Pan) {
        setCursor(Qt::ClosedHandCursor);
        look({view_.zoom, pressedView_.offset + way});
    } else if (moved_ && handle_) {
        // The place of before the drag is asked of whoever moves it, so that a drag does not add up.
        emit dragged(*handle_, way / view_.zoom, false);
    }
}

void MapCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || press_ == Press::None)
        return;
    const Press press = std::exchange(press_, Press::None);
    setCursor(Qt::ArrowCursor);
    if (press == Press::Handle && moved_ && handle_) {
        emit dragged(*handle_, (event->position() - pressedAt_) / view_.zoom, true);
        return;
    }
    if (!moved_ && press != Press::Inset)
        select(elementAt(event->position()));
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    const MapElement element = elementAt(event->position());
    if (event->button() == Qt::LeftButton && !element.isNone() && !overviewBox().contains(event->position()))
        emit activated(element);
}

void MapCanvas::wheelEvent(QWheelEvent *event)
{
    if (!scene_ || !wheelZooms(*this, *event)) {
        event->ignore();
        return;
    }
    zoomBy(std::pow(1.0015, event->angleDelta().y()), event->position());
    event->accept();
}

void MapCanvas::keyPressEvent(QKeyEvent *event)
{
    if (!scene_ || scene_->empty())
        return QWidget::keyPressEvent(event);
    const QPointF middle = selected_.isNone() ? mapArea().center() : pixelOf(selected_);
    if (const auto direction = directionOf(event->key())) {
        if (event->modifiers().testFlag(Qt::AltModifier) && editing_ && !selected_.isNone()) {
            const MapHandle::Kind kind = selected_.kind == MapElement::Kind::Metabolite ? MapHandle::Kind::Node
                                         : selected_.kind == MapElement::Kind::Reaction ? MapHandle::Kind::ReactionLabel
                                                                                        : MapHandle::Kind::Text;
            emit dragged({kind, selected_.index, -1}, *direction * kMoveStep, true);
        } else if (selected_.isNone() || event->modifiers().testFlag(Qt::ShiftModifier)) {
            panBy(*direction * -kPanStep);
        } else {
            walk(*direction);
        }
        return;
    }
    if (editing_ && (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo))) {
        emit undoRequested(event->matches(QKeySequence::Redo));
        return;
    }
    switch (event->key()) {
    case Qt::Key_Slash:
        emit findRequested();
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(kZoomStep, middle);
    case Qt::Key_Minus:
        return zoomBy(1.0 / kZoomStep, middle);
    case Qt::Key_F:
    case Qt::Key_0:
    case Qt::Key_Home:
        return fit();
    case Qt::Key_Space:
        if (selected_.isNone())
            select(scene_->elementAt(view_.toPlace(mapArea().center()), scene_->bounds.width()));
        if (!selected_.isNone())
            showTooltip(mapToGlobal(pixelOf(selected_).toPoint()), selected_);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!selected_.isNone())
            emit activated(selected_);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MapCanvas::walk(const QPointF &direction)
{
    const MapElement next = scene_->towards(selected_, direction);
    if (next.isNone())
        return;
    select(next);
    const QRectF area = mapArea();
    const QPointF pixel = pixelOf(next);
    if (!area.contains(pixel))
        look({view_.zoom, view_.offset + area.center() - pixel});
    showTooltip(mapToGlobal((pixelOf(next) + QPointF(0.0, 12.0)).toPoint()), next);
}

void MapCanvas::hover(const MapElement &element)
{
    if (element == hovered_)
        return;
    hovered_ = element;
    update();
    const int row = scene_ && !element.isNone() ? scene_->rowOf(element) : -1;
    emit reactionHovered(element.kind == MapElement::Kind::Reaction ? row : -1);
    emit metaboliteHovered(element.kind == MapElement::Kind::Metabolite ? row : -1);
}

void MapCanvas::showTooltip(const QPoint &global, const MapElement &element)
{
    const QString text = tooltips_ && !element.isNone() ? tooltips_(element) : QString();
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(global, text, this);
}

void MapCanvas::leaveEvent(QEvent *)
{
    hover({});
}

void MapCanvas::resizeEvent(QResizeEvent *)
{
    if (fitted_)
        fit();
    stale_ = true;
}

void MapCanvas::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        invalidate();
}

bool MapCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && editing_) {
        // While one moves things on the map, Undo is about that and not about the window's document.
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showTooltip(help->globalPos(), elementAt(help->pos()));
        return true;
    }
    return QWidget::event(event);
}

} // namespace knockscape::ui
