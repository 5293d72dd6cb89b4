#pragma once

#include "engine/training/label_files.h"

#include <QString>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace knockscape::ui
{

/// What was measured of one genotype, over all of its rows.
struct MeasuredValue {
    /// Means over the rows that have the value; NaN where none has.
    double fitness = std::numeric_limits<double>::quiet_NaN();
    double interaction = std::numeric_limits<double>::quiet_NaN();
    /// Standard deviation of the fitness as given, of a single row; NaN where there is none.
    double fitnessSd = std::numeric_limits<double>::quiet_NaN();
    /// Geometric mean of the p-values of the rows that have one (a gene pair is often measured both ways round).
    double pValue = std::numeric_limits<double>::quiet_NaN();
    std::size_t rows = 0;
    /// Whether these rows were measured or simulated (adjectiveOf() has the word).
    LabelKind kind = LabelKind::Unknown;
    /// "sga, smf"; empty where the labels name no source.
    QString sources;
};

/// Measured (or simulated) labels that a person loaded, with a look-up by genotype. Immutable: shared by the threads
/// that compare, and by every view that shows a measured value. Belongs to the cell whose catalogue named its genes.
class MeasuredLabels
{
public:
    /// Takes the rows as they were read; interactions that follow from fitness are filled in, as training does.
    MeasuredLabels(std::vector<std::filesystem::path> files, LabelTable table);

    const std::vector<std::filesystem::path> &files() const noexcept { return files_; }
    const LabelTable &table() const noexcept { return table_; }
    const std::vector<Label> &rows() const noexcept { return table_.labels; }
    const LabelCounts &counts() const noexcept { return counts_; }
    /// Whether the labels were measured or simulated, as their sources say (adjectiveOf() has the word).
    LabelKind kind() const noexcept { return counts_.kind; }
    /// How many interactions were not measured but follow from fitness.
    std::size_t derivedInteractions() const noexcept { return derived_; }
    /// "labels.tsv" or "labels.tsv and 2 more".
    QString title() const;

    /// True if any row has a p-value.
    bool hasPValues() const noexcept { return hasPValues_; }

    std::optional<MeasuredValue> find(const Genotype &genotype) const;

private:
    std::vector<std::filesystem::path> files_;
    LabelTable table_;
    LabelCounts counts_;
    std::size_t derived_ = 0;
    bool hasPValues_ = false;
    /// Rows in the order of their genotypes.
    std::vector<std::uint32_t> order_;
};

using MeasuredLabelsPtr = std::shared_ptr<const MeasuredLabels>;

} // namespace knockscape::ui
