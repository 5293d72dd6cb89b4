#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/cell/gene_network.h"
#include "engine/cell/importers/import_report.h"
#include "engine/cell/left_out.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace knockscape
{

/// Interactions as a file names them, before anybody knows which genes the cell has. Names are stored once.
class RawNetwork
{
public:
    struct Edge {
        std::uint32_t source = 0;
        std::uint32_t target = 0;
        float weight = 1.0F;
        std::uint32_t line = 0;
    };

    /// Number of a name; the same name of another organism (as the file writes it, may be empty) has another number.
    std::uint32_t intern(std::string_view name, std::string_view organism = {});
    /// Further names of the same gene (symbol, Entrez number), for where its name means none.
    void addOtherNames(std::uint32_t name, std::vector<std::string> others);
    /// Names that other genes may have too: they serve only where none of allNames() means a gene.
    void addSynonyms(std::uint32_t name, std::vector<std::string> synonyms);
    /// Takes the number of the organism off every name ("4932.YAL001C", as STRING writes them) if each name has one:
    /// it becomes the name's organism. False if one has none: then nothing changes.
    bool takeTaxaOff();
    /// Adds an interaction found on `line`; throws InputError (naming `file`) when there are too many to hold.
    void add(std::uint32_t source, std::uint32_t target, float weight, std::size_t line, const std::string &file);
    void add(std::string_view source, std::string_view target, float weight, std::size_t line, const std::string &file);

    /// Gives every interaction the weight 1.
    void ignoreWeights() noexcept;
    /// Swaps source and target of every interaction.
    void reverse() noexcept;

    const std::vector<std::string> &names() const noexcept { return names_; }
    /// The name and its other names, in order of authority.
    std::vector<std::string> allNames(std::uint32_t name) const;
    const std::vector<std::string> &synonyms(std::uint32_t name) const;
    /// The organisms the file names, and for each name the number of its organism.
    const std::vector<std::string> &organisms() const noexcept { return organisms_; }
    const std::vector<std::uint32_t> &organismOfName() const noexcept { return organismOfName_; }
    const std::vector<Edge> &edges() const noexcept { return edges_; }

    /// Whether the file says so itself.
    std::optional<bool> directed;
    /// Rows of the file that are no interaction of this network.
    LeftOut leftOut;
    /// What else is to be said about the file.
    std::vector<Issue> issues;
    /// What the file was recognised as, translated, and the columns taken.
    std::string format;
    std::vector<TakenColumn> columns;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
    };
    using Numbers = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

    std::size_t organismNumber(std::string_view organism);

    /// By organism.
    std::vector<Numbers> numbers_;
    std::vector<std::string> organisms_;
    Numbers organismNumbers_;
    std::size_t lastOrganism_ = 0;
    std::vector<std::string> names_;
    std::vector<std::uint32_t> organismOfName_;
    std::unordered_map<std::uint32_t, std::vector<std::string>> otherNames_;
    std::unordered_map<std::uint32_t, std::vector<std::string>> synonyms_;
    std::vector<Edge> edges_;
};

/// The network over the genes of a catalogue, with what became of the names and interactions in `report`. Interactions
/// of names that match no gene, or different genes, are left out and summed up in `issues`, repeated ones are merged
/// (the first weight is kept). Of several organisms the one is kept whose names mean most genes. Throws InputError if
/// not one interaction remains though the file has some; a file without any gives a warning.
GeneNetwork bindNetwork(const RawNetwork &raw, const std::string &type, bool directed, const GeneCatalogue &genes,
                        const std::string &file, std::vector<Issue> &issues, ImportedFile &report);

} // namespace knockscape
