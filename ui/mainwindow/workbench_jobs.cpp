// What the workbench runs: predictions and the live answer.

#include "engine/cell/metabolic_genes.h"
#include "engine/inference/genotype_source.h"
#include "ui/mainwindow/workbench.h"
#include "ui/session/media_choices.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"

#include <algorithm>

namespace knockscape::ui
{
namespace
{

/// More parts than this would bury the set itself.
constexpr std::size_t largestSetWithSubsets = 4;
/// More names than this make no title.
constexpr qsizetype mostNamesInTitle = 6;

/// Every non-empty subset of `set` but itself, small ones first; only the singles for large sets.
std::vector<Genotype> partsOf(const Genotype &set)
{
    const auto genes = set.genes();
    std::vector<Genotype> parts;
    if (genes.size() > largestSetWithSubsets) {
        for (const GeneIndex gene : genes) {
            parts.push_back(Genotype{gene});
        }
        return parts;
    }
    for (unsigned mask = 1; mask + 1 < (1U << genes.size()); ++mask) {
        std::vector<GeneIndex> subset;
        for (std::size_t i = 0; i < genes.size(); ++i) {
            if ((mask >> i & 1U) != 0) {
                subset.push_back(genes[i]);
            }
        }
        parts.emplace_back(std::move(subset));
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Genotype &a, const Genotype &b) { return a.size() < b.size(); });
    return parts;
}

std::vector<Genotype> singlesOf(const Cell &cell)
{
    std::vector<Genotype> singles;
    singles.reserve(cell.genes.size());
    for (std::size_t gene = 0; gene < cell.genes.size(); ++gene) {
        singles.push_back(Genotype{static_cast<GeneIndex>(gene)});
    }
    return singles;
}

/// How the run database calls a run: rows of a list or a set are predicted or simulated; screens say in their
/// parameters who answered.
std::string kindOf(Evaluator evaluator, const char *predicted)
{
    return evaluator == Evaluator::Simulation ? "simulate" : predicted;
}

} // namespace

void Workbench::requestLive()
{
    if (modelState_ == ModelState::Ready) {
        inference_->requestLive(session_->knockouts());
    }
    if (session_->cell() && !session_->cell()->metabolism.empty()) {
        simulation_->request(session_->knockouts());
    }
}

/// The first view should not be empty: all single knockouts, shown as what they are, and not logged.
void Workbench::preview()
{
    if (session_->resultOrigin() != ResultOrigin::None || inference_->busy()) {
        return;
    }
    previewing_ = true;
    session_->beginResults(ResultOrigin::Preview,
                           tr("All single knockouts of %1 (preview, not logged)").arg(cellName()));
    inference_->predict(singlesOf(*session_->cell()));
}

void Workbench::start(const RunDescription &run, std::vector<Genotype> genotypes)
{
    const bool simulated = run.evaluator == Evaluator::Simulation;
    const QString nothing = simulated ? tr("Nothing was simulated") : tr("Nothing was predicted");
    if (const QString reason = blockedReason(run.evaluator); !reason.isEmpty()) {
        emit reported(nothing, {warningAt({}, reason.toStdString())}, MessageTopic::Blocked);
        return;
    }
    if (genotypes.empty()) {
        emit reported(
            nothing,
            {warningAt({},
                       (simulated ? tr("There is no genotype to simulate") : tr("There is no genotype to predict"))
                           .toStdString(),
                       tr("Tick a gene, or add genotypes to the list").toStdString())},
            MessageTopic::Blocked);
        return;
    }
    const std::size_t count = genotypes.size();
    RunDescription described = run;
    if (simulated) {
        inference_->abandon(); // a preview
        described.title = tr("%1, simulated (medium: %2)").arg(run.title, titleOf(session_->medium()));
        described.on = simulatedOn(*session_);
        runProvenance_ = provenanceOf("simulated growth", "window", session_->cell().get());
        runProvenance_->cell.path = session_->cellFolder();
        describeSimulation(*runProvenance_, described.on);
    }
    previewing_ = false;
    const quint64 id = (simulated ? simulator() : inference_.get())->predict(std::move(genotypes));
    recorder_.begin(id, described, count, QStringLiteral(KNOCKSCAPE_VERSION));
    session_->beginResults(ResultOrigin::Run, described.title, simulated);
    job_ = {described.title, 0, count, -1.0};
    jobTimer_.start();
    emit logged(tr("Started: %1; genotypes: %2").arg(described.title, formatCount(qint64(count))));
    emit jobStarted(job_);
}

void Workbench::predict()
{
    if (session_->genotypes().empty()) {
        predictSet();
    } else {
        predictList();
    }
}

void Workbench::predictList()
{
    runList(usualEvaluator());
}

void Workbench::predictSet()
{
    runSet(usualEvaluator());
}

void Workbench::predictSingles()
{
    runSingles(usualEvaluator());
}

void Workbench::predictAgainstAll()
{
    runAgainstAll(usualEvaluator());
}

