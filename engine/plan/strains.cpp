#include "engine/plan/strains.h"

#include <algorithm>

namespace knockscape
{

std::vector<Genotype> strainsOf(const Genotype &genotype)
{
    const auto genes = genotype.genes();
    std::vector<Genotype> strains;
    for (std::size_t subset = 1; subset < (std::size_t{1} << genes.size()); ++subset) {
        std::vector<GeneIndex> held;
        for (std::size_t i = 0; i < genes.size(); ++i) {
            if ((subset >> i & 1U) != 0) {
                held.push_back(genes[i]);
            }
        }
        strains.emplace_back(std::move(held));
    }
    std::stable_sort(strains.begin(), strains.end(), [](const Genotype &left, const Genotype &right) {
        return left.size() != right.size() ? left.size() < right.size() : left < right;
    });
    return strains;
}

std::string toText(StrainState state)
{
    return state == StrainState::Build ? "build" : state == StrainState::Freezer ? "freezer" : "measured";
}

} // namespace knockscape
