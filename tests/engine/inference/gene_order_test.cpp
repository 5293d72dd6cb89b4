// The order of genes in a heat map, held to its definitions written down slowly.
#include "engine/inference/gene_order.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <set>

using namespace knockscape;

namespace
{

constexpr float gap = std::numeric_limits<float>::quiet_NaN();

std::size_t at(std::size_t genes, std::size_t row, std::size_t column)
{
    return row * genes + column;
}

/// Symmetric noise around a few groups of genes that behave alike; `gaps`: the share of missing values.
std::vector<float> randomMatrix(std::size_t genes, unsigned seed, double gaps = 0.0)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> noise(0.0F, 0.05F);
    std::uniform_real_distribution<double> uniform(0.0, 1.0);
    std::vector<float> matrix(genes * genes);
    for (std::size_t i = 0; i < genes; ++i) {
        for (std::size_t j = i; j < genes; ++j) {
            const float group = i % 5 == j % 5 ? -0.2F : 0.02F * static_cast<float>((i % 5) * (j % 5));
            const float value = uniform(random) < gaps ? gap : group + noise(random);
            matrix[at(genes, i, j)] = matrix[at(genes, j, i)] = value;
        }
    }
    return matrix;
}

/// The distance of two rows, from its definition.
double slowDistance(const std::vector<float> &matrix, std::size_t genes, std::size_t i, std::size_t j,
                    ProfileDistance distance)
{
    std::vector<double> x;
    std::vector<double> y;
    for (std::size_t k = 0; k < genes; ++k) {
        if (k != i && k != j && !std::isnan(matrix[at(genes, i, k)]) && !std::isnan(matrix[at(genes, j, k)])) {
            x.push_back(matrix[at(genes, i, k)]);
            y.push_back(matrix[at(genes, j, k)]);
        }
    }
    const auto count = static_cast<double>(x.size());
    if (distance == ProfileDistance::Euclidean) {
        double squares = 0.0;
        for (std::size_t k = 0; k < x.size(); ++k)
            squares += (x[k] - y[k]) * (x[k] - y[k]);
        return std::sqrt(squares / count);
    }
    const double xMean = std::accumulate(x.begin(), x.end(), 0.0) / count;
    const double yMean = std::accumulate(y.begin(), y.end(), 0.0) / count;
    double xx = 0.0;
    double yy = 0.0;
    double xy = 0.0;
    for (std::size_t k = 0; k < x.size(); ++k) {
        xx += (x[k] - xMean) * (x[k] - xMean);
        yy += (y[k] - yMean) * (y[k] - yMean);
        xy += (x[k] - xMean) * (y[k] - yMean);
    }
    return 1.0 - xy / std::sqrt(xx * yy);
}

using Cluster = std::set<std::size_t>;

/// Average linkage as it is defined: of all pairs of clusters, those whose genes are nearest on average are joined.
std::vector<std::pair<double, Cluster>> slowLinkage(const std::vector<double> &distances, std::size_t genes)
{
    std::vector<Cluster> clusters;
    for (std::size_t gene = 0; gene < genes; ++gene)
        clusters.push_back({gene});
    std::vector<std::pair<double, Cluster>> merges;
    while (clusters.size() > 1) {
        double least = std::numeric_limits<double>::infinity();
        std::pair<std::size_t, std::size_t> nearest;
        for (std::size_t a = 0; a < clusters.size(); ++a) {
            for (std::size_t b = a + 1; b < clusters.size(); ++b) {
                double sum = 0.0;
                for (const std::size_t i : clusters[a]) {
                    for (const std::size_t j : clusters[b])
                        sum += distances[at(genes, i, j)];
                }
                const double mean = sum / static_cast<double>(clusters[a].size() * clusters[b].size());
                if (mean < least) {
                    least = mean;
                    nearest = {a, b};
                }
            }
        }
        clusters[nearest.first].merge(clusters[nearest.second]);
        merges.emplace_back(least, clusters[nearest.first]);
        clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(nearest.second));
    }
    return merges;
}

