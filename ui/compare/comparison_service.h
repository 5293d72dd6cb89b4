#pragma once

#include "ui/compare/comparison.h"
#include "ui/session/inference_service.h"

#include <QObject>

#include <memory>
#include <vector>

namespace knockscape::ui
{

class TaskThread;

/// Predicts measured genotypes beside the running job and fits baselines to them, on threads that are not the window's.
/// GUI thread; a new request, or abandon(), drops what is under way.
class ComparisonService : public QObject
{
    Q_OBJECT

public:
    explicit ComparisonService(InferenceService *inference, QObject *parent = nullptr);
    ~ComparisonService() override;

    /// `models` are those that are open. ready or failed follows once. `geneCount` of the labels' cell.
    void compare(const MeasuredLabelsPtr &measured, const std::vector<ModelSummary> &models, std::size_t geneCount);
    void abandon();
    /// Measures how the model and the baselines agree with the measured values of `rows`; measured follows, for the
    /// newest call alone.
    void measure(const ComparisonPtr &comparison, std::vector<std::uint32_t> rows, Phenotype phenotype);
    bool busy() const noexcept { return measured_ != nullptr; }

signals:
    /// Genotypes predicted so far; at `total` the baselines are being fitted.
    void progressed(quint64 done, quint64 total);
    void ready(const knockscape::ui::ComparisonPtr &comparison);
    void failed(const std::vector<knockscape::Issue> &issues);
    void measured(const knockscape::ui::AgreementReport &report);

private:
    void onPredicted(quint64 id, JobEnd end, const std::vector<Prediction> &predictions,
                     const std::vector<Issue> &issues);

    InferenceService *inference_;
    MeasuredLabelsPtr measured_;
    std::vector<ModelSummary> models_;
    quint64 job_ = 0;
    quint64 serial_ = 0;
    quint64 measureSerial_ = 0;
    std::unique_ptr<TaskThread> thread_;
};

} // namespace knockscape::ui
