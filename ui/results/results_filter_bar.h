#pragma once

#include "ui/results/results_filter.h"

#include <QWidget>

class QLineEdit;
class QTimer;

namespace knockscape::ui
{

class FieldMessage;

/// One field for words and numeric conditions, with what is wrong below it. Of a text with a mistake, what stands
/// before the mistake is in force. The table follows when typing pauses, or at once on Return.
class ResultsFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit ResultsFilterBar(QWidget *parent = nullptr);

    void clear();
    void focusField();
    /// What is in force, as it was written.
    QString text() const;

signals:
    void filterChanged(const knockscape::ui::ResultsFilter &filter);
    /// Down in the field: the table should take the keyboard.
    void leftDownwards();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void apply();
    void showError(const QString &error);

    QLineEdit *field_ = nullptr;
    FieldMessage *message_ = nullptr;
    QTimer *typingPause_ = nullptr;
    QTimer *errorPause_ = nullptr;
    ResultsFilter applied_;
    QString error_;
};

} // namespace knockscape::ui
