#pragma once

#include "engine/cell/cell.h"

#include <QString>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace knockscape::ui
{

/// How well a gene answers a search; smaller is better and comes first.
enum class SearchRank : std::uint8_t { ExactName, NamePrefix, Name, Alias, Description, None };

/// Which genes the list is narrowed to, besides the search text.
struct GeneFacet {
    enum class Kind { All, KnockedOut, Essential, NotEssential, InMetabolism, InTraining, NotInTraining, Annotation };
    Kind kind = Kind::All;
    /// Annotation: which group of values (GeneSearch::groups()) and which value.
    int group = -1;
    std::string value;

    bool operator==(const GeneFacet &) const = default;
};

/// Values a column of the catalogue (or the reactions' subsystems) offers for narrowing, with the genes of each.
struct FacetGroup {
    QString title;
    std::map<std::string, std::vector<GeneIndex>> genes;
};

/// The searchable text of every gene of a cell, folded once so that a query touches plain bytes only, and the facets
/// the cell offers. Immutable after construction.
class GeneSearch
{
public:
    GeneSearch() = default;
    explicit GeneSearch(const Cell &cell);

    /// Rank of every gene for `query`: every word must occur (in any order, without regard to case) in an id, a name,
    /// an alias or the description; the worst word decides the rank. An empty query ranks every gene ExactName.
    std::vector<SearchRank> rank(const QString &query) const;

    /// Annotation columns with a manageable number of repeated values, and subsystems of the metabolism.
    const std::vector<FacetGroup> &groups() const noexcept { return groups_; }
    /// Number of reactions whose rule names the gene.
    const std::vector<int> &reactionCounts() const noexcept { return reactionCounts_; }

private:
    struct Text {
        std::string id;
        std::string name;
        std::string aliases;
        std::string description;
    };
    static SearchRank rankWord(const Text &text, const std::string &word);
    void collectAnnotations(const GeneCatalogue &genes);
    void collectReactions(const Cell &cell);

    std::vector<Text> texts_;
    std::vector<FacetGroup> groups_;
    std::vector<int> reactionCounts_;
};

} // namespace knockscape::ui
