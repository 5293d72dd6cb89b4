#include "engine/plan/panel_selection.h"
#include "engine/plan/strains.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <random>
#include <set>

using namespace knockscape;

namespace
{

/// A cell of genes in a random network.
Cell randomCell(std::size_t genes, std::mt19937_64 &random)
{
    Cell cell;
    std::vector<Gene> made(genes);
    for (std::size_t i = 0; i < genes; ++i) {
        made[i].id = std::string("G").append(std::to_string(i));
    }
    cell.genes = GeneCatalogue(std::move(made));
    std::vector<GeneEdge> edges;
    for (std::size_t i = 0; i < 3 * genes; ++i) {
        const auto a = static_cast<GeneIndex>(random() % genes);
        const auto b = static_cast<GeneIndex>(random() % genes);
        edges.push_back({std::min(a, b), std::max(a, b), 1.0F});
    }
    cell.networks.emplace_back("physical", false, genes, std::move(edges));
    return cell;
}

double uniform(std::mt19937_64 &random)
{
    return static_cast<double>(random() >> 11U) * 0x1p-53;
}

/// Candidates of a random problem and what they cost.
struct Sample {
    Cell cell;
    GeneSimilarity similarity;
    std::vector<Genotype> genotypes;
    std::vector<CandidateWorth> worth;
    SelectionProblem problem;
    double weight = 0.0;

    PanelValue value() const { return PanelValue(worth, genotypes, similarity, 0.1, weight); }
};

Sample sampleOf(std::uint64_t seed, std::size_t candidates, double weight, bool triples)
{
    std::mt19937_64 random(seed);
    Sample sample;
    sample.cell = randomCell(8, random);
    sample.similarity = GeneSimilarity(sample.cell);
    sample.weight = weight;
    std::set<Genotype> drawn;
    while (drawn.size() < candidates) {
        std::vector<GeneIndex> genes;
        while (genes.size() < (triples && random() % 3 == 0 ? 3U : 2U)) {
            genes.push_back(static_cast<GeneIndex>(random() % 8));
        }
        Genotype genotype(genes);
        if (genotype.size() >= 2) {
            drawn.insert(genotype);
        }
    }
    std::map<Genotype, std::uint32_t> numbers;
    for (const Genotype &genotype : drawn) {
        sample.genotypes.push_back(genotype);
        sample.worth.push_back({uniform(random), 0.05 + 0.2 * uniform(random)});
        SelectionItem item;
        item.genes.assign(genotype.genes().begin(), genotype.genes().end());
        for (const Genotype &strain : strainsOf(genotype)) {
            // Some singles are there.
            if (strain.size() > 1 || strain.genes()[0] % 3 != 0) {
                item.strains.push_back(
                    numbers.emplace(strain, static_cast<std::uint32_t>(numbers.size())).first->second);
            }
        }
        sample.problem.items.push_back(item);
    }
    sample.problem.strains = numbers.size();
    sample.problem.budget = 3 + seed % 7;
    sample.problem.mostPerGene = seed % 3 == 0 ? 2 : 0;
    sample.problem.mostItems = seed % 4 == 0 ? 3 : 0;
    return sample;
}

/// F by its definition: ½ log det of a dense matrix, by Gaussian elimination.
double slowValue(const Sample &sample, const std::vector<std::size_t> &items)
{
    double sum = 0.0;
    std::vector<std::vector<double>> matrix(items.size(), std::vector<double>(items.size()));
    for (std::size_t i = 0; i < items.size(); ++i) {
        sum += sample.worth[items[i]].additive;
        for (std::size_t j = 0; j < items.size(); ++j) {
            const double covariance =
                sample.worth[items[i]].deviation * sample.worth[items[j]].deviation *
                sample.similarity.correlation(sample.genotypes[items[i]].genes(), sample.genotypes[items[j]].genes());
            matrix[i][j] = covariance / (0.1 * 0.1) + (i == j ? 1.0 : 0.0);
        }
    }
    for (std::size_t k = 0; k < items.size(); ++k) {
        sum += 0.5 * sample.weight * std::log(matrix[k][k]);
        for (std::size_t i = k + 1; i < items.size(); ++i) {
            const double factor = matrix[i][k] / matrix[k][k];
            for (std::size_t j = k; j < items.size(); ++j) {
                matrix[i][j] -= factor * matrix[k][j];
            }
        }
    }
    return sum;
}

bool feasible(const SelectionProblem &problem, const std::vector<std::size_t> &items)
{
    std::set<std::uint32_t> strains;
    std::map<GeneIndex, std::size_t> genes;
    for (const std::size_t item : items) {
        strains.insert(problem.items[item].strains.begin(), problem.items[item].strains.end());
        for (const GeneIndex gene : problem.items[item].genes) {
            if (++genes[gene] > problem.mostPerGene && problem.mostPerGene > 0) {
                return false;
            }
        }
    }
    return strains.size() <= problem.budget && (problem.mostItems == 0 || items.size() <= problem.mostItems);
}

/// Every subset.
double bruteForce(const Sample &sample)
{
    double best = 0.0;
    for (std::uint32_t subset = 0; subset < (1U << sample.genotypes.size()); ++subset) {
        std::vector<std::size_t> items;
        for (std::size_t i = 0; i < sample.genotypes.size(); ++i) {
            if ((subset >> i & 1U) != 0) {
                items.push_back(i);
            }
        }
        if (feasible(sample.problem, items)) {
            best = std::max(best, slowValue(sample, items));
        }
    }
    return best;
}

} // namespace

