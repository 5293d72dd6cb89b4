#include "plot_test_data.h"
#include "shown_plot.h"
#include "tests/patience.h"
#include "tests/ui/picture.h"
#include "ui/plots/fitness_delta_plot.h"
#include "ui/plots/interaction_plot.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <qcustomplot.h>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>
#include <QXmlStreamReader>

#include <algorithm>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

constexpr QSize kSize(720, 360);

/// Turns the wheel over a plot that is worked with.
void wheel(QWidget *target, const QPointF &where, int delta)
{
    target->setFocus();
    QVERIFY(QTest::qWaitFor([target] { return target->hasFocus(); }));
    QWheelEvent event(where, target->mapToGlobal(where), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(target, &event);
}

/// All character data of an XML file; empty when it is not well formed.
QString xmlText(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader reader(&source);
    QString text;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters)
            text += reader.text();
    }
    // Qt writes one element per script run, "hxk2" and "Δ" apart: only the order counts.
    return reader.hasError() ? QString() : text.remove(QLatin1Char('\n'));
}

} // namespace

class TestPredictionPlots : public QObject
{
    Q_OBJECT

private slots:
    void init() { qApp->setPalette(lightPalette()); }

    void clickOnABarActivatesItsRow()
    {
        FitnessDeltaPlot plot;
        const std::vector<PlotPoint> points = makePairs(12, true);
        show(plot, points, kSize);
        QSignalSpy activated(&plot, &PredictionPlot::rowActivated);
        for (const PlotPoint &point : points) {
            const QPoint pixel = plot.pixelOfRow(point.row).toPoint();
            QVERIFY(plot.canvas()->rect().contains(pixel));
            QTest::mouseClick(plot.canvas(), Qt::LeftButton, {}, pixel);
            QCOMPARE(activated.count(), 1);
            QCOMPARE(activated.takeFirst().at(0).toInt(), point.row);
        }
        keepPicture(plot, "bars12");
    }

    void clickOnADotActivatesItsRow()
    {
        InteractionPlot plot;
        const std::vector<PlotPoint> points = makePairs(60);
        plot.setMode(InteractionPlot::Mode::ExpectedAgainstPredicted);
        show(plot, points, kSize);
        QSignalSpy activated(&plot, &PredictionPlot::rowActivated);
        const int row = points[17].row;
        QTest::mouseClick(plot.canvas(), Qt::LeftButton, {}, plot.pixelOfRow(row).toPoint());
        QCOMPARE(activated.count(), 1);
        const int chosen = activated.first().at(0).toInt();
        // Dots may lie within a pixel of each other: the chosen one is there, whichever it is.
        QVERIFY((plot.pixelOfRow(chosen) - plot.pixelOfRow(row)).manhattanLength() < 2.0);
        keepPicture(plot, "scatter60");
    }

    void dragPansAndDoesNotActivate()
    {
        FitnessDeltaPlot plot;
        show(plot, makePairs(200), kSize);
        QSignalSpy activated(&plot, &PredictionPlot::rowActivated);
        const QPoint centre = plot.canvas()->rect().center();
        wheel(plot.canvas(), centre, 480);
        QVERIFY(plot.zoomed());
        const double before = plot.canvas()->xAxis->range().center();
        const double width = plot.canvas()->xAxis->range().size();
        QTest::mousePress(plot.canvas(), Qt::LeftButton, {}, centre);
        QTest::mouseMove(plot.canvas(), centre + QPoint(-30, 0));
        QTest::mouseMove(plot.canvas(), centre + QPoint(-60, 0));
        QTest::mouseRelease(plot.canvas(), Qt::LeftButton, {}, centre + QPoint(-60, 0));
        QVERIFY(plot.canvas()->xAxis->range().center() > before);
        QVERIFY(qAbs(plot.canvas()->xAxis->range().size() - width) < 1e-6 * width);
        QCOMPARE(activated.count(), 0);
        QTest::mouseDClick(plot.canvas(), Qt::LeftButton, {}, QPoint(5, 5));
        QVERIFY(!plot.zoomed());
        QVERIFY(plot.canvas()->xAxis->range().upper >= 200.0);
    }

