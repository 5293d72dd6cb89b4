#pragma once

#include "engine/cell/importers/sbml_types.h"

#include <map>
#include <optional>
#include <string>

namespace knockscape
{

/// The numbers that parts of an SBML model have by attribute, initial assignment or assignment rule.
class SbmlNumbers
{
public:
    explicit SbmlNumbers(const LIBSBML_CPP_NAMESPACE_QUALIFIER Model &model);

    /// Value of a parameter, compartment or species reference; nothing if it has none.
    std::optional<double> value(const std::string &id) const;

    /// Coefficient of a metabolite in a reaction: 1 where the file does not say, nothing where it depends on what only
    /// a simulation over time knows.
    std::optional<double> stoichiometry(const LIBSBML_CPP_NAMESPACE_QUALIFIER SpeciesReference &reference) const;

private:
    std::optional<double> evaluated(const LIBSBML_CPP_NAMESPACE_QUALIFIER ASTNode *formula) const;

    const LIBSBML_CPP_NAMESPACE_QUALIFIER Model &model_;
    std::map<std::string, double> values_;
};

} // namespace knockscape
