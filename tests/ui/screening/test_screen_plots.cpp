// Heat map and volcano of a screen, on screens whose values are written here.

#include "engine/inference/npy_file.h"
#include "tests/patience.h"
#include "tests/ui/screening/numbered_cell.h"
#include "ui/plots/pair_heat_map.h"
#include "ui/plots/volcano_plot.h"
#include "ui/screening/screen_pair_view.h"
#include "ui/screening/screen_pairs.h"
#include "ui/screening/screen_sample.h"
#include "ui/screening/screen_volcano_view.h"

#include <QComboBox>
#include <qcustomplot.h>
#include <QLabel>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace knockscape;
using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

using ::knockscape::testing::patience;

/// A finished screen of all pairs of every second gene of a cell, its matrix in `folder`.
std::shared_ptr<const ScreenOutcome> screenOf(std::size_t panel, std::size_t models, const QTemporaryDir &folder)
{
    std::vector<GeneIndex> genes;
    for (std::size_t i = 0; i < panel; ++i) {
        genes.push_back(static_cast<GeneIndex>(2 * i));
    }
    auto outcome = std::make_shared<ScreenOutcome>();
    outcome->cell = numberedCell(2 * panel);
    outcome->models.resize(models);
    outcome->plan.kind = ScreenKind::Pairs;
    outcome->plan.panel = genes;
    outcome->plan.by = "epistasis";
    const auto source = std::make_shared<const Combinations>(genes, 2);
    outcome->request.source = source;
    outcome->request.range = {0, source->count()};
    outcome->request.matrix = (folder.path() + QStringLiteral("/pairs.npy")).toStdString();
    outcome->request.matrixColumns = MatrixRows::columns(*source, models);
    const std::vector<std::uint64_t> shape = matrixShape(outcome->request);
    std::mt19937 random(3);
    std::uniform_real_distribution<float> uniform(0.0F, 1.0F);
    {
        NpyFile file(outcome->request.matrix, shape, false);
        for (std::size_t column = 0; column < shape[0]; ++column) {
            float *plane = file.values() + column * panel * panel;
            for (std::size_t i = 0; i < panel; ++i) {
                for (std::size_t j = i; j < panel; ++j) {
                    plane[i * panel + j] = plane[j * panel + i] =
                        column == 0 ? 0.6F + 0.4F * uniform(random) : 0.1F * uniform(random);
                }
            }
        }
        file.finish();
    }
    outcome->whole = std::make_shared<const MatrixRows>(outcome->request, source->count(), false, outcome->models);
    TopRows top(50, false);
    PredictionBlock block;
    outcome->whole->read({0, source->count()}, block);
    for (std::uint64_t row = 0; row < source->count(); ++row) {
        const Prediction &prediction = block.predictions[static_cast<std::size_t>(row)];
        top.add({row, prediction.epistasis(), prediction});
    }
    outcome->kept = std::make_shared<const KeptRows>(source, top);
    outcome->result = std::make_shared<const ScreenResult>();
    return outcome;
}

/// Labels with a p-value for some pairs.
MeasuredLabelsPtr measuredPairs(const std::vector<std::pair<Genotype, double>> &pValues)
{
    LabelTable table;
    for (const auto &[genotype, p] : pValues) {
        Label label;
        label.genotype = genotype;
        label.fitness = 0.5;
        label.pValue = p;
        table.labels.push_back(label);
    }
    return std::make_shared<const MeasuredLabels>(std::vector<std::filesystem::path>{}, table);
}

void shoot(QWidget &widget, const char *name)
{
    const QString folder = qEnvironmentVariable("KNOCKSCAPE_PICTURES");
    if (!folder.isEmpty())
        widget.grab().save(folder + QStringLiteral("/heatmap-") + QString::fromLatin1(name) + QStringLiteral(".png"));
}

void choose(ScreenPairView &view, ScreenPairView::Genes genes)
{
    auto *choice = view.findChild<QComboBox *>(QStringLiteral("screenMapGenes"));
    choice->setFocus();
    // As a person does with the keyboard: down the list, over what cannot be chosen.
    QTest::keyClick(choice, Qt::Key_Home);
    for (int i = 0; i < choice->count() && view.genes() != genes; ++i)
        QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(view.genes(), genes);
}

} // namespace

class TestScreenPlots : public QObject
{
    Q_OBJECT

private slots:
    void pairsAreReadAsTheRowsAre();
    void someGenesInAnyOrder();
    void mapOpensPairs();
    void largePanelsShowTheGenesOfRows();
    void whatHasNoPairsSaysSo();
    void mapWaitsUntilItIsSeen();
    void sampleHasEveryRowOfAFew();
    void sampleOfManyIsThinned();
    void volcanoOpensAndFollowsTheSelection();
    void volcanoShowsMeasuredP();
};

