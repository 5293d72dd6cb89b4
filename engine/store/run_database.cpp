#include "engine/store/run_database.h"

#include "engine/core/issue.h"
#include "engine/core/paths.h"
#include "engine/core/translate.h"
#include "engine/store/process_identity.h"
#include "engine/store/run_schema.h"

#include <sqlite3.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <limits>
#include <random>
#include <set>
#include <utility>

namespace knockscape
{
namespace
{

namespace fs = std::filesystem;

constexpr int busyTimeoutMilliseconds = 10'000;

/// Now, as ISO 8601 in UTC with milliseconds.
std::string nowUtc()
{
    const auto now = std::chrono::system_clock::now();
    const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
    const auto sinceEpoch = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch());
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 40> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    std::snprintf(text.data() + length, text.size() - length, ".%03dZ", static_cast<int>(sinceEpoch.count() % 1000));
    return text.data();
}

/// A random UUID (RFC 4122, version 4).
std::string newUuid()
{
    std::random_device device;
    std::string text;
    for (const int digits : {8, 4, 4, 4, 12}) {
        text += text.empty() ? "" : "-";
        for (int i = 0; i < digits; ++i) {
            text += "0123456789abcdef"[device() % 16U];
        }
    }
    text[14] = '4';
    text[19] = "89ab"[device() % 4U];
    return text;
}

RunStatus statusFromText(const std::string &text)
{
    for (const RunStatus status : {RunStatus::Running, RunStatus::Finished, RunStatus::Cancelled}) {
        if (text == toText(status)) {
            return status;
        }
    }
    return RunStatus::Failed;
}

double numberOrNan(const SQLite::Column &column)
{
    return column.isNull() ? std::numeric_limits<double>::quiet_NaN() : column.getDouble();
}

std::string abandonedMessage()
{
    return translate("Engine", "the program ended before the run did");
}

const char *const runQuery = R"sql(
SELECT id, uuid, started_utc, coalesce(finished_utc, ''), kind, status, device, engine_version, cell_name, cell_sha256,
       models_json, parameters_json, note, error, genotype_count, host, boot_id, pid_namespace, pid, pid_start,
       coalesce((SELECT group_concat(label, ', ') FROM
           (SELECT CASE WHEN n = 0 THEN 'WT' WHEN names = '' THEN knockouts ELSE names END AS label
            FROM genotypes WHERE run_id = runs.id ORDER BY genotypes.id LIMIT 3)), '')
FROM runs )sql";

ProcessIdentity processOf(SQLite::Statement &row, int first)
{
    ProcessIdentity process;
    process.host = row.getColumn(first).getString();
    process.bootId = row.getColumn(first + 1).getString();
    process.pidNamespace = row.getColumn(first + 2).getString();
    process.pid = row.getColumn(first + 3).getInt64();
    process.startTicks = row.getColumn(first + 4).getInt64();
    return process;
}

RunRecord runOf(SQLite::Statement &row)
{
    RunRecord run;
    int column = 0;
    run.id = row.getColumn(column++).getInt64();
    for (std::string *text : {&run.uuid, &run.startedUtc, &run.finishedUtc, &run.kind}) {
        *text = row.getColumn(column++).getString();
    }
    run.status = statusFromText(row.getColumn(column++).getString());
    for (std::string *text : {&run.device, &run.engineVersion, &run.cellName, &run.cellSha256, &run.modelsJson,
                              &run.parametersJson, &run.note, &run.error}) {
        *text = row.getColumn(column++).getString();
    }
    run.genotypeCount = row.getColumn(column++).getInt64();
    if (run.status == RunStatus::Running && hasEnded(processOf(row, column))) {
        run.status = RunStatus::Failed;
        run.error = abandonedMessage();
    }
    run.firstGenotypes = row.getColumn(column + 5).getString();
    return run;
}

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

