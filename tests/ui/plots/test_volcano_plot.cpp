// The volcano plot, and what it leaves out of millions of points.
#include "plot_test_data.h"
#include "shown_plot.h"

#include "tests/ui/picture.h"
#include "ui/plots/point_thinner.h"
#include "ui/plots/volcano_plot.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <qcustomplot.h>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QImage>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

constexpr QSize kSize(720, 420);

/// Pairs with a spread that grows with the effect, and p-values that fall with it.
std::vector<PlotPoint> makeEvidence(int count, bool spread, bool measured)
{
    std::vector<PlotPoint> points = makePairs(count, spread);
    std::mt19937 random(5);
    std::uniform_real_distribution<double> uniform(0.0, 1.0);
    for (PlotPoint &point : points) {
        const double effect = point.prediction.epistasis();
        if (spread)
            point.prediction.fitnessSd = 0.01 + 0.05 * uniform(random) + 0.2 * std::abs(effect);
        if (measured)
            point.measuredP = std::pow(uniform(random), 1.0 + 60.0 * std::abs(effect));
    }
    return points;
}

std::size_t coloured(const PlotView &view, double sign)
{
    return static_cast<std::size_t>(std::count_if(view.marks.begin(), view.marks.end(),
                                                  [sign](const PlotMark &mark) { return mark.colour == sign; }));
}

} // namespace

class TestVolcanoPlot : public QObject
{
    Q_OBJECT

private slots:
    void init() { qApp->setPalette(lightPalette()); }

    void callsWhatIsStrongAndCertain()
    {
        const std::vector<PlotPoint> points = makeEvidence(500, true, true);
        for (const VolcanoEvidence evidence : {VolcanoEvidence::Spread, VolcanoEvidence::MeasuredP}) {
            const bool spread = evidence == VolcanoEvidence::Spread;
            const PlotView view = volcano(points, VolcanoEffect::Epistasis, evidence, {0.06, 0.045, 0.1});
            QCOMPARE(view.marks.size(), points.size());
            std::size_t negative = 0;
            for (const PlotMark &mark : view.marks) {
                const PlotPoint &point = points[static_cast<std::size_t>(mark.point)];
                const double effect = point.prediction.epistasis();
                const double certainty = spread ? point.prediction.fitnessSd : point.measuredP;
                QCOMPARE(mark.x, effect);
                QCOMPARE(mark.y, spread ? certainty : -std::log10(certainty));
                const bool called = std::abs(effect) >= 0.06 && certainty <= (spread ? 0.045 : 0.1);
                if (called)
                    QCOMPARE(mark.colour, effect < 0.0 ? -1.0 : 1.0);
                else
                    QVERIFY(std::isnan(mark.colour));
                negative += called && effect < 0.0 ? 1 : 0;
            }
            QVERIFY(negative > 0);
            QVERIFY(view.negativeText.endsWith(QStringLiteral(": %1").arg(negative)));
            QCOMPARE(view.yReversed, spread);
            QCOMPARE(view.verticalLines, (std::vector<double>{-0.06, 0.06}));
            QCOMPARE(view.horizontalLines.front(), spread ? 0.045 : 1.0);
            QVERIFY(view.bounds().contains(QPointF(-0.06, view.horizontalLines.front())));
        }
    }

    void pointsWithoutEvidenceAreCountedNotDrawn()
    {
        std::vector<PlotPoint> points = makeEvidence(10, true, false);
        points[2].prediction.fitnessSd = std::numeric_limits<double>::quiet_NaN();
        points[3].prediction.expectedFitness = std::numeric_limits<double>::quiet_NaN();
        points.push_back(makePoint(5000, "hxk2Δ", 0.9, 0.9));
        points.back().prediction.fitnessSd = 0.01;
        const PlotView view = volcano(points, VolcanoEffect::Epistasis, VolcanoEvidence::Spread, {});
        QCOMPARE(view.marks.size(), std::size_t{8});
        QCOMPARE(view.leftOut, std::size_t{3});
        QVERIFY(view.leftOutText.startsWith(QLatin1Char('3')));
    }

    void pOfZeroIsDrawnAtTheSmallest()
    {
        std::vector<PlotPoint> points = makeEvidence(4, false, true);
        points[0].measuredP = 0.0;
        points[1].measuredP = 1e-12;
        const PlotView view = volcano(points, VolcanoEffect::Epistasis, VolcanoEvidence::MeasuredP, {});
        QCOMPARE(view.marks.size(), std::size_t{4});
        for (const PlotMark &mark : view.marks) {
            if (mark.point < 2)
                QCOMPARE(mark.y, 12.0);
        }
    }

