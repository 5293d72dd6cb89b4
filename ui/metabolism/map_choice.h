#pragma once

#include "engine/cell/cell.h"
#include "engine/core/issue.h"
#include "engine/core/job_control.h"
#include "engine/maps/automatic_map.h"
#include "engine/maps/map_matching.h"

#include <QString>

#include <memory>
#include <vector>

namespace knockscape::ui
{

/// Which map a person wants to see.
struct MapChoice {
    enum class Kind { None, File, Pathway, Around, Lost, WithFlux, Route };
    Kind kind = Kind::None;
    /// Of a file its path, of a pathway its name.
    QString name;
    /// Around the knockout set: how many steps.
    int steps = 1;
    /// Ends of a route.
    QString from;
    QString to;

    bool operator==(const MapChoice &) const = default;
};

/// All that is needed to draw it, on any thread.
struct MapOrder {
    std::shared_ptr<const Cell> cell;
    MapChoice choice;
    Genotype knockouts;
    /// Of the reactions, where known: which way they run.
    std::vector<double> fluxes;
    double aspect = 1.4;
};

struct DrawnMap {
    MapDocument document;
    MapMatch match;
};

/// The maps of an order: several where there is too much for one.
struct MapAnswer {
    MapChoice choice;
    QString title;
    std::vector<DrawnMap> maps;
    std::vector<Issue> issues;
};

/// Draws and reads maps. Keeps the layout helper's process and what it found out about the cell. One thread at a time.
class MapWorkshop
{
public:
    /// Blocks. Throws InputError for what there is no map of, in words for a person, EngineError and Cancelled.
    MapAnswer draw(const MapOrder &order, const JobControl &control);

private:
    const MainPairs &pairsOf(const std::shared_ptr<const Cell> &cell);

    std::shared_ptr<const Cell> cell_;
    std::unique_ptr<MainPairs> pairs_;
    LayoutHelper helper_;
};

} // namespace knockscape::ui
