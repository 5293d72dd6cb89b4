#pragma once

#include "engine/cell/gene_catalogue.h"

#include <utility>
#include <vector>

namespace knockscape::fuzz
{

/// A small catalogue whose names the seeds use.
inline const GeneCatalogue &smallCatalogue()
{
    static const GeneCatalogue genes = [] {
        std::vector<Gene> list;
        for (const auto &[id, name] : {std::pair("YAL001C", "TFC3"), std::pair("YGL234W", "ADE5,7"),
                                       std::pair("YBR058C-A", "TSC3"), std::pair("A", "B"), std::pair("C", "")}) {
            Gene gene;
            gene.id = id;
            gene.name = name;
            gene.aliases = {"alias"};
            list.push_back(std::move(gene));
        }
        return GeneCatalogue(std::move(list));
    }();
    return genes;
}

} // namespace knockscape::fuzz
