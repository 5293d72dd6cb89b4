// The training panel while a training runs, and after it.
#include "ui/training/training_panel_private.h"

#include "ui/plots/picture_dialog.h"
#include "ui/theme/colours.h"
#include "ui/theme/number_format.h"
#include "ui/training/training_text.h"

#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

void TrainingPanel::Private::connectRun()
{
    connect(service, &TrainingService::started, this, [this](const TrainingPlan &plan) { onStarted(plan); });
    connect(service, &TrainingService::memberStarted, this, [this](int started, int) {
        member = started;
        epoch = 0;
        preparation.clear();
        updateProgress();
    });
    connect(service, &TrainingService::progressed, this, [this](const QString &what, quint64 done, quint64 total) {
        if (epoch == 0) {
            preparation =
                TrainingPanel::tr("%1: %2 of %3")
                    .arg(what, formatCount(static_cast<qint64>(done)), formatCount(static_cast<qint64>(total)));
            updateProgress();
        }
    });
    connect(service, &TrainingService::epochDone, this,
            [this](int of, const EpochReport &report) { onEpoch(of, report); });
    connect(service, &TrainingService::ended, this,
            [this](JobEnd end, const std::vector<TrainedModel> &models, const std::vector<Issue> &issues) {
                onEnded(end, models, issues);
            });
    connect(service, &TrainingService::pausedChanged, this, [this](bool paused) {
        pauseButton->setText(paused ? TrainingPanel::tr("Continue") : TrainingPanel::tr("Pause"));
        updateProgress();
    });
    connect(pauseButton, &QPushButton::clicked, this, [this] {
        if (service->paused()) {
            service->resume();
        } else {
            service->pause();
        }
    });
    connect(cancelButton, &QPushButton::clicked, this, [this] {
        cancelButton->setEnabled(false);
        pauseButton->setEnabled(false);
        service->cancel();
        runState->setText(TrainingPanel::tr("stopping…"));
    });
    connect(openButton, &QPushButton::clicked, this, [this] { emit q->openRequested(written); });
    connect(compareButton, &QPushButton::clicked, this, [this] { emit q->compareRequested(files); });
    connect(againButton, &QPushButton::clicked, this, [this] {
        pages->setCurrentIndex(0);
        if (!outputChosen) {
            output->setText(suggestedOutput());
        }
        updateStart();
    });
}

void TrainingPanel::Private::start()
{
    if (blockedReason().isEmpty()) {
        estimateTimer.stop();
        estimating = false;
        service->start(q->plan());
    } else {
        updateStart();
    }
}

void TrainingPanel::Private::onStarted(const TrainingPlan &plan)
{
    member = 0;
    epoch = 0;
    preparation.clear();
    epochsOfMember = plan.settings.epochsOrDefault();
    epochSeconds = 0.0;
    written.clear();
    curves->begin(plan.settings.ensemble, epochsOfMember);
    runTitle->setText(TrainingPanel::tr("Training on %1").arg(plan.labelsTitle));
    runTitle->setToolTip(QString::fromStdString(plan.output.string()));
    results->hide();
    pauseButton->setText(TrainingPanel::tr("Pause"));
    for (QPushButton *button : {pauseButton, cancelButton}) {
        button->setEnabled(true);
        button->show();
    }
    for (QPushButton *button : {openButton, compareButton, againButton}) {
        button->hide();
    }
    pages->setCurrentIndex(1);
    updateProgress();
}

void TrainingPanel::Private::onEpoch(int of, const EpochReport &report)
{
    member = of;
    epoch = report.epoch;
    epochsOfMember = report.epochs;
    // Epochs cost the same but for what else the machine does: the newer ones say more.
    epochSeconds = epochSeconds == 0.0 ? report.seconds : 0.7 * epochSeconds + 0.3 * report.seconds;
    curves->add(
        of, {report.epoch, report.trainLoss, report.validationLoss, report.fitnessPearson, report.interactionPearson});
    updateProgress();
}

double TrainingPanel::Private::secondsLeft() const
{
    if (epochSeconds == 0.0) {
        return -1.0;
    }
    const int members = service->plan().settings.ensemble;
    return epochSeconds * (epochsOfMember - epoch + (members - member - 1) * epochsOfMember);
}

