#pragma once

#include <filesystem>

namespace SQLite
{
class Database;
class Exception;
} // namespace SQLite

namespace knockscape
{

/// The schema version this program writes.
constexpr int runSchemaVersion = 1;

/// Sets up a connection to a run database and brings its schema up to date; a new file gets the whole schema. Each
/// migration is one transaction, so that a crash leaves an older but whole schema. Throws InputError for a file that is
/// some other database or is newer than this program can handle, SQLite::Exception for everything SQLite refuses.
void prepareRunDatabase(SQLite::Database &database, const std::filesystem::path &file);

/// Throws the InputError (the file is at fault) or EngineError (the machine is) that `error` amounts to.
[[noreturn]] void throwDatabaseError(const SQLite::Exception &error, const std::filesystem::path &file,
                                     int systemError);

} // namespace knockscape
