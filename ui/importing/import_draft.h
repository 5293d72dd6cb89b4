#pragma once

#include "ui/importing/import_list_model.h"
#include "ui/importing/import_service.h"

#include <QObject>

#include <optional>

class QTimer;

namespace knockscape::ui
{

/// The document of the import assistant: chosen files, options, what a preview says about them, and the import itself.
/// Knows no widget; GUI thread; nothing here waits. Whatever changes, a preview of it follows soon by itself.
class ImportDraft : public QObject
{
    Q_OBJECT

public:
    explicit ImportDraft(QObject *parent = nullptr);

    ImportListModel *list() { return list_; }
    const std::vector<ImportEntry> &entries() const { return list_->entries(); }

    /// Adds files, each once, and has them looked at. A folder gives the files in it, unless it is a cell.
    void addFiles(const std::vector<std::filesystem::path> &paths);
    /// Empties the list; nothing on disk changes.
    void startOver();

    const ImportOptions &options() const { return options_; }
    void setOptions(const ImportOptions &options);

    /// The newest preview, if there is one. It is of an earlier state of the list unless previewCurrent().
    const std::optional<PreviewResult> &preview() const { return preview_; }
    bool previewCurrent() const { return previewCurrent_; }
    /// Everything to know about the chosen files: of the preview, else of the first look at each.
    std::vector<Issue> issues() const;

    /// Why nothing can be imported now, with what to do; empty when it can.
    QString blockedReason() const;
    bool importing() const { return service_->importing(); }
    /// Imports into `folder`, which a cell there is replaced in. Ignored while blocked or importing.
    void startImport(const std::filesystem::path &folder);
    /// Asks a running import to end; the list stays.
    void cancel() { service_->cancelImport(); }

signals:
    /// Files, options, preview or the state of an import changed: what is shown should be looked up again.
    void changed();
    /// What the preview or import is doing; total is 0 while unknown.
    void progressed(const QString &stage, quint64 done, quint64 total);
    void imported(const knockscape::ui::ImportResult &result);
    /// An import ended without a cell; no issues: because it was cancelled.
    void notImported(const std::vector<knockscape::Issue> &issues);

private:
    void outdate();
    void startPreview();
    void onPreview(const PreviewResult &result);
    void onFailed(const std::vector<Issue> &issues);
    bool lookingAtFiles() const;

    ImportListModel *list_ = nullptr;
    ImportService *service_ = nullptr;
    QTimer *pause_ = nullptr;
    ImportOptions options_;
    std::optional<PreviewResult> preview_;
    bool previewCurrent_ = false;
    /// Job of the current preview, so that its cell can be written.
    quint64 previewId_ = 0;
    /// Of the last import that failed, until the list changes.
    std::vector<Issue> failure_;
};

} // namespace knockscape::ui
