#pragma once

#include "engine/cell/cell.h"
#include "engine/layout/subgraph.h"

#include <QString>

namespace knockscape::ui
{

/// What hovering over a node says: full names, what it is, how connected it is in the whole cell. Rich text.
QString nodeTooltip(const Cell &cell, const SubgraphNode &node);

/// A person's word for an edge type: "physical", "regulatory", "substrate"; other types as they are.
QString edgeTypeText(const QString &type);

/// "12 of 240 neighbours shown", with what else was left out; "Neighbours: 7" when all are shown.
QString captionText(const Subgraph &graph);

/// A line for the tooltip of a reaction that the deletions leave without an enzyme.
QString blockedTooltip();

} // namespace knockscape::ui
