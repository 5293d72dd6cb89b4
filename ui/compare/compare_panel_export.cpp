// What the compare panel writes: the rows, the agreement, the plot.
#include "ui/compare/compare_panel_private.h"
#include "ui/plots/picture_dialog.h"

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

/// "… measured values", as provenance has it: not translated.
std::string worded(std::string content, const Comparison &comparison)
{
    const LabelKind kind = comparison.measured->kind();
    content += kind == LabelKind::Simulated ? "simulated"
               : kind == LabelKind::Mixed   ? "measured or simulated"
                                            : "measured";
    content += " values";
    return content;
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
    auto *dialog = new PictureDialog(q->picture(), q->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PictureDialog::ended, q, &ComparePanel::exported);
    dialog->open();
}

bool ComparePanel::exportTable(const QString &file, QString *error) const
{
    return attempt(error, [&] {
        requireComparison(d->comparison);
        writeComparison(file, *d->session->cell(), *d->comparison, d->model.seenRows(),
                        d->provenance(worded("predicted and ", *d->comparison)));
    });
}

bool ComparePanel::exportAgreement(const QString &file, QString *error) const
{
    return attempt(error, [&] {
        requireComparison(d->comparison);
        d->agreement->writeTo(file.toStdString(), d->provenance(worded("agreement with ", *d->comparison)));
    });
}

PictureSource ComparePanel::picture() const
{
    PictureSource source = d->plot->picture();
    source.kind = QStringLiteral("comparison");
    source.layout.width = 120.0;
    source.layout.height = 110.0;
    return source;
}

} // namespace knockscape::ui
