#include "engine/checkpoint/torch_checkpoint.h"
#include "engine/core/issue.h"

#include "tests/engine/checkpoint/checkpoint_bytes.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cstring>
#include <random>

using namespace knockscape;
using tests::checkpointOf;
using tests::floatBytes;
using tests::pickled;
using tests::pickledDict;
using tests::pickledTensor;
using tests::wholePickle;
namespace fs = std::filesystem;

namespace
{

const fs::path parityFolder = fs::path(KNOCKSCAPE_TEST_DATA) / "parity";

/// The tensors of the state_dict at `path`, all read.
std::map<std::string, NamedTensor> tensorsOf(TorchCheckpoint &checkpoint, const std::string &path)
{
    std::map<std::string, NamedTensor> result;
    for (const StateDict &dict : checkpoint.stateDicts()) {
        if (dict.path == path) {
            for (const auto &[name, tensor] : dict.tensors) {
                result.emplace(name, checkpoint.read(*tensor, name));
            }
        }
    }
    return result;
}

/// Reads everything there is to read; the error, or an empty text.
QString errorOf(const std::string &bytes)
{
    try {
        TorchCheckpoint checkpoint = readTorchCheckpoint(bytes, "file.pt");
        for (const StateDict &dict : checkpoint.stateDicts()) {
            for (const auto &[name, tensor] : dict.tensors) {
                (void)checkpoint.read(*tensor, name);
            }
        }
        return {};
    } catch (const InputError &error) {
        return QString::fromStdString(error.what());
    }
}

QByteArray rawOf(const NamedTensor &tensor)
{
    return tensor.floats.empty()
               ? QByteArray(reinterpret_cast<const char *>(tensor.integers.data()), // NOLINT: raw bytes
                            qsizetype(tensor.integers.size() * sizeof(std::int64_t)))
               : QByteArray(reinterpret_cast<const char *>(tensor.floats.data()), // NOLINT: raw bytes
                            qsizetype(tensor.floats.size() * sizeof(float)));
}

std::string smallCheckpoint()
{
    return checkpointOf(wholePickle(pickledDict({{"w", pickledTensor("FloatStorage", "0", 6, 0, {2, 3}, {3, 1})},
                                                 {"t", pickledTensor("FloatStorage", "0", 6, 0, {3, 2}, {1, 3})}})),
                        {floatBytes({1, 2, 3, 4, 5, 6})});
}

} // namespace

class TorchCheckpointTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;
    bool torchRan_ = false;

