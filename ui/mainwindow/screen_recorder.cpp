#include "ui/mainwindow/screen_recorder.h"

#include "engine/store/prediction_table.h"
#include "ui/mainwindow/run_recorder.h"

#include <QJsonDocument>
#include <QStringList>

#include <optional>

namespace knockscape::ui
{
namespace
{

/// Tokens of screens begin here, far above those of predictions and below those of trainings.
constexpr quint64 firstScreenToken = quint64{1} << 61;
constexpr std::size_t rowsPerBatch = 5000;

RunStatus statusOf(JobEnd end)
{
    return end == JobEnd::Finished    ? RunStatus::Finished
           : end == JobEnd::Cancelled ? RunStatus::Cancelled
                                      : RunStatus::Failed;
}

} // namespace

ScreenRecorder::ScreenRecorder(ScreenPanel *panel, Session *session, DatabaseService *database, QObject *parent)
    : QObject(parent), session_(session), database_(database), token_(firstScreenToken)
{
    connect(panel, &ScreenPanel::begun, this, &ScreenRecorder::begin);
    connect(panel, &ScreenPanel::ended, this, &ScreenRecorder::finish);
}

ScreenRecorder::~ScreenRecorder()
{
    if (recording_) {
        database_->finishRun(token_, RunStatus::Cancelled, {});
    }
}

void ScreenRecorder::begin(const ScreenPlan &plan)
{
    ++token_;
    recording_ = true;
    RunRecord record;
    record.kind = "screen";
    record.device = plan.simulated ? "cpu" : session_->device().toStdString();
    record.engineVersion = KNOCKSCAPE_VERSION;
    record.cellName = session_->cell()->name;
    record.cellSha256 = session_->cell()->sha256;
    record.modelsJson = modelsJson(plan.answering(session_->models()));
    QJsonObject parameters = plan.parameters(session_->cell()->genes);
    parameters.insert(QStringLiteral("cell"), QString::fromStdString(session_->cellFolder().string()));
    record.parametersJson = QJsonDocument(parameters).toJson(QJsonDocument::Compact).toStdString();
    database_->beginRun(token_, record);
}

void ScreenRecorder::finish(JobEnd end, const std::shared_ptr<const ScreenOutcome> &outcome,
                            const std::vector<Issue> &issues)
{
    recording_ = false;
    if (outcome) {
        std::vector<StoredPrediction> rows;
        const auto status = outcome->plan.simulated ? std::optional(SimulatedStatus(*outcome->cell)) : std::nullopt;
        for (const ScreenRow &row : outcome->kept->rows()) {
            const Genotype genotype = outcome->request.source->genotype(row.index);
            rows.push_back(toStored({genotype, row.prediction, status ? status->of(genotype, row.prediction) : "ok"},
                                    outcome->cell->genes));
            if (rows.size() == rowsPerBatch) {
                database_->append(token_, std::exchange(rows, {}));
            }
        }
        database_->append(token_, std::move(rows));
        if (outcome->plan.whole == WholeResult::File && end == JobEnd::Finished) {
            database_->addArtifact(token_, {"matrix", outcome->request.matrix, {}});
        }
    }
    QStringList errors;
    for (const Issue &issue : issues) {
        errors << QString::fromStdString(describe(issue));
    }
    database_->finishRun(token_, statusOf(end), errors.join(QLatin1Char('\n')));
}

} // namespace knockscape::ui
