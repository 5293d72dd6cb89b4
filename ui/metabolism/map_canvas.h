#pragma once

#include "ui/metabolism/map_edits.h"
#include "ui/metabolism/map_painter.h"

#include <QPixmap>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include <functional>
#include <optional>

namespace knockscape::ui
{

/// Shows a map: pan by dragging or with Shift and arrows, zoom with the wheel, + and −, all of it with F or Ctrl+0;
/// arrow keys walk from element to element. Names and cofactors appear as there is room. Everything is painted by
/// paintMap() into a pixmap somewhat larger than the widget, which is moved while one pans.
class MapCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit MapCanvas(QWidget *parent = nullptr);

    /// Another map, fitted; nullptr for none.
    void setScene(MapScenePtr scene);
    /// The same map changed (moved, other genes struck out): place, zoom and selection stay.
    void replaceScene(MapScenePtr scene);
    const MapScenePtr &scene() const noexcept { return scene_; }
    void setPainting(MapPainting painting);
    const MapPainting &painting() const noexcept { return painting_; }

    const MapView &view() const noexcept { return view_; }
    /// Looks at the map from there, as another canvas does; not announced.
    void setView(const MapView &view);
    /// The whole map in the middle.
    void fit();
    /// Zoom with this point of the widget staying where it is.
    void zoomBy(double factor, const QPointF &anchor);
    void panBy(const QPointF &pixels);

    const MapElement &selected() const noexcept { return selected_; }
    void select(const MapElement &element);
    const MapElement &hovered() const noexcept { return hovered_; }
    /// Moves to the element, near enough to read it, and selects it.
    void flyTo(const MapElement &element);
    /// Flies to the element that holds `text` in a name, the `nth` (from 0, around) of them; how many there are.
    std::size_t find(const QString &text, std::size_t nth);
    bool flying() const { return flight_.state() == QAbstractAnimation::Running; }

    /// Lets nodes, names and curves be dragged. What was moved is told by moved().
    void setEditing(bool editing);
    bool editing() const noexcept { return editing_; }

    QPointF pixelOf(const MapElement &element) const { return view_.toPixel(scene_->placeOf(element)); }
    MapElement elementAt(const QPointF &pixel) const;
    /// What is written where, at the zoom of now.
    const std::vector<PlacedLabel> &labels() const;
    /// Rich text about an element, for the tooltip.
    void setTooltips(std::function<QString(const MapElement &)> tooltips) { tooltips_ = std::move(tooltips); }
    /// Where the small map of the whole is; empty while all is seen.
    QRectF overviewBox() const;

    QSize sizeHint() const override { return {640, 420}; }
    QSize minimumSizeHint() const override { return {200, 140}; }

signals:
    /// Rows of the cell; -1: nothing, or something that it does not have.
    void reactionHovered(int row);
    void metaboliteHovered(int row);
    /// A double click, or Return.
    void activated(const knockscape::ui::MapElement &element);
    void selectionChanged(const knockscape::ui::MapElement &element);
    /// A person panned or zoomed.
    void viewChanged(const knockscape::ui::MapView &view);
    /// A handle is dragged: how far from where it was at the beginning, in units of the map. `finished` at the end.
    void dragged(const knockscape::ui::MapHandle &handle, const QPointF &by, bool finished);
    /// Undo or redo of what was moved, while it may be.
    void undoRequested(bool redo);
    /// The key "/".
    void findRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void look(const MapView &view);
    void limit(MapView &view) const;
    double zoomFor(const QRectF &bounds) const;
    QRectF mapArea() const;
    double legendHeight() const;
    void invalidate();
    void drawPicture();
    void paintLegendStrip(QPainter &painter) const;
    void paintInset(QPainter &painter);
    void paintHandles(QPainter &painter) const;
    MapView insetView() const;
    void lookFromInset(const QPointF &pixel);
    void hover(const MapElement &element);
    void walk(const QPointF &direction);
    void showTooltip(const QPoint &global, const MapElement &element);
    std::optional<MapHandle> handleAt(const QPointF &pixel) const;

    enum class Press { None, Pan, Inset, Handle };

    MapScenePtr scene_;
    MapPainting painting_;
    MapView view_;
    bool fitted_ = true;
    bool editing_ = false;
    MapElement selected_;
    MapElement hovered_;
    std::function<QString(const MapElement &)> tooltips_;
    /// Texts of the zoom that they were placed for.
    mutable std::vector<PlacedLabel> labels_;
    mutable double labelZoom_ = 0.0;
    /// What was painted last, with the view it was painted in.
    QPixmap picture_;
    MapView pictureView_;
    bool stale_ = true;
    double paintMilliseconds_ = 0.0;
    QTimer refine_;
    QPixmap inset_;
    QVariantAnimation flight_;
    Press press_ = Press::None;
    bool moved_ = false;
    QPointF pressedAt_;
    MapView pressedView_;
    std::optional<MapHandle> handle_;
};

} // namespace knockscape::ui
