// The table of a screen on rows that are computed, not predicted: as many as all pairs of the yeast genome.

#include "engine/inference/prediction_block.h"
#include "tests/patience.h"
#include "tests/processor_timer.h"
#include "tests/ui/screening/numbered_cell.h"
#include "ui/screening/row_finder.h"
#include "ui/screening/screen_table.h"

#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

constexpr std::size_t yeastGenes = 6604;
using ::knockscape::testing::patience;

/// All pairs, with values that follow from the index.
class ComputedPairs final : public ScreenRows
{
public:
    explicit ComputedPairs(std::size_t genes) : source_(allGenes(genes), 2) {}

    std::uint64_t count() const noexcept override { return source_.count(); }
    void read(IndexRange rows, PredictionBlock &block) const override
    {
        fillGenes(source_, rows, block);
        for (std::size_t row = 0; row < block.size(); ++row) {
            block.predictions[row] = prediction(rows.first + row);
        }
    }
    static Prediction prediction(std::uint64_t index)
    {
        Prediction p;
        const std::uint64_t mixed = (index * 0x9e3779b97f4a7c15ULL) >> 40U; // spread over 24 bits: floats are exact
        p.fitness = static_cast<double>(mixed) / static_cast<double>(1U << 24U);
        p.expectedFitness = 0.5;
        p.interaction = index % 1000 == 0 ? std::nan("") : 0.0;
        return p;
    }

private:
    Combinations source_;
};

} // namespace

class TestScreenTable : public QObject
{
    Q_OBJECT

private slots:
    void showsAnyRowOfMillions();
    void scrollsWithoutAHitch();
    void sortsInTheBackground();
    void aNewQuestionReplacesTheOldOne();
    void choosesCopiesAndSorts();

private:
    std::shared_ptr<const RowOrder> found(RowFinder &finder, const std::shared_ptr<const ScreenRows> &rows,
                                          const ScreenQuery &query);

    std::shared_ptr<const Cell> cell_ = numberedCell(yeastGenes);
    std::shared_ptr<const ScreenRows> rows_ = std::make_shared<ComputedPairs>(yeastGenes);
    std::shared_ptr<const RowOrder> all_ = std::make_shared<const RowOrder>(rows_->count(), false);
};

std::shared_ptr<const RowOrder> TestScreenTable::found(RowFinder &finder, const std::shared_ptr<const ScreenRows> &rows,
                                                       const ScreenQuery &query)
{
    QSignalSpy spy(&finder, &RowFinder::found);
    finder.find(rows, query);
    return spy.wait(patience) ? spy.first().first().value<std::shared_ptr<const RowOrder>>() : nullptr;
}

