#include "ui/metabolism/map_scene.h"

#include "engine/maps/automatic/map_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace knockscape::ui
{

namespace
{

/// A line is looked at in so many pieces when a pointer is near it.
constexpr int kPieces = 12;
/// On the side of a direction: within 60 degrees of it.
constexpr double kCone = 0.5;

std::size_t place(std::int32_t index)
{
    return static_cast<std::size_t>(index);
}

double distanceTo(const QPointF &point, const QPointF &a, const QPointF &b)
{
    const QPointF along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double t = length > 0.0 ? std::clamp(QPointF::dotProduct(point - a, along) / length, 0.0, 1.0) : 0.0;
    const QPointF off = point - (a + along * t);
    return std::hypot(off.x(), off.y());
}

double distanceTo(const QPointF &point, const MapStroke &stroke)
{
    const int pieces = stroke.straight ? 1 : kPieces;
    double nearest = std::numeric_limits<double>::infinity();
    for (int i = 0; i < pieces; ++i) {
        nearest = std::min(nearest, distanceTo(point, stroke.at(static_cast<double>(i) / pieces),
                                               stroke.at(static_cast<double>(i + 1) / pieces)));
    }
    return nearest;
}

/// How well `text` is found in one of the names: 0 begins one, 1 is within one, 2 not.
int findIn(const std::vector<QString> &names, const QString &text)
{
    int best = 2;
    for (const QString &name : names) {
        const auto found = name.indexOf(text, 0, Qt::CaseInsensitive);
        if (found >= 0)
            best = std::min(best, found == 0 ? 0 : 1);
    }
    return best;
}

std::vector<QString> namesOf(const MapScene &scene, const MapElement &element)
{
    const auto text = [](const std::string &value) { return QString::fromStdString(value); };
    const std::int32_t row = scene.rowOf(element);
    if (element.kind == MapElement::Kind::Text)
        return {text(scene.document.texts[place(element.index)].text)};
    if (element.kind == MapElement::Kind::Metabolite) {
        const MapNode &node = scene.document.nodes[place(element.index)];
        std::vector<QString> names{text(node.metabolite), text(node.name)};
        if (row >= 0) {
            names.push_back(text(scene.cell->metabolism.metabolites[place(row)].id));
            names.push_back(text(scene.cell->metabolism.metabolites[place(row)].name));
        }
        return names;
    }
    const MapReaction &reaction = scene.document.reactions[place(element.index)];
    std::vector<QString> names{text(reaction.reaction), text(reaction.name)};
    if (row < 0) {
        for (const MapGene &gene : reaction.genes)
            names.push_back(text(gene.name.empty() ? gene.id : gene.name));
        return names;
    }
    const Reaction &known = scene.cell->metabolism.reactions[place(row)];
    names.push_back(text(known.id));
    names.push_back(text(known.name));
    for (const std::vector<GeneIndex> &isozyme : known.isozymes) {
        for (const GeneIndex gene : isozyme) {
            if (gene >= 0) {
                names.push_back(text(scene.cell->genes[gene].id));
                names.push_back(text(scene.cell->genes[gene].name));
            }
        }
    }
    return names;
}

} // namespace

QPointF MapStroke::at(double t) const
{
    const double s = 1.0 - t;
    return start * (s * s * s) + control1 * (3.0 * s * s * t) + control2 * (3.0 * s * t * t) + end * (t * t * t);
}

double MapScene::radiusOf(std::int32_t node) const
{
    return document.nodes[place(node)].primary ? MapSizes::primaryRadius : MapSizes::sideRadius;
}

MapElement MapScene::elementAt(const QPointF &point, double reach) const
{
    const QRectF area(point - QPointF(reach, reach), QSizeF(2.0 * reach, 2.0 * reach));
    MapElement found;
    double nearest = std::numeric_limits<double>::infinity();
    nodeIndex.each(area, [&](std::int32_t node) {
        const QPointF off = toQt(document.nodes[place(node)].position) - point;
        const double distance = std::hypot(off.x(), off.y()) - radiusOf(node);
        if (distance <= reach && distance < nearest) {
            nearest = distance;
            found = {MapElement::Kind::Metabolite, node};
        }
        return true;
    });
    if (!found.isNone())
        return found;
    strokeIndex.each(area, [&](std::int32_t stroke) {
        const MapStroke &it = strokes[place(stroke)];
        const double distance = distanceTo(point, it);
        if (distance <= reach + 2.0 && distance < nearest) {
            nearest = distance;
            found = {MapElement::Kind::Reaction, it.reaction};
        }
        return true;
    });
    return found;
}

QPointF MapScene::placeOf(const MapElement &element) const
{
    switch (element.kind) {
    case MapElement::Kind::Reaction:
        return middles[place(element.index)];
    case MapElement::Kind::Metabolite:
        return toQt(document.nodes[place(element.index)].position);
    case MapElement::Kind::Text:
        return toQt(document.texts[place(element.index)].position);
    case MapElement::Kind::None:
        break;
    }
    return bounds.center();
}

std::int32_t MapScene::rowOf(const MapElement &element) const
{
    if (element.kind == MapElement::Kind::Reaction)
        return match.reactions[place(element.index)];
    return element.kind == MapElement::Kind::Metabolite ? match.metabolites[place(element.index)] : -1;
}

std::vector<MapElement> MapScene::neighboursOf(const MapElement &element) const
{
    std::vector<MapElement> found;
    const auto add = [&found](const MapElement &one) {
        if (std::find(found.begin(), found.end(), one) == found.end())
            found.push_back(one);
    };
    if (element.kind == MapElement::Kind::Reaction) {
        for (const MapSegment &segment : document.reactions[place(element.index)].segments) {
            for (const std::int32_t node : {segment.from, segment.to}) {
                if (document.nodes[place(node)].kind == MapNodeKind::Metabolite)
                    add({MapElement::Kind::Metabolite, node});
            }
        }
    } else if (element.kind == MapElement::Kind::Metabolite) {
        for (std::size_t r = 0; r < document.reactions.size(); ++r) {
            for (const MapSegment &segment : document.reactions[r].segments) {
                if (segment.from == element.index || segment.to == element.index)
                    add({MapElement::Kind::Reaction, static_cast<std::int32_t>(r)});
            }
        }
    }
    return found;
}

MapElement MapScene::towards(const MapElement &element, const QPointF &direction) const
{
    const QPointF from = placeOf(element);
    MapElement best;
    double nearest = std::numeric_limits<double>::infinity();
    const auto look = [&](const MapElement &one) {
        const QPointF way = placeOf(one) - from;
        const double length = std::hypot(way.x(), way.y());
        const double ahead = QPointF::dotProduct(way, direction);
        // What lies straight ahead is nearer than what lies aside.
        const double cost = length * (2.0 - ahead / std::max(length, 1e-9));
        if (one != element && length > 0.0 && ahead >= kCone * length && cost < nearest) {
            nearest = cost;
            best = one;
        }
    };
    for (const MapElement &one : neighboursOf(element))
        look(one);
    if (!best.isNone())
        return best;
    for (std::size_t i = 0; i < document.reactions.size(); ++i)
        look({MapElement::Kind::Reaction, static_cast<std::int32_t>(i)});
    for (std::size_t i = 0; i < document.nodes.size(); ++i) {
        if (document.nodes[i].kind == MapNodeKind::Metabolite)
            look({MapElement::Kind::Metabolite, static_cast<std::int32_t>(i)});
    }
    return best;
}

std::vector<MapElement> MapScene::find(const QString &text) const
{
    const QString wanted = text.trimmed();
    std::vector<std::pair<int, MapElement>> found;
    if (wanted.isEmpty())
        return {};
    const auto look = [&](const MapElement &element, int worse) {
        const int how = findIn(namesOf(*this, element), wanted);
        if (how < 2)
            found.emplace_back(2 * how + worse, element);
    };
    for (std::size_t i = 0; i < document.reactions.size(); ++i)
        look({MapElement::Kind::Reaction, static_cast<std::int32_t>(i)}, 0);
    for (std::size_t i = 0; i < document.nodes.size(); ++i) {
        if (document.nodes[i].kind == MapNodeKind::Metabolite)
            look({MapElement::Kind::Metabolite, static_cast<std::int32_t>(i)}, document.nodes[i].primary ? 0 : 1);
    }
    for (std::size_t i = 0; i < document.texts.size(); ++i)
        look({MapElement::Kind::Text, static_cast<std::int32_t>(i)}, 1);
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<MapElement> elements;
    for (const auto &one : found)
        elements.push_back(one.second);
    return elements;
}

} // namespace knockscape::ui
