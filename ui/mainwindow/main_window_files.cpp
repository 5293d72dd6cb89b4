#include "engine/cell/importers/file_format.h"
#include "engine/core/files.h"
#include "engine/core/text_encoding.h"
#include "ui/compare/compare_panel.h"
#include "ui/genes/paste_dialog.h"
#include "ui/graph/subgraph_panel.h"
#include "ui/mainwindow/main_window_p.h"
#include "ui/mainwindow/metabolism_tab.h"
#include "ui/plots/picture_dialog.h"
#include "ui/results/genotype_list_panel.h"
#include "ui/results/results_panel.h"
#include "ui/screening/screen_panel.h"
#include "ui/training/training_panel.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QSettings>
#include <QTabWidget>

namespace knockscape::ui
{
namespace
{

/// A list of a million triple knockouts; more is not a list that a person reviews.
constexpr std::uint64_t largestList = 64ULL << 20;

QString lastFolder(const QString &kind)
{
    return QSettings().value(QStringLiteral("folders/") + kind, QDir::homePath()).toString();
}

void rememberFolder(const QString &kind, const QString &file)
{
    QSettings().setValue(QStringLiteral("folders/") + kind, QFileInfo(file).absolutePath());
}

} // namespace

void MainWindow::chooseCell()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Open a cell (a .cell folder)"), lastFolder(QStringLiteral("open")));
    if (!folder.isEmpty()) {
        rememberFolder(QStringLiteral("open"), folder);
        FilesToOpen files = sortFiles({folder.toStdString()});
        if (!files.cell) {
            // Not a bundle: reading it says what is missing.
            files = {};
            files.cell = folder.toStdString();
        }
        workbench_->open(files);
    }
}

void MainWindow::chooseModels()
{
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Open a model, or several as an ensemble"), lastFolder(QStringLiteral("open")),
        tr("Models (*.safetensors *.pt *.pth *.ckpt);;All files (*)"));
    if (files.isEmpty()) {
        return;
    }
    rememberFolder(QStringLiteral("open"), files.front());
    FilesToOpen open;
    for (const QString &file : files) {
        open.models.emplace_back(file.toStdString());
    }
    workbench_->open(open);
}

void MainWindow::pasteKnockouts()
{
    reviewList(QGuiApplication::clipboard()->text(), false);
}

void MainWindow::pasteGenotypes()
{
    reviewList(QGuiApplication::clipboard()->text(), true);
}

void MainWindow::openKnockoutList(const QString &file)
{
    try {
        std::string text = readFile(file.toStdString(), largestList);
        refuseOtherThanText(text, file.toStdString(), tr("a list of genotypes").toStdString());
        const std::vector<Issue> said = decodeText(text, file.toStdString());
        if (!said.empty()) {
            emit workbench_->reported(tr("%1 was opened, with remarks").arg(file), said);
        }
        reviewList(QString::fromStdString(text), true);
    } catch (...) {
        emit workbench_->reported(tr("%1 was not opened").arg(file), issuesOf(std::current_exception()));
    }
}

void MainWindow::reviewList(const QString &text, bool genotypeList)
{
    Session *const session = workbench_->session();
    if (!session->cell()) {
        emit workbench_->reported(
            tr("Names cannot be looked up yet"),
            {warningAt({}, tr("No cell is open").toStdString(), tr("Open a cell first").toStdString())},
            MessageTopic::Blocked);
        return;
    }
    const auto purpose = genotypeList ? PasteDialog::Purpose::GenotypeList : PasteDialog::Purpose::KnockoutSet;
    auto *dialog = new PasteDialog(session->cell(), purpose, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setText(text);
    // The rows it knows belong to the cell that is open now.
    connect(session, &Session::cellChanged, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, session, dialog] {
        const std::vector<Genotype> pasted = dialog->genotypes();
        if (dialog->reading() == PasteDialog::Purpose::KnockoutSet) {
            session->setKnockouts(pasted.empty() ? Genotype() : pasted.front(), tr("pasting of knockouts"));
            return;
        }
        std::vector<Genotype> list = session->genotypes();
        list.insert(list.end(), pasted.begin(), pasted.end());
        session->setGenotypes(list, tr("pasting of genotypes"));
        tabs_->setCurrentWidget(genotypes_);
    });
    dialog->open();
}

QString MainWindow::chooseExportFile(const QString &title, const QString &name, const QString &filters)
{
    QString chosen;
    QString file = QFileDialog::getSaveFileName(this, title, QDir(lastFolder(QStringLiteral("export"))).filePath(name),
                                                filters, &chosen);
    if (file.isEmpty()) {
        return file;
    }
    if (QFileInfo(file).suffix().isEmpty()) {
        // "PNG (*.png)" → ".png"
        file += chosen.section(QLatin1Char('*'), 1, 1).section(QLatin1Char(')'), 0, 0);
    }
    rememberFolder(QStringLiteral("export"), file);
    return file;
}

void MainWindow::reportExport(bool written, const QString &file, const QString &error)
{
    if (written) {
        const QString text = tr("Wrote %1").arg(file);
        tell({text, {}, MessageTopic::Export, {}});
    } else {
        emit workbench_->reported(tr("%1 was not written").arg(file),
                                  {errorAt(file.toStdString(), error.toStdString())}, MessageTopic::Export);
    }
}

void MainWindow::exportTable()
{
    const QString file = chooseExportFile(tr("Export the results table"), tr("results.csv"),
                                          QStringLiteral("CSV (*.csv);;TSV (*.tsv);;Excel (*.xlsx)"));
    QString error;
    if (!file.isEmpty()) {
        reportExport(results_->exportTable(file, &error), file, error);
    }
}

PictureSource MainWindow::shownPicture() const
{
    const QWidget *front = tabs_->currentWidget();
    return front == network_      ? network_->picture()
           : front == metabolism_ ? metabolism_->maps()->picture()
           : front == compare_    ? compare_->picture()
           : front == training_   ? training_->picture()
           : front == screen_     ? screen_->picture()
                                  : results_->picture();
}

void MainWindow::exportPicture(const PictureSource &source)
{
    auto *dialog = new PictureDialog(source, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PictureDialog::ended, this, &MainWindow::reportExport);
    dialog->open();
}

void MainWindow::exportRun(const RunRecord &run)
{
    const QString file = chooseExportFile(tr("Export the run"), tr("run-%1.csv").arg(run.id),
                                          QStringLiteral("CSV (*.csv);;TSV (*.tsv);;Excel (*.xlsx)"));
    if (!file.isEmpty()) {
        workbench_->exportRun(run, file);
    }
}

} // namespace knockscape::ui
