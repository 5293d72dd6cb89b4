#include "engine/inference/table_predictor.h"
#include "engine/nn/reference_forward.h"

#include "engine/cell/bundle.h"
#include "engine/cell/knockout_list.h"
#include "engine/core/delimited_table.h"
#include "tests/engine/nn/random_cell.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>
#include <random>

using namespace knockscape;

namespace
{

const std::filesystem::path parityFolder = std::filesystem::path(KNOCKSCAPE_SHARED_DIR) / "fixtures" / "parity";
constexpr double tolerance = 1e-5;

/// Every way of asking for the same genotypes must give what the slow forward pass gives.
void compareEveryWay(const ModelFile &file, const std::shared_ptr<const Cell> &cell, std::vector<Genotype> genotypes)
{
    const c10::InferenceMode inference;
    const CellTensors tensors = makeCellTensors(*cell, file.model.config(), at::kCPU);
    std::vector<ReferenceOutputs> slow;
    for (const Genotype &genotype : genotypes) {
        slow.push_back(referenceForward(file.model, tensors, genotype));
    }
    TablePredictor predictor({{file, {}}}, cell, at::kCPU, {});
    const std::vector<Prediction> batched = predictor.predictAll(genotypes);

    std::vector<std::size_t> order(genotypes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::mt19937 random(7);
    std::shuffle(order.begin(), order.end(), random);
    std::vector<Genotype> shuffled;
    for (const std::size_t index : order) {
        shuffled.push_back(genotypes[index]);
    }
    std::vector<Prediction> reordered(genotypes.size());
    predictor.predict(shuffled, {3},
                      [&](std::size_t first, std::span<const Prediction> predictions) {
                          for (std::size_t i = 0; i < predictions.size(); ++i) {
                              reordered[order[first + i]] = predictions[i];
                          }
                      },
                      {});
    for (std::size_t i = 0; i < genotypes.size(); ++i) {
        const Prediction single = predictor.predictOne(genotypes[i]);
        for (const Prediction &fast : {batched[i], reordered[i], single}) {
            const double scale = std::max(1.0, std::abs(slow[i].fitness));
            QVERIFY2(
                std::abs(fast.fitness - slow[i].fitness) <= tolerance * scale,
                qPrintable(
                    QString("genotype %1: fitness %2, expected %3").arg(i).arg(fast.fitness).arg(slow[i].fitness)));
            QVERIFY2(std::abs(fast.interaction - slow[i].interaction) <= tolerance,
                     qPrintable(QString("genotype %1: interaction %2, expected %3")
                                    .arg(i)
                                    .arg(fast.interaction)
                                    .arg(slow[i].interaction)));
        }
        double expected = 1.0;
        for (const GeneIndex gene : genotypes[i].genes()) {
            expected *= predictor.predictOne(Genotype{gene}).fitness;
        }
        QVERIFY(std::abs(batched[i].expectedFitness - expected) <= tolerance * std::max(1.0, std::abs(expected)));
    }
}

} // namespace

/// One by one = batched = reordered = the naive full forward pass, for every oracle and for random configurations.
class TablePredictorTest : public QObject
{
    Q_OBJECT

private slots:
    void oracle_data()
    {
        QTest::addColumn<QString>("folder");
        if (!std::filesystem::exists(parityFolder)) {
            QTest::newRow("none") << QString();
            return;
        }
        for (const auto &entry : std::filesystem::directory_iterator(parityFolder)) {
            const QString name = QString::fromStdString(entry.path().filename().string());
            QTest::newRow(qPrintable(name)) << name;
        }
    }

    void oracle()
    {
        QFETCH(QString, folder);
        if (folder.isEmpty()) {
            QSKIP("The shared data folder with the oracles is not here.");
        }
        const std::filesystem::path path = parityFolder / folder.toStdString();
        std::vector<Issue> issues;
        const auto cell = std::make_shared<const Cell>(readCellBundle(path / "cell", issues));
        const ModelFile file = readModelFile(path / "model.safetensors", issues);
        std::vector<Genotype> genotypes{Genotype{}};
        for (const KnockoutEntry &entry : readKnockoutList(path / "knockouts.txt", cell->genes)) {
            genotypes.push_back(entry.genotype);
        }
        compareEveryWay(file, cell, genotypes);

        TablePredictor predictor({{file, {}}}, cell, at::kCPU, {});
        const std::vector<Prediction> fast = predictor.predictAll(std::span(genotypes).subspan(1));
        const DelimitedTable table = DelimitedTable::read(path / "expected.tsv");
        double worst = 0.0;
        for (std::size_t row = 0; row < table.rowCount(); ++row) {
            worst = std::max({worst, std::abs(fast[row].fitness - table.number(row, table.column("fitness"))),
                              std::abs(fast[row].interaction - table.number(row, table.column("interaction")))});
        }
        qInfo("tables deviate from the oracle by at most %.1e", worst);
        QVERIFY(worst <= tolerance);
    }

