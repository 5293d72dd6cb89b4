#include "engine/training/model_intervals.h"

#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/prediction_intervals.h"
#include "engine/core/safetensors.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <map>
#include <random>

using namespace knockscape;

namespace
{

/// Pairs of 60 genes with a made-up interaction; two sources, of which one is measured twice as coarsely.
std::vector<Label> noisyPairs()
{
    std::mt19937_64 random(5);
    const auto uniform = [&] { return static_cast<double>(random() >> 11U) * 0x1p-53; };
    std::vector<Label> labels;
    for (GeneIndex a = 0; a < 60; ++a) {
        Label single;
        single.genotype = Genotype{a};
        single.fitness = 1.0 - 0.01 * a + 0.05 * uniform();
        labels.push_back(single);
        for (GeneIndex b = a + 1; b < 60; ++b) {
            Label pair;
            pair.genotype = Genotype{a, b};
            pair.source = (a + b) % 2 == 0 ? "fine" : "coarse";
            pair.interaction = 0.1 * std::sin(a * b) + (pair.source == "fine" ? 0.1 : 0.2) * (uniform() - 0.5);
            labels.push_back(pair);
        }
    }
    return labels;
}

/// A model that is right but for the noise; genes from 50 on were hardly seen, and it is worse at them.
std::vector<Prediction> predict(const std::vector<Genotype> &genotypes)
{
    std::vector<Prediction> result;
    for (const Genotype &genotype : genotypes) {
        Prediction prediction;
        prediction.fitness = 1.0 - 0.01 * genotype.genes().front();
        prediction.expectedFitness = prediction.fitness;
        const bool isKnown = genotype.genes().back() < 50;
        if (genotype.size() == 2) {
            prediction.interaction = (isKnown ? 0.1 : -0.3) * std::sin(genotype.genes()[0] * genotype.genes()[1]);
        }
        prediction.support = isKnown ? 40 : 2;
        result.push_back(prediction);
    }
    return result;
}

const QuantityMeasure *find(const std::vector<QuantityMeasure> &measures, const std::string &quantity, int order,
                            const std::string &group)
{
    for (const QuantityMeasure &measure : measures) {
        if (measure.quantity == quantity && measure.order == order && measure.group == group) {
            return &measure;
        }
    }
    return nullptr;
}

/// A model that was trained on labels with this hash, with splits that the labels name.
ModelSummary trainedOn(const std::string &hash)
{
    ModelSummary model;
    model.path = "model.safetensors";
    model.training.labelsSha256 = hash;
    return model;
}

} // namespace

class TestModelIntervals : public QObject
{
    Q_OBJECT

private slots:
    void intervalsHoldOnRowsOfTheSameKind();
    void pairsGetTheFitnessThatFollows();
    void onlyRowsThatTrainedNothingCalibrate();
    void refusesWhatCannotBeKnown();
    void isWrittenIntoTheFiles();
};

void TestModelIntervals::intervalsHoldOnRowsOfTheSameKind()
{
    std::vector<Label> labels = noisyPairs();
    std::vector<Label> calibration;
    std::vector<Label> unseen;
    std::mt19937_64 random(3);
    for (const Label &label : labels) {
        (random() % 2 == 0 ? calibration : unseen).push_back(label);
    }
    completeFitness(calibration, labels);
    completeFitness(unseen, labels);
    const IntervalFacts facts = calibratedOn({calibration, "test"}, predict, 1);
    QCOMPARE(facts.rows, std::string("test"));
    std::vector<Genotype> genotypes;
    for (const Label &row : unseen) {
        genotypes.push_back(row.genotype);
    }
    const QuantityRows rows = quantityRows(unseen, predict(genotypes));
    const std::vector<QuantityMeasure> measures = measureQuantities(rows, facts, false, 1);
    const QuantityMeasure *all = find(measures, "interaction", 2, "");
    QVERIFY(all != nullptr);
    QCOMPARE(all->count, static_cast<std::int64_t>(rows.interaction.size()));
    QCOMPARE(all->intervals, all->count);
    QVERIFY2(std::abs(all->coverage - 0.9) < 0.04, std::to_string(all->coverage).c_str());
    // What the file says of rows that nobody has seen is what comes of them.
    QVERIFY(std::abs(facts.find("interaction", 2)->coverage - all->coverage) < 0.06);
    QVERIFY(std::abs(facts.find("interaction", 2)->width - all->width) < 0.03);
    // Genes that were hardly seen have wider intervals, which hold as much.
    const QuantityMeasure *hardly = find(measures, "interaction", 2, "support 1-4");
    const QuantityMeasure *often = find(measures, "interaction", 2, "support 30+");
    QVERIFY(hardly != nullptr && often != nullptr && hardly->width > 1.5 * often->width);
    QVERIFY(std::abs(hardly->coverage - 0.9) < 0.08);
    QVERIFY(find(measures, "interaction", 2, "source fine") != nullptr);
    QVERIFY(find(measures, "fitness", 2, "") != nullptr && find(measures, "fitness", 1, "") != nullptr);
    QVERIFY(find(measures, "interaction", 1, "") == nullptr);
    const QuantityMeasure *epistasis = find(measures, "epistasis", 2, "");
    QVERIFY(epistasis != nullptr && epistasis->intervals == 0 && std::isnan(epistasis->coverage));
    // The slope of measured against predicted values, for one group by hand.
    double product = 0.0;
    double square = 0.0;
    double meanPredicted = 0.0;
    double meanMeasured = 0.0;
    for (const CalibrationRow &row : rows.interaction) {
        meanPredicted += row.predicted / static_cast<double>(rows.interaction.size());
        meanMeasured += row.measured / static_cast<double>(rows.interaction.size());
    }
    for (const CalibrationRow &row : rows.interaction) {
        product += row.predicted * row.measured;
        square += row.predicted * row.predicted;
    }
    const auto count = static_cast<double>(rows.interaction.size());
    const double slope =
        (product - count * meanPredicted * meanMeasured) / (square - count * meanPredicted * meanPredicted);
    QVERIFY(std::abs(all->slope - slope) < 1e-9);
}

