#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/worker_pool.h"
#include "engine/inference/npy_file.h"
#include "engine/inference/screen_json.h"
#include "engine/inference/screen_state.h"
#include "tests/patience.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>

using namespace knockscape;

namespace
{

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

ScreenRow row(std::uint64_t index, double key)
{
    return {index, key, {}};
}

std::vector<std::uint64_t> indices(const TopRows &rows)
{
    std::vector<std::uint64_t> result;
    for (const ScreenRow &kept : rows.sorted()) {
        result.push_back(kept.index);
    }
    return result;
}

ScreenState randomState(unsigned seed, std::uint64_t first, std::uint64_t count)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> normal(0.0, 2.0);
    ScreenState state;
    state.top = TopRows(20, true);
    state.genes.resize(3);
    for (std::uint64_t index = first; index < first + count; ++index) {
        // Coarse keys, so that many are equal.
        const double value = index % 97 == 0 ? missing : std::round(normal(random));
        state.top.add(row(index, value));
        state.histograms[0].add(value, value > 0.0);
        GeneSummary &gene = state.genes[index % 3];
        ++gene.genotypes;
        gene.fitness += 1.0;
        gene.see(value, index, index % 5 != 0);
    }
    state.done = count;
    state.hits = count / 2;
    return state;
}

} // namespace

