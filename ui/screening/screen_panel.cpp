#include "ui/screening/screen_panel_private.h"

#include "engine/inference/screen_json.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"

#include <algorithm>
#include <utility>

namespace knockscape::ui
{

ScreenPanel::Private::Private(ScreenPanel *panel, Session *document, ScreenService *screens,
                              SimulationService *simulator)
    : q(panel), session(document), service(screens), simulation(simulator)
{
    build();
    connectRun();
    connectViews();
    connectSimulation();
    showOutcome(nullptr);
}

void ScreenPanel::Private::connectRun()
{
    for (QPushButton *button : {askButton, emptyButton}) {
        connect(button, &QPushButton::clicked, q, [this] { q->ask(); });
    }
    connect(cancelButton, &QPushButton::clicked, q, [this] { q->cancel(); });
    connect(goOnButton, &QPushButton::clicked, q, [this] { goOn(); });
    connect(discardButton, &QPushButton::clicked, q, [this] { discard(); });
    connect(service, &ScreenService::progressed, q, [this](quint64 id, quint64 done, quint64 total) {
        if (id == job) {
            onProgress(done, total);
        }
    });
    connect(service, &ScreenService::ended, q,
            [this](quint64 id, JobEnd end, const std::shared_ptr<const ScreenResult> &result,
                   const std::vector<Issue> &issues) {
                if (id == job) {
                    onEnded(end, result, issues);
                }
            });
    connect(session, &Session::cellChanged, q, [this] {
        showOutcome(nullptr);
        showInterrupted();
    });
    connect(session, &Session::modelsChanged, q, [this] { lookForInterrupted(); });
    connect(session, &Session::mediumChanged, q, [this] { showInterrupted(); });
}

void ScreenPanel::Private::start(const ScreenPlan &asked, std::unique_ptr<ScreenFiles> place, bool resume)
{
    try {
        plan = asked;
        cell = session->cell();
        models = plan.answering(session->models());
        plan.by = plan.ranking(models).by; // from here on it is known
        request = plan.request(models);
        if (!place) {
            place = ScreenFiles::create(plan, *cell, models);
        }
        if (plan.whole != WholeResult::None) {
            request.matrix = plan.whole == WholeResult::File ? plan.matrix : place->temporaryMatrix();
        }
        request.checkpoint = place->checkpoint();
        request.resume = resume;
    } catch (...) {
        emit q->reported(ScreenPanel::tr("The screen was not begun"), issuesOf(std::current_exception()));
        return;
    }
    files = std::move(place);
    job = service->start(request, plan.simulated);
    clock.start();
    resumedAt = 0;
    bar->setValue(0);
    progressText->setText(ScreenPanel::tr("Preparing…"));
    emit q->begun(plan);
    showInterrupted();
    updateHeader();
}

void ScreenPanel::Private::onProgress(quint64 done, quint64 total)
{
    if (resumedAt == 0) {
        resumedAt = done; // what the first batch brought, or a checkpoint before it
        clock.start();
    }
    bar->setValue(total == 0 ? 0 : static_cast<int>(done * 1000 / total));
    QString text = QStringLiteral("%1 / %2").arg(formatCount(static_cast<std::int64_t>(done)),
                                                 formatCount(static_cast<std::int64_t>(total)));
    const double seconds = static_cast<double>(clock.elapsed()) / 1000.0;
    if (seconds > 0.3 && done > resumedAt) {
        const double left = seconds / static_cast<double>(done - resumedAt) * static_cast<double>(total - done);
        text += ScreenPanel::tr(" · %1 left").arg(formatDuration(left));
    }
    progressText->setText(text);
}

std::shared_ptr<const ScreenOutcome>
ScreenPanel::Private::makeOutcome(const std::shared_ptr<const ScreenResult> &result)
{
    auto made = std::make_shared<ScreenOutcome>();
    made->cell = cell;
    made->models = models;
    made->plan = plan;
    made->request = request;
    made->result = result;
    made->kept = std::make_shared<KeptRows>(request.source, result->state.top);
    if (!request.matrix.empty() && result->state.done > 0 && result->state.done <= mostBrowsableRows) {
        try {
            made->whole = std::make_shared<MatrixRows>(request, result->state.done, !result->finished, made->models);
        } catch (...) {
            emit q->reported(ScreenPanel::tr("Only the best rows are shown"), issuesOf(std::current_exception()));
        }
    }
    return made;
}

void ScreenPanel::Private::onEnded(JobEnd end, const std::shared_ptr<const ScreenResult> &result,
                                   const std::vector<Issue> &issues)
{
    job = 0;
    std::shared_ptr<const ScreenOutcome> made;
    if (result) {
        made = makeOutcome(result);
    }
    if (end == JobEnd::Finished) {
        try {
            if (plan.whole == WholeResult::File) {
                writeMatrixDescription(request, cell->genes);
            }
        } catch (...) {
            emit q->reported(ScreenPanel::tr("The array has no description beside it"),
                             issuesOf(std::current_exception()));
        }
        files->finish();
        shownFiles = std::move(files);
    } else if (end == JobEnd::Cancelled) {
        interrupted = std::move(files);
        interruptedText = trCount("ScreenPanel", "Cancelled after %2 of %1 genotype.",
                                  "Cancelled after %2 of %1 genotypes.", static_cast<qint64>(request.range.count))
                              .arg(formatCount(static_cast<std::int64_t>(result->state.done)));
    } else {
        files->discard();
        files.reset();
        emit q->reported(ScreenPanel::tr("The screen stopped"), issues);
    }
    if (made && made->cell == session->cell()) {
        showOutcome(made);
    }
    showInterrupted();
    updateHeader();
    emit q->ended(end, made, issues);
}

/// Once, when the first model is open: what a crash, or quitting, left behind.
void ScreenPanel::Private::lookForInterrupted()
{
    if (!std::exchange(lookedForInterrupted, true) && !interrupted) {
        interrupted = ScreenFiles::findInterrupted();
        if (interrupted) {
            interruptedText = ScreenPanel::tr("A screen was interrupted: %1.").arg(interrupted->title());
            emit q->reported(
                ScreenPanel::tr("A screen was interrupted; the tab “Screen” goes on with it, or discards it"), {});
        }
    }
    showInterrupted();
}

void ScreenPanel::Private::showInterrupted()
{
    updateStrip();
    if (!interrupted) {
        return;
    }
    const bool fits = interrupted->fits(*session);
    interruptedLabel->setText(fits ? interruptedText
                              : interrupted->isSimulated()
                                  ? ScreenPanel::tr("%1 Open the cell %2, with the medium %3, to go on.")
                                        .arg(interruptedText, interrupted->cellName(), interrupted->medium())
                                  : ScreenPanel::tr("%1 Open the cell %2 with %3 to go on.")
                                        .arg(interruptedText, interrupted->cellName(), interrupted->modelNames()));
    goOnButton->setEnabled(fits && blocked.isEmpty());
    goOnButton->setToolTip(blocked.isEmpty() ? ScreenPanel::tr("Go on where the screen ended") : blocked);
}

void ScreenPanel::Private::goOn()
{
    try {
        const ScreenPlan stored = interrupted->plan(session->cell()->genes);
        start(stored, std::move(interrupted), true);
    } catch (...) {
        emit q->reported(ScreenPanel::tr("The screen was not gone on with"), issuesOf(std::current_exception()));
    }
}

void ScreenPanel::Private::discard()
{
    if (interrupted) {
        interrupted->discard();
        interrupted.reset();
        showInterrupted();
    }
}

/// What goes on comes before what could, and that before what was.
void ScreenPanel::Private::updateStrip()
{
    strip->show(job != 0 ? progressRow : exporter.running() ? exportRow : interrupted ? interruptedRow : summaryRow);
}

QString ScreenPanel::Private::summary() const
{
    const ScreenResult &result = *outcome->result;
    const auto count = [](std::uint64_t number) { return formatCount(static_cast<std::int64_t>(number)); };
    QStringList parts;
    parts << (result.finished
                  ? trCount("ScreenPanel", "%1 genotype", "%1 genotypes", static_cast<qint64>(result.state.done))
                  : ScreenPanel::tr("%1 of %2 genotypes")
                        .arg(count(result.state.done), count(outcome->request.range.count)));
    if (!outcome->plan.where.empty()) {
        parts << ScreenPanel::tr("%1 match").arg(count(result.state.hits));
    }
    const RankingChoice choice = outcome->plan.ranking(outcome->models);
    const auto score = choice.validation.scores.find(choice.by);
    parts << (choice.validated && score != choice.validation.scores.end()
                  ? ScreenPanel::tr("ranked by %1 (validation r %2)")
                        .arg(QString::fromStdString(choice.by), formatValue(score->second.pearson))
                  : ScreenPanel::tr("ranked by %1").arg(QString::fromStdString(choice.by)));
    if (result.state.unsupported > 0) {
        parts << trCount("ScreenPanel", "%1 with support below %2 last", "%1 with support below %2 last",
                         static_cast<qint64>(result.state.unsupported))
                     .arg(count(static_cast<std::uint64_t>(result.state.top.minSupport())));
    }
    parts << formatDuration(result.seconds);
    if (!outcome->whole) {
        parts << ScreenPanel::tr("the best %1 are shown").arg(count(outcome->kept->count()));
    }
    return parts.join(QStringLiteral(" · "));
}

void ScreenPanel::Private::updateHeader()
{
    const bool running = job != 0;
    updateStrip();
    const GeneCatalogue *genes = session->cell() ? &session->cell()->genes : nullptr;
    title->setText(running && genes ? plan.title(cell->genes)
                   : outcome        ? outcome->plan.title(outcome->cell->genes)
                                    : QString());
    title->setToolTip(title->text());
    details->setText(outcome && !running ? summary() : QString());
    details->setToolTip(outcome && !running ? QString::fromStdString(outcome->plan.ranking(outcome->models).text())
                                            : QString());
    interruptedLabel->setToolTip(details->text());
    const QString reason = running ? ScreenPanel::tr("A screen is running; wait for it or cancel it") : blocked;
    for (QPushButton *button : {askButton, emptyButton}) {
        button->setEnabled(reason.isEmpty());
        button->setToolTip(reason.isEmpty() ? ScreenPanel::tr("Choose what to screen (Ctrl+Shift+S)") : reason);
    }
    emptyButton->setVisible(!running);
    askButton->setVisible(outcome != nullptr || running);
    exportButton->setVisible(outcome != nullptr);
    const bool simulates = usual == Evaluator::Simulation;
    emptyText->setText(
        running     ? ScreenPanel::tr("Histogram, genes and rows appear when the screen ends. Cancelling keeps "
                                          "what is done.")
        : simulates ? ScreenPanel::tr("Simulate all single deletions, all pairs or larger combinations of genes, "
                                      "and look through the best.")
                    : ScreenPanel::tr("Predict all single deletions, all pairs or larger combinations of genes, "
                                      "and look through the best."));
    pages->setCurrentIndex(outcome ? 1 : 0);
}

ScreenPanel::ScreenPanel(Session *session, ScreenService *service, SimulationService *simulation, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(this, session, service, simulation))
{
}

ScreenPanel::~ScreenPanel() = default;

void ScreenPanel::setPanels(std::function<std::vector<NamedGenes>()> panels)
{
    d->panels = std::move(panels);
}

void ScreenPanel::setSimulationUnavailable(const QString &reason)
{
    d->simulation.setUnavailable(reason);
    d->updateSimulation();
}

void ScreenPanel::setBlocked(const QString &reason, Evaluator evaluator)
{
    if (reason != d->blocked || evaluator != d->usual) {
        d->blocked = reason;
        d->usual = evaluator;
        d->updateHeader();
        d->showInterrupted();
    }
}

void ScreenPanel::ask(ScreenKind kind)
{
    if (!d->session->cell() || !d->blocked.isEmpty() || d->job != 0) {
        return;
    }
    auto *dialog =
        new ScreenDialog(d->session, d->service, d->panels ? d->panels() : std::vector<NamedGenes>(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setKind(kind);
    if (d->interrupted) {
        dialog->setNotice(tr("The unfinished screen is given up when this one starts."));
    }
    // Its genes belong to the cell that is open now.
    connect(d->session, &Session::cellChanged, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { run(dialog->plan()); });
    dialog->open();
}

void ScreenPanel::run(const ScreenPlan &plan)
{
    if (d->job == 0 && d->session->cell()) {
        d->discard();
        d->start(plan, nullptr, false);
    }
}

void ScreenPanel::cancel()
{
    if (d->job != 0) {
        d->progressText->setText(tr("Keeping what is done…"));
        d->service->cancel();
    }
}

const std::shared_ptr<const ScreenOutcome> &ScreenPanel::outcome() const
{
    return d->outcome;
}

void ScreenPanel::show(std::shared_ptr<const ScreenOutcome> outcome)
{
    d->showOutcome(std::move(outcome));
    d->updateHeader();
}

QTabWidget *ScreenPanel::views() const
{
    return d->views;
}

ScreenTableModel *ScreenPanel::table() const
{
    return d->model;
}

void ScreenPanel::showGene(GeneIndex gene)
{
    d->setGene(gene);
}

} // namespace knockscape::ui
