#pragma once

#include "engine/core/issue.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

namespace knockscape
{

/// A temporary folder in which tests write the files of a cell.
class CellFiles
{
public:
    std::filesystem::path folder() const { return std::filesystem::path(temporary_.path().toStdString()); }
    std::filesystem::path path(const std::string &name) const { return folder() / name; }

    std::filesystem::path write(const std::string &name, const std::string &content) const
    {
        std::filesystem::create_directories(path(name).parent_path());
        std::ofstream(path(name), std::ios::binary) << content;
        return path(name);
    }

    /// A small bundle that reads without any issue.
    std::filesystem::path writeBundle() const
    {
        write("x.cell/cell.json", R"({"format":"knockscape-cell","version":1,"name":"x",
            "interactions":[{"type":"physical","directed":false},{"type":"regulatory","directed":true}],
            "hyperedges":{"expand_isozymes":true,"expand_directions":true,"keep_reactions_without_genes":false}})");
        write("x.cell/genes.tsv",
              "id\tname\taliases\tdescription\tessential\tgo\nA\tONE\ta1|a2\tfirst\t1\tx|y\nB\t\t\t\t0\t\nC\n");
        write("x.cell/interactions/physical.tsv", "source\ttarget\tweight\nA\tB\t0.5\nC\tA\t1\n");
        write("x.cell/interactions/regulatory.tsv", "source\ttarget\nB\tA\nB\tA\n");
        write("x.cell/metabolites.tsv",
              "id\tname\tcompartment\tformula\tcharge\nm1\tglucose\tc\tC6\t-2\nm2\t\te\t\t\n");
        write("x.cell/reactions.tsv", "id\tname\tlower_bound\tupper_bound\tgenes\tsubsystem\tobjective\n"
                                      "r1\tuptake\t-10\tinf\tA or (B and C)\tsugar\t\nr2\t\t0\t1000\t\t\t1\n");
        write("x.cell/stoichiometry.tsv",
              "reaction\tmetabolite\tcoefficient\nr1\tm1\t-1\nr1\tm2\t0.3333333333333333\nr2\tm2\t-1\n");
        return path("x.cell");
    }

private:
    QTemporaryDir temporary_;
};

/// The issues that are no mere notes.
inline std::vector<Issue> withoutNotes(std::vector<Issue> issues)
{
    std::erase_if(issues, [](const Issue &issue) { return issue.severity == Severity::Note; });
    return issues;
}

/// The first issue of the InputError that `action` throws; an issue that says so if it throws none.
inline Issue inputErrorOf(const std::function<void()> &action)
{
    try {
        action();
    } catch (const InputError &error) {
        return error.issues().front();
    }
    return {Severity::Error, "nowhere", "nothing was thrown", {}};
}

} // namespace knockscape
