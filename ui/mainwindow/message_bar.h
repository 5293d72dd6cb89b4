#pragma once

#include "engine/core/issue.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace knockscape::ui
{

/// One line across the window, not modal: what happened, why, what to do. Stays until it is closed or replaced.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// Shows a headline with the first issue behind it; "Show all" leads to the Issues dock.
    void showIssues(const QString &headline, const std::vector<Issue> &issues);
    /// The text shown, for tests and screen readers.
    QString text() const;

signals:
    void detailsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    QLabel *icon_ = nullptr;
    QLabel *text_ = nullptr;
    QToolButton *details_ = nullptr;
    Severity severity_ = Severity::Note;
};

} // namespace knockscape::ui
