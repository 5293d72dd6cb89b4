#include "ui/mainwindow/job_indicator.h"

#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace knockscape::ui
{

JobIndicator::JobIndicator(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gridUnit);
    text_ = new QLabel;
    text_->setObjectName(QStringLiteral("jobText"));
    bar_ = new QProgressBar;
    bar_->setTextVisible(false);
    bar_->setFixedSize(120, 12);
    left_ = new QLabel;
    left_->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 left").arg(QStringLiteral("00 min 00 s"))));
    cancel_ = new QToolButton;
    cancel_->setObjectName(QStringLiteral("cancelJob"));
    cancel_->setIcon(themedIcon(QStringLiteral("cancel")));
    cancel_->setAutoRaise(true);
    cancel_->setToolTip(tr("Cancel (Esc); the rows so far are kept"));
    cancel_->setAccessibleName(tr("Cancel"));
    for (QWidget *part : {static_cast<QWidget *>(text_), static_cast<QWidget *>(bar_), static_cast<QWidget *>(left_),
                          static_cast<QWidget *>(cancel_)}) {
        row->addWidget(part);
        QSizePolicy policy = part->sizePolicy();
        policy.setRetainSizeWhenHidden(part != text_);
        part->setSizePolicy(policy);
    }
    connect(cancel_, &QToolButton::clicked, this, &JobIndicator::cancelRequested);
    showIdle({});
}

void JobIndicator::showJob(const JobStatus &status)
{
    text_->setText(tr("running: %1 / %2").arg(formatCount(qint64(status.done)), formatCount(qint64(status.total))));
    text_->setToolTip(status.title);
    bar_->setRange(0, 1000);
    bar_->setValue(status.total > 0 ? static_cast<int>(status.done * 1000 / status.total) : 0);
    left_->setText(status.secondsLeft >= 0 ? tr("%1 left").arg(formatDuration(status.secondsLeft)) : QString());
    bar_->show();
    cancel_->show();
}

void JobIndicator::showOpening(const QString &stage)
{
    text_->setText(stage);
    text_->setToolTip({});
    bar_->setRange(0, 0);
    left_->clear();
    bar_->show();
    cancel_->hide();
}

void JobIndicator::showIdle(const QString &summary)
{
    text_->setText(summary);
    text_->setToolTip({});
    left_->clear();
    bar_->hide();
    cancel_->hide();
}

} // namespace knockscape::ui
