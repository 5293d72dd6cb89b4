#pragma once

#include "engine/cell/importers/import_file.h"
#include "engine/cell/importers/import_report.h"
#include "engine/cell/left_out.h"
#include "engine/cell/metabolism.h"
#include "engine/core/issue.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace knockscape
{

/// A metabolic model as a file holds it: reactions carry their rule as text (`rule` and `isozymes` are not filled yet).
struct MetabolicModel {
    std::string name;
    /// What the file is, translated ("SBML Level 3, fbc 2").
    std::string format;
    Metabolism metabolism;
    /// Standard name by gene id, where the file gives one.
    std::unordered_map<std::string, std::string> geneNames;
};

/// Reads SBML (Level 2 or 3; bounds, objective and rules from the fbc package versions 1 and 2, else from local
/// parameters and notes as the COBRA toolbox writes them). Ids lose their "M_", "R_", "G_". Species with a boundary
/// condition are no part of the balance and are left out of the reactions. Throws InputError naming file and line or
/// element; what was worked around goes to `issues`.
MetabolicModel readSbmlModel(const ImportFile &file, std::vector<Issue> &issues);

/// Reads the JSON that COBRApy and BiGG write. Throws InputError naming file and element.
MetabolicModel readCobraJson(const ImportFile &file, std::vector<Issue> &issues);

/// The terms with those of the same metabolite summed and those that cancel dropped, in order of first appearance.
std::vector<StoichiometricTerm> summedTerms(const std::vector<StoichiometricTerm> &terms);

/// Checks what every model needs: reactions, unique ids, bounds in order, finite coefficients. Throws InputError.
void checkModel(const MetabolicModel &model, const std::string &file);

/// The names in a rule, in order, without expanding it.
std::vector<std::string> namesInRule(const std::string &rule);

/// Throws InputError, naming the largest reaction, if the hypergraph of a model with bound rules would not fit memory.
void checkHypergraphSize(const Metabolism &metabolism, const HyperedgeOptions &options, const std::string &file);

/// Parses the rules and binds them to `genes`; names that only match after decoding are rewritten to the gene's id.
/// A rule that cannot be parsed, has more than 4096 alternatives, or would make the rules of the model too large for
/// memory is left out: its reaction stays as one that needs no gene. They are summed up in `issues`. `report` gets how
/// many gene names resolved.
void bindRules(MetabolicModel &model, const GeneCatalogue &genes, const std::string &file, std::vector<Issue> &issues,
               ImportedFile &report);

} // namespace knockscape
