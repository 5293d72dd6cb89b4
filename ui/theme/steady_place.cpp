#include "ui/theme/steady_place.h"

#include <QApplication>

namespace knockscape::ui
{

SteadyPlace::SteadyPlace(QWidget *parent) : QStackedWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SteadyPlace::show(QWidget *page)
{
    QWidget *const before = currentWidget();
    if (page == before) {
        return;
    }
    const QWidget *focused = QApplication::focusWidget();
    const bool hadKeyboard =
        focused != nullptr && before != nullptr && (focused == before || before->isAncestorOf(focused));
    setCurrentWidget(page);
    if (hadKeyboard) {
        for (QWidget *part : QList<QWidget *>{page} + page->findChildren<QWidget *>()) {
            if (part->isEnabled() && (part->focusPolicy() & Qt::TabFocus) != 0) {
                part->setFocus();
                return;
            }
        }
    }
}

} // namespace knockscape::ui
