#include "engine/cell/cell.h"

#include <algorithm>

namespace knockscape
{

const GeneNetwork *Cell::findNetwork(const std::string &type) const
{
    const auto found = std::find_if(networks.begin(), networks.end(),
                                    [&](const GeneNetwork &network) { return network.type() == type; });
    return found == networks.end() ? nullptr : &*found;
}

} // namespace knockscape
