// The inference thread with the real module and real models: answers, their order, cancelling, and refusals.

#include "engine/core/delimited_table.h"
#include "engine/core/text.h"
#include "tests/patience.h"
#include "tests/processor_timer.h"
#include "ui/session/inference_service.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <fstream>

using namespace knockscape;
using namespace knockscape::ui;

namespace
{

namespace fs = std::filesystem;

/// An oracle of PyG: cell, model and what the model answers.
const fs::path oracle = fs::path(KNOCKSCAPE_TEST_DATA) / "parity" / "gcn_plain";
using ::knockscape::testing::patience;

/// Genotypes of up to three genes, as many as asked for.
std::vector<Genotype> manyGenotypes(std::size_t count, GeneIndex genes)
{
    std::vector<Genotype> genotypes;
    genotypes.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto n = static_cast<GeneIndex>(i);
        genotypes.push_back(Genotype{n % genes, (n / genes) % genes, (n / 7) % genes});
    }
    return genotypes;
}

} // namespace

class TestInferenceService : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void answersAsTheOracleDoes();
    void cancellingKeepsTheRowsSoFar();
    void answersToAnAbandonedJobAreDropped();
    void aModelThatDoesNotFitIsRefusedAndTheOldOneStays();
    void aBrokenCellIsRefusedAndTheOldOneStays();
    void theLiveAnswerComesDuringABigJob();
    void onlyTheNewestLiveAnswerComes();
    void predictingWithoutAModelFails();
    void destructionDoesNotWaitForTheJob();

private:
    bool openOracle();

    std::unique_ptr<InferenceService> service_;
    std::shared_ptr<const Cell> cell_;
};

void TestInferenceService::init()
{
    service_ = std::make_unique<InferenceService>();
    TorchSettings settings;
    settings.device = "cpu";
    service_->setSettings(settings);
}

void TestInferenceService::cleanup()
{
    service_.reset();
}

bool TestInferenceService::openOracle()
{
    QSignalSpy cells(service_.get(), &InferenceService::cellOpened);
    QSignalSpy models(service_.get(), &InferenceService::modelsOpened);
    QSignalSpy refused(service_.get(), &InferenceService::modelsRefused);
    connect(service_.get(), &InferenceService::cellOpened, this,
            [this](const OpenedCell &opened) { cell_ = opened.cell; });
    service_->openCell(oracle / "cell");
    service_->openModels({oracle / "model.safetensors"});
    if (!models.wait(patience) && !refused.isEmpty()) {
        const auto issues = refused.first().at(1).value<std::vector<Issue>>();
        qWarning("%s", describe(issues.front()).c_str());
    }
    return cells.count() == 1 && models.count() == 1;
}

void TestInferenceService::answersAsTheOracleDoes()
{
    QVERIFY(openOracle());
    const DelimitedTable expected = DelimitedTable::read(oracle / "expected.tsv");
    std::vector<Genotype> genotypes;
    for (std::size_t row = 0; row < expected.rowCount(); ++row) {
        std::vector<GeneIndex> genes;
        for (const std::string_view id : split(expected.cell(row, expected.column("knockouts")), ";", true)) {
            genes.push_back(cell_->genes.findId(id));
            QVERIFY(genes.back() >= 0);
        }
        genotypes.emplace_back(std::move(genes));
    }
    QCOMPARE(genotypes.size(), expected.rowCount());

    std::vector<PredictionRow> rows;
    connect(service_.get(), &InferenceService::batchReady, this,
            [&rows](quint64, const std::vector<PredictionRow> &batch) {
                rows.insert(rows.end(), batch.begin(), batch.end());
            });
    QSignalSpy ended(service_.get(), &InferenceService::ended);
    const quint64 id = service_->predict(genotypes);
    QVERIFY(service_->busy());
    QVERIFY(ended.wait(patience));
    QCOMPARE(ended.first().at(0).toULongLong(), id);
    QCOMPARE(ended.first().at(1).value<JobEnd>(), JobEnd::Finished);
    QVERIFY(!service_->busy());
    QCOMPARE(rows.size(), genotypes.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QVERIFY(rows[i].genotype == genotypes[i]);
        const double fitness = expected.number(i, expected.column("fitness"));
        const double interaction = expected.number(i, expected.column("interaction"));
        QVERIFY2(std::abs(rows[i].prediction.fitness - fitness) < 1e-4 * std::max(1.0, std::abs(fitness)),
                 qPrintable(QString::number(i)));
        QVERIFY2(std::abs(rows[i].prediction.interaction - interaction) < 1e-4 * std::max(1.0, std::abs(interaction)),
                 qPrintable(QString::number(i)));
    }
}

