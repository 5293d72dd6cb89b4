#include "ui/mainwindow/examples.h"

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
            examples.push_back({Genotype(std::move(found)), object.value(QStringLiteral("title")).toString(),
                                object.value(QStringLiteral("why")).toString()});
        }
    }
    return examples;
}

} // namespace knockscape::ui
