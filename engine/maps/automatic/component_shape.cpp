#include "engine/maps/automatic/component_shape.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace knockscape
{
namespace
{

constexpr double straightGap = 14.0;
constexpr double sidestep = 6.0;
constexpr double bandGap = 40.0;
/// How far below both bands a line turns round.
constexpr double turnDepth = 90.0;
constexpr double turnMargin = 12.0;

/// The room of a metabolite or a block.
struct ShapeBox {
    MapBox box;
    std::int32_t metabolite = -1;
    std::size_t plan = 0;
};

std::vector<ShapeBox> boxesOf(const PlacedComponent &component)
{
    std::vector<ShapeBox> boxes;
    for (const auto &[metabolite, place] : component.metabolites) {
        const MetaboliteBlock &block = component.metaboliteBlocks.at(metabolite);
        boxes.push_back({{place.x - block.left, place.y - block.height / 2.0, block.left + block.right, block.height},
                         metabolite,
                         0});
    }
    for (std::size_t i = 0; i < component.places.size(); ++i) {
        const ReactionBlock &block = component.blocks[i];
        boxes.push_back(
            {{component.places[i].x - block.left, component.places[i].y, block.left + block.right, block.height},
             -1,
             i});
    }
    return boxes;
}

struct Gap {
    double top = 0.0;
    double bottom = 0.0;
};

/// Heights at which no box lies, from top to bottom.
std::vector<Gap> gapsOf(const std::vector<ShapeBox> &boxes)
{
    std::vector<std::pair<double, double>> spans;
    for (const ShapeBox &box : boxes) {
        spans.emplace_back(box.box.y, box.box.bottom());
    }
    std::sort(spans.begin(), spans.end());
    std::vector<Gap> gaps;
    double bottom = spans.empty() ? 0.0 : spans.front().second;
    for (const auto &[top, end] : spans) {
        if (top > bottom + 1.0) {
            gaps.push_back({bottom, top});
        }
        bottom = std::max(bottom, end);
    }
    return gaps;
}

MapPoint onLine(const PlacedLine &line, std::size_t piece, double t)
{
    const auto at = line.points.begin() + static_cast<std::ptrdiff_t>(3 * piece);
    return pointOn({at[0], at[1], at[2], at[3]}, t);
}

/// How far a line moves to the side between two heights.
double sidestepOf(const PlacedLine &line, const Gap &gap)
{
    double left = std::numeric_limits<double>::infinity();
    double right = -left;
    for (std::size_t piece = 0; 3 * piece + 3 < line.points.size(); ++piece) {
        for (int i = 0; i <= 12; ++i) {
            const MapPoint point = onLine(line, piece, i / 12.0);
            if (point.y >= gap.top - 1.0 && point.y <= gap.bottom + 1.0) {
                left = std::min(left, point.x);
                right = std::max(right, point.x);
            }
        }
    }
    return right > left ? right - left : 0.0;
}

bool crosses(const PlacedLine &line, double y)
{
    return !line.points.empty() && line.points.front().y < y && line.points.back().y > y;
}

/// A place to cut: the gap, and the only line that leads through it.
struct Cut {
    double y = 0.0;
    std::size_t line = 0;
};

std::vector<Cut> cutsOf(const PlacedComponent &component, const std::vector<ShapeBox> &boxes)
{
    std::vector<Cut> cuts;
    for (const Gap &gap : gapsOf(boxes)) {
        const double y = (gap.top + gap.bottom) / 2.0;
        std::vector<std::size_t> through;
        for (std::size_t i = 0; i < component.lines.size(); ++i) {
            if (crosses(component.lines[i], y)) {
                through.push_back(i);
            }
        }
        if (through.size() != 1) {
            continue;
        }
        const PlacedLine &line = component.lines[through.front()];
        // The ends must be free downwards and upwards, to the gap.
        const bool isFree = std::none_of(boxes.begin(), boxes.end(), [&](const ShapeBox &box) {
            const bool own = box.metabolite >= 0 ? box.metabolite == line.metabolite : box.plan == line.plan;
            const MapPoint &end = box.box.y > y ? line.points.back() : line.points.front();
            const MapBox way = {end.x - turnMargin, std::min(end.y, y), 2.0 * turnMargin, std::abs(end.y - y)};
            return !own && box.box.overlaps(way);
        });
        if (isFree && line.points.size() == 4) {
            cuts.push_back({y, through.front()});
        }
    }
    return cuts;
}

/// The cuts nearest to equal bands; empty if one is too far.
std::vector<Cut> chosenCuts(const std::vector<Cut> &cuts, double height, std::size_t bands)
{
    std::vector<Cut> chosen;
    const double band = height / static_cast<double>(bands);
    for (std::size_t i = 1; i < bands; ++i) {
        const double wanted = band * static_cast<double>(i);
        const auto nearest = std::min_element(cuts.begin(), cuts.end(), [&](const Cut &a, const Cut &b) {
            return std::abs(a.y - wanted) < std::abs(b.y - wanted);
        });
        if (nearest == cuts.end() || std::abs(nearest->y - wanted) > 0.35 * band ||
            (!chosen.empty() && nearest->y <= chosen.back().y)) {
            return {};
        }
        chosen.push_back(*nearest);
    }
    return chosen;
}

/// Which band a height lies in.
std::size_t bandOf(const std::vector<Cut> &cuts, double y)
{
    return static_cast<std::size_t>(std::count_if(cuts.begin(), cuts.end(), [&](const Cut &cut) { return cut.y < y; }));
}

struct Band {
    MapBox box;
    bool any = false;
    /// Where its left side goes, and the height that its lower (or, upside down, upper) end goes to.
    double left = 0.0;

    void add(const MapBox &part)
    {
        box = any ? united(box, part) : part;
        any = true;
    }
};

/// Moves everything to its band.
class Folding
{
public:
    Folding(PlacedComponent &component, std::vector<Cut> cuts)
        : component_(component), cuts_(std::move(cuts)), bands_(cuts_.size() + 1)
    {
    }

    void fold(const std::vector<ShapeBox> &boxes)
    {
        for (const ShapeBox &box : boxes) {
            bands_[bandOf(cuts_, box.box.centre().y)].add(box.box);
        }
        for (std::size_t i = 0; i < component_.lines.size(); ++i) {
            if (!isCut(i)) {
                for (const MapPoint &point : component_.lines[i].points) {
                    bands_[bandOf(cuts_, point.y)].add({point.x, point.y, 0.0, 0.0});
                }
            }
        }
        double left = 0.0;
        for (Band &band : bands_) {
            band.left = left;
            left += band.box.width + bandGap;
            tallest_ = std::max(tallest_, band.box.height);
        }
        moveLines();
        for (auto &[metabolite, place] : component_.metabolites) {
            place = moved(place, bandOf(cuts_, place.y));
        }
        moveBlocks();
        for (const Cut &cut : cuts_) {
            turn(component_.lines[cut.line]);
        }
        const bool turnsBelow = !cuts_.empty();
        const bool turnsAbove = cuts_.size() > 1;
        shift(turnsAbove ? turnDepth : 0.0);
        component_.width = left - bandGap;
        component_.height = tallest_ + (turnsBelow ? turnDepth : 0.0) + (turnsAbove ? turnDepth : 0.0);
    }

private:
    bool isCut(std::size_t line) const
    {
        return std::any_of(cuts_.begin(), cuts_.end(), [&](const Cut &cut) { return cut.line == line; });
    }

    static bool isTurned(std::size_t band) { return band % 2 == 1; }

    MapPoint moved(const MapPoint &point, std::size_t band) const
    {
        const MapBox &box = bands_[band].box;
        const double x = point.x - box.x + bands_[band].left;
        // Ends that a line turns round at lie at the same height: bottoms of the first two, tops of the next two …
        return {x, isTurned(band) ? tallest_ - (point.y - box.y) : tallest_ - (box.bottom() - point.y)};
    }

    void moveLines()
    {
        for (std::size_t i = 0; i < component_.lines.size(); ++i) {
            PlacedLine &line = component_.lines[i];
            const std::size_t band = bandOf(cuts_, component_.places[line.plan].y);
            for (MapPoint &point : line.points) {
                point = moved(point, isCut(i) ? bandOf(cuts_, point.y) : band);
            }
            if (isTurned(band) && !isCut(i)) {
                std::reverse(line.points.begin(), line.points.end());
            }
        }
    }

    void moveBlocks()
    {
        for (std::size_t i = 0; i < component_.places.size(); ++i) {
            MapPoint &place = component_.places[i];
            const std::size_t band = bandOf(cuts_, place.y);
            if (isTurned(band)) {
                // Its lower end becomes the upper one.
                place = moved({place.x, place.y + component_.blocks[i].height}, band);
                component_.plans[i].upwards = !component_.plans[i].upwards;
            } else {
                place = moved(place, band);
            }
        }
    }

    /// A line that was cut: from one band's end round to the other's.
    void turn(PlacedLine &line) const
    {
        // Before folding it ran downwards: from the metabolite or from the block.
        const bool wasFromMetabolite =
            line.fromMetabolite(component_.plans[line.plan]) != isTurned(bandAfter(component_.places[line.plan].x));
        MapPoint start = line.points.front();
        MapPoint end = line.points.back();
        if (!wasFromMetabolite) {
            std::swap(start, end);
        }
        const bool below = start.y + end.y > tallest_;
        const double y = below ? std::max(start.y, end.y) + turnDepth : std::min(start.y, end.y) - turnDepth;
        line.points = {start, {start.x, y}, {end.x, y}, end};
        line.turnsRound = true;
    }

    std::size_t bandAfter(double x) const
    {
        std::size_t band = 0;
        while (band + 1 < bands_.size() && x >= bands_[band + 1].left) {
            ++band;
        }
        return band;
    }

    void shift(double down)
    {
        for (auto &[metabolite, place] : component_.metabolites) {
            place.y += down;
        }
        for (MapPoint &place : component_.places) {
            place.y += down;
        }
        for (PlacedLine &line : component_.lines) {
            for (MapPoint &point : line.points) {
                point.y += down;
            }
        }
    }

    PlacedComponent &component_;
    std::vector<Cut> cuts_;
    std::vector<Band> bands_;
    double tallest_ = 0.0;
};

} // namespace

void closeGaps(PlacedComponent &component)
{
    const std::vector<ShapeBox> boxes = boxesOf(component);
    // Heights below each of these move up by so much, all together.
    std::vector<std::pair<Gap, double>> closed;
    for (const Gap &gap : gapsOf(boxes)) {
        const bool straight = std::all_of(component.lines.begin(), component.lines.end(),
                                          [&](const PlacedLine &line) { return sidestepOf(line, gap) < sidestep; });
        const double spare = gap.bottom - gap.top - straightGap;
        // The edge of a frame keeps its distance.
        const bool frameBetween = component.frames.size() > 1;
        if (straight && spare > 0.0 && !frameBetween) {
            closed.emplace_back(gap, spare);
        }
    }
    const auto move = [&](MapPoint &point) {
        double up = 0.0;
        for (const auto &[gap, spare] : closed) {
            up += spare * std::clamp((point.y - gap.top) / (gap.bottom - gap.top), 0.0, 1.0);
        }
        point.y -= up;
    };
    for (auto &[metabolite, place] : component.metabolites) {
        move(place);
    }
    std::for_each(component.places.begin(), component.places.end(), move);
    for (PlacedLine &line : component.lines) {
        std::for_each(line.points.begin(), line.points.end(), move);
    }
    double saved = 0.0;
    for (const auto &[gap, spare] : closed) {
        saved += spare;
    }
    component.height -= saved;
    for (MapCompartment &frame : component.frames) {
        frame.box.height -= saved;
    }
}

bool foldComponent(PlacedComponent &component, std::size_t bands)
{
    if (bands < 2 || component.frames.size() > 1) {
        return false;
    }
    const std::vector<ShapeBox> boxes = boxesOf(component);
    std::vector<Cut> cuts = chosenCuts(cutsOf(component, boxes), component.height, bands);
    if (cuts.empty()) {
        return false;
    }
    Folding(component, std::move(cuts)).fold(boxes);
    const double margin = component.frames.empty() ? 0.0 : frameMargin;
    for (auto &[metabolite, place] : component.metabolites) {
        place = {place.x + margin, place.y + margin};
    }
    for (MapPoint &place : component.places) {
        place = {place.x + margin, place.y + margin};
    }
    for (PlacedLine &line : component.lines) {
        for (MapPoint &point : line.points) {
            point = {point.x + margin, point.y + margin};
        }
    }
    component.width += 2.0 * margin;
    component.height += 2.0 * margin;
    if (!component.frames.empty()) {
        component.frames[0].box = {0.0, 0.0, component.width, component.height};
    }
    return true;
}

} // namespace knockscape
