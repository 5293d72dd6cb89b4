#include "ui/training/training_settings.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace knockscape::ui
{
namespace
{

QString splitKey(SplitKind kind)
{
    switch (kind) {
    case SplitKind::ByGene:
        return QStringLiteral("gene");
    case SplitKind::ByPair:
        return QStringLiteral("pair");
    case SplitKind::Random:
        break;
    }
    return QStringLiteral("random");
}

} // namespace

std::string configJson(const TrainingSettings &settings)
{
    QJsonObject json{{QStringLiteral("test_fraction"), settings.testFraction}};
    if (settings.split != SplitKind::Random) {
        json[QStringLiteral("split")] = splitKey(settings.split);
    }
    if (settings.loss) {
        json[QStringLiteral("loss")] = QString::fromStdString(toText(*settings.loss));
    }
    if (settings.learningRate) {
        json[QStringLiteral("learning_rate")] = *settings.learningRate;
    }
    if (settings.dropout) {
        json[QStringLiteral("dropout")] = *settings.dropout;
    }
    if (settings.hiddenChannels) {
        json[QStringLiteral("hidden_channels")] = *settings.hiddenChannels;
    }
    if (settings.convolution) {
        json[QStringLiteral("gene_encoder_conv_type")] = QString::fromStdString(*settings.convolution);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

std::filesystem::path TrainingPlan::memberPath(const std::filesystem::path &output, int member, int ensemble)
{
    if (ensemble == 1) {
        return output;
    }
    std::filesystem::path path = output;
    path.replace_extension(std::to_string(member + 1) + output.extension().string());
    return path;
}

TrainingRequest TrainingPlan::request(int member) const
{
    TrainingRequest request;
    request.cell = cell;
    request.labels = *labels;
    request.configJson = configJson(settings);
    request.epochs = settings.epochs.value_or(0);
    request.seed = settings.seed + static_cast<std::uint64_t>(member);
    // Members hold out the same rows.
    request.splitSeed = settings.seed;
    request.validationFraction = settings.validationFraction;
    request.output = memberPath(member);
    request.resume = resume;
    return request;
}

} // namespace knockscape::ui
