#include "ui/importing/import_page.h"

#include "engine/core/text.h"
#include "ui/importing/import_file_details.h"
#include "ui/importing/import_list_view.h"
#include "ui/importing/import_page_private.h"
#include "ui/importing/import_preview_panel.h"
#include "ui/issues/issue_model.h"
#include "ui/issues/source_view.h"
#include "ui/theme/colours.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"

#include <QApplication>
#include <QCheckBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QUndoStack>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

namespace fs = std::filesystem;

const QString lastFolderKey = QStringLiteral("folders/import");

} // namespace

ImportPage::Private::Private(ImportPage *page) : q(page), draft(new ImportDraft(this))
{
    build();
    connectParts();
    refresh();
}

void ImportPage::Private::connectParts()
{
    connect(draft, &ImportDraft::changed, this, &Private::refresh);
    connect(draft, &ImportDraft::progressed, this, &Private::showStage);
    connect(draft, &ImportDraft::imported, this, &Private::onImported);
    connect(draft, &ImportDraft::notImported, this, &Private::onNotImported);
    connect(list, &ImportListView::filesGiven, this, &Private::add);
    connect(list, &ImportListView::currentRowChanged, this, &Private::onCurrentRow);
    connect(list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &Private::refresh);
    connect(issueView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { onIssue(current.row()); });
    connect(issueView, &QTreeView::clicked, this, [this](const QModelIndex &index) { onIssue(index.row()); });
    connect(issueView, &QTreeView::activated, this, [this](const QModelIndex &index) {
        onIssue(index.row());
        list->setFocus();
    });
    connect(name, &QLineEdit::textEdited, this, [this] {
        nameChosen = true;
        readOptions();
    });
    connect(organism, &QLineEdit::textEdited, this, &Private::readOptions);
    connect(target, &QLineEdit::textEdited, this, [this] {
        folderChosen = true;
        refreshFooter();
    });
    connect(browse, &QPushButton::clicked, this, &Private::chooseFolder);
    connect(cancel, &QPushButton::clicked, draft, &ImportDraft::cancel);
    connect(go, &QPushButton::clicked, this, &Private::startImport);
    connectUndo();
    connect(draft->list(), &ImportListModel::edited, this, [this] {
        outcome.clear();
        finished = false;
    });
}

void ImportPage::Private::refresh()
{
    const bool any = !draft->entries().empty();
    stack->setCurrentIndex(any ? 1 : 0);
    if (!any) {
        nameChosen = folderChosen = false;
    }
    suggest();
    work->setEnabled(!draft->importing());
    const std::vector<int> rows = list->selectedRows();
    const int current = list->currentIndex().row();
    remove->setEnabled(!rows.empty());
    up->setEnabled(current > 0);
    down->setEnabled(current >= 0 && current + 1 < draft->list()->rowCount());
    details->setRow(current);
    refreshIssues();
    refreshFooter();
}

void ImportPage::Private::refreshIssues()
{
    const std::vector<Issue> issues = draft->issues();
    if (issues != shownIssues) {
        shownIssues = issues;
        issueModel->set(issues);
    }
    const int count = issueModel->rowCount();
    issuesTitle->setText(
        (count > 0 ? ImportPage::tr("Issues (%1)").arg(formatCount(count)) : ImportPage::tr("No issues")).toUpper());
}

void ImportPage::Private::refreshFooter()
{
    const bool importing = draft->importing();
    const QString blocked = draft->blockedReason();
    const QString wrongFolder = blocked.isEmpty() ? folderProblem() : QString();
    const QString problem = importing ? QString() : blocked + wrongFolder;
    progress->setVisible(importing);
    cancel->setVisible(importing);
    target->setEnabled(!importing);
    browse->setEnabled(!importing);
    go->setEnabled(!importing && problem.isEmpty());
    if (importing) {
        return;
    }
    const QPalette palette = QApplication::palette();
    const QString text = !outcome.isEmpty() && problem.isEmpty() ? outcome : problem;
    status->setText(text.isEmpty() ? ImportPage::tr("Ready to import") : text);
    status->setToolTip(status->text());
    const QIcon icon = problem.isEmpty()
                           ? themedIcon(QStringLiteral("ok"), severityColour(Severity::Note, palette))
                           : themedIcon(QStringLiteral("warning"), severityColour(Severity::Warning, palette));
    statusIcon->setPixmap(icon.pixmap(iconSize, iconSize));
}

void ImportPage::Private::suggest()
{
    if (!nameChosen && name->text() != suggestedName(draft->entries())) {
        name->setText(suggestedName(draft->entries()));
        readOptions();
    }
    if (!folderChosen) {
        target->setText(QString::fromStdString(suggestedFolder(draft->entries(), name->text()).string()));
    }
}

void ImportPage::Private::readOptions()
{
    ImportOptions options;
    options.name = name->text();
    options.organism = organism->text();
    options.hyperedges = {isozymes->isChecked(), directions->isChecked(), allReactions->isChecked()};
    draft->setOptions(options);
}

void ImportPage::Private::chooseFiles()
{
    const QString folder = QSettings().value(lastFolderKey, QDir::homePath()).toString();
    const QStringList chosen = QFileDialog::getOpenFileNames(q, ImportPage::tr("Add files to import"), folder,
                                                             ImportPage::tr("All files (*)"));
    if (chosen.isEmpty()) {
        return;
    }
    QSettings().setValue(lastFolderKey, QFileInfo(chosen.front()).absolutePath());
    std::vector<fs::path> files;
    for (const QString &file : chosen) {
        files.emplace_back(file.toStdString());
    }
    add(files);
}

