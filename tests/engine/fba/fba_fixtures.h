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

/// The flux balance fixtures of the shared folder (../shared/fixtures/fba/README.md): what SciPy's HiGHS says.
namespace knockscape::test
{

inline std::filesystem::path fbaFixture(const std::string &name)
{
    return std::filesystem::path(KNOCKSCAPE_SHARED_DIR) / "fixtures/fba" / name;
}

/// The cell of a fixture model ("demo", "e_coli_core", "iMM904"), as a bundle would give it; nullptr where it is not
/// there.
inline std::shared_ptr<const Cell> fbaFixtureCell(const std::string &model)
{
    std::vector<Issue> issues;
    if (model == "demo") {
        const std::filesystem::path folder = fbaFixture("demo.cell");
        return std::filesystem::exists(folder) ? std::make_shared<const Cell>(readCellBundle(folder, issues)) : nullptr;
    }
    const std::filesystem::path importers = std::filesystem::path(KNOCKSCAPE_SHARED_DIR) / "data/importers";
    CellImportRequest request;
    const bool isJson = model == "iMM904";
    (isJson ? request.cobraJson : request.sbml) = importers / (model + (isJson ? ".json" : ".xml"));
    if (!std::filesystem::exists(importers / (model + (isJson ? ".json" : ".xml")))) {
        return nullptr;
    }
    return std::make_shared<const Cell>(importCell(request, issues));
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
