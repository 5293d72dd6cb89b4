#include "engine/training/label_check.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace knockscape;

namespace
{

constexpr GeneIndex FirstPartner = 10;

/// Interactions of queries with partners: made-up numbers with as little in common as measured ones.
class Screen
{
public:
    explicit Screen(std::size_t partners) : partners_(partners) {}

    std::vector<double> noise(double spread)
    {
        std::vector<double> values(partners_);
        for (double &value : values) {
            value = spread * (static_cast<double>(random_()) / static_cast<double>(std::mt19937::max()) - 0.5);
        }
        return values;
    }

    /// Weighted sum of other queries' values, and what measuring it again adds.
    std::vector<double> sum(const std::vector<std::pair<double, std::vector<double>>> &parts, double spread)
    {
        std::vector<double> values = noise(spread);
        for (const auto &[weight, part] : parts) {
            for (std::size_t i = 0; i < values.size(); ++i) {
                values[i] += weight * part[i];
            }
        }
        return values;
    }

    /// Leaves out each `gap`-th partner, as screens miss some; 0 none.
    void add(const Genotype &query, const std::vector<double> &values, std::size_t gap = 0,
             const std::string &source = "screen")
    {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (gap == 0 || i % gap != 0) {
                Label label;
                label.genotype = query.with(FirstPartner + static_cast<GeneIndex>(i));
                label.interaction = values[i];
                label.source = source;
                labels.push_back(std::move(label));
            }
        }
    }

    std::vector<Label> labels;

private:
    std::size_t partners_;
    std::mt19937 random_{7};
};

Cell cellOf(std::size_t genes, FeatureMatrix features = {})
{
    std::vector<Gene> list(genes);
    for (std::size_t i = 0; i < genes; ++i) {
        list[i].id = std::string("G") += std::to_string(i);
    }
    Cell cell;
    cell.genes = GeneCatalogue(std::move(list));
    cell.features = std::move(features);
    return cell;
}

} // namespace

