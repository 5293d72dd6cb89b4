#include "app/desktop/export_job.h"

#include "app/desktop/exit_code.h"
#include "engine/cell/knockout_list.h"
#include "ui/graph/subgraph_panel.h"
#include "ui/mainwindow/main_window.h"
#include "ui/results/results_panel.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QSocketNotifier>
#include <QTabWidget>
#include <QTimer>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace knockscape::app
{
namespace
{

/// The layout helper is killed and the network left out after this long.
constexpr int layoutMilliseconds = 60'000;

int interruptPipe[2] = {-1, -1};

void onInterrupt(int)
{
    const char byte = 1;
    // Nothing can be done about a full pipe in a signal handler; one byte is enough.
    [[maybe_unused]] const auto written = ::write(interruptPipe[1], &byte, 1);
}

} // namespace

ExportJob::ExportJob(ui::MainWindow *window, const CommandLine &line, QObject *parent)
    : QObject(parent), window_(window), folder_(line.exportFolder.toStdString()), genes_(line.genes),
      pictures_(line.pictures)
{
    ui::Workbench *const bench = window_->workbench();
    connect(bench, &ui::Workbench::modelStateChanged, this, &ExportJob::onModelState);
    connect(bench, &ui::Workbench::jobEnded, this, &ExportJob::onJobEnded);
    connect(bench, &ui::Workbench::reported, this, &ExportJob::onReported);
    if (::pipe(interruptPipe) == 0) {
        auto *notifier = new QSocketNotifier(interruptPipe[0], QSocketNotifier::Read, this);
        connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
            notifier->setEnabled(false);
            cancelled_ = true;
            window_->workbench()->cancel();
            if (!window_->workbench()->running()) {
                finish(exitCancelled);
            }
        });
        std::signal(SIGINT, onInterrupt);
        std::signal(SIGTERM, onInterrupt);
    }
}

void ExportJob::onModelState()
{
    ui::Workbench *const bench = window_->workbench();
    if (bench->modelState() == ui::ModelState::ModuleMissing) {
        finish(exitFailed);
    } else if (bench->modelState() == ui::ModelState::None && bench->session()->cell() && !started_ && !finished_) {
        onReported(tr("Nothing was predicted"),
                   {errorAt({}, bench->blockedReason().toStdString(),
                            tr("Name a .safetensors model after the cell").toStdString())});
    } else if (bench->modelState() == ui::ModelState::Ready && !std::exchange(started_, true)) {
        // The preview that the window starts by itself comes first; ours replaces it.
        QTimer::singleShot(0, this, &ExportJob::startPrediction);
    }
}

void ExportJob::startPrediction()
{
    ui::Session *const session = window_->workbench()->session();
    const GeneCatalogue &genes = session->cell()->genes;
    std::vector<Genotype> genotypes;
    std::vector<Issue> issues;
    for (const KnockoutEntry &entry : parseKnockoutArgument(genes_.toStdString(), genes)) {
        genotypes.push_back(entry.genotype);
        issues.insert(issues.end(), entry.issues.begin(), entry.issues.end());
    }
    if (!issues.empty()) {
        onReported(tr("The genes were not understood"), issues);
        return;
    }
    if (!genotypes.empty()) {
        session->setKnockouts(genotypes.front());
    }
    for (std::size_t gene = 0; gene < genes.size(); ++gene) {
        genotypes.push_back(Genotype{static_cast<GeneIndex>(gene)});
    }
    session->setGenotypes(genotypes, tr("genotypes of the command line"));
    window_->workbench()->predictList();
}

void ExportJob::onJobEnded(ui::JobEnd end)
{
    cancelled_ = cancelled_ || end == ui::JobEnd::Cancelled;
    failed_ = failed_ || end == ui::JobEnd::Failed;
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    if (error) {
        std::fprintf(stderr, "%s: %s\n", folder_.string().c_str(), error.message().c_str());
        finish(exitFailed);
        return;
    }
    // Results are shown by queued updates; let them come first.
    QTimer::singleShot(0, this, &ExportJob::drawNetwork);
}

