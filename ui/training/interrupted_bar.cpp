#include "ui/training/interrupted_bar.h"

#include "ui/theme/colours.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace knockscape::ui
{

InterruptedBar::InterruptedBar(QWidget *parent) : QFrame(parent)
{
    setAutoFillBackground(true);
    icon_ = new QLabel;
    text_ = new QLabel;
    text_->setObjectName(QStringLiteral("trainInterrupted"));
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    goOn_ = new QPushButton(tr("Go on"));
    goOn_->setObjectName(QStringLiteral("trainGoOn"));
    discard_ = new QPushButton(tr("Discard"));
    discard_->setObjectName(QStringLiteral("trainDiscard"));
    discard_->setToolTip(tr("Removes what the interrupted training left; models that were finished stay"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gridUnit, gridUnit / 2, gridUnit, gridUnit / 2);
    row->setSpacing(gridUnit);
    row->addWidget(icon_, 0, Qt::AlignTop);
    row->addWidget(text_, 1);
    row->addWidget(goOn_);
    row->addWidget(discard_);
    connect(goOn_, &QPushButton::clicked, this, [this] { emit goOnRequested(shown_); });
    connect(discard_, &QPushButton::clicked, this, [this] { emit discardRequested(shown_); });
    restyle();
    hide();
}

QString InterruptedBar::textOf(const InterruptedTraining &training)
{
    const TrainingRecord &record = training.record;
    QString text = tr("A training on %1 for the cell %2 was interrupted on %3")
                       .arg(record.labelsTitle, record.cellName,
                            QLocale().toString(training.when.toLocalTime(), QLocale::ShortFormat));
    if (record.settings.ensemble > 1) {
        text += tr(", in model %1 of %2").arg(memberInProgress(record) + 1).arg(record.settings.ensemble);
    }
    if (!training.problem.isEmpty()) {
        return text + tr(". It cannot go on: %1").arg(training.problem);
    }
    return text + (training.epoch > 0
                       ? tr(". It goes on after epoch %1 of at most %2, with the same settings.")
                             .arg(training.epoch)
                             .arg(record.settings.epochsOrDefault())
                       : tr(", before its first epoch ended. It would start again, with the same settings."));
}

void InterruptedBar::showTrainings(const std::vector<InterruptedTraining> &trainings)
{
    if (!trainings.empty()) {
        shown_ = trainings.front();
        text_->setText(textOf(shown_));
        goOn_->setToolTip(tr("Opens the cell %1 and trains on to %2")
                              .arg(QString::fromStdString(shown_.record.cellFolder.string()),
                                   QString::fromStdString(shown_.record.output.string())));
    }
    // Once it was there its room stays: the page does not jump under the pointer when the bar goes.
    QSizePolicy policy = sizePolicy();
    policy.setRetainSizeWhenHidden(policy.retainSizeWhenHidden() || !trainings.empty());
    setSizePolicy(policy);
    setVisible(!trainings.empty());
}

void InterruptedBar::setBusy(bool busy)
{
    goOn_->setEnabled(!busy);
    discard_->setEnabled(!busy);
}

void InterruptedBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange && text_ != nullptr) {
        restyle();
    }
    QFrame::changeEvent(event);
}

void InterruptedBar::restyle()
{
    const QPalette application = parentWidget() != nullptr ? parentWidget()->palette() : palette();
    QPalette own = application;
    own.setColor(QPalette::Window, severityBackground(Severity::Note, application));
    setPalette(own);
    icon_->setPixmap(themedIcon(QStringLiteral("note"), severityColour(Severity::Note, application)).pixmap(18, 18));
}

} // namespace knockscape::ui
