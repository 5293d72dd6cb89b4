#include "engine/core/safetensors.h"
#include "engine/nn/model_file.h"
#include "engine/training/checkpoint.h"
#include "engine/training/trainer.h"
#include "engine/training/training_config.h"
#include "engine/training/training_data.h"
#include "engine/training/training_rows.h"

#include <ATen/ATen.h>

#include "engine/core/files.h"
#include "engine/core/issue.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <random>

using namespace knockscape;

namespace
{

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();
constexpr GeneIndex GeneCount = 40;

/// A cell of 40 genes in a ring, without metabolism or features.
std::shared_ptr<const Cell> ringCell()
{
    auto cell = std::make_shared<Cell>();
    std::vector<Gene> genes;
    std::vector<GeneEdge> edges;
    for (GeneIndex i = 0; i < GeneCount; ++i) {
        Gene gene;
        gene.id = std::to_string(100 + i);
        genes.push_back(gene);
        edges.push_back({i, (i + 1) % GeneCount, 1.0F});
    }
    cell->name = "ring";
    cell->genes = GeneCatalogue(genes);
    cell->networks.emplace_back("physical", false, static_cast<std::size_t>(GeneCount), edges);
    return cell;
}

double plantedSingle(GeneIndex gene)
{
    return gene % 4 == 0 ? 0.5 : 1.0 - 0.01 * static_cast<double>(gene % 4);
}

/// Genes of one parity back each other up: without both, half of what is expected is left.
double plantedInteraction(GeneIndex a, GeneIndex b)
{
    return a % 2 == 1 && b % 2 == 1 ? -0.5 * plantedSingle(a) * plantedSingle(b) : 0.0;
}

/// Fitness of all singles and pairs; what can be derived is left to the trainer.
std::vector<Label> plantedLabels()
{
    std::vector<Label> labels;
    for (GeneIndex a = 0; a < GeneCount; ++a) {
        Label single;
        single.genotype = Genotype{a};
        single.fitness = plantedSingle(a);
        labels.push_back(single);
        for (GeneIndex b = a + 1; b < GeneCount; ++b) {
            Label pair;
            pair.genotype = Genotype{a, b};
            pair.fitness = plantedSingle(a) * plantedSingle(b) + plantedInteraction(a, b);
            labels.push_back(pair);
        }
    }
    return labels;
}

const char *const SmallConfig =
    R"({"hidden_channels": 16, "set_transformer_heads": 2, "batch_size": 128, "dropout": 0})";

Label labelled(Genotype genotype, double fitness, double interaction)
{
    Label label;
    label.genotype = std::move(genotype);
    label.fitness = fitness;
    label.interaction = interaction;
    return label;
}

} // namespace

class TestTrainer : public QObject
{
    Q_OBJECT

private slots:
    void learnsPlantedFunction();
    void sameSeedSameModel();
    void cancelKeepsTheBestSoFar();
    void resumedTrainingGivesTheSameModel_data();
    void resumedTrainingGivesTheSameModel();
    void interactionsAloneLeaveTheEncoderAsItIs();
    void refusesAForeignCheckpoint();
    void sourcesCountInTheirOwnSpread();
    void modelComputesInUnitsOfItsLabels();
    void recordsWhatItWasTrainedOn();
    void recordsHowFarPredictionsAreOff();
    void missingValuesPassNoGradient();
    void weightsAct();
    void lossesAgreeNearZero();
    void heldOutSinglesDoNotLeakIntoPairs();
    void repeatsTheSplitOfAModelFile();
    void refusesUnusableInput_data();
    void refusesUnusableInput();
    void refusesUnwritableOutput();

private:
    TrainingRequest request(const QString &name, int epochs, std::uint64_t seed = 1) const
    {
        TrainingRequest result;
        result.cell = ringCell();
        result.labels = {plantedLabels(), "hash"};
        result.configJson = SmallConfig;
        result.epochs = epochs;
        result.seed = seed;
        result.output = folder_.filePath(name).toStdString();
        return result;
    }

