#include "ui/metabolism/map_painter.h"

#include "engine/maps/automatic/map_text.h"
#include "ui/theme/colours.h"

#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

constexpr double kThinnestLine = 0.8;
constexpr double kGapToDisc = 3.0;
constexpr double kPointsPerInch = 72.0;
/// Small discs and their lines appear from this radius on, in pixels; heads are no smaller than this.
constexpr double kSmallestSideDisc = 1.6;
constexpr double kSmallestHead = 5.0;
/// Below this zoom a map is an overview without heads.
constexpr double kZoomWithHeads = 0.05;

/// A line between two discs, shortened for them and for its heads; heads as triangles.
class StrokeShape
{
public:
    StrokeShape(const MapStroke &stroke, const ReactionStyle &style, double zoom)
        : width_(std::max(style.width, kThinnestLine / zoom)),
          headLength_(std::max(7.0 + 1.7 * width_, kSmallestHead / zoom))
    {
        const bool withHeads = zoom >= kZoomWithHeads;
        const bool headAtStart = withHeads && hasHead(stroke.atStart, style);
        const bool headAtEnd = withHeads && hasHead(stroke.atEnd, style);
        const double length = lengthOf(stroke);
        const double startGap = stroke.startRadius > 0.0 ? stroke.startRadius + kGapToDisc : 0.0;
        const double endGap = stroke.endRadius > 0.0 ? stroke.endRadius + kGapToDisc : 0.0;
        // A line too short for its discs and heads is drawn from middle to middle.
        if (length <= startGap + endGap + headLength_) {
            line_.moveTo(stroke.start);
            line_.lineTo(stroke.end);
            return;
        }
        const double tipStart = parameterAt(stroke, startGap / length);
        const double tipEnd = parameterAt(stroke, 1.0 - endGap / length);
        const double from = headAtStart ? parameterAt(stroke, (startGap + 0.8 * headLength_) / length) : tipStart;
        const double to = headAtEnd ? parameterAt(stroke, 1.0 - (endGap + 0.8 * headLength_) / length) : tipEnd;
        if (headAtStart)
            addHead(stroke.at(parameterAt(stroke, (startGap + headLength_) / length)), stroke.at(tipStart));
        if (headAtEnd)
            addHead(stroke.at(parameterAt(stroke, 1.0 - (endGap + headLength_) / length)), stroke.at(tipEnd));
        addPart(stroke, from, to);
    }