/// What a screen gathers, apart from any model.
class ScreenPartsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatLacksSupportComesLast()
    {
        for (const bool descending : {false, true}) {
            TopRows top(4, descending, 5);
            std::uint64_t index = 0;
            for (const auto &[key, support] : std::vector<std::pair<double, std::int64_t>>{
                     {-9.0, 4}, {1.0, 5}, {missing, 50}, {-1.0, -1}, {9.0, 0}, {0.5, 80}, {-8.0, 4}}) {
                ScreenRow each = row(index++, key);
                each.prediction.support = support;
                top.add(each);
            }
            // −1: the model does not say, which is no reason to distrust. The missing value comes before what lacks
            // support.
            const std::vector<std::uint64_t> best =
                descending ? std::vector<std::uint64_t>{1, 5, 3, 2} : std::vector<std::uint64_t>{3, 5, 1, 2};
            QCOMPARE(indices(top), best);
        }
        TopRows lifted(2, false);
        ScreenRow each = row(0, -9.0);
        each.prediction.support = 0;
        lifted.add(row(1, 1.0));
        lifted.add(each);
        QCOMPARE(indices(lifted), (std::vector<std::uint64_t>{0, 1}));
    }

    void extremesOfAGeneAreOfSupportedGenotypes()
    {
        GeneSummary gene;
        gene.see(-5.0, 1, false);
        QCOMPARE(gene.lowest, std::uint64_t{1}); // nothing better is known
        gene.see(-1.0, 2, true);
        gene.see(-9.0, 3, false);
        gene.see(2.0, 4, true);
        QCOMPARE(gene.lowest, std::uint64_t{2});
        QCOMPARE(gene.highest, std::uint64_t{4});
        QCOMPARE(gene.lowestKey, -1.0);
    }

    void topKeepsTheBestWithTiesInSourceOrder()
    {
        std::vector<ScreenRow> rows;
        for (std::uint64_t index = 0; index < 300; ++index) {
            rows.push_back(row(index, index % 7 == 0 ? missing : static_cast<double>(index % 5)));
        }
        for (const bool descending : {false, true}) {
            std::vector<ScreenRow> expected = rows;
            std::stable_sort(expected.begin(), expected.end(), [&](const ScreenRow &left, const ScreenRow &right) {
                if (std::isnan(left.key) || std::isnan(right.key)) {
                    return !std::isnan(left.key) && std::isnan(right.key);
                }
                return descending ? left.key > right.key : left.key < right.key;
            });
            for (unsigned seed = 0; seed < 5; ++seed) {
                std::vector<ScreenRow> shuffled = rows;
                std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(seed));
                for (const std::size_t limit :
                     {std::size_t{0}, std::size_t{1}, std::size_t{60}, std::size_t{280}, std::size_t{1000}}) {
                    TopRows top(limit, descending);
                    for (const ScreenRow &each : shuffled) {
                        top.add(each);
                    }
                    const std::vector<std::uint64_t> kept = indices(top);
                    QCOMPARE(kept.size(), std::min(limit, rows.size()));
                    for (std::size_t i = 0; i < kept.size(); ++i) {
                        QCOMPARE(kept[i], expected[i].index);
                    }
                }
            }
        }
    }

    void histogramDependsOnTheValuesAlone()
    {
        std::mt19937 random(3);
        std::normal_distribution<double> normal(-3.0, 40.0);
        std::vector<double> values{missing, std::numeric_limits<double>::infinity(), -1e300, 0.0, -0.0, 0.5};
        for (int i = 0; i < 2000; ++i) {
            values.push_back(i % 2 == 0 ? normal(random) : normal(random) * 1e-3);
        }
        AdaptiveHistogram forward;
        AdaptiveHistogram backward;
        AdaptiveHistogram left;
        AdaptiveHistogram right;
        for (std::size_t i = 0; i < values.size(); ++i) {
            forward.add(values[i], values[i] > 0.0);
            backward.add(values[values.size() - 1 - i], values[values.size() - 1 - i] > 0.0);
            (i % 3 == 0 ? left : right).add(values[i], values[i] > 0.0);
        }
        left.merge(right);
        const auto text = [](const AdaptiveHistogram &histogram) {
            QString result = QString::number(histogram.elsewhere());
            for (const AdaptiveHistogram::Bin &bin : histogram.bins()) {
                result += QString(" %1-%2:%3/%4").arg(bin.low).arg(bin.high).arg(bin.count).arg(bin.hits);
            }
            return result;
        };
        QCOMPARE(text(backward), text(forward));
        QCOMPARE(text(left), text(forward));
        QCOMPARE(forward.elsewhere(), std::uint64_t{3});
        QVERIFY(forward.bins().size() > 100 && forward.bins().size() <= 256);
        for (const AdaptiveHistogram::Bin &bin : forward.bins()) {
            std::uint64_t count = 0;
            std::uint64_t hits = 0;
            for (const double value : values) {
                const bool inside = value >= bin.low && value < bin.high;
                count += inside ? 1 : 0;
                hits += inside && value > 0.0 ? 1 : 0;
            }
            QCOMPARE(bin.count, count);
            QCOMPARE(bin.hits, hits);
        }
    }

    void statesMergeAndAreStoredExactly()
    {
        const ScreenState first = randomState(1, 0, 400);
        const ScreenState second = randomState(2, 400, 350);
        ScreenState merged = first;
        merged.merge(second);
        QCOMPARE(merged.done, std::uint64_t{750});
        std::vector<ScreenRow> rows = first.top.sorted();
        const std::vector<ScreenRow> more = second.top.sorted();
        rows.insert(rows.end(), more.begin(), more.end());
        std::sort(rows.begin(), rows.end(),
                  [&](const ScreenRow &a, const ScreenRow &b) { return merged.top.precedes(a, b); });
        QCOMPARE(merged.top.sorted().size(), std::size_t{20});
        for (std::size_t i = 0; i < 20; ++i) {
            QCOMPARE(merged.top.sorted()[i].index, rows[i].index);
        }
        QCOMPARE(merged.genes[1].highestKey, std::max(first.genes[1].highestKey, second.genes[1].highestKey));

        ScreenState odd = merged;
        odd.top.add(row(7, std::numeric_limits<double>::infinity()));
        odd.top.add(row(8, 0.1));
        const std::string json = toJson(odd);
        const ScreenState read = parseScreenState(json, "state");
        QCOMPARE(toJson(read), json);
        QCOMPARE(read.top.sorted().front().index, std::uint64_t{7});
        QVERIFY_EXCEPTION_THROWN(parseScreenState("{}", "state"), InputError);
        QVERIFY_EXCEPTION_THROWN(parseScreenState(json.substr(0, json.size() / 2), "state"), InputError);
    }

    /// Every number is looked at before it is converted: kind, sign and range.
    void statesOfOtherNumbersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *from, const char *to, const char *place) {
            QTest::newRow(to) << QByteArray(from) << QByteArray(to) << QString(place);
        };
        row("\"done\":5", "\"done\":-5.55", "done");
        row("\"done\":5", "\"done\":1e300", "done");
        row("\"done\":5", "\"done\":\"5\"", "done");
        row("\"descending\":true", "\"descending\":1", "descending");
        row("\"exponent\":-10", "\"exponent\":2000000000", "histograms.epistasis.exponent");
        row("\"first\":0", "\"first\":9223372036854775807", "histograms.epistasis.first");
        row("\"counts\":[]", "\"counts\":[1,-1]", "histograms.epistasis.counts[1]");
        row("\"counts\":[]", "\"counts\":[1]", "histograms.epistasis.counts");
        row("\"genes\":[[", "\"genes\":[0,[", "genes[0]");
        row("\"genes\":[[2,", "\"genes\":[[-5.55,", "genes[0][0]");
        row("\"genes\":[[2,", "\"genes\":[[\"nan\",", "genes[0][0]");
    }

    void statesOfOtherNumbersAreRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, place);
        QByteArray json = QByteArray::fromStdString(toJson(randomState(1, 0, 5)));
        QVERIFY2(json.contains(from), json.constData());
        json.replace(json.indexOf(from), from.size(), to);
        try {
            (void)parseScreenState(json.toStdString(), "state");
            QFAIL("the state was read");
        } catch (const InputError &error) {
            QVERIFY2(QString(error.what()).contains(place), error.what());
        }
    }

    /// What is read is bounded by what a file holds, not by what it claims.
    void matricesOfImpossibleShapesAreRefused()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("claim.npy").toStdString();
        for (const char *shape : {"4294967296, 4294967296", "4294967296, 4294967296, 0", "8888888888882, 0",
                                  "1048576, 1048576, 1048576, 16"}) {
            std::string header = std::string("{'descr': '<f4', 'fortran_order': False, 'shape': (") + shape + "), }";
            header.resize(118 - 1, ' ');
            header += '\n';
            const std::string file =
                std::string("\x93NUMPY\x01\x00", 8) + static_cast<char>(header.size()) + '\0' + header;
            writeFileAtomically(path, [&](std::ostream &stream) { stream << file; });
            QVERIFY_EXCEPTION_THROWN(readNpy(path), InputError);
            QVERIFY_EXCEPTION_THROWN(readNpyShape(path), InputError);
            QVERIFY_EXCEPTION_THROWN(NpyMap map(path), InputError);
        }
    }

    /// Headers of any length are allowed, but a float may not stand anywhere in memory.
    void valuesBehindAnyHeaderCanBeLookedAt()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("any.npy").toStdString();
        const std::vector<float> values{1.5F, -2.0F, 7.0F, 0.25F};
        for (std::size_t padding = 0; padding < 4; ++padding) {
            for (const std::size_t rows : {std::size_t{2}, std::size_t{0}}) {
                std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + std::to_string(rows);
                header += ", 2), }" + std::string(padding, ' ') + "\n";
                std::string file("\x93NUMPY\x01\x00", 8);
                file += static_cast<char>(header.size());
                file += '\0';
                file += header;
                file.append(reinterpret_cast<const char *>(values.data()), 2 * rows * sizeof(float));
                writeFileAtomically(path, [&](std::ostream &stream) { stream << file; });
                const NpyMap map(path);
                QCOMPARE(map.shape(), (std::vector<std::uint64_t>{rows, 2}));
                QCOMPARE(reinterpret_cast<std::uintptr_t>(map.values()) % alignof(float), std::uintptr_t{0});
                for (std::size_t i = 0; i < 2 * rows; ++i) {
                    QCOMPARE(map.values()[i], values[i]);
                }
                QCOMPARE(readNpy(path).values.size(), 2 * rows);
            }
        }
    }

    void matrixIsWhatNumPyOpens()
    {
        QTemporaryDir folder;
        const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / "m.npy";
        {
            NpyFile file(path, {2, 3, 5}, false);
            file.values()[0] = 1.5F;
            file.values()[29] = -2.0F;
            QVERIFY(!std::filesystem::exists(path));
            file.flush();
            QCOMPARE(file.values()[0], 1.5F);
        }
        {
            NpyFile file(path, {2, 3, 5}, true);
            QCOMPARE(file.values()[29], -2.0F);
            file.values()[14] = 7.0F;
            QVERIFY_EXCEPTION_THROWN(NpyFile(path, {2, 5, 3}, true), InputError);
            QVERIFY_EXCEPTION_THROWN(NpyFile(path, {2, 3, 6}, true), InputError);
            file.finish();
        }
        QVERIFY(std::filesystem::exists(path));
        QVERIFY_EXCEPTION_THROWN(NpyFile(path, {2, 3, 5}, true), InputError);
        const NpyArray array = readNpy(path);
        QVERIFY((array.shape == std::vector<std::uint64_t>{2, 3, 5}));
        QCOMPARE(array.values[14], 7.0F);
        QVERIFY(std::isnan(array.values[1]));
        QCOMPARE(NpyFile::bytes({2, 3, 5}), std::filesystem::file_size(path));

        const std::string content = readFile(path);
        writeFileAtomically(path, [&](std::ostream &stream) { stream << content.substr(0, content.size() - 4); });
        QVERIFY_EXCEPTION_THROWN(readNpy(path), InputError);
        writeFileAtomically(path, [&](std::ostream &stream) { stream << content; });
        QProcess python;
        python.start("python3", {"-c",
                                 "import sys\ntry:\n import numpy\nexcept ImportError:\n sys.exit(77)\n"
                                 "a = numpy.load(sys.argv[1], mmap_mode='r')\n"
                                 "print(a.shape, a.dtype, a[0, 0, 0], a[1, 2, 4], a[0, 2, 4], numpy.isnan(a).sum())",
                                 QString::fromStdString(path.string())});
        if (!python.waitForStarted() || !python.waitForFinished(::knockscape::testing::patience) ||
            python.exitCode() == 77) {
            QSKIP("NumPy is not here");
        }
        QCOMPARE(python.readAllStandardOutput().trimmed(), QByteArray("(2, 3, 5) float32 1.5 -2.0 7.0 27"));
    }

    void poolDoesEveryPieceOnce()
    {
        for (const std::size_t workers : {std::size_t{1}, std::size_t{2}, std::size_t{5}}) {
            WorkerPool pool(workers);
            QCOMPARE(pool.size(), workers);
            for (const std::size_t pieces : {std::size_t{0}, std::size_t{1}, std::size_t{3}, std::size_t{1000}}) {
                std::vector<std::atomic<int>> done(pieces);
                std::atomic<bool> strange{false};
                pool.run(pieces, [&](std::size_t worker, std::size_t piece) {
                    ++done[piece];
                    strange = strange || worker >= workers;
                });
                QVERIFY(!strange);
                for (const std::atomic<int> &count : done) {
                    QCOMPARE(count.load(), 1);
                }
            }
            QVERIFY_EXCEPTION_THROWN(pool.run(50,
                                              [](std::size_t, std::size_t piece) {
                                                  if (piece == 7) {
                                                      throw std::runtime_error("seven");
                                                  }
                                              }),
                                     std::runtime_error);
            std::atomic<int> after{0};
            pool.run(10, [&](std::size_t, std::size_t) { ++after; });
            QCOMPARE(after.load(), 10);
        }
    }
};

QTEST_GUILESS_MAIN(ScreenPartsTest)
#include "screen_parts_test.moc"
