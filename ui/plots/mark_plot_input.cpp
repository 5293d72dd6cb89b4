// How a MarkPlot answers mouse and keyboard.
#include "ui/plots/mark_plot.h"

#include "ui/plots/mark_series.h"
#include "ui/plots/plot_axes.h"
#include "ui/plots/plot_keys.h"
#include "ui/plots/plot_tooltip.h"

#include <QApplication>
#include <QToolTip>

#include <algorithm>

namespace knockscape::ui
{

namespace
{

} // namespace

void MarkPlot::onMousePress(QMouseEvent *event)
{
    pressed_ = event->button() == Qt::LeftButton;
    pressedAt_ = event->pos();
}

void MarkPlot::onMouseMove(QMouseEvent *event)
{
    if (event->buttons() != Qt::NoButton) {
        QToolTip::hideText();
        return;
    }
    const int mark = series_->markAt(event->position());
    canvas_->setCursor(mark >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (mark >= 0)
        showTooltip(mark, event->globalPosition().toPoint());
    else
        QToolTip::hideText();
}

void MarkPlot::onMouseRelease(QMouseEvent *event)
{
    const bool clicked = pressed_ && (event->pos() - pressedAt_).manhattanLength() < QApplication::startDragDistance();
    pressed_ = false;
    if (!clicked || event->button() != Qt::LeftButton)
        return;
    const int mark = series_->markAt(event->position());
    if (mark >= 0)
        setCurrent(mark, true);
}

bool MarkPlot::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        moveCurrent(-1);
        return true;
    case Qt::Key_Right:
    case Qt::Key_Down:
        moveCurrent(1);
        return true;
    case Qt::Key_PageUp:
        moveCurrent(-kPageStep);
        return true;
    case Qt::Key_PageDown:
        moveCurrent(kPageStep);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        setCurrent(series_->current(), true);
        return true;
    case Qt::Key_Home:
    case Qt::Key_0:
        resetZoom();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus: {
        const double factor = key == Qt::Key_Minus ? 1.0 / kKeyZoom : kKeyZoom;
        const int mark = series_->current();
        const double centre =
            mark >= 0 ? view_.marks[static_cast<std::size_t>(mark)].x : canvas_->xAxis->range().center();
        canvas_->xAxis->scaleRange(factor, centre);
        canvas_->replot(QCustomPlot::rpQueuedReplot);
        return true;
    }
    default:
        return false;
    }
}

void MarkPlot::moveCurrent(int step)
{
    if (view_.marks.empty())
        return;
    const int last = static_cast<int>(view_.marks.size()) - 1;
    const int current = series_->current();
    const int next = current < 0 ? (step > 0 ? 0 : last) : std::clamp(current + step, 0, last);
    setCurrent(next, true);
    showTooltip(next, canvas_->mapToGlobal(series_->pixelOf(next).toPoint()));
}

void MarkPlot::setCurrent(int mark, bool choose)
{
    if (rowOf(mark) < 0)
        return;
    series_->setCurrent(mark);
    const double x = view_.marks[static_cast<std::size_t>(mark)].x;
    const QCPRange range = canvas_->xAxis->range();
    if (!range.contains(x))
        canvas_->xAxis->setRange(x - range.size() / 2.0, x + range.size() / 2.0);
    canvas_->replot(QCustomPlot::rpQueuedReplot);
    if (choose)
        emit rowActivated(rowOf(mark));
}

void MarkPlot::showTooltip(int mark, const QPoint &global)
{
    const auto point = static_cast<std::size_t>(view_.marks[static_cast<std::size_t>(mark)].point);
    QToolTip::showText(global, pointTooltip(points_[point]), canvas_);
}

} // namespace knockscape::ui
