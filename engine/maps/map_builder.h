#pragma once

#include "engine/maps/map_document.h"

#include <cstdint>
#include <string>
#include <vector>

namespace knockscape
{

/// Puts a map together element by element and numbers the elements as Escher does: one row of numbers for all.
class MapBuilder
{
public:
    MapDocument &map() noexcept { return map_; }
    const MapDocument &map() const noexcept { return map_; }

    /// Each gives the place of the new element in its list.
    std::int32_t addMarker(MapNodeKind kind, const MapPoint &position);
    /// The label stands to the right of the disc.
    std::int32_t addMetabolite(const std::string &metabolite, const std::string &name, const MapPoint &position,
                               bool primary);
    std::int32_t addReaction(const std::string &reaction, const std::string &name);
    void addText(const std::string &text, const MapPoint &position);

    void addTerm(std::int32_t reaction, const std::string &metabolite, double coefficient);
    /// Unless the reaction has a gene of this id already.
    void addGene(std::int32_t reaction, const std::string &id, const std::string &name = {});

    /// A straight segment, or one with these control points.
    void addSegment(std::int32_t reaction, std::int32_t from, std::int32_t to);
    void addCurve(std::int32_t reaction, std::int32_t from, const MapPoint &control1, const MapPoint &control2,
                  std::int32_t to);
    /// A line that bends: one bend is rounded off, several are markers of their own with straight lines between.
    void addLine(std::int32_t reaction, std::int32_t from, const std::vector<MapPoint> &bends, std::int32_t to);

    /// The map, with a canvas around it.
    MapDocument finish();

private:
    std::string nextId() { return std::to_string(++lastId_); }
    MapReaction &reactionAt(std::int32_t reaction) { return map_.reactions[static_cast<std::size_t>(reaction)]; }
    const MapPoint &placeOf(std::int32_t node) const { return map_.nodes[static_cast<std::size_t>(node)].position; }

    MapDocument map_;
    std::uint64_t lastId_ = 0;
};

} // namespace knockscape
