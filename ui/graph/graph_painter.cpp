#include "ui/graph/graph_painter.h"

#include "ui/graph/graph_text.h"
#include "ui/theme/colours.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

constexpr double kArrowLength = 7.0;
constexpr double kArrowHalfWidth = 3.2;
constexpr double kCorner = 4.0;
constexpr double kDiamond = 5.0;
constexpr double kSelfLoop = 14.0;
constexpr double kLegendSample = 26.0;
constexpr double kLegendGap = 6.0;
constexpr double kLegendSpacing = 18.0;
constexpr double kPictureMargin = 8.0;
constexpr double kSmallestPicture = 240.0;

struct EdgeStyle {
    QColor colour;
    double width = 1.2;
    Qt::PenStyle line = Qt::SolidLine;
};

/// How edges of a type look; `position` distinguishes types we have no fixed look for.
EdgeStyle edgeStyle(const QString &type, int position, const QPalette &palette)
{
    if (type == QLatin1String("physical"))
        return {mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.42), 1.2, Qt::SolidLine};
    if (type == QLatin1String("regulatory"))
        return {categoricalColour(5, palette), 1.2, Qt::SolidLine};
    if (type == QLatin1String("substrate"))
        return {categoricalColour(0, palette), 1.4, Qt::SolidLine};
    if (type == QLatin1String("product"))
        return {categoricalColour(2, palette), 1.4, Qt::SolidLine};
    if (type == QLatin1String("catalysis"))
        return {mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.5), 1.2, Qt::DotLine};
    return {categoricalColour(3 + position, palette), 1.2, Qt::DashLine};
}

QPainterPath pathOf(const GraphScene &scene, const SceneEdge &edge)
{
    QPainterPath path;
    if (edge.points.size() >= 4 && edge.source != edge.target) {
        path.moveTo(edge.points.front());
        for (std::size_t i = 1; i + 2 < edge.points.size(); i += 3)
            path.cubicTo(edge.points[i], edge.points[i + 1], edge.points[i + 2]);
    } else if (edge.source == edge.target) {
        const QRectF rect = scene.nodes[static_cast<std::size_t>(edge.source)].rect();
        const QPointF corner(rect.right() - kCorner, rect.top());
        path.moveTo(corner);
        path.cubicTo(corner + QPointF(0.0, -kSelfLoop), corner + QPointF(kSelfLoop, 0.0),
                     QPointF(rect.right(), rect.top() + kCorner));
    }
    return path;
}

/// The head lies with its tip on `tip`, pointing away from `from`.
void drawArrow(QPainter &painter, const QPointF &from, const QPointF &tip, const QColor &colour)
{
    const QPointF offset = tip - from;
    const double length = std::hypot(offset.x(), offset.y());
    if (length < 1e-6)
        return;
    const QPointF along = offset / length;
    const QPointF across(-along.y(), along.x());
    const QPointF back = tip - along * kArrowLength;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{tip, back + across * kArrowHalfWidth, back - across * kArrowHalfWidth});
}

/// A point on the curve a little before its end, so that the arrow follows the curve.
QPointF before(const QPainterPath &path, bool atEnd)
{
    const double length = path.length();
    const double share = length > 0.0 ? std::min(0.5, kArrowLength / length) : 0.5;
    return path.pointAtPercent(atEnd ? 1.0 - share : share);
}

void paintEdge(QPainter &painter, const GraphScene &scene, const SceneEdge &edge, const EdgeStyle &style)
{
    const QPainterPath path = pathOf(scene, edge);
    if (path.isEmpty())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.colour, style.width, style.line, Qt::FlatCap));
    painter.drawPath(path);
    if (edge.directed)
        drawArrow(painter, before(path, true), path.pointAtPercent(1.0), style.colour);
    if (edge.reversible)
        drawArrow(painter, before(path, false), path.pointAtPercent(0.0), style.colour);
}

/// " · 3 reactions blocked (struck out)"; empty where none is.
QString blockedText(const GraphScene &scene)
{
    const auto blocked = std::count_if(scene.nodes.begin(), scene.nodes.end(), [](const SceneNode &node) {
        return node.kind == NodeKind::Reaction && node.knockedOut;
    });
    return blocked == 0
               ? QString()
               : QStringLiteral(" · ") +
                     QCoreApplication::translate("GraphText", "blocked reactions, struck out: %1").arg(blocked);
}

int typePosition(const GraphScene &scene, const QString &type)
{
    const auto found = std::find(scene.edgeTypes.begin(), scene.edgeTypes.end(), type);
    return static_cast<int>(found - scene.edgeTypes.begin());
}