void TestModelIntervals::pairsGetTheFitnessThatFollows()
{
    const std::vector<Label> labels = noisyPairs();
    std::vector<Label> pairs;
    std::map<GeneIndex, double> singles;
    for (const Label &label : labels) {
        if (label.genotype.size() == 2) {
            pairs.push_back(label);
        } else {
            singles[label.genotype.genes()[0]] = label.fitness;
        }
    }
    completeFitness(pairs, labels);
    for (const Label &pair : pairs) {
        const double expected = singles[pair.genotype.genes()[0]] * singles[pair.genotype.genes()[1]];
        QVERIFY(std::abs(pair.fitness - expected - pair.interaction) < 1e-12);
    }
    std::vector<Label> without{pairs.front()};
    without.front().fitness = std::numeric_limits<double>::quiet_NaN();
    completeFitness(without, {});
    QVERIFY(std::isnan(without.front().fitness));
}

void TestModelIntervals::onlyRowsThatTrainedNothingCalibrate()
{
    LabelTable table{noisyPairs(), "hash"};
    std::size_t tested = 0;
    for (std::size_t i = 0; i < table.labels.size(); ++i) {
        table.labels[i].split = i % 5 == 0 ? Split::Test : i % 5 == 1 ? Split::Validation : Split::Train;
        tested += i % 5 == 0 ? 1 : 0;
    }
    const std::vector<ModelSummary> models{trainedOn("hash"), trainedOn("hash")};
    const IntervalRows rows = rowsForIntervals(models, table, {}, "labels.tsv");
    QCOMPARE(rows.kind, std::string("test"));
    QCOMPARE(rows.rows.size(), tested);
    for (const Label &row : rows.rows) {
        QVERIFY(row.split == Split::Test);
    }
    // Without test rows, those that chose the best epochs; and the facts say so.
    LabelTable without = table;
    for (Label &label : without.labels) {
        label.split = label.split == Split::Test ? Split::Train : label.split;
    }
    QCOMPARE(rowsForIntervals(models, without, {}, "labels.tsv").kind, std::string("validation"));
    // Of other labels, what the models were neither trained on nor chosen by.
    LabelTable others{noisyPairs(), "other"};
    const IntervalRows unseen = rowsForIntervals(models, others, table, "others.tsv");
    QCOMPARE(unseen.kind, std::string("other"));
    QCOMPARE(unseen.rows.size(), tested);
}

void TestModelIntervals::refusesWhatCannotBeKnown()
{
    LabelTable table{noisyPairs(), "hash"};
    const std::vector<ModelSummary> models{trainedOn("hash"), trainedOn("elsewhere")};
    QVERIFY_EXCEPTION_THROWN(rowsForIntervals(models, table, {}, "labels.tsv"), InputError);
    const std::vector<ModelSummary> one{trainedOn("hash")};
    QVERIFY_EXCEPTION_THROWN(rowsForIntervals(one, table, {}, "labels.tsv"), InputError); // all rows trained it
    const std::vector<ModelSummary> silent{trainedOn("")};
    QVERIFY_EXCEPTION_THROWN(rowsForIntervals(silent, table, {}, "labels.tsv"), InputError);
}

void TestModelIntervals::isWrittenIntoTheFiles()
{
    const QTemporaryDir folder;
    std::vector<std::filesystem::path> files;
    for (const char *name : {"a.safetensors", "b.safetensors"}) {
        files.emplace_back(folder.filePath(name).toStdString());
        TensorFile file;
        file.tensors["weight"] = {"weight", {1}, {static_cast<float>(files.size())}, {}};
        file.metadata["knockscape"] = R"({"training": {"seed": 1}})";
        writeSafetensors(files.back(), file);
    }
    const IntervalFacts facts = calibratedOn({noisyPairs(), "test"}, predict, 1);
    recordIntervals(std::span(files).first(1), facts);
    recordIntervals(files, facts);
    std::vector<ModelSummary> models(2);
    for (std::size_t i = 0; i < 2; ++i) {
        const std::string json = readSafetensorsMetadata(files[i])["knockscape"];
        QVERIFY(json.find("\"seed\":1") != std::string::npos);
        const auto start = json.find("\"ensemble_intervals\":") + 21;
        models[i].training.ensembleIntervals =
            parseEnsembleIntervals(json.substr(start, json.size() - start - 2), "file");
        QVERIFY((json.find("\"intervals\":{\"level\"") != std::string::npos));
        QCOMPARE(readSafetensors(files[i]).tensors.at("weight").floats.front(), static_cast<float>(i + 1));
    }
    const PredictionIntervals together(models);
    QVERIFY(together.any());
    QCOMPARE(toJson(together.facts()), toJson(facts));
    TensorFile foreign;
    foreign.tensors["weight"] = {"weight", {1}, {1.0F}, {}};
    const std::filesystem::path other = folder.filePath("foreign.safetensors").toStdString();
    writeSafetensors(other, foreign);
    QVERIFY_EXCEPTION_THROWN(recordIntervals(std::span(&other, 1), facts), InputError);
}

QTEST_GUILESS_MAIN(TestModelIntervals)
#include "test_model_intervals.moc"
