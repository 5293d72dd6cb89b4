#include "engine/core/issue.h"
#include "engine/store/run_database.h"
#include "tests/engine/store/run_samples.h"
#include "tests/engine/store/store_samples.h"
#include "tests/processor_timer.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <SQLiteCpp/SQLiteCpp.h>

#include <cmath>
#include <thread>

using namespace knockscape;

class TestRunDatabase : public QObject
{
    Q_OBJECT

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void keepsARun();
    void keepsEveryValue();
    void hasTheContractsColumns();
    void listsNewestFirst();
    void deletesRestoresAndPurges();
    void refusesRunsThatDoNotExist();
    void storesAnUnfinishedRunAsFailed();
    void appendsQuickly();
    void servesSeveralThreadsAtOnce();

private:
    std::filesystem::path file() const { return folder_->filePath("runs.sqlite").toStdString(); }
    std::unique_ptr<QTemporaryDir> folder_;
};

void TestRunDatabase::keepsARun()
{
    std::int64_t id = 0;
    {
        RunDatabase database(file());
        id = database.begin(samplePredict());
        QCOMPARE(database.find(id)->status, RunStatus::Running);
        database.append(id, sampleRows(5));
        database.addArtifact(id, {"predictions", "/tmp/out.csv", "cafe"});
        database.setNote(id, "first try");
        database.finish(id, RunStatus::Finished);
    }
    const RunDatabase database(file());
    const std::optional<RunRecord> run = database.find(id);
    QVERIFY(run);
    QCOMPARE(run->kind, "predict");
    QCOMPARE(run->status, RunStatus::Finished);
    QCOMPARE(run->cellName, "central metabolism");
    QCOMPARE(run->cellSha256, std::string(64, 'a'));
    QCOMPARE(run->modelsJson, samplePredict().modelsJson);
    QCOMPARE(run->parametersJson, samplePredict().parametersJson);
    QCOMPARE(run->engineVersion, "0.1.0");
    QCOMPARE(run->note, "first try");
    QCOMPARE(run->error, "");
    QCOMPARE(run->genotypeCount, 5);
    QCOMPARE(run->firstGenotypes, "AAA0;BBB0, AAA1;BBB1, AAA2;BBB2");
    const QRegularExpression iso(R"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$)");
    QVERIFY(iso.match(QString::fromStdString(run->startedUtc)).hasMatch());
    QVERIFY(iso.match(QString::fromStdString(run->finishedUtc)).hasMatch());
    QVERIFY(run->startedUtc <= run->finishedUtc);
    const QRegularExpression uuid("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
    QVERIFY(uuid.match(QString::fromStdString(run->uuid)).hasMatch());
    const std::vector<RunArtifact> artifacts = database.artifacts(id);
    QCOMPARE(artifacts.size(), 1U);
    QCOMPARE(artifacts[0].kind, "predictions");
    QCOMPARE(artifacts[0].path, std::filesystem::path("/tmp/out.csv"));
    QCOMPARE(artifacts[0].sha256, "cafe");
}

void TestRunDatabase::keepsEveryValue()
{
    RunDatabase database(file());
    const std::int64_t id = database.begin(samplePredict());
    std::vector<StoredPrediction> rows = sampleRows(3);
    rows[1].prediction = Prediction();
    rows[1].status = "unknown gene \"XYZ\"; ' ⟂";
    rows[2].prediction.fitnessSd = 0.01;
    rows[2].prediction.interactionSd = 0.1 + 0.2;
    StoredPrediction wildType;
    rows.insert(rows.begin(), wildType);
    database.append(id, rows);
    const std::vector<StoredPrediction> read = database.predictions(id);
    QCOMPARE(read.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QCOMPARE(read[i].knockouts, rows[i].knockouts);
        QCOMPARE(read[i].names, rows[i].names);
        QCOMPARE(read[i].n, rows[i].n);
        QCOMPARE(read[i].status, rows[i].status);
        QCOMPARE(read[i].prediction.support, rows[i].prediction.support);
        QCOMPARE(read[i].prediction.inRange, rows[i].prediction.inRange);
        const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
        QVERIFY(same(read[i].prediction.fitness, rows[i].prediction.fitness));
        QVERIFY(same(read[i].prediction.interaction, rows[i].prediction.interaction));
        QVERIFY(same(read[i].prediction.expectedFitness, rows[i].prediction.expectedFitness));
        QVERIFY(same(read[i].prediction.fitnessSd, rows[i].prediction.fitnessSd));
        QVERIFY(same(read[i].prediction.interactionSd, rows[i].prediction.interactionSd));
    }
    QCOMPARE(database.find(id)->firstGenotypes, "WT, AAA0;BBB0, AAA1;BBB1");
}

void TestRunDatabase::hasTheContractsColumns()
{
    {
        RunDatabase database(file());
        const std::int64_t id = database.begin(samplePredict());
        database.append(id, sampleRows(2));
        database.finish(id, RunStatus::Cancelled);
    }
    const SQLite::Database raw(file().string());
    for (const char *query :
         {"SELECT id, uuid, started_utc, finished_utc, kind, status, device, engine_version, cell_name, cell_sha256, "
          "models_json, parameters_json, note, error FROM runs",
          "SELECT id, run_id, knockouts, n FROM genotypes", "SELECT genotype_id, fitness, interaction FROM predictions",
          "SELECT run_id, kind, path, sha256 FROM artifacts"}) {
        SQLite::Statement(raw, query).executeStep();
    }
    QCOMPARE(SQLite::Statement(raw, "PRAGMA journal_mode").executeStep(), true);
    SQLite::Statement mode(raw, "SELECT (SELECT status FROM runs), (SELECT journal_mode FROM pragma_journal_mode), "
                                "(SELECT user_version FROM pragma_user_version)");
    QVERIFY(mode.executeStep());
    QCOMPARE(mode.getColumn(0).getString(), "cancelled");
    QCOMPARE(mode.getColumn(1).getString(), "wal");
    QCOMPARE(mode.getColumn(2).getInt(), 1);
}

void TestRunDatabase::listsNewestFirst()
{
    RunDatabase database(file());
    QVERIFY(database.runs().empty());
    std::vector<std::int64_t> ids;
    for (int i = 0; i < 5; ++i) {
        ids.push_back(database.begin(samplePredict()));
    }
    const std::vector<RunRecord> runs = database.runs();
    QCOMPARE(runs.size(), 5U);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        QCOMPARE(runs[i].id, ids[4 - i]);
    }
}

