#pragma once

#include "engine/cell/cell_import.h"
#include "engine/cell/importers/recognise.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace knockscape::ui
{

/// What a cell would be, in numbers; the cell itself stays on the thread that made it.
struct PreviewResult {
    /// False where no cell could be made at all; the issues say why.
    bool hasCell = false;
    /// Whether importing the same files would succeed.
    bool complete = false;
    std::size_t genes = 0;
    std::size_t genesWithName = 0;
    std::vector<std::string> annotationColumns;
    std::vector<ImportedFile> files;
    std::vector<Issue> issues;
};

/// A cell was written and can be opened.
struct ImportResult {
    std::filesystem::path folder;
    QString cellName;
    std::size_t genes = 0;
    std::vector<Issue> issues;
};

/// Looks at files, tries imports and imports, on a thread of its own. Every call returns at once; answers are signals
/// in the GUI thread. A preview or import is an immutable request with an id: a new preview supersedes the one before,
/// whose answers never arrive. An import ends once, in one of three ways: imported, cancelled, failed; after the last
/// two nothing was written.
class ImportService : public QObject
{
    Q_OBJECT

public:
    explicit ImportService(QObject *parent = nullptr);
    /// Cancels what runs and joins the thread.
    ~ImportService() override;

    /// Answers with recognised(); `id` is the caller's.
    void recognise(quint64 id, const std::filesystem::path &file);
    /// Answers with previewReady(), perhaps after progressed(). Supersedes an earlier preview.
    quint64 preview(const CellImportRequest &request);
    /// Cancels the preview that runs or waits; it will not answer.
    void dropPreview();
    /// Imports and writes `folder`, replacing a cell that is there. The cell of preview `previewId` is written as it
    /// is, if that was complete and the files have not changed since.
    quint64 import(const CellImportRequest &request, const std::filesystem::path &folder, quint64 previewId);
    void cancelImport();
    bool importing() const noexcept { return import_ != 0; }
    /// The preview that is being computed; 0 for none.
    quint64 runningPreview() const noexcept { return preview_; }

signals:
    void recognised(quint64 id, const knockscape::RecognisedFile &file);
    /// What job `id` is doing; total is 0 while unknown.
    void progressed(quint64 id, const QString &stage, quint64 done, quint64 total);
    void previewReady(quint64 id, const knockscape::ui::PreviewResult &result);
    void imported(quint64 id, const knockscape::ui::ImportResult &result);
    void cancelled(quint64 id);
    void failed(quint64 id, const std::vector<knockscape::Issue> &issues);

private:
    class Worker;

    std::unique_ptr<Worker> worker_;
    CancelToken previewCancel_;
    CancelToken importCancel_;
    quint64 lastJob_ = 0;
    quint64 preview_ = 0;
    quint64 import_ = 0;
};

} // namespace knockscape::ui
