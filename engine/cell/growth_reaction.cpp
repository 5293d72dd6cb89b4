#include "engine/cell/growth_reaction.h"

#include "engine/core/text.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace knockscape
{
namespace
{

/// How much a text sounds like growth: 0 not at all.
int likeness(const std::string &text)
{
    const std::string lower = lowered(text);
    const auto has = [&](const char *word) { return lower.find(word) != std::string::npos; };
    return has("biomass") ? 3 : has("growth") ? 2 : lower == "bof" || lower == "bio" || lower == "biom" ? 1 : 0;
}

} // namespace

std::vector<std::string> growthCandidates(const Metabolism &metabolism)
{
    // Among those that sound alike the one that uses most metabolites: the others take biomass out of the cell.
    std::vector<std::tuple<int, std::size_t, std::string>> found;
    for (const Reaction &reaction : metabolism.reactions) {
        const int score = std::max(likeness(reaction.id), likeness(reaction.name));
        if (score > 0 && reaction.upperBound > 0.0) {
            found.emplace_back(-score, reaction.terms.size(), reaction.id);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
        return std::get<0>(a) != std::get<0>(b) ? std::get<0>(a) < std::get<0>(b) : std::get<1>(a) > std::get<1>(b);
    });
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), 5); ++i) {
        ids.push_back(std::get<2>(found[i]));
    }
    return ids;
}

bool hasObjective(const Metabolism &metabolism)
{
    return std::any_of(metabolism.reactions.begin(), metabolism.reactions.end(), [](const Reaction &reaction) {
        return std::isfinite(reaction.objective) && reaction.objective != 0.0;
    });
}

} // namespace knockscape
