#pragma once

#include "ui/graph/graph_scene.h"

#include <QWidget>

namespace knockscape::ui
{

/// Shows a GraphScene: pan by dragging, zoom with the wheel or + − 0, arrow keys from node to node. Everything is
/// painted by paintScene(); there is no widget or item per node.
class GraphView : public QWidget
{
    Q_OBJECT

public:
    explicit GraphView(QWidget *parent = nullptr);

    /// Shows another scene, fitted. The current node stays current if the new scene has it.
    void setScene(GraphScene scene);
    /// Shows a scene with the same positions (something else about it changed); zoom and place stay.
    void replaceScene(GraphScene scene);
    const GraphScene &scene() const noexcept { return scene_; }
    /// Says that another picture is being made.
    void setBusy(bool busy);
    /// The whole scene in the middle, no larger than its natural size.
    void fit();
    /// Zoom by a factor with this point of the widget staying where it is.
    void zoomBy(double factor, const QPointF &anchor);
    double zoom() const noexcept { return scale_; }

    /// Node with the keyboard's attention, or -1.
    int current() const noexcept { return current_; }
    void setCurrent(int node);
    /// Where a node's centre is on the widget.
    QPointF pixelOf(int node) const;
    /// The node at a pixel of the widget, or -1.
    int nodeAt(const QPointF &pixel) const;

    QSize sizeHint() const override;

signals:
    /// A click, or Space: look at this gene.
    void geneSelected(int gene);
    /// A double click, or Return: toggle its knockout.
    void geneToggled(int gene);

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
    bool event(QEvent *event) override;

private:
    QRectF sceneArea() const;
    void limitOffset();
    void moveCurrent(const QPointF &direction);
    void bringIntoView(int node);
    /// The gene of a node, or -1.
    int geneOf(int node) const;

    GraphScene scene_;
    double scale_ = 1.0;
    /// Pixel of the scene's origin.
    QPointF offset_;
    bool fitted_ = true;
    bool busy_ = false;
    int current_ = -1;
    int hover_ = -1;
    QPointF pressedAt_;
    QPointF pressedOffset_;
    bool pressed_ = false;
    bool dragged_ = false;
};

} // namespace knockscape::ui
