#include "app/cli/run_log.h"

#include "engine/core/files.h"
#include "engine/core/translate.h"
#ifdef KNOCKSCAPE_STORE
#include "engine/store/run_database.h"

#include <nlohmann/json.hpp>
#endif

#include <chrono>
#include <optional>

namespace knockscape::cli
{

#ifdef KNOCKSCAPE_STORE

class RunLog::Private
{
public:
    Private(const Context &owner, const RunDescription &run) : context(owner)
    {
        if (!context.options.noLog) {
            attempt([&] { begin(run); });
        }
    }

    /// Does `work` on the database; the first failure ends the recording with a warning.
    template <typename Work>
    void attempt(const Work &work)
    {
        try {
            work();
        } catch (const InputError &error) {
            giveUp(error.issues().front());
        } catch (const EngineError &error) {
            giveUp(error.issue());
        }
    }

    void begin(const RunDescription &run)
    {
        database.emplace(context.options.database.empty() ? RunDatabase::defaultPath() : context.options.database);
        nlohmann::json models = nlohmann::json::array();
        for (const ModelSummary &model : run.models) {
            models.push_back({{"path", std::filesystem::absolute(model.path).string()}, {"sha256", model.sha256}});
        }
        RunRecord record;
        record.kind = run.kind;
        record.device = run.device;
        record.modelsJson = models.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        record.parametersJson = run.parametersJson;
        if (run.cell != nullptr) {
            record.cellName = run.cell->name;
            record.cellSha256 = run.cell->sha256;
        }
        id = database->begin(record);
    }

    void append(std::span<const StoredPrediction> rows)
    {
        if (!database) {
            return;
        }
        waiting.insert(waiting.end(), rows.begin(), rows.end());
        constexpr std::size_t batchRows = 4096;
        if (waiting.size() >= batchRows || Clock::now() - lastWrite >= std::chrono::seconds(1)) {
            attempt([&] { flush(); });
        }
    }

    void flush()
    {
        database->append(id, waiting);
        waiting.clear();
        lastWrite = Clock::now();
    }

    void finish(RunStatus status, const std::string &error)
    {
        if (database) {
            attempt([&] {
                flush();
                database->finish(id, status, error);
            });
        }
        database.reset();
    }

    void giveUp(Issue issue)
    {
        database.reset();
        issue.severity = Severity::Warning;
        issue.what = translate("Cli", "this run is not recorded: %1", {issue.what});
        issue.remedy += (issue.remedy.empty() ? "" : " ") + translate("Cli", "--no-log runs without recording.");
        context.report({issue});
    }

    using Clock = std::chrono::steady_clock;

    const Context &context;
    std::optional<RunDatabase> database;
    std::int64_t id = 0;
    std::vector<StoredPrediction> waiting;
    Clock::time_point lastWrite = Clock::now();
};

RunLog::RunLog(const Context &context, const RunDescription &run) : d(std::make_unique<Private>(context, run)) {}

RunLog::~RunLog()
{
    const bool cancelled = d->context.control.cancel.cancelled();
    d->finish(cancelled ? RunStatus::Cancelled : RunStatus::Failed, {});
}

void RunLog::record(const std::function<void()> &work)
{
    try {
        work();
    } catch (const Cancelled &) {
        d->finish(RunStatus::Cancelled, {});
        throw;
    } catch (const std::exception &error) {
        d->finish(RunStatus::Failed, error.what());
        throw;
    }
    d->finish(RunStatus::Finished, {});
}

void RunLog::append(std::span<const StoredPrediction> rows)
{
    d->append(rows);
}

void RunLog::addArtifact(const std::string &kind, const std::filesystem::path &path)
{
    if (d->database) {
        d->attempt([&] {
            d->database->addArtifact(d->id, {kind, std::filesystem::absolute(path), sha256OfFile(path)});
        });
    }
}

#else

class RunLog::Private
{
};

RunLog::RunLog(const Context &, const RunDescription &) {}
RunLog::~RunLog() = default;

void RunLog::record(const std::function<void()> &work)
{
    work();
}

void RunLog::append(std::span<const StoredPrediction>) {}
void RunLog::addArtifact(const std::string &, const std::filesystem::path &) {}

#endif

} // namespace knockscape::cli
