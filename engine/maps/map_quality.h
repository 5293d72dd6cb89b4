#pragma once

#include "engine/cell/cell.h"
#include "engine/core/job_control.h"
#include "engine/layout/layout_helper.h"
#include "engine/maps/map_document.h"

#include <cstddef>

namespace knockscape
{

/// How well a map is drawn.
struct MapQuality {
    std::size_t reactions = 0;
    std::size_t segments = 0;
    /// Pairs of segments of different reactions without a common node that cut each other (curves as eight chords).
    std::size_t crossings = 0;
    /// Width over height of the places of all nodes.
    double aspect = 1.0;
    /// Pairs of boxes that cover each other: discs with their names, and names of reactions with their genes.
    std::size_t overlaps = 0;

    double crossingsPerSegment() const
    {
        return static_cast<double>(crossings) / static_cast<double>(segments > 0 ? segments : 1);
    }
};

/// Of a map that was drawn automatically from `cell`, whose names it shows.
MapQuality mapQuality(const MapDocument &map, const Cell &cell);

/// Quality and time over all pathways of a cell.
struct MapBenchmark {
    std::size_t maps = 0;
    double medianCrossings = 0.0;
    double medianAspect = 0.0;
    double medianSeconds = 0.0;
    double slowestSeconds = 0.0;
    std::size_t overlaps = 0;
};

/// Draws every pathway of the cell. Throws as drawMaps() does.
MapBenchmark measureMaps(const Cell &cell, LayoutHelper &helper, const JobControl &control);

} // namespace knockscape
