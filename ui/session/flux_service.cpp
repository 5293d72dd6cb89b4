#include "ui/session/flux_service.h"

#include "ui/session/session.h"

#ifdef KNOCKSCAPE_FBA
#include "ui/session/metabolic_worker.h"
#endif

#include <utility>

namespace knockscape::ui
{

#ifdef KNOCKSCAPE_FBA

namespace
{

constexpr FluxMethod liveMethod = FluxMethod::Parsimonious;

QString noteOn(const FluxPair &pair)
{
    if (!pair.genotype.empty() && pair.genesInModel == 0) {
        return FluxService::tr("The metabolic model knows none of the deleted genes: these are the wild type's fluxes");
    }
    if (pair.status == "infeasible") {
        return FluxService::tr("No fluxes: what the cell must spend to stay alive cannot be had");
    }
    return pair.knockout.empty() ? QString::fromStdString(pair.status) : QString();
}

FluxPair pairOf(const MetabolicState &state, const Medium &medium)
{
    FluxPair pair;
    pair.genotype = state.genotype;
    pair.medium = medium;
    pair.method = nameOf(liveMethod);
    pair.wildType = *state.wildTypeFluxes;
    pair.knockout = state.knockout.fluxes;
    pair.wildTypeGrowth = state.wildTypeGrowth;
    const SimulatedGrowth &growth = state.knockout.growth;
    pair.growth = growth.growth;
    pair.fitness = growth.fitness;
    pair.status = growth.status;
    pair.genesInModel = growth.genesInModel;
    pair.blockedReactions = growth.blockedReactions;
    pair.lostKnown = pair.blockedReactions.empty();
    pair.note = noteOn(pair);
    return pair;
}

} // namespace

class FluxService::Worker : public MetabolicWorker
{
public:
    using MetabolicWorker::MetabolicWorker;
};

void FluxService::start()
{
    const auto take = [this](const FluxPair &pair) {
        busy_ = !pair.lostKnown;
        problem_.reset();
        const bool known = pair_.has_value();
        pair_ = pair;
        if (known) {
            emit lostReady(*pair_);
        } else {
            emit ready(*pair_);
        }
    };
    const auto work = [take, genotype = session_->knockouts()](MetabolicView &view, const JobControl &control,
                                                               const MetabolicWorker::Deliver &deliver) {
        FluxPair pair = pairOf(view.state(genotype, liveMethod, control), view.medium());
        deliver([take, pair] { take(pair); });
        if (!pair.lostKnown) {
            pair.lostMetabolites = view.lost(genotype, control);
            pair.lostKnown = true;
            deliver([take, pair] { take(pair); });
        }
    };
    if (conditionsChanged_) {
        // The wild type's fluxes are the larger part of the first answer; a tick of a gene must not throw them away.
        worker_->setConditions(
            session_->cell(), session_->medium(),
            [](MetabolicView &view, const JobControl &control) { view.state({}, liveMethod, control); });
        conditionsChanged_ = false;
    }
    worker_->ask(work, [this](const std::vector<Issue> &issues) { fail(issues.front()); });
}

#else

class FluxService::Worker
{
public:
    explicit Worker(QObject *) {}
    void cancel() {}
};

void FluxService::start()
{
    fail(noteAt({}, tr("This build has no flux balance analysis").toStdString(),
                tr("Install GLPK and build again").toStdString()));
}

#endif

FluxService::FluxService(Session *session, QObject *parent)
    : QObject(parent), session_(session), worker_(std::make_unique<Worker>(this))
{
    connect(session, &Session::cellChanged, this, [this] { invalidate(true); });
    connect(session, &Session::mediumChanged, this, [this] { invalidate(true); });
    connect(session, &Session::knockoutsChanged, this, [this] { invalidate(false); });
}

FluxService::~FluxService() = default;

void FluxService::follow(bool on)
{
    followers_ += on ? 1 : -1;
    if (followers_ == 0) {
        cancel();
    } else if (on && followers_ == 1 && !pair_) {
        invalidate(false);
    }
}

void FluxService::cancel()
{
    worker_->cancel();
    busy_ = false;
}

/// Several changes in a row, as when a cell is opened, are one question.
void FluxService::invalidate(bool conditions)
{
    conditionsChanged_ = conditionsChanged_ || conditions;
    cancel();
    pair_.reset();
    problem_.reset();
    emit outdated();
    if (followers_ == 0 || std::exchange(waiting_, true)) {
        return;
    }
    busy_ = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            waiting_ = false;
            if (followers_ == 0 || !session_->cell()) {
                busy_ = false;
            } else if (session_->cell()->metabolism.empty()) {
                fail(noteAt({}, tr("This cell has no metabolism").toStdString(),
                            tr("Import it with a metabolic model (SBML or COBRA JSON)").toStdString()));
            } else {
                busy_ = true;
                start();
            }
        },
        Qt::QueuedConnection);
}

void FluxService::fail(const Issue &issue)
{
    busy_ = false;
    if (pair_) {
        // Only what is lost could not be found out.
        pair_->note = QString::fromStdString(describe(issue));
        emit lostReady(*pair_);
        return;
    }
    problem_ = issue;
    emit unavailable(issue);
}

} // namespace knockscape::ui
