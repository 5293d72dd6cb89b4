#pragma once

#include "engine/store/stored_prediction.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace knockscape
{

enum class RunStatus { Running, Finished, Cancelled, Failed };

/// A run as the history shows it. Times are ISO 8601 UTC.
struct RunRecord {
    std::int64_t id = 0;
    std::string uuid;
    std::string startedUtc;
    std::string finishedUtc;
    /// "predict", "screen", "train", "simulate".
    std::string kind;
    RunStatus status = RunStatus::Running;
    std::string device;
    std::string engineVersion;
    std::string cellName;
    std::string cellSha256;
    /// JSON array of {"path", "sha256"}.
    std::string modelsJson;
    /// JSON object of what was asked for.
    std::string parametersJson;
    std::string note;
    std::string error;
    std::int64_t genotypeCount = 0;
    /// Names of up to three genotypes it began with, joined by ", " ("WT" for the wild type); filled when read.
    std::string firstGenotypes;
};

/// "running", "finished", "cancelled", "failed": as stored and as other programs read it (not translated).
std::string toText(RunStatus status);

struct RunArtifact {
    std::string kind;
    std::filesystem::path path;
    std::string sha256;
};

/// The run database (contract: one SQLite file, WAL, foreign keys, numbered migrations in user_version with a
/// min-compatible version). One object is one connection and belongs to one thread; several programs may have the file
/// open. Every appended batch is one transaction, so a crash loses at most the batch in flight; a run whose process is
/// gone but was left "running" is shown as failed, one of another living process stays running. Every function throws
/// InputError for a file that is no such database, is damaged, is newer than this program, or cannot be written, and
/// for a run that does not exist; EngineError for a full disk or a file that another program keeps locked.
class RunDatabase
{
public:
    /// Opens `file`; creates it where none exists (its folder too when it is defaultPath()).
    explicit RunDatabase(const std::filesystem::path &file);
    /// Runs begun here and not finished are stored as failed.
    ~RunDatabase();
    RunDatabase(RunDatabase &&) noexcept;
    RunDatabase &operator=(RunDatabase &&) noexcept;

    /// runs.sqlite in userDataDirectory().
    static std::filesystem::path defaultPath();
    const std::filesystem::path &path() const;

    /// Inserts a run as running and returns its id; uuid and startedUtc are filled when empty.
    std::int64_t begin(const RunRecord &run);
    /// Appends rows in one transaction; about 10 to 10,000 rows at a time is efficient.
    void append(std::int64_t run, std::span<const StoredPrediction> rows);
    void addArtifact(std::int64_t run, const RunArtifact &artifact);
    void finish(std::int64_t run, RunStatus status, const std::string &error = {});

    /// Newest first; deleted runs are left out.
    std::vector<RunRecord> runs() const;
    /// Deleted runs that can still be restored, newest first.
    std::vector<RunRecord> deletedRuns() const;
    /// The run, deleted or not, if there is one.
    std::optional<RunRecord> find(std::int64_t run) const;
    bool isDeleted(std::int64_t run) const;
    /// Rows in the order they were appended.
    std::vector<StoredPrediction> predictions(std::int64_t run) const;
    std::vector<RunArtifact> artifacts(std::int64_t run) const;
    void setNote(std::int64_t run, const std::string &note);

    /// A number that changes whenever another connection, of this program or another, has changed the file.
    std::int64_t foreignChanges() const;

    /// Hides a run; restore() brings it back until purgeDeleted() removes what is hidden.
    void remove(std::int64_t run);
    void restore(std::int64_t run);
    void purgeDeleted();

private:
    struct Connection;
    std::unique_ptr<Connection> connection_;
};

} // namespace knockscape
