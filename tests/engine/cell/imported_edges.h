#pragma once

#include "engine/cell/cell_import.h"
#include "tests/engine/cell/cell_files.h"

#include <string>
#include <vector>

namespace knockscape
{

/// The genes that networks of tests are between.
inline constexpr const char *networkGenes = "id\tname\taliases\nYAL001C\tTFC3\t\nYAL002W\tVPS8\tVPT8\nYAL003W\tABF1\t\n"
                                            "YBR058C-A\tTSC3\t\n";

/// What one network file is read as: "YAL001C>YAL002W*0.5 …" in order, or the place and text of the error.
inline std::string importedEdges(const std::string &name, const std::string &content,
                                 const std::string &type = "physical", std::vector<Issue> *issues = nullptr)
{
    const CellFiles files;
    CellImportRequest request;
    request.genes = files.write("genes.tsv", networkGenes);
    request.networks = {{type, files.write(name, content)}};
    std::vector<Issue> own;
    std::string text;
    try {
        const Cell cell = importCell(request, issues != nullptr ? *issues : own);
        for (const GeneEdge &edge : cell.networks[0].edges()) {
            text += text.empty() ? "" : " ";
            text +=
                cell.genes[edge.source].name + (cell.networks[0].directed() ? ">" : "-") + cell.genes[edge.target].name;
            if (edge.weight != 1.0F) {
                text += '*';
                text += std::to_string(edge.weight).substr(0, 5);
            }
        }
    } catch (const InputError &error) {
        const std::string where = error.issues().front().where;
        text = "error at " + where.substr(where.rfind('/') + 1);
    }
    return text;
}

} // namespace knockscape
