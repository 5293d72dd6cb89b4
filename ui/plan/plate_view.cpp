#include "ui/plan/plate_view.h"

#include <QPainter>

namespace knockscape::ui
{

PlateView::PlateView(QWidget *parent) : QWidget(parent) {}

void PlateView::setPicture(const QByteArray &svg)
{
    renderer_.load(svg);
    setFixedSize(svg.isEmpty() ? QSize(1, 1) : renderer_.defaultSize());
    QWidget::update();
}

void PlateView::paintEvent(QPaintEvent *)
{
    if (renderer_.isValid()) {
        QPainter painter(this);
        renderer_.render(&painter, QRectF(rect()));
    }
}

} // namespace knockscape::ui