    void emptyStatesSayHowToComeByEvidence()
    {
        VolcanoPlot plot;
        plot.setEffect(VolcanoEffect::Epistasis);
        show(plot, makeEvidence(20, false, false), kSize);
        QLabel *message = nullptr;
        for (QLabel *label : plot.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QStringLiteral("ensemble")))
                message = label;
        }
        QVERIFY(message);
        QVERIFY(message->text().contains(QStringLiteral("p-values")));
        QVERIFY(!plot.findChild<QAbstractButton *>("evidenceSpread")->isEnabled());
        QVERIFY(!plot.findChild<QAbstractButton *>("evidenceP")->isEnabled());
        keepPicture(plot, "volcano-empty");
        plot.setPoints({});
        plot.flush();
        QVERIFY(message->text().contains(QStringLiteral("Predict")));
    }

    void showsTheEvidenceThereIsAndSwitches()
    {
        VolcanoPlot plot;
        plot.setEffect(VolcanoEffect::Epistasis);
        show(plot, makeEvidence(200, false, true), kSize);
        QCOMPARE(plot.evidence(), VolcanoEvidence::MeasuredP);
        QVERIFY(!plot.view().yReversed);
        show(plot, makeEvidence(200, true, false), kSize);
        QCOMPARE(plot.evidence(), VolcanoEvidence::Spread);
        plot.setPoints(makeEvidence(200, true, true));
        QCOMPARE(plot.evidence(), VolcanoEvidence::Spread);
        QTest::mouseClick(plot.findChild<QAbstractButton *>("evidenceP"), Qt::LeftButton);
        QCOMPARE(plot.evidence(), VolcanoEvidence::MeasuredP);
        QTRY_VERIFY(!plot.view().yReversed);
        QVERIFY(!plot.canvas()->yAxis->rangeReversed());
        QTest::mouseClick(plot.findChild<QAbstractButton *>("evidenceSpread"), Qt::LeftButton);
        QTRY_VERIFY(plot.canvas()->yAxis->rangeReversed());
        keepPicture(plot, "volcano-spread");
    }

    void thresholdsAreTypedAndKeepTheZoom()
    {
        VolcanoPlot plot;
        plot.setEffect(VolcanoEffect::Epistasis);
        show(plot, makeEvidence(400, false, true), kSize);
        const std::size_t before = coloured(plot.view(), -1.0);
        QVERIFY(before > 0);
        QTest::keyClick(plot.canvas(), Qt::Key_Plus);
        QVERIFY(plot.zoomed());
        const QCPRange zoomed = plot.canvas()->xAxis->range();
        auto *effect = plot.findChild<QDoubleSpinBox *>("effectThreshold");
        QCOMPARE(effect->value(), 0.08);
        effect->setFocus();
        effect->selectAll();
        QTest::keyClicks(effect, QLocale().toString(0.12));
        QTest::keyClick(effect, Qt::Key_Return);
        QCOMPARE(plot.thresholds().effect, 0.12);
        QTRY_COMPARE(plot.view().verticalLines.back(), 0.12);
        QVERIFY(coloured(plot.view(), -1.0) < before);
        QCOMPARE(plot.canvas()->xAxis->range().lower, zoomed.lower);
        auto *limit = plot.findChild<QDoubleSpinBox *>("evidenceThreshold");
        QTest::keyClick(limit, Qt::Key_Up);
        QVERIFY(plot.thresholds().p > 0.05);
        QCOMPARE(plot.thresholds().spread, 0.05);
        keepPicture(plot, "volcano-p");
    }

    void clickOpensAndSelectionIsLinked()
    {
        VolcanoPlot plot;
        plot.setEffect(VolcanoEffect::Epistasis);
        const std::vector<PlotPoint> points = makeEvidence(60, true, false);
        show(plot, points, kSize);
        QSignalSpy activated(&plot, &PredictionPlot::rowActivated);
        const int row = points[23].row;
        QTest::mouseClick(plot.canvas(), Qt::LeftButton, {}, plot.pixelOfRow(row).toPoint());
        QCOMPARE(activated.count(), 1);
        const int chosen = activated.first().at(0).toInt();
        QVERIFY((plot.pixelOfRow(chosen) - plot.pixelOfRow(row)).manhattanLength() < 3.0);
        plot.setSelectedRows({row, points[40].row});
        std::vector<int> rows = plot.highlightedRows();
        std::sort(rows.begin(), rows.end());
        QCOMPARE(rows, (std::vector<int>{row, points[40].row}));
        QCOMPARE(activated.count(), 1);
    }

    void darkThemeAndExport()
    {
        VolcanoPlot plot;
        plot.setEffect(VolcanoEffect::Epistasis);
        qApp->setPalette(darkPalette());
        show(plot, makeEvidence(3000, true, true), kSize);
        keepPicture(plot, "volcano-dark");
        QTemporaryDir folder;
        QString error;
        for (const char *suffix : {"png", "svg", "pdf"})
            QVERIFY2(written(plot.picture(), folder.filePath(QStringLiteral("volcano.") + suffix), &error),
                     qPrintable(error));
        QCOMPARE(QImage(folder.filePath("volcano.png")).pixelColor(1, 1), QColor(Qt::white));
    }

    void crowdsAreThinnedAndLonePointsStay()
    {
        std::mt19937 random(1);
        std::normal_distribution<double> normal(0.0, 1.0);
        std::vector<std::pair<double, double>> points(300000);
        for (auto &point : points)
            point = {normal(random), normal(random)};
        points[1234] = {8.0, -8.0};
        points[200000] = {-9.0, 9.0};
        points[77] = {std::numeric_limits<double>::quiet_NaN(), 0.0};
        PointThinner forwards({-9.0, 9.0}, {-9.0, 9.0}, 60000);
        PointThinner backwards({-9.0, 9.0}, {-9.0, 9.0}, 60000);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const std::size_t j = points.size() - 1 - i;
            forwards.add(i, points[i].first, points[i].second);
            backwards.add(j, points[j].first, points[j].second);
        }
        QCOMPARE(forwards.count(), std::uint64_t{299999});
        const std::vector<std::uint64_t> kept = forwards.kept();
        QCOMPARE(backwards.kept(), kept);
        QVERIFY(std::is_sorted(kept.begin(), kept.end()));
        QVERIFY(kept.size() <= 60000 && kept.size() > 25000);
        const std::set<std::uint64_t> ids(kept.begin(), kept.end());
        QCOMPARE(ids.size(), kept.size());
        QVERIFY(ids.count(1234) == 1 && ids.count(200000) == 1 && ids.count(77) == 0);
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (std::abs(points[i].first) > 4.2 || std::abs(points[i].second) > 4.2)
                QVERIFY(ids.count(i) == 1);
        }
        // Equal points, and a plane without extent.
        PointThinner flat({1.0, 1.0}, {2.0, 2.0}, 40, 10);
        for (std::uint64_t i = 0; i < 50; ++i)
            flat.add(i, 1.0, 2.0);
        QCOMPARE(flat.kept().size(), std::size_t{32});
        PointThinner enough({0.0, 1.0}, {0.0, 1.0}, 50);
        for (std::uint64_t i = 0; i < 50; ++i)
            enough.add(i, 0.5, 0.5);
        QCOMPARE(enough.kept().size(), std::size_t{50});
    }

    void millionsOfPointsAreSaidToBeThinned()
    {
        std::vector<PlotPoint> points = makeEvidence(400000, true, false);
        points[17].prediction.fitness = points[17].prediction.expectedFitness - 5.0;
        QElapsedTimer time;
        time.start();
        const PlotView view = volcano(points, VolcanoEffect::Epistasis, VolcanoEvidence::Spread, {});
        qInfo("view of 400,000 points: %lld ms, %zu drawn", static_cast<long long>(time.elapsed()), view.marks.size());
        QVERIFY(view.marks.size() <= 150000 && view.marks.size() > 50000);
        QCOMPARE(view.marks.front().point, 17);
        QVERIFY2(view.leftOutText.contains(QStringLiteral("400,000")), qPrintable(view.leftOutText));
        // All were counted.
        const auto called = std::count_if(points.begin(), points.end(), [](const PlotPoint &point) {
            return point.prediction.epistasis() <= -0.08 && point.prediction.fitnessSd <= 0.05;
        });
        QVERIFY(view.negativeText.endsWith(QLocale(QLocale::English).toString(static_cast<qlonglong>(called))));
        // Thinned by the caller: how many are beyond the thresholds is not known, and not said.
        const PlotView part =
            volcano(makeEvidence(100, true, false), VolcanoEffect::Epistasis, VolcanoEvidence::Spread, {}, 21000000);
        QVERIFY(part.leftOutText.contains(QStringLiteral("21,000,000")));
        QVERIFY(!part.negativeText.contains(QLatin1Char(':')));
    }
};

QTEST_MAIN(TestVolcanoPlot)
#include "test_volcano_plot.moc"
