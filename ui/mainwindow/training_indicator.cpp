#include "ui/mainwindow/training_indicator.h"

#include "ui/theme/icon.h"

namespace knockscape::ui
{

TrainingIndicator::TrainingIndicator(TrainingService *service, QWidget *parent) : QToolButton(parent), service_(service)
{
    setObjectName(QStringLiteral("trainingIndicator"));
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIcon(themedIcon(QStringLiteral("refresh")));
    setToolTip(tr("A model is being trained; click to see how it goes"));
    hide();
    connect(service, &TrainingService::started, this, [this](const TrainingPlan &plan) {
        member_ = 0;
        epoch_ = 0;
        epochs_ = plan.settings.epochsOrDefault();
        showProgress();
        show();
    });
    connect(service, &TrainingService::epochDone, this, [this](int member, const EpochReport &report) {
        member_ = member;
        epoch_ = report.epoch;
        epochs_ = report.epochs;
        showProgress();
    });
    connect(service, &TrainingService::pausedChanged, this, &TrainingIndicator::showProgress);
    connect(service, &TrainingService::ended, this, &QWidget::hide);
}

void TrainingIndicator::showProgress()
{
    const int members = service_->plan().settings.ensemble;
    QString text = members > 1
                       ? tr("training model %1 of %2, %3 / %4").arg(member_ + 1).arg(members).arg(epoch_).arg(epochs_)
                       : tr("training %1 / %2").arg(epoch_).arg(epochs_);
    if (service_->paused()) {
        text += QStringLiteral(" · ") + tr("paused");
    }
    setText(text);
}

} // namespace knockscape::ui