void Workbench::runList(Evaluator evaluator)
{
    start({kindOf(evaluator, "predict"), tr("Genotype list, %1").arg(cellName()), "list", evaluator},
          session_->genotypes());
}

void Workbench::runSet(Evaluator evaluator)
{
    const Genotype &set = session_->knockouts();
    if (set.empty()) {
        start({{}, {}, {}, evaluator}, {});
        return;
    }
    std::vector<Genotype> genotypes{set};
    const std::vector<Genotype> parts = partsOf(set);
    genotypes.insert(genotypes.end(), parts.begin(), parts.end());
    QStringList names;
    for (const GeneIndex gene : set.genes()) {
        names << session_->label(gene).toLower() + QStringLiteral("Δ");
    }
    const QString title = names.size() > mostNamesInTitle
                              ? trCount("Workbench", "%1 gene and its parts", "%1 genes and their parts", names.size())
                          : parts.empty() ? names.join(QLatin1Char(' '))
                                          : tr("%1 and its parts").arg(names.join(QLatin1Char(' ')));
    start({kindOf(evaluator, "predict"), title, "set", evaluator}, std::move(genotypes));
}

void Workbench::runSingles(Evaluator evaluator)
{
    if (!session_->cell()) {
        return;
    }
    if (evaluator == Evaluator::Model) {
        start({"screen", tr("All single knockouts, %1").arg(cellName()), "singles"}, singlesOf(*session_->cell()));
        return;
    }
    std::vector<Genotype> singles;
    for (const GeneIndex gene : MetabolicGenes(*session_->cell()).genes()) {
        singles.push_back(Genotype{gene});
    }
    const QString title =
        trCount("Workbench", "The single knockout of %1 gene of the metabolic model, %2",
                "All single knockouts of %1 genes of the metabolic model, %2", static_cast<qint64>(singles.size()))
            .arg(cellName());
    start({"screen", title, "singles", evaluator}, std::move(singles));
}

void Workbench::runAgainstAll(Evaluator evaluator)
{
    const Genotype &set = session_->knockouts();
    if (set.empty() || !session_->cell()) {
        start({{}, {}, {}, evaluator}, {});
        return;
    }
    const std::vector<GeneIndex> others = evaluator == Evaluator::Simulation ? MetabolicGenes(*session_->cell()).genes()
                                                                             : allGenes(session_->cell()->genes.size());
    std::vector<Genotype> genotypes;
    for (const GeneIndex gene : others) {
        if (!set.contains(gene)) {
            genotypes.push_back(set.with(gene));
        }
    }
    QStringList names;
    for (const GeneIndex gene : set.genes()) {
        names << session_->label(gene).toLower() + QStringLiteral("Δ");
    }
    const QString genes = names.join(QLatin1Char(' '));
    start({"screen",
           evaluator == Evaluator::Simulation ? tr("%1 × all genes of the metabolic model").arg(genes)
                                              : tr("%1 × all genes").arg(genes),
           "against", evaluator},
          std::move(genotypes));
}

void Workbench::cancel()
{
    inference_->cancel();
    simulator_->cancel();
}

void Workbench::cancelAll()
{
    if (running()) {
        cancel();
    }
    screens_->cancel();
}

void Workbench::onProgress(quint64, quint64 done, quint64 total)
{
    if (previewing_) {
        return;
    }
    job_.done = done;
    job_.total = total;
    const double seconds = static_cast<double>(jobTimer_.elapsed()) / 1000.0;
    // The first moments say nothing about the rest.
    job_.secondsLeft =
        seconds > 0.3 && done > 0 ? seconds / static_cast<double>(done) * static_cast<double>(total - done) : -1.0;
    emit jobProgressed(job_);
}

void Workbench::onEnded(quint64 id, JobEnd end, const std::vector<Issue> &issues)
{
    recorder_.finish(id, end, issues);
    session_->finishResults(end == JobEnd::Finished ? ResultState::Complete : ResultState::Partial);
    if (!issues.empty()) {
        emit reported(session_->resultsSimulated() ? tr("The simulation stopped; the rows so far are kept")
                                                   : tr("The prediction stopped; the rows so far are kept"),
                      issues, MessageTopic::Prediction);
    }
    if (std::exchange(previewing_, false)) {
        emit logged(tr("Preview: %1").arg(session_->resultTitle()));
        return;
    }
    const auto rows = static_cast<qint64>(session_->results().size());
    const QString time = formatDuration(static_cast<double>(jobTimer_.elapsed()) / 1000.0);
    const QString summary =
        end == JobEnd::Finished ? trCount("Workbench", "%1 genotype in %2", "%1 genotypes in %2", rows).arg(time)
        : end == JobEnd::Cancelled
            ? trCount("Workbench", "Cancelled after %2; %1 row kept", "Cancelled after %2; %1 rows kept", rows)
                  .arg(time)
            : trCount("Workbench", "Failed after %2; %1 row kept", "Failed after %2; %1 rows kept", rows).arg(time);
    emit logged(QStringLiteral("%1: %2").arg(job_.title, summary));
    emit jobEnded(end, summary);
}

} // namespace knockscape::ui
