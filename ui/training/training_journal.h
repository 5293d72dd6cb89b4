#pragma once

#include "ui/training/training_record.h"
#include "ui/training/training_service.h"

#include <QLockFile>
#include <QObject>

#include <memory>
#include <vector>

namespace knockscape::ui
{

/// A training that ended with its process, and can be gone on with.
struct InterruptedTraining {
    /// The journal's file.
    QString file;
    TrainingRecord record;
    /// Of the member in progress: epochs that its checkpoint holds, 0 where there is none yet.
    int epoch = 0;
    /// When the last checkpoint was written; when the training began where there is none.
    QDateTime when;
    /// Why the checkpoint cannot be read; empty where it can, or where there is none.
    QString problem;
};

/// Notes down the training that runs, one small file each in a folder of the person's, and finds those whose process
/// ended without ending them: their lock is not held by anybody. A training that ends (also when it is cancelled) takes
/// its note with it; one that fails leaves it where there is something to go on from. GUI thread.
class TrainingJournal : public QObject
{
    Q_OBJECT

public:
    TrainingJournal(QString folder, TrainingService *service, QObject *parent = nullptr);

    /// Newest first.
    const std::vector<InterruptedTraining> &interrupted() const noexcept { return interrupted_; }
    /// Looks again, also for what other windows left.
    void refresh();
    /// Removes the note and the checkpoints of the training; finished models stay.
    void discard(const InterruptedTraining &training);

signals:
    void changed();
    /// The training that runs cannot be noted down: it cannot be gone on with after a crash.
    void failed(const QString &reason);

private:
    void begin(const TrainingPlan &plan);
    void end(JobEnd end);
    void write();

    QString folder_;
    std::vector<InterruptedTraining> interrupted_;
    QString running_;
    TrainingRecord record_;
    std::unique_ptr<QLockFile> lock_;
};

} // namespace knockscape::ui
