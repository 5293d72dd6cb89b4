#include "tests/engine/store/run_samples.h"
#include "tests/engine/store/store_samples.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sqlite3.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

using namespace knockscape;

/// Files that cannot be used, locks, full disks.
class TestRunDatabaseFiles : public QObject
{
    Q_OBJECT

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void waitsForALock();
    void refusesAFileThatIsNoDatabase();
    void refusesATruncatedFile();
    void refusesADatabaseOfAnotherProgram();
    void refusesANewerSchema();
    void acceptsANewerCompatibleSchema();
    void refusesAReadOnlyFile();
    void refusesAMissingFolder();
    void reportsAFullDisk();

private:
    std::filesystem::path file() const { return folder_->filePath("runs.sqlite").toStdString(); }
    std::unique_ptr<QTemporaryDir> folder_;
};

void TestRunDatabaseFiles::waitsForALock()
{
    RunDatabase database(file());
    const std::int64_t id = database.begin(samplePredict());
    SQLite::Database other(file().string(), SQLite::OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    std::atomic<bool> released = false;
    std::jthread releaser([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        released = true;
        other.exec("COMMIT");
    });
    database.append(id, sampleRows(1));
    QVERIFY(released);
    QCOMPARE(database.predictions(id).size(), 1U);
}

void TestRunDatabaseFiles::refusesAFileThatIsNoDatabase()
{
    QFile text(folder_->filePath("runs.sqlite"));
    QVERIFY(text.open(QIODevice::WriteOnly));
    const QByteArray content = QByteArray("knockouts\tfitness\n").repeated(200);
    text.write(content);
    text.close();
    const QString message = messageOf([&] { RunDatabase database(file()); });
    QVERIFY2(message.startsWith("InputError") && message.contains("runs.sqlite") &&
                 message.contains("not a run database"),
             qPrintable(message));
    QVERIFY(text.open(QIODevice::ReadOnly));
    QCOMPARE(text.readAll(), content);
    const QString folder = messageOf([&] { RunDatabase database(folder_->path().toStdString()); });
    QVERIFY2(folder.startsWith("InputError"), qPrintable(folder));
}

void TestRunDatabaseFiles::refusesATruncatedFile()
{
    {
        RunDatabase database(file());
        const std::int64_t id = database.begin(samplePredict());
        database.append(id, sampleRows(5000));
        database.finish(id, RunStatus::Finished);
    }
    const auto size = static_cast<qint64>(std::filesystem::file_size(file()));
    for (const qint64 length : {size / 2, size - 3 * 4096, qint64{4096}, qint64{700}, qint64{50}}) {
        QFile::remove(folder_->filePath("cut.sqlite"));
        QVERIFY(QFile::copy(folder_->filePath("runs.sqlite"), folder_->filePath("cut.sqlite")));
        QVERIFY(QFile::resize(folder_->filePath("cut.sqlite"), length));
        const QString message = messageOf([&] {
            const RunDatabase database(folder_->filePath("cut.sqlite").toStdString());
            for (const RunRecord &run : database.runs()) {
                database.predictions(run.id);
            }
        });
        QVERIFY2(message.startsWith("InputError") && message.contains("cut.sqlite"),
                 qPrintable(QString::number(length) + ": " + message));
    }
}

void TestRunDatabaseFiles::refusesADatabaseOfAnotherProgram()
{
    {
        SQLite::Database other(file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE bookmarks (url TEXT)");
    }
    const QString message = messageOf([&] { RunDatabase database(file()); });
    QVERIFY2(message.startsWith("InputError") && message.contains("another program"), qPrintable(message));
    const SQLite::Database other(file().string());
    QVERIFY(other.tableExists("bookmarks"));
    QVERIFY(!other.tableExists("runs"));
}

void TestRunDatabaseFiles::refusesANewerSchema()
{
    {
        RunDatabase database(file());
    }
    {
        SQLite::Database raw(file().string(), SQLite::OPEN_READWRITE);
        raw.exec("PRAGMA user_version = 99; UPDATE meta SET value = '98' WHERE key = 'min_compatible'");
    }
    const QString message = messageOf([&] { RunDatabase database(file()); });
    QVERIFY2(message.startsWith("InputError") && message.contains("99") && message.contains("newer"),
             qPrintable(message));
}

void TestRunDatabaseFiles::acceptsANewerCompatibleSchema()
{
    {
        RunDatabase database(file());
    }
    {
        SQLite::Database raw(file().string(), SQLite::OPEN_READWRITE);
        raw.exec("ALTER TABLE runs ADD COLUMN colour TEXT; ALTER TABLE predictions ADD COLUMN growth REAL;"
                 "ALTER TABLE genotypes ADD COLUMN strain TEXT; PRAGMA user_version = 2");
    }
    RunDatabase database(file());
    const std::int64_t id = database.begin(samplePredict());
    QCOMPARE(database.find(id)->kind, "predict");
    database.append(id, sampleRows(2));
    QCOMPARE(database.predictions(id).size(), 2U);
    const SQLite::Database raw(file().string());
    SQLite::Statement version(raw, "PRAGMA user_version");
    QVERIFY(version.executeStep());
    QCOMPARE(version.getColumn(0).getInt(), 2);
}

void TestRunDatabaseFiles::refusesAReadOnlyFile()
{
    {
        RunDatabase database(file());
    }
    if (geteuid() == 0) {
        // Permissions do not bind root: look from a process that gave its privileges up.
        chmod(folder_->path().toUtf8().constData(), 0755);
        chmod(file().c_str(), 0444);
        const pid_t child = fork();
        if (child == 0) {
            const bool dropped = setgid(65534) == 0 && setuid(65534) == 0;
            const QString message = messageOf([&] { RunDatabase database(file()); });
            _exit(!dropped ? 2 : message.startsWith("InputError") && message.contains("cannot be") ? 0 : 1);
        }
        int status = 0;
        waitpid(child, &status, 0);
        QCOMPARE(WEXITSTATUS(status), 0);
        return;
    }
    chmod(file().c_str(), 0444);
    chmod(folder_->path().toUtf8().constData(), 0555);
    const QString message = messageOf([&] { RunDatabase database(file()); });
    chmod(folder_->path().toUtf8().constData(), 0755);
    QVERIFY2(message.startsWith("InputError") && message.contains("cannot be"), qPrintable(message));
}

void TestRunDatabaseFiles::refusesAMissingFolder()
{
    const std::filesystem::path missing = file().parent_path() / "no" / "such" / "runs.sqlite";
    const QString message = messageOf([&] { RunDatabase database(missing); });
    QVERIFY2(message.startsWith("InputError") && message.contains("no/such"), qPrintable(message));
    QVERIFY(!std::filesystem::exists(missing.parent_path()));
}

void TestRunDatabaseFiles::reportsAFullDisk()
{
    RunDatabase database(file());
    const std::int64_t id = database.begin(samplePredict());
    database.append(id, sampleRows(100));
    // A file-size limit is a full disk that a test can have: writing beyond it fails.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    getrlimit(RLIMIT_FSIZE, &old);
    const rlimit small{200'000, old.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const std::vector<StoredPrediction> rows = sampleRows(20'000);
    const QString message = messageOf([&] { database.append(id, rows); });
    setrlimit(RLIMIT_FSIZE, &old);
    QVERIFY2(message.startsWith("EngineError") && message.contains("runs.sqlite"), qPrintable(message));
    QCOMPARE(database.predictions(id).size(), 100U);
    database.append(id, sampleRows(10));
    database.finish(id, RunStatus::Finished);
    QCOMPARE(database.predictions(id).size(), 110U);
    const SQLite::Database raw(file().string());
    SQLite::Statement check(raw, "PRAGMA integrity_check");
    QVERIFY(check.executeStep());
    QCOMPARE(check.getColumn(0).getString(), "ok");
}

QTEST_GUILESS_MAIN(TestRunDatabaseFiles)
#include "test_run_database_files.moc"
