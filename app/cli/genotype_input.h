#pragma once

#include "app/cli/command.h"
#include "engine/cell/knockout_list.h"

#include <filesystem>
#include <string>
#include <vector>

namespace knockscape::cli
{

/// The entries, or one InputError with the issues of all of them: nothing is dropped in silence.
std::vector<KnockoutEntry> resolvedEntries(std::vector<KnockoutEntry> entries);

/// Reads a knockout list, tells how its text was read, and throws where names did not resolve.
std::vector<KnockoutEntry> readResolvedList(const Context &context, const std::filesystem::path &list,
                                            const GeneCatalogue &catalogue);

/// Reads the genotypes of `--knockouts FILE` or, where that is empty, of `--genes "A B;C D"`. Without `keepGoing`
/// every name that did not resolve is thrown together as one InputError; with it the entries carry their issues.
std::vector<KnockoutEntry> readGenotypes(const Context &context, const std::filesystem::path &knockouts,
                                         const std::string &genes, const GeneCatalogue &catalogue, bool keepGoing);

/// One genotype whose genes may be divided by semicolons too, as tables write them; empty or WT: the wild type.
Genotype readGenotype(const Context &context, std::string genes, const GeneCatalogue &catalogue);

} // namespace knockscape::cli
