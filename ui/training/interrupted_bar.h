#pragma once

#include "ui/training/training_journal.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace knockscape::ui
{

/// One line above the training's settings: which training was interrupted, how far it got, and what can be done. Hidden
/// where there is none.
class InterruptedBar : public QFrame
{
    Q_OBJECT

public:
    explicit InterruptedBar(QWidget *parent = nullptr);

    /// Shows the newest of these.
    void showTrainings(const std::vector<InterruptedTraining> &trainings);
    /// What the bar says of a training, in plain text.
    static QString textOf(const InterruptedTraining &training);
    /// While it is prepared nothing else may be asked for.
    void setBusy(bool busy);

signals:
    void goOnRequested(const knockscape::ui::InterruptedTraining &training);
    void discardRequested(const knockscape::ui::InterruptedTraining &training);

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    InterruptedTraining shown_;
    QLabel *icon_ = nullptr;
    QLabel *text_ = nullptr;
    QPushButton *goOn_ = nullptr;
    QPushButton *discard_ = nullptr;
};

} // namespace knockscape::ui
