// The heat map as a person uses it.
#include "pair_test_data.h"

#include "tests/patience.h"
#include "tests/ui/console.h"
#include "tests/ui/picture.h"
#include "ui/plots/pair_heat_map.h"
#include "ui/theme/colours.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <qcustomplot.h>
#include <QElapsedTimer>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

constexpr QSize kSize(700, 620);
constexpr float gap = std::numeric_limits<float>::quiet_NaN();

/// Keeps a picture for a person to look at when KNOCKSCAPE_PICTURES names a folder.
void keepMap(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("KNOCKSCAPE_PICTURES");
    if (!folder.isEmpty())
        widget.grab().save(folder + "/heatmap-" + name + ".png");
}

void show(PairHeatMap &map, std::shared_ptr<const PairMatrix> matrix, QSize size = kSize)
{
    map.resize(size);
    map.setMatrix(std::move(matrix));
    map.show();
    QVERIFY(QTest::qWaitForWindowExposed(&map));
    QTRY_VERIFY(!map.ordering());
    map.canvas()->replot(QCustomPlot::rpImmediateRefresh);
}

void draw(PairHeatMap &map)
{
    map.canvas()->replot(QCustomPlot::rpImmediateRefresh);
}

/// Turns the wheel over a plot that is worked with.
void wheel(QWidget *target, const QPointF &where, int delta)
{
    target->setFocus();
    QVERIFY(QTest::qWaitFor([target] { return target->hasFocus(); }));
    QWheelEvent event(where, target->mapToGlobal(where), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(target, &event);
}

void press(PairHeatMap &map, const char *button)
{
    auto *found = map.findChild<QAbstractButton *>(button);
    QVERIFY(found && found->isVisible());
    QTest::mouseClick(found, Qt::LeftButton);
}

std::vector<std::size_t> counted(std::size_t genes)
{
    std::vector<std::size_t> order(genes);
    std::iota(order.begin(), order.end(), std::size_t{0});
    return order;
}

/// The names written along an axis, where they are, in pixels.
std::vector<double> namePixels(const QCPAxis *axis)
{
    const auto ticker = axis->ticker().dynamicCast<QCPAxisTickerText>();
    std::vector<double> pixels;
    for (const double tick : ticker->ticks().keys())
        pixels.push_back(axis->coordToPixel(tick));
    std::sort(pixels.begin(), pixels.end());
    return pixels;
}

using Pair = std::pair<int, int>;

} // namespace

