#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/core/issue.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// What a name in somebody's file means: a gene, or -1 and the genes it may mean if there are several.
struct NameMatch {
    GeneIndex gene = -1;
    std::vector<GeneIndex> candidates;
};

/// One way to read the names of a file otherwise than they stand there.
struct NameReading {
    enum class Kind {
        /// "__45__", "_DASH_" and the like as the character they stand for.
        Codes,
        /// "-" for "_", in files that cannot write "-" (YBR058C_A).
        Dashes,
        /// A protein for its gene as yeast writes them (Abf1p for ABF1).
        Protein,
        /// Without the number of a taxon in front (4932.YAL001C).
        Taxon,
        /// Without the number of a version or transcript behind (3098.1, 8639_AT1).
        Version,
        /// Without a text that all have in front or behind (lcl|…, …_YEAST).
        Prefix,
        Suffix,
    };
    Kind kind = Kind::Codes;
    /// Of Prefix and Suffix.
    std::string affix;

    /// The name read so; nothing if it does not have what this reading takes away.
    std::optional<std::string> apply(std::string_view name) const;
};

/// Finds the genes that the names of one file mean. A name that the catalogue knows means what it says there. Another
/// is read otherwise only as all names of the file allow: what is taken off in front or behind must be there on every
/// one of them, with more genes to be found without it than with it. Where two readings give two genes, none is taken.
class GeneMatcher
{
public:
    /// `names` are all names of the file (repeated ones do not matter). `genes` must outlive the matcher.
    GeneMatcher(const GeneCatalogue &genes, const std::vector<std::string> &names);

    NameMatch match(std::string_view name) const;
    GeneIndex gene(std::string_view name) const { return match(name).gene; }

    /// Says which readings were needed, and which names may mean several genes and therefore mean none.
    void report(const std::string &file, std::vector<Issue> &issues) const;

private:
    struct Use {
        std::size_t count = 0;
        std::string name;
        GeneIndex gene = -1;
    };

    GeneIndex exact(std::string_view name) const;
    void chooseReadings(const std::vector<std::string_view> &names);
    /// Adds the reading if every name has it and it finds at least `least` genes, and more than there are without.
    void tryAffix(NameReading reading, const std::vector<std::string_view> &names, std::size_t least);
    void tryTaxon(const std::vector<std::string_view> &names);

    const GeneCatalogue *genes_;
    std::vector<NameReading> readings_;
    bool codes_ = false;
    std::size_t exactCount_ = 0;
    /// By place in readings_.
    std::map<std::size_t, Use> uses_;
    std::size_t ambiguousCount_ = 0;
    std::vector<std::string> firstAmbiguous_;
};

} // namespace knockscape
