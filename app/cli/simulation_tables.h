#pragma once

#include "engine/cell/cell.h"
#include "engine/fba/flux_balance.h"
#include "engine/store/provenance.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// The tables that `simulate` writes; each gathers its rows while the answers come.
namespace knockscape::cli
{

/// Rows in the contract's simulation columns; behind them `total_flux` where there are fluxes of least total, and
/// `distance` by linear MOMA.
class SimulationTable
{
public:
    SimulationTable(const GeneCatalogue &genes, FluxMethod method) : genes_(genes), method_(method) {}

    void add(const Genotype &genotype, const SimulatedFluxes &answer);
    std::size_t size() const noexcept { return rows_.size(); }
    void write(const std::filesystem::path &path, const Provenance &about) const;

private:
    const GeneCatalogue &genes_;
    FluxMethod method_;
    std::vector<std::vector<std::string>> rows_;
};

/// A row for each genotype and reaction, in the order of both: knockouts, reaction, flux. A genotype without fluxes has
/// none. Numbers have all their digits, so that they balance when they are read back.
class FluxTable
{
public:
    explicit FluxTable(const Cell &cell) : cell_(cell) {}

    void add(const Genotype &genotype, const std::vector<double> &fluxes);
    void write(const std::filesystem::path &path, Provenance about) const;

private:
    struct Block {
        std::string knockouts;
        /// Reactions with flux, ascending: most have none.
        std::vector<std::pair<std::int32_t, double>> fluxes;
    };

    const Cell &cell_;
    std::vector<Block> blocks_;
};

/// Which reactions each genotype blocked, for the table of their flux ranges.
class BlockedReactions
{
public:
    void add(const Genotype &genotype, const SimulatedGrowth &growth);

    /// What each of them can carry in the wild type while it grows at `fraction` of its best.
    void write(const std::filesystem::path &path, const std::shared_ptr<const Cell> &cell, double fraction,
               Provenance about, const JobControl &control);

private:
    std::vector<std::pair<Genotype, std::int32_t>> rows_;
    std::map<std::int32_t, FluxRange> ranges_;
};

} // namespace knockscape::cli
