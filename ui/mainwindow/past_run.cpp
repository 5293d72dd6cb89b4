#include "ui/mainwindow/past_run.h"

#include "engine/core/text.h"
#include "ui/history/run_text.h"
#include "ui/theme/counted_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <set>

namespace knockscape::ui
{
namespace
{

/// So many genes tell a person which cell it was; the rest is a count.
constexpr std::size_t mostGenesNamed = 3;

/// Translations of this file are in one context.
struct PastRunText {
    Q_DECLARE_TR_FUNCTIONS(PastRunText)
};

bool sameModels(const std::vector<RunModel> &ran, const std::vector<ModelSummary> &open)
{
    // A file may have been written again under its name: the hash decides where there is one.
    return std::equal(ran.begin(), ran.end(), open.begin(), open.end(), [](const RunModel &a, const ModelSummary &b) {
        return a.sha256.empty() ? a.path == b.path : a.sha256 == b.sha256;
    });
}

QString namesOf(const std::vector<std::string> &genes)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(genes.size(), mostGenesNamed); ++i) {
        names << QString::fromStdString(genes[i]);
    }
    const QString shown = names.join(QStringLiteral(", "));
    const auto more = static_cast<qint64>(genes.size()) - names.size();
    return more == 0 ? shown : trCount("PastRunText", "%2 and %1 more", "%2 and %1 more", more).arg(shown);
}

Issue remarkOnCell(const PastRun &run, const Session &session)
{
    const QString ranOn = QString::fromStdString(run.record.cellName);
    const QString open = session.cell() ? QString::fromStdString(session.cell()->name) : QString();
    const QString head = PastRunText::tr("Run %1").arg(run.record.id);
    QString what = open.isEmpty()  ? PastRunText::tr("It was made with the cell “%1”; no cell is open.").arg(ranOn)
                   : ranOn == open ? PastRunText::tr("It was made with another version of the cell “%1”.").arg(ranOn)
                                   : PastRunText::tr("It was made with the cell “%1”; “%2” is open.").arg(ranOn, open);
    if (!open.isEmpty() && run.rowsLeftOut > 0) {
        what += QLatin1Char(' ') + trCount("PastRunText", "%1 of its rows is not shown: the open cell lacks %2.",
                                           "%1 of its rows are not shown: the open cell lacks %2.",
                                           static_cast<qint64>(run.rowsLeftOut))
                                       .arg(namesOf(run.genesLacking));
    }
    return warningAt(
        head.toStdString(), what.toStdString(),
        PastRunText::tr("Open its cell to see every row, or export the run: the file holds every row.").toStdString());
}

Issue remarkOnModels(const PastRun &run, const Session &session)
{
    const QString head = PastRunText::tr("Run %1").arg(run.record.id);
    const QString what =
        session.models().empty()
            ? PastRunText::tr("It was predicted by %1, which is not open.").arg(modelText(run.record))
            : PastRunText::tr("It was predicted by %1; the knockout set is predicted by another model.")
                  .arg(modelText(run.record));
    return noteAt(head.toStdString(), what.toStdString(),
                  PastRunText::tr("Open its model to compare like with like.").toStdString());
}

} // namespace

PastRun compareWithOpen(const RunRecord &record, const std::vector<StoredPrediction> &stored, const Session &session)
{
    PastRun run{record, {}, 0, {}, true, true};
    const std::vector<RunModel> ran = modelsOf(record);
    run.otherCell = !session.cell() || session.cell()->sha256 != record.cellSha256;
    run.otherModels = !ran.empty() && !sameModels(ran, session.models());
    std::set<std::string> lacking;
    for (const StoredPrediction &row : stored) {
        std::vector<GeneIndex> genes;
        bool complete = session.cell() != nullptr;
        for (const std::string_view id : split(row.knockouts, ";", true)) {
            genes.push_back(session.cell() ? session.cell()->genes.findId(id) : -1);
            if (genes.back() < 0) {
                complete = false;
                lacking.emplace(id);
            }
        }
        if (complete) {
            run.rows.push_back({Genotype(std::move(genes)), row.prediction, row.status});
        } else {
            ++run.rowsLeftOut;
        }
    }
    run.genesLacking.assign(lacking.begin(), lacking.end());
    return run;
}

QString titleOf(const RunRecord &record)
{
    QStringList parts{PastRunText::tr("Past run %1").arg(record.id),
                      PastRunText::tr("%1 of %2").arg(kindText(record), startedText(record)),
                      QString::fromStdString(record.cellName), modelText(record), storedText(record)};
    if (record.status != RunStatus::Finished) {
        parts << statusText(record.status);
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

std::vector<Issue> remarksOn(const PastRun &run, const Session &session)
{
    std::vector<Issue> issues;
    if (run.otherCell) {
        issues.push_back(remarkOnCell(run, session));
    }
    if (run.otherModels) {
        issues.push_back(remarkOnModels(run, session));
    }
    return issues;
}

} // namespace knockscape::ui
