// A PairHeatMap as a picture, a table, and on the clipboard.
#include "ui/plots/pair_heat_map.h"

#include "ui/plots/heat_map_cursor.h"
#include "ui/plots/picture_dialog.h"
#include "ui/plots/plot_axes.h"
#include "ui/plots/plot_picture.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <qcustomplot.h>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QSaveFile>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

/// Larger tables are saved, not copied.
constexpr std::size_t kMostCopiedGenes = 500;
constexpr double kMillimetresPerPoint = 25.4 / 72.0;
/// Height of a line in font sizes, and the share of a picture that the map has beside names and scale: both about.
constexpr double kLineShare = 1.2;
constexpr double kMapShare = 0.8;

} // namespace

void PairHeatMap::paintForPaper(QPaintDevice &device, const PictureLayout &layout, bool vector)
{
    const QSize size = layout.logicalSize();
    const HeatMapCell current = cursor_->current();
    const QRect shown = canvas_->viewport();
    cursor_->setCurrent({});
    cursor_->setHover({});
    // In a vector file every pair is there that the map can hold, as in a .png of this resolution.
    paperRatio_ = vector ? pixelsOf(layout.width, layout.dpi) / size.width() : device.devicePixelRatioF();
    applyColours(lightPalette(), layout.font());
    canvas_->setViewport(QRect(QPoint(0, 0), size));
    for (int round = 0; round < 2; ++round) {
        prepare();
        knockscape::ui::layOut(*canvas_);
    }
    paintPlot(*canvas_, device, size, vector);
    paperRatio_ = 0.0;
    cursor_->setCurrent(current);
    applyColours(palette(), plotFont(font()));
    canvas_->setViewport(shown);
    prepare();
    canvas_->replot(QCustomPlot::rpQueuedReplot);
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

PictureSource PairHeatMap::picture()
{
    PictureSource source;
    source.kind = QStringLiteral("heat-map");
    source.title = quantityLabel(quantity_);
    // Square, with names below and at the left, a scale at the right and the legend above.
    source.layout.height = 172.0;
    source.layout.textSize = 7.0;
    if (pairs_.size() == 0)
        return source;
    source.paint = [this](QPaintDevice &device, const PictureLayout &layout, bool vector) {
        paintForPaper(device, layout, vector);
    };
    source.remark = [this](const PictureLayout &layout) {
        const double line = layout.textSize * kMillimetresPerPoint;
        const double side = std::min(layout.width, layout.height) * kMapShare;
        const auto names = static_cast<std::size_t>(side / (line * kLineShare));
        const auto seen = static_cast<std::size_t>(std::lround(span()));
        return seen <= names ? QString()
                             : tr("About %1 of %2 genes are named at this size; smaller text or a larger picture names "
                                  "more.")
                                   .arg(formatCount(static_cast<std::int64_t>(names)),
                                        formatCount(static_cast<std::int64_t>(seen)));
    };
    return source;
}

bool PairHeatMap::exportTable(const QString &file, QString *error)
{
    const auto failed = [error](const QString &reason) {
        if (error)
            *error = reason;
        return false;
    };
    if (pairs_.size() == 0)
        return failed(tr("There is nothing to export yet."));
    const QString suffix = QFileInfo(file).suffix().toLower();
    if (suffix != QLatin1String("csv") && suffix != QLatin1String("tsv"))
        return failed(tr("%1: choose a name that ends in .csv or .tsv.").arg(QFileInfo(file).fileName()));
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

void PairHeatMap::copy()
{
    if (pairs_.size() == 0)
        return;
    const PictureSource source = picture();
    auto *content = new QMimeData;
    content->setImageData(pictureImage(source, rememberedLayout(source.kind, source.layout)));
    if (pairs_.size() <= kMostCopiedGenes)
        content->setText(QString::fromUtf8(pairTable(*matrix_, quantity_, pairs_.order(), '\t')));
    QApplication::clipboard()->setMimeData(content);
}

void PairHeatMap::askForPicture()
{
    auto *dialog = new PictureDialog(picture(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PictureDialog::ended, this, &PairHeatMap::exported);
    dialog->open();
}

void PairHeatMap::askForTable()
{
    QString file = QFileDialog::getSaveFileName(this, tr("Save the table"), QStringLiteral("pairs.csv"),
                                                tr("CSV (*.csv);;TSV (*.tsv)"));
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += QStringLiteral(".csv");
    QString error;
    const bool written = exportTable(file, &error);
    emit exported(written, file, error);
}

} // namespace knockscape::ui
