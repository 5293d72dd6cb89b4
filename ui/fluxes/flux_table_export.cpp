// What the table of fluxes writes: to files and to the clipboard.
#include "ui/fluxes/flux_table.h"

#include "engine/core/text.h"
#include "engine/store/table_writer.h"
#include "ui/fluxes/flux_table_model.h"
#include "ui/session/media_choices.h"
#include "ui/session/session.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <limits>

namespace knockscape::ui
{
namespace
{

const std::vector<std::string> fluxFileColumns{"reaction", "name", "equation", "wild_type", "knockout",
                                               "delta",    "low",  "high",     "pathway",   "blocked"};
const std::vector<bool> fluxFileNumeric{false, false, false, true, true, true, true, true, false, true};

std::string exactOrEmpty(double value)
{
    return std::isnan(value) ? std::string() : formatExactly(value);
}

} // namespace

std::vector<std::string> FluxTable::cellsOf(std::int32_t row) const
{
    const Reaction &reaction = model_->cell()->metabolism.reactions[static_cast<std::size_t>(row)];
    const FluxPair &pair = *model_->fluxes();
    const auto at = static_cast<std::size_t>(row);
    const double none = std::numeric_limits<double>::quiet_NaN();
    const auto found = model_->ranges().find(row);
    const FluxRange range = found == model_->ranges().end() ? FluxRange{none, none} : found->second;
    return {reaction.id,
            reaction.name,
            model_->equationOf(row).toStdString(),
            exactOrEmpty(pair.wildType[at]),
            exactOrEmpty(at < pair.knockout.size() ? pair.knockout[at] : none),
            exactOrEmpty(fluxChange(pair, row)),
            exactOrEmpty(range.low),
            exactOrEmpty(range.high),
            reaction.subsystem,
            isBlocked(pair, row) ? "1" : "0"};
}

Provenance FluxTable::provenance() const
{
    const FluxPair &pair = *model_->fluxes();
    Provenance about = provenanceOf("fluxes in mmol per gram dry weight and hour, wild type and knockout", "window",
                                    model_->cell().get());
    about.cell.path = session_->cellFolder();
    about.medium = titleOf(pair.medium).toStdString();
    about.objective = tr("as the cell has it").toStdString();
    about.filter = text_->text().toStdString();
    // The medium's record is written by the engine: it goes in as it is.
    QJsonObject asked{
        {QStringLiteral("knockouts"), QString::fromStdString(model_->cell()->genes.ids(pair.genotype))},
        {QStringLiteral("method"), QString::fromStdString(pair.method)},
    };
    std::string json = QJsonDocument(asked).toJson(QJsonDocument::Compact).toStdString();
    const std::string medium = recordOf(model_->cell(), pair.medium);
    if (medium.size() > 2) {
        json.back() = ',';
        json.append(medium, 1, std::string::npos);
    }
    about.parametersJson = std::move(json);
    if (!pair.note.isEmpty()) {
        about.remarks.push_back(pair.note.toStdString());
    }
    return about;
}

void FluxTable::writeTo(const std::filesystem::path &path) const
{
    if (!model_->fluxes()) {
        throw InputError(errorAt({}, tr("There are no fluxes to write.").toStdString(),
                                 tr("Wait until they are computed.").toStdString()));
    }
    const std::vector<std::int32_t> rows = model_->order();
    TableSource table{fluxFileColumns, fluxFileNumeric, rows.size(), {}};
    table.fill = [this, &rows](std::size_t row, std::vector<std::string> &cells) { cells = cellsOf(rows[row]); };
    writeTable(path, table, provenance());
}

bool FluxTable::exportTable(const QString &file, QString *error) const
{
    try {
        writeTo(file.toStdString());
        return true;
    } catch (const std::exception &problem) {
        if (error != nullptr) {
            *error = QString::fromUtf8(problem.what());
        }
        return false;
    }
}

void FluxTable::exportByDialog()
{
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Export the fluxes as seen"), QStringLiteral("fluxes.csv"),
                                     QStringLiteral("CSV (*.csv);;TSV (*.tsv);;Excel (*.xlsx)"));
    QString error;
    if (!file.isEmpty()) {
        const bool written = exportTable(file, &error);
        emit exported(written, file, error);
    }
}

QString FluxTable::rowsAsText(const std::vector<std::int32_t> &reactions) const
{
    std::string text = joined(fluxFileColumns, "\t");
    for (const std::int32_t row : reactions) {
        text += '\n';
        text += joined(cellsOf(row), "\t");
    }
    return QString::fromStdString(text) + QLatin1Char('\n');
}

void FluxTable::copyChosen()
{
    if (model_->fluxes()) {
        const std::vector<std::int32_t> chosen = chosenReactions();
        QGuiApplication::clipboard()->setText(rowsAsText(chosen.empty() ? model_->order() : chosen));
    }
}

} // namespace knockscape::ui
