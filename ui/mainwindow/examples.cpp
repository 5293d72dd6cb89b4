#include "ui/mainwindow/examples.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace knockscape::ui
{
namespace
{

constexpr qint64 largestFile = 64 * 1024;
constexpr std::size_t mostExamples = 3;

/// What resources/demo/examples.json says, for translators; other files are shown as they are.
[[maybe_unused]] constexpr const char *ofTheDemo[] = {
    QT_TRANSLATE_NOOP("Examples", "One gene: leucine auxotroph"),
    QT_TRANSLATE_NOOP("Examples",
                      "LEU2 makes leucine and nothing replaces it, so on minimal medium its loss stops growth."),
    QT_TRANSLATE_NOOP("Examples", "Two genes: a synthetic-lethal pair"),
    QT_TRANSLATE_NOOP("Examples", "NAD is made anew from tryptophan (BNA1) or from nicotinate (NPT1). Either way "
                                  "suffices; without both there is no NAD."),
    QT_TRANSLATE_NOOP("Examples", "Three genes: losses that mask one another"),
    QT_TRANSLATE_NOOP("Examples", "Each loss stops respiration. Once it is stopped the others cost little more, so "
                                  "growth is far above the product."),
};

QString translated(const QJsonValue &text)
{
    return QCoreApplication::translate("Examples", text.toString().toUtf8().constData());
}

MapChoice mapOf(const QJsonObject &example, const std::filesystem::path &folder)
{
    MapChoice choice;
    const QString file = example.value(QStringLiteral("map")).toString();
    const QString pathway = example.value(QStringLiteral("pathway")).toString();
    if (!file.isEmpty()) {
        choice.kind = MapChoice::Kind::File;
        choice.name = QString::fromStdString((folder / file.toStdString()).string());
    } else if (!pathway.isEmpty()) {
        choice.kind = MapChoice::Kind::Pathway;
        choice.name = pathway;
    }
    return choice;
}

} // namespace

std::vector<Example> readExamples(const std::filesystem::path &file, const GeneCatalogue &genes)
{
    QFile input(QString::fromStdString(file.string()));
    if (!input.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject root = QJsonDocument::fromJson(input.read(largestFile)).object();
    std::vector<Example> examples;
    for (const QJsonValue &value : root.value(QStringLiteral("examples")).toArray()) {
        const QJsonObject object = value.toObject();
        std::vector<GeneIndex> found;
        bool known = examples.size() < mostExamples;
        for (const QJsonValue &name : object.value(QStringLiteral("genes")).toArray()) {
            const NameResolution resolution = genes.resolve(name.toString().toStdString());
            known = known && resolution.kind == NameResolution::Kind::Resolved;
            found.push_back(resolution.gene);
        }
        if (known && !found.empty()) {
            const bool difference = object.value(QStringLiteral("paint")) == QStringLiteral("difference");
            examples.push_back({Genotype(std::move(found)), translated(object.value(QStringLiteral("title"))),
                                translated(object.value(QStringLiteral("why"))), mapOf(object, file.parent_path()),
                                difference ? PaintBy::Difference : PaintBy::Knockout});
        }
    }
    return examples;
}

} // namespace knockscape::ui
