#pragma once

#include "engine/cell/cell.h"
#include "engine/nn/centred_rows.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// One kind of thing that a cell tells of its genes before anything is measured, as a matrix with a row per gene. What
/// training reads of it is linear in the matrix (engine/training/gene_profiles.h), so that it can be told later what a
/// learned vector owes to one block, to one group of its columns, or to a single neighbour.
class ProfileBlock
{
public:
    /// Rows are centred and scaled to length 1.
    ProfileBlock(std::string name, const at::Tensor &matrix, std::vector<std::string> groups = {});
    /// Rows are taken as they are.
    static ProfileBlock plain(std::string name, at::Tensor matrix, std::vector<std::string> groups);

    /// "network:physical", "degrees", "features" or "annotations".
    const std::string &name() const noexcept { return name_; }
    /// What each column belongs to: the network of a degree, the annotation column of a term; empty otherwise.
    const std::vector<std::string> &groups() const noexcept { return groups_; }
    /// Columns: neighbours, networks, feature columns, terms.
    std::int64_t inputs() const;

    /// The rows times `map` [inputs, k] → [genes, k].
    at::Tensor times(const at::Tensor &map) const;
    /// The part of that which the columns of one group give.
    at::Tensor timesGroup(const at::Tensor &map, const std::string &group) const;

    /// The centred rows; null for a plain block.
    const CentredRows *centred() const noexcept { return centred_ ? &*centred_ : nullptr; }
    /// The plain matrix; undefined for centred rows.
    const at::Tensor &matrix() const noexcept { return plain_; }

private:
    ProfileBlock() = default;

    std::string name_;
    std::vector<std::string> groups_;
    std::optional<CentredRows> centred_;
    at::Tensor plain_;
};

/// Neighbours that reach every gene, the gene itself among them, as D^(−1/2)·(A + I)·D^(−1/2).
ProfileBlock networkBlock(const GeneNetwork &network);
/// Logarithms of how many neighbours each gene has in each network, of mean 0 and standard deviation 1.
ProfileBlock degreeBlock(std::span<const GeneNetwork> networks);

/// What the block gives by a map, squared, as a mean over the genes [1, k]: told apart from what another cell would
/// give.
at::Tensor blockSignature(const at::Tensor &given);

/// All blocks of the cell: every network, degrees, numeric features, annotation terms with essentiality.
std::vector<ProfileBlock> profileBlocks(const Cell &cell);

} // namespace knockscape
