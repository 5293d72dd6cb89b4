#include "engine/maps/escher.h"
#include "engine/maps/map_file.h"
#include "tests/fuzz/fuzz_input.h"

#include <cmath>

using namespace knockscape;

/// Any map that is read can be drawn, and is written as a map that is read again with as many elements.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::expectInputErrors([&] {
        std::vector<Issue> issues;
        const MapDocument map = readMap(fuzz::text(data, size), "map", issues);
        const auto nodes = static_cast<std::int32_t>(map.nodes.size());
        for (const MapReaction &reaction : map.reactions) {
            fuzz::require(std::isfinite(reaction.label.x) && std::isfinite(reaction.label.y));
            for (const MapSegment &segment : reaction.segments) {
                fuzz::require(segment.from >= 0 && segment.from < nodes && segment.to >= 0 && segment.to < nodes);
            }
        }
        const MapBox box = drawnBox(map);
        fuzz::require(std::isfinite(box.width) && std::isfinite(box.height) && map.canvas.width > 0.0);
        const MapDocument again = readMap(writeEscherMap(map), "again", issues);
        fuzz::require(again.nodes.size() == map.nodes.size() && again.reactions.size() == map.reactions.size());
    });
    return 0;
}
