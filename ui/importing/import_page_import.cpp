// The import page from "where to save" to the cell on disk.
#include "ui/importing/import_page.h"

#include "ui/importing/import_page_private.h"
#include "ui/theme/icon.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>

namespace knockscape::ui
{
namespace
{

namespace fs = std::filesystem;

bool isCell(const fs::path &folder)
{
    std::error_code error;
    return fs::exists(folder / "cell.json", error);
}

} // namespace

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

} // namespace knockscape::ui
