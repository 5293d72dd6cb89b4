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
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

namespace knockscape::ui
{
namespace
{

namespace fs = std::filesystem;

const QString lastFolderKey = QStringLiteral("folders/import");
constexpr int iconSize = 16;

bool isCell(const fs::path &folder)
{
    std::error_code error;
    return fs::exists(folder / "cell.json", error);
}

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

void ImportPage::Private::chooseFolder()
{
    const QString chosen =
        QFileDialog::getSaveFileName(q, ImportPage::tr("Save the cell as"), target->text(),
                                     ImportPage::tr("Cells (*.cell)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty()) {
        q->setFolder(chosen.toStdString());
    }
}

QString ImportPage::Private::folderProblem() const
{
    const fs::path folder = q->folder();
    std::error_code error;
    if (target->text().trimmed().isEmpty()) {
        return ImportPage::tr("Say where to save the cell.");
    }
    if (!fs::is_directory(folder.parent_path(), error)) {
        return ImportPage::tr("There is no folder %1: choose another place to save the cell.")
            .arg(QString::fromStdString(folder.parent_path().string()));
    }
    if (!QFileInfo(QString::fromStdString(folder.parent_path().string())).isWritable()) {
        return ImportPage::tr("%1 cannot be written to: choose another place to save the cell.")
            .arg(QString::fromStdString(folder.parent_path().string()));
    }
    const bool taken = fs::exists(folder, error) && !isCell(folder) && !fs::is_empty(folder, error);
    return taken ? ImportPage::tr("Something that is not a cell is already called %1: choose another name.")
                       .arg(QString::fromStdString(folder.filename().string()))
                 : QString();
}

void ImportPage::Private::startImport()
{
    const fs::path folder = q->folder();
    if (!isCell(folder)) {
        importInto(folder);
        return;
    }
    auto *box = new QMessageBox(
        QMessageBox::Warning, ImportPage::tr("Replace the cell?"),
        ImportPage::tr("%1 is already there. Importing replaces it.").arg(QString::fromStdString(folder.string())),
        QMessageBox::Cancel, q);
    box->setObjectName(QStringLiteral("importReplace"));
    QPushButton *replace = box->addButton(ImportPage::tr("Replace"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(replace, &QPushButton::clicked, this, [this, folder] { importInto(folder); });
    box->open();
}

void ImportPage::Private::importInto(const fs::path &folder)
{
    outcome.clear();
    showStage(ImportPage::tr("Starting"), 0, 0);
    draft->startImport(folder);
    if (draft->importing()) {
        cancel->setFocus();
    }
}

void ImportPage::Private::showStage(const QString &stage, quint64 done, quint64 total)
{
    if (!draft->importing() && progress->isVisible()) {
        return;
    }
    progress->setRange(0, total > 0 ? 1000 : 0);
    progress->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
    if (draft->importing()) {
        status->setText(stage);
        statusIcon->setPixmap(themedIcon(QStringLiteral("import")).pixmap(iconSize, iconSize));
    }
}

void ImportPage::Private::onImported(const ImportResult &result)
{
    outcome = ImportPage::tr("Wrote %1").arg(QString::fromStdString(result.folder.string()));
    finished = true;
    refreshFooter();
    emit q->imported(result);
}

void ImportPage::Private::onNotImported(const std::vector<Issue> &issues)
{
    outcome = issues.empty() ? ImportPage::tr("Cancelled; nothing was written")
                             : ImportPage::tr("Not imported: %1").arg(QString::fromStdString(describe(issues.front())));
    refreshFooter();
    go->setFocus();
    if (!issues.empty()) {
        emit q->failed(issues);
    }
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
    // While importing, Esc is for the import, whatever the window does with it otherwise.
    if (event->type() == QEvent::ShortcutOverride && d && d->draft->importing() &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ImportPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && d->draft->importing()) {
        d->draft->cancel();
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
