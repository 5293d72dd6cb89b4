#include "ui/importing/import_service.h"

#include "engine/cell/bundle.h"
#include "ui/session/inference_service.h"
#include "ui/session/task_thread.h"

#include <QElapsedTimer>

#include <algorithm>
#include <map>
#include <utility>

namespace knockscape::ui
{
namespace
{

namespace fs = std::filesystem;

/// Progress more often than this only makes the GUI thread busy.
constexpr qint64 progressMilliseconds = 60;

/// Size and time of every file of a request, to see whether one has changed.
using Stamps = std::map<fs::path, std::pair<std::uintmax_t, fs::file_time_type>>;

Stamps stampsOf(const CellImportRequest &request)
{
    std::vector<fs::path> files{request.genes, request.sbml, request.cobraJson, request.features};
    files.insert(files.end(), request.annotations.begin(), request.annotations.end());
    for (const auto &[type, file] : request.networks) {
        files.push_back(file);
    }
    Stamps stamps;
    for (const fs::path &file : files) {
        std::error_code error;
        if (!file.empty()) {
            stamps[file] = {fs::file_size(file, error), fs::last_write_time(file, error)};
        }
    }
    return stamps;
}

} // namespace

/// Everything that happens on the import thread. Members below `service_` belong to that thread.
class ImportService::Worker
{
public:
    explicit Worker(ImportService *service) : service_(service) {}

    TaskThread &thread() { return thread_; }
    void stop() const { closing_.cancel(); }

    void recognise(quint64 id, const fs::path &file)
    {
        RecognisedFile result;
        try {
            JobControl control;
            control.cancel = closing_;
            result = recogniseImportFile(file, control);
        } catch (const Cancelled &) {
            return;
        } catch (...) {
            result.path = file;
            result.issues = issuesOf(std::current_exception());
        }
        deliver([this, id, result = std::move(result)] { emit service_->recognised(id, result); });
    }

    void preview(quint64 id, const CellImportRequest &request, const CancelToken &cancel)
    {
        previewed_ = {};
        PreviewResult result;
        try {
            const Stamps stamps = stampsOf(request);
            ImportPreview preview = previewImport(request, controlOf(id, cancel));
            cancel.throwIfCancelled();
            result.complete = preview.complete();
            result.hasCell = preview.cell.has_value();
            result.files = std::move(preview.files);
            result.issues = std::move(preview.issues);
            if (preview.cell) {
                describe(*preview.cell, result);
                previewed_ = {id, result.complete, std::move(*preview.cell), stamps, result.issues};
            }
        } catch (const Cancelled &) {
            return;
        } catch (...) {
            result.issues = issuesOf(std::current_exception());
        }
        deliver([this, id, result = std::move(result)] {
            if (service_->preview_ == id) {
                service_->preview_ = 0;
                emit service_->previewReady(id, result);
            }
        });
    }

    void import(quint64 id, const CellImportRequest &request, const fs::path &folder, quint64 previewId,
                const CancelToken &cancel)
    {
        try {
            ImportResult result;
            const JobControl control = controlOf(id, cancel);
            cancel.throwIfCancelled();
            const bool known = previewId != 0 && previewed_.id == previewId && previewed_.complete &&
                               previewed_.stamps == stampsOf(request);
            const Cell cell = known ? std::move(previewed_.cell) : importCell(request, result.issues, control);
            if (known) {
                result.issues = std::move(previewed_.issues);
            }
            previewed_ = {};
            std::stable_sort(result.issues.begin(), result.issues.end(),
                             [](const Issue &a, const Issue &b) { return a.severity > b.severity; });
            writeCellBundle(cell, folder, control);
            result.folder = folder;
            result.cellName = QString::fromStdString(cell.name);
            result.genes = cell.genes.size();
            end([this, id, result = std::move(result)] { emit service_->imported(id, result); });
        } catch (const Cancelled &) {
            end([this, id] { emit service_->cancelled(id); });
        } catch (...) {
            end([this, id, issues = issuesOf(std::current_exception())] { emit service_->failed(id, issues); });
        }
    }

private:
    template <typename Call>
    void deliver(Call call)
    {
        QMetaObject::invokeMethod(service_, std::move(call), Qt::QueuedConnection);
    }

    template <typename Call>
    void end(Call call)
    {
        deliver([this, call = std::move(call)] {
            service_->import_ = 0;
            call();
        });
    }

    static void describe(const Cell &cell, PreviewResult &result)
    {
        const std::vector<Gene> &genes = cell.genes.genes();
        result.genes = genes.size();
        result.genesWithName = static_cast<std::size_t>(
            std::count_if(genes.begin(), genes.end(), [](const Gene &gene) { return !gene.name.empty(); }));
        result.annotationColumns = cell.genes.annotationColumns();
    }

    JobControl controlOf(quint64 id, const CancelToken &cancel)
    {
        JobControl control;
        control.cancel = cancel;
        control.progress = [this, id, timer = QElapsedTimer(),
                            stage = std::string()](const Progress &progress) mutable {
            if (timer.isValid() && timer.elapsed() < progressMilliseconds && stage == progress.stage) {
                return;
            }
            timer.start();
            stage = progress.stage;
            deliver([this, id, progress] {
                if (id == service_->preview_ || id == service_->import_) {
                    emit service_->progressed(id, QString::fromStdString(progress.stage), progress.done,
                                              progress.total);
                }
            });
        };
        return control;
    }

    /// The cell of the last preview, to be written without reading everything again.
    struct Previewed {
        quint64 id = 0;
        bool complete = false;
        Cell cell;
        Stamps stamps;
        std::vector<Issue> issues;
    };

    ImportService *service_;
    CancelToken closing_;
    Previewed previewed_;
    /// Last, so that it is joined before anything it uses goes away.
    TaskThread thread_;
};

ImportService::ImportService(QObject *parent) : QObject(parent), worker_(std::make_unique<Worker>(this)) {}

ImportService::~ImportService()
{
    previewCancel_.cancel();
    importCancel_.cancel();
    worker_->stop();
    worker_.reset();
}

void ImportService::recognise(quint64 id, const fs::path &file)
{
    worker_->thread().post([worker = worker_.get(), id, file] { worker->recognise(id, file); });
}

quint64 ImportService::preview(const CellImportRequest &request)
{
    dropPreview();
    previewCancel_ = CancelToken();
    preview_ = ++lastJob_;
    worker_->thread().post([worker = worker_.get(), id = preview_, request, cancel = previewCancel_] {
        if (!cancel.cancelled()) {
            worker->preview(id, request, cancel);
        }
    });
    return preview_;
}

void ImportService::dropPreview()
{
    previewCancel_.cancel();
    preview_ = 0;
}

quint64 ImportService::import(const CellImportRequest &request, const fs::path &folder, quint64 previewId)
{
    dropPreview();
    importCancel_.cancel();
    importCancel_ = CancelToken();
    import_ = ++lastJob_;
    worker_->thread().post([worker = worker_.get(), id = import_, request, folder, previewId, cancel = importCancel_] {
        worker->import(id, request, folder, previewId, cancel);
    });
    return import_;
}

void ImportService::cancelImport()
{
    importCancel_.cancel();
}

} // namespace knockscape::ui