void TrainingPanel::Private::updateProgress()
{
    const int members = std::max(1, service->plan().settings.ensemble);
    const double share = (member + static_cast<double>(epoch) / std::max(1, epochsOfMember)) / members;
    runBar->setValue(static_cast<int>(1000.0 * share));
    QStringList parts;
    if (members > 1) {
        parts << TrainingPanel::tr("model %1 of %2").arg(member + 1).arg(members);
    }
    parts << (epoch == 0 && !preparation.isEmpty()
                  ? preparation
                  : TrainingPanel::tr("epoch %1 of %2").arg(epoch).arg(epochsOfMember));
    if (service->paused()) {
        parts << TrainingPanel::tr("paused");
    } else if (const double left = secondsLeft(); left >= 0.0) {
        parts << TrainingPanel::tr("at most %1 left").arg(formatDuration(left));
    }
    runState->setText(parts.join(QStringLiteral(" · ")));
}

void TrainingPanel::Private::onEnded(JobEnd end, const std::vector<TrainedModel> &models,
                                     const std::vector<Issue> &issues)
{
    pauseButton->hide();
    cancelButton->hide();
    againButton->show();
    written.clear();
    for (const TrainedModel &model : models) {
        written.push_back(model.file);
    }
    openButton->setVisible(!written.empty());
    openButton->setText(written.size() > 1 ? TrainingPanel::tr("Open this ensemble now")
                                           : TrainingPanel::tr("Open this model now"));
    compareButton->setVisible(!written.empty() && !files.empty());
    QString state = TrainingPanel::tr("finished");
    if (end == JobEnd::Cancelled) {
        state = written.empty() ? TrainingPanel::tr("stopped before the first epoch ended; nothing was saved")
                                : TrainingPanel::tr("stopped; the best epoch so far was saved");
    } else if (end == JobEnd::Failed) {
        state = TrainingPanel::tr("failed");
        emit q->reported(TrainingPanel::tr("The training failed"), issues);
    } else {
        runBar->setValue(runBar->maximum());
    }
    runState->setText(state);
    results->show();
    if (end == JobEnd::Failed) {
        QString text;
        for (const Issue &issue : issues) {
            text += QStringLiteral("<div><span style='color:%1'>✕</span> %2</div>")
                        .arg(severityColour(Severity::Error, q->palette()).name(),
                             QString::fromStdString(describe(issue)).toHtmlEscaped());
        }
        results->setText(text);
    } else {
        showResults(models);
    }
}

void TrainingPanel::Private::showResults(const std::vector<TrainedModel> &models)
{
    QString text;
    for (const TrainedModel &model : models) {
        const QString file = QFileInfo(QString::fromStdString(model.file.string())).fileName();
        // A member that was finished before an interruption says only its best epoch.
        const QString head =
            model.result.epochs > 0
                ? TrainingPanel::tr("%1: best epoch %2 of %3; Pearson r on rows that were held out:")
                      .arg(file)
                      .arg(model.result.bestEpoch)
                      .arg(model.result.epochs)
                : TrainingPanel::tr("%1: finished before, best epoch %2; Pearson r on rows that were held out:")
                      .arg(file)
                      .arg(model.result.bestEpoch);
        text += QStringLiteral("<div>%1</div>").arg(head.toHtmlEscaped());
        if (&model == &models.front()) {
            text += metricsText(model.result.metrics);
        } else {
            const auto metric = [&](const char *name) {
                const auto known = model.result.metrics.find(name);
                return known == model.result.metrics.end() ? QStringLiteral("–") : formatValue(known->second);
            };
            text += QStringLiteral("<div>%1</div>")
                        .arg(TrainingPanel::tr("fitness %1, interaction %2")
                                 .arg(metric("fitness_pearson"), metric("interaction_pearson"))
                                 .toHtmlEscaped());
        }
    }
    results->setText(text);
}

void TrainingPanel::Private::exportCurves()
{
    auto *dialog = new PictureDialog(curves->picture(), q->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PictureDialog::ended, q, &TrainingPanel::exported);
    dialog->open();
}

PictureSource TrainingPanel::picture() const
{
    return d->curves->picture();
}

} // namespace knockscape::ui
