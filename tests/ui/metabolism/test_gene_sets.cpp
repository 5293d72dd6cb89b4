#include "ui/metabolism/gene_sets.h"

#include <QTest>

using namespace knockscape;
using namespace knockscape::ui;

namespace
{

Reaction withIsozymes(std::vector<std::vector<GeneIndex>> isozymes)
{
    Reaction reaction;
    reaction.isozymes = std::move(isozymes);
    return reaction;
}

} // namespace

class TestGeneSets : public QObject
{
    Q_OBJECT

private slots:
    void oneOfAComplexIsEnough()
    {
        const Reaction complex = withIsozymes({{1, 2}});
        QCOMPARE(blockingSets(complex, {}, 9), (std::vector<Genotype>{Genotype{1}, Genotype{2}}));
    }

    void everyIsozymeMustGo()
    {
        // (1 and 2) or 3 or (1 and 4): 1 breaks two of them.
        const Reaction reaction = withIsozymes({{1, 2}, {3}, {1, 4}});
        const std::vector<Genotype> sets = blockingSets(reaction, {}, 9);
        QCOMPARE(sets, (std::vector<Genotype>{Genotype{1, 3}, Genotype{2, 3, 4}}));
        for (const Genotype &set : sets) {
            QVERIFY(reaction.blockedBy(set));
            for (const GeneIndex gene : set.genes())
                QVERIFY(!reaction.blockedBy(set.without(gene)));
        }
        QCOMPARE(blockingSets(reaction, Genotype{3}, 9), (std::vector<Genotype>{Genotype{1}, Genotype{2, 4}}));
    }

    void whatCannotBeSwitchedOffHasNoSets()
    {
        QVERIFY(blockingSets(withIsozymes({}), {}, 9).empty());
        QVERIFY(blockingSets(withIsozymes({{1}, {-1}}), {}, 9).empty());
        QVERIFY(blockingSets(withIsozymes({{1}}), Genotype{1}, 9).empty());
        QVERIFY(restoringSets(withIsozymes({{1}}), {}, 9).empty());
    }

    void oneIsozymeIsEnoughToBringItBack()
    {
        const Reaction reaction = withIsozymes({{1, 2}, {3}});
        QCOMPARE(restoringSets(reaction, Genotype{1, 2, 3}, 9), (std::vector<Genotype>{Genotype{3}, Genotype{1, 2}}));
        QCOMPARE(restoringSets(reaction, Genotype{2, 3}, 9), (std::vector<Genotype>{Genotype{2}, Genotype{3}}));
    }

    void dozensOfIsozymesAreAnsweredInTime()
    {
        std::vector<std::vector<GeneIndex>> isozymes;
        for (GeneIndex i = 0; i < 40; ++i)
            isozymes.push_back({3 * i, 3 * i + 1, 3 * i + 2});
        const std::vector<Genotype> sets = blockingSets(withIsozymes(std::move(isozymes)), {}, 9);
        QCOMPARE(sets.size(), std::size_t{9});
        QCOMPARE(sets.front().size(), std::size_t{40});
    }
};

QTEST_MAIN(TestGeneSets)
#include "test_gene_sets.moc"
