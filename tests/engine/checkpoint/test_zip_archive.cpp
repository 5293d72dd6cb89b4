#include "engine/checkpoint/zip_archive.h"
#include "engine/core/issue.h"

#include "tests/engine/checkpoint/checkpoint_bytes.h"

#include <QtTest>

using namespace knockscape;
using tests::u16;
using tests::u32;
using tests::ZipEntry;
using tests::zipOf;

namespace
{

QString errorOf(const std::string &bytes, const std::string &entry = "a")
{
    try {
        const ZipArchive archive(bytes, "file.pt");
        std::string buffer;
        (void)archive.read(entry, 1 << 20, buffer);
        return {};
    } catch (const InputError &error) {
        return QString::fromStdString(error.what());
    }
}

/// The same archive with a zip64 directory and sizes.
std::string zip64Of(const std::string &name, const std::string &content)
{
    const std::string crc = u32(crc32Of(content));
    const std::string file = "PK\x03\x04" + u16(45) + u16(0) + u16(0) + u32(0) + crc + u32(content.size()) +
                             u32(content.size()) + u16(unsigned(name.size())) + u16(0) + name + content;
    const std::string extra = u16(1) + u16(24) + tests::littleEndian(std::uint64_t{content.size()}) +
                              tests::littleEndian(std::uint64_t{content.size()}) +
                              tests::littleEndian(std::uint64_t{0});
    const std::string directory = "PK\x01\x02" + u16(45) + u16(45) + u16(0) + u16(0) + u32(0) + crc + u32(0xFFFFFFFF) +
                                  u32(0xFFFFFFFF) + u16(unsigned(name.size())) + u16(unsigned(extra.size())) + u16(0) +
                                  u16(0) + u16(0) + u32(0) + u32(0xFFFFFFFF) + name + extra;
    const std::uint64_t end = file.size() + directory.size();
    const std::string end64 = "PK\x06\x06" + tests::littleEndian(std::uint64_t{44}) + u16(45) + u16(45) + u32(0) +
                              u32(0) + tests::littleEndian(std::uint64_t{1}) + tests::littleEndian(std::uint64_t{1}) +
                              tests::littleEndian(std::uint64_t{directory.size()}) +
                              tests::littleEndian(std::uint64_t{file.size()});
    const std::string locator = "PK\x06\x07" + u32(0) + tests::littleEndian(end) + u32(1);
    return file + directory + end64 + locator + "PK\x05\x06" + u16(0) + u16(0) + u16(0xFFFF) + u16(0xFFFF) +
           u32(0xFFFFFFFF) + u32(0xFFFFFFFF) + u16(0);
}

} // namespace

class ZipArchiveTest : public QObject
{
    Q_OBJECT

private slots:
    void crcOfTheStandard()
    {
        QCOMPARE(crc32Of("123456789"), 0xCBF43926U);
        QCOMPARE(crc32Of(""), 0U);
        QCOMPARE(crc32Of("The quick brown fox jumps over the lazy dog"), 0x414FA339U);
    }

    void storedEntries()
    {
        const std::string bytes = zipOf({{"a", "hello"}, {"b/c", ""}});
        const ZipArchive archive(bytes, "file.pt");
        std::string buffer;
        QCOMPARE(archive.read("a", 5, buffer), std::string_view("hello"));
        QCOMPARE(archive.read("b/c", 0, buffer), std::string_view());
        QCOMPARE(archive.names(), (std::vector<std::string>{"a", "b/c"}));
        QVERIFY(errorOf(bytes, "missing").contains("missing"));
        QVERIFY_EXCEPTION_THROWN((void)archive.read("a", 4, buffer), InputError);
    }

    void zip64()
    {
        const std::string bytes = zip64Of("a", "hello");
        const ZipArchive archive(bytes, "file.pt");
        std::string buffer;
        QCOMPARE(archive.read("a", 5, buffer), std::string_view("hello"));
    }

    void malformed_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const std::string &bytes, const char *reason) {
            QTest::newRow(name) << bytes << QString(reason);
        };
        row("empty", "", "no directory");
        row("not a zip", std::string(100, 'x'), "no directory");
        row("wrong CRC", zipOf({{"a", "hello", -1, -1, 7}}), "CRC-32");
        row("size beyond the file", zipOf({{"a", "hello", 1'000'000}}), "beyond the end");
        row("offset into nothing", zipOf({{"a", "hello", -1, 3}}), "not where");
        row("offset beyond the archive", zipOf({{"a", "hello", -1, 1'000'000}}), "outside");
        row("twice", zipOf({{"a", "hello"}, {"a", "hello"}}), "twice");
        row("overlapping", zipOf({{"a", "hello", 60}, {"b", "hello"}}), "overlap");
        row("the same bytes under two names", zipOf({{"a", "hello"}, {"b", "hello", -1, 0}}), "another name");
        row("encrypted", zipOf({{"a", "hello", -1, -1, -1, 0, 1}}), "encrypted");
        row("unknown method", zipOf({{"a", "hello", -1, -1, -1, 14}}), "method 14");
        row("deflate bomb", zipOf({{"a", "hello", -1, -1, -1, 8}}), "damaged");
        std::string directory = zipOf({{"a", "hello"}});
        directory[directory.size() - 6] ^= 1;
        row("moved directory", directory, "not where");
        std::string many = zipOf({{"a", "hello"}});
        many[many.size() - 12] = 2;
        many[many.size() - 14] = 2;
        row("count too high", many, "damaged");
        std::string zip64 = zip64Of("a", "hello");
        zip64[zip64.size() - 22 - 20 + 8] ^= 4;
        row("zip64 locator", zip64, "not where");
    }

    void malformed()
    {
        QFETCH(std::string, bytes);
        QFETCH(QString, reason);
        const QString error = errorOf(bytes);
        QVERIFY2(error.contains(reason), qPrintable(error));
        QVERIFY2(error.contains("file.pt"), qPrintable(error));
    }

    void everyTruncationIsRefused()
    {
        for (const std::string &whole : {zipOf({{"a", "hello"}, {"b", "world"}}), zip64Of("a", "hello")}) {
            for (std::size_t length = 0; length < whole.size(); ++length) {
                QVERIFY2(!errorOf(whole.substr(0, length)).isEmpty(), qPrintable(QString::number(length)));
            }
        }
    }

    /// A flipped bit is refused, or lies where it changes neither names nor content.
    void everyFlippedBitIsRefusedOrHarmless()
    {
        for (const std::string &whole : {zipOf({{"a", "hello"}}), zip64Of("a", "hello")}) {
            for (std::size_t bit = 0; bit < 8 * whole.size(); ++bit) {
                std::string bytes = whole;
                bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
                try {
                    const ZipArchive archive(bytes, "file.pt");
                    std::string buffer;
                    QCOMPARE(archive.read("a", 5, buffer), std::string_view("hello"));
                } catch (const InputError &error) {
                    QVERIFY(!error.issues().front().what.empty());
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(ZipArchiveTest)
#include "test_zip_archive.moc"
