#pragma once

#include "ui/history/database_service.h"
#include "ui/session/evaluator.h"
#include "ui/session/inference_service.h"
#include "ui/session/session.h"
#include "ui/session/simulation_record.h"

#include <QString>

namespace knockscape::ui
{

/// What a person started, for the run database and for the title of the results.
struct RunDescription {
    /// "predict", "simulate" or "screen" (contract).
    std::string kind;
    QString title;
    /// What kind of screen it is ("list", "set", "singles", "against"), for parameters_json.
    std::string task;
    Evaluator evaluator = Evaluator::Model;
    /// On what a simulation was.
    SimulatedOn on = {};
};

/// Writes one run after another into the run database, batch by batch, so that a crash loses at most the batch in
/// flight. Does nothing without a database. GUI thread; DatabaseService does the writing elsewhere.
class RunRecorder
{
public:
    RunRecorder(DatabaseService *database, const Session *session) : database_(database), session_(session) {}

    void begin(quint64 job, const RunDescription &run, std::size_t genotypes, const QString &engineVersion);
    void append(quint64 job, const std::vector<PredictionRow> &rows);
    void finish(quint64 job, JobEnd end, const std::vector<Issue> &issues);
    /// Ends the running record as cancelled, if there is one.
    void interrupt();
    bool recording() const noexcept { return job_ != 0; }

private:
    DatabaseService *database_;
    const Session *session_;
    quint64 job_ = 0;
};

/// Models as the run database lists them.
std::string modelsJson(const std::vector<ModelSummary> &models);

} // namespace knockscape::ui
