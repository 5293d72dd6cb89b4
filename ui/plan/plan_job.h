#pragma once

#include "engine/plan/measurement_round.h"
#include "engine/plan/plan.h"
#include "engine/plan/plates.h"
#include "ui/session/inference_service.h"
#include "ui/session/task_thread.h"

#include <QObject>

#include <memory>
#include <vector>

namespace knockscape::ui
{

/// A plan as it was made, with all that its tables and files need. Immutable.
struct FinishedPlan {
    Plan plan;
    PlanRequest request;
    PlateLayout layout;
    std::shared_ptr<const Cell> cell;
    std::filesystem::path cellFolder;
    std::vector<ModelSummary> models;
    std::vector<std::filesystem::path> labels;

    /// Refers to this.
    PlanOutput output() const;
};
using FinishedPlanPtr = std::shared_ptr<const FinishedPlan>;

/// Makes plans on the inference thread, and reads measurements on a thread of its own. Every answer is a signal in the
/// GUI thread; of several jobs the newest alone answers.
class PlanJob : public QObject
{
    Q_OBJECT

public:
    explicit PlanJob(InferenceService *inference, QObject *parent = nullptr);
    ~PlanJob() override;

    /// Makes a plan; `asked` has everything but the plan itself. A job before it is cancelled.
    void plan(FinishedPlan asked, const PlateOptions &plates);
    void cancel();
    bool busy() const noexcept { return busy_; }

    /// Computes what a sheet says and adds it to labels.
    void measure(const MeasurementRequest &request, std::shared_ptr<const Cell> cell);

signals:
    void progressed(const QString &stage, quint64 done, quint64 total);
    /// `plan` is null where the job was cancelled or failed; `issues` say why it failed.
    void ended(const knockscape::ui::FinishedPlanPtr &plan, const std::vector<knockscape::Issue> &issues);
    /// `outcome` is null where it failed.
    void measured(const std::shared_ptr<const knockscape::MeasurementOutcome> &outcome,
                  const std::vector<knockscape::Issue> &issues);

private:
    void finish(quint64 serial, const FinishedPlanPtr &plan, const std::vector<Issue> &issues);

    InferenceService *inference_;
    std::unique_ptr<TaskThread> thread_;
    CancelToken cancel_;
    quint64 serial_ = 0;
    bool busy_ = false;
};

} // namespace knockscape::ui
