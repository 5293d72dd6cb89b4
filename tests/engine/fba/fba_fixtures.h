#pragma once

#include "engine/cell/bundle.h"
#include "engine/cell/cell_import.h"
#include "engine/core/delimited_table.h"
#include "engine/core/issue.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

/// What SciPy's HiGHS says of growth, fluxes and reasons of three models: nothing of it was computed here or with GLPK.
/// Growth is the largest flux of the objective; pFBA the least sum of all fluxes at that growth.
namespace knockscape::test
{

inline std::filesystem::path fbaFixture(const std::string &name)
{
    return std::filesystem::path(KNOCKSCAPE_TEST_DATA) / "fba" / name;
}

/// The cell of a published model ("e_coli_core", "iMM904") as an import gives it.
inline std::shared_ptr<const Cell> importedModel(const std::string &model)
{
    const std::filesystem::path models = std::filesystem::path(KNOCKSCAPE_TEST_DATA) / "models";
    CellImportRequest request;
    const bool isJson = model == "iMM904";
    (isJson ? request.cobraJson : request.sbml) = models / (model + (isJson ? ".json.gz" : ".xml.gz"));
    std::vector<Issue> issues;
    return std::make_shared<const Cell>(importCell(request, issues));
}

/// The cell of a fixture model ("demo", "e_coli_core", "iMM904").
inline std::shared_ptr<const Cell> fbaFixtureCell(const std::string &model)
{
    if (model != "demo") {
        return importedModel(model);
    }
    // A demo that is built anew needs fixtures that are computed anew.
    std::vector<Issue> issues;
    return std::make_shared<const Cell>(
        readCellBundle(std::filesystem::path(KNOCKSCAPE_RESOURCES_DIR) / "demo/central-metabolism.cell", issues));
}

/// A genotype as the fixtures write it: gene ids joined by ";", "WT" for none.
inline Genotype fbaFixtureGenotype(const Cell &cell, const std::string &ids)
{
    Genotype genotype;
    for (std::size_t begin = 0; ids != "WT" && begin < ids.size();) {
        const std::size_t end = std::min(ids.find(';', begin), ids.size());
        genotype = genotype.with(cell.genes.resolve(ids.substr(begin, end - begin)).gene);
        begin = end + 1;
    }
    return genotype;
}

/// Row of the reaction of this id; −1 where there is none.
inline std::int32_t reactionOf(const Cell &cell, const std::string &id)
{
    const auto &reactions = cell.metabolism.reactions;
    const auto found = std::find_if(reactions.begin(), reactions.end(), [&](const Reaction &r) { return r.id == id; });
    return found == reactions.end() ? -1 : static_cast<std::int32_t>(found - reactions.begin());
}

} // namespace knockscape::test
