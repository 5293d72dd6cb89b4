#include "ui/session/label_service.h"

#include "engine/core/files.h"
#include "engine/core/text.h"
#include "engine/training/label_check.h"
#include "ui/session/task_thread.h"

#ifdef KNOCKSCAPE_FBA
#include "engine/fba/simulation.h"
#endif

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

namespace knockscape::ui
{
namespace
{

#ifdef KNOCKSCAPE_FBA
/// All metabolic singles, and `doubles` random pairs of them.
std::vector<Genotype> genotypesToSimulate(const Cell &cell, int doubles, std::uint64_t seed)
{
    std::vector<Genotype> genotypes = metabolicSingles(cell);
    const std::size_t singles = genotypes.size();
    const std::size_t pairs = singles * (singles - std::min<std::size_t>(singles, 1)) / 2;
    std::mt19937_64 random(seed);
    std::set<Genotype> drawn;
    while (drawn.size() < std::min(pairs, static_cast<std::size_t>(doubles))) {
        const GeneIndex a = genotypes[random() % singles].genes().front();
        const GeneIndex b = genotypes[random() % singles].genes().front();
        if (a != b) {
            drawn.insert(Genotype{a, b});
        }
    }
    genotypes.insert(genotypes.end(), drawn.begin(), drawn.end());
    return genotypes;
}

LabelTable simulatedLabels(const std::shared_ptr<const Cell> &cell, int doubles, std::uint64_t seed,
                           const JobControl &control)
{
    const std::vector<Genotype> genotypes = genotypesToSimulate(*cell, doubles, seed);
    LabelTable table;
    std::string content;
    simulateAll(
        cell, genotypes, 1,
        [&](std::size_t index, const SimulatedGrowth &growth) {
            if (std::isnan(growth.fitness)) {
                return;
            }
            Label label;
            label.genotype = genotypes[index];
            label.fitness = growth.fitness;
            label.source = "simulated";
            content += cell->genes.ids(label.genotype) + '\t' + formatNumber(label.fitness) + '\n';
            table.labels.push_back(std::move(label));
        },
        control);
    table.sha256 = sha256(content);
    return table;
}
#else
LabelTable simulatedLabels(const std::shared_ptr<const Cell> &, int, std::uint64_t, const JobControl &)
{
    throw InputError(errorAt({}, LabelService::tr("This build has no flux balance analysis").toStdString(),
                             LabelService::tr("Install GLPK and build again").toStdString()));
}
#endif

} // namespace

class LabelService::Worker
{
public:
    explicit Worker(LabelService *service) : service_(service) {}

    TaskThread &thread() { return thread_; }

    /// Runs `make`, which gives the labels of `files`, and tells what came of it.
    template <typename Make>
    void run(quint64 id, const std::vector<std::filesystem::path> &files, const CancelToken &cancel, const Make &make)
    {
        JobControl control;
        control.cancel = cancel;
        control.progress = [this, id](const Progress &progress) {
            deliver(id, [this, progress] {
                emit service_->progressed(QString::fromStdString(progress.stage), progress.done, progress.total);
            });
        };
        std::vector<Issue> issues;
        try {
            auto table = std::make_shared<LabelTable>(make(issues, control));
            control.report(LabelService::tr("Sorting labels").toStdString(), 0, 0);
            auto measured = std::make_shared<const MeasuredLabels>(files, *table);
            end(id, [this, table, measured, issues] { emit service_->ready(table, measured, issues); });
        } catch (const Cancelled &) {
            return;
        } catch (...) {
            for (Issue &issue : issuesOf(std::current_exception())) {
                issues.push_back(std::move(issue));
            }
            end(id, [this, issues] { emit service_->refused(issues); });
        }
    }

private:
    template <typename Call>
    void deliver(quint64 id, Call call)
    {
        QMetaObject::invokeMethod(
            service_,
            [this, id, call = std::move(call)] {
                if (id == service_->job_) {
                    call();
                }
            },
            Qt::QueuedConnection);
    }

    template <typename Call>
    void end(quint64 id, Call call)
    {
        deliver(id, [this, call = std::move(call)] {
            service_->job_ = 0;
            call();
        });
    }

    LabelService *service_;
    TaskThread thread_;
};

LabelService::LabelService(QObject *parent) : QObject(parent), worker_(std::make_unique<Worker>(this)) {}

LabelService::~LabelService()
{
    cancel();
    worker_.reset();
}

quint64 LabelService::begin()
{
    cancel();
    cancel_ = CancelToken();
    job_ = ++last_;
    return job_;
}

bool LabelService::canSimulate()
{
#ifdef KNOCKSCAPE_FBA
    return true;
#else
    return false;
#endif
}

void LabelService::read(std::vector<std::filesystem::path> files, std::shared_ptr<const Cell> cell)
{
    begin();
    worker_->thread().post(
        [worker = worker_.get(), id = job_, files = std::move(files), cell = std::move(cell), token = cancel_] {
            worker->run(id, files, token, [&](std::vector<Issue> &issues, const JobControl &control) {
                LabelTable table = readLabelFiles(files, cell->genes, issues, control);
                const std::string where = files.empty() ? std::string() : files.front().string();
                const std::vector<Issue> found = checkLabels(table.labels, *cell, where, control);
                issues.insert(issues.end(), found.begin(), found.end());
                return table;
            });
        });
}

void LabelService::simulate(std::shared_ptr<const Cell> cell, int doubles, std::uint64_t seed)
{
    begin();
    worker_->thread().post([worker = worker_.get(), id = job_, cell = std::move(cell), doubles, seed, token = cancel_] {
        worker->run(id, {}, token, [&](std::vector<Issue> &, const JobControl &control) {
            return simulatedLabels(cell, doubles, seed, control);
        });
    });
}

void LabelService::cancel()
{
    cancel_.cancel();
    job_ = 0;
}

} // namespace knockscape::ui