    QTemporaryDir folder_;
};

void TestTrainer::learnsPlantedFunction()
{
    int epochs = 0;
    double firstLoss = NaN;
    double lastLoss = NaN;
    const auto observer = [&](const EpochReport &report) {
        QCOMPARE(report.epoch, ++epochs);
        firstLoss = epochs == 1 ? report.trainLoss : firstLoss;
        lastLoss = report.trainLoss;
    };
    const TrainingResult result = trainModel(request("planted.safetensors", 60), "cpu", 1, observer, {});
    QVERIFY(!result.cancelled);
    QVERIFY(lastLoss < 0.5 * firstLoss);
    QVERIFY2(result.metrics.at("fitness_pearson") > 0.9, std::to_string(result.metrics.at("fitness_pearson")).c_str());
    QVERIFY(result.metrics.at("interaction_pearson") > 0.8);
    QVERIFY(result.metrics.at("fitness_mse") < 0.3 * result.metrics.at("mean_fitness_mse"));
    QVERIFY(result.metrics.at("fitness_mse") < result.metrics.at("multiplicative_fitness_mse"));
    QVERIFY(result.bestEpoch >= 1 && result.bestEpoch <= result.epochs);
}

void TestTrainer::sameSeedSameModel()
{
    trainModel(request("a.safetensors", 3), "cpu", 1, {}, {});
    trainModel(request("b.safetensors", 3), "cpu", 1, {}, {});
    trainModel(request("c.safetensors", 3, 2), "cpu", 1, {}, {});
    const auto tensors = [&](const char *name) {
        std::vector<Issue> issues;
        return readModelFile(folder_.filePath(name).toStdString(), issues).model.tensors();
    };
    const TensorMap a = tensors("a.safetensors");
    const TensorMap b = tensors("b.safetensors");
    const TensorMap c = tensors("c.safetensors");
    QCOMPARE(a.size(), b.size());
    bool differs = false;
    for (const auto &[name, tensor] : a) {
        QVERIFY2(at::equal(tensor, b.at(name)), name.c_str());
        differs = differs || !at::equal(tensor, c.at(name));
    }
    QVERIFY(differs);
}

void TestTrainer::cancelKeepsTheBestSoFar()
{
    JobControl control;
    const auto cancelAfterTwo = [&](const EpochReport &report) {
        if (report.epoch == 2) {
            control.cancel.cancel();
        }
    };
    const TrainingResult result = trainModel(request("cancelled.safetensors", 50), "cpu", 1, cancelAfterTwo, control);
    QVERIFY(result.cancelled);
    QCOMPARE(result.epochs, 2);
    std::vector<Issue> issues;
    const ModelFile file = readModelFile(folder_.filePath("cancelled.safetensors").toStdString(), issues);
    QCOMPARE(file.training.epochs, result.bestEpoch);

    JobControl atOnce;
    atOnce.cancel.cancel();
    QVERIFY_EXCEPTION_THROWN(trainModel(request("never.safetensors", 5), "cpu", 1, {}, atOnce), Cancelled);
    QVERIFY(!std::filesystem::exists(folder_.filePath("never.safetensors").toStdString()));
}

void TestTrainer::resumedTrainingGivesTheSameModel_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("while both phenotypes learn") << R"("patience": 10)";
    QTest::newRow("after fitness is done") << R"("patience": 1)";
    QTest::newRow("with one phenotype left out") << R"("patience": 10, "fitness_weight": 0)";
}