void ImportPage::Private::add(const std::vector<fs::path> &files)
{
    const int before = draft->list()->rowCount();
    draft->addFiles(files);
    if (draft->list()->rowCount() > before) {
        list->selectRow(before);
        list->setFocus();
    } else if (!files.empty()) {
        // Already there: show where.
        list->selectRow(draft->list()->rowOf(fs::absolute(files.front()).lexically_normal()));
    }
}

void ImportPage::Private::connectUndo()
{
    const auto join = [this](QToolButton *button, const QString &what, const QKeySequence &keys, auto textChanged,
                             void (QUndoStack::*way)()) {
        const QString shortcut = keys.toString(QKeySequence::NativeText);
        const auto tell = [button, what, shortcut](const QString &text) {
            const QString tip =
                (text.isEmpty() ? what : what + QStringLiteral(": ") + text) + QStringLiteral(" (%1)").arg(shortcut);
            button->setToolTip(tip);
            button->setAccessibleName(tip);
        };
        tell({});
        connect(draft->list()->undoStack(), textChanged, button, tell);
        connect(button, &QToolButton::clicked, this, [this, way] { step(way); });
    };
    join(undo, ImportPage::tr("Undo"), QKeySequence::Undo, &QUndoStack::undoTextChanged, &QUndoStack::undo);
    join(redo, ImportPage::tr("Redo"), QKeySequence::Redo, &QUndoStack::redoTextChanged, &QUndoStack::redo);
    QUndoStack *const edits = draft->list()->undoStack();
    for (QToolButton *button : {undo, redo}) {
        button->setEnabled(false);
    }
    connect(edits, &QUndoStack::canUndoChanged, undo, &QToolButton::setEnabled);
    connect(edits, &QUndoStack::canRedoChanged, redo, &QToolButton::setEnabled);
}

void ImportPage::Private::step(void (QUndoStack::*way)())
{
    if (draft->importing()) {
        return;
    }
    const int before = list->currentIndex().row();
    const fs::path file = before >= 0 ? draft->list()->entry(before).path : fs::path();
    (draft->list()->undoStack()->*way)();
    if (const int rows = draft->list()->rowCount(); rows > 0) {
        const int same = draft->list()->rowOf(file);
        list->selectRow(same >= 0 ? same : std::clamp(before, 0, rows - 1));
        list->setFocus();
    } else {
        q->focusFirst();
    }
}

void ImportPage::Private::onCurrentRow(int row)
{
    details->setRow(row);
    if (!selectingIssue) {
        source->show(row >= 0 ? IssuePlace{draft->list()->entry(row).path, 0} : IssuePlace());
    }
    refresh();
}

void ImportPage::Private::onIssue(int row)
{
    if (row < 0) {
        return;
    }
    const IssuePlace place = placeOf(issueModel->issue(row));
    if (place.empty()) {
        return;
    }
    selectingIssue = true;
    list->selectRow(draft->list()->rowOf(place.file));
    selectingIssue = false;
    source->show(place);
}

ImportPage::ImportPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("ImportPage"));
    setAcceptDrops(true);
    d = std::make_unique<Private>(this);
}

ImportPage::~ImportPage() = default;

ImportDraft *ImportPage::draft()
{
    return d->draft;
}

void ImportPage::open(const std::vector<fs::path> &files)
{
    if (d->draft->importing()) {
        return;
    }
    if (d->finished && !files.empty()) {
        d->draft->startOver();
    }
    d->add(files);
    focusFirst();
}

void ImportPage::focusFirst()
{
    if (d->draft->entries().empty()) {
        findChild<QPushButton *>(QStringLiteral("importAddFirst"))->setFocus();
    } else {
        d->list->setFocus();
    }
}

fs::path ImportPage::folder() const
{
    QString text = d->target->text().trimmed();
    if (text.startsWith(QLatin1String("~/"))) {
        text = QDir::homePath() + text.mid(1);
    }
    fs::path folder = fs::absolute(text.toStdString()).lexically_normal();
    if (!folder.has_filename()) {
        folder = folder.parent_path();
    }
    if (lowered(folder.extension().string()) != ".cell") {
        folder += ".cell";
    }
    return folder;
}

void ImportPage::setFolder(const fs::path &folder)
{
    d->folderChosen = true;
    d->target->setText(QString::fromStdString(folder.string()));
    d->refreshFooter();
}

bool ImportPage::event(QEvent *event)
{
    // While importing, Esc is for the import, whatever the window does with it otherwise; so is Ctrl+Z for the list.
    if (event->type() == QEvent::ShortcutOverride && d) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((d->draft->importing() && key->key() == Qt::Key_Escape) || key->matches(QKeySequence::Undo) ||
            key->matches(QKeySequence::Redo)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ImportPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && d->draft->importing()) {
        d->draft->cancel();
    } else if (event->matches(QKeySequence::Undo)) {
        d->step(&QUndoStack::undo);
    } else if (event->matches(QKeySequence::Redo)) {
        d->step(&QUndoStack::redo);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ImportPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && !d->draft->importing()) {
        event->acceptProposedAction();
    }
}

void ImportPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    open(pathsOf(event->mimeData()));
}

} // namespace knockscape::ui
