// How a PairHeatMap answers mouse and keyboard.
#include "ui/plots/pair_heat_map.h"

#include "ui/plots/heat_map_cursor.h"
#include "ui/plots/plot_axes.h"
#include "ui/plots/plot_keys.h"
#include "ui/plots/plot_tooltip.h"
#include "ui/plots/wheel_zoom.h"
#include "ui/theme/number_format.h"

#include <QApplication>
#include <qcustomplot.h>
#include <QLabel>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

/// Share of what is seen that Shift with an arrow key moves by.
constexpr double kPanShare = 0.125;

/// What a file with seven digits would hold: a float's further digits are noise.
double asWritten(double value)
{
    return std::isfinite(value) ? QString::number(value, 'g', 7).toDouble() : value;
}

} // namespace

void PairHeatMap::connectInput()
{
    connect(canvas_, &QCustomPlot::mousePress, this, [this](QMouseEvent *event) {
        pressed_ = event->button() == Qt::LeftButton;
        pressedAt_ = event->pos();
        const bool rectangle = event->modifiers().testFlag(Qt::ShiftModifier);
        canvas_->setSelectionRectMode(rectangle ? QCP::srmZoom : QCP::srmNone);
    });
    connect(canvas_, &QCustomPlot::mouseMove, this, [this](QMouseEvent *event) {
        const bool dragging = event->buttons() != Qt::NoButton;
        setHover(dragging ? HeatMapCell{} : cellAt(event->position()), event->globalPosition().toPoint());
    });
    connect(canvas_, &QCustomPlot::mouseRelease, this, [this](QMouseEvent *event) {
        const bool clicked =
            pressed_ && (event->pos() - pressedAt_).manhattanLength() < QApplication::startDragDistance();
        pressed_ = false;
        const HeatMapCell cell = cellAt(event->position());
        if (!clicked || event->button() != Qt::LeftButton || !cell.valid())
            return;
        cursor_->setCurrent(cell);
        redrawCursor();
        activateCurrent();
    });
    connect(canvas_, &QCustomPlot::mouseDoubleClick, this, [this](QMouseEvent *event) {
        if (!cellAt(event->position()).valid())
            resetZoom();
    });
}

HeatMapCell PairHeatMap::cellAt(const QPointF &pixel) const
{
    if (pairs_.size() == 0 || !canvas_->axisRect()->rect().contains(pixel.toPoint()))
        return {};
    const int last = static_cast<int>(pairs_.size()) - 1;
    const auto place = [last](double coordinate) {
        return static_cast<std::size_t>(std::clamp(static_cast<int>(std::lround(coordinate)), 0, last));
    };
    const auto [row, column] =
        pairs_.shownPair(std::max<std::size_t>(1, step_), place(canvas_->yAxis->pixelToCoord(pixel.y())),
                         place(canvas_->xAxis->pixelToCoord(pixel.x())));
    return {static_cast<int>(row), static_cast<int>(column)};
}

std::optional<std::pair<int, int>> PairHeatMap::pairAt(const QPointF &pixel) const
{
    const HeatMapCell cell = cellAt(pixel);
    if (!cell.valid())
        return std::nullopt;
    return std::pair(static_cast<int>(pairs_.gene(static_cast<std::size_t>(cell.row))),
                     static_cast<int>(pairs_.gene(static_cast<std::size_t>(cell.column))));
}

std::optional<std::pair<int, int>> PairHeatMap::currentPair() const
{
    const HeatMapCell &cell = cursor_->current();
    if (!cell.valid() || pairs_.size() == 0)
        return std::nullopt;
    return std::pair(static_cast<int>(pairs_.gene(static_cast<std::size_t>(cell.row))),
                     static_cast<int>(pairs_.gene(static_cast<std::size_t>(cell.column))));
}

QPointF PairHeatMap::pixelOf(int geneA, int geneB) const
{
    const auto row = static_cast<double>(pairs_.place(static_cast<std::size_t>(geneA)));
    const auto column = static_cast<double>(pairs_.place(static_cast<std::size_t>(geneB)));
    return {canvas_->xAxis->coordToPixel(column), canvas_->yAxis->coordToPixel(row)};
}

