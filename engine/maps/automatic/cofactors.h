#pragma once

#include "engine/cell/metabolism.h"

#include <cstdint>
#include <string>

namespace knockscape
{

/// What a metabolite usually does in a reaction that has others.
enum class MetaboliteRole : std::uint8_t {
    Substance, ///< it is what the reaction is about
    Donor,     ///< gives or takes a group (glutamate, acetyl-CoA); on the line where there is nothing better
    Folate,    ///< carries one carbon
    Carrier,   ///< carries an acyl group (coenzyme A, ACP, lipoamide, glutathione)
    Currency   ///< water, protons, phosphates, nucleotides, electron carriers
};

/// The id of a metabolite without prefix and compartment, in lower case: "atp" of "M_atp_c", "atp[c]" and "atp_c0".
std::string plainMetaboliteId(const Metabolite &metabolite);

/// A metabolite's role by its id of BiGG or its name; both in their usual spellings ("nadp_c", "NADP(+)").
MetaboliteRole metaboliteRole(const Metabolite &metabolite);

/// The name under which a cofactor is known here ("nadh" for "NADH [cytoplasm]" and "nadh_c"); empty for others.
std::string cofactorName(const Metabolite &metabolite);

/// Whether two cofactors are the two forms of one ("nadh" and "nad"): a reaction that has both turns one into the
/// other, but is not about it.
bool areCouple(const std::string &a, const std::string &b);

} // namespace knockscape
