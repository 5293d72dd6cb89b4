#include "map_test_parts.h"
#include "tests/patience.h"
#include "tests/ui/picture.h"
#include "ui/metabolism/map_canvas.h"
#include "ui/metabolism/map_legend.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

MapElement reactionNamed(const MapScene &scene, const char *id)
{
    for (std::size_t i = 0; i < scene.document.reactions.size(); ++i) {
        if (scene.document.reactions[i].reaction == id)
            return {MapElement::Kind::Reaction, static_cast<std::int32_t>(i)};
    }
    return {};
}

bool anyOverlap(const std::vector<PlacedLabel> &labels)
{
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            if (labels[i].box.intersects(labels[k].box))
                return true;
        }
    }
    return false;
}

} // namespace

class TestMapCanvas : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        applyTheme(ThemeChoice::Light);
        cell_ = demoCell();
        const std::vector<std::int32_t> nad = reactionsOf(*cell_, {"BNA1", "BNA4", "BNA5", "NPT1"});
        QVERIFY(!nad.empty());
        Genotype genes{cell_->genes.resolve("BNA1").gene, cell_->genes.resolve("NPT1").gene};
        const MainPairs pairs(cell_->metabolism);
        scene_ = drawnScene(cell_, reactionsAround(*cell_, pairs, genes, 2), genes);
        QVERIFY(scene_->reactionRows.size() > 5);
    }

    void labelsNeverOverlapAndMoreAppearNearBy()
    {
        std::size_t before = 0;
        for (const double zoom : {0.05, 0.15, 0.4, 0.8, 1.5}) {
            const std::vector<PlacedLabel> labels = placeLabels(*scene_, zoom, {});
            QVERIFY(!anyOverlap(labels));
            QVERIFY2(labels.size() >= before, qPrintable(QString::number(zoom)));
            before = labels.size();
        }
        // Near enough, nearly every word is there.
        QVERIFY2(before * 100 >= scene_->labels.size() * 95,
                 qPrintable(QStringLiteral("%1 of %2").arg(before).arg(scene_->labels.size())));
    }

    void textsThatGrewKeepOffTheLines()
    {
        for (const PlacedLabel &placed : placeLabels(*scene_, 0.3, {})) {
            const MapLabel &label = scene_->labels[static_cast<std::size_t>(placed.label)];
            if (label.kind == MapLabel::Kind::Frame)
                continue;
            for (const MapStroke &stroke : scene_->strokes) {
                const QRectF inner = placed.box.adjusted(1.0, 1.0, -1.0, -1.0);
                for (int i = 0; i <= 60; ++i)
                    QVERIFY2(!inner.contains(stroke.at(i / 60.0)), qPrintable(label.text));
            }
        }
    }

    void knockedOutGenesAreNamedFirst()
    {
        bool found = false;
        for (const MapLabel &label : scene_->labels) {
            found = found || (!label.pieces.empty() && label.pieces.front().text == QLatin1String("BNA1"));
        }
        QVERIFY(found);
    }

    void wheelZoomsAtThePointerAndKeysFit()
    {
        MapCanvas canvas;
        show(canvas);
        const double fitted = canvas.view().zoom;
        const QPointF pointer(200.0, 150.0);
        const QPointF place = canvas.view().toPlace(pointer);
        canvas.setFocus();
        QWheelEvent wheel(pointer, canvas.mapToGlobal(pointer), {}, QPoint(0, 240), Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&canvas, &wheel);
        QVERIFY(canvas.view().zoom > fitted);
        const QPointF off = canvas.view().toPixel(place) - pointer;
        QVERIFY(std::hypot(off.x(), off.y()) < 1e-6);
        QTest::keyClick(&canvas, Qt::Key_Plus);
        const double nearer = canvas.view().zoom;
        QTest::keyClick(&canvas, Qt::Key_Minus);
        QVERIFY(canvas.view().zoom < nearer);
        QTest::keyClick(&canvas, Qt::Key_F);
        QCOMPARE(canvas.view().zoom, fitted);
        QTest::keyClick(&canvas, Qt::Key_Plus);
        QTest::keyClick(&canvas, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(canvas.view().zoom, fitted);
    }

    void draggingAndArrowsPan()
    {
        MapCanvas canvas;
        show(canvas);
        canvas.zoomBy(3.0, {350.0, 240.0});
        const QPointF before = canvas.view().offset;
        QTest::mousePress(&canvas, Qt::LeftButton, {}, {300, 400});
        QTest::mouseMove(&canvas, {340, 430});
        QTest::mouseMove(&canvas, {360, 430});
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {360, 430});
        QCOMPARE(canvas.view().offset, before + QPointF(60.0, 30.0));
        QVERIFY(canvas.selected().isNone());
        QTest::keyClick(&canvas, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(canvas.view().offset.x() < before.x() + 60.0);
        QVERIFY(!canvas.overviewBox().isEmpty());
    }

    void clickSelectsAndTellsTheRow()
    {
        MapCanvas canvas;
        show(canvas);
        QSignalSpy selected(&canvas, &MapCanvas::selectionChanged);
        QSignalSpy activated(&canvas, &MapCanvas::activated);
        QSignalSpy hovered(&canvas, &MapCanvas::reactionHovered);
        const MapElement npt1 = reactionNamed(*scene_, "NPT1");
        QVERIFY(!npt1.isNone());
        canvas.flyTo(npt1);
        QTRY_VERIFY(!canvas.flying());
        canvas.select({});
        const QPoint place = canvas.pixelOf(npt1).toPoint();
        QTest::mouseMove(&canvas, place);
        QCOMPARE(hovered.last().at(0).toInt(), scene_->rowOf(npt1));
        selected.clear();
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, place);
        QCOMPARE(selected.count(), 1);
        QCOMPARE(canvas.selected(), npt1);
        QTest::mouseDClick(&canvas, Qt::LeftButton, {}, place);
        QCOMPARE(activated.count(), 1);
        QTest::keyClick(&canvas, Qt::Key_Return);
        QCOMPARE(activated.count(), 2);
    }

    void arrowsWalkAlongTheLines()
    {
        MapCanvas canvas;
        show(canvas);
        const MapElement npt1 = reactionNamed(*scene_, "NPT1");
        const std::vector<MapElement> joined = scene_->neighboursOf(npt1);
        QVERIFY(joined.size() >= 2);
        canvas.select(npt1);
        bool walked = false;
        for (const int key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right}) {
            canvas.select(npt1);
            QTest::keyClick(&canvas, static_cast<Qt::Key>(key));
            walked = walked || std::find(joined.begin(), joined.end(), canvas.selected()) != joined.end();
        }
        QVERIFY(walked);
    }

    void findFliesToGenesReactionsAndMetabolites()
    {
        MapCanvas canvas;
        show(canvas);
        QVERIFY(canvas.find(QStringLiteral("bna1"), 0) >= 1);
        QCOMPARE(canvas.selected().kind, MapElement::Kind::Reaction);
        QTRY_VERIFY(!canvas.flying());
        QVERIFY(QRectF(canvas.rect()).contains(canvas.pixelOf(canvas.selected())));
        QVERIFY(canvas.view().zoom >= 0.79);
        QVERIFY(canvas.find(QStringLiteral("quinolinate"), 0) >= 1);
        const MapElement selected = canvas.selected();
        QCOMPARE(canvas.find(QStringLiteral("nothing is called so"), 0), std::size_t{0});
        QCOMPARE(canvas.selected(), selected);
    }

    void manyNodesOpenAndPan()
    {
        MapDocument many = manyNodes(71);
        // What other people's maps hold: a place far away, and one at the end of what can be drawn.
        many.nodes.front().position = {-9e6, 9e6};
        MapMatch none = matchMap(many, *cell_);
        const MapScenePtr scene = makeMapScene(std::move(many), std::move(none), cell_, {}, QApplication::font());
        QVERIFY(scene->document.nodes.size() > 5000);
        MapCanvas canvas;
        canvas.resize(700, 480);
        canvas.setScene(scene);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        canvas.flyTo({MapElement::Kind::Reaction, 2000});
        QTRY_VERIFY(!canvas.flying());
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(&canvas, Qt::Key_Right, Qt::ShiftModifier);
            canvas.repaint();
        }
        QVERIFY(!anyOverlap(canvas.labels()));
        QVERIFY(canvas.find(QStringLiteral("r4000"), 0) >= 1);
        QTRY_VERIFY(!canvas.flying());
        keepPicture(canvas, "map-many");
        // What was found is seen, not a blot of the whole map's picture.
        const QImage seen = canvas.grab().toImage();
        int paper = 0;
        for (int y = 0; y < seen.height(); ++y) {
            for (int x = 0; x < seen.width(); ++x)
                paper += seen.pixelColor(x, y) == canvas.palette().color(QPalette::Base) ? 1 : 0;
        }
        QVERIFY(paper * 2 > seen.width() * seen.height());
    }

    /// What the machine takes is in the log; that it is drawn at all is what is tested.
    void aThousandReactionsAreDrawn()
    {
        MapDocument many = manyNodes(32);
        MapMatch none = matchMap(many, *cell_);
        const MapScenePtr scene = makeMapScene(std::move(many), std::move(none), cell_, {}, QApplication::font());
        QVERIFY(scene->document.reactions.size() > 1000);
        MapCanvas canvas;
        canvas.resize(1280, 720);
        canvas.setScene(scene);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        canvas.repaint();
        QElapsedTimer clock;
        clock.start();
        int frames = 0;
        for (int i = 0; i < 120; ++i, ++frames) {
            canvas.panBy({i < 60 ? -6.0 : 6.0, 2.0});
            canvas.repaint();
        }
        qInfo("panning: %.1f ms a frame", double(clock.restart()) / frames);
        for (int i = 0; i < 60; ++i) {
            canvas.zoomBy(i < 30 ? 1.08 : 1.0 / 1.08, {640.0, 360.0});
            canvas.repaint();
        }
        qInfo("zooming: %.1f ms a frame", double(clock.elapsed()) / 60.0);
        QVERIFY(!canvas.labels().empty());
    }

    void aPictureHasItsLegendAndNoTwoTextsOverlap()
    {
        MapPainting painting;
        painting.scale = MapPainting::Scale::Magnitude;
        painting.limit = 10.0;
        painting.title = QStringLiteral("flux");
        painting.unit = QStringLiteral("mmol/gDW/h");
        QImage image(900, 600, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintMapPicture(painter, *scene_, painting, lightPalette(), QSizeF(900.0, 600.0), QApplication::font());
        painter.end();
        const QRectF strip(0.0, 0.0, 884.0, 0.0);
        const double legend = paintMapLegend(nullptr, *scene_, painting, lightPalette(), QApplication::font(), strip);
        QVERIFY(legend > 10.0);
        bool inked = false;
        for (int x = 0; x < image.width(); ++x)
            inked = inked || image.pixelColor(x, image.height() - static_cast<int>(legend / 2.0)) != QColor(Qt::white);
        QVERIFY(inked);
    }

    void emptyMapsAreNoTrouble()
    {
        MapCanvas canvas;
        canvas.resize(300, 200);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        canvas.setScene(makeMapScene({}, {}, cell_, {}, QApplication::font()));
        for (const Qt::Key key : {Qt::Key_F, Qt::Key_Plus, Qt::Key_Right, Qt::Key_Space, Qt::Key_Return})
            QTest::keyClick(&canvas, key);
        canvas.repaint();
        canvas.setScene(nullptr);
        canvas.repaint();
        QCOMPARE(canvas.find(QStringLiteral("x"), 0), std::size_t{0});
    }

private:
    void show(MapCanvas &canvas)
    {
        canvas.resize(700, 480);
        canvas.setScene(scene_);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
    }

    std::shared_ptr<const Cell> cell_;
    MapScenePtr scene_;
};

QTEST_MAIN(TestMapCanvas)
#include "test_map_canvas.moc"