    void randomConfiguration_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 40; ++seed) {
            QTest::newRow(qPrintable(QString("seed %1").arg(seed))) << seed;
        }
    }

    void randomConfiguration()
    {
        QFETCH(int, seed);
        const auto cell = std::make_shared<const Cell>(tests::randomCell(static_cast<unsigned>(seed)));
        const ModelConfig config = configForCell(tests::randomConfig(static_cast<unsigned>(seed)), *cell);
        const ModelFile file{makeModel(config, cellSizes(*cell), static_cast<std::uint64_t>(seed)), {}, {}, {}, {}};
        // torchcell's ratio is unbounded: with a wild-type head near 0 it magnifies the rounding of every float32 path.
        const std::string last = "fitness_head." + std::to_string(4 * std::max(1, config.headLayers - 1)) + ".bias";
        file.model.tensors().at(last).fill_(1.0);
        compareEveryWay(file, cell, tests::randomGenotypes(cell->genes.size(), static_cast<unsigned>(seed)));
    }

    void nativeKeepsItsPromises()
    {
        const auto cell = std::make_shared<const Cell>(tests::randomCell(3));
        const ModelConfig config = configForCell(nativeDefaults(), *cell);
        const ModelFile file{makeModel(config, cellSizes(*cell), 5), {}, {}, {}, {}};
        TablePredictor predictor({{file, {}}}, cell, at::kCPU, {});
        const Prediction wildType = predictor.predictOne({});
        QCOMPARE(wildType.fitness, 1.0);
        QCOMPARE(wildType.interaction, 0.0);
        QCOMPARE(wildType.expectedFitness, 1.0);
        for (GeneIndex gene = 0; gene < static_cast<GeneIndex>(cell->genes.size()); ++gene) {
            const Prediction single = predictor.predictOne(Genotype{gene});
            QCOMPARE(single.interaction, 0.0);
            QVERIFY(single.fitness > 0.0 && std::isfinite(single.fitness));
            QCOMPARE(single.expectedFitness, single.fitness);
        }
    }

    void ensembleGivesMeanAndDeviation()
    {
        const auto cell = std::make_shared<const Cell>(tests::randomCell(1));
        const ModelConfig config = configForCell(nativeDefaults(), *cell);
        ModelFile first{makeModel(config, cellSizes(*cell), 1), {}, {}, {}, {}};
        ModelFile second{makeModel(config, cellSizes(*cell), 2), {}, {}, {}, {}};
        first.training.supportPerGene.assign(cell->genes.size(), 7);
        second.training.supportPerGene.assign(cell->genes.size(), 9);
        second.training.supportPerGene[4] = 2;
        const Genotype pair{1, 4};
        TablePredictor alone({{first, {}}}, cell, at::kCPU, {});
        TablePredictor other({{second, {}}}, cell, at::kCPU, {});
        TablePredictor both({{first, {}}, {second, {}}}, cell, at::kCPU, {});
        const double a = alone.predictOne(pair).fitness;
        const double b = other.predictOne(pair).fitness;
        const Prediction ensemble = both.predictOne(pair);
        QVERIFY(std::isnan(alone.predictOne(pair).fitnessSd));
        QVERIFY(std::abs(ensemble.fitness - (a + b) / 2) < 1e-12);
        QVERIFY(std::abs(ensemble.fitnessSd - std::abs(a - b) / std::sqrt(2.0)) < 1e-12);
        QCOMPARE(ensemble.support, std::int64_t{2});
        QCOMPARE(both.predictOne(Genotype{1}).support, std::int64_t{7});
    }

    void rangeOfTrainingIsReported()
    {
        const auto cell = std::make_shared<const Cell>(tests::randomCell(2));
        const ModelConfig config = configForCell(nativeDefaults(), *cell);
        const ModelFile file{makeModel(config, cellSizes(*cell), 1), {}, {}, {}, {}};
        ModelSummary summary;
        summary.training.fitnessRange = {5.0, 6.0};
        TablePredictor outside({{file, summary}}, cell, at::kCPU, {});
        QVERIFY(!outside.predictOne(Genotype{1, 2}).inRange);
        summary.training.fitnessRange = {0.0, 60.0};
        TablePredictor inside({{file, summary}}, cell, at::kCPU, {});
        QVERIFY(inside.predictOne(Genotype{1, 2}).inRange);
    }

    void cancelKeepsWhatWasHandedOver()
    {
        const auto cell = std::make_shared<const Cell>(tests::randomCell(4));
        const ModelConfig config = configForCell(nativeDefaults(), *cell);
        const ModelFile file{makeModel(config, cellSizes(*cell), 1), {}, {}, {}, {}};
        TablePredictor predictor({{file, {}}}, cell, at::kCPU, {});
        const std::vector<Genotype> genotypes(10, Genotype{1, 2});
        JobControl control;
        std::size_t received = 0;
        const auto sink = [&](std::size_t, std::span<const Prediction> predictions) {
            received += predictions.size();
            control.cancel.cancel();
        };
        QVERIFY_EXCEPTION_THROWN(predictor.predict(genotypes, {4}, sink, control), Cancelled);
        QCOMPARE(received, std::size_t{4});
    }

    void refusesGenesOutsideTheCell()
    {
        const auto cell = std::make_shared<const Cell>(tests::randomCell(4));
        const ModelConfig config = configForCell(nativeDefaults(), *cell);
        const ModelFile file{makeModel(config, cellSizes(*cell), 1), {}, {}, {}, {}};
        TablePredictor predictor({{file, {}}}, cell, at::kCPU, {});
        QVERIFY_EXCEPTION_THROWN(predictor.predictOne(Genotype{-1}), InputError);
        QVERIFY_EXCEPTION_THROWN(predictor.predictOne(Genotype{static_cast<GeneIndex>(cell->genes.size())}),
                                 InputError);
    }

    void refusesAModelThatDoesNotFit()
    {
        const Cell cell = tests::randomCell(4);
        const ModelConfig config = configForCell(nativeDefaults(), cell);
        const ModelFile file{makeModel(config, cellSizes(cell), 1), {}, {}, {}, {}};
        const auto other = std::make_shared<const Cell>(tests::randomCell(5, 10));
        try {
            TablePredictor predictor({{file, {}}}, other, at::kCPU, {});
            QFAIL("The model was accepted.");
        } catch (const InputError &error) {
            const QString text = QString::fromStdString(error.what());
            QVERIFY2(text.contains("metabolite_features") || text.contains("node_embedding"), qPrintable(text));
        }
    }

    void modelFileRoundTrip()
    {
        const auto cell = std::make_shared<const Cell>(tests::randomCell(6));
        const ModelConfig config = configForCell(tests::randomConfig(6), *cell);
        const CellLatentPerturbation model = makeModel(config, cellSizes(*cell), 1);
        TrainingFacts facts;
        facts.labelsSha256 = "ab";
        facts.genotypesPerOrder = {{1, 10}, {2, 40}};
        facts.fitnessRange = {0.0, 1.25};
        facts.supportPerGene.assign(cell->genes.size(), 3);
        facts.metrics = {{"fitness_pearson", 0.75}};
        facts.seed = 18446744073709551615ULL;
        facts.epochs = 12;
        facts.loss = "huber";
        QTemporaryDir folder;
        const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / "model.safetensors";
        writeModelFile(path, model, *cell, facts);

        std::vector<Issue> issues;
        const ModelFile read = readModelFile(path, issues);
        QVERIFY(issues.empty());
        QVERIFY(read.model.config() == config);
        QCOMPARE(read.model.tensors().size(), model.tensors().size());
        for (const auto &[name, tensor] : model.tensors()) {
            QVERIFY2(at::equal(read.model.tensors().at(name), tensor), name.c_str());
        }
        QCOMPARE(read.geneIdsSha256, cell->genes.idsSha256());
        QCOMPARE(read.geneIds.size(), cell->genes.size());
        QVERIFY(read.training.genotypesPerOrder == facts.genotypesPerOrder);
        QCOMPARE(read.training.fitnessRange.high, 1.25);
        QVERIFY(std::isnan(read.training.interactionRange.low));
        QVERIFY(read.training.supportPerGene == facts.supportPerGene);
        QCOMPARE(read.training.seed, facts.seed);
        requireFit(read, *cell, "model");

        // Another cell with as many genes is told apart by the hash, with the number of genes that differ.
        std::vector<Gene> genes = cell->genes.genes();
        genes[0].id = "OTHER1";
        Cell renamed = *cell;
        renamed.genes = GeneCatalogue(genes);
        try {
            requireFit(read, renamed, "model");
            QFAIL("The model was accepted.");
        } catch (const InputError &error) {
            const QString text = QString::fromStdString(error.what());
            QVERIFY2(text.contains("gene_ids_sha256") && text.contains("2 genes differ"), qPrintable(text));
        }
    }
};

QTEST_GUILESS_MAIN(TablePredictorTest)
#include "table_predictor_test.moc"