private slots:
    void initTestCase()
    {
        QProcess python;
        python.start("/usr/bin/python3", {KNOCKSCAPE_MAKE_CHECKPOINTS, folder_.path()});
        torchRan_ = python.waitForFinished(120'000) && python.exitCode() == 0;
        if (!torchRan_) {
            qInfo("No torch in Python: %s", python.readAllStandardError().constData());
        }
    }

    void sharedStorageAndStrides()
    {
        TorchCheckpoint checkpoint = readTorchCheckpoint(smallCheckpoint(), "file.pt");
        const auto tensors = tensorsOf(checkpoint, "");
        QCOMPARE(tensors.at("w").shape, (std::vector<std::int64_t>{2, 3}));
        QCOMPARE(tensors.at("w").floats, (std::vector<float>{1, 2, 3, 4, 5, 6}));
        QCOMPARE(tensors.at("t").shape, (std::vector<std::int64_t>{3, 2}));
        QCOMPARE(tensors.at("t").floats, (std::vector<float>{1, 4, 2, 5, 3, 6}));
    }

    void bigEndianRecordIsHonoured()
    {
        std::string bytes = floatBytes({1.5F, -2.0F});
        std::reverse(bytes.begin(), bytes.begin() + 4);
        std::reverse(bytes.begin() + 4, bytes.end());
        const std::string pickle =
            wholePickle(pickledDict({{"w", pickledTensor("FloatStorage", "0", 2, 0, {2}, {1})}}));
        TorchCheckpoint checkpoint = readTorchCheckpoint(checkpointOf(pickle, {bytes}, "big"), "file.pt");
        QCOMPARE(tensorsOf(checkpoint, "").at("w").floats, (std::vector<float>{1.5F, -2.0F}));
        QVERIFY(errorOf(checkpointOf(pickle, {bytes}, "middle")).contains("byte order"));
    }

    void untypedStorageTakesTheTypeOfItsTensor()
    {
        std::string tensor = pickledTensor("UntypedStorage", "0", 8, 0, {2}, {1});
        tensor.replace(tensor.find("_v2"), 3, "_v3");
        tensor.insert(tensor.size() - 2, "ctorch\nfloat32\n");
        TorchCheckpoint checkpoint =
            readTorchCheckpoint(checkpointOf(wholePickle(pickledDict({{"w", tensor}})), {floatBytes({3, 4})}), "f");
        QCOMPARE(tensorsOf(checkpoint, "").at("w").floats, (std::vector<float>{3, 4}));
    }

    void malformed_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<QString>("reason");
        const auto one = [](const std::string &tensor, const std::vector<std::string> &storages) {
            return checkpointOf(wholePickle(pickledDict({{"w", tensor}})), storages);
        };
        const std::string plain = pickledTensor("FloatStorage", "0", 2, 0, {2}, {1});
        QTest::newRow("empty") << std::string() << "not a PyTorch checkpoint";
        QTest::newRow("text") << std::string("genes\n") << "not a PyTorch checkpoint";
        QTest::newRow("other zip") << tests::zipOf({{"word/document.xml", "x"}}) << "no data.pkl";
        QTest::newRow("two checkpoints") << tests::zipOf({{"a/data.pkl", "N."}, {"b/data.pkl", "N."}}) << "several";
        QTest::newRow("TorchScript") << tests::zipOf({{"a/constants.pkl", "N."}, {"a/data.pkl", "N."}})
                                     << "TorchScript";
        QTest::newRow("plain pickle") << wholePickle(pickled("x")) << "not a PyTorch checkpoint";
        QTest::newRow("tar") << std::string(257, '\0') + "ustar" + std::string(300, '\0') << "tar archive";
        QTest::newRow("no storage") << one(plain, {}) << "lacks the tensor's data";
        QTest::newRow("storage too small") << one(plain, {floatBytes({1})}) << "4 bytes";
        QTest::newRow("storage too large") << one(plain, {floatBytes({1, 2, 3})}) << "12 bytes";
        QTest::newRow("unknown type") << one(pickledTensor("ComplexFloatStorage", "0", 2, 0, {2}, {1}),
                                             {floatBytes({1, 2, 3, 4})})
                                      << "element type";
        QTest::newRow("foreign storage") << one(pickledTensor("FloatStorage", "../../etc/passwd", 2, 0, {2}, {1}),
                                                {floatBytes({1, 2})})
                                         << "lacks the tensor's data";
        QTest::newRow("expansion bomb") << one(pickledTensor("FloatStorage", "0", 1, 0, {0x7fffffff, 4}, {0, 0}),
                                               {floatBytes({1})})
                                        << "more elements";
        QTest::newRow("CRC") << tests::zipOf({{"m/data.pkl", wholePickle(pickledDict({{"w", plain}}))},
                                              {"m/data/0", floatBytes({1, 2}), -1, -1, 5}})
                             << "CRC-32";
    }

    void malformed()
    {
        QFETCH(std::string, bytes);
        QFETCH(QString, reason);
        const QString error = errorOf(bytes);
        QVERIFY2(error.contains(reason), qPrintable(error));
        QVERIFY2(error.startsWith("file.pt"), qPrintable(error));
    }

    void manyLargeViewsOfOneStorageAreRefused()
    {
        std::vector<std::pair<std::string, std::string>> entries;
        for (int i = 0; i < 2000; ++i) {
            entries.emplace_back(QString("w%1").arg(i).toStdString(),
                                 pickledTensor("FloatStorage", "0", 4, 0, {1000, 1000}, {0, 0}));
        }
        QVERIFY(errorOf(checkpointOf(wholePickle(pickledDict(entries)), {floatBytes({1, 2, 3, 4})}))
                    .contains("more elements"));
    }

    void truncationsAndMutationsNeverGetThrough()
    {
        const std::string whole = smallCheckpoint();
        for (std::size_t length = 0; length < whole.size(); ++length) {
            QVERIFY2(!errorOf(whole.substr(0, length)).isEmpty(), qPrintable(QString::number(length)));
        }
        for (std::size_t bit = 0; bit < 8 * whole.size(); ++bit) {
            std::string bytes = whole;
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
            (void)errorOf(bytes);
        }
        std::mt19937 random(11);
        for (int round = 0; round < 20'000; ++round) {
            std::string bytes = whole;
            for (int change = 0; change < 3; ++change) {
                bytes[random() % bytes.size()] = static_cast<char>(random());
            }
            (void)errorOf(bytes);
        }
    }

    void tensorsOfTorch_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("where");
        for (const char *file : {"types.pt", "views.pt", "legacy.pt", "legacy_types.pt", "protocol3.pt", "protocol4.pt",
                                 "protocol5.pt", "parameters.pt", "state_dict.pt", "module.pt", "deflated.pt"}) {
            QTest::newRow(file) << file << "";
        }
        QTest::newRow("lightning.ckpt") << "lightning.ckpt"
                                        << "state_dict";
    }

    void tensorsOfTorch()
    {
        QFETCH(QString, file);
        QFETCH(QString, where);
        if (!torchRan_) {
            QSKIP("Python has no torch here, so that there are no files of torch to read.");
        }
        TorchCheckpoint checkpoint = readTorchCheckpoint(fs::path(folder_.filePath(file).toStdString()));
        const auto tensors = tensorsOf(checkpoint, where.toStdString());
        QFile expected(folder_.filePath("expected.tsv"));
        QVERIFY(expected.open(QIODevice::ReadOnly));
        std::size_t compared = 0;
        for (const QByteArray &line : expected.readAll().split('\n')) {
            const QByteArrayList fields = line.split('\t');
            if (fields.size() < 5 || fields[0] != file.toUtf8()) {
                continue;
            }
            const std::string name = fields[1].toStdString();
            QVERIFY2(tensors.count(name) == 1, name.c_str());
            const NamedTensor &tensor = tensors.at(name);
            QByteArrayList shape;
            for (const std::int64_t size : tensor.shape) {
                shape.append(QByteArray::number(qlonglong(size)));
            }
            QCOMPARE(shape.join(','), fields[3]);
            QCOMPARE(rawOf(tensor).toHex(), fields[4]);
            QCOMPARE(tensor.elementCount() == 0 || tensor.isFloating(), tensor.elementCount() == 0 || fields[2] == "f");
            ++compared;
        }
        QCOMPARE(compared, tensors.size());
        QVERIFY(compared > 0);
    }

    void valuesOfTorch()
    {
        if (!torchRan_) {
            QSKIP("Python has no torch here, so that there are no files of torch to read.");
        }
        const TorchCheckpoint checkpoint =
            readTorchCheckpoint(fs::path(folder_.filePath("lightning.ckpt").toStdString()));
        const PickleValue &root = checkpoint.root();
        QCOMPARE(root.find("epoch")->integer, 7);
        QVERIFY(root.find("global_step")->is(PickleKind::LargeInteger));
        QCOMPARE(toJson(*root.find("hyper_parameters")),
                 std::string(R"({"device":"cuda:1","dtype":"torch.float32","foreign":{"heads":4},"lr":0.001,)"
                             R"("model":{"heads":2,"norm":null},"shape":[6,5]})"));
    }

    void oracles_data()
    {
        QTest::addColumn<QString>("file");
        for (const auto &entry : fs::recursive_directory_iterator(parityFolder)) {
            if (entry.path().extension() == ".pt" || entry.path().extension() == ".ckpt") {
                const QString name = QString::fromStdString(fs::relative(entry.path(), parityFolder).string());
                QTest::newRow(qPrintable(name)) << name;
            }
        }
    }

    /// Every tensor equals the one that safetensors holds, bit for bit.
    void oracles()
    {
        QFETCH(QString, file);
        const fs::path path = parityFolder / file.toStdString();
        TorchCheckpoint checkpoint = readTorchCheckpoint(path);
        const bool lightning = path.extension() == ".ckpt";
        const auto tensors = tensorsOf(checkpoint, lightning ? "state_dict" : "");
        const TensorFile expected = readSafetensors(path.parent_path() / "model.safetensors");
        std::size_t found = 0;
        for (const auto &[name, wanted] : expected.tensors) {
            const auto tensor = tensors.find((lightning ? "model." : "") + name);
            if (tensor == tensors.end()) {
                QCOMPARE(name, std::string("metabolism_processor.metabolite_features"));
                continue;
            }
            QVERIFY(tensor->second.shape == wanted.shape);
            QCOMPARE(rawOf(tensor->second), rawOf(wanted));
            ++found;
        }
        QVERIFY(found > 80);
    }
};

QTEST_GUILESS_MAIN(TorchCheckpointTest)
#include "test_torch_checkpoint.moc"
