#include "ui/training/training_record.h"

#include "ui/theme/path_text.h"

#include <QJsonArray>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

constexpr int formatVersion = 1;

template <typename Value>
void putOptional(QJsonObject &json, const QString &key, const std::optional<Value> &value)
{
    if (value) {
        json[key] = *value;
    }
}

QJsonObject toJson(const TrainingSettings &settings)
{
    QJsonObject json{{QStringLiteral("ensemble"), settings.ensemble},
                     {QStringLiteral("split"), static_cast<int>(settings.split)},
                     {QStringLiteral("validation_fraction"), settings.validationFraction},
                     {QStringLiteral("test_fraction"), settings.testFraction},
                     // As text: JSON numbers are doubles.
                     {QStringLiteral("seed"), QString::number(settings.seed)}};
    putOptional(json, QStringLiteral("epochs"), settings.epochs);
    putOptional(json, QStringLiteral("learning_rate"), settings.learningRate);
    putOptional(json, QStringLiteral("dropout"), settings.dropout);
    putOptional(json, QStringLiteral("hidden_channels"), settings.hiddenChannels);
    if (settings.loss) {
        json[QStringLiteral("loss")] = static_cast<int>(*settings.loss);
    }
    if (settings.convolution) {
        json[QStringLiteral("convolution")] = QString::fromStdString(*settings.convolution);
    }
    return json;
}

template <typename Enum>
bool isOneOf(const QJsonValue &value, std::initializer_list<Enum> known)
{
    return std::any_of(known.begin(), known.end(),
                       [&](Enum candidate) { return value == QJsonValue(static_cast<int>(candidate)); });
}

std::optional<TrainingSettings> settingsFromJson(const QJsonObject &json)
{
    TrainingSettings settings;
    bool seedOk = false;
    settings.ensemble = json[QStringLiteral("ensemble")].toInt();
    settings.validationFraction = json[QStringLiteral("validation_fraction")].toDouble(-1.0);
    settings.testFraction = json[QStringLiteral("test_fraction")].toDouble(-1.0);
    settings.seed = json[QStringLiteral("seed")].toString().toULongLong(&seedOk);
    const QJsonValue split = json[QStringLiteral("split")];
    if (!seedOk || settings.ensemble < 1 || settings.validationFraction < 0.0 || settings.testFraction < 0.0 ||
        !isOneOf(split, {SplitKind::Random, SplitKind::ByGene, SplitKind::ByPair})) {
        return std::nullopt;
    }
    settings.split = static_cast<SplitKind>(split.toInt());
    const auto number = [&](const char *key) {
        const QJsonValue value = json[QLatin1String(key)];
        return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
    };
    settings.learningRate = number("learning_rate");
    settings.dropout = number("dropout");
    if (const auto epochs = number("epochs")) {
        settings.epochs = static_cast<int>(*epochs);
    }
    if (const auto hidden = number("hidden_channels")) {
        settings.hiddenChannels = static_cast<int>(*hidden);
    }
    if (const QJsonValue loss = json[QStringLiteral("loss")];
        isOneOf(loss, {LossKind::Mse, LossKind::LogCosh, LossKind::Huber})) {
        settings.loss = static_cast<LossKind>(loss.toInt());
    }
    if (const QJsonValue convolution = json[QStringLiteral("convolution")]; convolution.isString()) {
        settings.convolution = convolution.toString().toStdString();
    }
    return settings;
}

QJsonObject toJson(const LabelOrigin &labels)
{
    QJsonArray files;
    for (const std::filesystem::path &file : labels.files) {
        files << toQString(file);
    }
    return {{QStringLiteral("files"), files},
            {QStringLiteral("simulated_doubles"), labels.simulatedDoubles},
            {QStringLiteral("simulation_seed"), QString::number(labels.simulationSeed)}};
}

LabelOrigin labelsFromJson(const QJsonObject &json)
{
    LabelOrigin labels;
    for (const QJsonValue file : json[QStringLiteral("files")].toArray()) {
        labels.files.emplace_back(file.toString().toStdString());
    }
    labels.simulatedDoubles = json[QStringLiteral("simulated_doubles")].toInt();
    labels.simulationSeed = json[QStringLiteral("simulation_seed")].toString().toULongLong();
    return labels;
}

} // namespace

TrainingRecord makeRecord(const TrainingPlan &plan)
{
    TrainingRecord record;
    record.started = QDateTime::currentDateTime();
    record.cellName = QString::fromStdString(plan.cell->name);
    record.cellFolder = std::filesystem::absolute(plan.cellFolder);
    record.cellSha256 = plan.cell->sha256;
    record.labels = plan.labelOrigin;
    for (std::filesystem::path &file : record.labels.files) {
        file = std::filesystem::absolute(file);
    }
    record.labelsTitle = plan.labelsTitle;
    record.labelsSha256 = plan.labels->sha256;
    record.settings = plan.settings;
    record.output = std::filesystem::absolute(plan.output);
    record.finished = plan.finished;
    return record;
}

QJsonObject toJson(const TrainingRecord &record)
{
    QJsonArray finished;
    for (const FinishedMember &member : record.finished) {
        finished << QJsonObject{{QStringLiteral("member"), member.member},
                                {QStringLiteral("sha256"), QString::fromStdString(member.sha256)}};
    }
    return {{QStringLiteral("version"), formatVersion},
            {QStringLiteral("started"), record.started.toString(Qt::ISODate)},
            {QStringLiteral("cell_name"), record.cellName},
            {QStringLiteral("cell"), toQString(record.cellFolder)},
            {QStringLiteral("cell_sha256"), QString::fromStdString(record.cellSha256)},
            {QStringLiteral("labels"), toJson(record.labels)},
            {QStringLiteral("labels_title"), record.labelsTitle},
            {QStringLiteral("labels_sha256"), QString::fromStdString(record.labelsSha256)},
            {QStringLiteral("settings"), toJson(record.settings)},
            {QStringLiteral("output"), toQString(record.output)},
            {QStringLiteral("finished"), finished}};
}

std::optional<TrainingRecord> recordFromJson(const QJsonObject &json)
{
    const auto text = [&](const char *key) { return json[QLatin1String(key)].toString(); };
    const auto settings = settingsFromJson(json[QStringLiteral("settings")].toObject());
    if (json[QStringLiteral("version")].toInt() != formatVersion || !settings || text("cell").isEmpty() ||
        text("output").isEmpty() || text("labels_sha256").isEmpty()) {
        return std::nullopt;
    }
    TrainingRecord record;
    record.started = QDateTime::fromString(text("started"), Qt::ISODate);
    record.cellName = text("cell_name");
    record.cellFolder = text("cell").toStdString();
    record.cellSha256 = text("cell_sha256").toStdString();
    record.labels = labelsFromJson(json[QStringLiteral("labels")].toObject());
    record.labelsTitle = text("labels_title");
    record.labelsSha256 = text("labels_sha256").toStdString();
    record.settings = *settings;
    record.output = text("output").toStdString();
    for (const QJsonValue value : json[QStringLiteral("finished")].toArray()) {
        const QJsonObject member = value.toObject();
        record.finished.push_back(
            {member[QStringLiteral("member")].toInt(), member[QStringLiteral("sha256")].toString().toStdString()});
    }
    return record;
}

int memberInProgress(const TrainingRecord &record)
{
    int member = 0;
    const auto isFinished = [&](const FinishedMember &finished) { return finished.member == member; };
    while (std::any_of(record.finished.begin(), record.finished.end(), isFinished)) {
        ++member;
    }
    return std::min(member, record.settings.ensemble - 1);
}

} // namespace knockscape::ui
