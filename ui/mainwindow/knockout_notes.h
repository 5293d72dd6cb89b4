#pragma once

#include "engine/cell/cell.h"
#include "engine/core/prediction.h"
#include "ui/session/simulation_service.h"

#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace knockscape::ui
{

/// What is known of a knockout set when its warnings are written.
struct KnockoutFacts {
    const Cell *cell = nullptr;
    Genotype knockouts;
    /// Training genotypes per gene; empty when no model says.
    const std::vector<std::int64_t> *support = nullptr;
    /// Absent until they arrive.
    std::optional<Prediction> prediction;
    std::optional<LiveSimulation> simulation;
};

/// What a person must know before believing the numbers of the set, most important first: essential genes, predictions
/// and simulation that contradict each other, genes that training never saw, values beyond the training labels, growth
/// on rich medium only. One sentence each.
QStringList knockoutNotes(const KnockoutFacts &facts);

} // namespace knockscape::ui