void TestTrainer::interactionsAloneLeaveTheEncoderAsItIs()
{
    const auto train = [&](const char *name, int epochs) {
        TrainingRequest asked = request(name, epochs);
        asked.configJson = R"({"hidden_channels": 16, "set_transformer_heads": 2, "interaction_factors": 4,
                               "fitness_weight": 0, "factor_noise": 0})";
        trainModel(asked, "cpu", 1, {}, {});
        std::vector<Issue> issues;
        return readModelFile(asked.output, issues).model.tensors();
    };
    const TensorMap shorter = train("one-epoch.safetensors", 1);
    const TensorMap longer = train("two-epochs.safetensors", 2);
    bool factorsLearn = false;
    for (const auto &[name, tensor] : longer) {
        if (name.starts_with("interaction_factors.")) {
            factorsLearn = factorsLearn || !at::equal(tensor, shorter.at(name));
        } else {
            QVERIFY2(at::equal(tensor, shorter.at(name)), name.c_str());
        }
    }
    QVERIFY(factorsLearn);
}

void TestTrainer::resumedTrainingGivesTheSameModel()
{
    QFETCH(QString, options);
    // Dropout and shuffling draw random numbers, so both generators' states must survive.
    const auto asked = [&](const char *name) {
        TrainingRequest result = request(name, 5);
        result.configJson = R"({"hidden_channels": 16, "set_transformer_heads": 2, "batch_size": 128, "dropout": 0.1,
                                "average_decay": 0.9, "interaction_factors": 4, "source_balance": 0.5, )" +
                            options.toStdString() + "}";
        result.checkpointSeconds = 0.0;
        return result;
    };
    trainModel(asked("whole.safetensors"), "cpu", 1, {}, {});
    QVERIFY(!std::filesystem::exists(checkpointPath(folder_.filePath("whole.safetensors").toStdString())));

    // A crash: an exception that nobody catches inside.
    struct Crash {
    };
    TrainingRequest broken = asked("broken.safetensors");
    std::filesystem::remove(broken.output);
    const auto crash = [](const EpochReport &report) {
        if (report.epoch == 4) {
            throw Crash();
        }
    };
    QVERIFY_EXCEPTION_THROWN(trainModel(broken, "cpu", 1, crash, {}), Crash);
    QVERIFY(!std::filesystem::exists(broken.output));
    QVERIFY(std::filesystem::exists(checkpointPath(broken.output)));

    broken.resume = true;
    int firstEpoch = 0;
    const auto observer = [&](const EpochReport &report) {
        firstEpoch = firstEpoch == 0 ? report.epoch : firstEpoch;
        QVERIFY(report.secondsLeft >= 0.0);
        QVERIFY(report.bestEpoch >= 1 && report.bestEpoch <= report.epoch);
    };
    trainModel(broken, "cpu", 1, observer, {});
    QCOMPARE(firstEpoch, 4);
    QVERIFY(!std::filesystem::exists(checkpointPath(broken.output)));
    std::vector<Issue> issues;
    const TensorMap whole = readModelFile(folder_.filePath("whole.safetensors").toStdString(), issues).model.tensors();
    const TensorMap resumed = readModelFile(broken.output, issues).model.tensors();
    QCOMPARE(resumed.size(), whole.size());
    for (const auto &[name, tensor] : resumed) {
        QVERIFY2(at::equal(tensor, whole.at(name)), name.c_str());
    }
}

