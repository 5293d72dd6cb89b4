#pragma once

#include "engine/core/issue.h"
#include "engine/inference/screen_query.h"
#include "ui/session/task_thread.h"

#include <QObject>

#include <memory>
#include <vector>

namespace knockscape::ui
{

/// Filters and sorts the rows of a screen on a thread of its own. A new question cancels the one before, which then
/// never answers. GUI thread.
class RowFinder : public QObject
{
    Q_OBJECT

public:
    explicit RowFinder(QObject *parent = nullptr);
    ~RowFinder() override;

    void find(std::shared_ptr<const ScreenRows> rows, const ScreenQuery &query);
    /// Drops the question that runs.
    void cancel();
    bool busy() const noexcept { return busy_; }

signals:
    void progressed(quint64 done, quint64 total);
    void found(const std::shared_ptr<const knockscape::RowOrder> &order, const knockscape::ScreenQuery &query);
    void failed(const std::vector<knockscape::Issue> &issues);

private:
    CancelToken cancel_;
    quint64 serial_ = 0;
    bool busy_ = false;
    TaskThread thread_;
};

} // namespace knockscape::ui
