#include "ui/mainwindow/training_recorder.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace knockscape::ui
{
namespace
{

/// Tokens of trainings begin here, far above those of predictions.
constexpr quint64 firstTrainingToken = quint64{1} << 62;

} // namespace

TrainingRecorder::TrainingRecorder(TrainingService *service, DatabaseService *database, QObject *parent)
    : QObject(parent), database_(database), token_(firstTrainingToken)
{
    connect(service, &TrainingService::started, this, &TrainingRecorder::begin);
    connect(service, &TrainingService::memberDone, this, [this](const TrainedModel &model) {
        database_->addArtifact(token_, {"model", model.file, model.sha256});
    });
    connect(service, &TrainingService::ended, this,
            [this](JobEnd end, const std::vector<TrainedModel> &, const std::vector<Issue> &issues) {
                QStringList errors;
                for (const Issue &issue : issues) {
                    errors << QString::fromStdString(describe(issue));
                }
                database_->finishRun(token_,
                                     end == JobEnd::Finished    ? RunStatus::Finished
                                     : end == JobEnd::Cancelled ? RunStatus::Cancelled
                                                                : RunStatus::Failed,
                                     errors.join(QLatin1Char('\n')));
            });
}

void TrainingRecorder::begin(const TrainingPlan &plan)
{
    ++token_;
    const TrainingSettings &settings = plan.settings;
    const QJsonObject parameters{{QStringLiteral("cell"), QString::fromStdString(plan.cellFolder.string())},
                                 {QStringLiteral("labels"), plan.labelsTitle},
                                 {QStringLiteral("labels_sha256"), QString::fromStdString(plan.labels->sha256)},
                                 {QStringLiteral("config"), QString::fromStdString(configJson(settings))},
                                 {QStringLiteral("epochs"), settings.epochs.value_or(0)},
                                 {QStringLiteral("seed"), static_cast<qint64>(settings.seed)},
                                 {QStringLiteral("validation"), settings.validationFraction},
                                 {QStringLiteral("ensemble"), settings.ensemble},
                                 {QStringLiteral("title"), tr("Training on %1").arg(plan.labelsTitle)}};
    RunRecord record;
    record.kind = "train";
    record.device = plan.torch.device;
    record.engineVersion = KNOCKSCAPE_VERSION;
    record.cellName = plan.cell->name;
    record.cellSha256 = plan.cell->sha256;
    record.parametersJson = QJsonDocument(parameters).toJson(QJsonDocument::Compact).toStdString();
    database_->beginRun(token_, record);
}

} // namespace knockscape::ui
