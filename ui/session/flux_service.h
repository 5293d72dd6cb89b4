#pragma once

#include "engine/core/issue.h"
#include "ui/session/flux_pair.h"

#include <QObject>

#include <memory>
#include <optional>

namespace knockscape::ui
{

class Session;

/// Fluxes of the session's knockout set beside the wild type's, on the session's medium: computed anew on a thread of
/// its own whenever set, cell or medium change, the newest only. Parsimonious flux balance, so that there is no flux
/// in cycles that do nothing and a reaction's flux means something. GUI thread.
///
/// Does nothing until follow(true): a window that shows no fluxes pays nothing for them.
class FluxService : public QObject
{
    Q_OBJECT

public:
    explicit FluxService(Session *session, QObject *parent = nullptr);
    ~FluxService() override;

    /// Whether somebody looks. Each follow(true) needs one follow(false).
    void follow(bool on);
    /// The newest fluxes, of the session's set, cell and medium; nothing while they are computed or cannot be had.
    const std::optional<FluxPair> &pair() const noexcept { return pair_; }
    /// Why there are none; empty where there are, or will be.
    const std::optional<Issue> &problem() const noexcept { return problem_; }
    bool busy() const noexcept { return busy_; }
    /// Gives up what is computed; the next change of set, cell or medium starts again.
    void cancel();

signals:
    /// Set, cell or medium changed: what was shown is of before, until ready() or unavailable().
    void outdated();
    /// Fluxes; within a tenth of a second for a genome, but the first of a cell and medium.
    void ready(const knockscape::ui::FluxPair &pair);
    /// The same fluxes once it is known what is lost.
    void lostReady(const knockscape::ui::FluxPair &pair);
    /// Why there are no fluxes: no metabolism, no GLPK in this build, or a wild type that does not grow on the medium.
    void unavailable(const knockscape::Issue &issue);

private:
    class Worker;

    void invalidate(bool conditions);
    void start();
    void fail(const Issue &issue);

    Session *session_;
    std::unique_ptr<Worker> worker_;
    std::optional<FluxPair> pair_;
    std::optional<Issue> problem_;
    int followers_ = 0;
    bool busy_ = false;
    bool waiting_ = false;
    bool conditionsChanged_ = true;
};

} // namespace knockscape::ui