void PairHeatMap::setCurrentPair(int geneA, int geneB)
{
    const auto genes = static_cast<int>(pairs_.size());
    if (geneA < 0 || geneB < 0 || geneA >= genes || geneB >= genes)
        return;
    const HeatMapCell cell{static_cast<int>(pairs_.place(static_cast<std::size_t>(geneA))),
                           static_cast<int>(pairs_.place(static_cast<std::size_t>(geneB)))};
    cursor_->setCurrent(cell);
    bringIntoView(cell);
    redrawCursor();
}

QString PairHeatMap::pairText(int geneA, int geneB) const
{
    const auto a = static_cast<std::size_t>(geneA);
    const auto b = static_cast<std::size_t>(geneB);
    const auto valueOf = [&](PairQuantity quantity) {
        return matrix_->has(quantity) ? static_cast<double>(matrix_->values(quantity)[a * matrix_->size() + b])
                                      : std::numeric_limits<double>::quiet_NaN();
    };
    const auto deletion = [this](std::size_t gene) { return matrix_->genes[gene].toLower() + QChar(0x0394); };
    PlotPoint point;
    point.label = a == b ? deletion(a) : deletion(a) + QLatin1Char(' ') + deletion(b);
    const double fitness = valueOf(PairQuantity::Fitness);
    point.prediction.fitness = asWritten(fitness);
    point.prediction.expectedFitness =
        a == b ? point.prediction.fitness : asWritten(fitness - valueOf(PairQuantity::Epistasis));
    point.prediction.interaction = asWritten(valueOf(PairQuantity::Interaction));
    return pointTooltip(point);
}

void PairHeatMap::setHover(const HeatMapCell &cell, const QPoint &global)
{
    canvas_->setCursor(cell.valid() ? Qt::CrossCursor : Qt::ArrowCursor);
    if (!(cell == cursor_->hover())) {
        cursor_->setHover(cell);
        redrawCursor();
    }
    if (cell.valid()) {
        QToolTip::showText(global,
                           pairText(static_cast<int>(pairs_.gene(static_cast<std::size_t>(cell.row))),
                                    static_cast<int>(pairs_.gene(static_cast<std::size_t>(cell.column)))),
                           canvas_);
    } else {
        QToolTip::hideText();
    }
}

void PairHeatMap::redrawCursor()
{
    nameCurrent();
    cursor_->layer()->replot();
}

/// Says which pair the cursor is on, or the pointer while it is over the map.
void PairHeatMap::nameCurrent()
{
    const HeatMapCell &cell = cursor_->hover().valid() ? cursor_->hover() : cursor_->current();
    if (!cell.valid() || pairs_.size() == 0) {
        currentText_->clear();
        currentText_->setToolTip({});
        return;
    }
    const std::size_t a = pairs_.gene(static_cast<std::size_t>(cell.row));
    const std::size_t b = pairs_.gene(static_cast<std::size_t>(cell.column));
    const double value = asWritten(static_cast<double>(matrix_->values(quantity_)[a * matrix_->size() + b]));
    const auto deletion = [this](std::size_t gene) { return matrix_->genes[gene].toLower() + QChar(0x0394); };
    const QString names = a == b ? deletion(a) : deletion(a) + QLatin1Char(' ') + deletion(b);
    const QString number = isDiverging(quantity_) ? formatSigned(value) : formatValue(value);
    const QString text = QStringLiteral("%1: %2 %3").arg(names, quantityName(quantity_).toLower(), number);
    currentText_->setText(currentText_->fontMetrics().elidedText(text, Qt::ElideLeft, currentText_->width()));
    currentText_->setToolTip(text);
}

void PairHeatMap::activateCurrent()
{
    if (const auto pair = currentPair())
        emit genotypeActivated(pair->first, pair->second);
}

