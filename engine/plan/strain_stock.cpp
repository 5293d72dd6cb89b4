#include "engine/plan/strain_stock.h"

#include "engine/core/label_kind.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/training/derived_labels.h"

#include <cmath>

namespace knockscape
{

namespace
{

struct FitnessRows {
    double count = 0.0;
    double sum = 0.0;
    double squares = 0.0;
    double deviation = std::numeric_limits<double>::quiet_NaN();
};

MeasuredFitness meanOf(const FitnessRows &rows)
{
    MeasuredFitness result;
    result.value = rows.sum / rows.count;
    if (rows.count < 2.0) {
        result.error = rows.deviation;
    } else {
        const double variance = std::max(0.0, rows.squares - rows.sum * rows.sum / rows.count) / (rows.count - 1.0);
        result.error = std::sqrt(variance / rows.count);
    }
    return result;
}

} // namespace

KnownValues knownValues(std::span<const Label> labels)
{
    KnownValues known;
    std::vector<Label> measured;
    for (const Label &label : labels) {
        if (isSimulatedSource(label.source)) {
            ++known.simulatedRows;
        } else {
            measured.push_back(label);
        }
    }
    deriveInteractions(measured);
    std::map<Genotype, FitnessRows> rows;
    for (const Label &label : measured) {
        if (!std::isnan(label.interaction)) {
            known.interactions.insert(label.genotype);
        }
        if (!std::isnan(label.fitness)) {
            FitnessRows &own = rows[label.genotype];
            own.count += 1.0;
            own.sum += label.fitness;
            own.squares += label.fitness * label.fitness;
            own.deviation = label.fitnessSd;
        }
    }
    for (const auto &[genotype, own] : rows) {
        known.fitness[genotype] = meanOf(own);
    }
    return known;
}

std::vector<Issue> issuesOf(const KnownValues &known, const std::string &where)
{
    if (known.simulatedRows == 0) {
        return {};
    }
    return {warningAt(where,
                      translateCount("Engine", "%1 row was simulated: it does not count as measured.",
                                     "%1 rows were simulated: they do not count as measured.",
                                     static_cast<std::int64_t>(known.simulatedRows)),
                      translate("Engine", "Name labels with measured values, so that strains whose fitness is known "
                                          "need not be built."))};
}

} // namespace knockscape
