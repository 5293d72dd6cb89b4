#pragma once

#include "ui/mainwindow/message.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace knockscape::ui
{

class ElidedLabel;

/// One line in the status bar, not modal: what happened, why, what to do. It takes the place of the status text, so
/// that nothing in the window moves when it comes or goes, and stays until it is closed, replaced or withdrawn. What
/// does not fit on the line is in its tool tip and in the Issues dock.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// What stands here while there is no message.
    void setStatus(const QString &status);
    /// Shows a headline with the first issue behind it; “Show all” leads to the Issues dock.
    void showMessage(const Message &message);
    /// Takes the message away if it is about one of these.
    void withdraw(const std::vector<MessageTopic> &topics);
    bool hasMessage() const;
    /// The whole text of the message, for tests and screen readers; empty without one.
    QString text() const;

signals:
    void detailsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildMessage();
    void setActions(const std::vector<MessageAction> &actions);
    void close();
    void restyle();

    QStackedWidget *pages_ = nullptr;
    QLabel *status_ = nullptr;
    QFrame *message_ = nullptr;
    QLabel *icon_ = nullptr;
    ElidedLabel *text_ = nullptr;
    QHBoxLayout *actions_ = nullptr;
    QToolButton *details_ = nullptr;
    Severity severity_ = Severity::Note;
    MessageTopic topic_ = MessageTopic::General;
};

} // namespace knockscape::ui
