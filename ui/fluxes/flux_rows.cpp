#include "ui/fluxes/flux_rows.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace knockscape::ui
{

double fluxChange(const FluxPair &pair, std::int32_t reaction)
{
    const auto at = static_cast<std::size_t>(reaction);
    return at < pair.knockout.size() && at < pair.wildType.size() ? pair.knockout[at] - pair.wildType[at]
                                                                  : std::numeric_limits<double>::quiet_NaN();
}

bool isBlocked(const FluxPair &pair, std::int32_t reaction)
{
    return std::binary_search(pair.blockedReactions.begin(), pair.blockedReactions.end(), reaction);
}

bool isSelected(const FluxPair *pair, std::int32_t reaction, FluxSelection which)
{
    if (which == FluxSelection::All) {
        return true;
    }
    const auto at = static_cast<std::size_t>(reaction);
    if (pair == nullptr || at >= pair->wildType.size()) {
        return false;
    }
    switch (which) {
    case FluxSelection::Changed: // everything has, where the knockout has no fluxes
        return pair->knockout.empty() ? std::abs(pair->wildType[at]) > sameFlux
                                      : std::abs(fluxChange(*pair, reaction)) > sameFlux;
    case FluxSelection::Carrying:
        return std::abs(pair->wildType[at]) > sameFlux ||
               (at < pair->knockout.size() && std::abs(pair->knockout[at]) > sameFlux);
    default:
        return isBlocked(*pair, reaction);
    }
}

bool holdsAllWords(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&text](const QString &word) { return text.contains(word); });
}

} // namespace knockscape::ui
