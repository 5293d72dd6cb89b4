#include "ui/graph/graph_view.h"

#include "ui/graph/graph_painter.h"
#include "ui/plots/wheel_zoom.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

constexpr double kSmallestScale = 0.05;
constexpr double kLargestScale = 6.0;
constexpr double kKeyZoom = 1.25;
constexpr double kMargin = 8.0;
/// At least this much of the scene stays in sight, in pixels.
constexpr double kKeepVisible = 40.0;

} // namespace

GraphView::GraphView(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Network of genes"));
    setAccessibleDescription(tr("Arrow keys move between neighbouring nodes, Space selects a gene, Return toggles its "
                                "knockout, plus, minus and 0 zoom."));
}

QSize GraphView::sizeHint() const
{
    return {480, 320};
}

void GraphView::setScene(GraphScene scene)
{
    const bool had = current_ >= 0 && static_cast<std::size_t>(current_) < scene_.nodes.size();
    const NodeKind kind = had ? scene_.nodes[static_cast<std::size_t>(current_)].kind : NodeKind::Gene;
    const std::int32_t row = had ? scene_.nodes[static_cast<std::size_t>(current_)].row : -1;
    scene_ = std::move(scene);
    current_ = -1;
    hover_ = -1;
    for (std::size_t i = 0; had && i < scene_.nodes.size(); ++i) {
        if (scene_.nodes[i].kind == kind && scene_.nodes[i].row == row)
            current_ = static_cast<int>(i);
    }
    fit();
}

void GraphView::replaceScene(GraphScene scene)
{
    scene_ = std::move(scene);
    update();
}

void GraphView::setBusy(bool busy)
{
    busy_ = busy;
    update();
}

QRectF GraphView::sceneArea() const
{
    const double legend = paintLegend(nullptr, scene_, palette(), QRectF(0.0, 0.0, width() - 2.0 * kMargin, 0.0));
    return QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -legend - kMargin);
}

void GraphView::fit()
{
    fitted_ = true;
    if (!scene_.size.isEmpty()) {
        const QRectF area = sceneArea();
        const double share = std::min(area.width() / scene_.size.width(), area.height() / scene_.size.height());
        scale_ = std::clamp(share, kSmallestScale, 1.0);
        offset_ = area.center() - QPointF(scene_.size.width(), scene_.size.height()) * scale_ / 2.0;
    }
    update();
}

void GraphView::zoomBy(double factor, const QPointF &anchor)
{
    const double scale = std::clamp(scale_ * factor, kSmallestScale, kLargestScale);
    offset_ = anchor - (anchor - offset_) * (scale / scale_);
    scale_ = scale;
    fitted_ = false;
    limitOffset();
    update();
}

void GraphView::limitOffset()
{
    const QSizeF size = scene_.size * scale_;
    offset_.setX(std::clamp(offset_.x(), kKeepVisible - size.width(), std::max(kKeepVisible, width() - kKeepVisible)));
    offset_.setY(
        std::clamp(offset_.y(), kKeepVisible - size.height(), std::max(kKeepVisible, height() - kKeepVisible)));
}

QPointF GraphView::pixelOf(int node) const
{
    return scene_.nodes[static_cast<std::size_t>(node)].centre * scale_ + offset_;
}

int GraphView::nodeAt(const QPointF &pixel) const
{
    return scene_.nodeAt((pixel - offset_) / scale_);
}

int GraphView::geneOf(int node) const
{
    if (node < 0 || static_cast<std::size_t>(node) >= scene_.nodes.size())
        return -1;
    const SceneNode &it = scene_.nodes[static_cast<std::size_t>(node)];
    return it.kind == NodeKind::Gene ? it.row : -1;
}

void GraphView::setCurrent(int node)
{
    current_ = node;
    update();
}

