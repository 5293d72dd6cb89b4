#pragma once

#include "engine/cell/cell.h"
#include "engine/core/job_control.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace knockscape
{

/// What simulating growth costs on one core, and whether it is right.
struct SimulationSpeed {
    std::size_t singles = 0;
    /// Seconds for all of them, the wild type's solution included.
    double singlesSeconds = 0.0;
    /// Singles that had to be solved, as they block a reaction that carries flux in the wild type.
    std::size_t solved = 0;
    /// Mean seconds of some of those, from the wild type's basis and from none.
    double warmSeconds = 0.0;
    double coldSeconds = 0.0;
    /// Pairs of a panel (at most 60 of the singles that had to be solved), and seconds for all of them, the wild type's
    /// solution and those of the singles included.
    std::size_t pairs = 0;
    double pairsSeconds = 0.0;
    /// Some of the singles without growth, and seconds for explaining one (explain()): mean and slowest, once it is
    /// known what the wild type makes.
    std::size_t explained = 0;
    double explainSeconds = 0.0;
    double slowestExplanation = 0.0;
    /// Largest difference of growth between warm and cold, relative to wild type.
    double difference = 0.0;
    /// Deletions that block something and were also solved in rational arithmetic, and those of them whose growth
    /// differs by more than 1e-6 of the wild type's, as gene ids.
    std::size_t exactChecked = 0;
    std::vector<std::string> disagreements;
};

/// Simulates the deletion of every gene of the cell's metabolism; about 20 also without a warm start, and about 20 in
/// rational arithmetic; then pairs of a panel, and explains about 10. Throws as FluxBalance does, and Cancelled.
SimulationSpeed measureSimulation(const std::shared_ptr<const Cell> &cell, const JobControl &control);

} // namespace knockscape
