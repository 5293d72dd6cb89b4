#include "engine/store/run_database.h"

#include "engine/core/issue.h"
#include "engine/core/paths.h"
#include "engine/core/translate.h"
#include "engine/store/run_rows.h"
#include "engine/store/run_schema.h"

#include <sqlite3.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <set>
#include <utility>

namespace knockscape
{
namespace
{

namespace fs = std::filesystem;

constexpr int busyTimeoutMilliseconds = 10'000;

void makeFolder(const fs::path &file)
{
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    std::error_code error;
    if (file == RunDatabase::defaultPath()) {
        fs::create_directories(folder, error);
    }
    if (error || !fs::is_directory(folder, error)) {
        throw InputError(errorAt(folder.string(), translate("Engine", "the folder of the run database does not exist"),
                                 translate("Engine", "Create it first, or choose another file.")));
    }
}

} // namespace

struct RunDatabase::Connection {
    fs::path file;
    std::unique_ptr<SQLite::Database> database;
    std::set<std::int64_t> unfinished;

    /// Runs `work` and turns what SQLite reports into the errors of this program.
    template <typename Work>
    auto guarded(const Work &work)
    {
        try {
            return work();
        } catch (const SQLite::Exception &error) {
            throwDatabaseError(error, file, database ? sqlite3_system_errno(database->getHandle()) : 0);
        }
    }

    std::vector<RunRecord> select(const std::string &condition)
    {
        return guarded([&] {
            SQLite::Statement query(*database, runQuery + condition);
            std::vector<RunRecord> runs;
            while (query.executeStep()) {
                runs.push_back(runOf(query));
            }
            return runs;
        });
    }

    /// Executes an UPDATE of one run, bound as the last parameter; InputError if there is no such run.
    void update(SQLite::Statement &statement, int parameter, std::int64_t run)
    {
        statement.bind(parameter, run);
        if (statement.exec() == 0) {
            throw InputError(errorAt(file.string(), translate("Engine", "there is no run %1", {std::to_string(run)}),
                                     translate("Engine", "\"runs list\" shows the runs there are.")));
        }
    }

    /// Stores runs of processes that are gone as failed.
    void closeAbandoned()
    {
        std::vector<std::int64_t> abandoned;
        SQLite::Statement query(
            *database, "SELECT id, host, boot_id, pid_namespace, pid, pid_start FROM runs WHERE status = 'running'");
        while (query.executeStep()) {
            if (hasEnded(processOf(query, 1))) {
                abandoned.push_back(query.getColumn(0).getInt64());
            }
        }
        for (const std::int64_t run : abandoned) {
            close(run, RunStatus::Failed, abandonedMessage());
        }
    }

