#include "plot_test_data.h"
#include "ui/plots/plot_view.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

} // namespace

class TestPlotView : public QObject
{
    Q_OBJECT

private slots:
    void ranksDeltasWithBaselines()
    {
        const std::vector<PlotPoint> points = {makePoint(5, "aΔ", 1.1, 1.1), makePoint(6, "bΔ", 0.4, 0.4),
                                               makePoint(7, "aΔ bΔ", 0.3, 0.44)};
        const PlotView view = rankedFitnessDelta(points);
        QCOMPARE(view.form, PlotView::Form::Bars);
        QCOMPARE(view.marks.size(), std::size_t{3});
        QCOMPARE(view.marks[0].point, 2);
        QCOMPARE(view.marks[1].point, 1);
        QCOMPARE(view.marks[2].point, 0);
        QCOMPARE(view.marks[0].x, 1.0);
        QCOMPARE(view.marks[2].x, 3.0);
        QCOMPARE(view.marks[0].y, 0.3 - 1.0);
        QCOMPARE(view.marks[0].reference, 0.44 - 1.0);
        QCOMPARE(view.marks[0].colour, -1.0);
        QCOMPARE(view.marks[2].colour, 1.0);
        QCOMPARE(view.leftOut, std::size_t{0});
    }

    void whiskersAreIntervalsWhereThereAreAny()
    {
        std::vector<PlotPoint> points = {makePoint(0, "aΔ", 0.5, 0.5), makePoint(1, "bΔ", 0.9, 0.9)};
        QVERIFY(rankedFitnessDelta(points).errorText.isEmpty());
        points[0].prediction.fitnessSd = 0.25;
        PlotView view = rankedFitnessDelta(points);
        QVERIFY(view.errorText.contains("spread of models"));
        QVERIFY(view.marks[0].hasWhisker() && !view.marks[1].hasWhisker());
        QCOMPARE(view.marks[0].whiskerLow(), -0.75);
        // The interval, which need not be symmetric, and not the spread.
        points[0].fitness = {0.375, 0.875};
        view = rankedFitnessDelta(points);
        QCOMPARE(view.marks[0].whiskerLow(), -0.625);
        QCOMPARE(view.marks[0].whiskerHigh(), -0.125);
        QVERIFY(view.errorText.contains("interval") && !view.errorText.contains("spread"));
        QVERIFY(view.bounds().top() < -0.625);
    }

    void tiesKeepTheOrderTheyCameIn()
    {
        std::vector<PlotPoint> points;
        for (int i = 0; i < 30; ++i)
            points.push_back(makePoint(i, "xΔ", 0.9, 0.9));
        const PlotView view = rankedFitnessDelta(points);
        for (int i = 0; i < 30; ++i)
            QCOMPARE(view.marks[static_cast<std::size_t>(i)].point, i);
    }

    void countsWhatHasNoValue()
    {
        std::vector<PlotPoint> points = makePairs(3);
        points.push_back(makePoint(9, "failedΔ", kNan, kNan));
        points.push_back(makePoint(10, "infiniteΔ", std::numeric_limits<double>::infinity(), 1.0));
        const PlotView view = rankedFitnessDelta(points);
        QCOMPARE(view.marks.size(), std::size_t{3});
        QCOMPARE(view.leftOut, std::size_t{2});
        QVERIFY(view.leftOutText.contains('2'));
    }

    void barsBecomeDotsBeyondTheLimit()
    {
        QCOMPARE(rankedFitnessDelta(makePairs(static_cast<int>(kMaxLabelledBars))).form, PlotView::Form::Bars);
        QCOMPARE(rankedFitnessDelta(makePairs(static_cast<int>(kMaxLabelledBars) + 1)).form, PlotView::Form::Dots);
    }

    void singlesHaveNoInteraction()
    {
        const std::vector<PlotPoint> singles = {makePoint(0, "aΔ", 0.9, 0.9, 0.3), makePoint(1, "WT", 1.0, 1.0, 0.0)};
        const PlotView view = rankedInteraction(singles);
        QVERIFY(view.marks.empty());
        QCOMPARE(view.leftOut, std::size_t{2});
        QVERIFY(view.emptyText.contains("single", Qt::CaseInsensitive));
        QVERIFY(rankedInteraction({}).emptyText != view.emptyText);
        QVERIFY(expectedAgainstPredicted(singles).marks.empty());
    }

    void scatterIsSortedAndScaled()
    {
        const std::vector<PlotPoint> points = makePairs(500);
        const PlotView view = expectedAgainstPredicted(points);
        QCOMPARE(view.marks.size(), points.size());
        double largest = 0.0;
        for (std::size_t i = 0; i < view.marks.size(); ++i) {
            const PlotMark &mark = view.marks[i];
            const Prediction &prediction = points[static_cast<std::size_t>(mark.point)].prediction;
            QCOMPARE(mark.x, prediction.expectedFitness);
            QCOMPARE(mark.y, prediction.fitness);
            QVERIFY(i == 0 || view.marks[i - 1].x <= mark.x);
            QVERIFY(std::abs(mark.colour) <= 1.0);
            largest = std::max(largest, std::abs(prediction.interaction));
        }
        QCOMPARE(view.colourRange, largest);
        const QRectF bounds = view.bounds();
        QCOMPARE(bounds.left(), bounds.top());
        QCOMPARE(bounds.right(), bounds.bottom());
    }

    void boundsHoldEverythingAndAreNeverEmpty()
    {
        std::vector<PlotPoint> points = makePairs(20, true);
        const PlotView view = rankedFitnessDelta(points);
        const QRectF bounds = view.bounds();
        for (const PlotMark &mark : view.marks) {
            QVERIFY(bounds.top() < mark.y - mark.error && bounds.bottom() > mark.y + mark.error);
            QVERIFY(bounds.top() < mark.reference && bounds.bottom() > mark.reference);
            QVERIFY(bounds.left() < mark.x && bounds.right() > mark.x);
        }
        QVERIFY(bounds.top() < 0.0 && bounds.bottom() > 0.0);
        for (const PlotView &flat : {rankedFitnessDelta({makePoint(0, "aΔ", 1.0, 1.0)}), rankedFitnessDelta({}),
                                     expectedAgainstPredicted({makePoint(0, "aΔ bΔ", 1.0, 1.0)})}) {
            QVERIFY(flat.bounds().width() > 0.0);
            QVERIFY(flat.bounds().height() > 0.0);
            QVERIFY(qIsFinite(flat.bounds().width()) && qIsFinite(flat.bounds().height()));
        }
    }

    void countsDeletions()
    {
        QCOMPARE(deletionCount(makePoint(0, "WT", 1, 1)), 0);
        QCOMPARE(deletionCount(makePoint(0, "hxk2Δ", 1, 1)), 1);
        QCOMPARE(deletionCount(makePoint(0, "hxk2Δ pgi1Δ pfk1Δ", 1, 1)), 3);
    }
};

QTEST_APPLESS_MAIN(TestPlotView)
#include "test_plot_view.moc"
