#pragma once

#include "ui/importing/import_draft.h"
#include "ui/importing/import_page.h"

#include <QObject>

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace knockscape::ui
{

class ImportFileDetails;
class ImportListView;
class ImportPreviewPanel;
class IssueModel;
class SourceView;

class ImportPage::Private : public QObject
{
    Q_OBJECT

public:
    /// Width and height of the icon of the status.
    static constexpr int iconSize = 16;

    explicit Private(ImportPage *page);

    // import_page_build.cpp
    void build();
    QWidget *buildEmptyPage();
    QWidget *buildWork();
    QWidget *buildFiles();
    QWidget *buildCell();
    QWidget *buildIssues();
    QWidget *buildFooter();
    QToolButton *makeTool(const QString &icon, const QString &text, const QString &tip, const QString &name);

    // import_page.cpp
    void connectParts();
    void refresh();
    void refreshIssues();
    void refreshFooter();
    void chooseFiles();
    void add(const std::vector<std::filesystem::path> &files);
    void onCurrentRow(int row);
    void connectUndo();
    /// Undoes or redoes an edit of the list, and keeps the file that was current where it is still there.
    void step(void (QUndoStack::*way)());
    void onIssue(int row);
    void readOptions();
    void suggest();

    // import_page_import.cpp
    void chooseFolder();
    void startImport();
    void importInto(const std::filesystem::path &folder);
    void showStage(const QString &stage, quint64 done, quint64 total);
    void onImported(const ImportResult &result);
    void onNotImported(const std::vector<Issue> &issues);
    QString folderProblem() const;

    ImportPage *q;
    ImportDraft *draft;
    /// The list has become a cell: files that come next belong to another one.
    bool finished = false;
    bool nameChosen = false;
    bool folderChosen = false;
    bool selectingIssue = false;
    /// What came of the last import, until something changes.
    QString outcome;
    std::vector<Issue> shownIssues;

    QStackedWidget *stack = nullptr;
    QWidget *work = nullptr;
    ImportListView *list = nullptr;
    ImportFileDetails *details = nullptr;
    ImportPreviewPanel *preview = nullptr;
    QToolButton *undo = nullptr;
    QToolButton *redo = nullptr;
    QToolButton *remove = nullptr;
    QToolButton *up = nullptr;
    QToolButton *down = nullptr;
    QLineEdit *name = nullptr;
    QLineEdit *organism = nullptr;
    QCheckBox *isozymes = nullptr;
    QCheckBox *directions = nullptr;
    QCheckBox *allReactions = nullptr;
    QLabel *issuesTitle = nullptr;
    IssueModel *issueModel = nullptr;
    QTreeView *issueView = nullptr;
    SourceView *source = nullptr;
    QLineEdit *target = nullptr;
    QPushButton *browse = nullptr;
    QLabel *statusIcon = nullptr;
    QLabel *status = nullptr;
    QProgressBar *progress = nullptr;
    QPushButton *cancel = nullptr;
    QPushButton *go = nullptr;
};

} // namespace knockscape::ui
