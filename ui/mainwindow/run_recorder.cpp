#include "ui/mainwindow/run_recorder.h"

#include "engine/store/prediction_table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace knockscape::ui
{
namespace
{

std::string compactJson(const QJsonDocument &document)
{
    return document.toJson(QJsonDocument::Compact).toStdString();
}

} // namespace

std::string modelsJson(const std::vector<ModelSummary> &models)
{
    QJsonArray array;
    for (const ModelSummary &model : models) {
        array.append(QJsonObject{{QStringLiteral("path"), QString::fromStdString(model.path.string())},
                                 {QStringLiteral("sha256"), QString::fromStdString(model.sha256)},
                                 {QStringLiteral("flavour"), QString::fromStdString(model.flavour)}});
    }
    return compactJson(QJsonDocument(array));
}

void RunRecorder::begin(quint64 job, const RunDescription &run, std::size_t genotypes, const QString &engineVersion)
{
    interrupt();
    if (database_ == nullptr || !session_->cell()) {
        return;
    }
    job_ = job;
    RunRecord record;
    record.kind = run.kind;
    const bool simulated = run.evaluator == Evaluator::Simulation;
    record.device = simulated ? "cpu" : session_->device().toStdString();
    record.engineVersion = engineVersion.toStdString();
    record.cellName = session_->cell()->name;
    record.cellSha256 = session_->cell()->sha256;
    record.modelsJson = modelsJson(simulated ? std::vector<ModelSummary>() : session_->models());
    QJsonObject parameters{{QStringLiteral("task"), QString::fromStdString(run.task)},
                           {QStringLiteral("title"), run.title},
                           {QStringLiteral("cell"), QString::fromStdString(session_->cellFolder().string())},
                           {QStringLiteral("genotypes"), static_cast<qint64>(genotypes)}};
    if (simulated) {
        addSimulation(parameters, run.on);
    }
    record.parametersJson = compactJson(QJsonDocument(parameters));
    database_->beginRun(job, record);
}

void RunRecorder::append(quint64 job, const std::vector<PredictionRow> &rows)
{
    if (job != job_ || job_ == 0) {
        return;
    }
    std::vector<StoredPrediction> stored;
    stored.reserve(rows.size());
    for (const PredictionRow &row : rows) {
        stored.push_back(toStored(row, session_->cell()->genes));
    }
    database_->append(job, std::move(stored));
}

void RunRecorder::finish(quint64 job, JobEnd end, const std::vector<Issue> &issues)
{
    if (job != job_ || job_ == 0) {
        return;
    }
    job_ = 0;
    QString error;
    for (const Issue &issue : issues) {
        error += (error.isEmpty() ? QString() : QStringLiteral("\n")) + QString::fromStdString(describe(issue));
    }
    const RunStatus status = end == JobEnd::Finished    ? RunStatus::Finished
                             : end == JobEnd::Cancelled ? RunStatus::Cancelled
                                                        : RunStatus::Failed;
    database_->finishRun(job, status, error);
}

void RunRecorder::interrupt()
{
    finish(job_, JobEnd::Cancelled, {});
}

} // namespace knockscape::ui
