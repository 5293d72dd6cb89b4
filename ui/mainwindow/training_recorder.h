#pragma once

#include "ui/history/database_service.h"
#include "ui/training/training_service.h"

#include <QObject>

namespace knockscape::ui
{

/// Writes every training into the run database, as `knockscape-cli train` does: one run, the models as artifacts.
class TrainingRecorder : public QObject
{
    Q_OBJECT

public:
    TrainingRecorder(TrainingService *service, DatabaseService *database, QObject *parent = nullptr);

private:
    void begin(const TrainingPlan &plan);

    DatabaseService *database_;
    quint64 token_;
};

} // namespace knockscape::ui
