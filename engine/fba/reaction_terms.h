#pragma once

#include "engine/cell/metabolism.h"
#include "engine/fba/linear_program.h"

#include <cmath>

/// Reactions as columns of a linear program whose rows are the metabolites. Private to engine/fba.
namespace knockscape
{

/// `factor` times the reaction's coefficients.
inline LinearProgram::Terms termsOf(const Reaction &reaction, double factor)
{
    LinearProgram::Terms terms;
    for (const StoichiometricTerm &term : reaction.terms) {
        terms.emplace_back(term.metabolite, factor * term.coefficient);
    }
    return terms;
}

inline double objectiveOf(const Reaction &reaction)
{
    return std::isfinite(reaction.objective) ? reaction.objective : 0.0;
}

/// The flux nearest to rest that the bounds allow: 0, or what they demand.
inline double demandOf(const Reaction &reaction)
{
    return reaction.lowerBound > 0.0 ? reaction.lowerBound : reaction.upperBound < 0.0 ? reaction.upperBound : 0.0;
}

} // namespace knockscape
