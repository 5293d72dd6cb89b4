#include "ui/theme/wheel_guard.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>
#include <QTabBar>

namespace knockscape::ui
{

WheelGuard::WheelGuard(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool WheelGuard::isChoice(const QWidget *widget)
{
    const bool slider =
        qobject_cast<const QAbstractSlider *>(widget) != nullptr && qobject_cast<const QScrollBar *>(widget) == nullptr;
    return slider || qobject_cast<const QComboBox *>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox *>(widget) != nullptr ||
           qobject_cast<const QTabBar *>(widget) != nullptr;
}

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && watched->isWidgetType() && isChoice(static_cast<QWidget *>(watched))) {
        // Not taken, the event goes on to the parent: to the page, which scrolls.
        event->ignore();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace knockscape::ui