/// What makes held-out figures better than a prediction is.
class TestLabelCheck : public QObject
{
    Q_OBJECT

private slots:
    void aQueryThatIsASumOfOthersIsNamed()
    {
        Screen screen(90);
        const auto a = screen.noise(0.2);
        const auto b = screen.noise(0.2);
        const auto c = screen.noise(0.2);
        screen.add({0, 1}, a, 7);
        screen.add({0, 2}, b, 11);
        screen.add({3, 4}, c, 13);
        QVERIFY(dependentQueries(screen.labels).empty());

        screen.add({5, 6}, screen.sum({{0.4, a}, {0.3, b}, {-0.5, c}}, 0.01));
        const std::vector<DependentQuery> found = dependentQueries(screen.labels);
        // Each of the four is then a function of the other three; it is said once.
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].others.size(), std::size_t{3});
        QVERIFY(found[0].rSquared > 0.99);
        // Neither a multiple of 7 nor of 11 nor of 13, below 90.
        std::size_t shared = 0;
        for (int i = 0; i < 90; ++i) {
            shared += i % 7 != 0 && i % 11 != 0 && i % 13 != 0 ? 1 : 0;
        }
        QCOMPARE(found[0].partners, shared);

        const std::vector<Issue> issues = checkLabels(screen.labels, cellOf(200), "labels.tsv");
        QCOMPARE(issues.size(), std::size_t{1});
        QCOMPARE(issues[0].severity, Severity::Warning);
        QCOMPARE(issues[0].where, std::string("labels.tsv"));
        for (const char *text : {"screen", "G0;G1", "G0;G2", "G3;G4", "G5;G6", "R² 0.99"}) {
            QVERIFY2(issues[0].what.find(text) != std::string::npos, issues[0].what.c_str());
        }
        QVERIFY(!issues[0].remedy.empty());
    }

    void amongManyQueriesOfPairsItIsFound()
    {
        Screen screen(80);
        std::vector<std::vector<double>> rows;
        for (GeneIndex gene = 0; gene < 9; ++gene) {
            rows.push_back(screen.noise(0.3));
            screen.add({gene}, rows.back());
        }
        // Screens of genes with much in common: two thirds of the variance is shared.
        for (GeneIndex gene = 100; gene < 140; ++gene) {
            screen.add({gene}, screen.sum({{1.0, rows[static_cast<std::size_t>(gene) % 9]}}, 0.2));
        }
        QVERIFY(dependentQueries(screen.labels).empty());
        screen.add({200}, screen.sum({{0.5, rows[2]}, {0.5, rows[7]}}, 0.005));
        const std::vector<DependentQuery> found = dependentQueries(screen.labels);
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(found[0].others.size() == 2);
    }

    void whatIsLikeButNotEqualIsNot()
    {
        Screen screen(60);
        const auto a = screen.noise(0.2);
        screen.add({0}, a);
        screen.add({1}, screen.sum({{1.0, a}}, 0.05)); // R² 0.94
        QVERIFY(dependentQueries(screen.labels).empty());
        screen.add({2}, a);
        QCOMPARE(dependentQueries(screen.labels).size(), std::size_t{1});
    }

    void sourcesAndSimulationsStandAlone()
    {
        Screen screen(60);
        const auto a = screen.noise(0.2);
        screen.add({0}, a, 0, "one");
        screen.add({1}, a, 0, "other");
        screen.add({2}, a, 0, "simulated");
        screen.add({3}, a, 0, "simulated");
        QVERIFY(dependentQueries(screen.labels).empty());
        // Too few partners, and none whose values differ.
        Screen few(29);
        few.add({0}, few.noise(0.2));
        few.add({1}, few.noise(0.2));
        few.add({2}, std::vector<double>(29, 0.0));
        QVERIFY(dependentQueries(few.labels).empty());
        Screen flat(60);
        flat.add({0}, std::vector<double>(60, 0.1));
        flat.add({1}, std::vector<double>(60, 0.1));
        QVERIFY(dependentQueries(flat.labels).empty());
    }

    void canBeCancelled()
    {
        Screen screen(60);
        screen.add({0}, screen.noise(0.2));
        JobControl control;
        control.cancel.cancel();
        QVERIFY_EXCEPTION_THROWN(dependentQueries(screen.labels, control), Cancelled);
    }

    void repeatedRowsAreCounted()
    {
        std::vector<Label> labels;
        const auto add = [&](const Genotype &genotype, double fitness, const char *source) {
            Label label;
            label.genotype = genotype;
            label.fitness = fitness;
            label.source = source;
            labels.push_back(label);
        };
        add({1}, 0.5, "a");
        add({1}, 0.5, "b");
        add({2}, 0.5, "a");
        QVERIFY(repeatedRows(labels).empty());
        add({1}, 0.7, "a");
        std::vector<RepeatedRows> found = repeatedRows(labels);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].source, std::string("a"));
        QCOMPARE(found[0].genotypes, std::size_t{1});
        QCOMPARE(found[0].rows, std::size_t{2});
        QCOMPARE(found[0].copies, std::size_t{0});
        QCOMPARE(checkLabels(labels, cellOf(5), "x").at(0).severity, Severity::Note);
        add({1}, 0.5, "a");
        add({2}, 0.5, "a");
        found = repeatedRows(labels);
        QCOMPARE(found[0].genotypes, std::size_t{2});
        QCOMPARE(found[0].rows, std::size_t{5});
        QCOMPARE(found[0].copies, std::size_t{2});
        QCOMPARE(found[0].first, Genotype{1});
        const Issue issue = checkLabels(labels, cellOf(5), "x").at(0);
        QCOMPARE(issue.severity, Severity::Warning);
        QVERIFY2(issue.what.find("2 rows are copies") != std::string::npos, issue.what.c_str());
        // A row without weight is not trained on.
        labels.back().weight = 0.0;
        QCOMPARE(repeatedRows(labels)[0].genotypes, std::size_t{1});
    }

    void featuresThatTellLabelsAreNamed_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("spread");
        QTest::addColumn<bool>("told");
        QTest::newRow("a line") << 1 << 0 << 0.0 << true;
        QTest::newRow("a curve") << 1 << 1 << 0.0 << true;
        QTest::newRow("sum of two") << 2 << 0 << 0.0 << true;
        QTest::newRow("product of two") << 2 << 2 << 0.0 << true;
        QTest::newRow("with noise") << 1 << 0 << 1.0 << false;
    }

    void featuresThatTellLabelsAreNamed()
    {
        QFETCH(int, order);
        QFETCH(int, kind);
        QFETCH(double, spread);
        QFETCH(bool, told);
        constexpr std::size_t Genes = 120;
        std::mt19937 random(3);
        const auto number = [&] { return static_cast<double>(random()) / static_cast<double>(std::mt19937::max()); };
        FeatureMatrix features{3, std::vector<float>(Genes * 3)};
        for (float &value : features.values) {
            value = static_cast<float>(0.2 + number());
        }
        const auto feature = [&](std::size_t gene) { return static_cast<double>(features.values[gene * 3 + 1]); };
        std::vector<Label> labels;
        for (std::size_t gene = 0; gene < Genes; ++gene) {
            const std::size_t other = (gene + 17) % Genes;
            Label label;
            double value = feature(gene);
            label.genotype = {static_cast<GeneIndex>(gene)};
            if (order == 2) {
                label.genotype = label.genotype.with(static_cast<GeneIndex>(other));
                value = kind == 2 ? value * feature(other) : value + feature(other);
            }
            label.fitness = (kind == 1 ? std::exp(6.0 * value) : 1.0 - 0.3 * value) + spread * number();
            label.source = "screen";
            labels.push_back(label);
        }
        // Genes that were not measured, as importers write them, hide nothing.
        for (std::size_t gene = 0; gene < Genes; gene += 10) {
            features.values[gene * 3 + 1] = gene % 20 == 0 ? 0.0F : std::nanf("");
        }
        const std::vector<TellingFeature> found = tellingFeatures(labels, features);
        QCOMPARE(found.size(), std::size_t{told ? 1U : 0U});
        const std::vector<Issue> issues = checkLabels(labels, cellOf(Genes, features), "labels.tsv");
        QCOMPARE(issues.size(), found.size());
        if (told) {
            QCOMPARE(found[0].column, std::size_t{1});
            QCOMPARE(found[0].order, static_cast<std::size_t>(order));
            QVERIFY(found[0].rows >= Genes * 7 / 10);
            QVERIFY2(issues[0].what.find("column 2") != std::string::npos, issues[0].what.c_str());
        }
        QVERIFY(tellingFeatures(labels, {}).empty());
    }
};

QTEST_APPLESS_MAIN(TestLabelCheck)
#include "test_label_check.moc"
