#include "ui/theme/steady_lines.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

/// The least width that is asked for, in letters; a layout gives more where there is more.
constexpr int leastLetters = 16;

} // namespace

SteadyLines::SteadyLines(int lines, QWidget *parent) : QLabel(parent), lines_(lines)
{
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setWordWrap(true);
    setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
}

QSize SteadyLines::sizeHint() const
{
    return {leastLetters * fontMetrics().averageCharWidth(), lines_ * fontMetrics().lineSpacing()};
}

QSize SteadyLines::minimumSizeHint() const
{
    return sizeHint();
}

bool SteadyLines::isCut() const
{
    const QRect room = contentsRect();
    return fontMetrics().boundingRect(QRect(0, 0, room.width(), 1 << 20), Qt::TextWordWrap, text()).height() >
           std::max(room.height(), sizeHint().height());
}

bool SteadyLines::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && isCut()) {
        const QString about = toolTip().isEmpty() ? text() : text() + QLatin1String("\n\n") + toolTip();
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), about, this);
        return true;
    }
    return QLabel::event(event);
}

void SteadyLines::paintEvent(QPaintEvent *event)
{
    if (!isCut()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, foregroundRole()));
    QTextLayout layout(text(), font());
    layout.beginLayout();
    const QRect room = contentsRect();
    int top = room.top();
    for (int number = 1; number <= lines_; ++number) {
        QTextLine line = layout.createLine();
        line.setLineWidth(room.width());
        const QString rest = text().mid(line.textStart());
        const QString shown = number < lines_ ? rest.left(line.textLength())
                                              : fontMetrics().elidedText(rest, Qt::ElideRight, room.width());
        painter.drawText(room.left(), top + fontMetrics().ascent(), shown);
        top += fontMetrics().lineSpacing();
    }
    layout.endLayout();
}

} // namespace knockscape::ui
