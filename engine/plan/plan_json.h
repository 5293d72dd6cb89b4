#pragma once

#include "engine/core/prediction_intervals.h"
#include "engine/plan/plan_files.h"

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace knockscape
{

/// A plan as JSON text, for programs: {format: "knockscape-plan", version: 1, about {} (toJson(Provenance)), threshold,
/// goal, value, upper_bound, proven, expected_hits, candidates, kept, to_build, remarks [], genotypes [{knockouts,
/// names, fitness, expected_fitness, interaction, interaction_low, interaction_high, hit_probability, information,
/// disagreement, strains [order]}], strains [{knockouts, state, fitness, fitness_error, answers [rank]}], plates
/// {wells, plates, seed, strains
/// [[plate, well, order of the strain]]}}. What is NaN is null.
std::string toJson(const PlanOutput &output);

/// What is read back of a plan once its strains are measured.
struct StoredPlan {
    struct Row {
        Genotype genotype;
        double interaction = 0.0;
        Interval interval;
        double hit = 0.0;
    };
    double threshold = -0.12;
    std::string goal;
    double expectedHits = 0.0;
    std::vector<Row> genotypes;
    /// Fitness that was known when the plan was made.
    std::map<Genotype, MeasuredFitness> known;
    /// What was planned to lie in each well (plate, "B3") that holds a strain.
    std::map<std::pair<int, std::string>, Genotype> wells;
    /// The object of its provenance, as text, and the models' files.
    std::string aboutJson;
    std::vector<std::filesystem::path> models;
    std::filesystem::path cell;
};

/// Reads plan.json of a folder, or the file itself. Throws InputError for what is no plan, and for genes that the cell
/// does not have.
StoredPlan readPlan(const std::filesystem::path &path, const GeneCatalogue &genes);

} // namespace knockscape
