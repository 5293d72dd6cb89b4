#include "engine/cell/annotation_terms.h"

#include "engine/core/text.h"

#include <algorithm>
#include <map>
#include <utility>

namespace knockscape
{

std::vector<AnnotationTerm> annotationTerms(const GeneCatalogue &genes, std::size_t fewest)
{
    std::map<std::pair<std::string, std::string>, std::vector<GeneIndex>> found;
    const auto &columns = genes.annotationColumns();
    for (std::size_t index = 0; index < genes.size(); ++index) {
        const auto number = static_cast<GeneIndex>(index);
        const Gene &gene = genes[number];
        if (gene.essential.value_or(false)) {
            found[{"essential", "yes"}].push_back(number);
        }
        for (std::size_t column = 0; column < gene.annotations.size(); ++column) {
            for (const std::string_view term : split(gene.annotations[column], "|")) {
                auto &members = found[{columns.at(column), std::string(trimmed(term))}];
                if (members.empty() || members.back() != number) {
                    members.push_back(number);
                }
            }
        }
    }
    const std::size_t most = genes.size() * 9 / 10;
    std::vector<AnnotationTerm> terms;
    for (auto &[key, members] : found) {
        if (!key.second.empty() && members.size() >= fewest && members.size() <= most) {
            terms.push_back({key.first, key.second, std::move(members)});
        }
    }
    return terms;
}

} // namespace knockscape