std::string toText(RunStatus status)
{
    switch (status) {
    case RunStatus::Running:
        return "running";
    case RunStatus::Finished:
        return "finished";
    case RunStatus::Cancelled:
        return "cancelled";
    case RunStatus::Failed:
        break;
    }
    return "failed";
}

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

std::int64_t RunDatabase::begin(RunRecord run)
{
    return connection_->guarded([&] {
        SQLite::Statement insert(*connection_->database, R"sql(
INSERT INTO runs (uuid, started_utc, kind, status, device, engine_version, cell_name, cell_sha256, models_json,
                  parameters_json, note, host, boot_id, pid_namespace, pid, pid_start)
VALUES (?, ?, ?, 'running', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql");
        const ProcessIdentity process = ProcessIdentity::current();
        int parameter = 1;
        for (const std::string &text :
             {run.uuid.empty() ? newUuid() : run.uuid, run.startedUtc.empty() ? nowUtc() : run.startedUtc, run.kind,
              run.device, run.engineVersion.empty() ? std::string(KNOCKSCAPE_VERSION) : run.engineVersion, run.cellName,
              run.cellSha256, run.modelsJson.empty() ? "[]" : run.modelsJson,
              run.parametersJson.empty() ? "{}" : run.parametersJson, run.note, process.host, process.bootId,
              process.pidNamespace}) {
            insert.bind(parameter++, text);
        }
        insert.bind(parameter++, process.pid);
        insert.bind(parameter, process.startTicks);
        insert.exec();
        const std::int64_t id = connection_->database->getLastInsertRowid();
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
        SQLite::Statement genotype(database, "INSERT INTO genotypes (run_id, knockouts, names, n) VALUES (?, ?, ?, ?)");
        SQLite::Statement prediction(database, "INSERT INTO predictions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        genotype.bind(1, run);
        for (const StoredPrediction &row : rows) {
            genotype.bindNoCopy(2, row.knockouts);
            genotype.bindNoCopy(3, row.names);
            genotype.bind(4, row.n);
            genotype.exec();
            genotype.reset();
            prediction.bind(1, database.getLastInsertRowid());
            int parameter = 2;
            for (const double value :
                 {row.prediction.fitness, row.prediction.interaction, row.prediction.expectedFitness,
                  row.prediction.fitnessSd, row.prediction.interactionSd}) {
                prediction.bind(parameter++, value); // SQLite stores NaN as NULL
            }
            prediction.bind(parameter++, row.prediction.support);
            prediction.bind(parameter++, row.prediction.inRange ? 1 : 0);
            prediction.bindNoCopy(parameter, row.status);
            prediction.exec();
            prediction.reset();
        }
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
    return connection_->guarded([&] {
        SQLite::Statement query(*connection_->database, R"sql(
SELECT g.knockouts, g.names, g.n, p.fitness, p.interaction, p.expected_fitness, p.fitness_sd, p.interaction_sd,
       coalesce(p.support, -1), p.in_range, p.status
FROM genotypes g JOIN predictions p ON p.genotype_id = g.id WHERE g.run_id = ? ORDER BY g.id)sql");
        query.bind(1, run);
        std::vector<StoredPrediction> rows;
        while (query.executeStep()) {
            StoredPrediction &row = rows.emplace_back();
            row.knockouts = query.getColumn(0).getString();
            row.names = query.getColumn(1).getString();
            row.n = query.getColumn(2).getInt();
            row.prediction.fitness = numberOrNan(query.getColumn(3));
            row.prediction.interaction = numberOrNan(query.getColumn(4));
            row.prediction.expectedFitness = numberOrNan(query.getColumn(5));
            row.prediction.fitnessSd = numberOrNan(query.getColumn(6));
            row.prediction.interactionSd = numberOrNan(query.getColumn(7));
            row.prediction.support = query.getColumn(8).getInt64();
            row.prediction.inRange = query.getColumn(9).getInt() != 0;
            row.status = query.getColumn(10).getString();
        }
        return rows;
    });
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
