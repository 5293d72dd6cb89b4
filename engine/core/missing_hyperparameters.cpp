#include "engine/core/missing_hyperparameters.h"

#include <utility>

namespace knockscape
{

MissingHyperparameters::MissingHyperparameters(std::filesystem::path file, std::vector<Issue> issues,
                                               std::vector<HyperparameterQuestion> questions)
    : InputError(std::move(issues)), file_(std::move(file)), questions_(std::move(questions))
{
}

MissingHyperparameters::~MissingHyperparameters() = default;

} // namespace knockscape