void TestInferenceService::cancellingKeepsTheRowsSoFar()
{
    QVERIFY(openOracle());
    const std::vector<Genotype> genotypes = manyGenotypes(2'000'000, static_cast<GeneIndex>(cell_->genes.size()));
    std::size_t rows = 0;
    bool inOrder = true;
    connect(service_.get(), &InferenceService::batchReady, this, [&](quint64, const std::vector<PredictionRow> &batch) {
        for (const PredictionRow &row : batch) {
            inOrder = inOrder && row.genotype == genotypes[rows++];
        }
        service_->cancel();
    });
    QSignalSpy ended(service_.get(), &InferenceService::ended);
    service_->predict(genotypes);
    QVERIFY(ended.wait(patience));
    QCOMPARE(ended.first().at(1).value<JobEnd>(), JobEnd::Cancelled);
    QVERIFY(rows > 0);
    QVERIFY(rows < genotypes.size());
    QVERIFY(inOrder);
    const std::size_t atEnd = rows;
    QTest::qWait(50);
    QCOMPARE(rows, atEnd);
}

void TestInferenceService::answersToAnAbandonedJobAreDropped()
{
    QVERIFY(openOracle());
    std::vector<quint64> seen;
    connect(service_.get(), &InferenceService::batchReady, this,
            [&](quint64 id, const std::vector<PredictionRow> &) { seen.push_back(id); });
    QSignalSpy ended(service_.get(), &InferenceService::ended);
    const quint64 first = service_->predict(manyGenotypes(200'000, static_cast<GeneIndex>(cell_->genes.size())));
    QTRY_VERIFY_WITH_TIMEOUT(!seen.empty(), patience);
    seen.clear();
    const quint64 second = service_->predict(manyGenotypes(100, static_cast<GeneIndex>(cell_->genes.size())));
    QVERIFY(second != first);
    QVERIFY(ended.wait(patience));
    QCOMPARE(ended.count(), 1);
    QCOMPARE(ended.first().at(0).toULongLong(), second);
    QVERIFY(std::all_of(seen.begin(), seen.end(), [second](quint64 id) { return id == second; }));
}

void TestInferenceService::aModelThatDoesNotFitIsRefusedAndTheOldOneStays()
{
    QVERIFY(openOracle());
    QTemporaryDir folder;
    const fs::path broken = fs::path(folder.path().toStdString()) / "broken.safetensors";
    std::ofstream(broken) << "not a model";
    // Another oracle's model has another encoder or another cell.
    for (const fs::path &model : {broken, fs::path(folder.path().toStdString()) / "missing.safetensors"}) {
        QSignalSpy refused(service_.get(), &InferenceService::modelsRefused);
        service_->openModels({model});
        QVERIFY(refused.wait(patience));
        const auto issues = refused.first().at(1).value<std::vector<Issue>>();
        QVERIFY(!issues.empty());
        QVERIFY2(issues.front().where.find(model.filename().string()) != std::string::npos,
                 issues.front().where.c_str());
    }
    QSignalSpy live(service_.get(), &InferenceService::liveReady);
    service_->requestLive(Genotype{0, 1});
    QVERIFY(live.wait(patience));
    QVERIFY(std::isfinite(live.first().first().value<LivePrediction>().prediction.fitness));
}

void TestInferenceService::aBrokenCellIsRefusedAndTheOldOneStays()
{
    QVERIFY(openOracle());
    QTemporaryDir folder;
    const fs::path bundle = fs::path(folder.path().toStdString()) / "broken.cell";
    fs::create_directories(bundle);
    std::ofstream(bundle / "cell.json") << R"({"format":"knockscape-cell","version":1,"name":"x")";
    QSignalSpy refused(service_.get(), &InferenceService::cellRefused);
    service_->openCell(bundle);
    QVERIFY(refused.wait(patience));
    const auto issues = refused.first().at(1).value<std::vector<Issue>>();
    QVERIFY(issues.front().where.find("cell.json") != std::string::npos);
    QSignalSpy live(service_.get(), &InferenceService::liveReady);
    service_->requestLive(Genotype{2});
    QVERIFY(live.wait(patience));
}

void TestInferenceService::theLiveAnswerComesDuringABigJob()
{
    QVERIFY(openOracle());
    QSignalSpy ended(service_.get(), &InferenceService::ended);
    QSignalSpy live(service_.get(), &InferenceService::liveReady);
    QSignalSpy batches(service_.get(), &InferenceService::batchReady);
    service_->predict(manyGenotypes(3'000'000, static_cast<GeneIndex>(cell_->genes.size())));
    QTRY_VERIFY_WITH_TIMEOUT(!batches.isEmpty(), patience);
    service_->requestLive(Genotype{0, 3});
    QTRY_VERIFY_WITH_TIMEOUT(!live.isEmpty(), patience);
    QVERIFY(ended.isEmpty());
    const auto answer = live.first().first().value<LivePrediction>();
    QVERIFY((answer.genotype == Genotype{0, 3}));
    QCOMPARE(answer.singles.size(), std::size_t{2});
    service_->cancel();
    QVERIFY(ended.wait(patience));
}

void TestInferenceService::onlyTheNewestLiveAnswerComes()
{
    QVERIFY(openOracle());
    std::vector<Genotype> answers;
    connect(service_.get(), &InferenceService::liveReady, this,
            [&](const LivePrediction &live) { answers.push_back(live.genotype); });
    for (GeneIndex gene = 0; gene < 20; ++gene) {
        service_->requestLive(Genotype{gene});
    }
    QTRY_VERIFY_WITH_TIMEOUT(!answers.empty(), patience);
    // All requests were made before the event loop ran: none but the last is current.
    QCOMPARE(answers.size(), std::size_t{1});
    QVERIFY(answers.front() == Genotype{19});
}

void TestInferenceService::predictingWithoutAModelFails()
{
    QSignalSpy ended(service_.get(), &InferenceService::ended);
    service_->predict({Genotype{0}});
    QVERIFY(ended.wait(patience));
    QCOMPARE(ended.first().at(1).value<JobEnd>(), JobEnd::Failed);
    QVERIFY(!ended.first().at(2).value<std::vector<Issue>>().empty());
}

void TestInferenceService::destructionDoesNotWaitForTheJob()
{
    QVERIFY(openOracle());
    constexpr std::size_t all = 5'000'000;
    std::vector<Genotype> genotypes = manyGenotypes(all, static_cast<GeneIndex>(cell_->genes.size()));
    std::size_t done = 0;
    connect(service_.get(), &InferenceService::batchReady, this,
            [&done](quint64, const std::vector<PredictionRow> &rows) { done += rows.size(); });
    ::knockscape::testing::ProcessorTimer work;
    service_->predict(std::move(genotypes));
    QTRY_VERIFY(done >= all / 100);
    const double whole = static_cast<double>(work.elapsed()) * static_cast<double>(all) / static_cast<double>(done);
    work.restart();
    service_.reset();
    // One batch may still end; the rest of the job is not done.
    const double after = static_cast<double>(work.elapsed());
    QVERIFY2(after < whole / 4.0, qPrintable(QStringLiteral("%1 of %2 ms").arg(after).arg(whole)));
}

QTEST_GUILESS_MAIN(TestInferenceService)
#include "test_inference_service.moc"
