#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/core/issue.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// One name a person typed or a file holds, and what it means.
struct KnockoutName {
    std::string text;
    NameResolution resolution;
};

/// One line of a knockout list. `genotype` holds what resolved; `issues` is empty if all of it did.
struct KnockoutEntry {
    /// 1-based line, and "file:line" for messages.
    std::size_t line = 0;
    std::string where;
    std::vector<KnockoutName> names;
    Genotype genotype;
    std::vector<Issue> issues;
};

/// Parses a knockout list (contract: one genotype a line; names separated by blanks, commas or semicolons; `#`
/// comments; empty lines skipped; `WT` the wild type; or a CSV/TSV with a `knockouts` column, recognised by its
/// header). Names never throw: every entry says what resolved. A text that is not UTF-8 throws InputError.
std::vector<KnockoutEntry> parseKnockoutList(std::string_view text, const GeneCatalogue &genes,
                                             const std::string &where);

/// The same for a file. Throws InputError when it cannot be read.
std::vector<KnockoutEntry> readKnockoutList(const std::filesystem::path &path, const GeneCatalogue &genes);

/// Genotypes as on the command line, "A B;C D": genotypes separated by semicolons.
std::vector<KnockoutEntry> parseKnockoutArgument(std::string_view text, const GeneCatalogue &genes);

} // namespace knockscape
