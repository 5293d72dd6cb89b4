#include "ui/mainwindow/tool_row.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QStyleOptionToolButton>
#include <QToolButton>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

/// How wide a button is with its icon alone or with text; the same sum as QToolButton's own, which knows but the style
/// that it has.
int widthOf(const QToolButton &button, bool withText)
{
    const int icon = button.iconSize().width();
    // Qt puts a gap of four pixels between icon and text, and a space on both sides of it.
    const int text = button.fontMetrics().size(Qt::TextShowMnemonic, button.text()).width() +
                     2 * button.fontMetrics().horizontalAdvance(QLatin1Char(' '));
    QStyleOptionToolButton option;
    option.initFrom(&button);
    const QSize content(icon + (withText ? 4 + text : 0), button.iconSize().height());
    return button.style()->sizeFromContents(QStyle::CT_ToolButton, &option, content, &button).width();
}

} // namespace

ToolRow::ToolRow(QLabel *words, const std::vector<QToolButton *> &buttons, QWidget *parent)
    : QWidget(parent), words_(words), buttons_(buttons)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    // Its own least width would be that of the texts that are seen.
    row->setSizeConstraint(QLayout::SetNoConstraint);
    row->addWidget(words, 1);
    int height = 0;
    for (QToolButton *button : buttons) {
        button->setAccessibleName(button->text());
        row->addWidget(button);
        height = std::max(height, button->sizeHint().height());
    }
    // As high with icons alone.
    setMinimumHeight(height);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ToolRow::minimumSizeHint() const
{
    int width = words_->sizeHint().width();
    for (const QToolButton *button : buttons_) {
        width += widthOf(*button, false);
    }
    return {width, minimumHeight()};
}

void ToolRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    choose();
}

bool ToolRow::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    // The words, or the font, changed.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::StyleChange) {
        choose();
    }
    return handled;
}

void ToolRow::choose()
{
    int left = width() - words_->sizeHint().width();
    for (const QToolButton *button : buttons_) {
        left -= widthOf(*button, false);
    }
    for (QToolButton *button : buttons_) {
        const int more = widthOf(*button, true) - widthOf(*button, false);
        const Qt::ToolButtonStyle style = more <= left ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly;
        left = more <= left ? left - more : -1;
        if (button->toolButtonStyle() != style) {
            button->setToolButtonStyle(style);
        }
    }
}

} // namespace knockscape::ui