void TestRunDatabase::deletesRestoresAndPurges()
{
    RunDatabase database(file());
    const std::int64_t first = database.begin(samplePredict());
    database.append(first, sampleRows(10));
    database.finish(first, RunStatus::Finished);
    const std::int64_t second = database.begin(samplePredict());
    database.remove(first);
    database.remove(first);
    QCOMPARE(database.runs().size(), 1U);
    QCOMPARE(database.deletedRuns().size(), 1U);
    QVERIFY(database.isDeleted(first));
    QVERIFY(!database.isDeleted(second));
    QCOMPARE(database.predictions(first).size(), 10U);
    database.restore(first);
    QCOMPARE(database.runs().size(), 2U);
    database.remove(first);
    database.remove(second);
    database.purgeDeleted();
    QVERIFY(!database.find(first));
    QVERIFY(database.find(second)); // still running
    QVERIFY(database.predictions(first).empty());
    const SQLite::Database raw(file().string());
    SQLite::Statement left(raw, "SELECT (SELECT count(*) FROM genotypes), (SELECT count(*) FROM predictions)");
    QVERIFY(left.executeStep());
    QCOMPARE(left.getColumn(0).getInt(), 0);
    QCOMPARE(left.getColumn(1).getInt(), 0);
}

void TestRunDatabase::refusesRunsThatDoNotExist()
{
    RunDatabase database(file());
    QVERIFY(!database.find(17));
    QVERIFY(!database.isDeleted(17));
    const std::vector<StoredPrediction> rows = sampleRows(1);
    for (const std::function<void()> &work : std::vector<std::function<void()>>{
             [&] { database.append(17, rows); }, [&] { database.setNote(17, "x"); }, [&] { database.remove(17); },
             [&] { database.restore(17); }, [&] { database.addArtifact(17, {}); },
             [&] { database.finish(17, RunStatus::Finished); }}) {
        const QString message = messageOf(work);
        QVERIFY2(message.startsWith("InputError") && message.contains("17") && message.contains("runs.sqlite"),
                 qPrintable(message));
    }
}