void GraphView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (scene_.empty())
        return;
    painter.save();
    painter.translate(offset_);
    painter.scale(scale_, scale_);
    paintScene(painter, scene_, palette(), {hover_ >= 0 ? hover_ : current_});
    painter.restore();

    painter.setRenderHint(QPainter::Antialiasing);
    const double width = this->width() - 2.0 * kMargin;
    const double height = paintLegend(nullptr, scene_, palette(), QRectF(0.0, 0.0, width, 0.0));
    const QRectF strip(kMargin, this->height() - height - kMargin / 2.0, width, height);
    QColor plate = palette().color(QPalette::Base);
    plate.setAlphaF(0.9F);
    painter.fillRect(QRectF(0.0, strip.top() - 2.0, this->width(), this->height()), plate);
    paintLegend(&painter, scene_, palette(), strip);
    if (busy_) {
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin), Qt::AlignRight | Qt::AlignTop,
                         tr("Laying out…"));
    }
}

void GraphView::resizeEvent(QResizeEvent *)
{
    if (fitted_)
        fit();
    else
        limitOffset();
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    pressed_ = true;
    dragged_ = false;
    pressedAt_ = event->position();
    pressedOffset_ = offset_;
}

void GraphView::mouseMoveEvent(QMouseEvent *event)
{
    if (pressed_) {
        const QPointF moved = event->position() - pressedAt_;
        dragged_ = dragged_ || moved.manhattanLength() >= QApplication::startDragDistance();
        if (dragged_) {
            offset_ = pressedOffset_ + moved;
            fitted_ = false;
            limitOffset();
            setCursor(Qt::ClosedHandCursor);
            update();
        }
        return;
    }
    const int node = nodeAt(event->position());
    if (node != hover_) {
        hover_ = node;
        update();
    }
    setCursor(node >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void GraphView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !pressed_)
        return;
    pressed_ = false;
    setCursor(Qt::ArrowCursor);
    if (dragged_)
        return;
    const int node = nodeAt(event->position());
    setCurrent(node);
    if (geneOf(node) >= 0)
        emit geneSelected(geneOf(node));
}

void GraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int gene = geneOf(nodeAt(event->position()));
    if (event->button() == Qt::LeftButton && gene >= 0)
        emit geneToggled(gene);
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    if (!wheelZooms(*this, *event)) {
        event->ignore();
        return;
    }
    zoomBy(std::pow(1.0015, event->angleDelta().y()), event->position());
    event->accept();
}

void GraphView::keyPressEvent(QKeyEvent *event)
{
    const QPointF middle = sceneArea().center();
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCurrent({-1.0, 0.0});
    case Qt::Key_Right:
        return moveCurrent({1.0, 0.0});
    case Qt::Key_Up:
        return moveCurrent({0.0, -1.0});
    case Qt::Key_Down:
        return moveCurrent({0.0, 1.0});
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(kKeyZoom, current_ >= 0 ? pixelOf(current_) : middle);
    case Qt::Key_Minus:
        return zoomBy(1.0 / kKeyZoom, current_ >= 0 ? pixelOf(current_) : middle);
    case Qt::Key_0:
    case Qt::Key_Home:
        return fit();
    case Qt::Key_Space:
        if (geneOf(current_) >= 0)
            emit geneSelected(geneOf(current_));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (geneOf(current_) >= 0)
            emit geneToggled(geneOf(current_));
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void GraphView::moveCurrent(const QPointF &direction)
{
    if (scene_.empty())
        return;
    const int next = current_ < 0 ? 0 : scene_.nodeTowards(current_, direction);
    if (next < 0)
        return;
    setCurrent(next);
    bringIntoView(next);
    const SceneNode &node = scene_.nodes[static_cast<std::size_t>(next)];
    const QPointF below(0.0, node.size.height() * scale_ / 2.0);
    QToolTip::showText(mapToGlobal((pixelOf(next) + below).toPoint()), node.fullTooltip(), this);
}

void GraphView::bringIntoView(int node)
{
    const QRectF area = sceneArea();
    const QPointF pixel = pixelOf(node);
    const QPointF inside(std::clamp(pixel.x(), area.left(), std::max(area.left(), area.right())),
                         std::clamp(pixel.y(), area.top(), std::max(area.top(), area.bottom())));
    if (inside != pixel) {
        offset_ += area.center() - pixel;
        fitted_ = false;
        limitOffset();
    }
}

void GraphView::leaveEvent(QEvent *)
{
    hover_ = -1;
    update();
}

bool GraphView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int node = nodeAt(help->pos());
        if (node >= 0)
            QToolTip::showText(help->globalPos(), scene_.nodes[static_cast<std::size_t>(node)].fullTooltip(), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace knockscape::ui
