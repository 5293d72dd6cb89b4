#include "ui/metabolism/map_labels.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>

namespace knockscape::ui
{

namespace
{

constexpr double kAscent = 0.80;
constexpr double kDescent = 0.24;
constexpr double kGapToOwner = 5.0;
/// Pieces of a curve when a text keeps off it.
constexpr int kChords = 12;

/// How many times larger than the map has it a text may grow before it is left out.
double mostGrowth(MapLabel::Kind kind)
{
    switch (kind) {
    case MapLabel::Kind::Side:
        return 2.0;
    case MapLabel::Kind::Genes:
        return 2.6;
    case MapLabel::Kind::Reaction:
        return 5.0;
    case MapLabel::Kind::Title:
    case MapLabel::Kind::Metabolite:
        return 8.0;
    case MapLabel::Kind::Frame:
        break;
    }
    return 12.0;
}

/// Whether a piece of a line passes through a box (Liang & Barsky 1984, doi:10.1145/357332.357333).
bool passes(const QPointF &a, const QPointF &b, const QRectF &box)
{
    double enter = 0.0;
    double leave = 1.0;
    const auto clip = [&](double way, double to) {
        if (way == 0.0)
            return to >= 0.0;
        const double t = to / way;
        if (way < 0.0)
            enter = std::max(enter, t);
        else
            leave = std::min(leave, t);
        return enter <= leave;
    };
    const QPointF way = b - a;
    return clip(-way.x(), a.x() - box.left()) && clip(way.x(), box.right() - a.x()) &&
           clip(-way.y(), a.y() - box.top()) && clip(way.y(), box.bottom() - a.y());
}

class LabelPlacer
{
public:
    LabelPlacer(const MapScene &scene, double zoom, const LabelSizes &sizes) : scene_(scene), zoom_(zoom), sizes_(sizes)
    {
    }

    std::vector<PlacedLabel> place()
    {
        for (std::size_t i = 0; i < scene_.labels.size(); ++i)
            placeOne(static_cast<std::int32_t>(i));
        return std::move(placed_);
    }

private:
    void placeOne(std::int32_t index)
    {
        const MapLabel &label = scene_.labels[static_cast<std::size_t>(index)];
        const double natural = label.height * zoom_;
        const double pixels = std::clamp(natural, sizes_.smallest, std::max(sizes_.smallest, sizes_.largest));
        const double growth = pixels / natural;
        if (growth > mostGrowth(label.kind))
            return;
        const double height = label.height * growth;
        const double width = label.width * growth;
        const bool grown = growth > 1.05;
        for (const QPointF &baseline : placesFor(label, width, height, growth)) {
            const QRectF box(baseline.x(), baseline.y() - kAscent * height, width, (kAscent + kDescent) * height);
            // Where the map's author put it, it may touch a line.
            const bool own = baseline == label.anchor && !grown;
            if (isFree(box, label, own)) {
                boxes_.add(box, static_cast<std::int32_t>(placed_.size()));
                placed_.push_back({index, box, baseline, height});
                if (label.kind == MapLabel::Kind::Reaction)
                    reactionAt_[label.element.index] = static_cast<std::int32_t>(placed_.size()) - 1;
                return;
            }
        }
    }

    std::vector<QPointF> placesFor(const MapLabel &label, double width, double height, double growth) const
    {
        if (label.kind == MapLabel::Kind::Frame)
            return framePlaces(label.owner, width, height);
        if (label.kind == MapLabel::Kind::Genes)
            return genePlaces(label, height);
        std::vector<QPointF> places;
        const QRectF owner = label.owner;
        if (owner.isEmpty()) {
            places.push_back(label.anchor);
            return places;
        }
        // A text that grew keeps its side of the disc.
        if (growth <= 1.05)
            places.push_back(label.anchor);
        const double gap = kGapToOwner * growth;
        const double middle = owner.center().y() + (kAscent - kDescent) * height / 2.0;
        const QPointF right(owner.right() + gap, middle);
        const QPointF left(owner.left() - gap - width, middle);
        const double centred = owner.center().x() - width / 2.0;
        const QPointF above(centred, owner.top() - gap - kDescent * height);
        const QPointF below(centred, owner.bottom() + gap + kAscent * height);
        const bool wasLeft = label.anchor.x() + label.width / 2.0 < owner.center().x();
        const std::array<QPointF, 4> sides = wasLeft ? std::array<QPointF, 4>{left, right, above, below}
                                                     : std::array<QPointF, 4>{right, left, above, below};
        places.insert(places.end(), sides.begin(), sides.end());
        if (growth > 1.05)
            places.push_back(label.anchor);
        // Beside its corners, where lines come in straight.
        for (const double x : {owner.right() + gap / 2.0, owner.left() - gap / 2.0 - width}) {
            places.emplace_back(x, owner.top() - gap / 2.0);
            places.emplace_back(x, owner.bottom() + gap / 2.0 + kAscent * height);
        }
        return places;
    }

