#include "engine/inference/predictor.h"

#include <algorithm>

namespace knockscape
{

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
