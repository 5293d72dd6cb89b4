#pragma once

#include "engine/fba/flux_balance.h"

#include <cstddef>
#include <functional>
#include <span>

namespace knockscape
{

/// Receives the growth of genotype `index`, in ascending order of index without gaps, on the thread that called
/// simulateAll().
using GrowthSink = std::function<void(std::size_t index, const SimulatedGrowth &growth)>;

/// Simulates `genotypes` with one FluxBalance on each of `threads` threads (0: all cores). The answers are those of one
/// FluxBalance, whatever the number of threads. Throws InputError as FluxBalance does, and Cancelled once the job is
/// cancelled; what the sink received before stays valid.
void simulateAll(const std::shared_ptr<const Cell> &cell, std::span<const Genotype> genotypes, int threads,
                 const GrowthSink &sink, const JobControl &control);

/// Receives growth and fluxes of genotype `index`, as a GrowthSink does.
using FluxSink = std::function<void(std::size_t index, const SimulatedFluxes &fluxes)>;

/// The same with fluxes, by `method`.
void simulateAllFluxes(const std::shared_ptr<const Cell> &cell, std::span<const Genotype> genotypes, FluxMethod method,
                       int threads, const FluxSink &sink, const JobControl &control);

/// The deletion of every gene that a reaction of the cell needs, in catalogue order.
std::vector<Genotype> metabolicSingles(const Cell &cell);

} // namespace knockscape
