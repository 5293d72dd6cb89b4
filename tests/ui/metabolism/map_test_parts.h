#pragma once

#include "engine/cell/bundle.h"
#include "engine/maps/automatic_map.h"
#include "engine/maps/map_builder.h"
#include "engine/maps/map_file.h"
#include "engine/maps/reaction_sets.h"
#include "ui/metabolism/map_scene.h"

#include <QApplication>

#include <filesystem>
#include <memory>
#include <vector>

namespace knockscape::ui::tests
{

/// The shipped demo.
inline std::shared_ptr<const Cell> demoCell()
{
    std::vector<Issue> issues;
    return std::make_shared<Cell>(
        readCellBundle(std::filesystem::path(KNOCKSCAPE_RESOURCES_DIR) / "demo" / "central-metabolism.cell", issues));
}

/// The map that is drawn by itself of these reactions, in the cell.
inline MapScenePtr drawnScene(const std::shared_ptr<const Cell> &cell, const std::vector<std::int32_t> &reactions,
                              const Genotype &knockouts = {})
{
    LayoutHelper helper;
    const MainPairs pairs(cell->metabolism);
    AutomaticMaps maps = drawMaps(*cell, pairs, reactions, helper, {});
    MapMatch match = matchMap(maps.maps.front(), *cell);
    return makeMapScene(std::move(maps.maps.front()), std::move(match), cell, knockouts, QApplication::font());
}

inline std::vector<std::int32_t> reactionsOf(const Cell &cell, std::initializer_list<const char *> ids)
{
    std::vector<std::int32_t> rows;
    for (std::size_t row = 0; row < cell.metabolism.reactions.size(); ++row) {
        for (const char *id : ids) {
            if (cell.metabolism.reactions[row].id == id)
                rows.push_back(static_cast<std::int32_t>(row));
        }
    }
    return rows;
}

inline std::string numbered(const char *prefix, int number)
{
    std::string text(prefix);
    text += std::to_string(number);
    return text;
}

/// A map of `steps` squared metabolites in a square, each joined to the next by a reaction with a small node at its
/// side; no cell knows them.
inline MapDocument manyNodes(int steps)
{
    MapBuilder builder;
    std::int32_t before = -1;
    for (int i = 0; i < steps * steps; ++i) {
        const int row = i / steps;
        const int column = row % 2 == 0 ? i % steps : steps - 1 - i % steps;
        const MapPoint place{200.0 * column, 200.0 * row};
        const std::string id = numbered("m", i);
        const std::int32_t node = builder.addMetabolite(id, id, place, true);
        if (before >= 0) {
            const MapPoint last = builder.map().nodes[static_cast<std::size_t>(before)].position;
            const MapPoint middle{(last.x + place.x) / 2.0, (last.y + place.y) / 2.0};
            const std::int32_t reaction = builder.addReaction(numbered("r", i), numbered("reaction ", i));
            const std::int32_t mark = builder.addMarker(MapNodeKind::Midmarker, middle);
            const std::int32_t side = builder.addMetabolite("atp", "ATP", {middle.x + 40.0, middle.y + 50.0}, false);
            builder.addSegment(reaction, before, mark);
            builder.addSegment(reaction, mark, node);
            builder.addCurve(reaction, mark, {middle.x + 5.0, middle.y + 30.0}, {middle.x + 20.0, middle.y + 50.0},
                             side);
        }
        before = node;
    }
    return builder.finish();
}

} // namespace knockscape::ui::tests
