#include "ui/plots/gene_ordering.h"

#include "engine/inference/gene_order.h"

#include <new>

namespace knockscape::ui
{

GeneOrdering::GeneOrdering(QObject *parent) : QObject(parent)
{
    pool_.setMaxThreadCount(1);
}

GeneOrdering::~GeneOrdering()
{
    cancel();
    pool_.waitForDone();
}

void GeneOrdering::cancel()
{
    token_.cancel();
    pool_.clear();
    ++job_;
    running_ = false;
}

void GeneOrdering::start(std::shared_ptr<const PairMatrix> matrix, PairQuantity quantity)
{
    cancel();
    token_ = {};
    running_ = true;
    JobControl control;
    control.cancel = token_;
    pool_.start([this, matrix = std::move(matrix), quantity, control, job = job_] {
        const ProfileDistance distance =
            isDiverging(quantity) ? ProfileDistance::Correlation : ProfileDistance::Euclidean;
        std::vector<std::size_t> order;
        try {
            order = hierarchicalOrder(matrix->values(quantity), matrix->size(), distance, control);
        } catch (const Cancelled &) {
            return;
        } catch (const std::bad_alloc &) {
            order.clear();
        }
        QMetaObject::invokeMethod(this, [this, quantity, job, order = std::move(order)] {
            if (job != job_)
                return;
            running_ = false;
            emit finished(quantity, order);
        });
    });
}

} // namespace knockscape::ui