void paintGene(QPainter &painter, const SceneNode &node, const QPalette &palette, const QFont &font)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const QColor accent = palette.color(QPalette::Highlight);
    const QRectF rect = node.rect();
    const bool marked = node.focus || node.knockedOut;
    painter.setPen(marked ? QPen(accent, 2.0) : QPen(mixed(base, text, 0.45), 1.0));
    painter.setBrush(marked ? mixed(base, accent, 0.14) : mixed(base, text, 0.05));
    painter.drawRoundedRect(rect, kCorner, kCorner);
    QFont label = font;
    label.setBold(marked);
    painter.setFont(label);
    painter.setPen(text);
    painter.drawText(rect, Qt::AlignCenter, node.label);
    if (node.knockedOut) {
        // Thin enough to read the name through it.
        painter.setPen(QPen(accent, 1.4));
        painter.drawLine(QLineF(rect.left() + 3.0, rect.center().y(), rect.right() - 3.0, rect.center().y()));
    }
}

void paintReaction(QPainter &painter, const SceneNode &node, const QPalette &palette, const QFont &font)
{
    const QRectF rect = node.rect();
    // Edges cross under the label: a plate of the background's colour keeps it readable.
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawRect(rect);
    const QPointF centre(rect.left() + kDiamond + 3.0, rect.center().y());
    const QColor accent = palette.color(QPalette::Highlight);
    painter.setPen(node.knockedOut ? QPen(accent, 1.4) : QPen(Qt::NoPen));
    painter.setBrush(node.knockedOut ? palette.color(QPalette::Base) : palette.color(QPalette::Text));
    painter.drawPolygon(QPolygonF{centre + QPointF(0.0, -kDiamond), centre + QPointF(kDiamond, 0.0),
                                  centre + QPointF(0.0, kDiamond), centre + QPointF(-kDiamond, 0.0)});
    painter.setFont(font);
    painter.setPen(dimmedText(palette));
    painter.drawText(rect.adjusted(2.0 * kDiamond + 6.0, 0.0, 0.0, 0.0), Qt::AlignLeft | Qt::AlignVCenter, node.label);
    if (node.knockedOut) {
        painter.setPen(QPen(accent, 1.4));
        painter.drawLine(QLineF(rect.left(), rect.center().y(), rect.right(), rect.center().y()));
    }
}

void paintMetabolite(QPainter &painter, const SceneNode &node, const QPalette &palette, const QFont &font)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    painter.setPen(QPen(mixed(base, text, 0.35), 1.0));
    painter.setBrush(mixed(base, categoricalColour(4, palette), 0.18));
    painter.drawEllipse(node.rect());
    painter.setFont(font);
    painter.setPen(text);
    painter.drawText(node.rect(), Qt::AlignCenter, node.label);
}

void paintNode(QPainter &painter, const SceneNode &node, const QPalette &palette, const QFont &font)
{
    switch (node.kind) {
    case NodeKind::Gene:
        paintGene(painter, node, palette, font);
        break;
    case NodeKind::Reaction:
        paintReaction(painter, node, palette, font);
        break;
    case NodeKind::Metabolite:
        paintMetabolite(painter, node, palette, font);
        break;
    }
}

} // namespace

void paintScene(QPainter &painter, const GraphScene &scene, const QPalette &palette, const GraphMarks &marks)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor base = palette.color(QPalette::Base);
    const auto touches = [&marks](const SceneEdge &edge) {
        return edge.source == marks.current || edge.target == marks.current;
    };
    // Two passes, so that the edges of the marked node lie above the others.
    for (const bool emphasised : {false, true}) {
        for (const SceneEdge &edge : scene.edges) {
            if ((marks.current >= 0 && touches(edge)) != emphasised)
                continue;
            EdgeStyle style = edgeStyle(edge.type, typePosition(scene, edge.type), palette);
            if (emphasised)
                style.width += 1.0;
            else if (marks.current >= 0)
                style.colour = mixed(base, style.colour, 0.45);
            paintEdge(painter, scene, edge, style);
        }
    }
    for (const SceneNode &node : scene.nodes)
        paintNode(painter, node, palette, scene.font);
    if (marks.current >= 0 && static_cast<std::size_t>(marks.current) < scene.nodes.size()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette.color(QPalette::Text), 1.5, Qt::DashLine));
        const QRectF rect = scene.nodes[static_cast<std::size_t>(marks.current)].rect();
        painter.drawRoundedRect(rect.adjusted(-4.0, -4.0, 4.0, 4.0), kCorner, kCorner);
    }
}

