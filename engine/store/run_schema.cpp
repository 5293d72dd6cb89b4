#include "engine/store/run_schema.h"

#include "engine/core/issue.h"
#include "engine/core/translate.h"

#include <sqlite3.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <chrono>
#include <cstring>
#include <new>
#include <string>
#include <thread>

namespace knockscape
{
namespace
{

/// "Kscp": marks the file as a Knockscape run database (PRAGMA application_id).
constexpr int applicationId = 0x4B736370;

struct Migration {
    int version;
    /// The oldest program (by its runSchemaVersion) that can still work with the result.
    int minCompatible;
    const char *sql;
};

constexpr std::array<Migration, 1> migrations{{
    {1, 1, R"sql(
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE,
    started_utc TEXT NOT NULL,
    finished_utc TEXT,
    kind TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'cancelled', 'failed')),
    device TEXT NOT NULL DEFAULT '',
    engine_version TEXT NOT NULL DEFAULT '',
    cell_name TEXT NOT NULL DEFAULT '',
    cell_sha256 TEXT NOT NULL DEFAULT '',
    models_json TEXT NOT NULL DEFAULT '[]',
    parameters_json TEXT NOT NULL DEFAULT '{}',
    note TEXT NOT NULL DEFAULT '',
    error TEXT NOT NULL DEFAULT '',
    genotype_count INTEGER NOT NULL DEFAULT 0,
    deleted_utc TEXT,
    host TEXT NOT NULL,
    boot_id TEXT NOT NULL,
    pid_namespace TEXT NOT NULL,
    pid INTEGER NOT NULL,
    pid_start INTEGER NOT NULL
);
CREATE INDEX runs_running ON runs (status) WHERE status = 'running';
CREATE INDEX runs_deleted ON runs (deleted_utc) WHERE deleted_utc IS NOT NULL;

CREATE TABLE genotypes (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    knockouts TEXT NOT NULL,
    names TEXT NOT NULL,
    n INTEGER NOT NULL
);
CREATE INDEX genotypes_run ON genotypes (run_id);

CREATE TABLE predictions (
    genotype_id INTEGER PRIMARY KEY REFERENCES genotypes (id) ON DELETE CASCADE,
    fitness REAL,
    interaction REAL,
    expected_fitness REAL,
    fitness_sd REAL,
    interaction_sd REAL,
    support INTEGER,
    in_range INTEGER NOT NULL,
    status TEXT NOT NULL
);

CREATE TABLE artifacts (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL
);
CREATE INDEX artifacts_run ON artifacts (run_id);
)sql"},
}};
static_assert(migrations.back().version == runSchemaVersion);

int pragma(SQLite::Database &database, const char *name)
{
    return database.execAndGet(std::string("PRAGMA ") + name).getInt();
}

[[noreturn]] void throwForeign(const std::filesystem::path &file)
{
    throw InputError(errorAt(file.string(), translate("Engine", "this is a database of another program, not of runs"),
                             translate("Engine", "Choose another file; a new one is created where none exists.")));
}

void requireOurs(SQLite::Database &database, const std::filesystem::path &file)
{
    const int version = pragma(database, "user_version");
    const bool marked = pragma(database, "application_id") == applicationId;
    const bool empty = database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
    if (marked != (version > 0) || (!marked && !empty)) {
        throwForeign(file);
    }
    if (version <= runSchemaVersion) {
        return;
    }
    SQLite::Statement query(database, "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'min_compatible'");
    const int needed = query.executeStep() ? query.getColumn(0).getInt() : version;
    if (needed > runSchemaVersion) {
        throw InputError(errorAt(
            file.string(),
            translate("Engine", "the run database was written by a newer program (version %1; this one knows %2)",
                      {std::to_string(version), std::to_string(runSchemaVersion)}),
            translate("Engine", "Update Knockscape, or choose another file.")));
    }
}

