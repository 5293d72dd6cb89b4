#include "ui/history/run_text.h"

#include "engine/store/run_provenance.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/number_format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QStringList>

namespace knockscape::ui
{
namespace
{

/// Translations of this file are in one context.
struct RunText {
    Q_DECLARE_TR_FUNCTIONS(RunText)
};

QDateTime timeOf(const std::string &utc)
{
    return QDateTime::fromString(QString::fromStdString(utc), Qt::ISODateWithMs);
}

QJsonDocument jsonOf(const std::string &text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text));
}

QStringList modelPaths(const RunRecord &run)
{
    QStringList paths;
    for (const RunModel &model : modelsOf(run)) {
        paths.append(QString::fromStdString(model.path.string()));
    }
    return paths;
}

/// "by epistasis, where fitness < 0.5": what a screen kept its best rows by.
QString choiceText(const QJsonObject &parameters)
{
    const QString by = parameters.value(QLatin1String("by")).toString();
    const QString where = parameters.value(QLatin1String("where")).toString();
    QStringList parts;
    if (!by.isEmpty()) {
        parts.append(RunText::tr("by %1").arg(by));
    }
    if (!where.isEmpty()) {
        parts.append(RunText::tr("where %1").arg(where));
    }
    return parts.join(QStringLiteral(", "));
}

/// "HXK2 PGI1, ADE2, …": genes of a genotype apart, as a knockout list has them.
QString genotypesText(const RunRecord &run)
{
    QString text = QString::fromStdString(run.firstGenotypes).replace(QLatin1Char(';'), QLatin1Char(' '));
    if (run.genotypeCount > 3) {
        text += QStringLiteral(", …");
    }
    return text;
}

QString parametersText(const RunRecord &run)
{
    QStringList parts;
    const QJsonObject parameters = jsonOf(run.parametersJson).object();
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        const QString value =
            it->isString()   ? it->toString()
            : it->isObject() ? QString::fromUtf8(QJsonDocument(it->toObject()).toJson(QJsonDocument::Compact))
            : it->isArray()  ? QString::fromUtf8(QJsonDocument(it->toArray()).toJson(QJsonDocument::Compact))
                             : it->toVariant().toString();
        if (!value.isEmpty()) {
            parts.append(it.key() + QLatin1Char(' ') + value);
        }
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString startedText(const RunRecord &run)
{
    const QDateTime started = timeOf(run.startedUtc);
    return started.isValid() ? QLocale().toString(started.toLocalTime(), QLocale::ShortFormat)
                             : QString::fromStdString(run.startedUtc);
}

QString kindText(const RunRecord &run)
{
    if (run.kind == "predict") {
        return RunText::tr("Prediction");
    }
    if (run.kind == "screen") {
        return isSimulated(run) ? RunText::tr("Simulated screen") : RunText::tr("Screen");
    }
    if (run.kind == "train") {
        return RunText::tr("Training");
    }
    if (run.kind == "simulate") {
        return RunText::tr("Simulation");
    }
    return QString::fromStdString(run.kind);
}

QString whatText(const RunRecord &run)
{
    const QString title = jsonOf(run.parametersJson).object().value(QLatin1String("title")).toString();
    const QString genotypes = genotypesText(run);
    if (!title.isEmpty() && !genotypes.isEmpty()) {
        return title + QStringLiteral(": ") + genotypes;
    }
    return !title.isEmpty() ? title : !genotypes.isEmpty() ? genotypes : parametersText(run);
}

QString statusText(RunStatus status)
{
    switch (status) {
    case RunStatus::Running:
        return RunText::tr("running");
    case RunStatus::Finished:
        return RunText::tr("finished");
    case RunStatus::Cancelled:
        return RunText::tr("cancelled");
    case RunStatus::Failed:
        break;
    }
    return RunText::tr("failed");
}

QString statusIcon(RunStatus status)
{
    switch (status) {
    case RunStatus::Running:
        return QStringLiteral("refresh");
    case RunStatus::Finished:
        return QStringLiteral("ok");
    case RunStatus::Cancelled:
        return QStringLiteral("cancel");
    case RunStatus::Failed:
        break;
    }
    return QStringLiteral("error");
}

QString modelText(const RunRecord &run)
{
    const QStringList paths = modelPaths(run);
    if (paths.isEmpty()) {
        return {};
    }
    const QString first = QFileInfo(paths.first()).completeBaseName();
    return paths.size() == 1 ? first
                             : trCount("RunText", "%2 and %1 more", "%2 and %1 more", paths.size() - 1).arg(first);
}

QString storedText(const RunRecord &run)
{
    const QJsonObject parameters = jsonOf(run.parametersJson).object();
    const auto asked = static_cast<qint64>(parameters.value(QLatin1String("genotypes")).toDouble());
    if (run.genotypeCount == 0 && asked == 0) {
        return {};
    }
    if (run.genotypeCount >= asked) {
        return trCount("RunText", "its one genotype", "all %1 genotypes", run.genotypeCount);
    }
    const QString stored = formatCount(run.genotypeCount);
    if (!parameters.contains(QLatin1String("top")) || run.status != RunStatus::Finished) {
        return trCount("RunText", "%2 of %1 genotype", "%2 of %1 genotypes", asked).arg(stored);
    }
    const QString best =
        trCount("RunText", "the best %2 of %1 genotype", "the best %2 of %1 genotypes", asked).arg(stored);
    const QString choice = choiceText(parameters);
    return choice.isEmpty() ? best : RunText::tr("%1, %2").arg(best, choice);
}

std::vector<RunModel> modelsOf(const RunRecord &run)
{
    std::vector<RunModel> models;
    for (const QJsonValue &value : jsonOf(run.modelsJson).array()) {
        const QString path = value.isString() ? value.toString() : value[QLatin1String("path")].toString();
        models.push_back({path.toStdString(), value[QLatin1String("sha256")].toString().toStdString()});
    }
    return models;
}

std::filesystem::path cellFolderOf(const RunRecord &run)
{
    return jsonOf(run.parametersJson).object().value(QLatin1String("cell")).toString().toStdString();
}

QString detailText(const RunRecord &run)
{
    QStringList lines;
    const auto add = [&](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            lines.append(name.isEmpty() ? value : RunText::tr("%1: %2").arg(name, value));
        }
    };
    const QDateTime started = timeOf(run.startedUtc);
    const QDateTime finished = timeOf(run.finishedUtc);
    add({}, RunText::tr("Run %1").arg(run.id));
    add(RunText::tr("Started"), QLocale().toString(started.toLocalTime(), QLocale::LongFormat));
    if (started.isValid() && finished.isValid()) {
        add(RunText::tr("Took"), formatDuration(static_cast<double>(started.msecsTo(finished)) / 1000.0));
    }
    add(RunText::tr("Genotypes"), genotypesText(run));
    add(RunText::tr("Asked for"), parametersText(run));
    add(RunText::tr("Stored"), storedText(run));
    add(RunText::tr("Cell"), QString::fromStdString(run.cellName));
    add(RunText::tr("Models"), modelPaths(run).join(QStringLiteral(", ")));
    add(RunText::tr("Device"), QString::fromStdString(run.device));
    add(RunText::tr("Engine"), QString::fromStdString(run.engineVersion));
    add(RunText::tr("Note"), QString::fromStdString(run.note));
    add(RunText::tr("Error"), QString::fromStdString(run.error));
    return lines.join(QLatin1Char('\n'));
}

} // namespace knockscape::ui
