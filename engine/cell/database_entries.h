#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// What another database calls a reaction or metabolite: `collection` as identifiers.org names it, in lower case
/// ("bigg.reaction", "kegg.compound", "chebi").
struct DatabaseEntry {
    std::string collection;
    std::string id;

    bool operator==(const DatabaseEntry &) const = default;
};

/// An entry as annotations write it: "https://identifiers.org/kegg.reaction/R00771", "…/kegg.reaction:R00771" or
/// "urn:miriam:kegg.reaction:R00771"; nothing for any other text, and for one of unreasonable length.
std::optional<DatabaseEntry> entryOfResource(std::string_view resource);

/// Entries as one text, "kegg.reaction:R00771|bigg.reaction:PGI", and back. Each is there once, at most fifty are
/// kept; an entry without a collection or an id is left out.
std::string joinedEntries(const std::vector<DatabaseEntry> &entries);
std::vector<DatabaseEntry> splitEntries(std::string_view text);

} // namespace knockscape
