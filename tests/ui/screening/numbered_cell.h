#pragma once

#include "engine/cell/cell.h"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace knockscape::ui::tests
{

/// A cell of genes G0, G1, … and nothing else.
inline std::shared_ptr<const Cell> numberedCell(std::size_t genes)
{
    std::vector<Gene> made(genes);
    for (std::size_t gene = 0; gene < genes; ++gene) {
        made[gene].id = std::to_string(gene).insert(0, 1, 'G');
    }
    auto cell = std::make_shared<Cell>();
    cell->genes = GeneCatalogue(std::move(made));
    return cell;
}

} // namespace knockscape::ui::tests
