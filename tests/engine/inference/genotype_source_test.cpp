#include "engine/core/issue.h"
#include "engine/inference/genotype_source.h"

#include <QtTest>

#include <set>

using namespace knockscape;

/// Genotypes enumerated by index: all of them, each once, in order, without being stored.
class GenotypeSourceTest : public QObject
{
    Q_OBJECT

private slots:
    void combinationsAreAllSubsetsInOrder_data()
    {
        QTest::addColumn<int>("genes");
        QTest::addColumn<int>("order");
        for (const int genes : {1, 2, 5, 9}) {
            for (int order = 1; order <= genes; ++order) {
                QTest::newRow(qPrintable(QString("%1 of %2").arg(order).arg(genes))) << genes << order;
            }
        }
    }

    void combinationsAreAllSubsetsInOrder()
    {
        QFETCH(int, genes);
        QFETCH(int, order);
        std::vector<GeneIndex> panel;
        for (int i = 0; i < genes; ++i) {
            panel.push_back(7 * (genes - i)); // descending, with gaps
        }
        const Combinations source(panel, order);
        std::vector<Genotype> expected;
        for (unsigned subset = 0; subset < (1U << static_cast<unsigned>(genes)); ++subset) {
            std::vector<GeneIndex> members;
            for (int i = 0; i < genes; ++i) {
                if (((subset >> static_cast<unsigned>(i)) & 1U) != 0) {
                    members.push_back(panel[static_cast<std::size_t>(i)]);
                }
            }
            if (members.size() == static_cast<std::size_t>(order)) {
                expected.emplace_back(members);
            }
        }
        std::sort(expected.begin(), expected.end());
        QCOMPARE(source.count(), expected.size());
        for (std::uint64_t index = 0; index < source.count(); ++index) {
            QVERIFY(source.genotype(index) == expected[index]);
            QCOMPARE(source.indexOf(source.positionsOf(index)), index);
        }
    }

    void prefixesFollowEachOther()
    {
        const Combinations source(allGenes(8), 4);
        std::vector<std::size_t> positions = source.positionsOf(0);
        std::uint64_t index = 0;
        do {
            QCOMPARE(source.indexOf(positions), index);
            index += 8 - positions.back(); // the last gene takes every place behind
        } while (source.nextPrefix(positions));
        QCOMPARE(index, source.count());
    }

    void countsOfGenomeScreens()
    {
        QCOMPARE(Combinations(allGenes(6604), 2).count(), std::uint64_t{21803106});
        QCOMPARE(Combinations(allGenes(6604), 1).count(), std::uint64_t{6604});
        QCOMPARE(Combinations(allGenes(932), 3).count(), std::uint64_t{134492260});
        // The last of very many.
        const Combinations triples(allGenes(6604), 3);
        QVERIFY(triples.genotype(triples.count() - 1) == (Genotype{6601, 6602, 6603}));
        QVERIFY(triples.genotype(0) == (Genotype{0, 1, 2}));
    }

    void fixedGenesAreInEveryGenotypeOnce()
    {
        const Combinations source(allGenes(6), 1, {4, 1, 4});
        QCOMPARE(source.count(), std::uint64_t{4});
        std::set<Genotype> seen;
        for (std::uint64_t index = 0; index < source.count(); ++index) {
            const Genotype genotype = source.genotype(index);
            QCOMPARE(genotype.size(), std::size_t{3});
            QVERIFY(genotype.contains(1) && genotype.contains(4));
            seen.insert(genotype);
        }
        QCOMPARE(seen.size(), std::size_t{4});
        QCOMPARE(source.largestSize(), std::size_t{3});
    }

    void refusesWhatCannotBeEnumerated()
    {
        QVERIFY_EXCEPTION_THROWN(Combinations(allGenes(5), 0), InputError);
        QVERIFY_EXCEPTION_THROWN(Combinations(allGenes(5), 6), InputError);
        QVERIFY_EXCEPTION_THROWN(Combinations({}, 1), InputError);
        QVERIFY_EXCEPTION_THROWN(Combinations({3, 3}, 2), InputError);
        QVERIFY_EXCEPTION_THROWN(Combinations({3}, 1, {3}), InputError);
        QVERIFY_EXCEPTION_THROWN(Combinations(allGenes(6604), 7), InputError);
    }

    void fingerprintsTellSourcesApart()
    {
        const std::vector<std::string> prints{Combinations(allGenes(5), 2).fingerprint(),
                                              Combinations(allGenes(5), 3).fingerprint(),
                                              Combinations(allGenes(6), 2).fingerprint(),
                                              Combinations(allGenes(5), 2, {5}).fingerprint(),
                                              GenotypeList({Genotype{1, 2}}).fingerprint(),
                                              GenotypeList({Genotype{1}, Genotype{2}}).fingerprint(),
                                              GenotypeList({}).fingerprint()};
        QCOMPARE(std::set<std::string>(prints.begin(), prints.end()).size(), prints.size());
        QCOMPARE(Combinations({2, 0, 1, 2}, 2).fingerprint(), Combinations(allGenes(3), 2).fingerprint());
    }

    void shardsCoverEverythingOnce()
    {
        for (const std::uint64_t total : {0U, 1U, 6U, 7U, 1000U}) {
            for (const std::uint64_t shards : {1U, 2U, 3U, 7U}) {
                std::uint64_t next = 0;
                for (std::uint64_t shard = 1; shard <= shards; ++shard) {
                    const IndexRange range = shardRange(total, shard, shards);
                    QCOMPARE(range.first, next);
                    QVERIFY(range.count - total / shards <= 1);
                    next = range.end();
                }
                QCOMPARE(next, total);
            }
        }
        const std::uint64_t huge = ~std::uint64_t{0} / 2;
        QCOMPARE(shardRange(huge, 1000, 1000).end(), huge);
        QVERIFY_EXCEPTION_THROWN(shardRange(10, 0, 3), InputError);
        QVERIFY_EXCEPTION_THROWN(shardRange(10, 4, 3), InputError);
        QVERIFY_EXCEPTION_THROWN(shardRange(10, 1, 0), InputError);
    }
};

QTEST_GUILESS_MAIN(GenotypeSourceTest)
#include "genotype_source_test.moc"
