#include "ui/session/range_service.h"

#include "ui/session/session.h"

#ifdef KNOCKSCAPE_FBA
#include "ui/session/metabolic_worker.h"
#endif

#include <algorithm>
#include <iterator>
#include <utility>

namespace knockscape::ui
{

#ifdef KNOCKSCAPE_FBA

namespace
{

/// Reactions that are answered before the table is told.
constexpr std::ptrdiff_t rangesAtOnce = 8;

} // namespace

class RangeService::Worker : public MetabolicWorker
{
public:
    using MetabolicWorker::MetabolicWorker;
};

void RangeService::start(const std::vector<std::int32_t> &reactions)
{
    if (conditionsChanged_) {
        worker_->setConditions(session_->cell(), session_->medium());
        conditionsChanged_ = false;
    }
    const auto work = [this, reactions, genotype = session_->knockouts()](
                          MetabolicView &view, const JobControl &control, const MetabolicWorker::Deliver &deliver) {
        for (auto first = reactions.begin(); first != reactions.end();) {
            const auto last = first + std::min(rangesAtOnce, std::distance(first, reactions.end()));
            const std::vector<std::int32_t> some(first, last);
            const std::vector<FluxRange> ranges = view.ranges(genotype, some, 1.0, control);
            deliver([this, some, ranges] { take(some, ranges); });
            first = last;
        }
    };
    worker_->ask(work, [this](const std::vector<Issue> &issues) { fail(issues.front()); });
}

#else

class RangeService::Worker
{
public:
    explicit Worker(QObject *) {}
    void cancel() {}
};

void RangeService::start(const std::vector<std::int32_t> &)
{
    fail(noteAt({}, tr("This build has no flux balance analysis").toStdString(),
                tr("Install GLPK and build again").toStdString()));
}

#endif

RangeService::RangeService(Session *session, QObject *parent)
    : QObject(parent), session_(session), worker_(std::make_unique<Worker>(this))
{
    connect(session, &Session::cellChanged, this, [this] { invalidate(true); });
    connect(session, &Session::mediumChanged, this, [this] { invalidate(true); });
    connect(session, &Session::knockoutsChanged, this, [this] { invalidate(false); });
}

RangeService::~RangeService() = default;

void RangeService::request(const std::vector<std::int32_t> &reactions)
{
    cancel();
    std::vector<std::int32_t> asked;
    std::copy_if(reactions.begin(), reactions.end(), std::back_inserter(asked),
                 [this](std::int32_t row) { return !known_.contains(row); });
    if (asked.empty() || !session_->cell()) {
        return;
    }
    done_ = 0;
    total_ = static_cast<int>(asked.size());
    emit progressed(done_, total_);
    start(asked);
}

void RangeService::cancel()
{
    worker_->cancel();
    end();
}

void RangeService::invalidate(bool conditions)
{
    conditionsChanged_ = conditionsChanged_ || conditions;
    known_.clear();
    cancel();
    emit outdated();
}

void RangeService::take(const std::vector<std::int32_t> &reactions, const std::vector<FluxRange> &ranges)
{
    for (std::size_t i = 0; i < reactions.size(); ++i) {
        known_[reactions[i]] = ranges[i];
    }
    done_ += static_cast<int>(reactions.size());
    emit progressed(done_, total_);
    if (done_ == total_) {
        end();
    }
}

void RangeService::end()
{
    if (total_ > 0) {
        const int total = std::exchange(total_, 0);
        emit ended(done_, total);
    }
}

void RangeService::fail(const Issue &issue)
{
    emit failed(issue);
    end();
}

} // namespace knockscape::ui
