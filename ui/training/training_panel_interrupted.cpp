// The training panel and a training that was interrupted: its cell is opened, its labels are read again, and where both
// are what they were, it goes on.
#include "ui/training/training_panel_private.h"

#include "ui/training/interrupted_bar.h"
#include "ui/training/training_journal.h"

#include <system_error>

namespace knockscape::ui
{
namespace
{

bool isCell(const Session &session, const TrainingRecord &record)
{
    std::error_code error;
    return session.cell() && session.cell()->sha256 == record.cellSha256 &&
           std::filesystem::equivalent(session.cellFolder(), record.cellFolder, error);
}

void select(QComboBox *box, const QVariant &data)
{
    // "default" is the item without data.
    box->setCurrentIndex(data.isValid() ? box->findData(data) : 0);
}

} // namespace

void TrainingPanel::Private::connectInterrupted()
{
    connect(interruptedBar, &InterruptedBar::goOnRequested, this,
            [this](const InterruptedTraining &training) { goOn(training); });
    connect(interruptedBar, &InterruptedBar::discardRequested, this, [this](const InterruptedTraining &training) {
        // By value: the bar's own copy is replaced meanwhile.
        const InterruptedTraining discarded = training;
        journal->discard(discarded);
    });
    connect(journal, &TrainingJournal::changed, this,
            [this] { interruptedBar->showTrainings(journal->interrupted()); });
    connect(journal, &TrainingJournal::failed, this, [this](const QString &reason) {
        emit q->reported(
            TrainingPanel::tr("This training cannot go on after a crash"),
            {warningAt(
                {}, reason.toStdString(),
                TrainingPanel::tr("Free space, or check that your data folder can be written to").toStdString())});
    });
    interruptedBar->showTrainings(journal->interrupted());
}

void TrainingPanel::Private::goOn(const InterruptedTraining &training)
{
    if (service->running() || reader.busy()) {
        return;
    }
    goingOn = training.record;
    interruptedBar->setBusy(true);
    if (isCell(*session, *goingOn)) {
        goOnWithCell();
    } else {
        emit q->cellRequested(goingOn->cellFolder);
    }
}

void TrainingPanel::Private::goOnWithCell()
{
    if (!isCell(*session, *goingOn)) {
        refuseToGoOn(goingOn->cellFolder, TrainingPanel::tr("the cell is no longer the one that was trained on"));
        return;
    }
    const LabelOrigin &labels = goingOn->labels;
    if (labels.files.empty()) {
        simulationSeed = labels.simulationSeed;
        showReading(TrainingPanel::tr("Simulating growth"), 0, 0);
        reader.simulate(session->cell(), labels.simulatedDoubles, labels.simulationSeed);
    } else {
        q->load(labels.files);
    }
}

void TrainingPanel::Private::goOnWithLabels()
{
    if (!table || table->sha256 != goingOn->labelsSha256) {
        refuseToGoOn(goingOn->labels.files.empty() ? std::filesystem::path() : goingOn->labels.files.front(),
                     TrainingPanel::tr("the labels are no longer those that were trained on"));
        return;
    }
    const TrainingRecord record = *goingOn;
    stopGoingOn();
    showSettings(record.settings);
    outputChosen = true;
    output->setText(QString::fromStdString(record.output.string()));
    TrainingPlan plan = q->plan();
    plan.settings = record.settings;
    plan.output = record.output;
    plan.finished = record.finished;
    plan.resume = true;
    estimateTimer.stop();
    estimating = false;
    service->start(plan);
}

void TrainingPanel::Private::refuseToGoOn(const std::filesystem::path &where, const QString &what)
{
    stopGoingOn();
    emit q->reported(
        TrainingPanel::tr("The interrupted training does not go on"),
        {errorAt(where.string(), what.toStdString(),
                 TrainingPanel::tr("Put the files back as they were and try again, or discard it and train anew")
                     .toStdString())});
}

void TrainingPanel::Private::stopGoingOn()
{
    goingOn.reset();
    interruptedBar->setBusy(false);
}

void TrainingPanel::Private::showSettings(const TrainingSettings &shown)
{
    epochs->setValue(shown.epochs.value_or(0));
    ensemble->setValue(shown.ensemble);
    select(split, static_cast<int>(shown.split));
    heldOut->setValue(qRound(shown.validationFraction * 200.0));
    seed->setValue(static_cast<int>(shown.seed));
    select(loss, shown.loss ? QVariant(static_cast<int>(*shown.loss)) : QVariant());
    rate->setValue(shown.learningRate.value_or(0.0));
    dropout->setValue(shown.dropout.value_or(dropout->minimum()));
    hidden->setValue(shown.hiddenChannels.value_or(0));
    select(convolution, shown.convolution ? QVariant(QString::fromStdString(*shown.convolution)) : QVariant());
}

void TrainingPanel::setJournal(TrainingJournal *journal)
{
    d->journal = journal;
    d->connectInterrupted();
}

void TrainingPanel::cellRefused()
{
    d->stopGoingOn();
}

void TrainingPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (d->journal != nullptr) {
        d->journal->refresh();
    }
}

} // namespace knockscape::ui