/// The genes of each merge's cluster; fails the test where a cluster is used twice or before it is made.
std::vector<Cluster> clustersOf(const std::vector<ClusterMerge> &merges, std::size_t genes)
{
    std::vector<Cluster> clusters;
    for (std::size_t gene = 0; gene < genes; ++gene)
        clusters.push_back({gene});
    for (const ClusterMerge &merge : merges) {
        if (merge.first >= merge.second || merge.second >= clusters.size())
            return {};
        Cluster both = clusters[merge.first];
        both.insert(clusters[merge.second].begin(), clusters[merge.second].end());
        if (both.size() != clusters[merge.first].size() + clusters[merge.second].size())
            return {};
        clusters.push_back(std::move(both));
    }
    return {clusters.begin() + static_cast<std::ptrdiff_t>(genes), clusters.end()};
}

double neighbourSum(const std::vector<std::size_t> &order, const std::vector<double> &distances, std::size_t genes)
{
    double sum = 0.0;
    for (std::size_t i = 1; i < order.size(); ++i)
        sum += distances[at(genes, order[i - 1], order[i])];
    return sum;
}

bool isPermutation(std::vector<std::size_t> order, std::size_t genes)
{
    std::sort(order.begin(), order.end());
    std::vector<std::size_t> all(genes);
    std::iota(all.begin(), all.end(), std::size_t{0});
    return order == all;
}

/// True where every cluster's genes are neighbours in the order.
bool keepsClusters(const std::vector<std::size_t> &order, const std::vector<Cluster> &clusters)
{
    std::vector<std::size_t> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        place[order[i]] = i;
    return std::all_of(clusters.begin(), clusters.end(), [&place](const Cluster &cluster) {
        std::size_t low = place.size();
        std::size_t high = 0;
        for (const std::size_t gene : cluster) {
            low = std::min(low, place[gene]);
            high = std::max(high, place[gene]);
        }
        return high - low + 1 == cluster.size();
    });
}

/// The least sum over all 2^(n−1) ways to turn the tree's clusters around.
double leastNeighbourSum(const std::vector<ClusterMerge> &merges, const std::vector<double> &distances,
                         std::size_t genes)
{
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t turns = 0; turns < std::size_t{1} << merges.size(); ++turns) {
        std::vector<std::vector<std::size_t>> orders;
        for (std::size_t gene = 0; gene < genes; ++gene)
            orders.push_back({gene});
        for (std::size_t i = 0; i < merges.size(); ++i) {
            const bool turned = (turns >> i & 1U) != 0;
            std::vector<std::size_t> joined = orders[turned ? merges[i].second : merges[i].first];
            const std::vector<std::size_t> &rest = orders[turned ? merges[i].first : merges[i].second];
            joined.insert(joined.end(), rest.begin(), rest.end());
            orders.push_back(std::move(joined));
        }
        least = std::min(least, neighbourSum(orders.back(), distances, genes));
    }
    return least;
}

std::vector<float> permuted(const std::vector<float> &matrix, const std::vector<std::size_t> &genes)
{
    std::vector<float> result(matrix.size());
    for (std::size_t i = 0; i < genes.size(); ++i) {
        for (std::size_t j = 0; j < genes.size(); ++j)
            result[at(genes.size(), i, j)] = matrix[at(genes.size(), genes[i], genes[j])];
    }
    return result;
}

} // namespace

class GeneOrderTest : public QObject
{
    Q_OBJECT

private slots:
    void distancesFollowTheirDefinition_data()
    {
        QTest::addColumn<int>("genes");
        QTest::addColumn<double>("gaps");
        QTest::addColumn<int>("kind");
        for (const int genes : {4, 5, 37, 64}) {
            for (const double gaps : {0.0, 0.02, 0.3}) {
                if (genes * (1.0 - gaps) < 4.0)
                    continue;
                for (const ProfileDistance kind : {ProfileDistance::Correlation, ProfileDistance::Euclidean}) {
                    QTest::addRow("%d genes, %g missing, kind %d", genes, gaps, static_cast<int>(kind))
                        << genes << gaps << static_cast<int>(kind);
                }
            }
        }
    }

