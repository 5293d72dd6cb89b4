// SPDX-License-Identifier: MIT
// Copyright (c) 2026 the Knockscape authors. See app/layout/LICENSE.
#pragma once

#include "engine/layout/layout_protocol.h"

namespace knockscape
{

/// Places the nodes and routes the edges with Graphviz. Nothing is drawn.
///
/// An engine that would take too long on a graph of this size is replaced by sfdp (LayoutResult::engine says which was
/// used), and edges of a large graph are straight. The same request gives the same answer (to a hundredth of a point).
/// When Graphviz fails the result holds only `error`. Graphviz keeps global state: one call at a time in a process.
LayoutResult layOut(const LayoutRequest &request);

/// The engine that layOut() will use for this request.
std::string affordableEngine(const LayoutRequest &request);

} // namespace knockscape