void TestTrainer::refusesAForeignCheckpoint()
{
    JobControl control;
    TrainingRequest asked = request("foreign.safetensors", 5);
    asked.checkpointSeconds = 0.0;
    const auto cancel = [&](const EpochReport &) { control.cancel.cancel(); };
    QVERIFY(trainModel(asked, "cpu", 1, cancel, control).cancelled);
    // A cancelled training can be gone on with too.
    QVERIFY(std::filesystem::exists(checkpointPath(asked.output)));
    asked.resume = true;
    asked.seed = 2;
    QVERIFY_EXCEPTION_THROWN(trainModel(asked, "cpu", 1, {}, {}), InputError);
    asked.seed = 1;
    QCOMPARE(trainModel(asked, "cpu", 1, {}, {}).epochs, 5);
    // One that lacks a part, as a faulty disk may leave it.
    TrainingRequest partial = request("damaged.safetensors", 5);
    partial.checkpointSeconds = 0.0;
    JobControl stop;
    trainModel(
        partial, "cpu", 1, [&](const EpochReport &) { stop.cancel.cancel(); }, stop);
    TensorFile damaged = readSafetensors(checkpointPath(partial.output));
    QVERIFY(damaged.tensors.erase("first.0") == 1);
    writeSafetensors(checkpointPath(partial.output), damaged);
    partial.resume = true;
    QVERIFY_EXCEPTION_THROWN(trainModel(partial, "cpu", 1, {}, {}), InputError);
    QCOMPARE(readCheckpointFacts(checkpointPath(partial.output))->epoch, 1);
    writeFileAtomically(checkpointPath(asked.output), [](std::ostream &out) { out << "not a checkpoint"; });
    QVERIFY_EXCEPTION_THROWN(readCheckpointFacts(checkpointPath(asked.output)), InputError);
    QVERIFY_EXCEPTION_THROWN(trainModel(asked, "cpu", 1, {}, {}), InputError);
    // Without a checkpoint there is nothing to go on from: it starts anew.
    std::filesystem::remove(checkpointPath(asked.output));
    QCOMPARE(trainModel(asked, "cpu", 1, {}, {}).epochs, 5);
}

void TestTrainer::sourcesCountInTheirOwnSpread()
{
    // Two sources of 40 pairs, one with ten times the spread of the other.
    std::vector<Label> rows;
    for (int i = 0; i < 80; ++i) {
        Label row = labelled({0, 1 + i}, NaN, (i % 2 == 0 ? 1.0 : -1.0) * (i < 40 ? 0.1 : 0.01));
        row.source = i < 40 ? "wide" : "narrow";
        rows.push_back(row);
    }
    TrainingConfig config;
    config.sourceBalance = 1.0;
    const TargetScale scale = targetScale(rows, config);
    const at::Tensor weights = makeTrainingRows(rows, 100, scale, at::kCPU).interaction.weight;
    QVERIFY(std::abs(weights[79].item<double>() / weights[0].item<double>() - 100.0) < 1e-3);
    QVERIFY(std::abs(weights.mean().item<double>() - 1.0) < 1e-5);
    config.sourceBalance = 0.0;
    QVERIFY(
        at::equal(makeTrainingRows(rows, 100, targetScale(rows, config), at::kCPU).interaction.weight, at::ones({80})));
}

void TestTrainer::modelComputesInUnitsOfItsLabels()
{
    TrainingRequest asked = request("units.safetensors", 1);
    asked.configJson.insert(1, R"("interaction_factors": 6, "factor_noise": 0, )");
    trainModel(asked, "cpu", 1, {}, {});
    std::vector<Issue> issues;
    const ModelFile file = readModelFile(asked.output, issues);
    QCOMPARE(file.model.config().interactionFactors, std::int64_t{6});
    const at::Tensor unit = file.model.tensors().at("interaction_factors.unit");
    double squares = 0.0;
    double sum = 0.0;
    const TrainingData data = prepareTrainingData(asked, parseTrainingConfig(asked.configJson, "config").training);
    double count = 0.0;
    for (const Label &row : data.training) {
        if (row.genotype.size() == 2) {
            squares += row.interaction * row.interaction;
            sum += row.interaction;
            count += 1.0;
        }
    }
    const double spread = std::sqrt(squares / count - sum / count * sum / count);
    QVERIFY(std::abs(unit[0].item<double>() - spread) < 1e-6);
}

