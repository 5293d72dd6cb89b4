#pragma once

#include "engine/cell/cell.h"
#include "engine/core/model_summary.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knockscape
{

/// Where a table comes from: what a reader needs to make it again, or to know that another is not the same. Every
/// exported table carries one: a .csv or .tsv in a JSON file beside it, an .xlsx in its second sheet.
struct Provenance {
    /// A file or cell that went in.
    struct Input {
        std::string name; ///< where it is not the file's
        std::filesystem::path path;
        std::string sha256;
    };

    /// What the table holds: "predictions", "screen", "simulation", "agreement", …
    std::string content;
    /// What made it: "predict", "screen pairs", "window".
    std::string madeBy;
    /// The cell; without name and hash there was none.
    Input cell;
    std::vector<Input> models;
    std::vector<Input> labels;
    /// Which rows are here and in what order, as the person wrote it; empty: all, as they came.
    std::string filter;
    std::string order;
    /// How the rows themselves were simulated ("fba"): then none of them is predicted, and the table has no column that
    /// only a model fills. Empty: predicted, or something else.
    std::string method;
    /// Growth medium and objective of simulations; empty: none was simulated.
    std::string medium;
    std::string objective;
    /// What was asked for, as JSON text (an object); empty: nothing more than the above.
    std::string parametersJson;
    /// What else a reader must know, a sentence each.
    std::vector<std::string> remarks;
};

/// A provenance that names a cell (none: nullptr) and models.
Provenance provenanceOf(std::string content, std::string madeBy, const Cell *cell,
                        std::span<const ModelSummary> models = {});

/// How provenance calls the order of rows sorted by an expression: "interaction, smallest first".
std::string orderBy(const std::string &expression, bool descending);

/// The file beside a table that says where it comes from, where "CSV on the Web" (W3C Recommendation "Model for Tabular
/// Data and Metadata on the Web", 5.3) has it: FILE.csv-metadata.json.
std::filesystem::path provenancePath(const std::filesystem::path &table);

/// The same as JSON text: the object that tables have in their "notes" and other JSON may hold. Keys: format
/// ("knockscape-table"), version (of Knockscape), created (UTC), content, made_by, cell {name, path, sha256}, models
/// and labels [{name, path, sha256}], filter, order, evaluator ("simulation") and method,
/// medium, objective, parameters {}, remarks []; those without a
/// value are left out.
std::string toJson(const Provenance &about);

/// Reads that object back; what is missing or of another kind is left empty.
Provenance parseProvenance(std::string_view json);

/// A provenance as lines (name, value) for people, as the second sheet of an .xlsx has them.
std::vector<std::pair<std::string, std::string>> provenanceLines(const Provenance &about);

/// Writes the JSON file beside a .csv or .tsv `table` whose columns are these ("numeric" says which hold numbers): a
/// CSVW description of the table with the object of toJson() in "notes". Throws EngineError.
void writeProvenance(const std::filesystem::path &table, const Provenance &about,
                     const std::vector<std::string> &columns, const std::vector<bool> &numeric);

} // namespace knockscape
