#pragma once

#include "engine/core/genotype.h"
#include "engine/core/issue.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

class GeneCatalogue;

/// True if a spreadsheet writes a date like this ("1-Mar", "Sep-02", "01.03.2021", "2001-03-01"): what it makes of
/// MARCH1 or SEPT2 (Ziemann et al. 2016). Worm genes such as sep-1 are none.
bool isSpreadsheetDate(std::string_view text);

/// The gene names that a spreadsheet may have turned into this date or its serial number (44256), likeliest first;
/// empty if there are none.
std::vector<std::string> namesBehindDate(std::string_view text);

/// The genes of the cell that a date, or its serial number where ids are no numbers themselves, may have been. For a
/// person to choose from, never to be taken.
std::vector<GeneIndex> genesBehindDate(const GeneCatalogue &genes, std::string_view text);

/// True for a name in which a spreadsheet saw a number ("2.31E+19" for 2310009E13).
bool isSpreadsheetNumber(std::string_view text);

/// Watches the gene names of one file for what spreadsheets make of them: such a name means no gene, and which one it
/// meant is for a person to say.
class SpreadsheetNames
{
public:
    /// Looks at a name that stands on `line`.
    void look(std::string_view name, std::size_t line);
    /// Counts a name that means a gene.
    void pass() noexcept { ++total_; }

    /// A warning each for dates and numbers, with the first places and the names that were perhaps meant; of these the
    /// ones that `genes` knows where it knows some. Serial numbers count only where most names are no
    /// numbers.
    void report(const std::string &file, const GeneCatalogue &genes, std::vector<Issue> &issues) const;

private:
    struct Found {
        std::string name;
        std::size_t line = 0;
    };
    struct Kind {
        std::size_t count = 0;
        std::vector<Found> first;

        void add(std::string_view name, std::size_t line);
        std::string listed(const GeneCatalogue &genes) const;
    };

    std::size_t total_ = 0;
    std::size_t numeric_ = 0;
    Kind dates_;
    Kind serials_;
    Kind numbers_;
};

} // namespace knockscape