    void distancesFollowTheirDefinition()
    {
        QFETCH(int, genes);
        QFETCH(double, gaps);
        QFETCH(int, kind);
        const auto n = static_cast<std::size_t>(genes);
        const auto distance = static_cast<ProfileDistance>(kind);
        const std::vector<float> matrix = randomMatrix(n, 3, gaps);
        const std::vector<double> distances = profileDistances(matrix, n, distance);
        QCOMPARE(distances.size(), n * n);
        for (std::size_t i = 0; i < n; ++i) {
            QCOMPARE(distances[at(n, i, i)], 0.0);
            for (std::size_t j = 0; j < n; ++j) {
                if (i == j)
                    continue;
                const double expected = slowDistance(matrix, n, i, j, distance);
                QVERIFY2(
                    std::abs(distances[at(n, i, j)] - expected) < 1e-9,
                    qPrintable(
                        QStringLiteral("%1 %2: %3, not %4").arg(i).arg(j).arg(distances[at(n, i, j)]).arg(expected)));
            }
        }
    }

    void diagonalDoesNotCount()
    {
        std::vector<float> matrix = randomMatrix(20, 11);
        const std::vector<double> before = profileDistances(matrix, 20, ProfileDistance::Correlation);
        for (std::size_t i = 0; i < 20; ++i)
            matrix[at(20, i, i)] = i % 2 == 0 ? gap : 1e6F;
        QCOMPARE(profileDistances(matrix, 20, ProfileDistance::Correlation), before);
    }

    void genesThatCannotBeComparedAreUnrelated()
    {
        constexpr std::size_t n = 12;
        std::vector<float> matrix = randomMatrix(n, 5);
        for (std::size_t k = 0; k < n; ++k) {
            matrix[at(n, 3, k)] = matrix[at(n, k, 3)] = gap;   // nothing known
            matrix[at(n, 7, k)] = matrix[at(n, k, 7)] = 0.25F; // always the same
        }
        const std::vector<double> correlations = profileDistances(matrix, n, ProfileDistance::Correlation);
        const std::vector<double> differences = profileDistances(matrix, n, ProfileDistance::Euclidean);
        const double largest = *std::max_element(differences.begin(), differences.end());
        for (std::size_t k = 0; k < n; ++k) {
            if (k != 3) {
                QCOMPARE(correlations[at(n, 3, k)], 1.0);
                QCOMPARE(differences[at(n, k, 3)], largest);
            }
            if (k != 7)
                QCOMPARE(correlations[at(n, k, 7)], 1.0);
        }
        // A constant profile still differs by something that can be told.
        QVERIFY(std::abs(differences[at(n, 7, 0)] - slowDistance(matrix, n, 7, 0, ProfileDistance::Euclidean)) < 1e-9);
        for (const ProfileDistance kind : {ProfileDistance::Correlation, ProfileDistance::Euclidean})
            QVERIFY(isPermutation(hierarchicalOrder(matrix, n, kind), n));
    }

    void equalProfilesAreAtZero()
    {
        constexpr std::size_t n = 9;
        std::vector<float> matrix = randomMatrix(n, 6);
        for (std::size_t k = 0; k < n; ++k) {
            if (k != 1 && k != 8)
                matrix[at(n, 8, k)] = matrix[at(n, k, 8)] = matrix[at(n, 1, k)];
        }
        QCOMPARE(profileDistances(matrix, n, ProfileDistance::Euclidean)[at(n, 1, 8)], 0.0);
        QVERIFY(std::abs(profileDistances(matrix, n, ProfileDistance::Correlation)[at(n, 1, 8)]) < 1e-12);
        const std::vector<std::size_t> order = hierarchicalOrder(matrix, n, ProfileDistance::Correlation);
        const auto one = std::find(order.begin(), order.end(), std::size_t{1}) - order.begin();
        const auto eight = std::find(order.begin(), order.end(), std::size_t{8}) - order.begin();
        QCOMPARE(std::abs(one - eight), 1);
    }