void migrate(SQLite::Database &database, const std::filesystem::path &file)
{
    for (const Migration &migration : migrations) {
        if (pragma(database, "user_version") >= migration.version) {
            continue;
        }
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        // Another program may have done it while this one waited for the lock.
        if (pragma(database, "user_version") >= migration.version) {
            continue;
        }
        requireOurs(database, file);
        database.exec(migration.sql);
        SQLite::Statement store(database, "INSERT OR REPLACE INTO meta (key, value) VALUES ('min_compatible', ?)");
        store.bind(1, std::to_string(migration.minCompatible));
        store.exec();
        database.exec("PRAGMA application_id = " + std::to_string(applicationId));
        database.exec("PRAGMA user_version = " + std::to_string(migration.version));
        transaction.commit();
    }
}

/// Several programs that open a new file at once compete for the switch to WAL, which SQLite refuses without waiting.
void switchToWriteAheadLog(SQLite::Database &database)
{
    constexpr int attempts = 100;
    for (int attempt = 1;; ++attempt) {
        try {
            SQLite::Statement(database, "PRAGMA journal_mode = WAL").executeStep();
            return;
        } catch (const SQLite::Exception &error) {
            if ((error.getErrorCode() & 0xFF) != SQLITE_BUSY || attempt == attempts) {
                throw;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }
}

} // namespace

void prepareRunDatabase(SQLite::Database &database, const std::filesystem::path &file)
{
    database.exec("PRAGMA trusted_schema = OFF");
    database.exec("PRAGMA cell_size_check = ON");
    {
        // One snapshot: another program may be creating the schema just now.
        SQLite::Transaction snapshot(database);
        requireOurs(database, file);
    }
    switchToWriteAheadLog(database);
    database.exec("PRAGMA synchronous = FULL");
    database.exec("PRAGMA foreign_keys = ON");
    SQLite::Statement(database, "PRAGMA journal_size_limit = 16777216").executeStep();
    migrate(database, file);
}

void throwDatabaseError(const SQLite::Exception &error, const std::filesystem::path &file, int systemError)
{
    const std::string where = file.string();
    const std::string detail = systemError != 0 ? std::strerror(systemError) : error.what();
    switch (error.getErrorCode() & 0xFF) {
    case SQLITE_NOMEM:
        throw std::bad_alloc();
    case SQLITE_NOTADB:
        throw InputError(errorAt(where, translate("Engine", "this is not a run database"),
                                 translate("Engine", "Choose another file; a new one is created where none exists.")));
    case SQLITE_CORRUPT:
        throw InputError(errorAt(where, translate("Engine", "the run database is damaged or cut short"),
                                 translate("Engine", "Restore a copy of it, or move it away: a new one is created.")));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        throw InputError(errorAt(where, translate("Engine", "the run database cannot be written"),
                                 translate("Engine", "Change the permissions of the file and its folder, or choose "
                                                     "another file.")));
    case SQLITE_CANTOPEN:
        throw InputError(errorAt(where, translate("Engine", "the run database cannot be opened (%1)", {detail}),
                                 translate("Engine", "Check the path and the permissions of its folder.")));
    case SQLITE_FULL:
        throw EngineError(errorAt(where, translate("Engine", "the disk is full; the run database was not changed"),
                                  translate("Engine", "Free some space, or choose a file on another disk.")));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw EngineError(errorAt(where, translate("Engine", "another program keeps the run database locked"),
                                  translate("Engine", "Wait until it is done, then try again.")));
    case SQLITE_IOERR:
        throw EngineError(errorAt(where,
                                  translate("Engine", "the run database could not be read or written (%1)", {detail}),
                                  translate("Engine", "Check the disk and the space left on it.")));
    default:
        throw EngineError(errorAt(where, translate("Engine", "the run database failed (%1)", {error.what()}),
                                  translate("Engine", "Try again, or choose another file.")));
    }
}

} // namespace knockscape
