#pragma once

#include "engine/cell/cell.h"

#include <QString>

namespace knockscape::ui
{

/// Why the reaction needs genes, in words: "any of HXK1, HXK2 or GLK1", "ATP1 and ATP2 together"; complexes among
/// alternatives in parentheses. Empty for a reaction without a rule.
QString reactionRule(const GeneCatalogue &genes, const Reaction &reaction);

} // namespace knockscape::ui
