#pragma once

#include "engine/core/model_summary.h"

#include <string>
#include <vector>

namespace knockscape
{

/// One line of what a person wants to know about a model.
struct ModelFact {
    std::string name;
    std::string value;
};

/// Lines under a heading.
struct ModelFacts {
    std::string heading;
    std::vector<ModelFact> facts;
};

/// Everything a summary says, in sections and in the person's words: the file, the architecture with all of its
/// hyper-parameters, parameters per part, training, tensors that are never read. Sections without lines are left out.
std::vector<ModelFacts> modelFacts(const ModelSummary &summary);

/// Parameters of all parts together.
std::int64_t parameterCount(const ModelSummary &summary);

} // namespace knockscape
