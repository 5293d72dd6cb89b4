#include "tests/engine/fba/fba_fixtures.h"
#include "tests/engine/fba/small_cells.h"

#include "engine/core/issue.h"
#include "engine/fba/media.h"
#include "engine/inference/default_ranking.h"
#include "engine/inference/screen.h"
#include "engine/inference/screen_rows.h"
#include "engine/simulating/flux_balance_predictor.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <utility>

using namespace knockscape;
using knockscape::test::SmallCell;

namespace
{

std::shared_ptr<const Cell> demoCell()
{
    std::vector<Issue> issues;
    return std::make_shared<const Cell>(
        readCellBundle(std::filesystem::path(KNOCKSCAPE_RESOURCES_DIR) / "demo/central-metabolism.cell", issues));
}

/// branchedCell() whose maintenance must be met by the same uptake, and with a gene that no reaction names.
std::shared_ptr<const Cell> cellWithMaintenance()
{
    SmallCell cell({"G1", "G2", "G3", "G4", "G5"});
    cell.reaction("uptake", {{"A", 1.0}}, 0.0, 10.0, "G3 or G4")
        .reaction("main", {{"A", -1.0}, {"B", 1.0}}, 0.0, 1000.0, "G1 or G2")
        .reaction("maintenance", {{"A", -1.0}}, 1.0, 1000.0)
        .reaction("growth", {{"B", -1.0}}, 0.0, 1000.0, "", 1.0);
    return cell.build();
}

ScreenRequest pairsOf(std::vector<GeneIndex> panel)
{
    ScreenRequest request;
    request.source = std::make_shared<Combinations>(std::move(panel), 2);
    request.range = {0, request.source->count()};
    return request;
}

bool refusesScreen(Predictor &predictor, const ScreenRequest &request, const std::string &words)
{
    try {
        runScreen(predictor, request, {});
    } catch (const InputError &error) {
        return std::string(error.what()).find(words) != std::string::npos;
    }
    return false;
}

} // namespace

/// Genotypes that are simulated where a model would predict them.
class TestSimulatedPredictions : public QObject
{
    Q_OBJECT

private slots:
    void answersAsHighs_data();
    void answersAsHighs();
    void everyThreadCountSaysTheSame();
    void fixtures_data();
    void fixtures();
    void saysWhatANumberMeans();
    void ranksByEpistasis();
    void keepsTheWholeResult();
    void refusesTheInteraction();
    void setAgainstAll();
    void keepsWhatWasDoneAndGoesOn();
    void cancelsWithinAnAnswer();
    void mediumTellsScreensApart();
    void estimates();
};

void TestSimulatedPredictions::answersAsHighs_data()
{
    QTest::addColumn<QString>("pair");
    QTest::addColumn<double>("growth");
    QTest::addColumn<double>("growthA");
    QTest::addColumn<double>("growthB");
    // SciPy's HiGHS, in 1/h; the wild type grows with 0.4579531127.
    QTest::newRow("both cost") << "YJL198W;YML123C" << 0.2060771328 << 0.4579531127 << 0.3429202169;
    QTest::newRow("additive") << "YBL030C;YGL080W" << 0.360980662 << 0.3671688004 << 0.3756779374;
    QTest::newRow("synthetic lethal") << "YHL003C;YKL008C" << 0.0 << 0.4579531127 << 0.4579531127;
    QTest::newRow("sick, then dead") << "YLR028C;YMR120C" << 0.0 << 0.3873978996 << 0.2730455076;
    QTest::newRow("isozymes") << "YGR087C;YLR044C" << 0.3698287728 << 0.4579531127 << 0.3792065263;
    QTest::newRow("one masks the other") << "YER178W;YFL018C" << 0.2150537634 << 0.2150537634 << 0.2150537634;
    QTest::newRow("neither matters") << "YLL062C;YPL273W" << 0.4579531127 << 0.4579531127 << 0.4579531127;
}

void TestSimulatedPredictions::answersAsHighs()
{
    QFETCH(QString, pair);
    QFETCH(double, growth);
    QFETCH(double, growthA);
    QFETCH(double, growthB);
    constexpr double wildType = 0.4579531127;
    static FluxBalancePredictor predictor(demoCell(), 2);
    QVERIFY(std::abs(predictor.wildTypeGrowth() - wildType) < 1e-9);
    const Genotype genotype = test::fbaFixtureGenotype(*predictor.cell(), pair.toStdString());
    QCOMPARE(genotype.size(), std::size_t{2});
    const Prediction answer = predictor.predictOne(genotype);
    QVERIFY(std::abs(answer.fitness - growth / wildType) < 1e-6);
    QVERIFY(std::abs(answer.expectedFitness - growthA * growthB / (wildType * wildType)) < 1e-6);
    QVERIFY(std::abs(answer.epistasis() - (growth / wildType - growthA * growthB / (wildType * wildType))) < 1e-6);
    QVERIFY(std::isnan(answer.interaction) && std::isnan(answer.fitnessSd) && answer.support < 0);
    QCOMPARE(predictor.statusOf(genotype, answer), std::string("ok"));
}

