#include "engine/core/issue.h"
#include "engine/core/safetensors.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <cstring>
#include <random>

using namespace knockscape;

namespace
{

QByteArray withHeader(const QByteArray &header, const QByteArray &data)
{
    const auto length = static_cast<quint64>(header.size());
    QByteArray bytes(reinterpret_cast<const char *>(&length), sizeof length);
    return bytes + header + data;
}

} // namespace

/// Files that are valid, and files made to break a reader.
class SafetensorsTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;

    std::filesystem::path write(const QByteArray &bytes) const
    {
        QFile file(folder_.filePath("file.safetensors"));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
        return file.fileName().toStdString();
    }

    /// The error for these bytes, or an empty text if they were accepted.
    QString errorOf(const QByteArray &bytes) const
    {
        try {
            readSafetensors(write(bytes));
            return {};
        } catch (const InputError &error) {
            return QString::fromStdString(error.what());
        }
    }

private slots:
    void roundTrip()
    {
        TensorFile file;
        file.metadata["knockscape"] = "{\"é\": 1}";
        file.tensors["w"] = {"w", {2, 3}, {1.5F, -2.0F, 0.0F, 1e-30F, 3e38F, -0.0F}, {}};
        file.tensors["n"] = {"n", {2}, {}, {-1, std::int64_t{1} << 60}};
        file.tensors["scalar"] = {"scalar", {}, {7.0F}, {}};
        file.tensors["empty"] = {"empty", {0, 5}, {}, {}};
        const std::filesystem::path path = folder_.filePath("out.safetensors").toStdString();
        writeSafetensors(path, file);
        const TensorFile read = readSafetensors(path);
        QVERIFY(read.metadata == file.metadata);
        QCOMPARE(read.tensors.size(), file.tensors.size());
        for (const auto &[name, tensor] : file.tensors) {
            QVERIFY(read.tensors.at(name).shape == tensor.shape);
            QVERIFY(read.tensors.at(name).floats == tensor.floats);
            QVERIFY(read.tensors.at(name).integers == tensor.integers);
        }
    }

    void everyElementType_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<double>("value");
        QTest::newRow("F64") << QByteArray("F64") << QByteArray("\0\0\0\0\0\0\xF8\x3F", 8) << 1.5;
        QTest::newRow("F32") << QByteArray("F32") << QByteArray("\0\0\xC0\xBF", 4) << -1.5;
        QTest::newRow("F16") << QByteArray("F16") << QByteArray("\0\xBE", 2) << -1.5;
        QTest::newRow("F16 smallest") << QByteArray("F16") << QByteArray("\x01\0", 2) << 0x1p-24;
        QTest::newRow("F16 infinite") << QByteArray("F16") << QByteArray("\0\x7C", 2) << HUGE_VAL;
        QTest::newRow("BF16") << QByteArray("BF16") << QByteArray("\xC0\x3F", 2) << 1.5;
        QTest::newRow("I8") << QByteArray("I8") << QByteArray("\xFE", 1) << -2.0;
        QTest::newRow("U8") << QByteArray("U8") << QByteArray("\xFE", 1) << 254.0;
        QTest::newRow("I16") << QByteArray("I16") << QByteArray("\xFE\xFF", 2) << -2.0;
        QTest::newRow("U16") << QByteArray("U16") << QByteArray("\xFE\xFF", 2) << 65534.0;
        QTest::newRow("I32") << QByteArray("I32") << QByteArray("\xFE\xFF\xFF\xFF", 4) << -2.0;
        QTest::newRow("BOOL") << QByteArray("BOOL") << QByteArray("\x01", 1) << 1.0;
    }

    void everyElementType()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, data);
        QFETCH(double, value);
        QByteArray header = R"({"t":{"dtype":"TYPE","shape":[1],"data_offsets":[0,SIZE]}})";
        header.replace("TYPE", type).replace("SIZE", QByteArray::number(data.size()));
        const NamedTensor tensor = readSafetensors(write(withHeader(header, data))).tensors.at("t");
        QCOMPARE(tensor.isFloating() ? double{tensor.floats.at(0)} : static_cast<double>(tensor.integers.at(0)), value);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("named");
        const QByteArray four(4, 'x');
        const auto tensor = [](const QByteArray &body) { return "{\"weight\":{" + body + "}}"; };
        const QByteArray good = R"("dtype":"F32","shape":[1],"data_offsets":[0,4])";
        QTest::newRow("empty") << QByteArray() << "file.safetensors";
        QTest::newRow("short") << QByteArray("abc") << "file.safetensors";
        QTest::newRow("header length beyond the file") << QByteArray("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F{}") << "header";
        QTest::newRow("no JSON") << withHeader("nonsense", four) << "JSON";
        QTest::newRow("a list") << withHeader("[]", four) << "JSON";
        QTest::newRow("unknown type") << withHeader(tensor(R"("dtype":"F31","shape":[1],"data_offsets":[0,4])"), four)
                                      << "weight";
        QTest::newRow("negative size") << withHeader(tensor(R"("dtype":"F32","shape":[-1],"data_offsets":[0,4])"), four)
                                       << "weight";
        QTest::newRow("fractional size") << withHeader(tensor(R"("dtype":"F32","shape":[1.0],"data_offsets":[0,4])"),
                                                       four)
                                         << "weight";
        QTest::newRow("overflowing shape")
            << withHeader(tensor(R"("dtype":"F32","shape":[4611686018427387904,4,4],"data_offsets":[0,4])"), four)
            << "weight";
        QTest::newRow("overflow hidden behind a zero")
            << withHeader(
                   tensor(R"("dtype":"F32","shape":[0,9223372036854775807,9223372036854775807],"data_offsets":[0,0])"),
                   {})
            << "weight";
        QTest::newRow("too many dimensions")
            << withHeader(tensor(R"("dtype":"F32","shape":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],"data_offsets":[0,4])"),
                          four)
            << "weight";
        QTest::newRow("beyond the end") << withHeader(tensor(R"("dtype":"F32","shape":[2],"data_offsets":[0,8])"), four)
                                        << "truncated";
        QTest::newRow("descending offsets")
            << withHeader(tensor(R"("dtype":"F32","shape":[1],"data_offsets":[4,0])"), four) << "weight";
        QTest::newRow("offsets of another size")
            << withHeader(tensor(R"("dtype":"F32","shape":[2],"data_offsets":[0,4])"), four) << "weight";
        QTest::newRow("huge offsets")
            << withHeader(
                   tensor(R"("dtype":"F32","shape":[1],"data_offsets":[18446744073709551612,18446744073709551615])"),
                   four)
            << "weight";
        QTest::newRow("overlap") << withHeader("{\"a\":{" + good + "},\"weight\":{" + good + "}}", four) << "overlap";
        QTest::newRow("gap") << withHeader(tensor(R"("dtype":"F32","shape":[1],"data_offsets":[4,8])"), four + four)
                             << "unused bytes";
        QTest::newRow("left over") << withHeader(tensor(good), four + four) << "describes";
        QTest::newRow("twice") << withHeader("{\"weight\":{" + good + "},\"weight\":{" + good + "}}", four) << "twice";
        QTest::newRow("metadata with numbers") << withHeader(R"({"__metadata__":{"a":1}})", {}) << "__metadata__";
        QTest::newRow("nested bomb") << withHeader("{\"weight\":" + QByteArray(200'000, '[') + "}", {})
                                     << "file.safetensors";
        QTest::newRow("closed nested bomb")
            << withHeader("{\"weight\":" + QByteArray(200'000, '[') + QByteArray(200'000, ']') + "}", {}) << "weight";
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, named);
        const QString error = errorOf(bytes);
        QVERIFY2(error.contains(named), qPrintable(error));
    }

    void missingFileAndFolder()
    {
        QVERIFY_EXCEPTION_THROWN(readSafetensors("/nowhere/at/all.safetensors"), InputError);
        QVERIFY_EXCEPTION_THROWN(readSafetensors(folder_.path().toStdString()), InputError);
    }

    /// Every truncation is refused, and no mutation does worse than that.
    void truncationsAndMutations()
    {
        TensorFile file;
        file.metadata["key"] = "value";
        file.tensors["a.weight"] = {"a.weight", {3, 2}, std::vector<float>(6, 1.0F), {}};
        file.tensors["b"] = {"b", {2}, {}, {5, 6}};
        const std::filesystem::path path = folder_.filePath("whole.safetensors").toStdString();
        writeSafetensors(path, file);
        QFile whole(QString::fromStdString(path.string()));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        for (qsizetype length = 0; length < bytes.size(); ++length) {
            QVERIFY(!errorOf(bytes.first(length)).isEmpty());
        }
        std::mt19937 random(11);
        int accepted = 0;
        for (int round = 0; round < 4000; ++round) {
            QByteArray mutated = bytes;
            for (unsigned change = 0; change <= random() % 4; ++change) {
                mutated[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] =
                    static_cast<char>(random() % 256);
            }
            accepted += errorOf(mutated).isEmpty() ? 1 : 0;
        }
        // Changes to the data alone leave a valid file.
        QVERIFY(accepted > 0 && accepted < 4000);
    }
};

QTEST_GUILESS_MAIN(SafetensorsTest)
#include "safetensors_test.moc"
