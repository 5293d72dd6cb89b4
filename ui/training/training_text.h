#pragma once

#include "engine/training/label_files.h"
#include "engine/training/training.h"

#include <QString>

namespace knockscape::ui
{

/// What was read, as a few lines of rich text: counts per order and source, ranges.
QString labelsText(const LabelCounts &counts);

/// Held-out metrics of a model beside the baselines as a table in rich text; `order` names of phenotype and group
/// follow the model file's ("fitness_pearson", "multiplicative_fitness_pearson", "fitness_pearson_order2", …).
QString metricsText(const std::map<std::string, double> &metrics);

/// "singles", "doubles", …
QString orderName(int order);

} // namespace knockscape::ui
