// What a screen will cost, and what keeps it from beginning.
#include "ui/screening/screen_dialog_private.h"

#include "engine/cell/metabolic_genes.h"
#include "engine/inference/npy_file.h"
#include "ui/screening/screen_files.h"
#include "ui/theme/colours.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

/// Longer than a person waits without doing something else.
constexpr double longSeconds = 600.0;
/// The folder itself, or the nearest one above it that exists.
QString existingFolder(QString folder)
{
    while (!QFileInfo::exists(folder) && !QDir(folder).isRoot()) {
        folder = QFileInfo(folder).absolutePath();
    }
    return folder;
}

QString bytesText(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

} // namespace

QString ScreenDialog::Private::countText(std::uint64_t genotypes)
{
    return trCount("ScreenDialog", "%1 genotype", "%1 genotypes", static_cast<qint64>(genotypes));
}

void ScreenDialog::Private::tell(QLabel *label, const QString &text, Severity severity)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, severityColour(severity, label->parentWidget()->palette()));
    label->setPalette(palette);
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

QString ScreenDialog::Private::blockedReason(const ScreenPlan &asked, const ScreenRequest &request) const
{
    const bool written = panelIsPasted() || asked.kind == ScreenKind::List;
    if (written && review && !review->undecidedNames().empty() && !leaveOut->isChecked()) {
        return ScreenDialog::tr("Correct the names above, or leave them out");
    }
    if (asked.whole == WholeResult::File) {
        const QFileInfo file(matrix->text().trimmed());
        if (matrix->text().trimmed().isEmpty() || !file.isAbsolute()) {
            return ScreenDialog::tr("Choose where the NumPy file is written");
        }
        if (!QFileInfo(file.absolutePath()).isDir()) {
            return ScreenDialog::tr("The folder %1 does not exist; choose another").arg(file.absolutePath());
        }
    }
    bool fits = true;
    const QString disk = diskText(asked, request, fits);
    return fits ? QString()
                : ScreenDialog::tr("%1. Free some space, choose another folder, screen fewer genotypes, or keep the "
                                   "best rows only")
                      .arg(disk);
}

QString ScreenDialog::Private::diskText(const ScreenPlan &asked, const ScreenRequest &request, bool &fits) const
{
    fits = true;
    const bool kept = asked.whole == WholeResult::File ||
                      (asked.whole == WholeResult::Temporary && request.range.count <= mostBrowsableRows);
    if (!kept) {
        return ScreenDialog::tr("nothing on disk");
    }
    const std::uint64_t needed = NpyFile::bytes(matrixShape(request));
    const QString folder = asked.whole == WholeResult::File
                               ? QFileInfo(QString::fromStdString(asked.matrix.string())).absolutePath()
                               : QString::fromStdString(ScreenFiles::cacheFolder().string());
    const qint64 available = QStorageInfo(existingFolder(folder)).bytesAvailable();
    fits = available < 0 || needed <= static_cast<std::uint64_t>(available);
    return ScreenDialog::tr("%1 on disk (%2 are free)")
        .arg(bytesText(needed), bytesText(static_cast<std::uint64_t>(std::max<qint64>(0, available))));
}

QString ScreenDialog::Private::unknownGenesText(const ScreenPlan &asked) const
{
    if (!asked.simulated || asked.kind == ScreenKind::List) {
        return {};
    }
    const MetabolicGenes known(*session->cell());
    const auto unknown = std::count_if(asked.panel.begin(), asked.panel.end(),
                                       [&known](GeneIndex gene) { return !known.contains(gene); });
    return unknown == 0 ? QString()
                        : trCount("ScreenDialog",
                                  "%1 of these genes is not in the metabolic model: its deletion changes nothing in "
                                  "the simulation.",
                                  "%1 of these genes are not in the metabolic model: their deletion changes nothing in "
                                  "the simulation.",
                                  static_cast<qint64>(unknown));
}

void ScreenDialog::Private::showCost(const ScreenEstimate &estimate)
{
    const ScreenPlan asked = plan();
    const ScreenRequest request = asked.request(session->models());
    bool fits = true;
    const QString disk = diskText(asked, request, fits);
    const QString time = estimate.seconds < 1.0 ? ScreenDialog::tr("less than a second")
                                                : ScreenDialog::tr("about %1").arg(formatDuration(estimate.seconds));
    cost->setText(QStringLiteral("%1, %2, %3").arg(countText(estimate.genotypes), time, disk));
    QStringList words;
    if (estimate.seconds > longSeconds) {
        words << ScreenDialog::tr("This takes long. The computer stays usable; you can cancel at any time, keep what "
                                  "is done, and go on later.");
    }
    if (asked.whole != WholeResult::None && estimate.genotypes > mostBrowsableRows) {
        words << ScreenDialog::tr("More than %1 rows cannot be browsed: the table will show the best ones.")
                     .arg(formatCount(static_cast<std::int64_t>(mostBrowsableRows)));
    }
    if (const QString unknown = unknownGenesText(asked); !unknown.isEmpty()) {
        words << unknown;
    }
    tell(warning, words.join(QLatin1Char(' ')), Severity::Warning);
    startButton->setEnabled(true);
}

} // namespace knockscape::ui