    /// In a corner of the frame, else outside above it.
    static std::vector<QPointF> framePlaces(const QRectF &frame, double width, double height)
    {
        const double inset = 0.4 * height;
        const double top = frame.top() + inset + kAscent * height;
        const double bottom = frame.bottom() - inset - kDescent * height;
        const double left = frame.left() + inset;
        const double right = frame.right() - inset - width;
        return {{left, top},
                {right, top},
                {left, bottom},
                {right, bottom},
                {frame.left(), frame.top() - 2.0 * kDescent * height}};
    }

    /// Under the reaction's name, wherever that stands; nowhere without it.
    std::vector<QPointF> genePlaces(const MapLabel &label, double height) const
    {
        const auto found = reactionAt_.find(label.element.index);
        if (found == reactionAt_.end())
            return {};
        const PlacedLabel &name = placed_[static_cast<std::size_t>(found.value())];
        return {QPointF(name.baseline.x(), name.box.bottom() + kAscent * height + 0.5)};
    }

    bool isFree(const QRectF &box, const MapLabel &label, bool own) const
    {
        const bool alone = boxes_.each(
            box, [&](std::int32_t other) { return !placed_[static_cast<std::size_t>(other)].box.intersects(box); });
        if (!alone)
            return false;
        const bool noDisc = scene_.nodeIndex.each(box, [&](std::int32_t node) {
            const MapNode &it = scene_.document.nodes[static_cast<std::size_t>(node)];
            if (label.element == MapElement{MapElement::Kind::Metabolite, node} || (!it.primary && own))
                return true;
            const double radius = scene_.radiusOf(node);
            const QRectF disc(it.position.x - radius, it.position.y - radius, 2.0 * radius, 2.0 * radius);
            return !disc.intersects(box);
        });
        if (!noDisc || own)
            return noDisc;
        return scene_.strokeIndex.each(box, [&](std::int32_t stroke) { return !crosses(stroke, box); });
    }

    bool crosses(std::int32_t stroke, const QRectF &box) const
    {
        const MapStroke &it = scene_.strokes[static_cast<std::size_t>(stroke)];
        // Small side lines are not seen where texts have grown.
        if (it.toSide && zoom_ < 0.3 && it.reach() * zoom_ < smallestSideLine)
            return false;
        const int pieces = it.straight ? 1 : kChords;
        QPointF from = it.start;
        for (int i = 1; i <= pieces; ++i) {
            const QPointF to = it.at(static_cast<double>(i) / pieces);
            if (passes(from, to, box))
                return true;
            from = to;
        }
        return false;
    }

    const MapScene &scene_;
    double zoom_;
    LabelSizes sizes_;
    BoxIndex boxes_;
    std::vector<PlacedLabel> placed_;
    QHash<std::int32_t, std::int32_t> reactionAt_;
};

} // namespace

std::vector<PlacedLabel> placeLabels(const MapScene &scene, double zoom, const LabelSizes &sizes)
{
    return LabelPlacer(scene, zoom, sizes).place();
}

QRectF boundsWithLabels(const MapScene &scene, double zoom, const LabelSizes &sizes)
{
    QRectF bounds = scene.bounds;
    for (const PlacedLabel &label : placeLabels(scene, zoom, sizes))
        bounds |= label.box;
    return bounds;
}

} // namespace knockscape::ui
