#pragma once

#include <QWheelEvent>
#include <QWidget>

namespace knockscape::ui
{

/// Whether the wheel zooms what is drawn on `canvas`: where a person works with it (it has the keyboard's focus), or
/// says so with Ctrl. A wheel that merely passes over a picture leaves it as it is.
inline bool wheelZooms(const QWidget &canvas, const QWheelEvent &event)
{
    return canvas.hasFocus() || event.modifiers().testFlag(Qt::ControlModifier);
}

} // namespace knockscape::ui
