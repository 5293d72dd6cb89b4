#include "graph_test_cell.h"
#include "ui/graph/graph_painter.h"
#include "ui/graph/graph_scene.h"
#include "ui/graph/graph_text.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

GraphScene crossScene()
{
    // 0 in the middle, 1 left, 2 right, 3 above, 4 below; joined to all but 2, with 5 farther right but joined.
    GraphScene scene;
    scene.nodes.resize(6);
    const QPointF places[] = {{100, 100}, {20, 100}, {180, 100}, {100, 20}, {100, 180}, {280, 100}};
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        scene.nodes[i].centre = places[i];
        scene.nodes[i].size = QSizeF(40, 20);
        scene.nodes[i].row = static_cast<std::int32_t>(i);
    }
    for (const int target : {1, 3, 4, 5})
        scene.edges.push_back({0, target, "physical", false, false, {}});
    scene.size = QSizeF(300, 200);
    return scene;
}

} // namespace

class TestGraphScene : public QObject
{
    Q_OBJECT

private slots:
    void labelsFitTheirNodes()
    {
        const auto cell = smallCell();
        QFont font = QGuiApplication::font();
        for (const int pixels : {9, 13, 24}) {
            font.setPixelSize(pixels);
            const GraphScene scene = makeScene(*cell, metabolicNeighbourhood(*cell, Genotype{0, 1, 2}), {}, font);
            const QFontMetricsF metrics(font);
            QVERIFY(scene.nodes.size() >= 8);
            for (const SceneNode &node : scene.nodes) {
                QVERIFY(node.size.width() >= metrics.horizontalAdvance(node.label));
                QVERIFY(node.size.height() >= metrics.height());
            }
        }
    }

    void knockoutsAreMarkedWhereverTheyAre()
    {
        const auto cell = smallCell();
        const GraphScene scene = makeScene(*cell, geneNeighbourhood(*cell, Genotype{1}, {}), Genotype{4}, QFont());
        for (const SceneNode &node : scene.nodes) {
            QCOMPARE(node.focus, node.row == 1);
            QCOMPARE(node.knockedOut, node.row == 4);
        }
    }

    void findsNodesAndNeighbours()
    {
        const GraphScene scene = crossScene();
        QCOMPARE(scene.nodeAt({100, 100}), 0);
        QCOMPARE(scene.nodeAt({25, 105}), 1);
        QCOMPARE(scene.nodeAt({60, 60}), -1);
        QCOMPARE(scene.neighboursOf(0), (std::vector<int>{1, 3, 4, 5}));
        QCOMPARE(scene.neighboursOf(2), std::vector<int>());
        QCOMPARE(scene.nodeTowards(0, {-1, 0}), 1);
        QCOMPARE(scene.nodeTowards(0, {0, -1}), 3);
        QCOMPARE(scene.nodeTowards(0, {0, 1}), 4);
        // A joined node wins over a nearer one that is not.
        QCOMPARE(scene.nodeTowards(0, {1, 0}), 5);
        QCOMPARE(scene.nodeTowards(2, {-1, 0}), 0);
        QCOMPARE(scene.nodeTowards(5, {1, 0}), -1);
    }

    void layoutOfAnotherGraphIsRefused()
    {
        GraphScene scene = crossScene();
        LayoutResult result;
        result.nodes.resize(5);
        result.edges.resize(4);
        QVERIFY(!applyLayout(scene, result));
        QCOMPARE(scene.nodes[0].centre, QPointF(100, 100));
    }

    void tooltipsAreEscapedAndComplete()
    {
        const auto cell = smallCell();
        const QString gene = nodeTooltip(*cell, {NodeKind::Gene, 1, "HXK2", true});
        QVERIFY(gene.contains("HXK2") && gene.contains("YTS002W"));
        QVERIFY(gene.contains("&lt;isozyme&gt;"));
        QVERIFY(gene.contains("4 physical"));
        const QString reaction = nodeTooltip(*cell, {NodeKind::Reaction, 0, "", false});
        QVERIFY(reaction.contains(QStringLiteral("D-glucose [c] → G6P [c]")));
        QVERIFY(reaction.contains("HXK1 or HXK2"));
        QVERIFY(nodeTooltip(*cell, {NodeKind::Reaction, 1, "", false}).contains(QStringLiteral("G6P [c] ⇌ F6P [c]")));
        QVERIFY(nodeTooltip(*cell, {NodeKind::Metabolite, 0, "", false}).contains("C6H12O6"));
    }

    void captionCountsHonestly()
    {
        Subgraph graph;
        graph.neighbours = 240;
        graph.omittedNodes = 228;
        QVERIFY(captionText(graph).startsWith("12 of 240 neighbours shown"));
        graph.omittedNodes = 0;
        QCOMPARE(captionText(graph), QString("Neighbours: 240"));
    }

    void paintsStrangeScenes()
    {
        QImage image(300, 200, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintScene(painter, GraphScene(), lightPalette());
        GraphScene scene = crossScene();
        scene.edges.push_back({0, 0, "physical", true, false, {}});
        scene.edges.push_back({1, 2, "made up", true, true, {{1, 1}, {1, 1}, {1, 1}, {1, 1}}});
        scene.edgeTypes = {"physical", "made up"};
        paintScene(painter, scene, darkPalette(), {0});
        paintPicture(painter, scene, lightPalette(), image.size(), QApplication::font());
        painter.end();
        QVERIFY(pictureSize(GraphScene(), lightPalette()).isEmpty());
        QVERIFY(qAlpha(image.pixel(150, 100)) > 0);
    }
};

QTEST_MAIN(TestGraphScene)
#include "test_graph_scene.moc"
