// What a heat map shows, without any widget.
#include "pair_test_data.h"

#include "ui/plots/ordered_pairs.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <numeric>

using namespace knockscape::ui;
using namespace knockscape::ui::tests;

namespace
{

constexpr float gap = std::numeric_limits<float>::quiet_NaN();

} // namespace

class TestPairMatrix : public QObject
{
    Q_OBJECT

private slots:
    void rangeIsSymmetricAndLeavesOutTheExtremes()
    {
        PairPlanes planes = makePanel(60);
        planes.setBoth(planes.interaction, 3, 9, -7.5F);
        planes.setBoth(planes.interaction, 4, 9, gap);
        planes.interaction[planes.at(5, 5)] = 100.0F; // no pair
        const auto matrix = shared(planes);
        const PairColourRange range = pairColourRange(*matrix, PairQuantity::Interaction);
        QCOMPARE(range.low, -range.high);
        QCOMPARE(range.least, -7.5);
        QVERIFY(range.most < 1.0);
        QCOMPARE(range.pairs, std::size_t{60 * 59 / 2 - 1});
        QCOMPARE(range.missing, std::size_t{1});
        // Of 1,769 pairs one in a hundred lies beyond.
        QVERIFY2(range.beyond >= 16 && range.beyond <= 18, qPrintable(QString::number(range.beyond)));
        QVERIFY(range.high < 0.5);
    }

    void fitnessRangeFollowsTheValues()
    {
        const auto matrix = shared(makePanel(40));
        const PairColourRange range = pairColourRange(*matrix, PairQuantity::Fitness);
        std::vector<float> values;
        for (std::size_t i = 0; i < 40; ++i) {
            for (std::size_t j = i + 1; j < 40; ++j)
                values.push_back(matrix->fitness[i * 40 + j]);
        }
        std::sort(values.begin(), values.end());
        QCOMPARE(range.least, static_cast<double>(values.front()));
        QCOMPARE(range.most, static_cast<double>(values.back()));
        QVERIFY(range.low > range.least && range.low < values[20]);
        QVERIFY(range.high < range.most && range.high > values[values.size() - 20]);
        QVERIFY(std::abs(range.neutral - values[values.size() / 2]) < 0.01);
    }

    void rangeOfNothingAndOfEqualValuesIsUsable()
    {
        for (const float value : {0.0F, gap, 0.3F}) {
            PairPlanes planes = makePanel(5);
            for (std::vector<float> *plane : {&planes.interaction, &planes.fitness})
                std::fill(plane->begin(), plane->end(), value);
            const auto matrix = shared(planes);
            for (const PairQuantity quantity : {PairQuantity::Interaction, PairQuantity::Fitness}) {
                const PairColourRange range = pairColourRange(*matrix, quantity);
                QVERIFY(std::isfinite(range.low) && range.low < range.high);
                QCOMPARE(range.missing, std::isnan(value) ? std::size_t{10} : std::size_t{0});
            }
        }
        QVERIFY(pairColourRange(PairMatrix(), PairQuantity::Fitness).pairs == 0);
    }

    void namesAreSortedByTheNumbersInThem()
    {
        const std::vector<QString> names{"HXK10", "hxk2", "ADH1", "HXK1", "YAL001C"};
        QCOMPARE(alphabeticalOrder(names), (std::vector<std::size_t>{2, 3, 1, 0, 4}));
    }

