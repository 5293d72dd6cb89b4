#include "engine/checkpoint/pickle_value.h"
#include "engine/core/issue.h"

#include "tests/engine/checkpoint/checkpoint_bytes.h"

#include <QtTest>

#include <random>

using namespace knockscape;
using tests::pickled;
using tests::pickledDict;
using tests::u32;
using tests::wholePickle;

namespace
{

std::string jsonOf(const std::string &bytes)
{
    const PickleDocument document = readPickle(bytes, "data.pkl");
    return toJson(*document.root);
}

QString errorOf(const std::string &bytes)
{
    try {
        (void)readPickle(bytes, "data.pkl");
        return {};
    } catch (const InputError &error) {
        return QString::fromStdString(error.what());
    }
}

std::string repeated(const std::string &part, std::size_t times)
{
    std::string result;
    result.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i) {
        result += part;
    }
    return result;
}

/// A class without a place here, made by NEWOBJ and given a state.
std::string objectWith(const std::string &module, const std::string &name, const std::string &state)
{
    return "c" + module + "\n" + name + "\n)\x81" + state + "b";
}

} // namespace

/// The stack machine: values of every protocol, what stays inert, and what must be refused.
class PickleTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("json");
        using namespace std::string_literals;
        const auto row = [](const char *name, const std::string &bytes, const std::string &json) {
            QTest::newRow(name) << bytes << json;
        };
        // What pickle.dumps makes of {'a': [1, -2, 300, 70000, 2.5, None, True, 'xé'], 'b': ('y', [])}.
        const std::string document = R"({"a":[1,-2,300,70000,2.5,null,true,"xé"],"b":["y",[]]})";
        row("protocol 0",
            "(dp0\012Va\012p1\012(lp2\012I1\012aI-2\012aI300\012aI70000\012aF2.5\012aNaI01\012aVx\351\012p3\012asVb\012p4\012(Vy\012p5\012(lp6\012tp7\012s."s,
            document);
        row("protocol 1",
            "}q\000(X\001\000\000\000aq\001]q\002(K\001J\376\377\377\377M,\001Jp\021\001\000G@\004\000\000\000\000\000\000NI01\012X\003\000\000\000x\303\251q\003eX\001\000\000\000bq\004(X\001\000\000\000yq\005]q\006tq\007u."s,
            document);
        row("protocol 2",
            "\200\002}q\000(X\001\000\000\000aq\001]q\002(K\001J\376\377\377\377M,\001Jp\021\001\000G@\004\000\000\000\000\000\000N\210X\003\000\000\000x\303\251q\003eX\001\000\000\000bq\004X\001\000\000\000yq\005]q\006\206q\007u."s,
            document);
        row("protocol 3",
            "\200\003}q\000(X\001\000\000\000aq\001]q\002(K\001J\376\377\377\377M,\001Jp\021\001\000G@\004\000\000\000\000\000\000N\210X\003\000\000\000x\303\251q\003eX\001\000\000\000bq\004X\001\000\000\000yq\005]q\006\206q\007u."s,
            document);
        row("protocol 4",
            "\200\004\2259\000\000\000\000\000\000\000}\224(\214\001a\224]\224(K\001J\376\377\377\377M,\001Jp\021\001\000G@\004\000\000\000\000\000\000N\210\214\003x\303\251\224e\214\001b\224\214\001y\224]\224\206\224u."s,
            document);
        row("protocol 5",
            "\200\005\2259\000\000\000\000\000\000\000}\224(\214\001a\224]\224(K\001J\376\377\377\377M,\001Jp\021\001\000G@\004\000\000\000\000\000\000N\210\214\003x\303\251\224e\214\001b\224\214\001y\224]\224\206\224u."s,
            document);
        row("set", "\x80\4\x95\x12\0\0\0\0\0\0\0}\x94\x8c\1a\x94\x8f\x94(K\1K\2\x90s."s, R"({"a":[1,2]})");
        row("byte array", "\x80\5\x96\2\0\0\0\0\0\0\0hi."s, "null");
        row("long integers", "\x80\2(\x8a\1\xff\x8a\0\x8a\2\xff\0L12L\nt."s, "[-1,0,255,12]");
        row("integer beyond 64 bits", "\x80\2\x8a\x09\0\0\0\0\0\0\0\0\1."s, "null");
        row("frozen set", "\x80\4(K\1K\2\x91."s, "[1,2]");
        row("int keys", "\x80\2}(K\7K\1u."s, R"({"7":1})");
        row("ordered",
            "\x80\2"
            "ccollections\nOrderedDict\n(](](U\1aK\2eetR."s,
            R"({"a":2})");
        row("nan", "\x80\2(G\x7f\xf8\0\0\0\0\0\0FNaN\nt."s, "[null,null]");
        row("dtype and device", "\x80\2(ctorch\nfloat32\nctorch\ndevice\n(U\4cudaK\1tRctorch\nSize\n((K\2K\3ttRt."s,
            R"(["torch.float32","cuda:1",[2,3]])");
        row("memo", "\x80\2(K\5q\1h\1r\1\1\0\0j\1\1\0\0t."s, "[5,5,5]");
        row("named tuple stays inert",
            "\x80\2"
            "cpkg\nPoint\n(K\1K\2tR."s,
            "null");
        row("duplicate keys: the last counts",
            wholePickle("}(" + pickled("a") + pickled(1) + pickled("a") + pickled(2) + "u"), R"({"a":2})");
    }

    void values()
    {
        QFETCH(std::string, bytes);
        QFETCH(std::string, json);
        QCOMPARE(jsonOf(bytes), json);
    }

    void foreignClassesKeepTheirContent()
    {
        const std::string content = pickledDict({{"heads", pickled(4)}});
        QCOMPARE(jsonOf(wholePickle(objectWith("argparse", "Namespace", content))), std::string(R"({"heads":4})"));
        // An AttributeDict is a dict subclass: its entries follow its making.
        QCOMPARE(jsonOf(wholePickle("clightning.fabric.utilities.data\nAttributeDict\n)\x81" + pickled("heads") +
                                    pickled(4) + "s")),
                 std::string(R"({"heads":4})"));
        const std::string node = objectWith("omegaconf.nodes", "AnyNode",
                                            pickledDict({{"_metadata", "N"}, {"_parent", "N"}, {"_val", pickled(4)}}));
        const std::string config =
            objectWith("omegaconf.dictconfig", "DictConfig",
                       pickledDict({{"_metadata", "N"}, {"_content", pickledDict({{"heads", node}})}}));
        QCOMPARE(jsonOf(wholePickle(config)), std::string(R"({"heads":4})"));
        QCOMPARE(jsonOf(wholePickle("cpkg\nActivation\n(" + pickled("relu") + "tR")), std::string("\"relu\""));
    }

    void numpyNumbers()
    {
        using namespace std::string_literals;
        const std::string good = "cnumpy\ndtype\n(" + pickled("f8") + "\x89\x88tR(" + pickled(3) + pickled("<") + "tb";
        QCOMPARE(jsonOf("\x80\3cnumpy.core.multiarray\nscalar\n("s + good + "C\x08\0\0\0\0\0\0\xf8?tR."s),
                 std::string("1.5"));
        // Protocol 2 has no bytes: latin1 text is encoded.
        const std::string encoded =
            "c_codecs\nencode\n(" + pickled("\0\0\0\0\0\0\xc3\xb8?"s) + pickled("latin1") + "tR";
        QCOMPARE(jsonOf("\x80\2cnumpy.core.multiarray\nscalar\n("s + good + encoded + "tR."), std::string("1.5"));
    }

    /// Whatever a pickle asks to be called is only written down.
    void nothingIsExecuted_data()
    {
        QTest::addColumn<std::string>("bytes");
        using namespace std::string_literals;
        const std::string touch = "touch " + marker();
        QTest::newRow("os.system") << "cos\nsystem\n(S'" + touch + "'\ntR.";
        QTest::newRow("posix.system by INST") << "(S'" + touch + "'\niposix\nsystem\n.";
        QTest::newRow("builtins.eval") << "\x80\2"
                                          "cbuiltins\neval\n("s +
                                              pickled("open('" + marker() + "','w')") + "tR.";
        QTest::newRow("subprocess by OBJ") << "(csubprocess\nPopen\n" + pickled(touch) + "o.";
        QTest::newRow("stack global") << "\x80\4\x8c\2os\x8c\6system\x93"s + pickled(touch) + "\x85R.";
        QTest::newRow("NEWOBJ_EX") << "\x80\4"
                                      "csubprocess\nPopen\n("s +
                                          pickled(touch) + "t}\x92.";
        QTest::newRow("copyreg") << "ccopyreg\n_reconstructor\n(cos\nsystem\nc__builtin__\nobject\n" + pickled(touch) +
                                        "tR.";
    }

    void nothingIsExecuted()
    {
        QFETCH(std::string, bytes);
        const PickleDocument document = readPickle(bytes, "data.pkl");
        QVERIFY(document.root->is(PickleKind::Object));
        QVERIFY(document.root->text.find('.') != std::string::npos);
        QVERIFY(!QFile::exists(QString::fromStdString(marker())));
    }

    void refused_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<QString>("reason");
        using namespace std::string_literals;
        const auto row = [](const char *name, const std::string &bytes, const char *reason) {
            QTest::newRow(name) << bytes << QString(reason);
        };
        row("empty", "", "cut short");
        row("no stop", "\x80\2N"s, "cut short");
        row("nothing", ".", "0 values");
        row("two values", "NN.", "2 values");
        row("open mark", "N(.", "1 values");
        row("pop of nothing", "0N.", "never gave");
        row("below the mark", "N(R.", "never gave");
        row("call of a number", "K\1)R."s, "not a class");
        row("arguments that are none", "cos\nsystem\nNR.", "not a class");
        row("memo", "h\1."s, "never gave");
        row("text memo", "gx\n.", "never gave");
        row("memo bomb", "Nr\xff\xff\xff\xff."s, "more than");
        row("protocol 6", "\x80\6N."s, "newer protocol");
        row("unknown", "\xff.", "255");
        row("extension", "\x82\1."s, "130");
        row("out-of-band buffer", "\x80\5\x97."s, "151");
        row("text of 4 GB",
            "X\xff\xff\xff\xff"
            "abc."s,
            "cut short");
        row("bytes of 2^63",
            "\x8e\0\0\0\0\0\0\0\x80"
            "abc."s,
            "cut short");
        row("integer of 4 GB",
            "\x8b\xff\xff\xff\xff"
            "abc."s,
            "cut short");
        row("no number", "Ix\n.", "cannot be read");
        row("no real", "Fx\n.", "cannot be read");
        row("append to a number", "K\1K\2a."s, "holds no others");
        row("odd items", "}(K\1u."s, "holds no others");
        row("state of None", "N}b.", "holds no others");
        row("marks", std::string(20'000, '('), "too deeply");
        row("values", std::string(3'000'000, ']'), "more than");
        row("copied set",
            "](" + std::string(4000, 'N') + "eq\1" + repeated("c__builtin__\nset\nh\1\x85Rq\2"s, 5000) + ".",
            "more than");
        row("copied text", "cm\n" + std::string(100'000, 'n') + "\nq\1" + repeated("h\1)R"s, 10'000) + ".",
            "more than");
        row("negative stride", wholePickle(tests::pickledTensor("FloatStorage", "0", 4, 3, {4}, {-1})), "stride");
        row("negative size", wholePickle(tests::pickledTensor("FloatStorage", "0", 4, 0, {-4}, {1})), "stride");
        row("negative offset", wholePickle(tests::pickledTensor("FloatStorage", "0", 4, -1, {2}, {1})), "beyond");
        row("offset beyond", wholePickle(tests::pickledTensor("FloatStorage", "0", 4, 3, {2}, {1})), "beyond");
        row("stride beyond", wholePickle(tests::pickledTensor("FloatStorage", "0", 4, 0, {2, 2}, {3, 1})), "beyond");
        row("huge shape",
            wholePickle(
                tests::pickledTensor("FloatStorage", "0", 4, 0, {0x7fffffff, 0x7fffffff, 0x7fffffff}, {0, 0, 0})),
            "beyond");
        row("fewer strides", wholePickle(tests::pickledTensor("FloatStorage", "0", 4, 0, {2, 2}, {1})), "beyond");
        row("dimensions",
            wholePickle(tests::pickledTensor("FloatStorage", "0", 1, 0, std::vector<std::int32_t>(17, 1),
                                             std::vector<std::int32_t>(17, 1))),
            "dimensions");
        row("tensor of no storage",
            "\x80\2"
            "ctorch._utils\n_rebuild_tensor_v2\n(NK\0))tR."s,
            "damaged");
    }

    void refused()
    {
        QFETCH(std::string, bytes);
        QFETCH(QString, reason);
        const QString error = errorOf(bytes);
        QVERIFY2(error.contains(reason), qPrintable(error));
        QVERIFY2(error.startsWith("data.pkl"), qPrintable(error));
    }

    void depthAndCyclesCostNothing()
    {
        // 100,000 lists in each other, and one that holds itself.
        const std::string deep = repeated("]", 100'000) + repeated("a", 99'999) + ".";
        QVERIFY(!jsonOf(deep).empty());
        using namespace std::string_literals;
        QVERIFY(jsonOf("]q\1h\1a."s).size() < 1000);
        // Each level holds the one before twice: 2^40 values if it were written out.
        std::string doubling = "]q\0"s;
        for (char level = 1; level <= 40; ++level) {
            doubling += "]q"s + level + "(h" + static_cast<char>(level - 1) + "h" + static_cast<char>(level - 1) + "e";
        }
        QVERIFY(jsonOf("(" + doubling + "t.").size() < 10'000'000);
    }

    void truncationsAndFlippedBitsAreRefusedOrRead()
    {
        const std::string whole = wholePickle(pickledDict(
            {{"state_dict", pickledDict({{"w", tests::pickledTensor("FloatStorage", "0", 6, 0, {2, 3}, {3, 1})}})},
             {"hyper_parameters", objectWith("argparse", "Namespace", pickledDict({{"heads", pickled(4)}}))}}));
        for (std::size_t length = 0; length < whole.size(); ++length) {
            QVERIFY(!errorOf(whole.substr(0, length)).isEmpty());
        }
        for (std::size_t bit = 0; bit < 8 * whole.size(); ++bit) {
            std::string bytes = whole;
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
            tryToRead(bytes);
        }
        std::mt19937 random(7);
        for (int round = 0; round < 20'000; ++round) {
            std::string bytes = whole;
            for (int change = 0; change < 4; ++change) {
                const std::size_t at = random() % bytes.size();
                switch (random() % 3) {
                case 0:
                    bytes[at] = static_cast<char>(random());
                    break;
                case 1:
                    bytes.erase(at, random() % 8);
                    break;
                default:
                    bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 16));
                }
            }
            tryToRead(bytes);
        }
    }

private:
    static std::string marker() { return QDir::temp().filePath("knockscape-pickle-was-executed").toStdString(); }

    /// Reads or refuses; anything else (a crash, another exception) fails the test.
    static void tryToRead(const std::string &bytes)
    {
        try {
            (void)jsonOf(bytes);
        } catch (const InputError &) {
        }
    }
};

QTEST_GUILESS_MAIN(PickleTest)
#include "test_pickle.moc"