void TestTrainer::recordsHowFarPredictionsAreOff()
{
    const TrainingRequest asked = request("intervals.safetensors", 2);
    const TrainingResult result = trainModel(asked, "cpu", 1, {}, {});
    std::vector<Issue> issues;
    const IntervalFacts facts = readModelFile(asked.output, issues).training.intervals;
    QCOMPARE(facts.rows, std::string("test"));
    QCOMPARE(toJson(facts), toJson(result.intervals));
    // A tenth of the 780 pairs, whose genes were all seen often; four singles are too few to say anything.
    const IntervalBin *pairs = facts.interaction.find(2, 35);
    QVERIFY(pairs != nullptr && pairs->low < pairs->high);
    QCOMPARE(pairs->count, std::int64_t{78});
    QVERIFY(facts.interaction.find(2, 0) == nullptr);
    QVERIFY(facts.fitness.find(1, 35) == nullptr);
    QCOMPARE(facts.find("interaction", 2)->count, std::int64_t{78});
    QCOMPARE(facts.find("fitness", 1)->count, std::int64_t{4});
    QVERIFY(facts.find("epistasis", 2) != nullptr);

    // Without test rows, the rows that chose the epochs; without either, nothing is said.
    TrainingRequest without = request("validated.safetensors", 1);
    without.configJson.insert(1, R"("test_fraction": 0, )");
    QCOMPARE(trainModel(without, "cpu", 1, {}, {}).intervals.rows, std::string("validation"));
    without.validationFraction = 0.0;
    QVERIFY(trainModel(without, "cpu", 1, {}, {}).intervals.empty());
}

void TestTrainer::recordsWhatItWasTrainedOn()
{
    TrainingRequest asked = request("facts.safetensors", 2, 7);
    for (Label &label : asked.labels.labels) {
        label.split = label.genotype.contains(3)   ? Split::Test
                      : label.genotype.contains(5) ? Split::Validation
                                                   : Split::Train;
    }
    trainModel(asked, "cpu", 1, {}, {});
    std::vector<Issue> issues;
    const ModelFile file = readModelFile(asked.output, issues);
    QVERIFY(issues.empty());
    QCOMPARE(file.geneIdsSha256, asked.cell->genes.idsSha256());
    QCOMPARE(file.training.labelsSha256, std::string("hash"));
    QCOMPARE(file.training.seed, std::uint64_t{7});
    QCOMPARE(file.training.genotypesPerSource.at(""), std::int64_t{38 + 38 * 37 / 2});
    QVERIFY(file.training.optionsJson.find("\"batch_size\":128") != std::string::npos);
    QCOMPARE(file.training.genotypesPerOrder.at(1), std::int64_t{38});
    QCOMPARE(file.training.genotypesPerOrder.at(2), std::int64_t{38 * 37 / 2});
    QCOMPARE(file.training.supportPerGene.at(3), std::int64_t{0});
    QCOMPARE(file.training.supportPerGene.at(0), std::int64_t{38});
    QCOMPARE(file.training.fitnessRange.high, 1.0);
    QVERIFY(std::abs(file.training.fitnessRange.low - 0.25) < 1e-6);
    QCOMPARE(file.training.metrics.at("fitness_count"), 40.0);
    QCOMPARE(file.training.metrics.at("fitness_count_order1"), 1.0);
    QCOMPARE(file.training.labelKind, LabelKind::Unknown);
    QCOMPARE(file.training.interactionsPerOrder.at(1), std::int64_t{0});
    QCOMPARE(file.training.interactionsPerOrder.at(2), std::int64_t{38 * 37 / 2});
    // How its scores rank is measured on the validation rows.
    const OrderValidation &pairs = file.training.ranking.at(2);
    QCOMPARE(pairs.count, std::int64_t{38});
    QVERIFY(pairs.scores.contains("interaction") && pairs.scores.contains("epistasis"));
    QCOMPARE(pairs.by, winningScore(pairs));

    // Whatever the test rows say, the choice of a score is the same.
    for (Label &label : asked.labels.labels) {
        if (label.split == Split::Test) {
            label.source = "simulated";
            label.fitness = 1.0 - label.fitness;
        }
    }
    const TrainingResult again = trainModel(asked, "cpu", 1, {}, {});
    QCOMPARE(QString::fromStdString(toJson(again.ranking)), QString::fromStdString(toJson(file.training.ranking)));
}

