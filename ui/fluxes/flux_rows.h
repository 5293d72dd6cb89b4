#pragma once

#include "ui/session/flux_pair.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace knockscape::ui
{

/// Fluxes nearer to each other than this, in mmol/gDW/h, are the same; nearer to 0 they are none.
inline constexpr double sameFlux = 1e-6;

enum class FluxColumn { Reaction, Name, Equation, WildType, Knockout, Change, Range, Pathway, ColumnCount };

/// Which reactions a table of fluxes shows.
enum class FluxSelection { All, Changed, Carrying, Blocked };

/// Knockout minus wild type; NaN where the knockout has no fluxes.
double fluxChange(const FluxPair &pair, std::int32_t reaction);

bool isBlocked(const FluxPair &pair, std::int32_t reaction);

/// Whether the reaction is one of those; without fluxes only of all.
bool isSelected(const FluxPair *pair, std::int32_t reaction, FluxSelection which);

/// Whether all words of a filter occur in a text, whatever their case. `text` is in lower case.
bool holdsAllWords(const QString &text, const QStringList &words);

} // namespace knockscape::ui
