#include "ui/mainwindow/knockout_chip.h"

#include "ui/theme/colours.h"
#include "ui/theme/icon.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace knockscape::ui
{
namespace
{

constexpr int padding = 8;
constexpr int crossSize = 14;
constexpr int chipHeight = 26;

} // namespace

KnockoutChip::KnockoutChip(int gene, const QString &label, QWidget *parent) : QAbstractButton(parent), gene_(gene)
{
    // hxk2Δ, as deletions are written.
    setText(label.toLower() + QStringLiteral("Δ"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("%1, knocked out").arg(label));
    setAccessibleDescription(tr("Press Delete to restore this gene"));
}

QFont KnockoutChip::labelFont() const
{
    QFont italic = font();
    italic.setItalic(true);
    return italic;
}

QSize KnockoutChip::sizeHint() const
{
    const int width = QFontMetrics(labelFont()).horizontalAdvance(text()) + 2;
    return {padding + width + crossSize + padding, chipHeight};
}

QRect KnockoutChip::removeArea() const
{
    const int width = crossSize + padding;
    return {this->width() - width, 0, width, height()};
}

void KnockoutChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = palette().color(QPalette::Highlight);
    const QColor background = mixed(palette().color(QPalette::Base), accent, underMouse() ? 0.24 : 0.14);
    painter.setPen(QPen(hasFocus() ? accent : mixed(background, accent, 0.4), hasFocus() ? 2 : 1));
    painter.setBrush(background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);

    painter.setPen(palette().color(QPalette::Text));
    painter.setFont(labelFont());
    // Only a name wider than the whole dock is cut; its tooltip has it.
    const QRect room = rect().adjusted(padding, 0, -removeArea().width(), 0);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, room.width() + 2));
    const QColor cross = overRemove_ ? severityColour(Severity::Error, palette()) : dimmedText(palette());
    QRect box(0, 0, crossSize, crossSize);
    box.moveCenter(removeArea().center() - QPoint(1, 0));
    themedIcon(QStringLiteral("close"), cross).paint(&painter, box);
}

void KnockoutChip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        emit removeRequested(gene_);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit activated(gene_);
        return;
    case Qt::Key_Left:
    case Qt::Key_Up:
        focusNextPrevChild(false);
        return;
    case Qt::Key_Right:
    case Qt::Key_Down:
        focusNextPrevChild(true);
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void KnockoutChip::mouseReleaseEvent(QMouseEvent *event)
{
    QAbstractButton::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || !rect().contains(event->pos())) {
        return;
    }
    if (removeArea().contains(event->pos())) {
        emit removeRequested(gene_);
    } else {
        emit activated(gene_);
    }
}

void KnockoutChip::mouseMoveEvent(QMouseEvent *event)
{
    overRemove_ = removeArea().contains(event->pos());
    update();
}

void KnockoutChip::leaveEvent(QEvent *)
{
    overRemove_ = false;
    update();
}

} // namespace knockscape::ui