void TestSimulatedPredictions::everyThreadCountSaysTheSame()
{
    const auto cell = demoCell();
    std::vector<GeneIndex> panel;
    for (GeneIndex gene = 0; gene < static_cast<GeneIndex>(cell->genes.size()) && panel.size() < 14; gene += 37) {
        panel.push_back(gene);
    }
    const ScreenRequest request = pairsOf(panel);
    PredictionBlock one;
    PredictionBlock three;
    FluxBalancePredictor(cell, 1).openScreen(request.source)->evaluate(request.range, one);
    FluxBalancePredictor(cell, 3).openScreen(request.source)->evaluate(request.range, three);
    QCOMPARE(one.size(), three.size());
    for (std::size_t row = 0; row < one.size(); ++row) {
        QCOMPARE(one.predictions[row].fitness, three.predictions[row].fitness);
        QCOMPARE(one.predictions[row].expectedFitness, three.predictions[row].expectedFitness);
    }
}

void TestSimulatedPredictions::fixtures_data()
{
    QTest::addColumn<QString>("model");
    for (const char *model : {"demo", "e_coli_core", "iMM904"}) {
        QTest::newRow(model) << model;
    }
}

void TestSimulatedPredictions::fixtures()
{
    QFETCH(QString, model);
    const auto cell = test::fbaFixtureCell(model.toStdString());
    FluxBalancePredictor predictor(cell, 2);
    const DelimitedTable expected = DelimitedTable::read(test::fbaFixture(model.toStdString() + "_growth_pfba.tsv"));
    std::vector<Genotype> genotypes;
    for (std::size_t row = 0; row < expected.rowCount(); ++row) {
        genotypes.push_back(
            test::fbaFixtureGenotype(*cell, std::string(expected.cell(row, expected.column("genotype")))));
    }
    const std::vector<Prediction> answers = predictor.predictAll(genotypes);
    QVERIFY(answers.size() > 5);
    for (std::size_t row = 0; row < answers.size(); ++row) {
        const double fitness = expected.number(row, expected.column("growth")) / predictor.wildTypeGrowth();
        QVERIFY(std::abs(answers[row].fitness - fitness) < 1e-6);
        QCOMPARE(predictor.statusOf(genotypes[row], answers[row]),
                 std::string(expected.cell(row, expected.column("status"))));
    }
}

void TestSimulatedPredictions::saysWhatANumberMeans()
{
    FluxBalancePredictor predictor(cellWithMaintenance(), 2);
    const auto statusOf = [&](const Genotype &genotype) {
        const Prediction answer = predictor.predictOne(genotype);
        return std::pair(answer.fitness, predictor.statusOf(genotype, answer));
    };
    QCOMPARE(statusOf({}), std::pair(1.0, std::string("ok")));
    QCOMPARE(statusOf({0, 1}), std::pair(0.0, std::string("ok"))); // no growth, but it lives
    QCOMPARE(statusOf({2, 3}), std::pair(0.0, std::string("infeasible")));
    QCOMPARE(statusOf({2, 3, 4}), std::pair(0.0, std::string("infeasible")));
    QCOMPARE(statusOf({4}), std::pair(1.0, std::string("not in the metabolic model")));
    QCOMPARE(statusOf({0, 4}), std::pair(1.0, std::string("ok")));
    QVERIFY_EXCEPTION_THROWN(predictor.predictOne({5}), InputError);
    QVERIFY_EXCEPTION_THROWN(predictor.openScreen(std::make_shared<Combinations>(allGenes(6), 2)), InputError);
}

void TestSimulatedPredictions::ranksByEpistasis()
{
    FluxBalancePredictor predictor(test::branchedCell().build(), 2);
    const ScreenRequest request = pairsOf({0, 1, 2, 3});
    QCOMPARE(chooseRanking(predictor.models(), *request.source).by, std::string("epistasis"));
    QCOMPARE(chooseRanking(predictor.models(), Combinations({0, 1}, 1)).by, std::string("fitness"));
    const ScreenResult result = runScreen(predictor, request, {});
    QVERIFY(result.finished);
    const std::vector<ScreenRow> best = result.state.top.sorted();
    QCOMPARE(best.size(), std::size_t{6});
    // Without both isozymes the bypass makes half; every other pair leaves one of them.
    QCOMPARE(request.source->genotype(best.front().index), (Genotype{0, 1}));
    QCOMPARE(best.front().prediction.fitness, 0.5);
    QCOMPARE(best.front().prediction.expectedFitness, 1.0);
    QCOMPARE(best.front().key, -0.5);
    QCOMPARE(best[1].key, 0.0);
}

void TestSimulatedPredictions::keepsTheWholeResult()
{
    const QTemporaryDir folder;
    FluxBalancePredictor predictor(test::branchedCell().build(), 2);
    ScreenRequest request = pairsOf({0, 1, 2, 3});
    request.matrix = folder.filePath(QStringLiteral("pairs.npy")).toStdString();
    request.matrixColumns = MatrixRows::columns(*request.source, 0);
    QCOMPARE(request.matrixColumns, (std::vector<std::string>{"fitness"}));
    QVERIFY(runScreen(predictor, request, {}).finished);
    const MatrixRows rows(request, request.range.count, false, {});
    PredictionBlock block;
    rows.read({0, rows.count()}, block);
    QCOMPARE(block.predictions.front().fitness, 0.5);
    QCOMPARE(block.predictions.front().expectedFitness, 1.0);
    QVERIFY(std::isnan(block.predictions.front().interaction));
}