void TestTrainer::missingValuesPassNoGradient()
{
    const std::vector<Label> rows{labelled({0}, 0.5, NaN), labelled({0, 1}, NaN, 0.25), labelled({1, 2}, 0.25, 0.5)};
    TrainingConfig config;
    const TrainingRows tensors = makeTrainingRows(rows, 3, TargetScale{}, at::kCPU);
    const at::Tensor prediction = at::zeros({3}).requires_grad_(true);
    const WeightedLoss fitness = weightedLoss(prediction, tensors.fitness, 1.0, config.loss);
    QCOMPARE(fitness.weight.item<double>(), 2.0);
    QCOMPARE(fitness.sum.item<double>(), 0.25 + 0.0625);
    fitness.sum.backward();
    QCOMPARE(prediction.grad()[0].item<double>(), -1.0);
    QCOMPARE(prediction.grad()[1].item<double>(), 0.0);
    QCOMPARE(prediction.grad()[2].item<double>(), -0.5);
}

void TestTrainer::weightsAct()
{
    std::vector<Label> rows{labelled({0}, 1.0, NaN), labelled({1}, 1.0, NaN)};
    rows[1].weight = 3.0;
    const at::Tensor prediction = at::zeros({2}).requires_grad_(true);
    const TrainingRows tensors = makeTrainingRows(rows, 3, TargetScale{}, at::kCPU);
    weightedLoss(prediction, tensors.fitness, 1.0, LossKind::Mse).sum.backward();
    QCOMPARE(prediction.grad()[1].item<double>(), 3.0 * prediction.grad()[0].item<double>());

    // Uncertain rows count less, by s²/(s² + sd²).
    rows[1].weight = 1.0;
    rows[1].fitnessSd = 0.2;
    TargetScale uncertain;
    uncertain.fitnessVariance = 0.04;
    const TrainingRows measured = makeTrainingRows(rows, 3, uncertain, at::kCPU);
    QVERIFY(std::abs(measured.fitness.weight[1].item<double>() - 0.5) < 1e-6);

    // A phenotype of weight 0 is left out: its head does not learn.
    TrainingRequest both = request("both.safetensors", 40);
    TrainingRequest fitnessOnly = request("fitness.safetensors", 40);
    fitnessOnly.configJson.insert(1, "\"interaction_weight\": 0, ");
    const double learnt = trainModel(both, "cpu", 1, {}, {}).metrics.at("interaction_mse");
    const double untouched = trainModel(fitnessOnly, "cpu", 1, {}, {}).metrics.at("interaction_mse");
    QVERIFY2(learnt < 0.7 * untouched, qPrintable(QStringLiteral("%1 %2").arg(learnt).arg(untouched)));
}

void TestTrainer::lossesAgreeNearZero()
{
    const std::vector<Label> rows{labelled({0}, 0.0, NaN)};
    const TrainingRows tensors = makeTrainingRows(rows, 1, TargetScale{}, at::kCPU);
    const auto loss = [&](double residual, LossKind kind) {
        return weightedLoss(at::full({1}, residual), tensors.fitness, 1.0, kind).sum.item<double>();
    };
    for (const LossKind kind : {LossKind::Mse, LossKind::LogCosh, LossKind::Huber}) {
        QVERIFY(std::abs(loss(0.01, kind) - 1e-4) < 1e-6);
        QCOMPARE(loss(0.0, kind), 0.0);
    }
    QVERIFY(std::abs(loss(100.0, LossKind::Huber) - 199.0) < 1e-3);
    QVERIFY(std::abs(loss(-100.0, LossKind::LogCosh) - (200.0 - 2.0 * std::log(2.0))) < 1e-3);
}

void TestTrainer::heldOutSinglesDoNotLeakIntoPairs()
{
    TrainingRequest asked = request("leak.safetensors", 1);
    asked.labels.labels = {labelled({0}, 0.9, NaN), labelled({1}, 0.8, NaN), labelled({2}, 0.7, NaN),
                           labelled({0, 1}, NaN, 0.1), labelled({0, 2}, NaN, 0.1)};
    for (Label &label : asked.labels.labels) {
        label.split = label.genotype == Genotype{2} ? Split::Test : Split::Train;
    }
    const TrainingData data = prepareTrainingData(asked, TrainingConfig{});
    QCOMPARE(data.training.size(), std::size_t{4});
    QVERIFY(std::abs(data.training[2].fitness - 0.82) < 1e-12);
    QVERIFY(std::isnan(data.training[3].fitness));
}

