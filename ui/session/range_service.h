#pragma once

#include "engine/core/issue.h"
#include "engine/fba/flux_balance.h"

#include <QObject>

#include <map>
#include <memory>
#include <vector>

namespace knockscape::ui
{

class Session;

/// What reactions can carry while the session's knockout set grows as well as it can on the session's medium (flux
/// variability), for those that are asked for; on a thread of its own, some at a time, so that what is done is shown
/// and kept when the rest is cancelled. GUI thread.
class RangeService : public QObject
{
    Q_OBJECT

public:
    explicit RangeService(Session *session, QObject *parent = nullptr);
    ~RangeService() override;

    /// Rows of reactions; those that are known are not asked for again. Instead of what is still asked for.
    void request(const std::vector<std::int32_t> &reactions);
    void cancel();
    bool busy() const noexcept { return total_ > 0; }
    /// By row of the reaction, of what the session holds now; mmol/gDW/h, NaN where there is no answer.
    const std::map<std::int32_t, FluxRange> &known() const noexcept { return known_; }

signals:
    /// Set, cell or medium changed: nothing is known any more.
    void outdated();
    /// More is known; `total` were asked for.
    void progressed(int done, int total);
    /// Done, or cancelled, with `done` of them known.
    void ended(int done, int total);
    void failed(const knockscape::Issue &issue);

private:
    class Worker;

    void invalidate(bool conditions);
    void start(const std::vector<std::int32_t> &reactions);
    void take(const std::vector<std::int32_t> &reactions, const std::vector<FluxRange> &ranges);
    void end();
    void fail(const Issue &issue);

    Session *session_;
    std::unique_ptr<Worker> worker_;
    std::map<std::int32_t, FluxRange> known_;
    int done_ = 0;
    int total_ = 0;
    bool conditionsChanged_ = true;
};

} // namespace knockscape::ui
