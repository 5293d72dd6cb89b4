#pragma once

#include "engine/training/labels.h"

#include <cstddef>
#include <vector>

namespace knockscape
{

/// Fills interactions that follow from fitness where none is given, and returns how many. For pairs
/// ε_ij = f_ij − f_i f_j; for triples τ_ijk = f_ijk − f_i f_j f_k − ε_ij f_k − ε_ik f_j − ε_jk f_i (Kuzmin et al. 2018,
/// doi:10.1126/science.aao1729), where every part is present. Of a genotype with several rows the mean fitness counts.
std::size_t deriveInteractions(std::vector<Label> &labels);

/// Fills the fitness of pairs that have ε and both singles but no fitness: f_ij = f_i f_j + ε_ij. Returns how many.
std::size_t deriveFitness(std::vector<Label> &labels);

} // namespace knockscape