bool PairHeatMap::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (pairs_.size() == 0)
        return false;
    const bool shift = modifiers.testFlag(Qt::ShiftModifier);
    const int distance = shift ? std::max(1, static_cast<int>(span() * kPanShare)) : 1;
    const auto move = [&](int columns, int rows) {
        if (shift)
            pan(columns, rows);
        else
            moveCurrent(columns, rows);
        return true;
    };
    switch (key) {
    case Qt::Key_Left:
        return move(-distance, 0);
    case Qt::Key_Right:
        return move(distance, 0);
    case Qt::Key_Up:
        return move(0, -distance);
    case Qt::Key_Down:
        return move(0, distance);
    case Qt::Key_PageUp:
        moveCurrent(0, -kPageStep);
        return true;
    case Qt::Key_PageDown:
        moveCurrent(0, kPageStep);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(kKeyZoom);
        return true;
    case Qt::Key_Minus:
        zoom(1.0 / kKeyZoom);
        return true;
    case Qt::Key_0:
    case Qt::Key_Home:
        resetZoom();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        activateCurrent();
        return true;
    default:
        return false;
    }
}

void PairHeatMap::zoom(double factor)
{
    const HeatMapCell &cell = cursor_->current();
    const bool around =
        cell.valid() && canvas_->xAxis->range().contains(cell.column) && canvas_->yAxis->range().contains(cell.row);
    canvas_->xAxis->scaleRange(factor, around ? cell.column : canvas_->xAxis->range().center());
    canvas_->yAxis->scaleRange(factor, around ? cell.row : canvas_->yAxis->range().center());
    replot();
}

void PairHeatMap::pan(int columns, int rows)
{
    canvas_->xAxis->moveRange(columns);
    canvas_->yAxis->moveRange(rows);
    replot();
}

void PairHeatMap::moveCurrent(int columns, int rows)
{
    const int last = static_cast<int>(pairs_.size()) - 1;
    HeatMapCell cell = cursor_->current();
    if (cell.valid()) {
        cell = {std::clamp(cell.row + rows, 0, last), std::clamp(cell.column + columns, 0, last)};
    } else {
        cell = {std::clamp(static_cast<int>(std::ceil(canvas_->yAxis->range().lower)), 0, last),
                std::clamp(static_cast<int>(std::ceil(canvas_->xAxis->range().lower)), 0, last)};
    }
    cursor_->setCurrent(cell);
    cursor_->setHover({});
    bringIntoView(cell);
    redrawCursor();
    const auto pair = *currentPair();
    QToolTip::showText(canvas_->mapToGlobal(pixelOf(pair.first, pair.second).toPoint()),
                       pairText(pair.first, pair.second), canvas_);
}

void PairHeatMap::bringIntoView(const HeatMapCell &cell)
{
    const auto shift = [](QCPAxis *axis, int place) {
        const QCPRange range = axis->range();
        if (place - 0.5 < range.lower)
            axis->moveRange(place - 0.5 - range.lower);
        else if (place + 0.5 > range.upper)
            axis->moveRange(place + 0.5 - range.upper);
        else
            return false;
        return true;
    };
    const bool columns = shift(canvas_->xAxis, cell.column);
    const bool rows = shift(canvas_->yAxis, cell.row);
    if (columns || rows)
        replot();
}

bool PairHeatMap::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == canvas_) {
        if (event->type() == QEvent::KeyPress) {
            auto *key = static_cast<QKeyEvent *>(event);
            if (key->matches(QKeySequence::Copy)) {
                copy();
                return true;
            }
            if (handleKey(key->key(), key->modifiers()))
                return true;
        } else if (event->type() == QEvent::ShortcutOverride &&
                   static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
            event->accept();
            return true;
        } else if (event->type() == QEvent::Wheel && !wheelZooms(*canvas_, *static_cast<QWheelEvent *>(event))) {
            event->ignore();
            return true;
        } else if (event->type() == QEvent::Leave) {
            setHover({}, {});
        } else if (event->type() == QEvent::FocusIn && pairs_.size() > 0 && !cursor_->current().valid()) {
            // Somewhere the keyboard is, and can be seen to be.
            const auto reason = static_cast<QFocusEvent *>(event)->reason();
            if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason) {
                cursor_->setCurrent({static_cast<int>(std::ceil(canvas_->yAxis->range().lower)),
                                     static_cast<int>(std::ceil(canvas_->xAxis->range().lower))});
                redrawCursor();
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PairHeatMap::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyColours(palette(), plotFont(font()));
        replot();
    }
}

} // namespace knockscape::ui
