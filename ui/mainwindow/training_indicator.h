#pragma once

#include "ui/training/training_service.h"

#include <QToolButton>

namespace knockscape::ui
{

/// In the status bar while a training runs: "training 12 / 80"; a click leads to it. Hidden otherwise.
class TrainingIndicator : public QToolButton
{
    Q_OBJECT

public:
    explicit TrainingIndicator(TrainingService *service, QWidget *parent = nullptr);

private:
    void showProgress();

    TrainingService *service_;
    int member_ = 0;
    int epoch_ = 0;
    int epochs_ = 0;
};

} // namespace knockscape::ui
