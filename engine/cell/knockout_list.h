#pragma once

#include "engine/cell/genotype_reader.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// Parses a knockout list (contract: one genotype a line, as GenotypeReader reads it; `#` comments; empty lines
/// skipped; or a CSV/TSV with a `knockouts` column, recognised by its header; or a table of genes or a list under a
/// heading, see knockoutHeader()). A spreadsheet's line `sep=;` at the
/// start is skipped. Names never throw: every entry says what resolved. How the text was read (its encoding, lines
/// above a header) goes to `issues`. What is no text throws InputError.
std::vector<KnockoutEntry> parseKnockoutList(std::string_view text, const GeneCatalogue &genes,
                                             const std::string &where, std::vector<Issue> &issues);

/// The same for a file. Throws InputError when it cannot be read.
std::vector<KnockoutEntry> readKnockoutList(const std::filesystem::path &path, const GeneCatalogue &genes,
                                            std::vector<Issue> &issues);

/// Genotypes as on the command line, "A B;C D": genotypes separated by semicolons.
std::vector<KnockoutEntry> parseKnockoutArgument(std::string_view text, const GeneCatalogue &genes);

} // namespace knockscape
