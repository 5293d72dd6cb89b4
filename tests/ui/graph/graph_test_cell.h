#pragma once

#include "engine/cell/bundle.h"
#include "engine/cell/cell.h"
#include "engine/cell/cell_import.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace knockscape::ui::tests
{

/// Eight genes, a physical and a regulatory network, and two reactions; the last gene has no neighbours at all.
inline std::shared_ptr<const Cell> smallCell()
{
    auto cell = std::make_shared<Cell>();
    std::vector<Gene> genes(8);
    const char *const names[] = {"HXK1", "HXK2", "PGI1", "MIG1", "SNF1", "REG1", "GLC7", "ORPHAN"};
    for (std::size_t i = 0; i < genes.size(); ++i) {
        genes[i].id = "YTS00" + std::string(1, static_cast<char>('1' + i)) + "W";
        genes[i].name = names[i];
    }
    genes[1].description = "Hexokinase <isozyme> 2";
    cell->genes = GeneCatalogue(std::move(genes));
    cell->networks.emplace_back(
        "physical", false, 8, std::vector<GeneEdge>{{1, 3, 1}, {1, 4, 1}, {4, 5, 1}, {5, 6, 1}, {1, 5, 1}, {1, 1, 1}});
    cell->networks.emplace_back("regulatory", true, 8, std::vector<GeneEdge>{{3, 1, 1}, {3, 0, 1}, {4, 3, 1}});
    Metabolism &metabolism = cell->metabolism;
    metabolism.metabolites = {
        {"glc", "D-glucose", "c", "C6H12O6", 0}, {"g6p", "G6P", "c", "", {}}, {"f6p", "F6P", "c", "", {}}};
    Reaction hexokinase;
    hexokinase.id = "HEX1";
    hexokinase.name = "hexokinase";
    hexokinase.upperBound = 1000.0;
    hexokinase.ruleText = "HXK1 or HXK2";
    hexokinase.isozymes = {{0}, {1}};
    hexokinase.terms = {{0, -1.0}, {1, 1.0}};
    Reaction isomerase;
    isomerase.id = "PGI";
    isomerase.lowerBound = -1000.0;
    isomerase.upperBound = 1000.0;
    isomerase.isozymes = {{2}};
    isomerase.terms = {{1, -1.0}, {2, 1.0}};
    metabolism.reactions = {hexokinase, isomerase};
    return cell;
}

/// The shipped demo, or nullptr where it is missing.
inline std::shared_ptr<const Cell> demoCell(const char *resources)
{
    const std::filesystem::path folder = std::filesystem::path(resources) / "demo" / "central-metabolism.cell";
    if (!std::filesystem::exists(folder / "cell.json"))
        return nullptr;
    std::vector<Issue> issues;
    return std::make_shared<Cell>(readCellBundle(folder, issues));
}

/// The whole yeast cell, or nullptr where the shared tables are missing.
inline std::shared_ptr<const Cell> yeastCell(const char *shared)
{
    const std::filesystem::path folder = std::filesystem::path(shared) / "data" / "yeast";
    if (!std::filesystem::exists(folder / "genes.tsv"))
        return nullptr;
    CellImportRequest request;
    request.genes = folder / "genes.tsv";
    request.networks = {{"physical", folder / "physical.tsv"}, {"regulatory", folder / "regulatory.tsv"}};
    request.sbml = folder / "yeast-GEM-9.0.2.xml";
    std::vector<Issue> issues;
    return std::make_shared<Cell>(importCell(request, issues));
}

} // namespace knockscape::ui::tests