void TestTrainer::repeatsTheSplitOfAModelFile()
{
    TrainingRequest asked = request("member.safetensors", 1, 12);
    asked.splitSeed = 5;
    asked.validationFraction = 0.2;
    trainModel(asked, "cpu", 1, {}, {});
    std::vector<Issue> issues;
    const ModelFile file = readModelFile(asked.output, issues);
    const std::optional<SplitOptions> split = repeatedSplit(file.training.optionsJson);
    QVERIFY(split.has_value());
    QCOMPARE(split->seed, std::uint64_t{5});
    QCOMPARE(split->validationSeed, std::optional<std::uint64_t>(asked.seed));
    const std::vector<Split> splits = assignSplits(asked.labels.labels, *split);
    const auto trained = std::count(splits.begin(), splits.end(), Split::Train);
    const auto &orders = file.training.genotypesPerOrder;
    QCOMPARE(orders.at(1) + orders.at(2), static_cast<std::int64_t>(trained));
    QCOMPARE(file.training.metrics.at("fitness_count"),
             static_cast<double>(std::count(splits.begin(), splits.end(), Split::Test)));
    QVERIFY(!repeatedSplit("").has_value());
    QVERIFY(!repeatedSplit("[]").has_value());
    QVERIFY(!repeatedSplit(R"({"validation_fraction": 0.1, "test_fraction": 0.1, "split_seed": -1})").has_value());
}

void TestTrainer::refusesUnusableInput_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("words");
    QTest::newRow("no JSON") << QByteArray("epochs = 3") << "JSON";
    QTest::newRow("list") << QByteArray("[1]") << "JSON";
    QTest::newRow("text for a number") << QByteArray(R"({"learning_rate": "fast"})") << "learning_rate";
    QTest::newRow("negative") << QByteArray(R"({"learning_rate": -1})") << "learning_rate";
    QTest::newRow("half an epoch") << QByteArray(R"({"epochs": 0.5})") << "epochs";
    QTest::newRow("huge batch") << QByteArray(R"({"batch_size": 1e300})") << "batch_size";
    QTest::newRow("loss") << QByteArray(R"({"loss": "hinge"})") << "logcosh";
    QTest::newRow("flavour") << QByteArray(R"({"flavour": "torchcell"})") << "flavour";
    QTest::newRow("heads") << QByteArray(R"({"hidden_channels": 10, "set_transformer_heads": 3})") << "heads";
    QTest::newRow("all held out") << QByteArray(R"({"test_fraction": 0.9})") << "0.9";
}

void TestTrainer::refusesUnusableInput()
{
    QFETCH(QByteArray, config);
    QFETCH(QString, words);
    TrainingRequest asked = request("refused.safetensors", 0);
    asked.configJson = config.toStdString();
    asked.validationFraction = 0.3;
    asked.epochs = 1;
    try {
        trainModel(asked, "cpu", 1, {}, {});
        QFAIL("nothing was refused");
    } catch (const InputError &error) {
        QVERIFY2(QString::fromStdString(error.what()).contains(words), error.what());
    }
    QVERIFY(!std::filesystem::exists(asked.output));
}

void TestTrainer::refusesUnwritableOutput()
{
    TrainingRequest asked = request("out.safetensors", 1);
    asked.output = folder_.filePath("no/such/folder/model.safetensors").toStdString();
    QVERIFY_EXCEPTION_THROWN(trainModel(asked, "cpu", 1, {}, {}), std::runtime_error);
}

QTEST_APPLESS_MAIN(TestTrainer)
#include "test_trainer.moc"
