#pragma once

#include "engine/core/issue.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// What a file can be to this program. The first eight can be imported into a cell.
enum class FileKind {
    Unknown,
    /// Genes: a table, SGD_features.tab.
    GeneTable,
    /// Numbers for genes: a table, .npy, .safetensors.
    Features,
    /// Coding sequences (FASTA): genes, or codon features.
    Sequences,
    /// A metabolic model in SBML.
    SbmlModel,
    /// A metabolic model in COBRA's JSON.
    CobraModel,
    /// Interactions between genes.
    Network,
    /// Texts for genes, such as a GO slim.
    Annotations,
    /// Measured fitness or interactions of genotypes.
    Labels,
    /// A cell that `cell import` wrote.
    CellBundle,
    /// A trained model or checkpoint.
    ModelFile,
};

/// What a column of a table is taken as.
enum class ColumnRole {
    Source,
    Target,
    Weight,
    Kind,
    Organism,
    Id,
    Name,
    Aliases,
    Description,
    Essential,
    Aspect,
    Term
};

/// A column and what it was taken as.
struct TakenColumn {
    ColumnRole role = ColumnRole::Id;
    /// 0-based place in the table.
    std::size_t index = 0;
    /// Its header; empty where the table has none.
    std::string name;

    bool operator==(const TakenColumn &) const = default;
};

/// Columns that a person names because the guess is wrong: a header (in any case) or a number from 1. Empty: guess.
struct ColumnChoice {
    /// For interactions. A weight of "-" ignores weights.
    std::string source;
    std::string target;
    std::string weight;
    /// The gene column of gene, feature and annotation tables.
    std::string id;

    bool empty() const noexcept { return source.empty() && target.empty() && weight.empty() && id.empty(); }
};

/// Translated names for people: "gene table", "source".
std::string kindName(FileKind kind);
std::string roleName(ColumnRole role);

/// "source = column 2 (Gene A), target = column 3 (Gene B)"; empty for no columns.
std::string describe(const std::vector<TakenColumn> &columns);

/// A sentence for the end of a remedy that says which columns were taken; empty for none.
std::string takenHint(const std::vector<TakenColumn> &columns);

/// The column that `choice` names in a table of `width` columns with this header (empty where it has none). Throws
/// InputError, naming `where` and the columns there are.
std::size_t chosenColumn(const std::string &choice, const std::vector<std::string_view> &header, std::size_t width,
                         const std::string &where);

/// What became of one file of an import.
struct ImportedFile {
    std::filesystem::path path;
    FileKind kind = FileKind::Unknown;
    /// Of a network.
    std::string interactionType;
    /// What the file was recognised as, translated ("STRING links"); empty if reading failed before that.
    std::string formatName;
    std::vector<TakenColumn> columns;
    /// True if the file could not be used; the reason is among the issues.
    bool failed = false;

    /// Different gene names in the file that mean a gene of the cell, that do not, and the first of the latter.
    std::size_t namesResolved = 0;
    std::size_t namesUnresolved = 0;
    std::vector<std::string> firstUnresolved;

    /// Interactions: rows that are one; kept in the cell; left out (a gene is not in the cell); merged as repeated, and
    /// how many of these with another weight; kept ones of a gene with itself.
    std::size_t edgesListed = 0;
    std::size_t edgesKept = 0;
    std::size_t edgesLeftOut = 0;
    std::size_t edgesRepeated = 0;
    std::size_t edgesConflicting = 0;
    std::size_t selfLoops = 0;

    /// Genes: of a gene table all, of features and annotations those with a row.
    std::size_t genes = 0;
    std::size_t featureColumns = 0;

    /// Metabolic model; hyperedges and nodes with the options of the request.
    std::size_t reactions = 0;
    std::size_t metabolites = 0;
    std::size_t hyperedges = 0;
    std::size_t hypergraphNodes = 0;
    std::size_t incidences = 0;
};

} // namespace knockscape