    void paint(QPainter &painter, const QColor &colour, bool dashed) const
    {
        QPen pen(colour, width_, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        if (dashed)
            pen.setDashPattern({3.0, 2.5});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(line_);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        for (const QPolygonF &head : heads_)
            painter.drawPolygon(head);
    }

private:
    static bool hasHead(LineEnd end, const ReactionStyle &style)
    {
        return (end == LineEnd::Product && style.headAtProducts) ||
               (end == LineEnd::Substrate && style.headAtSubstrates);
    }

    static double lengthOf(const MapStroke &stroke)
    {
        if (stroke.straight)
            return QLineF(stroke.start, stroke.end).length();
        double length = 0.0;
        for (int i = 0; i < kSteps; ++i)
            length += QLineF(stroke.at(double(i) / kSteps), stroke.at(double(i + 1) / kSteps)).length();
        return length;
    }

    /// The curve's parameter at a share of its length.
    static double parameterAt(const MapStroke &stroke, double share)
    {
        if (stroke.straight)
            return std::clamp(share, 0.0, 1.0);
        const double wanted = std::clamp(share, 0.0, 1.0) * lengthOf(stroke);
        double passed = 0.0;
        for (int i = 0; i < kSteps; ++i) {
            const double step = QLineF(stroke.at(double(i) / kSteps), stroke.at(double(i + 1) / kSteps)).length();
            if (passed + step >= wanted)
                return (i + (step > 0.0 ? (wanted - passed) / step : 0.0)) / kSteps;
            passed += step;
        }
        return 1.0;
    }

    /// The part of the curve between two parameters (de Casteljau).
    void addPart(const MapStroke &stroke, double from, double to)
    {
        line_.moveTo(stroke.at(from));
        if (stroke.straight) {
            line_.lineTo(stroke.at(to));
            return;
        }
        const auto slope = [&stroke](double t) {
            const double s = 1.0 - t;
            return (stroke.control1 - stroke.start) * (3.0 * s * s) +
                   (stroke.control2 - stroke.control1) * (6.0 * s * t) + (stroke.end - stroke.control2) * (3.0 * t * t);
        };
        const double third = (to - from) / 3.0;
        line_.cubicTo(stroke.at(from) + slope(from) * third, stroke.at(to) - slope(to) * third, stroke.at(to));
    }

    void addHead(const QPointF &back, const QPointF &tip)
    {
        const QLineF axis(back, tip);
        if (axis.length() < 1e-6)
            return;
        const QPointF along = (tip - back) / axis.length();
        const QPointF across = QPointF(-along.y(), along.x()) * std::max(0.4 * headLength_, 0.5 * width_ + 2.0);
        const QPointF base = tip - along * headLength_;
        heads_.push_back(QPolygonF{tip, base + across, base - across});
    }

    static constexpr int kSteps = 8;
    double width_;
    double headLength_;
    QPainterPath line_;
    std::vector<QPolygonF> heads_;
};

/// Paints one picture of a scene.
class MapPainter
{
public:
    MapPainter(QPainter &painter, const MapScene &scene, const MapPainting &painting, const MapView &view,
               const QPalette &palette)
        : painter_(painter), scene_(scene), painting_(painting), geneScale_(painting.scaleOfGenes()), view_(view),
          palette_(palette)
    {
    }

    void paint(const std::vector<PlacedLabel> &labels, const QRectF &area)
    {
        const QRectF seen = view_.toPlace(area).adjusted(-20.0, -20.0, 20.0, 20.0);
        painter_.save();
        painter_.setRenderHint(QPainter::Antialiasing);
        painter_.translate(view_.offset);
        painter_.scale(view_.zoom, view_.zoom);
        paintFrames(seen);
        paintStrokes(seen);
        paintDiscs(seen);
        painter_.restore();
        painter_.save();
        painter_.setRenderHint(QPainter::Antialiasing);
        paintLabels(labels, seen);
        painter_.restore();
    }

    ReactionStyle styleOf(std::int32_t reaction) const
    {
        const auto index = static_cast<std::size_t>(reaction);
        const std::int32_t row = scene_.match.reactions[index];
        const Reaction *known = row < 0 ? nullptr : &scene_.cell->metabolism.reactions[static_cast<std::size_t>(row)];
        return reactionStyle(painting_, row, known, scene_.document.reactions[index].reversible, palette_);
    }

    void paintStroke(const MapStroke &stroke, const ReactionStyle &style, double wider = 0.0)
    {
        ReactionStyle drawn = style;
        drawn.width += wider;
        if (stroke.toSide)
            drawn.width = std::max(2.0, 0.55 * drawn.width);
        StrokeShape(stroke, drawn, view_.zoom).paint(painter_, drawn.colour, drawn.dashed);
    }

private:
    /// Of a small disc, or a line to one, that reaches so far.
    bool isShown(double reach) const
    {
        return MapSizes::sideRadius * view_.zoom >= kSmallestSideDisc || reach * view_.zoom >= smallestSideLine;
    }

    void paintFrames(const QRectF &seen)
    {
        int colour = 0;
        for (const MapCompartment &frame : scene_.document.compartments) {
            const QRectF box = toQt(frame.box);
            const QColor tint = categoricalColour(colour++, palette_);
            if (!box.intersects(seen))
                continue;
            painter_.setBrush(mixed(palette_.color(QPalette::Base), tint, 0.05));
            painter_.setPen(QPen(mixed(palette_.color(QPalette::Base), tint, 0.35), 2.0));
            painter_.drawRoundedRect(box, 14.0, 14.0);
        }
    }

