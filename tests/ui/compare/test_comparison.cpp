#include "ui/compare/comparison.h"
#include "ui/session/measured_labels.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace knockscape;
using namespace knockscape::ui;

namespace
{

Label label(Genotype genotype, double fitness, const std::string &source = {}, Split split = Split::Unassigned)
{
    Label row;
    row.genotype = std::move(genotype);
    row.fitness = fitness;
    row.source = source;
    row.split = split;
    return row;
}

Prediction predicted(double fitness, double interaction)
{
    Prediction prediction;
    prediction.fitness = fitness;
    prediction.interaction = interaction;
    return prediction;
}

/// Twenty singles and ten pairs, fitness by a rule that no baseline but the multiplicative one can know.
LabelTable someLabels()
{
    LabelTable table;
    table.sha256 = "abc";
    for (int gene = 0; gene < 20; ++gene) {
        table.labels.push_back(label(Genotype{gene}, 1.0 - 0.03 * gene, "one"));
    }
    for (int gene = 0; gene < 10; ++gene) {
        table.labels.push_back(
            label(Genotype{gene, gene + 10}, (1.0 - 0.03 * gene) * (1.0 - 0.03 * (gene + 10)), "two"));
    }
    return table;
}

ModelSummary trainedOn(const std::string &sha256, const std::string &options)
{
    ModelSummary model;
    model.training.labelsSha256 = sha256;
    model.training.optionsJson = options;
    return model;
}

const std::string recorded = R"({"validation_fraction":0.2,"test_fraction":0.1,"split_seed":7})";

std::size_t count(const std::vector<Split> &splits, Split split)
{
    return static_cast<std::size_t>(std::count(splits.begin(), splits.end(), split));
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private slots:
    void countsWhatIsThere()
    {
        const LabelCounts counts = countLabels(someLabels().labels);
        QCOMPARE(counts.rows, 30);
        QCOMPARE(counts.genotypes, 30);
        QCOMPARE(counts.genes, 20);
        QCOMPARE(counts.rowsPerOrder.at(1), 20);
        QCOMPARE(counts.rowsPerOrder.at(2), 10);
        QCOMPARE(counts.rowsPerSource.at("two"), 10);
        QCOMPARE(counts.fitnessRows, 30);
        QCOMPARE(counts.interactionRows, 0);
        QCOMPARE(counts.fitnessRange.high, 1.0);
        QVERIFY(std::isnan(counts.interactionRange.low));
    }

    void findsAGenotypeWithTheMeanOfItsRows()
    {
        LabelTable table = someLabels();
        table.labels.push_back(label(Genotype{3}, 0.5, "three"));
        const MeasuredLabels labels({"a.tsv", "b.tsv"}, table);
        QCOMPARE(labels.title(), QStringLiteral("a.tsv and 1 more"));
        const auto found = labels.find(Genotype{3});
        QVERIFY(found);
        QCOMPARE(found->rows, std::size_t{2});
        QCOMPARE(found->fitness, (0.91 + 0.5) / 2.0);
        QCOMPARE(found->sources, QStringLiteral("one, three"));
        QVERIFY(!labels.find(Genotype{3, 4}));
        QVERIFY(!labels.find(Genotype{}));
        // ε follows from the fitness of the pair and its parts: 0 here.
        const auto pair = labels.find(Genotype{1, 11});
        QVERIFY(pair && std::abs(pair->interaction) < 1e-12);
        QCOMPARE(labels.derivedInteractions(), std::size_t{10});
    }

    void pValuesOfSeveralRowsAreAveragedByTheirLogarithms()
    {
        LabelTable table = someLabels();
        QVERIFY(!MeasuredLabels({}, table).hasPValues());
        for (const double p : {1e-4, 1e-2, std::numeric_limits<double>::quiet_NaN()}) {
            table.labels.push_back(label(Genotype{3, 4}, 0.8, "sga"));
            table.labels.back().pValue = p;
        }
        table.labels.push_back(label(Genotype{5, 6}, 0.8, "sga"));
        table.labels.back().pValue = 0.0;
        const MeasuredLabels labels({}, table);
        QVERIFY(labels.hasPValues());
        QVERIFY(std::abs(labels.find(Genotype{3, 4})->pValue / 1e-3 - 1.0) < 1e-9);
        QVERIFY(labels.find(Genotype{5, 6})->pValue < 1e-300);
        QVERIFY(std::isnan(labels.find(Genotype{3})->pValue));
    }

    void aModelTrainedOnTheseLabelsTellsWhichRowsItSaw()
    {
        const LabelTable table = someLabels();
        const std::vector<Split> splits = recordedSplits(table, std::vector{trainedOn("abc", recorded)});
        QCOMPARE(count(splits, Split::Validation), std::size_t{6});
        QCOMPARE(count(splits, Split::Test), std::size_t{3});
        QCOMPARE(count(splits, Split::Train), std::size_t{21});
    }

    void aModelTrainedOnOthersSawNone()
    {
        const std::vector<Split> splits = recordedSplits(someLabels(), std::vector{trainedOn("def", recorded)});
        QCOMPARE(count(splits, Split::Unassigned), std::size_t{30});
    }

    void aModelThatDoesNotSayHowSawAll()
    {
        const std::vector<Split> splits = recordedSplits(someLabels(), std::vector{trainedOn("abc", "")});
        QCOMPARE(count(splits, Split::Train), std::size_t{30});
        // Training keeps the splits that rows name.
        LabelTable named = someLabels();
        named.labels[4].split = Split::Test;
        const std::vector<Split> kept = recordedSplits(named, std::vector{trainedOn("abc", "")});
        QCOMPARE(kept[4], Split::Test);
        QCOMPARE(count(kept, Split::Train), std::size_t{29});
    }

    void ofAnEnsembleTheStrictestUseCounts()
    {
        const LabelTable table = someLabels();
        const auto one = trainedOn("abc", recorded);
        const auto two = trainedOn("abc", R"({"validation_fraction":0.2,"test_fraction":0.1,"split_seed":8})");
        const std::vector<Split> a = recordedSplits(table, std::vector{one});
        const std::vector<Split> b = recordedSplits(table, std::vector{two});
        const std::vector<Split> both = recordedSplits(table, std::vector{one, two});
        for (std::size_t i = 0; i < both.size(); ++i) {
            QCOMPARE(both[i] == Split::Train, a[i] == Split::Train || b[i] == Split::Train);
        }
        QVERIFY(count(both, Split::Train) > count(a, Split::Train));
    }

    void rowsThatTrainingLeavesOutAreUnassigned()
    {
        LabelTable table = someLabels();
        table.labels.push_back(label(Genotype{}, 1.0));
        table.labels.push_back(label(Genotype{5, 6}, 0.5));
        table.labels.back().weight = 0.0;
        const std::vector<Split> splits = recordedSplits(table, std::vector{trainedOn("abc", recorded)});
        QCOMPARE(splits[30], Split::Unassigned);
        QCOMPARE(splits[31], Split::Unassigned);
        QCOMPARE(count(splits, Split::Test), std::size_t{3});
    }

    void comparesOnHeldOutRowsBesideBaselinesFromTheOthers()
    {
        const auto measured =
            std::make_shared<const MeasuredLabels>(std::vector<std::filesystem::path>{}, someLabels());
        std::vector<Prediction> predictions;
        for (const Label &row : measured->rows()) {
            predictions.push_back(predicted(row.fitness + 0.1, 0.0));
        }
        const std::vector<double> singles(20, 1.0);
        const Comparison made = compare(measured, std::vector{trainedOn("abc", recorded)}, predictions, singles);
        QVERIFY(made.anyTrained && made.baselinesFromTraining);
        QCOMPARE(made.heldOut, Split::Test);
        const RowChoice heldOut{Phenotype::Fitness, 0, std::nullopt, RowUse::HeldOut};
        QCOMPARE(chosenRows(made, heldOut).size(), std::size_t{3});
        QCOMPARE(chosenRows(made, {Phenotype::Fitness, 0, std::nullopt, RowUse::Trained}).size(), std::size_t{21});
        const RowChoice pairs{Phenotype::Fitness, 2, "two", RowUse::All};
        const std::vector<std::uint32_t> rows = chosenRows(made, pairs);
        QCOMPARE(rows.size(), std::size_t{10});
        QVERIFY(chosenRows(made, {Phenotype::Fitness, 1, "two", RowUse::All}).empty());
        const AgreementReport report = measureAgreement(made, rows, Phenotype::Fitness);
        const std::vector<PredictorAgreement> &agreements = report.predictors;
        QCOMPARE(agreements.front().name, std::string("model"));
        QCOMPARE(agreements.front().agreement.count, std::size_t{10});
        QVERIFY(agreements.front().agreement.pearson > 0.999);
        QVERIFY(std::abs(agreements.front().agreement.mse - 0.01) < 1e-9);
        QVERIFY(agreements.front().pearsonInterval.first > 0.99);
        QVERIFY(agreements.front().spearmanInterval.first > 0.9);
        // Every residual is 0.1: their mean square has no spread.
        QVERIFY(std::abs(agreements.front().mseInterval.first - 0.01) < 1e-9);
        QVERIFY(std::abs(agreements.front().mseInterval.second - 0.01) < 1e-9);
        QVERIFY(agreements.size() >= 4);
        QVERIFY(report.sameAsModel.empty());
        // A model that says of these rows what a baseline says: that baseline is named, and has no figures.
        Comparison twin = made;
        twin.byName["model"] = twin.byName.at("multiplicative");
        const AgreementReport same = measureAgreement(twin, rows, Phenotype::Fitness);
        QCOMPARE(same.sameAsModel, std::vector<std::string>{"multiplicative"});
        QVERIFY(std::none_of(same.predictors.begin(), same.predictors.end(),
                             [](const PredictorAgreement &entry) { return entry.name == "multiplicative"; }));
    }

    /// Against slow references: sorting and counting by hand, and the normal equations.
    void coverageSlopeAndHitsAreThoseOfTheRows()
    {
        LabelTable table;
        table.sha256 = "abc";
        for (int i = 0; i < 120; ++i) {
            Label row = label(Genotype{i, i + 120}, 1.0, "two", i < 60 ? Split::Test : Split::Train);
            row.interaction = 0.01 * ((i * 37) % 41) - 0.25;
            table.labels.push_back(row);
        }
        const auto measured = std::make_shared<const MeasuredLabels>(std::vector<std::filesystem::path>{}, table);
        std::vector<Prediction> predictions;
        for (int i = 0; i < 120; ++i) {
            const double error = 0.02 * ((i * 29) % 11 - 5);
            predictions.push_back(predicted(1.0, measured->rows()[static_cast<std::size_t>(i)].interaction + error));
            predictions.back().support = 40;
        }
        ModelSummary model = trainedOn("abc", "");
        model.training.intervals.rows = "other";
        model.training.intervals.interaction.bins = {{2, 0, -1, 100, -0.05, 0.03}};
        const std::vector<double> singles(240, 1.0);
        const Comparison made = compare(measured, std::vector{model}, predictions, singles);
        const std::vector<std::uint32_t> rows =
            chosenRows(made, {Phenotype::Interaction, 2, std::nullopt, RowUse::HeldOut});
        QCOMPARE(rows.size(), std::size_t{60});
        const AgreementReport report = measureAgreement(made, rows, Phenotype::Interaction);

        std::vector<std::pair<double, double>> pairs;
        std::int64_t inside = 0;
        for (const std::uint32_t row : rows) {
            pairs.emplace_back(made.predictedValue(row, Phenotype::Interaction),
                               made.measuredValue(row, Phenotype::Interaction));
            const double residual = pairs.back().second - pairs.back().first;
            inside += residual >= -0.05 && residual <= 0.03 ? 1 : 0;
        }
        QVERIFY(inside > 10 && inside < 55);
        QCOMPARE(report.coverage.count, 60);
        QCOMPARE(report.coverage.share, static_cast<double>(inside) / 60.0);
        QVERIFY(std::abs(report.coverage.width - 0.08) < 1e-12);
        QVERIFY(report.noIntervals.empty());

        double x = 0.0;
        double y = 0.0;
        double xx = 0.0;
        double xy = 0.0;
        std::int64_t hits = 0;
        for (const auto &[prediction, value] : pairs) {
            x += prediction;
            y += value;
            xx += prediction * prediction;
            xy += prediction * value;
            hits += value < report.hits.hitBelow ? 1 : 0;
        }
        QVERIFY(std::abs(report.predictors.front().slope - (60.0 * xy - x * y) / (60.0 * xx - x * x)) < 1e-9);
        QCOMPARE(report.precision, PrecisionState::Counted);
        QCOMPARE(report.hits.hits, hits);
        QVERIFY(hits > 0 && hits < 60);
        std::stable_sort(pairs.begin(), pairs.end(),
                         [](const auto &left, const auto &right) { return left.first < right.first; });
        for (const std::ptrdiff_t k : {25, 50}) {
            const auto found = std::count_if(pairs.begin(), pairs.begin() + k,
                                             [&](const auto &pair) { return pair.second < report.hits.hitBelow; });
            QCOMPARE(report.predictors.front().precision.at(static_cast<int>(k)),
                     static_cast<double>(found) / static_cast<double>(k));
        }
        // There are no hundred rows.
        QVERIFY(!report.predictors.front().precision.contains(100));
        // Of fitness there is no hit, and no bin: each says why.
        const AgreementReport fitness = measureAgreement(made, rows, Phenotype::Fitness);
        QCOMPARE(fitness.precision, PrecisionState::NotInteraction);
        QVERIFY(fitness.predictors.front().precision.empty());
        QCOMPARE(fitness.coverage.count, 0);
        // Nor has a model that nobody calibrated an interval.
        const Comparison bare = compare(measured, std::vector{trainedOn("abc", "")}, predictions, singles);
        const AgreementReport without = measureAgreement(bare, rows, Phenotype::Interaction);
        QCOMPARE(without.coverage.count, 0);
        QVERIFY(!without.noIntervals.empty());
        QCOMPARE(without.predictors.front().slope, report.predictors.front().slope);
    }

    void rowsThatCalibratedAreMeasuredByTheOthers()
    {
        // Every residual is another: an interval that knows its row would hold all but the outermost.
        LabelTable table;
        table.sha256 = "abc";
        std::vector<Prediction> predictions;
        for (int i = 0; i < 400; ++i) {
            Label row = label(Genotype{i, i + 400}, 1.0, "two", i < 200 ? Split::Test : Split::Train);
            row.interaction = 0.001 * ((i * 131) % 200);
            table.labels.push_back(row);
            predictions.push_back(predicted(1.0, 0.0));
            predictions.back().support = 40;
        }
        const auto measured = std::make_shared<const MeasuredLabels>(std::vector<std::filesystem::path>{}, table);
        ModelSummary model = trainedOn("abc", "");
        model.training.intervals.rows = "test";
        model.training.intervals.interaction.bins = {{2, 0, -1, 200, 0.0, 1.0}};
        const Comparison made = compare(measured, std::vector{model}, predictions, std::vector<double>(800, 1.0));
        // The file's interval holds all; what nine tenths of the rows say is narrower.
        QVERIFY(made.intervals.interaction[300].width() > 0.999);
        std::int64_t inside = 0;
        for (std::size_t row = 0; row < 200; ++row) {
            QVERIFY(made.intervals.interaction[row].known());
            QVERIFY(made.intervals.interaction[row].width() < 0.25);
            inside += made.intervals.interaction[row].holds(measured->rows()[row].interaction) ? 1 : 0;
        }
        QVERIFY2(inside > 165 && inside < 195, qPrintable(QString::number(inside)));
    }
};

QTEST_APPLESS_MAIN(TestComparison)
#include "test_comparison.moc"