class TestPairHeatMap : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        keepMessages();
        qApp->setPalette(lightPalette());
    }

    void clickOpensThePairUnderThePointer()
    {
        PairHeatMap map;
        show(map, shared(makePanel(20)));
        QSignalSpy activated(&map, &PairHeatMap::genotypeActivated);
        for (const Pair &pair : {Pair{0, 1}, Pair{19, 3}, Pair{7, 7}, Pair{12, 18}}) {
            const QPoint pixel = map.pixelOf(pair.first, pair.second).toPoint();
            QVERIFY(map.canvas()->rect().contains(pixel));
            QTest::mouseClick(map.canvas(), Qt::LeftButton, {}, pixel);
            QCOMPARE(activated.count(), 1);
            const QList<QVariant> genes = activated.takeFirst();
            QCOMPARE(Pair(genes[0].toInt(), genes[1].toInt()), pair);
            QCOMPARE(map.currentPair(), std::optional(pair));
        }
        QTest::mouseClick(map.canvas(), Qt::LeftButton, {}, QPoint(3, 3));
        QCOMPARE(activated.count(), 0);
        keepMap(map, "20");
    }

    void genesAreOrderedInTheBackground()
    {
        PairHeatMap map;
        map.resize(kSize);
        QSignalSpy shown(&map, &PairHeatMap::shown);
        map.setMatrix(shared(makePanel(200)));
        // At once as given, and soon by what they do.
        QVERIFY(map.ordering());
        QCOMPARE(map.pairs().order(), counted(200));
        map.show();
        QVERIFY(QTest::qWaitForWindowExposed(&map));
        draw(map);
        QTRY_VERIFY(!map.ordering());
        QVERIFY(map.pairs().order() != counted(200));
        QVERIFY(shown.count() >= 2);
        // Members of the four pathways that do something are neighbours.
        int borders = 0;
        for (std::size_t place = 1; place < 200; ++place)
            borders += map.pairs().gene(place) % 6 != map.pairs().gene(place - 1) % 6 ? 1 : 0;
        QVERIFY2(borders < 12, qPrintable(QString::number(borders)));
        draw(map);
        QVERIFY(!map.legendTexts().join('|').contains(PairHeatMap::tr("ordering the genes…")));
        keepMap(map, "200");
    }

    void otherOrdersAreOneClickAway()
    {
        PairHeatMap map;
        const auto matrix = shared(makePanel(30));
        show(map, matrix);
        const std::vector<std::size_t> clustered = map.pairs().order();
        map.setCurrentPair(4, 17);
        press(map, "orderAsGiven");
        QCOMPARE(map.order(), PairHeatMap::Order::AsGiven);
        QCOMPARE(map.pairs().order(), counted(30));
        // The cell cursor stays with its genes.
        QCOMPARE(map.currentPair(), std::optional(Pair(4, 17)));
        press(map, "orderAlphabetical");
        QCOMPARE(map.pairs().order(), alphabeticalOrder(matrix->genes));
        QVERIFY(!map.ordering());
        press(map, "orderClustered");
        // It is known already.
        QVERIFY(!map.ordering());
        QCOMPARE(map.pairs().order(), clustered);
    }

    void quantitiesAreSwitchedAndMissingOnesCannotBe()
    {
        PairHeatMap map;
        PairPlanes planes = makePanel(24);
        planes.epistasis.clear();
        show(map, shared(planes));
        QCOMPARE(map.quantity(), PairQuantity::Interaction);
        QVERIFY(!map.findChild<QAbstractButton *>("showEpistasis")->isEnabled());
        press(map, "showFitness");
        QCOMPARE(map.quantity(), PairQuantity::Fitness);
        QTRY_VERIFY(!map.ordering());
        draw(map);
        auto *scale = map.canvas()->findChild<QCPColorScale *>();
        QVERIFY(scale);
        QCOMPARE(scale->axis()->label(), quantityLabel(PairQuantity::Fitness));
        QCOMPARE(scale->dataRange().lower, map.colourRange().low);
        keepMap(map, "24-fitness");
        planes.interaction.clear();
        map.setMatrix(shared(planes));
        QCOMPARE(map.quantity(), PairQuantity::Fitness);
        QVERIFY(!map.findChild<QAbstractButton *>("showInteraction")->isEnabled());
    }

    void coloursFollowTheSignAndTheTheme_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void coloursFollowTheSignAndTheTheme()
    {
        QFETCH(bool, dark);
        const QPalette palette = dark ? darkPalette() : lightPalette();
        PairHeatMap map;
        PairPlanes planes = makePanel(10);
        std::fill(planes.interaction.begin(), planes.interaction.end(), 0.0F);
        planes.setBoth(planes.interaction, 0, 1, -0.5F);
        planes.setBoth(planes.interaction, 2, 3, 0.5F);
        planes.setBoth(planes.interaction, 4, 5, gap);
        map.setOrder(PairHeatMap::Order::AsGiven);
        qApp->setPalette(palette);
        show(map, shared(planes));
        const QImage picture = map.canvas()->grab().toImage();
        const auto colourAt = [&](int a, int b) {
            return picture.pixelColor((map.pixelOf(a, b) * picture.devicePixelRatio()).toPoint());
        };
        const auto alike = [](const QColor &a, const QColor &b) {
            return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) < 12;
        };
        QVERIFY(alike(colourAt(0, 1), negativeColour(palette)));
        QVERIFY(alike(colourAt(1, 0), negativeColour(palette)));
        QVERIFY(alike(colourAt(2, 3), positiveColour(palette)));
        QVERIFY(alike(colourAt(6, 8), palette.color(QPalette::Base)));
        const QColor none = noValueColour(palette);
        QVERIFY(alike(colourAt(4, 5), none));
        QVERIFY(alike(colourAt(7, 7), none));
        QVERIFY(!alike(none, palette.color(QPalette::Base)));
        QVERIFY(map.legendTexts().join('|').contains(PairHeatMap::tr("no value: same gene, or not computed")));
        keepMap(map, dark ? "10-dark" : "10-light");
    }

    void themeChangesWhileItIsShown()
    {
        PairHeatMap map;
        show(map, shared(makePanel(40)));
        const QColor light = map.canvas()->grab().toImage().pixelColor(2, 2);
        qApp->setPalette(darkPalette());
        QTRY_VERIFY(map.canvas()->grab().toImage().pixelColor(2, 2).lightness() < light.lightness() - 100);
        keepMap(map, "40-dark");
    }

    void mapIsSquareAndNothingLeavesTheCanvas_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("wide") << QSize(1000, 400);
        QTest::newRow("tall") << QSize(420, 800);
        QTest::newRow("small") << QSize(300, 260);
    }

    void mapIsSquareAndNothingLeavesTheCanvas()
    {
        QFETCH(QSize, size);
        PairHeatMap map;
        show(map, shared(makePanel(60)), size);
        const QRect square = map.canvas()->axisRect()->rect();
        QCOMPARE(square.width(), square.height());
        QVERIFY(map.canvas()->rect().contains(map.canvas()->axisRect()->outerRect()));
        auto *scale = map.canvas()->findChild<QCPColorScale *>();
        QVERIFY(map.canvas()->rect().contains(scale->outerRect()));
        QVERIFY(scale->outerRect().left() >= square.right());
        // The legend takes room where there is more of it than the map needs.
        QVERIFY(!map.legendTexts().isEmpty());
        if (size.width() > 2 * size.height())
            QVERIFY(square.height() > map.canvas()->height() * 3 / 4);
        else
            QVERIFY(square.top() > 40);
        keepMap(map, QStringLiteral("60-%1x%2").arg(size.width()).arg(size.height()));
    }

    void namesNeverOverlap_data()
    {
        QTest::addColumn<int>("genes");
        for (const int genes : {2, 20, 45, 200, 1000})
            QTest::addRow("%d", genes) << genes;
    }

    void namesNeverOverlap()
    {
        QFETCH(int, genes);
        PairHeatMap map;
        map.setOrder(PairHeatMap::Order::AsGiven);
        show(map, shared(makePanel(static_cast<std::size_t>(genes))));
        const double line = QFontMetricsF(map.canvas()->xAxis->tickLabelFont()).height();
        for (int zooms = 0; zooms < 12; ++zooms) {
            for (const QCPAxis *axis : {map.canvas()->xAxis, map.canvas()->yAxis}) {
                const std::vector<double> pixels = namePixels(axis);
                QVERIFY(!pixels.empty());
                for (std::size_t i = 1; i < pixels.size(); ++i)
                    QVERIFY2(pixels[i] - pixels[i - 1] >= line - 0.5, qPrintable(QString::number(zooms)));
            }
            wheel(map.canvas(), map.canvas()->axisRect()->rect().center(), 240);
            draw(map);
        }
        // Close up, every gene that is seen has its name.
        QCOMPARE(static_cast<double>(namePixels(map.canvas()->xAxis).size()), std::round(map.span()));
    }

    void aWheelThatPassesOverChangesNothing()
    {
        PairHeatMap map;
        show(map, shared(makePanel(100)));
        map.canvas()->clearFocus();
        const QPointF where = map.pixelOf(10, 60);
        const auto turn = [&](Qt::KeyboardModifiers modifiers) {
            QWheelEvent event(where, map.canvas()->mapToGlobal(where), {}, {0, 240}, Qt::NoButton, modifiers,
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(map.canvas(), &event);
            draw(map);
        };
        turn(Qt::NoModifier);
        QVERIFY(!map.zoomed());
        turn(Qt::ControlModifier);
        QVERIFY(map.zoomed());
    }

    void theCursorsPairIsNamed()
    {
        PairHeatMap map;
        show(map, shared(makePanel(12)));
        const auto *named = map.findChild<QLabel *>(QStringLiteral("heatMapCurrent"));
        QVERIFY(named && named->text().isEmpty());
        map.setCurrentPair(2, 7);
        const QString pair = map.matrix()->genes[2].toLower() + QStringLiteral("Δ ") +
                             map.matrix()->genes[7].toLower() + QStringLiteral("Δ");
        QVERIFY2(named->toolTip().startsWith(pair), qPrintable(named->toolTip()));
        const int top = map.canvas()->y();
        QTest::keyClick(map.canvas(), Qt::Key_Down);
        QVERIFY(!named->toolTip().startsWith(pair) && !named->toolTip().isEmpty());
        // Words come and go without moving the map.
        QCOMPARE(map.canvas()->y(), top);
    }

    void layoutsOfAnySizeAreSound()
    {
        PairHeatMap map;
        map.setMatrix(shared(makePanel(200)));
        map.show();
        QTRY_VERIFY(!map.ordering());
        // The cramped ones too: QCustomPlot says on the console where minimum and maximum contradict each other.
        for (const QSize &size : {QSize(200, 160), QSize(260, 200), QSize(400, 190), QSize(900, 170), QSize(300, 700),
                                  QSize(1280, 240), QSize(1600, 900)}) {
            map.resize(size);
            QApplication::processEvents();
            draw(map);
            const QRect shown = map.canvas()->axisRect()->rect();
            QVERIFY2(std::abs(shown.width() - shown.height()) <= 1, qPrintable(QString::number(shown.width())));
        }
        QVERIFY2(messages().isEmpty(), qPrintable(messages().join(QLatin1Char('\n'))));
    }

    void wheelAndKeysZoomInsideTheData()
    {
        PairHeatMap map;
        show(map, shared(makePanel(100)));
        QVERIFY(!map.zoomed());
        QCOMPARE(map.span(), 100.0);
        const QPointF where = map.pixelOf(10, 60);
        const auto before = map.pairAt(where);
        for (int i = 0; i < 5; ++i)
            wheel(map.canvas(), where, 120);
        draw(map);
        QVERIFY(map.zoomed());
        QVERIFY(map.span() < 60.0);
        QCOMPARE(map.pairAt(where), before);
        QCOMPARE(map.canvas()->xAxis->range().size(), map.canvas()->yAxis->range().size());
        for (int i = 0; i < 60; ++i)
            wheel(map.canvas(), where, 240);
        draw(map);
        QCOMPARE(map.span(), 4.0);
        QTest::keyClick(map.canvas(), Qt::Key_0);
        draw(map);
        QVERIFY(!map.zoomed());
        QTest::keyClick(map.canvas(), Qt::Key_Plus);
        draw(map);
        QCOMPARE(map.span(), 80.0);
        QTest::keyClick(map.canvas(), Qt::Key_Minus);
        QTest::keyClick(map.canvas(), Qt::Key_Minus);
        draw(map);
        QCOMPARE(map.span(), 100.0);
        QCOMPARE(map.canvas()->xAxis->range().lower, -0.5);
    }

    void dragMovesAndDoesNotOpen()
    {
        PairHeatMap map;
        show(map, shared(makePanel(80)));
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(map.canvas(), Qt::Key_Plus);
        draw(map);
        QSignalSpy activated(&map, &PairHeatMap::genotypeActivated);
        const QPoint from = map.canvas()->axisRect()->rect().center();
        const auto pair = map.pairAt(from);
        const QPoint to = from + QPoint(70, -50);
        QTest::mousePress(map.canvas(), Qt::LeftButton, {}, from);
        QTest::mouseMove(map.canvas(), from + QPoint(30, -20));
        QTest::mouseMove(map.canvas(), to);
        QTest::mouseRelease(map.canvas(), Qt::LeftButton, {}, to);
        draw(map);
        QCOMPARE(activated.count(), 0);
        QCOMPARE(map.pairAt(to), pair);
    }

    void shiftDragZoomsToTheRectangle()
    {
        PairHeatMap map;
        show(map, shared(makePanel(100)));
        QSignalSpy activated(&map, &PairHeatMap::genotypeActivated);
        const QRect square = map.canvas()->axisRect()->rect();
        const QPoint from = square.topLeft() + QPoint(square.width() / 4, square.height() / 2);
        const QPoint to = from + QPoint(square.width() / 5, square.height() / 10);
        const auto middle = map.pairAt((QPointF(from) + QPointF(to)) / 2.0);
        QTest::mousePress(map.canvas(), Qt::LeftButton, Qt::ShiftModifier, from);
        QTest::mouseMove(map.canvas(), from + QPoint(20, 10));
        QTest::mouseMove(map.canvas(), to);
        QTest::mouseRelease(map.canvas(), Qt::LeftButton, Qt::ShiftModifier, to);
        draw(map);
        QCOMPARE(activated.count(), 0);
        QVERIFY2(std::abs(map.span() - 20.0) < 1.0, qPrintable(QString::number(map.span())));
        QCOMPARE(map.pairAt(QPointF(square.center())), middle);
        QCOMPARE(map.canvas()->axisRect()->rect(), square);
    }

    void arrowKeysMoveTheCellCursorAndKeepItInView()
    {
        PairHeatMap map;
        map.setOrder(PairHeatMap::Order::AsGiven);
        show(map, shared(makePanel(60)));
        QSignalSpy activated(&map, &PairHeatMap::genotypeActivated);
        QTest::keyClick(map.canvas(), Qt::Key_Return);
        QCOMPARE(activated.count(), 0);
        QTest::keyClick(map.canvas(), Qt::Key_Right);
        QCOMPARE(map.currentPair(), std::optional(Pair(0, 0)));
        QTest::keyClick(map.canvas(), Qt::Key_Right);
        QTest::keyClick(map.canvas(), Qt::Key_Right);
        QTest::keyClick(map.canvas(), Qt::Key_Down);
        QCOMPARE(map.currentPair(), std::optional(Pair(1, 2)));
        QTest::keyClick(map.canvas(), Qt::Key_Up);
        QTest::keyClick(map.canvas(), Qt::Key_Up);
        QCOMPARE(map.currentPair(), std::optional(Pair(0, 2)));
        QTest::keyClick(map.canvas(), Qt::Key_PageDown);
        QTest::keyClick(map.canvas(), Qt::Key_Left);
        QTest::keyClick(map.canvas(), Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first(), (QList<QVariant>{10, 1}));
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(map.canvas(), Qt::Key_Plus);
        draw(map);
        const QRect square = map.canvas()->axisRect()->rect();
        for (int i = 0; i < 30; ++i) {
            QTest::keyClick(map.canvas(), i % 2 == 0 ? Qt::Key_Right : Qt::Key_Down);
            draw(map);
            const Pair pair = *map.currentPair();
            QVERIFY(square.contains(map.pixelOf(pair.first, pair.second).toPoint()));
        }
        QCOMPARE(map.currentPair(), std::optional(Pair(25, 16)));
        keepMap(map, "60-cursor");
    }

    void shiftWithAnArrowKeyMovesTheMap()
    {
        PairHeatMap map;
        show(map, shared(makePanel(80)));
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(map.canvas(), Qt::Key_Plus);
        draw(map);
        const double before = map.canvas()->xAxis->range().lower;
        QTest::keyClick(map.canvas(), Qt::Key_Right, Qt::ShiftModifier);
        draw(map);
        QVERIFY(map.canvas()->xAxis->range().lower > before + 1.0);
        QVERIFY(!map.currentPair());
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(map.canvas(), Qt::Key_Right, Qt::ShiftModifier);
        draw(map);
        QCOMPARE(map.canvas()->xAxis->range().upper, 79.5);
    }

    void cursorIsSeen()
    {
        PairHeatMap map;
        show(map, shared(makePanel(20)));
        const QImage before = map.canvas()->grab().toImage();
        map.setCurrentPair(3, 8);
        QVERIFY(map.canvas()->grab().toImage() != before);
        const QImage framed = map.canvas()->grab().toImage();
        const auto geneAt = [&map](std::size_t place) { return static_cast<int>(map.pairs().gene(place)); };
        QTest::mouseMove(map.canvas(), map.pixelOf(geneAt(1), geneAt(4)).toPoint());
        QTRY_VERIFY(map.canvas()->grab().toImage() != framed);
        keepMap(map, "20-hover");
    }

    void hoveringTellsNamesAndEveryValue()
    {
        PairHeatMap map;
        PairPlanes planes = makePanel(8);
        planes.setBoth(planes.fitness, 1, 2, 0.5F);
        planes.setBoth(planes.epistasis, 1, 2, -0.25F);
        planes.setBoth(planes.interaction, 1, 2, -0.125F);
        planes.setBoth(planes.interaction, 3, 4, gap);
        show(map, shared(planes));
        const QString text = map.pairText(1, 2);
        for (const char *part : {"trp1Δ vps1Δ", "0.5", "0.75", "−0.25", "−0.125"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(text));
        QVERIFY(map.pairText(3, 4).contains(QStringLiteral("not available")));
        QVERIFY(map.pairText(5, 5).contains(QStringLiteral("<i>cox1Δ</i>")));
        QVERIFY(!map.pairText(5, 5).contains(QStringLiteral("interaction")));
    }

    void manyGenesShareDotsThatShowTheExtremes()
    {
        PairHeatMap map;
        PairPlanes planes = makePanel(1000);
        planes.setBoth(planes.interaction, 700, 123, -3.0F);
        map.setOrder(PairHeatMap::Order::AsGiven);
        show(map, shared(planes));
        QVERIFY(map.step() > 1);
        QVERIFY(map.legendTexts().join('|').contains(
            PairHeatMap::tr("each dot: the most extreme of %1 × %1 pairs").arg(map.step())));
        // The lone strong pair is seen, and found by pointing at its dot, wherever in it that is.
        const QImage picture = map.canvas()->grab().toImage();
        const QPointF pixel = map.pixelOf(700, 123);
        const QColor colour = picture.pixelColor((pixel * picture.devicePixelRatio()).toPoint());
        QVERIFY2(colour.blue() > colour.red() + 100, qPrintable(colour.name()));
        QCOMPARE(map.pairAt(pixel), std::optional(Pair(700, 123)));
        QSignalSpy activated(&map, &PairHeatMap::genotypeActivated);
        QTest::mouseClick(map.canvas(), Qt::LeftButton, {}, pixel.toPoint());
        QCOMPARE(activated.count(), 1);
        // Close up every pair is itself.
        for (int i = 0; i < 10; ++i)
            QTest::keyClick(map.canvas(), Qt::Key_Plus);
        draw(map);
        QCOMPARE(map.step(), std::size_t{1});
        QVERIFY(!map.legendTexts().join('|').contains(QStringLiteral("×")));
    }

    void tooManyOrTooFewGenesAreExplained()
    {
        PairHeatMap map;
        map.setEmptyText(QStringLiteral("Screen something."));
        map.resize(kSize);
        map.show();
        QVERIFY(QTest::qWaitForWindowExposed(&map));
        auto *label = map.findChild<QLabel *>();
        QVERIFY(label && label->isVisible());
        QCOMPARE(label->text(), QStringLiteral("Screen something."));
        QString error;
        QVERIFY(!written(map.picture(), QStringLiteral("/tmp/never.png"), &error));
        QVERIFY(!error.isEmpty());
        auto large = std::make_shared<PairMatrix>();
        large->genes.assign(2001, QStringLiteral("X"));
        const auto values = std::make_shared<std::vector<float>>(std::size_t{2001} * 2001, 0.0F);
        large->interaction = *values;
        large->storage = values;
        map.setMatrix(large);
        QVERIFY(label->isVisible());
        QVERIFY(label->text().contains(QStringLiteral("2,001")) && label->text().contains(QStringLiteral("2,000")));
        QVERIFY(!map.ordering());
        // Keys and the pointer find nothing to act on.
        QTest::keyClick(map.canvas(), Qt::Key_Right);
        map.setMatrix(shared(makePanel(1)));
        QVERIFY(label->isVisible());
        map.setMatrix(shared(makePanel(2)));
        QVERIFY(!label->isVisible());
        QTRY_VERIFY(!map.ordering());
        map.setMatrix(nullptr);
        QCOMPARE(label->text(), QStringLiteral("Screen something."));
    }

    void orderingStopsWhenTheMapGoes()
    {
        QElapsedTimer time;
        {
            PairHeatMap map;
            map.setMatrix(shared(makePanel(1500)));
            QVERIFY(map.ordering());
            time.start();
            // Another matrix: the order of the first is not wanted any more.
            map.setMatrix(shared(makePanel(6)));
            QTRY_VERIFY(!map.ordering());
            QCOMPARE(map.pairs().size(), std::size_t{6});
            map.setMatrix(shared(makePanel(1500)));
        }
    }

    void exportsPictureAndTable()
    {
        QTemporaryDir folder;
        PairHeatMap map;
        qApp->setPalette(darkPalette());
        const auto matrix = shared(makePanel(12));
        show(map, matrix);
        map.setCurrentPair(2, 3);
        QString error;
        for (const char *suffix : {"png", "svg", "pdf"}) {
            QVERIFY2(written(map.picture(), folder.filePath(QStringLiteral("map.") + suffix), &error),
                     qPrintable(error));
        }
        for (const char *suffix : {"csv", "tsv"})
            QVERIFY2(map.exportTable(folder.filePath(QStringLiteral("map.") + suffix), &error), qPrintable(error));
        const QImage png(folder.filePath("map.png"));
        QCOMPARE(png.size(), map.picture().layout.pixels());
        QCOMPARE(png.pixelColor(1, 1), QColor(Qt::white));
        QSvgRenderer svg(folder.filePath("map.svg"));
        QVERIFY(svg.isValid());
        QFile pdf(folder.filePath("map.pdf"));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.readAll().startsWith("%PDF-"));
        QFile table(folder.filePath("map.csv"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        QCOMPARE(table.readAll(), pairTable(*matrix, PairQuantity::Interaction, map.pairs().order(), ','));
        // The window is as it was.
        QCOMPARE(map.currentPair(), std::optional(Pair(2, 3)));
        QVERIFY(map.canvas()->grab().toImage().pixelColor(2, 2).lightness() < 60);
        QVERIFY(!map.exportTable(QStringLiteral("/nonexistent-folder/map.csv"), &error));
        QVERIFY(error.contains(QStringLiteral("/nonexistent-folder/map.csv")));
        const QString pictures = qEnvironmentVariable("KNOCKSCAPE_PICTURES");
        if (!pictures.isEmpty())
            QFile::copy(folder.filePath("map.png"), pictures + "/heatmap-export.png");
    }

    void copiesPictureAndTable()
    {
        PairHeatMap map;
        const auto matrix = shared(makePanel(9));
        show(map, matrix);
        QTest::keyClick(map.canvas(), Qt::Key_C, Qt::ControlModifier);
        const QMimeData *copied = QApplication::clipboard()->mimeData();
        QVERIFY(copied->hasImage());
        QCOMPARE(copied->text().toUtf8(), pairTable(*matrix, PairQuantity::Interaction, map.pairs().order(), '\t'));
    }

    void largeMapsStayUsable_data()
    {
        QTest::addColumn<int>("genes");
        QTest::newRow("200") << 200;
        QTest::newRow("1,000") << 1000;
        QTest::newRow("2,000") << 2000;
    }

    void largeMapsStayUsable()
    {
        QFETCH(int, genes);
        PairHeatMap map;
        const auto matrix = shared(makePanel(static_cast<std::size_t>(genes)));
        QElapsedTimer time;
        time.start();
        map.resize(kSize);
        map.setMatrix(matrix);
        const qint64 set = time.elapsed();
        map.show();
        QVERIFY(QTest::qWaitForWindowExposed(&map));
        QTRY_VERIFY(!map.ordering());
        time.restart();
        map.setOrder(PairHeatMap::Order::AsGiven);
        draw(map);
        const qint64 whole = time.restart();
        draw(map);
        const qint64 again = time.restart();
        for (int i = 0; i < 10; ++i) {
            QTest::keyClick(map.canvas(), Qt::Key_Plus);
            draw(map);
        }
        const qint64 zooms = time.restart();
        qInfo("set %lld ms, order and draw %lld ms, draw again %lld ms, one zoom %.1f ms", static_cast<long long>(set),
              static_cast<long long>(whole), static_cast<long long>(again), static_cast<double>(zooms) / 10.0);
        map.setOrder(PairHeatMap::Order::Clustered);
        map.resetZoom();
        draw(map);
        keepMap(map, QString::number(genes));
    }
};

QTEST_MAIN(TestPairHeatMap)
#include "test_pair_heat_map.moc"
