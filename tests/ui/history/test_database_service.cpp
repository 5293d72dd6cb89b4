#include "tests/patience.h"
#include "tests/ui/history/history_samples.h"
#include "ui/history/database_service.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace knockscape;
using knockscape::ui::DatabaseService;

class TestDatabaseService : public QObject
{
    Q_OBJECT

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void recordsARun();
    void writesWhatIsQueuedBeforeItEnds();
    void answersWithPredictions();
    void deletesAndRestores();
    void tellsOnceWhatGoesWrong();
    void recoversWhenTheFileCanBeUsed();
    void seesRunsOfOtherPrograms();
    void neverBlocksTheCaller();

private:
    std::filesystem::path file() const { return folder_->filePath("runs.sqlite").toStdString(); }
    std::unique_ptr<QTemporaryDir> folder_;
};

void TestDatabaseService::recordsARun()
{
    DatabaseService service(file());
    QSignalSpy begun(&service, &DatabaseService::runBegun);
    std::vector<RunRecord> runs;
    connect(&service, &DatabaseService::runsChanged, this, [&](const std::vector<RunRecord> &answer) {
        QCOMPARE(QThread::currentThread(), thread());
        runs = answer;
    });
    service.beginRun(7, sampleRun("predict"));
    service.append(7, sampleGenotypes({"HXK2", "PGI1"}));
    service.append(7, sampleGenotypes({"ADE2"}));
    service.addArtifact(7, {"predictions", "/tmp/x.csv", "00"});
    service.finishRun(7, RunStatus::Finished, {});
    QTRY_VERIFY(!runs.empty() && runs.front().status == RunStatus::Finished);
    QCOMPARE(begun.count(), 1);
    QCOMPARE(begun.front().at(0).toULongLong(), 7U);
    QCOMPARE(begun.front().at(1).toLongLong(), runs.front().id);
    QCOMPARE(runs.front().genotypeCount, 3);
    QCOMPARE(runs.front().firstGenotypes, "HXK2, PGI1, ADE2");
    const RunDatabase database(file());
    QCOMPARE(database.artifacts(runs.front().id).size(), 1U);
}

void TestDatabaseService::writesWhatIsQueuedBeforeItEnds()
{
    {
        DatabaseService service(file());
        service.beginRun(1, sampleRun("screen"));
        for (int batch = 0; batch < 50; ++batch) {
            service.append(1, sampleGenotypes(std::vector<std::string>(100, "HXK2")));
        }
        service.finishRun(1, RunStatus::Cancelled, "closed");
    }
    const RunDatabase database(file());
    QCOMPARE(database.runs().size(), 1U);
    QCOMPARE(database.runs().front().status, RunStatus::Cancelled);
    QCOMPARE(database.runs().front().error, "closed");
    QCOMPARE(database.runs().front().genotypeCount, 5000);
}

void TestDatabaseService::answersWithPredictions()
{
    DatabaseService service(file());
    QSignalSpy begun(&service, &DatabaseService::runBegun);
    QSignalSpy ready(&service, &DatabaseService::runRead);
    service.beginRun(1, sampleRun("predict"));
    service.append(1, sampleGenotypes({"A", "B", "C"}));
    QTRY_COMPARE(begun.count(), 1);
    service.requestRun(begun.front().at(1).toLongLong());
    QTRY_COMPARE(ready.count(), 1);
    QCOMPARE(ready.front().at(0), begun.front().at(1));
    const auto rows = ready.front().at(1).value<std::vector<StoredPrediction>>();
    QCOMPARE(rows.size(), 3U);
    QCOMPARE(rows[1].knockouts, "B");
}

void TestDatabaseService::deletesAndRestores()
{
    std::int64_t id = 0;
    {
        RunDatabase database(file());
        id = database.begin(sampleRun("predict"));
        database.finish(id, RunStatus::Finished);
    }
    DatabaseService service(file());
    std::vector<RunRecord> runs;
    int answers = 0;
    connect(&service, &DatabaseService::runsChanged, this, [&](const std::vector<RunRecord> &answer) {
        runs = answer;
        ++answers;
    });
    service.setNote(id, "wild");
    QTRY_VERIFY(!runs.empty() && runs.front().note == "wild");
    service.removeRun(id);
    QTRY_VERIFY(runs.empty());
    service.restoreRun(id);
    QTRY_COMPARE(runs.size(), 1U);
    QCOMPARE(runs.front().note, "wild");
    QVERIFY(answers >= 3);
}

void TestDatabaseService::tellsOnceWhatGoesWrong()
{
    QFile text(folder_->filePath("runs.sqlite"));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(QByteArray("no database at all\n").repeated(100));
    text.close();
    DatabaseService service(file());
    QSignalSpy failed(&service, &DatabaseService::failed);
    QSignalSpy begun(&service, &DatabaseService::runBegun);
    service.beginRun(1, sampleRun("screen"));
    for (int batch = 0; batch < 20; ++batch) {
        service.append(1, sampleGenotypes({"HXK2"}));
    }
    service.finishRun(1, RunStatus::Finished, {});
    service.requestRuns();
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(failed.front().front().toString().contains("runs.sqlite"));
    service.setNote(1, "x"); // asked for by a person: told again
    QTRY_COMPARE(failed.count(), 2);
    QCOMPARE(begun.count(), 0);
}

void TestDatabaseService::recoversWhenTheFileCanBeUsed()
{
    const std::filesystem::path missing = file().parent_path() / "later" / "runs.sqlite";
    DatabaseService service(missing);
    QSignalSpy failed(&service, &DatabaseService::failed);
    QSignalSpy changed(&service, &DatabaseService::runsChanged);
    service.requestRuns();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(changed.count(), 0);
    std::filesystem::create_directory(missing.parent_path());
    service.requestRuns();
    QTRY_COMPARE(changed.count(), 1);
}

void TestDatabaseService::seesRunsOfOtherPrograms()
{
    DatabaseService service(file());
    std::vector<RunRecord> runs;
    int answers = 0;
    connect(&service, &DatabaseService::runsChanged, this, [&](const std::vector<RunRecord> &answer) {
        runs = answer;
        ++answers;
    });
    service.requestRuns();
    QTRY_COMPARE(answers, 1);
    RunDatabase other(file());
    other.finish(other.begin(sampleRun("train")), RunStatus::Finished);
    QTRY_VERIFY(!runs.empty() && runs.front().kind == "train");
}

void TestDatabaseService::neverBlocksTheCaller()
{
    const RunDatabase database(file());
    DatabaseService service(file());
    const std::vector<StoredPrediction> rows = sampleGenotypes(std::vector<std::string>(20'000, "HXK2"));
    // While another program holds the file nothing can be written: whoever waited for that would wait here.
    SQLite::Database other(file().string(), SQLite::OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    service.beginRun(1, sampleRun("screen"));
    for (int batch = 0; batch < 5; ++batch) {
        service.append(1, rows);
    }
    service.requestRuns();
    QVERIFY(database.runs().empty());
    other.exec("COMMIT");
    QTRY_VERIFY(!database.runs().empty() && database.runs().front().genotypeCount == 100'000);
}

QTEST_GUILESS_MAIN(TestDatabaseService)
#include "test_database_service.moc"
