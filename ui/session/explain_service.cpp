#include "ui/session/explain_service.h"

#include "ui/session/session.h"

#ifdef KNOCKSCAPE_FBA
#include "ui/session/metabolic_worker.h"
#endif

#include <algorithm>
#include <utility>

namespace knockscape::ui
{

#ifdef KNOCKSCAPE_FBA

namespace
{

QString nutrientOf(const Cell &cell, const Reaction &exchange)
{
    const auto row = static_cast<std::size_t>(exchange.terms.front().metabolite);
    return QString::fromStdString(metaboliteName(cell.metabolism.metabolites[row]));
}

ExplainedSentence withThings(const ExplanationSentence &sentence, const Cell &cell)
{
    ExplainedSentence told{QString::fromStdString(sentence.text), {}};
    const auto reactionAt = [&cell](std::int32_t row) -> const Reaction & {
        return cell.metabolism.reactions[static_cast<std::size_t>(row)];
    };
    for (const std::int32_t row : sentence.reactions) {
        const Reaction &reaction = reactionAt(row);
        told.things.push_back({ExplainedThing::Kind::Reaction, row,
                               QString::fromStdString(reaction.name.empty() ? reaction.id : reaction.name)});
    }
    for (const std::int32_t row : sentence.metabolites) {
        const Metabolite &metabolite = cell.metabolism.metabolites[static_cast<std::size_t>(row)];
        told.things.push_back(
            {ExplainedThing::Kind::Metabolite, row, QString::fromStdString(metaboliteName(metabolite))});
    }
    for (const std::int32_t row : sentence.rescues) {
        told.things.push_back({ExplainedThing::Kind::Rescue, row, nutrientOf(cell, reactionAt(row))});
    }
    return told;
}

std::vector<RescueOffer> offersOf(const Explanation &explanation, const Cell &cell)
{
    std::vector<RescueOffer> offers;
    for (const Rescue &rescue : explanation.rescues) {
        const Reaction &exchange = cell.metabolism.reactions[static_cast<std::size_t>(rescue.exchange)];
        offers.push_back({rescue.exchange, exchange.id, nutrientOf(cell, exchange), rescue.growth});
    }
    std::stable_sort(offers.begin(), offers.end(),
                     [](const RescueOffer &a, const RescueOffer &b) { return a.growth > b.growth; });
    return offers;
}

ExplainedSet toldOf(Explanation explanation, const Genotype &genotype, const Medium &medium, const Cell &cell)
{
    ExplainedSet told{genotype, medium, std::move(explanation), {}, {}};
    for (const ExplanationSentence &sentence : sentencesOf(told.explanation, cell)) {
        told.sentences.push_back(withThings(sentence, cell));
    }
    told.rescues = offersOf(told.explanation, cell);
    return told;
}

} // namespace

class ExplainService::Worker : public MetabolicWorker
{
public:
    using MetabolicWorker::MetabolicWorker;
};

void ExplainService::start()
{
    if (conditionsChanged_) {
        worker_->setConditions(session_->cell(), session_->medium());
        conditionsChanged_ = false;
    }
    const auto work = [this, genotype = session_->knockouts()](MetabolicView &view, const JobControl &control,
                                                               const MetabolicWorker::Deliver &deliver) {
        const ExplainedSet told = toldOf(view.explain(genotype, control), genotype, view.medium(), *view.cell());
        deliver([this, told] { take(told); });
    };
    worker_->ask(work, [this](const std::vector<Issue> &issues) { startOnMedium(issues.front()); });
}

/// `issue`: why there is no wild type to compare with. It may be for want of nutrients.
void ExplainService::startOnMedium(const Issue &issue)
{
    const auto work = [this, issue, cell = session_->cell(), medium = session_->medium(),
                       genotype = session_->knockouts()](const JobControl &control,
                                                         const MetabolicWorker::Deliver &deliver) {
        const ExplainedSet told = toldOf(explainMedium(cell, medium, control), genotype, medium, *cell);
        deliver([this, told, issue] {
            if (told.explanation.growth.fitness >= LethalFitness) {
                fail(issue); // it is not the medium
            } else {
                take(told);
            }
        });
    };
    worker_->askAnything(work, [this, issue](const std::vector<Issue> &) { fail(issue); });
}

#else

class ExplainService::Worker
{
public:
    explicit Worker(QObject *) {}
    void cancel() {}
};

void ExplainService::start()
{
    fail(noteAt({}, tr("This build has no flux balance analysis").toStdString(),
                tr("Install GLPK and build again").toStdString()));
}

#endif

ExplainService::ExplainService(Session *session, QObject *parent)
    : QObject(parent), session_(session), worker_(std::make_unique<Worker>(this))
{
    connect(session, &Session::cellChanged, this, [this] { invalidate(true); });
    connect(session, &Session::mediumChanged, this, [this] { invalidate(true); });
    connect(session, &Session::knockoutsChanged, this, [this] { invalidate(false); });
}

ExplainService::~ExplainService() = default;

void ExplainService::request()
{
    if (busy_ || answer_ || !session_->cell()) {
        return;
    }
    busy_ = true;
    emit started();
    if (session_->cell()->metabolism.empty()) {
        fail(noteAt({}, tr("This cell has no metabolism").toStdString(),
                    tr("Import it with a metabolic model (SBML or COBRA JSON)").toStdString()));
    } else {
        start();
    }
}

void ExplainService::cancel()
{
    worker_->cancel();
    if (std::exchange(busy_, false)) {
        emit cancelled();
    }
}

void ExplainService::invalidate(bool conditions)
{
    conditionsChanged_ = conditionsChanged_ || conditions;
    worker_->cancel();
    busy_ = false;
    answer_.reset();
    emit outdated();
}

void ExplainService::take(const ExplainedSet &answer)
{
    busy_ = false;
    answer_ = answer;
    emit ready(*answer_);
}

void ExplainService::fail(const Issue &issue)
{
    busy_ = false;
    emit failed(issue);
}

} // namespace knockscape::ui