void TestRunDatabase::storesAnUnfinishedRunAsFailed()
{
    std::int64_t id = 0;
    {
        RunDatabase database(file());
        id = database.begin(samplePredict());
        database.append(id, sampleRows(3));
        const RunDatabase other(file());
        QCOMPARE(other.find(id)->status, RunStatus::Running);
    }
    const RunDatabase database(file());
    QCOMPARE(database.find(id)->status, RunStatus::Failed);
    QVERIFY(!database.find(id)->error.empty());
    QVERIFY(!database.find(id)->finishedUtc.empty());
    QCOMPARE(database.predictions(id).size(), 3U);
}

void TestRunDatabase::appendsQuickly()
{
    constexpr int count = 100'000;
    constexpr int batch = 4096;
    const std::vector<StoredPrediction> rows = sampleRows(count);
    RunDatabase database(file());
    const std::int64_t id = database.begin(samplePredict());
    ::knockscape::testing::ProcessorTimer timer;
    timer.start();
    for (int first = 0; first < count; first += batch) {
        database.append(id, std::span(rows).subspan(first, std::min(batch, count - first)));
    }
    const qint64 elapsed = timer.elapsed();
    database.finish(id, RunStatus::Finished);
    timer.restart();
    QCOMPARE(database.predictions(id).size(), std::size_t{count});
    const qint64 reading = timer.elapsed();
    timer.restart();
    QCOMPARE(database.runs().size(), 1U);
    qInfo("appended %d rows in %lld ms, read in %lld ms, listed in %lld ms, %.1f MB", count, elapsed, reading,
          timer.elapsed(), static_cast<double>(QFile(folder_->filePath("runs.sqlite")).size()) / 1e6);
    QVERIFY2(elapsed < 10'000, "100,000 rows must be stored within seconds, even on a busy machine");
}

void TestRunDatabase::servesSeveralThreadsAtOnce()
{
    constexpr int threads = 4;
    constexpr int batches = 25;
    std::vector<std::string> errors(threads);
    {
        std::vector<std::jthread> writers;
        for (int thread = 0; thread < threads; ++thread) {
            writers.emplace_back([&, thread] {
                try {
                    RunDatabase database(file());
                    const std::int64_t id = database.begin(samplePredict());
                    for (int i = 0; i < batches; ++i) {
                        database.append(id, sampleRows(20, i * 20));
                        database.runs();
                    }
                    database.finish(id, RunStatus::Finished);
                } catch (const std::exception &error) {
                    errors[static_cast<std::size_t>(thread)] = error.what();
                }
            });
        }
    }
    for (const std::string &error : errors) {
        QVERIFY2(error.empty(), error.c_str());
    }
    const RunDatabase database(file());
    const std::vector<RunRecord> runs = database.runs();
    QCOMPARE(runs.size(), std::size_t{threads});
    for (const RunRecord &run : runs) {
        QCOMPARE(run.status, RunStatus::Finished);
        QCOMPARE(run.genotypeCount, 20 * batches);
        const std::vector<StoredPrediction> rows = database.predictions(run.id);
        QCOMPARE(rows.size(), std::size_t{20 * batches});
        QCOMPARE(rows.back().knockouts, sampleRows(1, 20 * batches - 1).front().knockouts);
    }
}

QTEST_GUILESS_MAIN(TestRunDatabase)
#include "test_run_database.moc"