void TestScreenPlots::pairsAreReadAsTheRowsAre()
{
    const QTemporaryDir folder;
    const auto outcome = screenOf(12, 1, folder);
    QVERIFY(hasPairs(*outcome));
    const auto matrix = readPairs(*outcome, outcome->plan.panel, {});
    QCOMPARE(matrix->size(), std::size_t{12});
    QCOMPARE(matrix->genes[3], QStringLiteral("G6"));
    const auto &combinations = *outcome->request.source->combinations();
    PredictionBlock block;
    outcome->whole->read({0, outcome->whole->count()}, block);
    for (std::size_t row = 0; row < block.size(); ++row) {
        const std::vector<std::size_t> places = combinations.positionsOf(row);
        for (const std::size_t at : {places[0] * 12 + places[1], places[1] * 12 + places[0]}) {
            QCOMPARE(matrix->fitness[at], static_cast<float>(block.predictions[row].fitness));
            QCOMPARE(matrix->interaction[at], static_cast<float>(block.predictions[row].interaction));
            QVERIFY(std::abs(static_cast<double>(matrix->epistasis[at]) - block.predictions[row].epistasis()) < 1e-7);
        }
    }
    CancelToken cancelled;
    cancelled.cancel();
    QVERIFY_EXCEPTION_THROWN(readPairs(*outcome, outcome->plan.panel, cancelled), Cancelled);
}

void TestScreenPlots::someGenesInAnyOrder()
{
    const QTemporaryDir folder;
    const auto outcome = screenOf(12, 1, folder);
    const auto whole = readPairs(*outcome, outcome->plan.panel, {});
    // 5 is not of the panel.
    const auto some = readPairs(*outcome, {8, 5, 2, 20}, {});
    QCOMPARE(some->genes, (std::vector<QString>{"G8", "G2", "G20"}));
    const std::size_t places[] = {4, 1, 10};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            QCOMPARE(some->fitness[row * 3 + column], whole->fitness[places[row] * 12 + places[column]]);
            QCOMPARE(some->epistasis[row * 3 + column], whole->epistasis[places[row] * 12 + places[column]]);
        }
    }
    QCOMPARE(genesOf({Genotype{4, 2}, Genotype{2, 9}, Genotype{7, 8}}, 4), (std::vector<GeneIndex>{2, 4, 9, 7}));
}

void TestScreenPlots::mapOpensPairs()
{
    const QTemporaryDir folder;
    const auto outcome = screenOf(20, 1, folder);
    ScreenPairView view;
    view.resize(640, 600);
    view.setOutcome(outcome);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QTRY_VERIFY_WITH_TIMEOUT(view.map()->pairs().size() == 20 && !view.map()->ordering(), patience);
    view.map()->canvas()->replot(QCustomPlot::rpImmediateRefresh);
    QSignalSpy opened(&view, &ScreenPairView::genotypeActivated);
    QTest::mouseClick(view.map()->canvas(), Qt::LeftButton, {}, view.map()->pixelOf(3, 15).toPoint());
    QCOMPARE(opened.count(), 1);
    QVERIFY(opened.takeFirst().first().value<Genotype>() == (Genotype{6, 30}));
    QTest::mouseClick(view.map()->canvas(), Qt::LeftButton, {}, view.map()->pixelOf(9, 9).toPoint());
    QVERIFY(opened.takeFirst().first().value<Genotype>() == Genotype{18});
    shoot(view, "screen-pairs");
    // Genes of rows, though the panel would fit.
    view.setRows([] { return std::vector<Genotype>{{2, 8}, {2, 30}}; }, [] { return std::vector<Genotype>(); });
    choose(view, ScreenPairView::Genes::ShownRows);
    QTRY_COMPARE_WITH_TIMEOUT(view.map()->pairs().size(), std::size_t{3}, patience);
    view.map()->canvas()->replot(QCustomPlot::rpImmediateRefresh);
    QTest::mouseClick(view.map()->canvas(), Qt::LeftButton, {}, view.map()->pixelOf(0, 2).toPoint());
    QVERIFY(opened.takeFirst().first().value<Genotype>() == (Genotype{2, 30}));
    choose(view, ScreenPairView::Genes::SelectedRows);
    QCOMPARE(view.map()->pairs().size(), std::size_t{0});
    QVERIFY(view.map()->findChild<QLabel *>()->text().contains(QStringLiteral("Select rows")));
}

