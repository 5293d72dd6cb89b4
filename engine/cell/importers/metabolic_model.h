#pragma once

#include "engine/cell/importers/import_file.h"
#include "engine/cell/importers/import_report.h"
#include "engine/cell/left_out.h"
#include "engine/cell/metabolism.h"
#include "engine/core/issue.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace knockscape
{

/// A gene as a model lists it.
struct ModelGene {
    /// The file's own id, which the rules use, without what the format adds to it: the gene's identity.
    std::string id;
    /// For people; may be empty.
    std::string name;
    /// Labels and identifiers of databases.
    std::vector<std::string> otherNames;
};

/// A metabolic model as a file holds it: reactions carry their rule as text (`rule` and `isozymes` are not filled yet).
struct MetabolicModel {
    std::string name;
    /// What the file is, translated ("SBML Level 3, fbc 2").
    std::string format;
    Metabolism metabolism;
    /// Name by id of compartments, where the file gives names.
    std::unordered_map<std::string, std::string> compartmentNames;
    /// The genes that the file lists; rules may name others.
    std::vector<ModelGene> genes;
    /// Ids of reactions that the file itself calls growth, whether it maximises them or not.
    std::vector<std::string> growthReactions;
    /// Whether the rules are in the form that parseGeneRule reads, see settleRules().
    bool rulesSettled = false;
};

/// Reads SBML (Level 2 or 3; bounds, objective and rules from the fbc package versions 1 and 2, else from local
/// parameters and notes as the COBRA toolbox writes them). Ids lose the "M_", "R_" or "G_" that all of a kind have.
/// Species with a boundary condition are no part of the balance and are left out of the reactions. Throws InputError
/// naming file and line or element; what was worked around goes to `issues`.
MetabolicModel readSbmlModel(const ImportFile &file, std::vector<Issue> &issues);

/// Reads the JSON that COBRApy and BiGG write. Throws InputError naming file and element.
MetabolicModel readCobraJson(const ImportFile &file, std::vector<Issue> &issues);

/// The terms with those of the same metabolite summed and those that cancel dropped, in order of first appearance.
std::vector<StoichiometricTerm> summedTerms(const std::vector<StoichiometricTerm> &terms);

/// The charge, if it can be one: a whole number below 10,000. Others stand for “not known” in some files.
std::optional<int> plausibleCharge(double charge);

/// Checks what every model needs and throws InputError without it: reactions, unique ids, bounds in order, finite
/// coefficients. Takes metabolites that stand for the outside out of the balance, and warns if nothing is maximised.
void finishModel(MetabolicModel &model, const std::string &file, std::vector<Issue> &issues);

/// Brings the rules into the form that parseGeneRule reads, once. Which signs are part of a name is told from the genes
/// that the file lists and, where there is one, the catalogue.
void settleRules(MetabolicModel &model, const GeneCatalogue *genes, const std::string &file,
                 std::vector<Issue> &issues);

/// Throws InputError, naming the largest reaction, if the hypergraph of a model with bound rules would not fit memory.
void checkHypergraphSize(const Metabolism &metabolism, const HyperedgeOptions &options, const std::string &file);

/// Parses the rules and binds them to `genes`: each gene by its id, else by its other names where they all mean one
/// gene. The rules then name the genes of the catalogue by their ids. A rule that cannot be parsed is left out: its
/// reaction stays as one that needs no gene. They are summed up in `issues`, as is whatever was not bound by id,
/// whatever was bound to the same gene, and whatever may mean several. `report` gets how many gene names resolved.
void bindRules(MetabolicModel &model, const GeneCatalogue &genes, const std::string &file, std::vector<Issue> &issues,
               ImportedFile &report);

} // namespace knockscape
