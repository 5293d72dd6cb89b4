#include "engine/store/run_rows.h"

#include "engine/core/translate.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <limits>
#include <random>

namespace knockscape
{
namespace
{

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

} // namespace

const char *const runQuery = R"sql(
SELECT id, uuid, started_utc, coalesce(finished_utc, ''), kind, status, device, engine_version, cell_name, cell_sha256,
       models_json, parameters_json, note, error, genotype_count, host, boot_id, pid_namespace, pid, pid_start,
       coalesce((SELECT group_concat(label, ', ') FROM
           (SELECT CASE WHEN n = 0 THEN 'WT' WHEN names = '' THEN knockouts ELSE names END AS label
            FROM genotypes WHERE run_id = runs.id ORDER BY genotypes.id LIMIT 3)), '')
FROM runs )sql";

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

std::string abandonedMessage()
{
    return translate("Engine", "the program ended before the run did");
}

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

std::int64_t insertRun(SQLite::Database &database, const RunRecord &run)
{
    SQLite::Statement insert(database, R"sql(
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
    return database.getLastInsertRowid();
}

void insertPredictions(SQLite::Database &database, std::int64_t run, std::span<const StoredPrediction> rows)
{
    SQLite::Statement genotype(database, "INSERT INTO genotypes (run_id, knockouts, names, n) VALUES (?, ?, ?, ?)");
    SQLite::Statement prediction(database,
                                 "INSERT INTO predictions (genotype_id, fitness, interaction, expected_fitness, "
                                 "fitness_sd, interaction_sd, support, in_range, status) "
                                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    genotype.bind(1, run);
    for (const StoredPrediction &row : rows) {
        genotype.bindNoCopy(2, row.knockouts);
        genotype.bindNoCopy(3, row.names);
        genotype.bind(4, row.n);
        genotype.exec();
        genotype.reset();
        prediction.bind(1, database.getLastInsertRowid());
        int parameter = 2;
        for (const double value : {row.prediction.fitness, row.prediction.interaction, row.prediction.expectedFitness,
                                   row.prediction.fitnessSd, row.prediction.interactionSd}) {
            prediction.bind(parameter++, value); // SQLite stores NaN as NULL
        }
        prediction.bind(parameter++, row.prediction.support);
        prediction.bind(parameter++, row.prediction.inRange ? 1 : 0);
        prediction.bindNoCopy(parameter, row.status);
        prediction.exec();
        prediction.reset();
    }
}

std::vector<StoredPrediction> selectPredictions(SQLite::Database &database, std::int64_t run)
{
    SQLite::Statement query(database, R"sql(
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
}

} // namespace knockscape
