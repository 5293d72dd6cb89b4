#ifdef KNOCKSCAPE_SBML

#include "engine/cell/importers/sbml_numbers.h"

#include <cmath>
#include <vector>

LIBSBML_CPP_NAMESPACE_USE

namespace knockscape
{

SbmlNumbers::SbmlNumbers(const Model &model) : model_(model)
{
    for (unsigned i = 0; i < model.getNumCompartments(); ++i) {
        const Compartment *compartment = model.getCompartment(i);
        if (compartment->isSetSize()) {
            values_[compartment->getId()] = compartment->getSize();
        }
    }
    for (unsigned i = 0; i < model.getNumParameters(); ++i) {
        const Parameter *parameter = model.getParameter(i);
        if (parameter->isSetValue()) {
            values_[parameter->getId()] = parameter->getValue();
        }
    }
    std::vector<std::pair<std::string, const ASTNode *>> assignments;
    for (unsigned i = 0; i < model.getNumInitialAssignments(); ++i) {
        const InitialAssignment *assignment = model.getInitialAssignment(i);
        assignments.emplace_back(assignment->getSymbol(), assignment->getMath());
    }
    for (unsigned i = 0; i < model.getNumRules(); ++i) {
        const Rule *rule = model.getRule(i);
        if (rule->isAssignment()) {
            assignments.emplace_back(rule->getVariable(), rule->getMath());
        }
    }
    // One may need another: a few rounds are enough for what models of fluxes do with them.
    for (const auto &[id, formula] : assignments) {
        values_.erase(id);
    }
    for (int round = 0; round < 5; ++round) {
        for (const auto &[id, formula] : assignments) {
            if (const std::optional<double> value = evaluated(formula)) {
                values_[id] = *value;
            }
        }
    }
}

std::optional<double> SbmlNumbers::value(const std::string &id) const
{
    const auto found = values_.find(id);
    return found == values_.end() || std::isnan(found->second) ? std::nullopt : std::optional(found->second);
}

std::optional<double> SbmlNumbers::stoichiometry(const SpeciesReference &reference) const
{
    if (const StoichiometryMath *formula = reference.getStoichiometryMath()) {
        return evaluated(formula->getMath());
    }
    if (reference.isSetId()) {
        if (const std::optional<double> assigned = value(reference.getId())) {
            return assigned;
        }
    }
    const double stoichiometry = reference.getStoichiometry();
    return std::isnan(stoichiometry) ? 1.0 : stoichiometry;
}

std::optional<double> SbmlNumbers::evaluated(const ASTNode *formula) const
{
    const double value = formula == nullptr ? NAN : SBMLTransforms::evaluateASTNode(formula, values_, &model_);
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace knockscape

#endif
