// What the compare panel writes: the rows, the agreement, the plot.
#include "ui/compare/compare_panel_private.h"

#include <QFileDialog>

#include <functional>

namespace knockscape::ui
{
namespace
{

/// Writes, and says why where it could not.
bool attempt(QString *error, const std::function<void()> &write)
{
    try {
        write();
        return true;
    } catch (const std::exception &problem) {
        if (error != nullptr) {
            *error = QString::fromUtf8(problem.what());
        }
        return false;
    }
}

void requireComparison(const ComparisonPtr &comparison)
{
    if (!comparison) {
        throw InputError(errorAt({}, ComparePanel::tr("There is no comparison to write.").toStdString(),
                                 ComparePanel::tr("Load measured values first.").toStdString()));
    }
}

const QString tableKinds = QStringLiteral("CSV (*.csv);;TSV (*.tsv);;Excel (*.xlsx)");

} // namespace

void ComparePanel::Private::exportByDialog(const QString &caption, const QString &name, const QString &kinds,
                                           bool (ComparePanel::*write)(const QString &, QString *) const)
{
    const QString file = QFileDialog::getSaveFileName(q, caption, name, kinds);
    QString error;
    if (!file.isEmpty()) {
        const bool written = (q->*write)(file, &error);
        emit q->exported(written, file, error);
    }
}

Provenance ComparePanel::Private::provenance(const std::string &content) const
{
    Provenance about = provenanceOf(content, "window", session->cell().get(), session->models());
    about.cell.path = session->cellFolder();
    const MeasuredLabels &measured = *comparison->measured;
    for (const std::filesystem::path &file : measured.files()) {
        about.labels.push_back({{}, file, {}});
    }
    if (about.labels.size() != 1) {
        about.labels.push_back({measured.title().toStdString(), {}, {}});
    }
    about.labels.back().sha256 = measured.table().sha256;
    return about;
}

void ComparePanel::Private::exportTableByDialog()
{
    exportByDialog(ComparePanel::tr("Export the rows as seen"), QStringLiteral("comparison.csv"), tableKinds,
                   &ComparePanel::exportTable);
}

void ComparePanel::Private::exportAgreementByDialog()
{
    exportByDialog(ComparePanel::tr("Export the agreement"), QStringLiteral("agreement.csv"), tableKinds,
                   &ComparePanel::exportAgreement);
}

void ComparePanel::Private::exportPlotByDialog()
{
    exportByDialog(ComparePanel::tr("Export the plot"), QStringLiteral("comparison.png"),
                   QStringLiteral("PNG (*.png);;SVG (*.svg);;PDF (*.pdf)"), &ComparePanel::exportPlot);
}

bool ComparePanel::exportTable(const QString &file, QString *error) const
{
    return attempt(error, [&] {
        requireComparison(d->comparison);
        writeComparison(file, *d->session->cell(), *d->comparison, d->model.seenRows(),
                        d->provenance("predicted and measured values"));
    });
}

bool ComparePanel::exportAgreement(const QString &file, QString *error) const
{
    return attempt(error, [&] {
        requireComparison(d->comparison);
        d->agreement->writeTo(file.toStdString(), d->provenance("agreement with measured values"));
    });
}

bool ComparePanel::exportPlot(const QString &file, QString *error) const
{
    return d->plot->exportTo(file, error);
}

} // namespace knockscape::ui