    void paintStrokes(const QRectF &seen)
    {
        std::vector<bool> crossed(scene_.document.reactions.size(), false);
        // Those without a value lie under the others.
        for (const bool strong : {false, true}) {
            std::int32_t last = -1;
            ReactionStyle style;
            for (const MapStroke &stroke : scene_.strokes) {
                const bool touches = stroke.box.adjusted(-9.0, -9.0, 9.0, 9.0).intersects(seen);
                if (!touches || (stroke.toSide && !isShown(stroke.reach())))
                    continue;
                if (stroke.reaction != last) {
                    last = stroke.reaction;
                    style = styleOf(last);
                }
                if ((style.width > 3.0) != strong)
                    continue;
                paintStroke(stroke, style);
                crossed[static_cast<std::size_t>(last)] = style.crossed;
            }
        }
        for (std::size_t i = 0; i < crossed.size(); ++i) {
            if (crossed[i])
                paintCross(scene_.middles[i]);
        }
    }

    void paintCross(const QPointF &middle)
    {
        const double arm = std::max(6.5, 3.0 / view_.zoom);
        const QLineF one(middle - QPointF(arm, arm), middle + QPointF(arm, arm));
        const QLineF other(middle - QPointF(arm, -arm), middle + QPointF(arm, -arm));
        const double width = std::max(2.6, 1.4 / view_.zoom);
        for (const bool plate : {true, false}) {
            const QColor colour = plate ? palette_.color(QPalette::Base) : categoricalColour(5, palette_);
            painter_.setPen(QPen(colour, plate ? 2.2 * width : width, Qt::SolidLine, Qt::RoundCap));
            painter_.drawLine(one);
            painter_.drawLine(other);
        }
    }

    void paintDiscs(const QRectF &seen)
    {
        for (std::size_t i = 0; i < scene_.document.nodes.size(); ++i) {
            const MapNode &node = scene_.document.nodes[i];
            const QPointF centre = toQt(node.position);
            if (node.kind != MapNodeKind::Metabolite || !seen.contains(centre) ||
                (!node.primary && !isShown(scene_.nodeReach[i])))
                continue;
            const MetaboliteStyle style =
                metaboliteStyle(painting_, scene_.match.metabolites[i], node.primary, palette_);
            const double radius = std::max(scene_.radiusOf(static_cast<std::int32_t>(i)), 1.6 / view_.zoom);
            painter_.setBrush(style.fill);
            painter_.setPen(QPen(style.outline, style.hollow ? 3.0 : 1.5));
            painter_.drawEllipse(centre, radius - 1.0, radius - 1.0);
            if (style.ringed) {
                painter_.setBrush(Qt::NoBrush);
                painter_.setPen(QPen(categoricalColour(2, palette_), 3.0));
                painter_.drawEllipse(centre, radius + 4.0, radius + 4.0);
            }
        }
    }

    void paintLabels(const std::vector<PlacedLabel> &labels, const QRectF &seen)
    {
        for (const PlacedLabel &placed : labels) {
            if (!placed.box.intersects(seen))
                continue;
            const MapLabel &label = scene_.labels[static_cast<std::size_t>(placed.label)];
            QFont font = scene_.font;
            font.setStretch(QFont::Unstretched);
            font.setItalic(label.kind == MapLabel::Kind::Genes);
            font.setPointSizeF(placed.height * view_.zoom * kPointsPerInch / painter_.device()->logicalDpiY());
            painter_.setPen(colourOf(label));
            const QPointF at = view_.toPixel(placed.baseline);
            if (label.pieces.empty()) {
                painter_.setFont(font);
                painter_.drawText(at, label.text);
            } else {
                paintPieces(label, font, at, placed.height * view_.zoom);
            }
        }
    }

