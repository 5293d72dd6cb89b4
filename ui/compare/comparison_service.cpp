#include "ui/compare/comparison_service.h"

#include "ui/session/task_thread.h"

namespace knockscape::ui
{

ComparisonService::ComparisonService(InferenceService *inference, QObject *parent)
    : QObject(parent), inference_(inference), thread_(std::make_unique<TaskThread>())
{
    connect(inference, &InferenceService::asideProgressed, this, [this](quint64 id, quint64 done, quint64 total) {
        if (id == job_ && busy()) {
            emit progressed(done, total);
        }
    });
    connect(inference, &InferenceService::asideEnded, this, &ComparisonService::onPredicted);
}

ComparisonService::~ComparisonService()
{
    thread_.reset();
}

void ComparisonService::compare(const MeasuredLabelsPtr &measured, const std::vector<ModelSummary> &models,
                                std::size_t geneCount)
{
    abandon();
    measured_ = measured;
    models_ = models;
    std::vector<Genotype> genotypes;
    genotypes.reserve(measured->rows().size() + geneCount);
    for (const Label &row : measured->rows()) {
        genotypes.push_back(row.genotype);
    }
    // The multiplicative baseline takes the model's singles where none were measured.
    for (std::size_t gene = 0; gene < geneCount; ++gene) {
        genotypes.push_back(Genotype{static_cast<GeneIndex>(gene)});
    }
    job_ = inference_->predictAside(std::move(genotypes));
}

void ComparisonService::abandon()
{
    if (busy()) {
        inference_->abandonAside();
    }
    measured_.reset();
    job_ = 0;
    ++serial_;
}

void ComparisonService::measure(const ComparisonPtr &comparison, std::vector<std::uint32_t> rows, Phenotype phenotype)
{
    thread_->postLatest([this, serial = ++measureSerial_, comparison, rows = std::move(rows), phenotype] {
        const AgreementReport report = measureAgreement(*comparison, rows, phenotype);
        QMetaObject::invokeMethod(
            this,
            [this, serial, report] {
                if (serial == measureSerial_) {
                    emit measured(report);
                }
            },
            Qt::QueuedConnection);
    });
}

void ComparisonService::onPredicted(quint64 id, JobEnd end, const std::vector<Prediction> &predictions,
                                    const std::vector<Issue> &issues)
{
    if (id != job_ || !busy()) {
        return;
    }
    if (end != JobEnd::Finished) {
        abandon();
        emit failed(issues);
        return;
    }
    thread_->post([this, serial = serial_, measured = measured_, models = models_, predictions] {
        ComparisonPtr comparison;
        std::vector<Issue> trouble;
        try {
            const auto rows = static_cast<std::ptrdiff_t>(measured->rows().size());
            std::vector<double> singles;
            for (auto it = predictions.begin() + rows; it != predictions.end(); ++it) {
                singles.push_back(it->fitness);
            }
            comparison = std::make_shared<const Comparison>(ui::compare(
                measured, models, std::vector<Prediction>(predictions.begin(), predictions.begin() + rows), singles));
        } catch (...) {
            trouble = issuesOf(std::current_exception());
        }
        QMetaObject::invokeMethod(
            this,
            [this, serial, comparison, trouble] {
                if (serial != serial_) {
                    return;
                }
                measured_.reset();
                if (comparison) {
                    emit ready(comparison);
                } else {
                    emit failed(trouble);
                }
            },
            Qt::QueuedConnection);
    });
}

} // namespace knockscape::ui
