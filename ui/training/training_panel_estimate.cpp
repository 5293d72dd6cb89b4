// What a training will cost, measured by one epoch, and what it will replace.
#include "ui/training/training_panel_private.h"

#include "engine/training/checkpoint_file.h"
#include "ui/theme/number_format.h"

#include <QFileInfo>

#include <cmath>

namespace knockscape::ui
{
namespace
{

QString sizeText(double bytes)
{
    const double mebibytes = bytes / (1024.0 * 1024.0);
    return mebibytes < 1000.0 ? TrainingPanel::tr("%1 MB").arg(formatCount(std::llround(mebibytes)))
                              : TrainingPanel::tr("%1 GB").arg(formatValue(mebibytes / 1024.0));
}

} // namespace

bool TrainingPanel::Private::hasCheckpoint(const QString &output)
{
    return QFileInfo::exists(QString::fromStdString(checkpointPath(output.toStdString()).string()));
}

void TrainingPanel::Private::scheduleEstimate()
{
    estimate.reset();
    service->abandonEstimate();
    estimating = false;
    if (table && !service->running()) {
        estimating = true;
        estimateTimer.start();
    }
    updateStart();
}

void TrainingPanel::Private::startEstimate()
{
    if (table && !service->running()) {
        service->estimate(q->plan());
    }
}

void TrainingPanel::Private::showEstimate()
{
    if (!blockedReason().isEmpty()) {
        return;
    }
    QString text;
    if (estimate) {
        const TrainingSettings chosen = settings();
        const double seconds = estimate->secondsPerEpoch * chosen.epochsOrDefault() * chosen.ensemble;
        text = TrainingPanel::tr("At most about %1 on this machine (%2 an epoch)")
                   .arg(formatDuration(seconds), formatDuration(estimate->secondsPerEpoch));
        if (estimate->bytes > 0.0) {
            text += TrainingPanel::tr(", and %1 of memory").arg(sizeText(estimate->bytes));
        }
        text += QLatin1Char('.');
    } else if (estimating) {
        text = TrainingPanel::tr("Measuring one epoch, to say how long it will take…");
    }
    if (QFileInfo::exists(output->text())) {
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) +
                TrainingPanel::tr("The file exists and will be replaced.");
    }
    if (hasCheckpoint(output->text())) {
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) +
                TrainingPanel::tr("What an interrupted training left there will be replaced.");
    }
    estimateText->setText(text);
}

} // namespace knockscape::ui
