#pragma once

#include "engine/store/run_database.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <vector>

namespace knockscape::ui
{

/// The database writer thread, seen from the GUI thread: every call is queued and returns at once, every answer is a
/// signal. Owns the thread and the one RunDatabase connection; the destructor writes what is queued, then ends the
/// thread.
class DatabaseService : public QObject
{
    Q_OBJECT

public:
    explicit DatabaseService(std::filesystem::path file, QObject *parent = nullptr);
    ~DatabaseService() override;

    /// `token` is the caller's number for this run (the job id); later calls name it, so nobody waits for the row id.
    void beginRun(quint64 token, const RunRecord &run);
    void append(quint64 token, std::vector<StoredPrediction> rows);
    void addArtifact(quint64 token, const RunArtifact &artifact);
    void finishRun(quint64 token, RunStatus status, const QString &error);

    void requestRuns();
    /// Reads a run; runRead follows.
    void requestRun(qint64 run);
    void setNote(qint64 run, const QString &note);
    void removeRun(qint64 run);
    void restoreRun(qint64 run);

signals:
    /// Answer to requestRuns, also sent after every change.
    void runsChanged(const std::vector<knockscape::RunRecord> &runs);
    /// Answer to requestRun: its rows in the order they were made, and the files it wrote.
    void runRead(qint64 run, const std::vector<knockscape::StoredPrediction> &rows,
                 const std::vector<knockscape::RunArtifact> &artifacts);
    void runBegun(quint64 token, qint64 run);
    /// The database cannot be used or a write failed (read-only, full disk); predictions go on, unlogged.
    void failed(const QString &message);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace knockscape::ui
