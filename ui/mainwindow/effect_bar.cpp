#include "ui/mainwindow/effect_bar.h"

#include "ui/theme/colours.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace knockscape::ui
{
namespace
{

/// An interaction of ±0.5 fills the bar; stronger effects are rare and clamped.
constexpr double barLimit = 0.5;

} // namespace

EffectBar::EffectBar(QWidget *parent) : QWidget(parent), value_(std::numeric_limits<double>::quiet_NaN())
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void EffectBar::setValue(double value)
{
    value_ = value;
    update();
}

void EffectBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF track = QRectF(rect()).adjusted(0, 3, 0, -3);
    painter.fillRect(track, mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.12));
    const double middle = track.center().x();
    if (!std::isnan(value_)) {
        const double share = std::clamp(value_ / barLimit, -1.0, 1.0);
        const double end = middle + share * track.width() / 2;
        painter.fillRect(
            QRectF(QPointF(std::min(middle, end), track.top()), QPointF(std::max(middle, end), track.bottom())),
            value_ < 0 ? negativeColour(palette()) : positiveColour(palette()));
    }
    painter.fillRect(QRectF(middle - 0.5, 0, 1, height()), dimmedText(palette()));
}

} // namespace knockscape::ui
