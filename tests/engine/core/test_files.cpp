#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/sha256.h"
#include "tests/patience.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <ostream>

using namespace knockscape;
namespace fs = std::filesystem;

class TestFiles : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

    fs::path path(const char *name) const { return fs::path(folder_.path().toStdString()) / name; }

    static void write(const fs::path &path, const QByteArray &content)
    {
        QFile file(QString::fromStdString(path.string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    /// Compresses `content` with the program and returns the path.
    fs::path compressed(const char *program, const char *name, const QByteArray &content)
    {
        const fs::path plain = path(name);
        write(plain, content);
        QProcess process;
        process.setStandardOutputFile(QString::fromStdString(plain.string()) + ".packed");
        process.start(program, {"-c", QString::fromStdString(plain.string())});
        if (!process.waitForStarted()) {
            return {};
        }
        process.waitForFinished(::knockscape::testing::patience);
        return plain.string() + ".packed";
    }

    int filesInFolder() const { return static_cast<int>(QDir(folder_.path()).entryList(QDir::Files).size()); }

private slots:
    void hashesAsTheStandardSays()
    {
        // FIPS 180-4 examples and the million a's of NIST's test vectors.
        QCOMPARE(sha256("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(sha256(""), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
                 std::string("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
        Sha256 pieces;
        for (int i = 0; i < 1000; ++i) {
            pieces.add(std::string(i % 2 == 0 ? 1 : 1999, 'a'));
        }
        QCOMPARE(pieces.finish(), std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
        for (const int length : {55, 56, 57, 63, 64, 65, 119, 120, 128}) {
            const std::string text(static_cast<std::size_t>(length), 'x');
            const QByteArray expected =
                QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha256).toHex();
            QCOMPARE(sha256(text), expected.toStdString());
        }
        write(path("hashed"), "abc");
        QCOMPARE(sha256OfFile(path("hashed")), sha256("abc"));
    }

    void readsCompressedFilesByContent()
    {
        const QByteArray content = QByteArray("YAL001C\tYAL002W\n").repeated(50000);
        for (const char *program : {"gzip", "bzip2"}) {
            const fs::path packed = compressed(program, program, content);
            if (packed.empty()) {
                QSKIP("gzip and bzip2 are needed to make the input");
            }
            QCOMPARE(readFile(packed), content.toStdString());
            QVERIFY_EXCEPTION_THROWN(readFile(packed, 1000), InputError);
            // Two members one after the other, as bgzip and pbzip2 write.
            QFile file(QString::fromStdString(packed.string()));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            write(path("twice"), bytes + bytes);
            QCOMPARE(readFile(path("twice")).size(), static_cast<std::size_t>(2 * content.size()));
            for (const int cut : {5, 20, static_cast<int>(bytes.size()) / 2, static_cast<int>(bytes.size()) - 1}) {
                write(path("cut"), bytes.left(cut));
                QVERIFY_EXCEPTION_THROWN(readFile(path("cut")), InputError);
            }
            QByteArray damaged = bytes;
            damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
            write(path("damaged"), damaged);
            QVERIFY_EXCEPTION_THROWN(readFile(path("damaged")), InputError);
            write(path("garbage"), bytes + "garbage");
            QVERIFY_EXCEPTION_THROWN(readFile(path("garbage")), InputError);
        }
    }

    void refusesWhatIsNoFile()
    {
        QVERIFY_EXCEPTION_THROWN(readFile(path("missing")), InputError);
        QVERIFY_EXCEPTION_THROWN(readFile(folder_.path().toStdString()), InputError);
        QVERIFY_EXCEPTION_THROWN(readFile("/dev/zero"), InputError);
        fs::create_symlink("loop_b", path("loop_a"));
        fs::create_symlink("loop_a", path("loop_b"));
        QVERIFY_EXCEPTION_THROWN(readFile(path("loop_a")), InputError);
        write(path("eleven"), "eleven byte");
        QVERIFY_EXCEPTION_THROWN(readFile(path("eleven"), 10), InputError);
        QCOMPARE(readFile(path("eleven"), 11).size(), std::size_t{11});
        try {
            readFile(path("missing"));
        } catch (const InputError &error) {
            QVERIFY(error.issues().front().where.ends_with("missing"));
            QVERIFY(!error.issues().front().remedy.empty());
        }
    }

    void aPipeNobodyWritesToIsEmpty()
    {
        QCOMPARE(::mkfifo(path("fifo").c_str(), 0600), 0);
        QCOMPARE(readFile(path("fifo")), std::string());
    }

    void writesAllOrNothing()
    {
        const fs::path target = path("target");
        writeFileAtomically(target, [](std::ostream &out) { out << "old " << 1234.5; });
        QCOMPARE(readFile(target), std::string("old 1234.5"));
        const int files = filesInFolder();
        QVERIFY_EXCEPTION_THROWN(writeFileAtomically(target,
                                                     [](std::ostream &out) {
                                                         out << "half";
                                                         throw std::runtime_error("interrupted");
                                                     }),
                                 std::runtime_error);
        QVERIFY_EXCEPTION_THROWN(
            writeFileAtomically(target, [](std::ostream &out) { out.setstate(std::ios::failbit); }), EngineError);
        QCOMPARE(readFile(target), std::string("old 1234.5"));
        QCOMPARE(filesInFolder(), files);
    }

    void aFullDiskLeavesTheOldFile()
    {
        const fs::path target = path("precious");
        writeFileAtomically(target, [](std::ostream &out) { out << "old"; });
        const int files = filesInFolder();
        // The limit on the size of files fails writes as a full disk does.
        rlimit old{};
        getrlimit(RLIMIT_FSIZE, &old);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit small = old;
        small.rlim_cur = 100000;
        setrlimit(RLIMIT_FSIZE, &small);
        bool thrown = false;
        try {
            writeFileAtomically(target, [](std::ostream &out) { out << std::string(1000000, 'x'); });
        } catch (const EngineError &error) {
            thrown = error.issue().where == target.string();
        }
        setrlimit(RLIMIT_FSIZE, &old);
        std::signal(SIGXFSZ, handler);
        QVERIFY(thrown);
        QCOMPARE(readFile(target), std::string("old"));
        QCOMPARE(filesInFolder(), files);
        try {
            writeFileAtomically("/dev/full", [](std::ostream &out) { out << "x"; });
            QFAIL("a full device was not noticed");
        } catch (const EngineError &error) {
            QVERIFY(QString::fromStdString(error.issue().remedy).contains("space"));
        }
    }

    void keepsLinksAndPermissions()
    {
        writeFileAtomically(path("real"), [](std::ostream &out) { out << "old"; });
        fs::permissions(path("real"), fs::perms::owner_read | fs::perms::owner_write);
        fs::create_symlink(path("real"), path("link"));
        writeFileAtomically(path("link"), [](std::ostream &out) { out << "new"; });
        QVERIFY(fs::is_symlink(path("link")));
        QCOMPARE(readFile(path("real")), std::string("new"));
        QCOMPARE(fs::status(path("real")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    }

    void refusesFoldersThatAreMissingOrInTheWay()
    {
        const auto content = [](std::ostream &out) { out << "x"; };
        QVERIFY_EXCEPTION_THROWN(writeFileAtomically(path("no/such/folder/file"), content), EngineError);
        QVERIFY_EXCEPTION_THROWN(writeFileAtomically(folder_.path().toStdString(), content), EngineError);
    }
};

QTEST_APPLESS_MAIN(TestFiles)
#include "test_files.moc"
