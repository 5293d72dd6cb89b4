#pragma once

#include "engine/core/genotype.h"
#include "engine/core/issue.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace knockscape
{

/// One gene of a genome. `id` (systematic name) is its identity; everything else is for people.
struct Gene {
    std::string id;
    std::string name;
    std::vector<std::string> aliases;
    std::string description;
    std::optional<bool> essential;
    /// Values of GeneCatalogue::annotationColumns(), in that order.
    std::vector<std::string> annotations;

    /// Standard name if the gene has one, else its id.
    const std::string &label() const noexcept { return name.empty() ? id : name; }
};

/// True if `id` can be a gene's: lists of genes are written with blanks and semicolons between ids, so it holds none,
/// nor characters that cannot be seen.
bool isGeneId(std::string_view id) noexcept;

/// "TFC3 (YAL001C)", or the id alone where there is no other name.
std::string described(const Gene &gene);

/// Aliases as one text, divided by "|", and back. Within an alias "\|" is a bar and "\\" a
/// backslash; any other backslash stands for itself.
std::string joinedAliases(const std::vector<std::string> &aliases);
std::vector<std::string> splitAliases(std::string_view text);

/// The answer to "which gene does this name mean?".
struct NameResolution {
    enum class Kind { Resolved, Ambiguous, Unknown };
    Kind kind = Kind::Unknown;
    /// The gene when Resolved, else -1.
    GeneIndex gene = -1;
    /// Ambiguous: every gene the name may mean. Unknown: up to five genes with a similar name, best first.
    std::vector<GeneIndex> candidates;
};

/// All genes of a cell in a fixed order, and the exact, case-insensitive resolver of their names.
///
/// A name matches as a whole, never by prefix. Ids win over standard names, which win over aliases; two genes with the
/// same name on the same rank make it ambiguous. Immutable after construction, so it may be read from any thread.
class GeneCatalogue
{
public:
    GeneCatalogue() = default;
    /// Throws InputError for an id that is empty, repeated, or cannot be one (`where` names the source in messages).
    explicit GeneCatalogue(std::vector<Gene> genes, std::vector<std::string> annotationColumns = {},
                           const std::string &where = "genes");

    std::size_t size() const noexcept { return genes_.size(); }
    const Gene &operator[](GeneIndex gene) const { return genes_[static_cast<std::size_t>(gene)]; }
    const std::vector<Gene> &genes() const noexcept { return genes_; }
    const std::vector<std::string> &annotationColumns() const noexcept { return annotationColumns_; }

    /// Whether an unknown name is worth the search for similar ones (a millisecond or so in a genome of thousands).
    enum class Suggestions { Include, Omit };

    /// The gene that `name` means. Blanks around it do not matter.
    NameResolution resolve(std::string_view name, Suggestions suggestions = Suggestions::Include) const;
    /// The gene with exactly this id (case-insensitive), or -1.
    GeneIndex findId(std::string_view id) const;
    /// Why `name` did not resolve and what to type instead, for messages.
    Issue explain(std::string_view name, const NameResolution &resolution, std::string where) const;

    /// Ids joined by `separator`, in id order as the contract's `knockouts` column wants them.
    std::string ids(const Genotype &genotype, std::string_view separator = ";") const;
    /// Labels (standard names) in the same order as ids().
    std::string labels(const Genotype &genotype, std::string_view separator = ";") const;

    /// SHA-256 over the ids joined by newlines: the contract's gene_ids_sha256.
    std::string idsSha256() const;

private:
    std::vector<GeneIndex> inIdOrder(const Genotype &genotype) const;

    std::vector<Gene> genes_;
    std::vector<std::string> annotationColumns_;
    std::unordered_map<std::string, std::vector<GeneIndex>> byId_;
    std::unordered_map<std::string, std::vector<GeneIndex>> byName_;
    std::unordered_map<std::string, std::vector<GeneIndex>> byAlias_;
};

} // namespace knockscape
