#include "engine/store/process_identity.h"
#include "engine/store/run_database.h"
#include "tests/engine/store/store_samples.h"

#include <QTemporaryDir>
#include <QTest>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <sys/mman.h>

using namespace knockscape;

namespace
{

constexpr int batchRows = 200;

/// What a writing child tells its parent, in memory both share.
struct Shared {
    std::atomic<std::int64_t> run;
    std::atomic<int> committed;
    std::atomic<int> failed;
};

/// Writes batch after batch until it is killed.
[[noreturn]] void writeForever(const std::filesystem::path &file, Shared &shared)
{
    try {
        RunDatabase database(file);
        RunRecord record;
        record.kind = "screen";
        const std::int64_t run = database.begin(record);
        shared.run = run;
        for (int batch = 0;; ++batch) {
            database.append(run, sampleRows(batchRows, batch * batchRows));
            shared.committed = batch + 1;
        }
    } catch (const std::exception &) {
        shared.failed = 1;
    }
    _exit(1);
}

} // namespace

class TestRunDatabaseCrash : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void knowsProcesses();
    void survivesKill();
    void keepsRunsOfLivingProcesses();

private:
    Shared *shared_ = nullptr;
};

void TestRunDatabaseCrash::initTestCase()
{
    void *memory = mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    QVERIFY(memory != MAP_FAILED);
    shared_ = new (memory) Shared{};
}

void TestRunDatabaseCrash::knowsProcesses()
{
    ProcessIdentity here = ProcessIdentity::current();
    QVERIFY(!hasEnded(here));
    ProcessIdentity reused = here;
    reused.startTicks += 1; // the number was given to another process
    QVERIFY(hasEnded(reused));
    ProcessIdentity rebooted = here;
    rebooted.bootId = "before";
    QVERIFY(hasEnded(rebooted));
    ProcessIdentity elsewhere = reused;
    elsewhere.host = "another-host";
    QVERIFY(!hasEnded(elsewhere));
    ProcessIdentity contained = reused;
    contained.pidNamespace = "pid:[1]";
    QVERIFY(!hasEnded(contained));
}

void TestRunDatabaseCrash::survivesKill()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("runs.sqlite").toStdString();
    constexpr int rounds = 25;
    for (int round = 0; round < rounds; ++round) {
        shared_->run = 0;
        shared_->committed = 0;
        const pid_t child = fork();
        if (child == 0) {
            writeForever(file, *shared_);
        }
        // The first rounds hit the creation of the file and its schema, the others the writing.
        if (round < 5) {
            usleep(static_cast<useconds_t>(1500 * round));
        } else {
            QTRY_VERIFY_WITH_TIMEOUT(shared_->committed.load() >= 1 + round % 4, 20'000);
            usleep(static_cast<useconds_t>(137 * round));
        }
        kill(child, SIGKILL);
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QCOMPARE(shared_->failed.load(), 0);

        const RunDatabase database(file);
        const SQLite::Database raw(file.string());
        SQLite::Statement check(raw, "PRAGMA integrity_check");
        QVERIFY(check.executeStep());
        QCOMPARE(check.getColumn(0).getString(), "ok");
        const std::int64_t id = shared_->run;
        if (id == 0) {
            continue;
        }
        const std::optional<RunRecord> run = database.find(id);
        QVERIFY(run);
        QCOMPARE(run->status, RunStatus::Failed);
        QVERIFY(!run->error.empty());
        const std::vector<StoredPrediction> rows = database.predictions(id);
        const int committed = shared_->committed.load();
        QVERIFY(rows.size() % batchRows == 0);
        QVERIFY(rows.size() >= static_cast<std::size_t>(committed) * batchRows);
        QVERIFY(rows.size() <= static_cast<std::size_t>(committed + 1) * batchRows);
        QCOMPARE(run->genotypeCount, static_cast<std::int64_t>(rows.size()));
        QCOMPARE(rows.back().knockouts, sampleRows(1, static_cast<int>(rows.size()) - 1).front().knockouts);
    }
}

void TestRunDatabaseCrash::keepsRunsOfLivingProcesses()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("runs.sqlite").toStdString();
    shared_->run = 0;
    shared_->committed = 0;
    const pid_t child = fork();
    if (child == 0) {
        writeForever(file, *shared_);
    }
    QTRY_VERIFY_WITH_TIMEOUT(shared_->committed.load() > 0, 20'000);
    kill(child, SIGSTOP); // alive, though it does nothing
    {
        const RunDatabase database(file);
        QCOMPARE(database.find(shared_->run)->status, RunStatus::Running);
        QCOMPARE(database.runs().front().status, RunStatus::Running);
    }
    kill(child, SIGCONT);
    const int before = shared_->committed;
    QTRY_VERIFY_WITH_TIMEOUT(shared_->committed.load() > before + 1, 20'000);
    const RunDatabase database(file);
    QCOMPARE(database.find(shared_->run)->status, RunStatus::Running);
    kill(child, SIGKILL);
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    // A connection that was open all the time sees it as well.
    QCOMPARE(database.find(shared_->run)->status, RunStatus::Failed);
}

QTEST_GUILESS_MAIN(TestRunDatabaseCrash)
#include "test_run_database_crash.moc"