void TestSimulatedPredictions::refusesTheInteraction()
{
    FluxBalancePredictor predictor(test::branchedCell().build(), 1);
    ScreenRequest request = pairsOf({0, 1, 2});
    request.by = "interaction";
    QVERIFY(refusesScreen(predictor, request, "no interaction score"));
    request.by = "epistasis";
    request.where = "interaction < -0.1";
    QVERIFY(refusesScreen(predictor, request, "no interaction score"));
    request.where = "fitness < 0.9";
    QCOMPARE(runScreen(predictor, request, {}).state.hits, std::uint64_t{1});
}

void TestSimulatedPredictions::setAgainstAll()
{
    FluxBalancePredictor predictor(test::branchedCell().build(), 2);
    const auto source = std::make_shared<Combinations>(allGenes(5), 1, std::vector<GeneIndex>{0, 1});
    PredictionBlock block;
    predictor.openScreen(source)->evaluate({0, source->count()}, block);
    // G1 and G2 are gone: 0.5 by the bypass, nothing without a part of it, as before without what is not in the model.
    QCOMPARE(block.size(), std::size_t{3});
    QCOMPARE(block.predictions[0].fitness, 0.0);
    QCOMPARE(block.predictions[1].fitness, 0.0);
    QCOMPARE(block.predictions[2].fitness, 0.5);
}

void TestSimulatedPredictions::keepsWhatWasDoneAndGoesOn()
{
    const QTemporaryDir folder;
    const auto cell = demoCell();
    ScreenRequest request = pairsOf({3, 40, 77, 114, 151, 188, 225, 262, 299, 336, 373, 410});
    request.wantsGeneSummaries = true;
    FluxBalancePredictor predictor(cell, 1);
    const ScreenResult whole = runScreen(predictor, request, {});
    QVERIFY(whole.finished);

    request.checkpoint = folder.filePath(QStringLiteral("checkpoint")).toStdString();
    JobControl control;
    control.progress = [&control](const Progress &progress) {
        if (progress.done > 0) {
            control.cancel.cancel();
        }
    };
    const ScreenResult part = runScreen(predictor, request, control);
    QVERIFY(!part.finished);
    QVERIFY(part.state.done > 0 && part.state.done < request.range.count);
    request.resume = true;
    const ScreenResult rest = runScreen(predictor, request, {});
    QVERIFY(rest.finished);
    QCOMPARE(rest.resumedAt, part.state.done);
    const std::vector<ScreenRow> here = rest.state.top.sorted();
    const std::vector<ScreenRow> there = whole.state.top.sorted();
    QCOMPARE(here.size(), there.size());
    for (std::size_t row = 0; row < here.size(); ++row) {
        QCOMPARE(here[row].index, there[row].index);
        QCOMPARE(here[row].prediction.fitness, there[row].prediction.fitness);
    }
}

void TestSimulatedPredictions::cancelsWithinAnAnswer()
{
    FluxBalancePredictor predictor(demoCell(), 2);
    const auto source = std::make_shared<Combinations>(allGenes(predictor.cell()->genes.size()), 2);
    const auto evaluator = predictor.openScreen(source);
    CancelToken cancel;
    predictor.watch(cancel);
    cancel.cancel();
    PredictionBlock block;
    QVERIFY_EXCEPTION_THROWN(evaluator->evaluate({0, 1000}, block), Cancelled);
    // And answers again for whoever comes next.
    QVERIFY(!std::isnan(predictor.predictOne({3, 40}).fitness));
}

void TestSimulatedPredictions::mediumTellsScreensApart()
{
    const auto cell = demoCell();
    const ScreenRequest request = pairsOf({3, 40, 77});
    FluxBalancePredictor own(cell, 1);
    FluxBalancePredictor again(onMedium(cell, builtInMedium(*cell, "own")), 1);
    FluxBalancePredictor rich(onMedium(cell, builtInMedium(*cell, "rich")), 1);
    QCOMPARE(screenFingerprint(own, request), screenFingerprint(again, request));
    QVERIFY(screenFingerprint(own, request) != screenFingerprint(rich, request));
}

void TestSimulatedPredictions::estimates()
{
    FluxBalancePredictor predictor(demoCell(), 2);
    const ScreenEstimate pairs = estimateScreen(predictor, pairsOf(allGenes(predictor.cell()->genes.size())));
    QCOMPARE(pairs.genotypes, std::uint64_t{564 * 563 / 2});
    QVERIFY(std::isfinite(pairs.seconds) && pairs.seconds > 0.0);
    const ScreenEstimate fewer = estimateScreen(predictor, pairsOf({3, 40, 77}));
    QVERIFY(fewer.seconds < pairs.seconds);
}

QTEST_APPLESS_MAIN(TestSimulatedPredictions)
#include "test_simulated_predictions.moc"
