#include "ui/history/run_text.h"

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
    const QJsonArray models = jsonOf(run.modelsJson).array();
    for (const QJsonValue &model : models) {
        paths.append(model.isString() ? model.toString() : model.toObject().value(QLatin1String("path")).toString());
    }
    return paths;
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
        return RunText::tr("Screen");
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
                             : RunText::tr("%1 and %n more", nullptr, static_cast<int>(paths.size()) - 1).arg(first);
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
    add(RunText::tr("Cell"), QString::fromStdString(run.cellName));
    add(RunText::tr("Models"), modelPaths(run).join(QStringLiteral(", ")));
    add(RunText::tr("Device"), QString::fromStdString(run.device));
    add(RunText::tr("Engine"), QString::fromStdString(run.engineVersion));
    add(RunText::tr("Note"), QString::fromStdString(run.note));
    add(RunText::tr("Error"), QString::fromStdString(run.error));
    return lines.join(QLatin1Char('\n'));
}

} // namespace knockscape::ui
