#pragma once

#include "engine/cell/cell_import.h"
#include "tests/engine/cell/cell_files.h"

#include <QByteArray>

#include <filesystem>
#include <string>
#include <vector>

/// Files given to the importer in one role each, and SBML models made for it.
namespace knockscape::tests
{

namespace fs = std::filesystem;

inline constexpr const char *geneTable = "id\tname\nYAL001C\tTFC3\nYAL002W\tVPS8\nYAL003W\tEFB1\nYBR058C-A\tTSC3\n";

/// What a file is given as.
enum class Role { Genes, Sbml, Cobra, Network, Features, Annotations };

inline CellImportRequest requestFor(Role role, const fs::path &file, const fs::path &genes)
{
    CellImportRequest request;
    if (role == Role::Network || role == Role::Features || role == Role::Annotations) {
        request.genes = genes;
    }
    role == Role::Genes      ? void(request.genes = file)
    : role == Role::Sbml     ? void(request.sbml = file)
    : role == Role::Cobra    ? void(request.cobraJson = file)
    : role == Role::Network  ? void(request.networks = {{"physical", file}})
    : role == Role::Features ? void(request.features = file)
                             : void(request.annotations = {file});
    return request;
}

/// Imports one file in one role; empty if it succeeds, else everything the error says.
inline std::string imported(Role role, const fs::path &file, const fs::path &genes, std::vector<Issue> &issues)
{
    try {
        const Cell cell = importCell(requestFor(role, file, genes), issues);
        return cell.genes.size() > 0 ? std::string() : std::string("no genes");
    } catch (const InputError &error) {
        return error.what();
    }
}

inline std::string described(const std::vector<Issue> &issues)
{
    std::string text;
    for (const Issue &issue : issues) {
        text += describe(issue) + "\n";
    }
    return text;
}

/// Level 3 with fbc 2: two species, the flux bounds lo, hi and nan, and these reactions, the first of them maximised.
inline QByteArray model(const QByteArray &reactions)
{
    const qsizetype begin = reactions.indexOf('"') + 1;
    const QByteArray first = reactions.mid(begin, reactions.indexOf('"', begin) - begin);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sbml xmlns=\"http://www.sbml.org/sbml/level3/version1/core\" "
           "xmlns:fbc=\"http://www.sbml.org/sbml/level3/version1/fbc/version2\" level=\"3\" version=\"1\" "
           "fbc:required=\"false\"><model id=\"m\" fbc:strict=\"true\"><listOfCompartments><compartment id=\"c\" "
           "constant=\"true\"/></listOfCompartments><listOfSpecies><species id=\"M_a\" compartment=\"c\" "
           "hasOnlySubstanceUnits=\"false\" boundaryCondition=\"false\" constant=\"false\"/><species id=\"M_b\" "
           "compartment=\"c\" hasOnlySubstanceUnits=\"false\" boundaryCondition=\"false\" constant=\"false\"/>"
           "</listOfSpecies><listOfParameters><parameter id=\"lo\" value=\"-INF\" constant=\"true\"/><parameter "
           "id=\"hi\" value=\"INF\" constant=\"true\"/><parameter id=\"nan\" value=\"NaN\" constant=\"true\"/>"
           "</listOfParameters><listOfReactions>\n" +
           reactions +
           "</listOfReactions><fbc:listOfObjectives fbc:activeObjective=\"o\"><fbc:objective fbc:id=\"o\" "
           "fbc:type=\"maximize\"><fbc:listOfFluxObjectives><fbc:fluxObjective fbc:reaction=\"" +
           first +
           "\" "
           "fbc:coefficient=\"1\"/></fbc:listOfFluxObjectives></fbc:objective></fbc:listOfObjectives></model></sbml>";
}

inline QByteArray reaction(const QByteArray &id, const QByteArray &rule, const QByteArray &lower = "lo",
                           const QByteArray &upper = "hi")
{
    return "<reaction id=\"R_" + id + "\" reversible=\"true\" fast=\"false\" fbc:lowerFluxBound=\"" + lower +
           "\" fbc:upperFluxBound=\"" + upper +
           "\"><notes><body xmlns=\"http://www.w3.org/1999/xhtml\"><p>GENE_ASSOCIATION: " + rule +
           "</p></body></notes><listOfReactants><speciesReference species=\"M_a\" stoichiometry=\"1\" "
           "constant=\"true\"/></listOfReactants><listOfProducts><speciesReference species=\"M_b\" "
           "stoichiometry=\"1\" constant=\"true\"/></listOfProducts></reaction>\n";
}

/// A rule of `pairs` pairs of alternatives: 2^pairs complexes.
inline QByteArray explodingRule(int pairs)
{
    QByteArray rule;
    for (int i = 0; i < pairs; ++i) {
        const QByteArray number = QByteArray::number(i);
        rule += (i > 0 ? " and (g" : "(g") + number + " or h" + number + ")";
    }
    return rule;
}

inline Cell importSbml(const QByteArray &content, std::vector<Issue> &issues)
{
    const CellFiles files;
    CellImportRequest request;
    request.genes = files.write("genes.tsv", geneTable);
    request.sbml = files.write("m.xml", content.toStdString());
    return importCell(request, issues);
}

} // namespace knockscape::tests