void ExportJob::drawNetwork()
{
    ui::SubgraphPanel *const network = window_->network();
    if (cancelled_) {
        writeAll();
        return;
    }
    if (window_->workbench()->session()->knockouts().empty()) {
        // Something worth seeing: the sickest single knockout and its surroundings.
        const PredictionRow *sickest = nullptr;
        for (const PredictionRow &row : window_->workbench()->session()->results()) {
            if (sickest == nullptr || row.prediction.fitness < sickest->prediction.fitness) {
                sickest = &row;
            }
        }
        if (sickest != nullptr) {
            network->setFocus(sickest->genotype);
        }
    }
    connect(network, &ui::SubgraphPanel::layoutShown, this,
            [this] { QTimer::singleShot(300, this, &ExportJob::writeAll); });
    connect(network, &ui::SubgraphPanel::failed, this, [this] {
        failed_ = true;
        writeAll();
    });
    QTimer::singleShot(layoutMilliseconds, this, [this] {
        failed_ = true;
        writeAll();
    });
    window_->showNetwork();
}

void ExportJob::writeAll()
{
    if (std::exchange(finished_, true)) {
        return;
    }
    ui::ResultsPanel *const results = window_->results();
    write(QStringLiteral("results.csv"),
          [results](const QString &f, QString *e) { return results->exportTable(f, e); });
    if (!cancelled_) {
        writePictures(window_->network()->picture());
        window_->tabs()->setCurrentWidget(results);
        QCoreApplication::processEvents();
        const auto hasInteraction = [](const PredictionRow &row) { return row.genotype.size() > 1; };
        const bool interactions = std::any_of(results->rows().begin(), results->rows().end(), hasInteraction);
        writePictures(results->fitnessPicture());
        if (interactions) {
            writePictures(results->interactionPicture());
        }
        if (!interactions) {
            std::fprintf(stderr, "%s\n", qPrintable(tr("No interaction plot: single deletions have no interaction.")));
        }
        write(QStringLiteral("window.png"), [this](const QString &f, QString *e) {
            *e = tr("The picture of the window could not be saved");
            return window_->grab().save(f);
        });
    }
    finish(cancelled_ ? exitCancelled : failed_ ? exitFailed : exitDone);
}

/// KIND.png and KIND.svg, in the size asked for.
void ExportJob::writePictures(const ui::PictureSource &source)
{
    const ui::PictureLayout layout = pictures_.layoutOf(source.layout);
    for (const char *suffix : {".png", ".svg"}) {
        write(source.kind + QString::fromLatin1(suffix),
              [&](const QString &file, QString *error) { return ui::writePicture(source, layout, file, error); });
    }
}

void ExportJob::write(const QString &name, const std::function<bool(const QString &, QString *)> &writer)
{
    const QString file = QString::fromStdString((std::filesystem::absolute(folder_) / name.toStdString()).string());
    QString error;
    if (writer(file, &error)) {
        std::printf("%s\n", qPrintable(file));
    } else {
        failed_ = true;
        std::fprintf(stderr, "%s: %s\n", qPrintable(file), qPrintable(error));
    }
}

void ExportJob::onReported(const QString &headline, const std::vector<Issue> &issues)
{
    std::fprintf(stderr, "%s\n", qPrintable(headline));
    bool fatal = false;
    for (const Issue &issue : issues) {
        std::fprintf(stderr, "  %s\n", describe(issue).c_str());
        fatal = fatal || issue.severity == Severity::Error;
    }
    // Before the job ran an error means that the input cannot be used; the missing module has its own code.
    if (fatal && !finished_ && window_->workbench()->modelState() != ui::ModelState::ModuleMissing) {
        finish(exitBadInput);
    }
}

void ExportJob::finish(int code)
{
    finished_ = true;
    std::fflush(stdout);
    QTimer::singleShot(0, qApp, [code] { QCoreApplication::exit(code); });
}

} // namespace knockscape::app
