#pragma once

#include "engine/core/job_control.h"
#include "ui/plots/pair_matrix.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <vector>

namespace knockscape::ui
{

/// Finds the hierarchical order of a pair matrix's genes on a thread of its own (profiles by correlation; those of
/// fitness by difference). GUI thread; starting again, and the end of this object, drop what is under way.
class GeneOrdering : public QObject
{
    Q_OBJECT

public:
    explicit GeneOrdering(QObject *parent = nullptr);
    ~GeneOrdering() override;

    void start(std::shared_ptr<const PairMatrix> matrix, PairQuantity quantity);
    void cancel();
    bool running() const noexcept { return running_; }

signals:
    /// `order` is empty where there was not enough memory.
    void finished(knockscape::ui::PairQuantity quantity, const std::vector<std::size_t> &order);

private:
    QThreadPool pool_;
    CancelToken token_;
    bool running_ = false;
    int job_ = 0;
};

} // namespace knockscape::ui
