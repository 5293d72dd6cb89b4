#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/cell/gene_network.h"
#include "engine/cell/metabolism.h"

#include <memory>
#include <string>
#include <vector>

namespace knockscape
{

/// Numeric features of genes, row-major [genes, columns], in catalogue order.
struct FeatureMatrix {
    std::size_t columns = 0;
    std::vector<float> values;

    bool empty() const noexcept { return columns == 0; }
};

/// Where a part of a cell came from.
struct CellSource {
    std::string role;
    std::string file;
    std::string sha256;
};

/// A genome with its interaction networks, metabolism and features: everything a model needs to know about an organism.
/// Any part but the genes may be missing. Shared between threads as `std::shared_ptr<const Cell>`.
struct Cell {
    std::string name;
    std::string organism;
    std::vector<CellSource> sources;
    GeneCatalogue genes;
    std::vector<GeneNetwork> networks;
    Metabolism metabolism;
    HyperedgeOptions hyperedges;
    FeatureMatrix features;
    /// SHA-256 over the content of the bundle's files; empty for a cell that was never written.
    std::string sha256;

    /// The network of this type, or nullptr.
    const GeneNetwork *findNetwork(const std::string &type) const;
};

} // namespace knockscape
