#pragma once

#include "engine/core/genotype.h"

#include <limits>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace knockscape
{

/// The strains whose fitness the interaction of a genotype is put together from: all its subsets but the wild type. ε
/// of a pair needs three (a, b, ab), τ of a triple seven (Kuzmin et al. 2018, doi:10.1126/science.aao1729). Singles
/// first, then pairs, …; the genotype itself is the last.
std::vector<Genotype> strainsOf(const Genotype &genotype);

/// A fitness that somebody measured (wild type = 1) and its standard error; NaN where nobody says.
struct MeasuredFitness {
    double value = std::numeric_limits<double>::quiet_NaN();
    double error = std::numeric_limits<double>::quiet_NaN();
};

/// What need not be built: a strain of which the fitness is known, or that lies in the freezer (and is still to be
/// measured).
struct StrainStock {
    std::map<Genotype, MeasuredFitness> measured;
    std::set<Genotype> freezer;

    bool isFree(const Genotype &strain) const { return measured.contains(strain) || freezer.contains(strain); }
};

/// What becomes of a strain of a plan.
enum class StrainState {
    Build,    ///< to be built and measured
    Freezer,  ///< there, to be measured
    Measured, ///< its fitness is known from the labels
};

/// "build", "freezer", "measured": as the tables have it (not translated).
std::string toText(StrainState state);

} // namespace knockscape