void TestScreenPlots::largePanelsShowTheGenesOfRows()
{
    const QTemporaryDir folder;
    const auto outcome = screenOf(2001, 1, folder);
    ScreenPairView view;
    view.resize(640, 600);
    view.setRows([] { return std::vector<Genotype>{{0, 2}, {4, 6}}; }, [] { return std::vector<Genotype>{{0, 4000}}; });
    view.setOutcome(outcome);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    auto *choice = view.findChild<QComboBox *>(QStringLiteral("screenMapGenes"));
    QVERIFY(!qobject_cast<QStandardItemModel *>(choice->model())->item(0)->isEnabled());
    QCOMPARE(view.genes(), ScreenPairView::Genes::BestRows);
    std::vector<Genotype> best;
    for (const ScreenRow &row : outcome->kept->rows())
        best.push_back(outcome->request.source->genotype(row.index));
    const std::size_t expected = genesOf(best, ScreenPairView::mostGenesOfRows).size();
    QVERIFY(expected >= 2 && expected <= 100);
    QTRY_COMPARE_WITH_TIMEOUT(view.map()->pairs().size(), expected, patience);
    const QString note = view.findChild<QLabel *>(QStringLiteral("screenMapNote"))->text();
    QVERIFY2(note.contains(QStringLiteral("2,001")) && note.contains(QStringLiteral("2,000")), qPrintable(note));
    choose(view, ScreenPairView::Genes::SelectedRows);
    QTRY_COMPARE_WITH_TIMEOUT(view.map()->pairs().size(), std::size_t{2}, patience);
    QCOMPARE(view.map()->matrix()->genes, (std::vector<QString>{"G0", "G4000"}));
    QTRY_VERIFY(!view.map()->legendTexts().isEmpty() && view.map()->canvas()->width() == view.width());
    QTRY_VERIFY(view.map()->canvas()->axisRect()->left() > 20);
    shoot(view, "screen-pairs-large");
}

