#include "ui/plots/histogram_plot.h"

#include <qcustomplot.h>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <memory>
#include <vector>

using namespace knockscape::ui;

namespace
{

/// Ten bins of [0, 1); the highest is the fourth.
std::unique_ptr<HistogramPlot> shownPlot()
{
    auto plot = std::make_unique<HistogramPlot>();
    plot->resize(600, 300);
    plot->show();
    std::vector<HistogramBin> bins;
    for (int i = 0; i < 10; ++i) {
        bins.push_back({0.1 * i, 0.1 * (i + 1), i == 3 ? 2'500'000U : 10U + static_cast<unsigned>(i), 0});
    }
    plot->setBins(bins, QStringLiteral("fitness"), false);
    return plot;
}

} // namespace

class TestHistogramPlot : public QObject
{
    Q_OBJECT

private slots:
    void countsAreWrittenInFull();
    void keysBrush();
    void draggingBrushes();
};

void TestHistogramPlot::countsAreWrittenInFull()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const auto plot = shownPlot();
    QVERIFY(QTest::qWaitForWindowExposed(plot.get()));
    auto *canvas = plot->canvas();
    canvas->replot();
    const QVector<QString> logarithmic = canvas->yAxis->tickVectorLabels();
    QVERIFY2(logarithmic.contains(QStringLiteral("1,000,000")), qPrintable(logarithmic.toList().join(u' ')));
    QVERIFY(logarithmic.contains(QStringLiteral("1")));
    plot->setLogarithmic(false);
    canvas->replot();
    QVERIFY(!canvas->yAxis->tickVectorLabels().contains(QStringLiteral("10")));
}

void TestHistogramPlot::keysBrush()
{
    const auto plot = shownPlot();
    QVERIFY(QTest::qWaitForWindowExposed(plot.get()));
    QSignalSpy brushed(plot.get(), &HistogramPlot::brushed);
    QSignalSpy cleared(plot.get(), &HistogramPlot::brushCleared);
    QTest::keyClick(plot->canvas(), Qt::Key_Right);
    QVERIFY(plot->brush().has_value());
    QVERIFY(plot->brush()->first <= 0.35 && plot->brush()->second >= 0.35);
    QCOMPARE(brushed.size(), 1);
    const double end = plot->brush()->second;
    QTest::keyClick(plot->canvas(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(std::abs(plot->brush()->second - end - 0.1) < 1e-9);
    QTest::keyClick(plot->canvas(), Qt::Key_Escape);
    QVERIFY(!plot->brush().has_value());
    QCOMPARE(cleared.size(), 1);
}

void TestHistogramPlot::draggingBrushes()
{
    const auto plot = shownPlot();
    QVERIFY(QTest::qWaitForWindowExposed(plot.get()));
    const auto at = [&](double value) {
        return QPoint(static_cast<int>(plot->pixelOf(value)), plot->canvas()->height() / 2);
    };
    QSignalSpy brushed(plot.get(), &HistogramPlot::brushed);
    QTest::mousePress(plot->canvas(), Qt::LeftButton, {}, at(0.25));
    QTest::mouseMove(plot->canvas(), at(0.55));
    QTest::mouseRelease(plot->canvas(), Qt::LeftButton, {}, at(0.55));
    QCOMPARE(brushed.size(), 1);
    QVERIFY(std::abs(plot->brush()->first - 0.2) < 1e-9);
    QVERIFY(std::abs(plot->brush()->second - 0.6) < 1e-9);
    QCOMPARE(plot->brushedCounts().first, std::uint64_t{12 + 2'500'000 + 14 + 15});
    QTest::mouseClick(plot->canvas(), Qt::LeftButton, {}, at(0.85));
    QVERIFY(!plot->brush().has_value());
}

QTEST_MAIN(TestHistogramPlot)
#include "test_histogram_plot.moc"
