#include "ui/importing/import_draft.h"

#include <QTimer>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

namespace fs = std::filesystem;

/// Long enough for several clicks to become one preview.
constexpr int previewPause = 250;
/// A folder of thousands of files was chosen by mistake.
constexpr std::size_t mostFilesOfFolder = 200;

/// `path`, or the files right inside it where it is a folder that is no cell.
std::vector<fs::path> filesOf(const fs::path &path)
{
    std::error_code error;
    if (!fs::is_directory(path, error) || fs::exists(path / "cell.json", error)) {
        return {path};
    }
    std::vector<fs::path> files;
    for (const fs::directory_entry &entry : fs::directory_iterator(path, error)) {
        const bool hidden = entry.path().filename().string().starts_with('.');
        if (entry.is_regular_file(error) && !hidden && files.size() < mostFilesOfFolder) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

ImportDraft::ImportDraft(QObject *parent)
    : QObject(parent), list_(new ImportListModel(this)), service_(new ImportService(this)), pause_(new QTimer(this))
{
    pause_->setSingleShot(true);
    pause_->setInterval(previewPause);
    connect(pause_, &QTimer::timeout, this, &ImportDraft::startPreview);
    connect(list_, &ImportListModel::edited, this, &ImportDraft::outdate);
    connect(service_, &ImportService::recognised, list_, &ImportListModel::setRecognised);
    connect(
        service_, &ImportService::progressed, this,
        [this](quint64, const QString &stage, quint64 done, quint64 total) { emit progressed(stage, done, total); });
    connect(service_, &ImportService::previewReady, this, [this](quint64 id, const PreviewResult &result) {
        previewId_ = id;
        onPreview(result);
    });
    connect(service_, &ImportService::imported, this, [this](quint64, const ImportResult &result) {
        previewId_ = 0;
        emit changed();
        emit imported(result);
    });
    connect(service_, &ImportService::cancelled, this, [this] { onFailed({}); });
    connect(service_, &ImportService::failed, this,
            [this](quint64, const std::vector<Issue> &issues) { onFailed(issues); });
}

void ImportDraft::addFiles(const std::vector<fs::path> &paths)
{
    std::vector<fs::path> files;
    for (const fs::path &path : paths) {
        const std::vector<fs::path> found = filesOf(path);
        files.insert(files.end(), found.begin(), found.end());
    }
    for (const quint64 id : list_->add(files)) {
        service_->recognise(id, list_->entry(list_->rowOf(id)).path);
    }
}

void ImportDraft::startOver()
{
    preview_.reset();
    list_->clear();
}

void ImportDraft::setOptions(const ImportOptions &options)
{
    if (options != options_) {
        options_ = options;
        outdate();
    }
}

void ImportDraft::outdate()
{
    service_->dropPreview();
    previewCurrent_ = false;
    previewId_ = 0;
    failure_.clear();
    if (!hasSomethingToImport(entries())) {
        preview_.reset();
        list_->setImported({}, {});
    }
    pause_->start();
    emit changed();
}

bool ImportDraft::lookingAtFiles() const
{
    return std::any_of(entries().begin(), entries().end(), [](const ImportEntry &entry) { return !entry.recognised; });
}

void ImportDraft::startPreview()
{
    // Each file that was looked at starts the pause again.
    if (!importing() && !lookingAtFiles() && hasSomethingToImport(entries())) {
        service_->preview(requestOf(entries(), options_));
    }
}

void ImportDraft::onPreview(const PreviewResult &result)
{
    preview_ = result;
    previewCurrent_ = true;
    list_->setImported(result.files, result.issues);
    emit changed();
}

void ImportDraft::onFailed(const std::vector<Issue> &issues)
{
    previewId_ = 0;
    failure_ = issues;
    emit changed();
    emit notImported(issues);
}

std::vector<Issue> ImportDraft::issues() const
{
    std::vector<Issue> issues;
    const auto add = [&issues](const std::vector<Issue> &more) {
        for (const Issue &issue : more) {
            if (std::find(issues.begin(), issues.end(), issue) == issues.end()) {
                issues.push_back(issue);
            }
        }
    };
    for (const ImportEntry &entry : entries()) {
        if (!entry.problem.isEmpty()) {
            issues.push_back(errorAt(entry.path.string(), entry.problem.toStdString(), entry.remedy.toStdString()));
        }
    }
    add(failure_);
    if (preview_) {
        add(preview_->issues);
    }
    for (const ImportEntry &entry : entries()) {
        // What the preview has read it says better.
        if (entry.recognised && entry.imported.empty()) {
            add(entry.recognised->issues);
        }
    }
    std::stable_sort(issues.begin(), issues.end(),
                     [](const Issue &a, const Issue &b) { return a.severity > b.severity; });
    return issues;
}

QString ImportDraft::blockedReason() const
{
    if (importing()) {
        return tr("A cell is being imported.");
    }
    const QString reason = knockscape::ui::blockedReason(entries());
    if (!reason.isEmpty()) {
        return reason;
    }
    for (const ImportEntry &entry : entries()) {
        if (stateOf(entry) == EntryState::Problem) {
            return tr("%1 cannot be used as it is: %2 Change what it is used as, or do not import it.")
                .arg(entry.fileName(), stateText(entry));
        }
    }
    if (preview_ && previewCurrent_ && !preview_->complete) {
        return tr("These files make no cell yet; the issues say why.");
    }
    return {};
}

void ImportDraft::startImport(const fs::path &folder)
{
    if (!blockedReason().isEmpty()) {
        return;
    }
    pause_->stop();
    failure_.clear();
    service_->import(requestOf(entries(), options_), folder, previewCurrent_ ? previewId_ : 0);
    emit changed();
}

} // namespace knockscape::ui
