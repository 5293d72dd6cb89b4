#include "engine/maps/automatic/reaction_block.h"

#include "engine/maps/automatic/map_text.h"

#include <algorithm>

namespace knockscape
{
namespace
{

/// From the line to the side nodes, from one to the next, and from the place where they join to the first.
constexpr double sideArm = 62.0;
constexpr double sidePitch = 28.0;
constexpr double sideRise = 24.0;
constexpr double bareEnd = 16.0;
constexpr double middleLength = 30.0;
constexpr double blockMargin = 8.0;

/// How many of `count` side nodes stand left of the line: all of one or two.
std::size_t leftOf(std::size_t count)
{
    return count <= 2 ? count : (count + 1) / 2;
}

} // namespace

ReactionBlock reactionBlock(const Cell &cell, const ReactionPlan &plan)
{
    const Reaction &reaction = cell.metabolism.reactions[static_cast<std::size_t>(plan.reaction)];
    ReactionBlock block;
    block.name = shortReactionName(reaction);
    block.genes = shortGenes(reaction, cell.genes);
    block.labelHeight = MapSizes::reactionText + 4.0 + (block.genes.empty() ? 0.0 : MapSizes::geneText + 3.0);
    const auto length = [](std::size_t count) {
        return count == 0 ? bareEnd : sideRise + 2.0 + sidePitch * static_cast<double>(leftOf(count));
    };
    const std::size_t substrates = plan.sideSubstrates.size();
    const std::size_t products = plan.sideProducts.size();
    const bool rightToo = substrates > 2 || products > 2;
    const bool bare = substrates == 0 && products == 0;
    double middle = rightToo ? std::max(middleLength, block.labelHeight + 10.0) : middleLength;
    middle = bare ? std::max(middle, block.labelHeight - 10.0) : middle;
    block.joins = length(substrates);
    block.leaves = block.joins + middle;
    block.middle = (block.joins + block.leaves) / 2.0;
    block.height = block.leaves + length(products);
    block.left = MapSizes::sideRadius;
    block.right = reactionLabelGap + std::max(mapTextWidth(block.name, MapSizes::reactionText),
                                              mapTextWidth(block.genes, MapSizes::geneText));
    for (const bool isSubstrate : {true, false}) {
        const std::vector<std::int32_t> &side = isSubstrate ? plan.sideSubstrates : plan.sideProducts;
        const std::size_t left = leftOf(side.size());
        for (std::size_t i = 0; i < side.size(); ++i) {
            const bool isLeft = i < left;
            const double rise = sideRise + sidePitch * static_cast<double>(isLeft ? i : i - left);
            block.sides.push_back(
                {side[i],
                 {isLeft ? -sideArm : sideArm, isSubstrate ? block.joins - rise : block.leaves + rise},
                 isSubstrate});
            const Metabolite &metabolite = cell.metabolism.metabolites[static_cast<std::size_t>(side[i])];
            double &room = isLeft ? block.left : block.right;
            room = std::max(room, sideArm + MapSizes::sideRadius + MapSizes::labelGap +
                                      mapTextWidth(shortMetaboliteName(metabolite), MapSizes::sideText));
        }
    }
    block.left += blockMargin;
    block.right += blockMargin;
    return block;
}

MetaboliteBlock metaboliteBlock(const Metabolite &metabolite)
{
    return {MapSizes::primaryRadius + blockMargin,
            MapSizes::primaryRadius + MapSizes::labelGap + blockMargin +
                mapTextWidth(shortMetaboliteName(metabolite), MapSizes::primaryText),
            2.0 * MapSizes::primaryRadius + 14.0};
}

} // namespace knockscape