double paintLegend(QPainter *painter, const GraphScene &scene, const QPalette &palette, const QRectF &strip)
{
    const QFontMetricsF metrics(scene.font);
    const double line = metrics.height() + 4.0;
    double x = strip.left();
    double y = strip.top();
    const auto place = [&](double width) {
        if (x > strip.left() && x + width > strip.right()) {
            x = strip.left();
            y += line;
        }
    };
    if (painter)
        painter->setFont(scene.font);
    for (const QString &type : scene.edgeTypes) {
        const QString text = edgeTypeText(type);
        const double width = kLegendSample + kLegendGap + metrics.horizontalAdvance(text);
        place(width);
        if (painter) {
            const EdgeStyle style = edgeStyle(type, typePosition(scene, type), palette);
            const bool arrow = std::any_of(scene.edges.begin(), scene.edges.end(),
                                           [&](const SceneEdge &edge) { return edge.type == type && edge.directed; });
            const QPointF from(x, y + line / 2.0);
            const QPointF to(x + kLegendSample, y + line / 2.0);
            painter->setPen(QPen(style.colour, style.width + 0.4, style.line, Qt::FlatCap));
            painter->drawLine(from, to);
            if (arrow)
                drawArrow(*painter, from, to, style.colour);
            painter->setPen(dimmedText(palette));
            painter->drawText(QRectF(x + kLegendSample + kLegendGap, y, width, line), Qt::AlignLeft | Qt::AlignVCenter,
                              text);
        }
        x += width + kLegendSpacing;
    }
    const QString caption = scene.caption + blockedText(scene);
    const double width = metrics.horizontalAdvance(caption);
    place(width);
    if (painter) {
        painter->setPen(dimmedText(palette));
        painter->drawText(QRectF(x, y, width + 2.0, line), Qt::AlignLeft | Qt::AlignVCenter, caption);
    }
    return y + line - strip.top();
}

QSizeF pictureSize(const GraphScene &scene, const QPalette &palette)
{
    if (scene.empty())
        return {};
    const double width = std::max(kSmallestPicture, scene.size.width());
    const double legend = paintLegend(nullptr, scene, palette, QRectF(0.0, 0.0, width - 16.0, 0.0));
    return {std::ceil(width), std::ceil(scene.size.height() + legend + 16.0)};
}

namespace
{

/// The scene as its legend is painted: in the font of the picture.
GraphScene legendOf(const GraphScene &scene, const QFont &font)
{
    GraphScene legend = scene;
    legend.font = font;
    return legend;
}

/// What of a picture is left above its legend.
QSizeF roomAbove(const GraphScene &legend, const QPalette &palette, const QSizeF &size)
{
    const double width = size.width() - 2.0 * kPictureMargin;
    const double below = paintLegend(nullptr, legend, palette, QRectF(0.0, 0.0, width, 0.0));
    return {width, std::max(1.0, size.height() - below - 3.0 * kPictureMargin)};
}

double scaleIn(const GraphScene &scene, const QSizeF &room, const QFont &font)
{
    const double fits = std::min(room.width() / scene.size.width(), room.height() / scene.size.height());
    return std::min(fits, font.pointSizeF() / QFontInfo(scene.font).pointSizeF());
}

} // namespace

double pictureScale(const GraphScene &scene, const QPalette &palette, const QSizeF &size, const QFont &font)
{
    return scene.empty() ? 1.0 : scaleIn(scene, roomAbove(legendOf(scene, font), palette, size), font);
}

void paintPicture(QPainter &painter, const GraphScene &scene, const QPalette &palette, const QSizeF &size,
                  const QFont &font)
{
    painter.fillRect(QRectF(QPointF(), size), palette.color(QPalette::Base));
    if (scene.empty())
        return;
    const GraphScene legend = legendOf(scene, font);
    const QSizeF room = roomAbove(legend, palette, size);
    const double scale = scaleIn(scene, room, font);
    painter.save();
    painter.translate((size.width() - scene.size.width() * scale) / 2.0,
                      kPictureMargin + (room.height() - scene.size.height() * scale) / 2.0);
    painter.scale(scale, scale);
    paintScene(painter, scene, palette);
    painter.restore();
    const double top = room.height() + 2.0 * kPictureMargin;
    paintLegend(&painter, legend, palette, QRectF(kPictureMargin, top, room.width(), size.height() - top));
}

} // namespace knockscape::ui
