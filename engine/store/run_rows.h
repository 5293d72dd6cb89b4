#pragma once

#include "engine/store/process_identity.h"
#include "engine/store/run_database.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace SQLite
{
class Database;
class Statement;
} // namespace SQLite

namespace knockscape
{

/// Rows of the run database as the program's types. Every function throws SQLite::Exception.

/// SELECT of runs, to be completed with a WHERE; runOf reads what it gives. A run whose process is gone is read as
/// failed.
extern const char *const runQuery;
RunRecord runOf(SQLite::Statement &row);
/// The five columns from `first` on: host, boot_id, pid_namespace, pid, pid_start.
ProcessIdentity processOf(SQLite::Statement &row, int first);
/// Why a run is failed that nobody finished.
std::string abandonedMessage();

/// Inserts `run` as running, begun by this process, and returns its id.
std::int64_t insertRun(SQLite::Database &database, const RunRecord &run);
/// Inserts genotypes with their predictions; the caller holds the transaction.
void insertPredictions(SQLite::Database &database, std::int64_t run, std::span<const StoredPrediction> rows);
std::vector<StoredPrediction> selectPredictions(SQLite::Database &database, std::int64_t run);

/// Now, as ISO 8601 in UTC with milliseconds.
std::string nowUtc();

} // namespace knockscape
