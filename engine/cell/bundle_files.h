#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace knockscape::bundle
{

/// Names inside a cell bundle (contract: "Cell bundle").
inline constexpr const char *description = "cell.json";
inline constexpr const char *genes = "genes.tsv";
inline constexpr const char *metabolites = "metabolites.tsv";
inline constexpr const char *reactions = "reactions.tsv";
inline constexpr const char *stoichiometry = "stoichiometry.tsv";
inline constexpr const char *features = "features.safetensors";
inline constexpr const char *interactions = "interactions";
inline constexpr const char *formatName = "knockscape-cell";
inline constexpr int formatVersion = 1;

/// "interactions/TYPE.tsv".
std::string interactionFile(const std::string &type);

/// True if `type` can name an interaction file: letters, digits, blanks and _ . - + only, not beginning with a dot or
/// blank, at most 100 characters. Anything else could lead out of the bundle.
bool isInteractionType(std::string_view type) noexcept;

/// SHA-256 over the names and SHA-256 of a bundle's files, in order of name: Cell::sha256.
std::string combinedSha256(const std::map<std::string, std::string> &sha256OfFiles);

/// True if `folder` holds a cell.json that says it is a cell bundle.
bool isBundle(const std::filesystem::path &folder);

} // namespace knockscape::bundle
