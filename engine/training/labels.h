#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/core/genotype.h"
#include "engine/core/issue.h"

#include <filesystem>
#include <limits>
#include <string>
#include <vector>

namespace knockscape
{

enum class Split { Unassigned, Train, Validation, Test };

/// One measured (or simulated) genotype. NaN where a value was not measured.
struct Label {
    Genotype genotype;
    double fitness = std::numeric_limits<double>::quiet_NaN();
    double interaction = std::numeric_limits<double>::quiet_NaN();
    double fitnessSd = std::numeric_limits<double>::quiet_NaN();
    double pValue = std::numeric_limits<double>::quiet_NaN();
    double weight = 1.0;
    std::string source;
    Split split = Split::Unassigned;
};

/// The labels of a file for one cell.
struct LabelTable {
    std::vector<Label> labels;
    std::string sha256;
};

/// Reads labels (contract: Labels TSV; a Simulation CSV works as well). Rows with unknown or ambiguous genes are left
/// out and summed up in `issues` with counts and the first places. Throws InputError when no row can be used.
LabelTable readLabels(const std::filesystem::path &path, const GeneCatalogue &genes, std::vector<Issue> &issues);

} // namespace knockscape