    void linkageIsTheSlowOne_data()
    {
        QTest::addColumn<int>("genes");
        QTest::addColumn<double>("gaps");
        for (const int genes : {2, 3, 7, 30, 61}) {
            QTest::addRow("%d genes", genes) << genes << 0.0;
            QTest::addRow("%d genes, some missing", genes) << genes << 0.2;
        }
    }

    void linkageIsTheSlowOne()
    {
        QFETCH(int, genes);
        QFETCH(double, gaps);
        const auto n = static_cast<std::size_t>(genes);
        for (unsigned seed = 1; seed <= 3; ++seed) {
            const std::vector<double> distances =
                profileDistances(randomMatrix(n, seed, gaps), n, ProfileDistance::Euclidean);
            const std::vector<ClusterMerge> merges = averageLinkage(distances, n);
            const auto expected = slowLinkage(distances, n);
            const std::vector<Cluster> clusters = clustersOf(merges, n);
            QCOMPARE(clusters.size(), expected.size());
            for (std::size_t i = 0; i < merges.size(); ++i) {
                QVERIFY(std::abs(merges[i].height - expected[i].first) < 1e-12);
                // Few genes share few values, and then distances may be equal: which goes first is open.
                if (n >= 7)
                    QVERIFY(clusters[i] == expected[i].second);
            }
        }
    }

    void orderIsTheBestOfAll()
    {
        for (unsigned seed = 1; seed <= 20; ++seed) {
            const std::size_t n = 2 + seed % 9;
            const std::vector<double> distances =
                profileDistances(randomMatrix(n, seed), n, ProfileDistance::Euclidean);
            const std::vector<ClusterMerge> merges = averageLinkage(distances, n);
            const std::vector<std::size_t> order = optimalLeafOrder(merges, distances, n);
            QVERIFY(isPermutation(order, n));
            QVERIFY(keepsClusters(order, clustersOf(merges, n)));
            QVERIFY(order.front() < order.back());
            QVERIFY(std::abs(neighbourSum(order, distances, n) - leastNeighbourSum(merges, distances, n)) < 1e-12);
        }
    }

