#include "engine/training/gene_profiles.h"

#include "engine/nn/profile_blocks.h"
#include "engine/training/principal_components.h"

#include <c10/core/GradMode.h>

#include <cmath>
#include <utility>

namespace knockscape
{

GeneProfiles mappedProfiles(const Cell &cell, std::int64_t components)
{
    const c10::NoGradGuard noGrad;
    GeneProfiles profiles;
    std::vector<at::Tensor> rows;
    std::int64_t columns = 0;
    for (const ProfileBlock &block : profileBlocks(cell)) {
        at::Tensor directions = block.centred() != nullptr ? principalDirections(*block.centred(), components)
                                                           : at::eye(block.inputs(), at::kFloat);
        const at::Tensor values = block.times(directions);
        const double square = values.square().sum(1).mean().item<double>();
        if (square > 0.0) {
            const double unit = 1.0 / std::sqrt(square);
            rows.push_back(values * unit);
            profiles.blocks.push_back({block.name(), directions * unit, columns});
            columns += values.size(1);
        }
    }
    if (rows.empty()) {
        return {};
    }
    const double scale = std::sqrt(static_cast<double>(columns) / static_cast<double>(rows.size()));
    profiles.rows = at::cat(rows, 1) * scale;
    for (ProfileMap &block : profiles.blocks) {
        block.directions *= scale;
    }
    return profiles;
}

at::Tensor geneProfiles(const Cell &cell, std::int64_t components)
{
    return mappedProfiles(cell, components).rows;
}

std::map<std::string, at::Tensor> blockMaps(const GeneProfiles &profiles, const at::Tensor &map)
{
    const c10::NoGradGuard noGrad;
    std::map<std::string, at::Tensor> maps;
    for (const ProfileMap &block : profiles.blocks) {
        const std::int64_t columns = block.directions.size(1);
        const at::Tensor rows = map.narrow(0, block.first, columns);
        const at::Tensor given = at::mm(profiles.rows.narrow(1, block.first, columns), rows);
        maps.emplace(block.block, at::cat({at::mm(block.directions, rows), blockSignature(given)}));
    }
    return maps;
}

} // namespace knockscape
