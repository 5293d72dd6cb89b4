#include "ui/training/training_journal.h"

#include "engine/core/issue.h"
#include "engine/training/checkpoint_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>
#include <system_error>

namespace knockscape::ui
{
namespace
{

QString lockOf(const QString &file)
{
    return file + QStringLiteral(".lock");
}

std::filesystem::path memberPath(const TrainingRecord &record, int member)
{
    return TrainingPlan::memberPath(record.output, member, record.settings.ensemble);
}

std::vector<std::filesystem::path> checkpointsOf(const TrainingRecord &record)
{
    std::vector<std::filesystem::path> found;
    for (int member = 0; member < record.settings.ensemble; ++member) {
        std::error_code error;
        std::filesystem::path path = checkpointPath(memberPath(record, member));
        if (std::filesystem::is_regular_file(path, error)) {
            found.push_back(std::move(path));
        }
    }
    return found;
}

InterruptedTraining inspect(const QString &file, TrainingRecord record)
{
    InterruptedTraining found;
    found.file = file;
    found.when = record.started;
    const std::filesystem::path checkpoint = checkpointPath(memberPath(record, memberInProgress(record)));
    try {
        if (const auto facts = readCheckpointFacts(checkpoint)) {
            found.epoch = facts->epoch;
            found.when = QFileInfo(QString::fromStdString(checkpoint.string())).lastModified();
        }
    } catch (const InputError &problem) {
        found.problem = QString::fromStdString(describe(problem.issues().front()));
    }
    found.record = std::move(record);
    return found;
}

std::optional<TrainingRecord> readRecord(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? recordFromJson(QJsonDocument::fromJson(file.readAll()).object())
                                          : std::nullopt;
}

/// Whether the process that wrote it is gone. A lock of this process counts as held.
bool isAbandoned(const QString &file)
{
    QLockFile lock(lockOf(file));
    lock.setStaleLockTime(0);
    return lock.tryLock(0);
}

} // namespace

TrainingJournal::TrainingJournal(QString folder, TrainingService *service, QObject *parent)
    : QObject(parent), folder_(std::move(folder))
{
    connect(service, &TrainingService::started, this, &TrainingJournal::begin);
    connect(service, &TrainingService::memberDone, this, [this](const TrainedModel &model) {
        const bool known = std::any_of(record_.finished.begin(), record_.finished.end(),
                                       [&](const FinishedMember &member) { return member.member == model.member; });
        // A cancelled training's best so far is no finished member.
        if (!known && !model.result.cancelled) {
            record_.finished.push_back({model.member, model.sha256});
            write();
        }
    });
    connect(service, &TrainingService::ended, this, [this](JobEnd how) { end(how); });
    refresh();
}

void TrainingJournal::refresh()
{
    interrupted_.clear();
    for (const QFileInfo &info : QDir(folder_).entryInfoList({QStringLiteral("*.json")}, QDir::Files)) {
        const QString file = info.absoluteFilePath();
        if (file == running_ || !isAbandoned(file)) {
            continue;
        }
        if (const auto record = readRecord(file)) {
            interrupted_.push_back(inspect(file, *record));
        }
    }
    std::sort(interrupted_.begin(), interrupted_.end(),
              [](const InterruptedTraining &a, const InterruptedTraining &b) { return a.when > b.when; });
    emit changed();
}

void TrainingJournal::discard(const InterruptedTraining &training)
{
    for (const std::filesystem::path &checkpoint : checkpointsOf(training.record)) {
        std::error_code error;
        std::filesystem::remove(checkpoint, error);
    }
    QFile::remove(training.file);
    QFile::remove(lockOf(training.file));
    refresh();
}

void TrainingJournal::begin(const TrainingPlan &plan)
{
    record_ = makeRecord(plan);
    // Going on with a training, or another one that writes the same model: the note before is this one's now.
    for (const InterruptedTraining &before : interrupted_) {
        if (before.record.output == record_.output) {
            QFile::remove(before.file);
            QFile::remove(lockOf(before.file));
        }
    }
    QDir().mkpath(folder_);
    running_ =
        QDir(folder_).absoluteFilePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".json"));
    lock_ = std::make_unique<QLockFile>(lockOf(running_));
    lock_->setStaleLockTime(0);
    if (!lock_->tryLock(0)) {
        emit failed(tr("Nothing can be written to %1").arg(folder_));
    }
    write();
    refresh();
}

void TrainingJournal::write()
{
    QSaveFile file(running_);
    const QByteArray text = QJsonDocument(toJson(record_)).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        emit failed(file.errorString());
    }
}

void TrainingJournal::end(JobEnd how)
{
    if (running_.isEmpty()) {
        return;
    }
    const QString file = std::exchange(running_, {});
    const bool kept = how == JobEnd::Failed && (!checkpointsOf(record_).empty() || !record_.finished.empty());
    if (!kept) {
        for (const std::filesystem::path &checkpoint : checkpointsOf(record_)) {
            std::error_code error;
            std::filesystem::remove(checkpoint, error);
        }
        QFile::remove(file);
    }
    lock_.reset();
    refresh();
}

} // namespace knockscape::ui