    void paintGeneValue(GeneIndex gene, const QRectF &bar)
    {
        const auto index = static_cast<std::size_t>(gene);
        if (gene < 0 || index >= painting_.geneValues.size() || std::isnan(painting_.geneValues[index]))
            return;
        painter_.fillRect(bar, valueColour(geneScale_, painting_.geneValues[index], palette_));
    }

    void paintPieces(const MapLabel &label, QFont font, QPointF at, double height)
    {
        for (const LabelPiece &piece : label.pieces) {
            const bool struck = piece.gene >= 0 && painting_.knockouts.contains(piece.gene);
            font.setStrikeOut(struck);
            painter_.setFont(font);
            painter_.setPen(struck ? categoricalColour(5, palette_) : colourOf(label));
            painter_.drawText(at, piece.text);
            const double width = QFontMetricsF(font, painter_.device()).horizontalAdvance(piece.text);
            paintGeneValue(piece.gene, QRectF(at.x(), at.y() + 0.14 * height, width, 0.14 * height));
            at.rx() += width;
        }
    }

    QColor colourOf(const MapLabel &label) const
    {
        const bool known =
            label.element.isNone() || label.element.kind == MapElement::Kind::Text || scene_.rowOf(label.element) >= 0;
        if (!known)
            return mixed(palette_.color(QPalette::Base), palette_.color(QPalette::Text), 0.5);
        switch (label.kind) {
        case MapLabel::Kind::Metabolite:
        case MapLabel::Kind::Title:
        case MapLabel::Kind::Reaction:
            return palette_.color(QPalette::Text);
        case MapLabel::Kind::Genes:
        case MapLabel::Kind::Side:
        case MapLabel::Kind::Frame:
            break;
        }
        return dimmedText(palette_);
    }

    QPainter &painter_;
    const MapScene &scene_;
    const MapPainting &painting_;
    MapPainting geneScale_;
    const MapView &view_;
    const QPalette &palette_;
};

} // namespace

void paintMap(QPainter &painter, const MapScene &scene, const std::vector<PlacedLabel> &labels,
              const MapPainting &painting, const MapView &view, const QRectF &area, const QPalette &palette)
{
    MapPainter(painter, scene, painting, view, palette).paint(labels, area);
}

void paintMark(QPainter &painter, const MapScene &scene, const MapElement &element, const MapView &view,
               const QPalette &palette, bool selected)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(view.offset);
    painter.scale(view.zoom, view.zoom);
    QColor halo = palette.color(QPalette::Highlight);
    halo.setAlphaF(selected ? 0.55F : 0.3F);
    const double width = std::max(14.0, 5.0 / view.zoom);
    painter.setPen(QPen(halo, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (element.kind == MapElement::Kind::Reaction) {
        // One path, so that the halo does not lie over itself.
        QPainterPath path;
        for (const MapStroke &stroke : scene.strokes) {
            if (stroke.reaction == element.index) {
                path.moveTo(stroke.start);
                path.cubicTo(stroke.control1, stroke.control2, stroke.end);
            }
        }
        painter.drawPath(path);
    } else if (!element.isNone()) {
        const double radius = element.kind == MapElement::Kind::Metabolite ? scene.radiusOf(element.index) : 8.0;
        painter.drawEllipse(scene.placeOf(element), radius + width / 2.0, radius + width / 2.0);
    }
    painter.restore();
}

void paintOverview(QPainter &painter, const MapScene &scene, const MapPainting &painting, const MapView &view,
                   const QPalette &palette)
{
    const MapPainter styles(painter, scene, painting, view, palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    std::int32_t last = -1;
    ReactionStyle style;
    for (const MapStroke &stroke : scene.strokes) {
        if (stroke.toSide)
            continue;
        if (stroke.reaction != last) {
            last = stroke.reaction;
            style = styles.styleOf(last);
        }
        painter.setPen(QPen(style.colour, style.width > 5.0 ? 1.6 : 0.8));
        painter.drawLine(view.toPixel(stroke.start), view.toPixel(stroke.end));
    }
    painter.restore();
}

} // namespace knockscape::ui