    void tableIsInTheShownOrderAndReadsBackTheSame()
    {
        PairPlanes planes = makePanel(4);
        planes.genes[1] = QStringLiteral("odd,\"name\"");
        planes.setBoth(planes.fitness, 0, 2, gap);
        planes.setBoth(planes.fitness, 0, 3, 0.1F);
        const auto matrix = shared(planes);
        const QByteArray table = pairTable(*matrix, PairQuantity::Fitness, {3, 0, 1, 2}, ',');
        const QList<QByteArray> lines = table.split('\n');
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines[0], QByteArray("gene,RAD1,GLK1,\"odd,\"\"name\"\"\",VPS1"));
        const QList<QByteArray> row = lines[2].split(',');
        QCOMPARE(row[0], QByteArray("GLK1"));
        QCOMPARE(row[1], QByteArray("0.1"));
        QCOMPARE(row[4], QByteArray());
        QCOMPARE(row[2].toFloat(), matrix->fitness[0]);
        QCOMPARE(row[3].toFloat(), matrix->fitness[1]);
    }

    void placesFollowTheOrder()
    {
        const auto matrix = shared(makePanel(6));
        const std::vector<std::size_t> order{4, 2, 0, 5, 1, 3};
        const OrderedPairs pairs(matrix, PairQuantity::Epistasis, order, 0.0);
        for (std::size_t row = 0; row < 6; ++row) {
            QCOMPARE(pairs.place(pairs.gene(row)), row);
            for (std::size_t column = 0; column < 6; ++column) {
                if (row == column)
                    QVERIFY(std::isnan(pairs.value(row, column)));
                else
                    QCOMPARE(pairs.value(row, column), matrix->epistasis[order[row] * 6 + order[column]]);
            }
        }
        const OrderedPairs fitness(matrix, PairQuantity::Fitness, order, 0.8);
        QCOMPARE(fitness.value(1, 1), matrix->fitness[2 * 6 + 2]);
    }

    void blocksShowTheirMostExtremePair_data()
    {
        QTest::addColumn<int>("genes");
        QTest::addColumn<int>("step");
        QTest::newRow("one each") << 7 << 1;
        QTest::newRow("even") << 12 << 3;
        QTest::newRow("a rest at the end") << 17 << 4;
        QTest::newRow("larger than the panel") << 5 << 9;
    }

    void blocksShowTheirMostExtremePair()
    {
        QFETCH(int, genes);
        QFETCH(int, step);
        const auto n = static_cast<std::size_t>(genes);
        const auto s = static_cast<std::size_t>(step);
        PairPlanes planes = makePanel(n);
        planes.setBoth(planes.fitness, 0, n - 1, gap);
        const auto matrix = shared(planes);
        std::vector<std::size_t> order(n);
        std::iota(order.rbegin(), order.rend(), std::size_t{0});
        constexpr double kNeutral = 0.8;
        const OrderedPairs pairs(matrix, PairQuantity::Fitness, order, kNeutral);
        const std::size_t count = (n + s - 1) / s;
        const std::size_t first = count > 2 ? 1 : 0;
        const std::vector<float> blocks = pairs.blocks(s, {first, count}, {0, count});
        QCOMPARE(blocks.size(), (count - first) * count);
        for (std::size_t row = first; row < count; ++row) {
            for (std::size_t column = 0; column < count; ++column) {
                const float shown = blocks[(row - first) * count + column];
                const auto [r, c] = pairs.shownPair(s, row * s, column * s);
                QVERIFY(r / s == row && c / s == column);
                QVERIFY(pairs.value(r, c) == shown || (std::isnan(shown) && std::isnan(pairs.value(r, c))));
                for (std::size_t i = row * s; i < std::min(n, (row + 1) * s); ++i) {
                    for (std::size_t j = column * s; j < std::min(n, (column + 1) * s); ++j)
                        QVERIFY(!(std::abs(pairs.value(i, j) - static_cast<float>(kNeutral)) >
                                  std::abs(shown - static_cast<float>(kNeutral))));
                }
            }
        }
    }

    void blocksOfNothingShowNothing()
    {
        PairPlanes planes = makePanel(4);
        std::fill(planes.epistasis.begin(), planes.epistasis.end(), gap);
        planes.setBoth(planes.epistasis, 2, 3, 0.1F);
        const OrderedPairs pairs(shared(planes), PairQuantity::Epistasis, {0, 1, 2, 3}, 0.0);
        const std::vector<float> blocks = pairs.blocks(2, {0, 2}, {0, 2});
        QVERIFY(std::isnan(blocks[0]) && std::isnan(blocks[1]));
        QCOMPARE(blocks[3], 0.1F);
    }
};

QTEST_GUILESS_MAIN(TestPairMatrix)
#include "test_pair_matrix.moc"