void TestScreenTable::showsAnyRowOfMillions()
{
    ScreenSimulation simulation(nullptr);
    ScreenTableModel model(&simulation);
    model.show(cell_, rows_, all_);
    QCOMPARE(model.rowCount(), 21'803'106);
    const auto text = [&](int row, ResultsColumn column) {
        return model.index(row, static_cast<int>(column)).data().toString();
    };
    QCOMPARE(text(0, ResultsColumn::Knockouts), QStringLiteral("g0Δ g1Δ"));
    QCOMPARE(text(model.rowCount() - 1, ResultsColumn::Knockouts), QStringLiteral("g6602Δ g6603Δ"));
    const int row = 12'345'678;
    const Combinations pairs(allGenes(yeastGenes), 2);
    QVERIFY(model.at(row).genotype == pairs.genotype(row));
    QCOMPARE(model.at(row).prediction.fitness, ComputedPairs::prediction(row).fitness);
    model.show(cell_, rows_, std::make_shared<const RowOrder>(rows_->count(), true));
    QCOMPARE(text(0, ResultsColumn::Knockouts), QStringLiteral("g6602Δ g6603Δ"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestScreenTable::scrollsWithoutAHitch()
{
    ScreenSimulation simulation(nullptr);
    ScreenTableModel model(&simulation);
    ScreenTable table(&model);
    table.resize(900, 600);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    ::knockscape::testing::ProcessorTimer timer(::knockscape::testing::ProcessorTimer::Of::Thread);
    model.show(cell_, rows_, all_);
    QCoreApplication::processEvents();
    const qint64 laidOut = timer.elapsed();
    QScrollBar *bar = table.verticalScrollBar();
    QVERIFY(bar->maximum() > 21'000'000);
    std::vector<double> milliseconds;
    for (int step = 0; step <= 200; ++step) {
        timer.start();
        bar->setValue(static_cast<int>(std::int64_t{bar->maximum()} * step / 200));
        table.viewport()->repaint();
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    // The last row is at the bottom, whole.
    const QModelIndex last = model.index(model.rowCount() - 1, 0);
    QVERIFY(table.viewport()->rect().contains(table.visualRect(last)));
    QVERIFY(table.indexAt(table.visualRect(last).center()) == last);
    std::sort(milliseconds.begin(), milliseconds.end());
    qInfo("laid out in %lld ms; a jump and its painting: median %.1f ms, worst of 201 %.1f ms",
          static_cast<long long>(laidOut), milliseconds[milliseconds.size() / 2], milliseconds.back());
    // Far above what is needed (a few ms), far below what reading all rows would take.
    QVERIFY(milliseconds[milliseconds.size() / 2] < 100.0);
    table.selectRow(15'000'000);
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(table.currentIndex().row(), model.rowCount() - 1);
    QTest::keyClick(&table, Qt::Key_Up);
    QCOMPARE(table.currentIndex().row(), model.rowCount() - 2);
}

void TestScreenTable::sortsInTheBackground()
{
    ScreenSimulation simulation(nullptr);
    ScreenTableModel model(&simulation);
    ScreenTable table(&model);
    table.resize(900, 600);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    model.show(cell_, rows_, all_);
    QCoreApplication::processEvents();
    RowFinder finder;
    ScreenQuery query;
    query.by = "fitness";
    QSignalSpy spy(&finder, &RowFinder::found);
    QElapsedTimer timer;
    timer.start();
    finder.find(rows_, query);
    // Meanwhile the table goes on scrolling.
    double worst = 0.0;
    int scrolled = 0;
    while (spy.isEmpty() && timer.elapsed() < patience) {
        QElapsedTimer step;
        step.start();
        table.verticalScrollBar()->setValue(++scrolled * 9973);
        QCoreApplication::processEvents();
        worst = std::max(worst, static_cast<double>(step.nsecsElapsed()) / 1e6);
    }
    QCOMPARE(spy.count(), 1);
    const double sorted = static_cast<double>(timer.elapsed()) / 1000.0;
    const auto order = spy.first().first().value<std::shared_ptr<const RowOrder>>();
    QCOMPARE(order->size(), rows_->count());
    timer.start();
    model.show(cell_, rows_, order);
    QCoreApplication::processEvents();
    qInfo("sorted 21.8 million rows in %.2f s, scrolling %d times meanwhile (worst %.1f ms); shown in %lld ms", sorted,
          scrolled, worst, static_cast<long long>(timer.elapsed()));
    QVERIFY(scrolled > 3);
    double before = -1.0;
    for (int row = 0; row < model.rowCount(); row += 10'007) {
        const double fitness = model.at(row).prediction.fitness;
        QVERIFY(fitness >= before);
        before = fitness;
    }
    // Missing values come last in both directions.
    query.by = "interaction";
    query.descending = true;
    const auto nan = found(finder, rows_, query);
    QVERIFY(nan);
    model.show(cell_, rows_, nan);
    QVERIFY(!std::isnan(model.at(0).prediction.interaction));
    QVERIFY(std::isnan(model.at(model.rowCount() - 1).prediction.interaction));
}

void TestScreenTable::aNewQuestionReplacesTheOldOne()
{
    RowFinder finder;
    QSignalSpy spy(&finder, &RowFinder::found);
    ScreenQuery slow;
    slow.by = "fitness";
    finder.find(rows_, slow);
    ScreenQuery quick;
    quick.gene = 17;
    finder.find(rows_, quick);
    QTRY_COMPARE_WITH_TIMEOUT(spy.count(), 1, patience);
    const auto order = spy.first().first().value<std::shared_ptr<const RowOrder>>();
    QCOMPARE(order->size(), std::uint64_t{yeastGenes - 1});
    QVERIFY(spy.first().at(1).value<ScreenQuery>() == quick);
    QVERIFY(!finder.busy());
    QSignalSpy failed(&finder, &RowFinder::failed);
    ScreenQuery wrong;
    wrong.where = "fitness <";
    finder.find(rows_, wrong);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
}

void TestScreenTable::choosesCopiesAndSorts()
{
    ScreenSimulation simulation(nullptr);
    ScreenTableModel model(&simulation);
    ScreenTable table(&model);
    table.resize(900, 400);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    model.show(cell_, rows_, all_);
    QSignalSpy sort(&table, &ScreenTable::sortRequested);
    QSignalSpy activated(&table, &ScreenTable::activatedRow);
    QHeaderView *header = table.horizontalHeader();
    const int column = static_cast<int>(ResultsColumn::Fitness);
    const QPoint place(header->sectionViewportPosition(column) + header->sectionSize(column) / 2, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(sort.count(), 1);
    QCOMPARE(sort.first().first().toInt(), column);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(model.index(3, 0)).center());
    QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
    const std::vector<PredictionRow> rows = table.selectedRows();
    QCOMPARE(rows.size(), std::size_t{2});
    QVERIFY((rows.front().genotype == Genotype{0, 4}));
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().toInt(), 4);
    table.selectAll();
    QCOMPARE(static_cast<int>(table.selectedRows().size()), ScreenTable::mostSelected);
}

QTEST_MAIN(TestScreenTable)
#include "test_screen_table.moc"
