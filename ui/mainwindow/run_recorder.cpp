#include "ui/mainwindow/run_recorder.h"

#include "engine/core/text.h"
#include "engine/store/prediction_table.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

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
    record.device = session_->device().toStdString();
    record.engineVersion = engineVersion.toStdString();
    record.cellName = session_->cell()->name;
    record.cellSha256 = session_->cell()->sha256;
    record.modelsJson = modelsJson(session_->models());
    record.parametersJson =
        compactJson(QJsonDocument(QJsonObject{{QStringLiteral("task"), QString::fromStdString(run.task)},
                                              {QStringLiteral("title"), run.title},
                                              {QStringLiteral("genotypes"), static_cast<qint64>(genotypes)}}));
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

std::vector<PredictionRow> rowsFromRun(const std::vector<StoredPrediction> &stored, const GeneCatalogue &genes,
                                       const RunRecord &run, std::vector<Issue> &issues)
{
    std::vector<PredictionRow> rows;
    std::map<std::string, std::size_t> missing;
    for (const StoredPrediction &row : stored) {
        std::vector<GeneIndex> found;
        bool complete = true;
        for (const std::string_view id : split(row.knockouts, ";", true)) {
            const GeneIndex gene = genes.findId(id);
            if (gene < 0) {
                complete = false;
                ++missing[std::string(id)];
            }
            found.push_back(gene);
        }
        if (complete) {
            rows.push_back({Genotype(std::move(found)), row.prediction, row.status});
        }
    }
    for (const auto &[id, count] : missing) {
        const auto text = [](const char *source) { return QCoreApplication::translate("RunRecorder", source); };
        issues.push_back(warningAt(
            id, text("The open cell has no such gene; %1 of the run's rows are not shown").arg(count).toStdString(),
            text("Open the cell “%1” to see them, or export the run: the file holds every row")
                .arg(QString::fromStdString(run.cellName))
                .toStdString()));
    }
    return rows;
}

} // namespace knockscape::ui