    void zoomNeverLeavesTheData()
    {
        FitnessDeltaPlot plot;
        show(plot, makePairs(100), kSize);
        const QRectF bounds = plot.view().bounds();
        for (int i = 0; i < 60; ++i)
            wheel(plot.canvas(), plot.canvas()->rect().center(), i < 30 ? 120 : -240);
        QCOMPARE(plot.canvas()->xAxis->range().size(), bounds.width());
        for (int i = 0; i < 100; ++i)
            wheel(plot.canvas(), plot.canvas()->rect().center(), 240);
        QVERIFY(plot.canvas()->xAxis->range().size() >= 2.9);
        QTest::keyClick(plot.canvas(), Qt::Key_Home);
        QVERIFY(!plot.zoomed());
    }

    void arrowKeysWalkInRankOrder()
    {
        FitnessDeltaPlot plot;
        const std::vector<PlotPoint> points = makePairs(30);
        show(plot, points, kSize);
        QSignalSpy activated(&plot, &PredictionPlot::rowActivated);
        std::vector<PlotPoint> ranked = points;
        std::sort(ranked.begin(), ranked.end(),
                  [](const PlotPoint &a, const PlotPoint &b) { return a.prediction.fitness < b.prediction.fitness; });
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(plot.canvas(), Qt::Key_Right);
            QCOMPARE(activated.takeLast().at(0).toInt(), ranked[static_cast<std::size_t>(i)].row);
        }
        QTest::keyClick(plot.canvas(), Qt::Key_Left);
        QCOMPARE(activated.takeLast().at(0).toInt(), ranked[3].row);
        activated.clear();
        QTest::keyClick(plot.canvas(), Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().at(0).toInt(), ranked[3].row);
    }

    void selectionIsShownWithoutEmitting()
    {
        FitnessDeltaPlot plot;
        const std::vector<PlotPoint> points = makePairs(20);
        QSignalSpy activated(&plot, &PredictionPlot::rowActivated);
        plot.setSelectedRows({1003, 1007, 99999});
        show(plot, points, kSize);
        std::vector<int> rows = plot.highlightedRows();
        std::sort(rows.begin(), rows.end());
        QCOMPARE(rows, (std::vector<int>{1003, 1007}));
        QCOMPARE(activated.count(), 0);
        keepPicture(plot, "selection");
        const QImage selected = plot.grab().toImage();
        plot.setSelectedRows({});
        plot.canvas()->replot(QCustomPlot::rpImmediateRefresh);
        QVERIFY(plot.highlightedRows().empty());
        QVERIFY(plot.grab().toImage() != selected);
    }

    void streamedRowsAreRedrawnAtMostTenTimesASecond()
    {
        FitnessDeltaPlot plot;
        show(plot, makePairs(10), kSize);
        // Being shown for the first time draws as well, until every part has its size.
        QSignalSpy drawn(plot.canvas(), &QCustomPlot::afterReplot);
        while (drawn.wait(300)) {
        }
        int replots = 0;
        connect(plot.canvas(), &QCustomPlot::afterReplot, this, [&replots] { ++replots; });
        QElapsedTimer time;
        time.start();
        int changes = 0;
        while (replots < 5 || changes < 100) {
            plot.setPoints(makePairs(10 + ++changes % 500));
            QTest::qWait(5);
        }
        // A tenth of a second each, less what a coarse timer is early, and one that was due at the start.
        const double tenths = static_cast<double>(time.elapsed()) / 100.0;
        QVERIFY2(replots <= tenths * 1.1 + 1.0, qPrintable(QStringLiteral("%1 in %2").arg(replots).arg(tenths)));
        QVERIFY(replots < changes);
        const std::vector<PlotPoint> last = makePairs(77);
        plot.setPoints(last);
        QTRY_COMPARE(plot.view().marks.size(), last.size());
    }

    void zoomSurvivesNewRows()
    {
        FitnessDeltaPlot plot;
        show(plot, makePairs(300), kSize);
        wheel(plot.canvas(), plot.canvas()->rect().center(), 600);
        const QCPRange before = plot.canvas()->xAxis->range();
        plot.setPoints(makePairs(400));
        plot.flush();
        QVERIFY(qAbs(plot.canvas()->xAxis->range().lower - before.lower) < 1e-9);
        QVERIFY(qAbs(plot.canvas()->xAxis->range().upper - before.upper) < 1e-9);
    }

    void emptyStatesSayWhatToDo()
    {
        FitnessDeltaPlot deltas;
        show(deltas, {}, kSize);
        auto *label = deltas.findChild<QLabel *>();
        QVERIFY(label && label->isVisible());
        QVERIFY(label->text().contains("Knock out"));
        InteractionPlot interactions;
        show(interactions, {makePoint(0, "aΔ", 0.9, 0.9), makePoint(1, "bΔ", 0.8, 0.8)}, kSize);
        label = interactions.findChild<QLabel *>();
        QVERIFY(label && label->isVisible());
        QVERIFY(label->text().contains("single deletion"));
        keepPicture(interactions, "empty");
        QString error;
        QVERIFY(!written(interactions.picture(), "/tmp/never.png", &error));
        QVERIFY(!error.isEmpty());
    }

    void switchChangesTheView()
    {
        InteractionPlot plot;
        show(plot, makePairs(80), kSize);
        QVERIFY(plot.view().ranked);
        QToolButton *scatter = plot.findChildren<QToolButton *>().last();
        QTest::mouseClick(scatter, Qt::LeftButton);
        QCOMPARE(plot.mode(), InteractionPlot::Mode::ExpectedAgainstPredicted);
        QTRY_VERIFY(!plot.view().ranked);
        QVERIFY(plot.findChild<QCPColorScale *>());
        QTest::mouseClick(plot.findChildren<QToolButton *>().first(), Qt::LeftButton);
        QTRY_VERIFY(plot.view().ranked);
        QTRY_VERIFY(!plot.findChild<QCPColorScale *>());
    }

    void themeFollowsThePalette()
    {
        FitnessDeltaPlot plot;
        show(plot, makePairs(20, true), kSize);
        const QColor light = plot.grab().toImage().pixelColor(3, kSize.height() / 2);
        qApp->setPalette(darkPalette());
        QTRY_VERIFY(plot.grab().toImage().pixelColor(3, kSize.height() / 2).lightness() < light.lightness() - 100);
        keepPicture(plot, "bars20-dark");
    }

    void exportsWhatIsSeen_data()
    {
        QTest::addColumn<bool>("scatter");
        QTest::newRow("bars") << false;
        QTest::newRow("scatter") << true;
    }

    void exportsWhatIsSeen()
    {
        QFETCH(bool, scatter);
        QTemporaryDir folder;
        const std::vector<PlotPoint> points = makePairs(8, true);
        FitnessDeltaPlot deltas;
        InteractionPlot interactions;
        interactions.setMode(InteractionPlot::Mode::ExpectedAgainstPredicted);
        MarkPlot &plot = scatter ? static_cast<MarkPlot &>(interactions) : deltas;
        qApp->setPalette(darkPalette());
        show(plot, points, kSize);
        const QString base = folder.filePath("plot");
        QString error;
        for (const char *suffix : {".png", ".svg", ".pdf"})
            QVERIFY2(written(plot.picture(), base + suffix, &error), qPrintable(error));

        const QImage png(base + ".png");
        QCOMPARE(png.size(), plot.picture().layout.pixels());
        QCOMPARE(png.pixelColor(1, 1), QColor(Qt::white));

        const QString pictures = pictureFolder();
        if (!pictures.isEmpty()) {
            for (const char *suffix : {".png", ".svg", ".pdf"})
                QFile::copy(base + suffix, pictures + "/export-" + QTest::currentDataTag() + suffix);
        }

        const QString text = xmlText(base + ".svg");
        QVERIFY(!text.isEmpty());
        QVERIFY(text.contains(plot.view().yLabel));
        if (!scatter) {
            for (const PlotPoint &point : points)
                QVERIFY2(text.contains(point.label), qPrintable(text));
        }
        QSvgRenderer renderer(base + ".svg");
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.viewBox().size(), plot.picture().layout.logicalSize());
        QFile pdf(base + ".pdf");
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const QByteArray bytes = pdf.readAll();
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.trimmed().endsWith("%%EOF"));
        QVERIFY(bytes.contains("/FontFile"));
    }

    void exportsAPlotThatWasNeverShown()
    {
        QTemporaryDir folder;
        FitnessDeltaPlot plot;
        const std::vector<PlotPoint> points = makePairs(4);
        plot.setPoints(points);
        QString error;
        QVERIFY2(written(plot.picture(), folder.filePath("plot.png"), &error), qPrintable(error));
        QCOMPARE(QImage(folder.filePath("plot.png")).size(), plot.picture().layout.pixels());
        // The names are fitted to the picture, not to the widget that has no size yet.
        QVERIFY2(written(plot.picture(), folder.filePath("plot.svg"), &error), qPrintable(error));
        const QString text = xmlText(folder.filePath("plot.svg"));
        for (const PlotPoint &point : points)
            QVERIFY2(text.contains(point.label), qPrintable(text));
    }

    void exportFailuresAreExplained()
    {
        FitnessDeltaPlot plot;
        show(plot, makePairs(4), kSize);
        QString error;
        QVERIFY(!written(plot.picture(), "/nonexistent-folder/plot.png", &error));
        QVERIFY(error.contains("/nonexistent-folder/plot.png"));
        QTemporaryDir folder;
        QVERIFY(!written(plot.picture(), folder.filePath("plot.bmp"), &error));
        QVERIFY(error.contains(".png"));
        QVERIFY(!QFile::exists(folder.filePath("plot.bmp")));
    }

    void largePlotsStayUsable_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("40 bars") << 40;
        QTest::newRow("5,000 dots") << 5000;
        QTest::newRow("250,000 dots") << 250000;
    }

    void largePlotsStayUsable()
    {
        QFETCH(int, count);
        const std::vector<PlotPoint> points = makePairs(count);
        InteractionPlot scatter;
        scatter.setMode(InteractionPlot::Mode::ExpectedAgainstPredicted);
        FitnessDeltaPlot ranked;
        for (MarkPlot *plot : {static_cast<MarkPlot *>(&ranked), static_cast<MarkPlot *>(&scatter)}) {
            show(*plot, points, kSize);
            QElapsedTimer time;
            time.start();
            plot->setPoints(points);
            plot->flush();
            const double build = static_cast<double>(time.nsecsElapsed()) / 1e6;
            time.restart();
            plot->canvas()->replot(QCustomPlot::rpImmediateRefresh);
            const double replot = static_cast<double>(time.nsecsElapsed()) / 1e6;
            time.restart();
            const int row = points[points.size() / 3].row;
            const int hit = plot->rowAt(plot->pixelOfRow(row));
            const double test = static_cast<double>(time.nsecsElapsed()) / 1e6;
            qInfo("%s: build %.1f ms, replot %.1f ms, hit test %.2f ms", plot->metaObject()->className(), build, replot,
                  test);
            QVERIFY(hit >= 0);
            if (plot->view().form == PlotView::Form::Dots)
                QVERIFY((plot->pixelOfRow(hit) - plot->pixelOfRow(row)).manhattanLength() < 0.5);
            QVERIFY(replot < 1000.0);
            keepPicture(*plot,
                        QStringLiteral("%1-%2").arg(plot->metaObject()->className()).arg(count).replace("::", "_"));
        }
    }
};

QTEST_MAIN(TestPredictionPlots)
#include "test_prediction_plots.moc"
