#pragma once

#include <QDockWidget>

class QPlainTextEdit;

namespace knockscape::ui
{

/// LOG: what happened and when, one line each; selectable, kept to the last few thousand lines.
class LogDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit LogDock(QWidget *parent = nullptr);

    void add(const QString &line);
    QString text() const;

private:
    QPlainTextEdit *edit_ = nullptr;
};

} // namespace knockscape::ui
