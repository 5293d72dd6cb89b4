// A PairHeatMap as a picture, a table, and on the clipboard.
#include "ui/plots/pair_heat_map.h"

#include "ui/plots/heat_map_cursor.h"
#include "ui/plots/plot_picture.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <qcustomplot.h>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QSaveFile>

namespace knockscape::ui
{

namespace
{

constexpr double kPaperRatio = 2.0;
/// Larger tables are saved, not copied.
constexpr std::size_t kMostCopiedGenes = 500;

} // namespace

void PairHeatMap::drawnForPaper(const std::function<void(const QSize &)> &draw)
{
    const QSize size = canvas_->isVisible() ? canvas_->size() : canvas_->size().expandedTo(QSize(720, 720));
    const HeatMapCell current = cursor_->current();
    const QRect shown = canvas_->viewport();
    cursor_->setCurrent({});
    cursor_->setHover({});
    exportRatio_ = kPaperRatio;
    applyColours(lightPalette());
    canvas_->setViewport(QRect(QPoint(0, 0), size));
    canvas_->replot();
    draw(size);
    exportRatio_ = 0.0;
    cursor_->setCurrent(current);
    applyColours(palette());
    canvas_->setViewport(shown);
    canvas_->replot();
}

void PairHeatMap::describeTable(const QString &file) const
{
    Provenance about = source_ ? source_() : Provenance{};
    about.content = "pairs: " + quantityLabel(quantity_).toStdString();
    std::vector<std::string> columns{"gene"};
    for (const std::size_t gene : pairs_.order()) {
        columns.push_back(matrix_->genes[gene].toStdString());
    }
    std::vector<bool> numeric(columns.size(), true);
    numeric.front() = false;
    writeProvenance(file.toStdString(), about, columns, numeric);
}

bool PairHeatMap::exportTo(const QString &file, QString *error)
{
    const auto failed = [error](const QString &reason) {
        if (error)
            *error = reason;
        return false;
    };
    if (pairs_.size() == 0)
        return failed(tr("There is nothing to export yet."));
    const QString suffix = QFileInfo(file).suffix().toLower();
    if (suffix == QLatin1String("csv") || suffix == QLatin1String("tsv")) {
        const QByteArray table =
            pairTable(*matrix_, quantity_, pairs_.order(), suffix == QLatin1String("csv") ? ',' : '\t');
        QSaveFile target(file);
        if (!target.open(QIODevice::WriteOnly) || target.write(table) != table.size() || !target.commit())
            return failed(tr("%1: cannot be written (%2).").arg(file, target.errorString()));
        try {
            describeTable(file);
        } catch (const std::exception &problem) {
            return failed(QString::fromUtf8(problem.what()));
        }
        return true;
    }
    bool written = false;
    drawnForPaper(
        [&](const QSize &size) { written = writePlot(*canvas_, file, size, quantityLabel(quantity_), error); });
    return written;
}

void PairHeatMap::copy()
{
    if (pairs_.size() == 0)
        return;
    auto *content = new QMimeData;
    drawnForPaper([&](const QSize &size) { content->setImageData(plotImage(*canvas_, size)); });
    if (pairs_.size() <= kMostCopiedGenes)
        content->setText(QString::fromUtf8(pairTable(*matrix_, quantity_, pairs_.order(), '\t')));
    QApplication::clipboard()->setMimeData(content);
}

void PairHeatMap::exportByDialog(bool table)
{
    const QString file = QFileDialog::getSaveFileName(this, table ? tr("Save the table") : tr("Save the picture"),
                                                      table ? QStringLiteral("pairs.csv") : QStringLiteral("pairs.png"),
                                                      table ? tr("CSV (*.csv);;TSV (*.tsv)")
                                                            : tr("PNG (*.png);;SVG (*.svg);;PDF (*.pdf)"));
    QString error;
    if (!file.isEmpty() && !exportTo(file, &error))
        QMessageBox::warning(this, tr("The file was not written"), error);
}

} // namespace knockscape::ui
