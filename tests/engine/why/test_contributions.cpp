// Contributions against the slow and obvious: sums over subsets, and every order of deletion.

#include "engine/why/contributions.h"
#include "engine/why/why.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

using namespace knockscape;

namespace
{

/// Numbers without any structure, the same for the same genes.
double noise(const Genotype &genotype, double seed)
{
    double value = seed;
    for (const GeneIndex gene : genotype.genes()) {
        value = std::sin(value * 12.9898 + static_cast<double>(gene) * 78.233) * 3.7;
    }
    return value;
}

std::vector<GenotypeValue> noisy(std::span<const Genotype> genotypes)
{
    std::vector<GenotypeValue> values;
    for (const Genotype &genotype : genotypes) {
        values.push_back({noise(genotype, 0.3), genotype.size() < 2 ? 0.0 : noise(genotype, 0.7)});
    }
    return values;
}

GenotypeValue valueOf(const Genotype &genotype)
{
    return noisy({&genotype, 1}).front();
}

bool isNear(double value, double expected)
{
    return std::abs(value - expected) < 1e-10;
}

Genotype genes(int count)
{
    std::vector<GeneIndex> result(static_cast<std::size_t>(count));
    std::iota(result.begin(), result.end(), 3);
    return Genotype(result);
}

} // namespace

class TestContributions : public QObject
{
    Q_OBJECT

private slots:
    /// The parts of all subsets of a set sum to what the set does.
    void subsetsSumToWhatTheyAre()
    {
        const Genotype genotype = genes(4);
        const Contributions found = contributionsOf(genotype, noisy);
        QCOMPARE(found.method, Contributions::Method::Subsets);
        QCOMPARE(found.subsets.size(), std::size_t{15});
        for (const SubsetContribution &set : found.subsets) {
            GenotypeValue sum{0.0, 0.0};
            for (const SubsetContribution &part : found.subsets) {
                const auto of = set.genes.genes();
                const auto in = part.genes.genes();
                if (std::includes(of.begin(), of.end(), in.begin(), in.end())) {
                    sum.fitness += part.value.fitness;
                    sum.interaction += part.value.interaction;
                }
            }
            QVERIFY(isNear(sum.fitness, valueOf(set.genes).fitness - valueOf({}).fitness));
            QVERIFY(isNear(sum.interaction, valueOf(set.genes).interaction));
        }
    }

    void sharesAreMeansOverAllOrders_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("one") << 1;
        QTest::newRow("pair") << 2;
        QTest::newRow("four") << 4;
        QTest::newRow("six") << 6;
    }

    void sharesAreMeansOverAllOrders()
    {
        QFETCH(int, count);
        const Genotype genotype = genes(count);
        const Contributions found = contributionsOf(genotype, noisy);
        std::vector<GeneIndex> order(genotype.genes().begin(), genotype.genes().end());
        std::map<GeneIndex, GenotypeValue> sums;
        for (const GeneIndex gene : order) {
            sums[gene] = {0.0, 0.0};
        }
        int orders = 0;
        do {
            Genotype before;
            for (const GeneIndex gene : order) {
                const Genotype after = before.with(gene);
                sums[gene].fitness += valueOf(after).fitness - valueOf(before).fitness;
                sums[gene].interaction += valueOf(after).interaction - valueOf(before).interaction;
                before = after;
            }
            ++orders;
        } while (std::next_permutation(order.begin(), order.end()));
        double whole = 0.0;
        for (const GeneContribution &gene : found.genes) {
            QVERIFY(isNear(gene.value.fitness, sums[gene.gene].fitness / orders));
            QVERIFY(isNear(gene.value.interaction, sums[gene.gene].interaction / orders));
            whole += gene.value.fitness;
        }
        QVERIFY(isNear(whole, found.whole.fitness));
        QCOMPARE(found.genes.size(), genotype.size());
    }

    /// Sampled ones are efficient exactly, and near the truth by the error they state: here it is known in closed form.
    void sampledSharesAreNearTheTruth()
    {
        const Genotype genotype = genes(14);
        const auto weight = [](GeneIndex gene) { return 0.01 * static_cast<double>(gene * gene % 7) - 0.02; };
        const GenotypeValueFunction squared = [&](std::span<const Genotype> genotypes) {
            std::vector<GenotypeValue> values;
            for (const Genotype &it : genotypes) {
                double sum = 0.0;
                for (const GeneIndex gene : it.genes()) {
                    sum += weight(gene);
                }
                values.push_back({1.0 + sum, sum * sum * sum});
            }
            return values;
        };
        const Contributions found = contributionsOf(genotype, squared, 5);
        QCOMPARE(found.method, Contributions::Method::Sampled);
        double sum = 0.0;
        for (const GeneContribution &gene : found.genes) {
            QVERIFY(isNear(gene.value.fitness, weight(gene.gene)));
            sum += gene.value.interaction;
        }
        QVERIFY(isNear(sum, found.whole.interaction));
        // Genes that do the same get the same, up to the stated error.
        for (const GeneContribution &left : found.genes) {
            for (const GeneContribution &right : found.genes) {
                if (weight(left.gene) == weight(right.gene)) {
                    const double error = std::hypot(left.error.interaction, right.error.interaction);
                    QVERIFY(std::abs(left.value.interaction - right.value.interaction) <= 5.0 * error + 1e-12);
                }
            }
        }
    }

    void anUnknownOrderIsUnknown()
    {
        const GenotypeValueFunction pairsAlone = [](std::span<const Genotype> genotypes) {
            std::vector<GenotypeValue> values = noisy(genotypes);
            for (std::size_t i = 0; i < values.size(); ++i) {
                if (genotypes[i].size() > 2) {
                    values[i].interaction = std::nan("");
                }
            }
            return values;
        };
        const Contributions found = contributionsOf(genes(3), pairsAlone);
        QVERIFY(std::isnan(found.whole.interaction));
        QVERIFY(!std::isnan(found.subsets[3].value.interaction));
        QVERIFY(std::isnan(found.subsets[6].value.interaction));
        QVERIFY(!std::isnan(found.whole.fitness));
    }

    void disagreementIsNamed()
    {
        using Kind = Disagreement::Kind;
        Prediction prediction;
        prediction.fitness = 0.8;
        MeasuredGenotype measured;
        measured.fitness = 0.4;
        SimulatedWord dead;
        dead.fitness = 0.0;
        dead.genesInModel = 1;
        const auto kinds = [&](const MeasuredGenotype *of, const std::optional<SimulatedWord> &word) {
            std::vector<Kind> result;
            for (const Disagreement &it : disagreements(prediction, {0.7, 0.9}, {}, of, word)) {
                result.push_back(it.kind);
            }
            return result;
        };
        QVERIFY((kinds(&measured, dead) == std::vector{Kind::MeasuredFitness, Kind::SimulatedDead}));
        measured.fitness = 0.75;
        QVERIFY((kinds(&measured, dead) == std::vector{Kind::SimulatedDead, Kind::MeasuredAlive}));
        dead.genesInModel = 0;
        QVERIFY(kinds(&measured, dead).empty());
        QVERIFY(kinds(nullptr, {}).empty());
    }
};

QTEST_APPLESS_MAIN(TestContributions)
#include "test_contributions.moc"
