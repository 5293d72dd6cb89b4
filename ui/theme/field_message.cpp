#include "ui/theme/field_message.h"

#include "ui/theme/colours.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLineEdit>

namespace knockscape::ui
{

FieldMessage::FieldMessage(QLineEdit *field) : QLabel(field), field_(field)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAutoFillBackground(true);
    setMargin(gridUnit / 2);
    setFrameShape(QFrame::StyledPanel);
    hide();
    field->installEventFilter(this);
    connect(field, &QObject::destroyed, this, &QObject::deleteLater);
}

FieldMessage::~FieldMessage() = default;

void FieldMessage::showText(const QString &text)
{
    setText(text);
    if (text.isEmpty()) {
        hide();
        return;
    }
    // In the window, or it would end where the field does; only now is the field in its window.
    if (parentWidget() != field_->window()) {
        setParent(field_->window());
    }
    restyle();
    place();
    setVisible(field_->isVisible());
    raise();
}

void FieldMessage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange) {
        restyle();
    }
    QLabel::changeEvent(event);
}

bool FieldMessage::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
        place();
        break;
    case QEvent::Show:
        setVisible(!text().isEmpty());
        break;
    case QEvent::Hide:
        hide();
        break;
    default:
        break;
    }
    return QLabel::eventFilter(watched, event);
}

void FieldMessage::place()
{
    if (parentWidget() != field_->window()) {
        return;
    }
    const QPoint under = field_->mapTo(parentWidget(), QPoint(0, field_->height()));
    setGeometry(under.x(), under.y(), field_->width(), heightForWidth(field_->width()));
}

void FieldMessage::restyle()
{
    QPalette own = field_->palette();
    own.setColor(QPalette::Window, severityBackground(Severity::Error, own));
    setPalette(own);
}

} // namespace knockscape::ui
