#include "ui/mainwindow/message_bar.h"

#include "ui/theme/colours.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace knockscape::ui
{

MessageBar::MessageBar(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("MessageBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    pages_ = new QStackedWidget;
    // Long names of models must not push the window wider.
    status_ = new ElidedLabel;
    status_->setObjectName(QStringLiteral("statusText"));
    pages_->addWidget(status_);
    pages_->addWidget(buildMessage());
    row->addWidget(pages_);
    // The line is as high as a message at all times.
    setFixedHeight(message_->sizeHint().height());
}

QWidget *MessageBar::buildMessage()
{
    message_ = new QFrame;
    message_->setObjectName(QStringLiteral("message"));
    message_->setAutoFillBackground(true);
    auto *row = new QHBoxLayout(message_);
    row->setContentsMargins(gridUnit, 0, gridUnit / 2, 0);
    row->setSpacing(gridUnit / 2);
    icon_ = new QLabel;
    text_ = new ElidedLabel;
    actions_ = new QHBoxLayout;
    actions_->setSpacing(gridUnit / 2);
    details_ = new QToolButton;
    details_->setObjectName(QStringLiteral("showIssues"));
    details_->setAutoRaise(true);
    auto *closeButton = new QToolButton;
    closeButton->setObjectName(QStringLiteral("closeMessage"));
    closeButton->setIcon(themedIcon(QStringLiteral("close")));
    closeButton->setAutoRaise(true);
    closeButton->setToolTip(tr("Close this message"));
    closeButton->setAccessibleName(closeButton->toolTip());
    for (QToolButton *button : {details_, closeButton}) {
        button->setFocusPolicy(Qt::StrongFocus);
    }
    row->addWidget(icon_);
    row->addWidget(text_, 1);
    row->addLayout(actions_);
    row->addWidget(details_);
    row->addWidget(closeButton);
    connect(details_, &QToolButton::clicked, this, &MessageBar::detailsRequested);
    connect(closeButton, &QToolButton::clicked, this, &MessageBar::close);
    return message_;
}

void MessageBar::setStatus(const QString &status)
{
    status_->setText(status);
    status_->setToolTip(status);
}

void MessageBar::showMessage(const Message &message)
{
    severity_ = Severity::Note;
    for (const Issue &issue : message.issues) {
        severity_ = std::max(severity_, issue.severity);
    }
    topic_ = message.topic;
    QString text = message.headline;
    if (!message.issues.empty()) {
        text += QStringLiteral(": ") + QString::fromStdString(describe(message.issues.front()));
    }
    text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    text_->setText(text);
    text_->setAccessibleName(text);
    // Rich text wraps; a line of plain text would be as long as the screen.
    message_->setToolTip(QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped()));
    setActions(message.actions);
    details_->setText(message.issues.size() > 1 ? tr("Show all %1").arg(message.issues.size()) : tr("Show in Issues"));
    details_->setVisible(!message.issues.empty());
    restyle();
    pages_->setCurrentWidget(message_);
}

void MessageBar::setActions(const std::vector<MessageAction> &actions)
{
    while (QLayoutItem *item = actions_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const MessageAction &action : actions) {
        auto *button = new QToolButton;
        button->setObjectName(QStringLiteral("messageAction"));
        button->setText(action.text);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, action.run);
        actions_->addWidget(button);
    }
}

void MessageBar::withdraw(const std::vector<MessageTopic> &topics)
{
    if (hasMessage() && std::find(topics.begin(), topics.end(), topic_) != topics.end()) {
        close();
    }
}

void MessageBar::close()
{
    pages_->setCurrentWidget(status_);
    text_->clear();
    setActions({});
}

bool MessageBar::hasMessage() const
{
    return pages_->currentWidget() == message_;
}

QString MessageBar::text() const
{
    return text_->text();
}

void MessageBar::changeEvent(QEvent *event)
{
    // Setting the palette below sends this event to the message itself.
    if (event->type() == QEvent::ApplicationPaletteChange && text_ != nullptr) {
        restyle();
    }
    QFrame::changeEvent(event);
}

void MessageBar::restyle()
{
    QPalette own = palette();
    own.setColor(QPalette::Window, severityBackground(severity_, palette()));
    message_->setPalette(own);
    const QString name = severity_ == Severity::Error     ? QStringLiteral("error")
                         : severity_ == Severity::Warning ? QStringLiteral("warning")
                                                          : QStringLiteral("note");
    icon_->setPixmap(themedIcon(name, severityColour(severity_, palette())).pixmap(18, 18));
}

} // namespace knockscape::ui