    /// Long chains of single genes, where a tree is as deep as it can be, and large clusters that threads share.
    void orderKeepsLargeAndDeepTrees()
    {
        constexpr std::size_t n = 300;
        std::vector<double> line(n * n);
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j)
                line[at(n, i, j)] =
                    std::abs(std::pow(1.02, static_cast<double>(i)) - std::pow(1.02, static_cast<double>(j)));
        }
        const std::vector<ClusterMerge> chain = averageLinkage(line, n);
        std::vector<std::size_t> ascending(n);
        std::iota(ascending.begin(), ascending.end(), std::size_t{0});
        QCOMPARE(optimalLeafOrder(chain, line, n), ascending);

        const std::vector<double> distances = profileDistances(randomMatrix(n, 2), n, ProfileDistance::Correlation);
        const std::vector<ClusterMerge> merges = averageLinkage(distances, n);
        const std::vector<std::size_t> order = optimalLeafOrder(merges, distances, n);
        QVERIFY(isPermutation(order, n));
        QVERIFY(keepsClusters(order, clustersOf(merges, n)));
        // Genes of a group belong together: five groups have four borders.
        int borders = 0;
        for (std::size_t i = 1; i < n; ++i)
            borders += order[i - 1] % 5 != order[i] % 5 ? 1 : 0;
        QCOMPARE(borders, 4);
    }

    void permutingTheGenesPermutesTheOrder()
    {
        constexpr std::size_t n = 80;
        for (const double gaps : {0.0, 0.1}) {
            const std::vector<float> matrix = randomMatrix(n, 9, gaps);
            for (const ProfileDistance kind : {ProfileDistance::Correlation, ProfileDistance::Euclidean}) {
                std::vector<std::size_t> expected = hierarchicalOrder(matrix, n, kind);
                std::vector<std::size_t> shuffle(n);
                std::iota(shuffle.begin(), shuffle.end(), std::size_t{0});
                std::shuffle(shuffle.begin(), shuffle.end(), std::mt19937(4));
                std::vector<std::size_t> order = hierarchicalOrder(permuted(matrix, shuffle), n, kind);
                for (std::size_t &gene : order)
                    gene = shuffle[gene];
                if (order != expected)
                    std::reverse(order.begin(), order.end());
                QCOMPARE(order, expected);
            }
        }
    }

    void tiesAreDecidedTheSameEachTime()
    {
        // All equally far from each other: any tree is right, but it has to be a tree, of one height, and always that.
        for (const std::size_t n : {3U, 7U, 50U}) {
            std::vector<double> distances(n * n, 0.1);
            for (std::size_t i = 0; i < n; ++i)
                distances[at(n, i, i)] = 0.0;
            const std::vector<ClusterMerge> merges = averageLinkage(distances, n);
            QCOMPARE(clustersOf(merges, n).size(), n - 1);
            for (const ClusterMerge &merge : merges)
                QVERIFY(std::abs(merge.height - 0.1) < 1e-12);
            const std::vector<std::size_t> order = optimalLeafOrder(merges, distances, n);
            QVERIFY(isPermutation(order, n));
            QCOMPARE(optimalLeafOrder(averageLinkage(distances, n), distances, n), order);
            QCOMPARE(hierarchicalOrder(std::vector<float>(n * n, 0.0F), n, ProfileDistance::Correlation),
                     hierarchicalOrder(std::vector<float>(n * n, 0.0F), n, ProfileDistance::Correlation));
        }
    }

    void fewGenes()
    {
        for (const ProfileDistance kind : {ProfileDistance::Correlation, ProfileDistance::Euclidean}) {
            QVERIFY(hierarchicalOrder({}, 0, kind).empty());
            QCOMPARE(hierarchicalOrder(std::vector<float>{1.0F}, 1, kind), (std::vector<std::size_t>{0}));
            QCOMPARE(hierarchicalOrder(std::vector<float>{1.0F, gap, gap, 2.0F}, 2, kind),
                     (std::vector<std::size_t>{0, 1}));
            QVERIFY(isPermutation(hierarchicalOrder(randomMatrix(3, 1), 3, kind), 3));
            QVERIFY(isPermutation(hierarchicalOrder(std::vector<float>(16, gap), 4, kind), 4));
        }
    }

    void canBeCancelled()
    {
        const std::vector<float> matrix = randomMatrix(200, 1);
        JobControl before;
        before.cancel.cancel();
        QVERIFY_EXCEPTION_THROWN(hierarchicalOrder(matrix, 200, ProfileDistance::Correlation, before), Cancelled);
        // In the middle of each of its three parts.
        std::set<std::string> stages;
        JobControl watching;
        watching.progress = [&stages](const Progress &progress) { stages.insert(progress.stage); };
        hierarchicalOrder(matrix, 200, ProfileDistance::Correlation, watching);
        QCOMPARE(stages.size(), std::size_t{3});
        for (const std::string &stage : stages) {
            JobControl control;
            control.progress = [&](const Progress &progress) {
                if (progress.stage == stage)
                    control.cancel.cancel();
            };
            QVERIFY_EXCEPTION_THROWN(hierarchicalOrder(matrix, 200, ProfileDistance::Correlation, control), Cancelled);
        }
    }
};

QTEST_APPLESS_MAIN(GeneOrderTest)
#include "gene_order_test.moc"
