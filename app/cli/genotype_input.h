#pragma once

#include "engine/cell/knockout_list.h"

#include <filesystem>
#include <string>
#include <vector>

namespace knockscape::cli
{

/// Reads the genotypes of `--knockouts FILE` or, where that is empty, of `--genes "A B;C D"`. Without `keepGoing`
/// every name that did not resolve is thrown together as one InputError; with it the entries carry their issues.
std::vector<KnockoutEntry> readGenotypes(const std::filesystem::path &knockouts, const std::string &genes,
                                         const GeneCatalogue &catalogue, bool keepGoing);

} // namespace knockscape::cli
