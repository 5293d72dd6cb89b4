#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/core/genotype.h"
#include "engine/core/issue.h"
#include "engine/core/job_control.h"

#include <filesystem>
#include <limits>
#include <string>
#include <vector>

namespace knockscape
{

/// What a row is for. Unassigned rows are split at random when a model is trained.
enum class Split { Unassigned, Train, Validation, Test };

/// One measured (or simulated) genotype. NaN where a value was not measured.
struct Label {
    Genotype genotype;
    /// Growth relative to wild type (= 1).
    double fitness = std::numeric_limits<double>::quiet_NaN();
    /// Digenic ε for pairs, trigenic τ for triples; negative = sicker than expected.
    double interaction = std::numeric_limits<double>::quiet_NaN();
    double fitnessSd = std::numeric_limits<double>::quiet_NaN();
    double pValue = std::numeric_limits<double>::quiet_NaN();
    /// How much the row counts in training; 0 leaves it out.
    double weight = 1.0;
    std::string source;
    Split split = Split::Unassigned;
};

/// The labels of a file for one cell. One genotype may have several rows (several screens, several alleles).
struct LabelTable {
    std::vector<Label> labels;
    /// SHA-256 of the file's content.
    std::string sha256;
};

/// Reads labels, recognised by their columns:
/// - the contract's Labels TSV (knockouts, or genotype, as GenotypeReader reads them; fitness, interaction, or both;
/// the
///   optional columns);
/// - a Simulation CSV (its fitness column; source "simulated");
/// - Costanzo et al. 2016 (doi:10.1126/science.aaf1420) SGA_*.txt: ε, double mutant fitness, and one row per gene from
///   the single mutant fitness columns (source "smf");
/// - Kuzmin et al. 2018 (doi:10.1126/science.aao1729) and 2020 (doi:10.1126/science.aaz5667): the same for crosses of a
///   query with one deletion ("YGR240C+YDL227C_tm461", where hoΔ is the control and no deletion: digenic ε) and with
///   two
///   ("YGR240C+YMR205C_tm72": trigenic τ, the adjusted score, source "tau-sga");
/// - Costanzo et al. 2016 strain_ids_and_single_mutant_fitness with decimal points or commas: one row per gene, at 30
/// °C
///   where measured, else 26 °C; deletions go before temperature-sensitive alleles and those before DAmP alleles, and
///   several strains of one kind are averaged.
///
/// Rows with unknown or ambiguous genes, or without a value, are left out and summed up in `issues` with counts and the
/// first places. Throws InputError for a malformed value (file, line and column named) and when no row can be used.
LabelTable readLabels(const std::filesystem::path &path, const GeneCatalogue &genes, std::vector<Issue> &issues,
                      const JobControl &control = {});

} // namespace knockscape
