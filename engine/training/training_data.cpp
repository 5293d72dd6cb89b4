#include "engine/training/training_data.h"

#include "engine/core/translate.h"
#include "engine/training/derived_labels.h"
#include "engine/training/splits.h"

#include <algorithm>

namespace knockscape
{

SplitOptions splitOptions(const TrainingRequest &request, const TrainingConfig &config)
{
    SplitOptions options{config.split, request.validationFraction, config.testFraction,
                         request.splitSeed.value_or(request.seed), std::nullopt};
    if (options.seed != request.seed) {
        options.validationSeed = request.seed;
    }
    return options;
}

TrainingData prepareTrainingData(const TrainingRequest &request, const TrainingConfig &config)
{
    std::vector<Label> labels = request.labels.labels;
    std::erase_if(labels, [](const Label &label) { return label.weight == 0.0 || label.genotype.empty(); });
    if (config.deriveInteractions) {
        deriveInteractions(labels);
    }
    // A file that names its test rows has decided what is held out for the report.
    const bool hasTest =
        std::any_of(labels.begin(), labels.end(), [](const Label &label) { return label.split == Split::Test; });
    SplitOptions options = splitOptions(request, config);
    options.testFraction = hasTest ? 0.0 : options.testFraction;
    const std::vector<Split> splits = assignSplits(labels, options);
    TrainingData data;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        std::vector<Label> &part = splits[i] == Split::Test         ? data.test
                                   : splits[i] == Split::Validation ? data.validation
                                                                    : data.training;
        part.push_back(std::move(labels[i]));
    }
    if (config.deriveFitness) {
        // From training rows alone: a pair's fitness must not tell the fitness of a single that is held out.
        deriveFitness(data.training);
    }
    if (data.training.empty()) {
        throw InputError(errorAt("labels", translate("Engine", "no row is left to train on"),
                                 translate("Engine", "Give labels of deletions that are not all held out.")));
    }
    return data;
}

} // namespace knockscape