void TestScreenPlots::whatHasNoPairsSaysSo()
{
    const QTemporaryDir folder;
    auto outcome = std::make_shared<ScreenOutcome>(*screenOf(6, 1, folder));
    outcome->whole = nullptr;
    ScreenPairView view;
    view.resize(640, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto message = [&view] { return view.map()->findChild<QLabel *>()->text(); };
    QVERIFY(message().contains(QStringLiteral("Screen all pairs")));
    view.setOutcome(outcome);
    QVERIFY(message().contains(QStringLiteral("Keep every row")));
    QVERIFY(!view.findChild<QComboBox *>(QStringLiteral("screenMapGenes"))->isVisible());
    outcome = std::make_shared<ScreenOutcome>(*outcome);
    outcome->plan.kind = ScreenKind::Combinations;
    view.setOutcome(outcome);
    QVERIFY(message().contains(QStringLiteral("Screen pairs")));
}

void TestScreenPlots::mapWaitsUntilItIsSeen()
{
    const QTemporaryDir folder;
    ScreenPairView view;
    ScreenVolcanoView volcano;
    const auto outcome = screenOf(8, 2, folder);
    view.setOutcome(outcome);
    volcano.setOutcome(outcome);
    QVERIFY(!view.reading() && !volcano.reading());
    view.show();
    volcano.show();
    QTRY_COMPARE_WITH_TIMEOUT(view.map()->pairs().size(), std::size_t{8}, patience);
    QTRY_COMPARE_WITH_TIMEOUT(volcano.plot()->points().size(), std::size_t{28}, patience);
    view.setOutcome(nullptr);
    QVERIFY(!view.map()->matrix());
}

void TestScreenPlots::sampleHasEveryRowOfAFew()
{
    const QTemporaryDir folder;
    const auto outcome = screenOf(15, 2, folder);
    const ScreenSample sample = sampleRows(*outcome, nullptr, {});
    QCOMPARE(sample.points.size(), std::size_t{105});
    QCOMPARE(sample.population, std::uint64_t{0});
    PredictionBlock block;
    outcome->whole->read({0, 105}, block);
    for (std::size_t i = 0; i < 105; ++i) {
        QCOMPARE(sample.points[i].row, static_cast<int>(i));
        QCOMPARE(sample.points[i].prediction.fitness, block.predictions[i].fitness);
        QCOMPARE(sample.points[i].prediction.fitnessSd, block.predictions[i].fitnessSd);
        QVERIFY(std::isnan(sample.points[i].measuredP));
    }
    QCOMPARE(sample.points.front().label, QStringLiteral("g0Δ g2Δ"));
    // Only what was measured has evidence where there is no ensemble.
    const QTemporaryDir other;
    const auto single = screenOf(15, 1, other);
    const MeasuredLabelsPtr measured = measuredPairs({{{0, 4}, 1e-5}, {{2, 8}, 0.5}, {{1, 3}, 1e-9}, {{6}, 0.1}});
    const ScreenSample some = sampleRows(*single, measured, {});
    QCOMPARE(some.points.size(), std::size_t{2});
    QVERIFY(std::abs(some.points[0].measuredP / 1e-5 - 1.0) < 1e-9);
    QCOMPARE(some.points[1].label, QStringLiteral("g2Δ g8Δ"));
    QVERIFY(!sampleRows(*single, nullptr, {}).points.empty());
}

void TestScreenPlots::sampleOfManyIsThinned()
{
    const QTemporaryDir folder;
    const auto outcome = screenOf(800, 2, folder);
    const std::uint64_t count = outcome->rows()->count();
    QCOMPARE(count, std::uint64_t{319'600});
    QElapsedTimer time;
    time.start();
    const ScreenSample sample = sampleRows(*outcome, nullptr, {});
    qInfo("%llu rows: %lld ms, %zu points", static_cast<unsigned long long>(count),
          static_cast<long long>(time.elapsed()), sample.points.size());
    QCOMPARE(sample.population, count);
    QVERIFY(sample.points.size() > 20'000 && sample.points.size() <= 150'000);
    // The most extreme row is there.
    const ScreenRow lowest = outcome->kept->rows().front();
    QVERIFY(std::any_of(sample.points.begin(), sample.points.end(),
                        [&](const PlotPoint &point) { return point.row == static_cast<int>(lowest.index); }));
    JobControl control;
    std::uint64_t reports = 0;
    control.progress = [&](const Progress &progress) {
        QCOMPARE(progress.total, 2 * count);
        if (++reports == 1)
            control.cancel.cancel();
    };
    QVERIFY_EXCEPTION_THROWN(sampleRows(*outcome, nullptr, control), Cancelled);
}

void TestScreenPlots::volcanoOpensAndFollowsTheSelection()
{
    const QTemporaryDir folder;
    const auto outcome = screenOf(15, 2, folder);
    ScreenVolcanoView view;
    view.resize(700, 420);
    view.setOutcome(outcome);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QTRY_COMPARE_WITH_TIMEOUT(view.plot()->points().size(), std::size_t{105}, patience);
    QTRY_VERIFY(view.plot()->isVisible());
    view.plot()->flush();
    // The plot fills the view below its bar.
    QTRY_VERIFY(view.plot()->canvas()->width() == view.width() && view.plot()->canvas()->height() > 350);
    view.plot()->canvas()->replot(QCustomPlot::rpImmediateRefresh);
    QSignalSpy opened(&view, &ScreenVolcanoView::genotypeActivated);
    const int row = view.plot()->rowAt(view.plot()->pixelOfRow(42));
    QTest::mouseClick(view.plot()->canvas(), Qt::LeftButton, {}, view.plot()->pixelOfRow(42).toPoint());
    QCOMPARE(opened.count(), 1);
    QVERIFY(opened.first().first().value<Genotype>() ==
            outcome->request.source->genotype(static_cast<std::uint64_t>(row)));
    view.setSelected(outcome->request.source->genotype(17));
    QCOMPARE(view.plot()->highlightedRows(), std::vector<int>{17});
    view.setSelected(Genotype{1, 3});
    QVERIFY(view.plot()->highlightedRows().empty());
    shoot(view, "screen-volcano");
}

void TestScreenPlots::volcanoShowsMeasuredP()
{
    const QTemporaryDir folder;
    const auto outcome = screenOf(15, 1, folder);
    ScreenVolcanoView view;
    view.resize(700, 420);
    view.setOutcome(outcome);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QTRY_VERIFY_WITH_TIMEOUT(!view.reading(), patience);
    view.plot()->flush();
    // One model, nothing measured: it says how to come by evidence.
    QVERIFY(view.plot()->view().marks.empty());
    QVERIFY(view.plot()->view().emptyText.contains(QStringLiteral("ensemble")));
    view.setMeasured(measuredPairs({{{0, 4}, 1e-5}, {{2, 8}, 0.5}}));
    QTRY_VERIFY_WITH_TIMEOUT(!view.reading() && view.plot()->view().marks.size() == 2, patience);
    QCOMPARE(view.plot()->evidence(), VolcanoEvidence::MeasuredP);
}

QTEST_MAIN(TestScreenPlots)
#include "test_screen_plots.moc"
