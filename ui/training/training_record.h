#pragma once

#include "ui/training/training_settings.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace knockscape::ui
{

/// A training as it is noted down while it runs, with all that is needed to go on with it in another process.
struct TrainingRecord {
    QDateTime started;
    QString cellName;
    std::filesystem::path cellFolder;
    std::string cellSha256;
    LabelOrigin labels;
    QString labelsTitle;
    std::string labelsSha256;
    TrainingSettings settings;
    std::filesystem::path output;
    std::vector<FinishedMember> finished;
};

TrainingRecord makeRecord(const TrainingPlan &plan);
QJsonObject toJson(const TrainingRecord &record);
/// Nothing where something is missing or of another kind.
std::optional<TrainingRecord> recordFromJson(const QJsonObject &json);

/// The member that was being trained: the first that is not finished.
int memberInProgress(const TrainingRecord &record);

} // namespace knockscape::ui