/// What is chosen, against every subset there is.
class TestPanelSelection : public QObject
{
    Q_OBJECT

private slots:
    void valueIsItsDefinition();
    void smallProblemsAreSolvedForCertain();
    void boundsHold();
    void sharedStrainsAreCountedOnce();
    void similarityIsAKernel();
};

void TestPanelSelection::valueIsItsDefinition()
{
    const Sample sample = sampleOf(1, 10, 0.7, true);
    PanelValue value = sample.value();
    std::vector<std::size_t> items;
    for (const std::size_t item : {3U, 0U, 7U, 5U}) {
        items.push_back(item);
        const double before = value.value();
        const double gain = value.gain(item);
        value.add(item);
        QVERIFY(std::abs(value.value() - slowValue(sample, items)) < 1e-9);
        QVERIFY(std::abs(value.value() - before - gain) < 1e-12);
    }
    value.removeLast();
    value.removeLast();
    value.add(9);
    QVERIFY(std::abs(value.value() - slowValue(sample, {3, 0, 9})) < 1e-9);
    QVERIFY(value.meanDeviation(true) < value.meanDeviation(false));
}

void TestPanelSelection::smallProblemsAreSolvedForCertain()
{
    for (std::uint64_t seed = 0; seed < 24; ++seed) {
        const Sample sample = sampleOf(seed, 11, seed % 2 == 0 ? 0.0 : 0.5, seed % 5 == 0);
        PanelValue value = sample.value();
        const Selection found = selectPanel(sample.problem, value);
        QVERIFY(found.proven);
        QVERIFY(feasible(sample.problem, found.items));
        QVERIFY2(std::abs(found.value - bruteForce(sample)) < 1e-9, qPrintable(QString::number(seed)));
        QVERIFY(std::abs(found.value - slowValue(sample, found.items)) < 1e-9);
    }
}

void TestPanelSelection::boundsHold()
{
    double worst = 1.0;
    for (std::uint64_t seed = 0; seed < 24; ++seed) {
        const Sample sample = sampleOf(100 + seed, 11, seed % 2 == 0 ? 0.0 : 0.5, seed % 5 == 0);
        PanelValue value = sample.value();
        const Selection found = selectGreedily(sample.problem, value);
        const double best = bruteForce(sample);
        QVERIFY(feasible(sample.problem, found.items));
        QVERIFY(found.value <= best + 1e-9);
        QVERIFY2(found.upperBound >= best - 1e-9, qPrintable(QString::number(seed)));
        QVERIFY(found.upperBound <= 5.0 * best);
        worst = std::min(worst, found.value / best);
    }
    QVERIFY(worst > 0.5);
}

void TestPanelSelection::sharedStrainsAreCountedOnce()
{
    // Three pairs of three genes: 3 singles and 3 pairs, not 9.
    Sample sample;
    for (const Genotype &genotype : {Genotype{0, 1}, Genotype{0, 2}, Genotype{1, 2}}) {
        sample.genotypes.push_back(genotype);
        sample.worth.push_back({1.0, 0.1});
    }
    sample.problem.items = {{{0, 1, 3}, {0, 1}}, {{0, 2, 4}, {0, 2}}, {{1, 2, 5}, {1, 2}}};
    sample.problem.strains = 6;
    sample.problem.budget = 6;
    PanelValue value = sample.value();
    const Selection all = selectPanel(sample.problem, value);
    QCOMPARE(all.items.size(), 3U);
    QCOMPARE(all.strains, 6U);
    sample.problem.budget = 5;
    PanelValue again = sample.value();
    QCOMPARE(selectPanel(sample.problem, again).items.size(), 2U);
}

void TestPanelSelection::similarityIsAKernel()
{
    std::mt19937_64 random(5);
    const Cell cell = randomCell(30, random);
    const GeneSimilarity similarity(cell);
    const Genotype pair{1, 2};
    QVERIFY(std::abs(similarity.correlation(pair.genes(), pair.genes()) - 1.0) < 1e-12);
    const Genotype triple{1, 2, 3};
    QCOMPARE(similarity.correlation(pair.genes(), triple.genes()), 0.0);
    // Cholesky of the correlations of many pairs goes through: positive semi-definite.
    std::vector<Genotype> pairs;
    for (GeneIndex a = 0; a < 12; ++a) {
        for (GeneIndex b = a + 1; b < 12; ++b) {
            pairs.push_back(Genotype{a, b});
        }
    }
    std::vector<CandidateWorth> worth(pairs.size(), {0.0, 1.0});
    PanelValue value(worth, pairs, similarity, 1e-3, 1.0);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        QVERIFY(value.gain(i) >= 0.0);
        value.add(i);
    }
    QVERIFY(std::isfinite(value.value()));
}

QTEST_GUILESS_MAIN(TestPanelSelection)
#include "test_panel_selection.moc"
