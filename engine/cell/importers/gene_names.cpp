#include "engine/cell/importers/gene_names.h"

#include "engine/core/text.h"

#include <array>

namespace knockscape
{

NamesMeaning geneOfNames(const GeneCatalogue &genes, const std::vector<std::string> &names)
{
    // By rank: id, standard name, anything else.
    std::array<NamesMeaning, 3> found;
    for (const std::string &name : names) {
        const GeneIndex gene = genes.resolve(name, GeneCatalogue::Suggestions::Omit).gene;
        if (name.empty() || gene < 0) {
            continue;
        }
        const std::string lower = lowered(name);
        NamesMeaning &meaning = found[lowered(genes[gene].id) == lower     ? 0
                                      : lowered(genes[gene].name) == lower ? 1
                                                                           : 2];
        meaning.conflicting = meaning.conflicting || (meaning.gene >= 0 && meaning.gene != gene);
        meaning.gene = gene;
    }
    for (const NamesMeaning &meaning : found) {
        if (meaning.gene >= 0) {
            return meaning.conflicting ? NamesMeaning{-1, true} : meaning;
        }
    }
    return {};
}

} // namespace knockscape