    void close(std::int64_t run, RunStatus status, const std::string &error)
    {
        SQLite::Statement statement(*database, "UPDATE runs SET status = ?, error = ?, finished_utc = ? WHERE id = ?");
        statement.bind(1, toText(status));
        statement.bind(2, error);
        statement.bind(3, nowUtc());
        update(statement, 4, run);
    }
};

RunDatabase::RunDatabase(const fs::path &file) : connection_(std::make_unique<Connection>())
{
    connection_->file = file;
    makeFolder(file);
    connection_->guarded([&] {
        connection_->database = std::make_unique<SQLite::Database>(
            file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busyTimeoutMilliseconds);
        prepareRunDatabase(*connection_->database, file);
        // SQLite falls back to reading alone where it may not write; a person should hear of it before a run, not
        // after.
        if (sqlite3_db_readonly(connection_->database->getHandle(), "main") == 1) {
            throw SQLite::Exception("read-only", SQLITE_READONLY);
        }
        connection_->closeAbandoned();
    });
}

RunDatabase::~RunDatabase()
{
    if (!connection_) {
        return;
    }
    for (const std::int64_t run : connection_->unfinished) {
        try {
            connection_->close(run, RunStatus::Failed, abandonedMessage());
        } catch (const std::exception &) {
            // The next program that opens the file sees that this process is gone.
            break;
        }
    }
}

RunDatabase::RunDatabase(RunDatabase &&) noexcept = default;
RunDatabase &RunDatabase::operator=(RunDatabase &&) noexcept = default;

fs::path RunDatabase::defaultPath()
{
    return userDataDirectory() / "runs.sqlite";
}

const fs::path &RunDatabase::path() const
{
    return connection_->file;
}

std::int64_t RunDatabase::begin(const RunRecord &run)
{
    return connection_->guarded([&] {
        const std::int64_t id = insertRun(*connection_->database, run);
        connection_->unfinished.insert(id);
        return id;
    });
}

void RunDatabase::append(std::int64_t run, std::span<const StoredPrediction> rows)
{
    if (rows.empty()) {
        return;
    }
    connection_->guarded([&] {
        SQLite::Database &database = *connection_->database;
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement count(database, "UPDATE runs SET genotype_count = genotype_count + ? WHERE id = ?");
        count.bind(1, static_cast<std::int64_t>(rows.size()));
        connection_->update(count, 2, run);
        insertPredictions(database, run, rows);
        transaction.commit();
    });
}

void RunDatabase::addArtifact(std::int64_t run, const RunArtifact &artifact)
{
    connection_->guarded([&] {
        SQLite::Statement insert(*connection_->database,
                                 "INSERT INTO artifacts (run_id, kind, path, sha256) SELECT ?1, ?2, ?3, ?4 "
                                 "WHERE EXISTS (SELECT 1 FROM runs WHERE id = ?1)");
        insert.bind(2, artifact.kind);
        insert.bind(3, artifact.path.string());
        insert.bind(4, artifact.sha256);
        connection_->update(insert, 1, run);
    });
}

void RunDatabase::finish(std::int64_t run, RunStatus status, const std::string &error)
{
    connection_->guarded([&] { connection_->close(run, status, error); });
    connection_->unfinished.erase(run);
}

std::vector<RunRecord> RunDatabase::runs() const
{
    return connection_->select("WHERE deleted_utc IS NULL ORDER BY id DESC");
}

std::vector<RunRecord> RunDatabase::deletedRuns() const
{
    return connection_->select("WHERE deleted_utc IS NOT NULL ORDER BY id DESC");
}

std::optional<RunRecord> RunDatabase::find(std::int64_t run) const
{
    const std::vector<RunRecord> found = connection_->select("WHERE id = " + std::to_string(run));
    return found.empty() ? std::nullopt : std::optional(found.front());
}

bool RunDatabase::isDeleted(std::int64_t run) const
{
    return connection_->guarded([&] {
        SQLite::Statement query(*connection_->database, "SELECT deleted_utc IS NOT NULL FROM runs WHERE id = ?");
        query.bind(1, run);
        return query.executeStep() && query.getColumn(0).getInt() == 1;
    });
}

std::vector<StoredPrediction> RunDatabase::predictions(std::int64_t run) const
{
    return connection_->guarded([&] { return selectPredictions(*connection_->database, run); });
}

std::vector<RunArtifact> RunDatabase::artifacts(std::int64_t run) const
{
    return connection_->guarded([&] {
        SQLite::Statement query(*connection_->database,
                                "SELECT kind, path, sha256 FROM artifacts WHERE run_id = ? ORDER BY id");
        query.bind(1, run);
        std::vector<RunArtifact> artifacts;
        while (query.executeStep()) {
            artifacts.push_back({query.getColumn(0).getString(), fs::path(query.getColumn(1).getString()),
                                 query.getColumn(2).getString()});
        }
        return artifacts;
    });
}

void RunDatabase::setNote(std::int64_t run, const std::string &note)
{
    connection_->guarded([&] {
        SQLite::Statement statement(*connection_->database, "UPDATE runs SET note = ? WHERE id = ?");
        statement.bind(1, note);
        connection_->update(statement, 2, run);
    });
}

std::int64_t RunDatabase::foreignChanges() const
{
    return connection_->guarded([&] { return connection_->database->execAndGet("PRAGMA data_version").getInt64(); });
}

void RunDatabase::remove(std::int64_t run)
{
    connection_->guarded([&] {
        SQLite::Statement statement(*connection_->database,
                                    "UPDATE runs SET deleted_utc = coalesce(deleted_utc, ?) WHERE id = ?");
        statement.bind(1, nowUtc());
        connection_->update(statement, 2, run);
    });
}

void RunDatabase::restore(std::int64_t run)
{
    connection_->guarded([&] {
        SQLite::Statement statement(*connection_->database, "UPDATE runs SET deleted_utc = NULL WHERE id = ?");
        connection_->update(statement, 1, run);
    });
}

void RunDatabase::purgeDeleted()
{
    connection_->guarded(
        [&] { connection_->database->exec("DELETE FROM runs WHERE deleted_utc IS NOT NULL AND status <> 'running'"); });
}

} // namespace knockscape
