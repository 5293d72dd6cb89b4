#include "engine/cell/metabolism.h"

#include "engine/cell/gene_catalogue.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace knockscape
{

bool Reaction::blockedBy(const Genotype &genotype) const
{
    if (!rule.formula.empty() && !isozymes.empty()) {
        return !ruleHolds(rule.formula, [&](std::size_t place) {
            const GeneIndex gene = isozymes.front()[place];
            return gene < 0 || !genotype.contains(gene);
        });
    }
    const auto broken = [&](const std::vector<GeneIndex> &isozyme) {
        return std::any_of(isozyme.begin(), isozyme.end(),
                           [&](GeneIndex gene) { return gene >= 0 && genotype.contains(gene); });
    };
    return !isozymes.empty() && std::all_of(isozymes.begin(), isozymes.end(), broken);
}

std::vector<std::string> Metabolism::bindGenes(const GeneCatalogue &genes)
{
    std::vector<std::string> unknown;
    std::unordered_map<std::string, GeneIndex> known;
    const auto bind = [&](const std::string &name) {
        const auto [entry, isNew] = known.try_emplace(name, -1);
        if (isNew) {
            entry->second = genes.resolve(name, GeneCatalogue::Suggestions::Omit).gene;
            if (entry->second < 0) {
                unknown.push_back(name);
            }
        }
        return entry->second;
    };
    for (Reaction &reaction : reactions) {
        reaction.isozymes.clear();
        for (const std::vector<std::string> &alternative : reaction.rule.alternatives) {
            std::vector<GeneIndex> &isozyme = reaction.isozymes.emplace_back();
            std::transform(alternative.begin(), alternative.end(), std::back_inserter(isozyme), bind);
        }
    }
    return unknown;
}

} // namespace knockscape
