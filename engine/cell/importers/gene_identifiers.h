#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// The names of a gene or protein in an entry of one of the databases of identifiers.org that are about them
/// ("ncbigene", "3098"); of kegg.genes ("eco:b0001") also what stands behind the organism. None for databases of other
/// things, or in which genes have no names of their own.
std::vector<std::string> namesFromIdentifier(std::string_view collection, std::string_view identifier);

/// The same for a resource as annotations write it: "https://identifiers.org/ncbigene/3098", "…/ncbigene:3098" or
/// "urn:miriam:ncbigene:3098".
std::vector<std::string> namesFromResource(std::string_view resource);

} // namespace knockscape
