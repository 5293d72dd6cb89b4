#pragma once

#include "engine/cell/importers/sbml_numbers.h"
#include "engine/cell/importers/sbml_types.h"
#include "engine/cell/left_out.h"
#include "engine/cell/metabolism.h"
#include "engine/core/issue.h"

#include <sbml/packages/fbc/common/FbcExtensionTypes.h>

#include <cstddef>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace knockscape
{

/// Flux bounds and objective of an SBML model, in the dialects there are: parameters of the kinetic laws as the COBRA
/// toolbox writes them, and versions 1 and 2 of the fbc package, which win. Where a file has none the defaults of the
/// toolbox are taken (1000, and −1000 for reversible reactions) and it is said.
class SbmlFluxes
{
public:
    SbmlFluxes(LIBSBML_CPP_NAMESPACE_QUALIFIER Model &model, const SbmlNumbers &numbers, std::string file,
               std::vector<Issue> &issues);

    /// Bounds and objective that the reaction itself carries; `row` is its place among the reactions.
    void read(const SbmlReaction &source, std::size_t row, Reaction &reaction);

    /// Bounds of version 1 and the objective, once all reactions are there; `rows` finds them by the file's id.
    void finish(std::vector<Reaction> &reactions, const std::unordered_map<std::string, std::size_t> &rows);

    /// Says where bounds were assumed.
    void report(const std::vector<Reaction> &reactions) const;

private:
    /// True if there is a bound.
    static bool readKineticLaw(const SbmlReaction &source, Reaction &reaction);
    double bound(const std::string &parameter, double usual, const std::string &reaction);
    void readVersionOne(std::vector<Reaction> &reactions, const std::unordered_map<std::string, std::size_t> &rows);
    void readObjective(std::vector<Reaction> &reactions, const std::unordered_map<std::string, std::size_t> &rows);

    LIBSBML_CPP_NAMESPACE_QUALIFIER FbcModelPlugin *fbc_;
    const SbmlNumbers &numbers_;
    std::string file_;
    std::vector<Issue> &issues_;
    LeftOut doubtful_;
    /// Reactions for which the file has no bound.
    std::set<std::size_t> unbounded_;
};

} // namespace knockscape
