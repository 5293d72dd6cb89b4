// Makes a scene of a map: lines, texts, and where things are.

#include "engine/maps/automatic/map_text.h"
#include "ui/metabolism/map_scene.h"

#include <QFontMetricsF>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace knockscape::ui
{

namespace
{

/// Texts are measured large, where hinting does not matter.
constexpr int kMeasuredHeight = 64;
/// Of a small text on screen, against the same text measured large.
constexpr double kReserve = 1.04;
constexpr std::size_t kShownGenes = 3;
constexpr double kGeneLine = 3.0;
constexpr double kFrameText = 22.0;
/// A disc at the side is this near to its reaction.
constexpr double kFarSide = 200.0;

std::size_t at(std::int32_t row)
{
    return static_cast<std::size_t>(row);
}

class SceneBuilder
{
public:
    SceneBuilder(MapScene &scene, const Genotype &knockouts)
        : scene_(scene), knockouts_(knockouts), metrics_(fontOf(scene.font))
    {
    }

    void build()
    {
        addStrokes();
        addNodes();
        addReactions();
        addTexts();
        std::stable_sort(scene_.labels.begin(), scene_.labels.end(),
                         [](const MapLabel &a, const MapLabel &b) { return a.rank < b.rank; });
        scene_.bounds = toQt(drawnBox(scene_.document));
        for (const MapLabel &label : scene_.labels) {
            scene_.bounds |= QRectF(label.anchor.x(), label.anchor.y() - label.height, label.width, label.height * 1.3);
        }
    }

private:
    static QFont fontOf(QFont font)
    {
        font.setPixelSize(kMeasuredHeight);
        return font;
    }

    double widthOf(const QString &text, double height) const
    {
        return metrics_.horizontalAdvance(text) * height / kMeasuredHeight * kReserve;
    }

    const Reaction *reactionOf(std::size_t reaction) const
    {
        const std::int32_t row = scene_.match.reactions[reaction];
        return row < 0 ? nullptr : &scene_.cell->metabolism.reactions[at(row)];
    }

    /// What a metabolite is to the reaction, as the cell writes it, else as the map does.
    LineEnd endAt(std::size_t reaction, std::int32_t node) const
    {
        const MapNode &it = scene_.document.nodes[at(node)];
        if (it.kind != MapNodeKind::Metabolite)
            return LineEnd::Marker;
        const std::int32_t row = scene_.match.metabolites[at(node)];
        if (const Reaction *known = reactionOf(reaction); known != nullptr && row >= 0) {
            for (const StoichiometricTerm &term : known->terms) {
                if (term.metabolite == row)
                    return term.coefficient < 0.0 ? LineEnd::Substrate : LineEnd::Product;
            }
        }
        for (const MapTerm &term : scene_.document.reactions[reaction].terms) {
            if (term.metabolite == it.metabolite && term.coefficient != 0.0)
                return term.coefficient < 0.0 ? LineEnd::Substrate : LineEnd::Product;
        }
        return LineEnd::Metabolite;
    }

    void addStrokes()
    {
        degrees_.assign(scene_.document.nodes.size(), 0);
        scene_.nodeReach.assign(scene_.document.nodes.size(), 0.0);
        for (std::size_t r = 0; r < scene_.document.reactions.size(); ++r) {
            const MapReaction &reaction = scene_.document.reactions[r];
            for (std::size_t s = 0; s < reaction.segments.size(); ++s)
                addStroke(r, s, reaction.segments[s]);
            const auto middle = middleOf(scene_.document, reaction);
            scene_.middles.push_back(toQt(middle.value_or(reaction.label)));
        }
    }

    void addStroke(std::size_t reaction, std::size_t segment, const MapSegment &it)
    {
        const MapCurve curve = curveOf(scene_.document, it);
        MapStroke stroke;
        stroke.reaction = static_cast<std::int32_t>(reaction);
        stroke.segment = static_cast<std::int32_t>(segment);
        stroke.start = toQt(curve.start);
        stroke.control1 = toQt(curve.control1);
        stroke.control2 = toQt(curve.control2);
        stroke.end = toQt(curve.end);
        stroke.straight = !it.control1 && !it.control2;
        stroke.atStart = endAt(reaction, it.from);
        stroke.atEnd = endAt(reaction, it.to);
        const auto isSide = [this](std::int32_t node) {
            const MapNode &disc = scene_.document.nodes[at(node)];
            return disc.kind == MapNodeKind::Metabolite && !disc.primary;
        };
        stroke.startRadius = stroke.atStart == LineEnd::Marker ? 0.0 : scene_.radiusOf(it.from);
        stroke.endRadius = stroke.atEnd == LineEnd::Marker ? 0.0 : scene_.radiusOf(it.to);
        stroke.toSide = isSide(it.from) || isSide(it.to);
        ++degrees_[at(it.from)];
        ++degrees_[at(it.to)];
        QPolygonF hull;
        hull << stroke.start << stroke.control1 << stroke.control2 << stroke.end;
        stroke.box = hull.boundingRect();
        for (const std::int32_t node : {it.from, it.to})
            scene_.nodeReach[at(node)] = std::max(scene_.nodeReach[at(node)], stroke.reach());
        scene_.strokeIndex.add(stroke.box, static_cast<std::int32_t>(scene_.strokes.size()));
        scene_.strokes.push_back(stroke);
    }

    void addNodes()
    {
        for (std::size_t i = 0; i < scene_.document.nodes.size(); ++i) {
            const MapNode &node = scene_.document.nodes[i];
            if (node.kind != MapNodeKind::Metabolite)
                continue;
            const double radius = scene_.radiusOf(static_cast<std::int32_t>(i));
            const QRectF disc(node.position.x - radius, node.position.y - radius, 2.0 * radius, 2.0 * radius);
            scene_.nodeIndex.add(disc, static_cast<std::int32_t>(i));
            MapLabel label;
            // In maps of others a small disc may well be the end of a pathway.
            const bool isMain = node.primary || scene_.nodeReach[i] > kFarSide;
            label.kind = isMain ? MapLabel::Kind::Metabolite : MapLabel::Kind::Side;
            label.element = {MapElement::Kind::Metabolite, static_cast<std::int32_t>(i)};
            label.text = nameOf(i);
            label.anchor = toQt(node.label);
            label.owner = disc;
            label.height = node.primary ? MapSizes::primaryText : MapSizes::sideText;
            // Of the metabolites first those where many lines meet.
            label.rank = node.primary ? 1.0 + 1.0 / (1.0 + degrees_[i]) : isMain ? 2.5 : 5.0;
            add(std::move(label));
        }
    }

    QString nameOf(std::size_t node) const
    {
        const std::int32_t row = scene_.match.metabolites[node];
        const MapNode &it = scene_.document.nodes[node];
        if (row >= 0)
            return QString::fromStdString(shortMetaboliteName(scene_.cell->metabolism.metabolites[at(row)]));
        Metabolite foreign;
        foreign.id = it.metabolite.empty() ? it.name : it.metabolite;
        foreign.name = it.name;
        return QString::fromStdString(shortMetaboliteName(foreign));
    }

    void addReactions()
    {
        std::vector<bool> seen(scene_.cell ? scene_.cell->metabolism.reactions.size() : 0, false);
        for (std::size_t i = 0; i < scene_.document.reactions.size(); ++i) {
            const MapReaction &reaction = scene_.document.reactions[i];
            const Reaction *known = reactionOf(i);
            if (known != nullptr && !seen[at(scene_.match.reactions[i])]) {
                seen[at(scene_.match.reactions[i])] = true;
                scene_.reactionRows.push_back(scene_.match.reactions[i]);
            }
            MapLabel label;
            label.kind = MapLabel::Kind::Reaction;
            label.element = {MapElement::Kind::Reaction, static_cast<std::int32_t>(i)};
            label.text = QString::fromStdString(known != nullptr            ? shortReactionName(*known)
                                                : reaction.reaction.empty() ? reaction.name
                                                                            : reaction.reaction);
            label.anchor = toQt(reaction.label);
            label.owner = QRectF(scene_.middles[i] - QPointF(4.0, 4.0), QSizeF(8.0, 8.0));
            label.height = MapSizes::reactionText;
            label.rank = 3.0;
            const QPointF below = label.anchor + QPointF(0.0, MapSizes::geneText + kGeneLine);
            const QRectF owner = label.owner;
            add(std::move(label));
            if (known != nullptr)
                addGenes(i, *known, below, owner);
        }
    }

    void addGenes(std::size_t reaction, const Reaction &known, const QPointF &anchor, const QRectF &owner)
    {
        std::vector<GeneIndex> genes;
        for (const bool deleted : {true, false}) {
            for (const std::vector<GeneIndex> &isozyme : known.isozymes) {
                for (const GeneIndex gene : isozyme) {
                    if (gene >= 0 && knockouts_.contains(gene) == deleted &&
                        std::find(genes.begin(), genes.end(), gene) == genes.end())
                        genes.push_back(gene);
                }
            }
        }
        MapLabel label;
        for (std::size_t i = 0; i < std::min(genes.size(), kShownGenes); ++i) {
            if (i > 0)
                label.pieces.push_back({QStringLiteral(", "), -1});
            label.pieces.push_back({QString::fromStdString(scene_.cell->genes[genes[i]].label()), genes[i]});
        }
        if (genes.size() > kShownGenes)
            label.pieces.push_back({QStringLiteral(" +%1").arg(genes.size() - kShownGenes), -1});
        for (const LabelPiece &piece : label.pieces)
            label.text += piece.text;
        label.kind = MapLabel::Kind::Genes;
        label.element = {MapElement::Kind::Reaction, static_cast<std::int32_t>(reaction)};
        label.anchor = anchor;
        label.owner = owner;
        label.height = MapSizes::geneText;
        label.rank = 4.0;
        add(std::move(label));
    }

    void addTexts()
    {
        for (std::size_t i = 0; i < scene_.document.texts.size(); ++i) {
            MapLabel label;
            label.kind = MapLabel::Kind::Title;
            label.element = {MapElement::Kind::Text, static_cast<std::int32_t>(i)};
            label.text = QString::fromStdString(scene_.document.texts[i].text).simplified();
            label.anchor = toQt(scene_.document.texts[i].position);
            label.owner = QRectF(label.anchor, QSizeF(0.0, 0.0));
            const bool isGene = scene_.match.textGenes[i] >= 0;
            label.height = isGene ? MapSizes::geneText : MapSizes::primaryText;
            label.rank = isGene ? 4.0 : 1.5;
            if (isGene)
                label.pieces.push_back({label.text, scene_.match.textGenes[i]});
            add(std::move(label));
        }
        for (const MapCompartment &frame : scene_.document.compartments) {
            MapLabel label;
            label.kind = MapLabel::Kind::Frame;
            label.text = QString::fromStdString(frame.name.empty() ? frame.id : frame.name);
            label.height = kFrameText;
            label.anchor = QPointF(frame.box.x + 10.0, frame.box.y + kFrameText + 4.0);
            label.owner = toQt(frame.box);
            label.rank = 2.9;
            add(std::move(label));
        }
    }

    void add(MapLabel label)
    {
        if (label.text.isEmpty() || !std::isfinite(label.anchor.x()) || !std::isfinite(label.anchor.y()))
            return;
        label.width = widthOf(label.text, label.height);
        scene_.labels.push_back(std::move(label));
    }

    MapScene &scene_;
    const Genotype &knockouts_;
    QFontMetricsF metrics_;
    std::vector<int> degrees_;
};

} // namespace

MapScenePtr makeMapScene(MapDocument document, MapMatch match, std::shared_ptr<const Cell> cell,
                         const Genotype &knockouts, const QFont &font)
{
    auto scene = std::make_shared<MapScene>();
    scene->document = std::move(document);
    scene->match = std::move(match);
    scene->cell = std::move(cell);
    scene->font = font;
    // A map without a cell has no rows at all.
    scene->match.reactions.resize(scene->document.reactions.size(), -1);
    scene->match.metabolites.resize(scene->document.nodes.size(), -1);
    scene->match.textGenes.resize(scene->document.texts.size(), -1);
    SceneBuilder(*scene, knockouts).build();
    return scene;
}

} // namespace knockscape::ui
