#include "engine/inference/predictor.h"

#include <algorithm>
#include <cmath>

namespace knockscape
{

double latentDistance(std::span<const float> first, std::span<const float> second)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const double difference = static_cast<double>(first[i]) - static_cast<double>(second[i]);
        sum += difference * difference;
    }
    return first.empty() ? 0.0 : std::sqrt(sum / static_cast<double>(first.size()));
}

void Predictor::predictWithout(const Genotype &, std::span<const EvidencePart>, const LeftOutSink &, const JobControl &)
{
}

LatentPoints Predictor::latent(std::span<const Genotype>, const JobControl &)
{
    return {};
}

Prediction Predictor::predictOne(const Genotype &genotype)
{
    return predictAll({&genotype, 1}).front();
}

std::vector<Prediction> Predictor::predictAll(std::span<const Genotype> genotypes, const JobControl &control)
{
    std::vector<Prediction> result(genotypes.size());
    predict(
        genotypes, {},
        [&](std::size_t first, std::span<const Prediction> predictions) {
            std::copy(predictions.begin(), predictions.end(), result.begin() + static_cast<std::ptrdiff_t>(first));
        },
        control);
    return result;
}

} // namespace knockscape
