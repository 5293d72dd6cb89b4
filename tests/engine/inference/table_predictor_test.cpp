#include "engine/inference/table_predictor.h"

#include "tests/engine/nn/random_cell.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <filesystem>

using namespace knockscape;

namespace
{

constexpr double tolerance = 1e-5;

} // namespace

/// What the tables add to the model's own numbers (for which see tests/engine/nn/every_layer_test.cpp): expected
/// fitness, ensembles, ranges, errors.
class TablePredictorTest : public QObject
{
    Q_OBJECT

private slots:
    /// What a genotype is expected to be is the product of its singles, in every configuration.
    void expectedFitnessIsTheProductOfTheSingles()
    {
        for (unsigned seed = 0; seed < 40; ++seed) {
            const auto cell = std::make_shared<const Cell>(tests::randomCell(seed));
            const ModelConfig config = configForCell(tests::randomConfig(seed), *cell);
            const ModelFile file{makeModel(config, cellSizes(*cell), seed), {}, {}, {}, {}};
            TablePredictor predictor({{file, {}}}, cell, at::kCPU, {});
            const std::vector<Genotype> genotypes = tests::randomGenotypes(cell->genes.size(), seed);
            const std::vector<Prediction> predictions = predictor.predictAll(genotypes);
            // All singles at once, as the predictor asks for them: how a ratio of two small numbers is rounded can
            // depend on the size of the batch, by more than the tolerance on some processors.
            std::vector<Genotype> genes;
            for (GeneIndex gene = 0; gene < static_cast<GeneIndex>(cell->genes.size()); ++gene) {
                genes.push_back(Genotype{gene});
            }
            const std::vector<Prediction> singles = predictor.predictAll(genes);
            for (std::size_t i = 0; i < genotypes.size(); ++i) {
                double expected = 1.0;
                for (const GeneIndex gene : genotypes[i].genes()) {
                    expected *= singles[static_cast<std::size_t>(gene)].fitness;
                }
                QVERIFY2(std::abs(predictions[i].expectedFitness - expected) <=
                             tolerance * std::max(1.0, std::abs(expected)),
                         qPrintable(QString("seed %1, genotype %2").arg(seed).arg(i)));
            }
        }
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

    /// Interactions of orders that were never trained are not there, by every way of asking; all else is as it was.
    void takesAwayWhatWasNotLearnt()
    {
        const auto cell = std::make_shared<const Cell>(tests::randomCell(3, 30));
        const auto predictorWith = [&](const TrainingFacts &facts) {
            OpenedModel opened{{makeModel(configForCell(nativeDefaults(), *cell), cellSizes(*cell), 1), {}, {}, {}, {}},
                               {}};
            opened.file.training = facts;
            opened.summary.training = facts;
            std::vector<OpenedModel> models;
            models.push_back(std::move(opened));
            return std::make_unique<TablePredictor>(std::move(models), cell, at::kCPU, JobControl{});
        };
        TrainingFacts facts;
        facts.genotypesPerOrder = {{1, 10}, {2, 40}, {3, 5}};
        facts.interactionsPerOrder = {{2, 35}};
        facts.interactionRange = {-10.0, 10.0};
        facts.fitnessRange = {-10.0, 10.0};
        const auto knowing = predictorWith({});
        const auto trained = predictorWith(facts);
        std::vector<Genotype> genotypes{Genotype{}, Genotype{4}, Genotype{4, 9}, Genotype{1, 4, 9},
                                        Genotype{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}};
        const std::vector<Prediction> all = knowing->predictAll(genotypes);
        const std::vector<Prediction> masked = trained->predictAll(genotypes);
        const auto source = std::make_shared<GenotypeList>(genotypes);
        PredictionBlock block;
        trained->openScreen(source)->evaluate({0, genotypes.size()}, block);
        for (std::size_t row = 0; row < genotypes.size(); ++row) {
            const bool learnt = genotypes[row].size() < 3;
            QCOMPARE(masked[row].fitness, all[row].fitness);
            QCOMPARE(masked[row].expectedFitness, all[row].expectedFitness);
            QCOMPARE(std::isnan(masked[row].interaction), !learnt);
            QVERIFY(!learnt || masked[row].interaction == all[row].interaction);
            QCOMPARE(std::isnan(block.predictions[row].interaction), !learnt);
            QVERIFY(masked[row].inRange && !std::isnan(all[row].interaction));
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
        facts.interactionsPerOrder = {{1, 0}, {2, 35}};
        facts.genotypesPerSource = {{"simulated", 50}};
        facts.labelKind = LabelKind::Simulated;
        facts.ranking[2].count = 30;
        facts.ranking[2].hits = 3;
        facts.ranking[2].by = "interaction";
        facts.ranking[2].scores["interaction"] = {0.5, {{25, 0.12}}};
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
        QVERIFY(read.training.interactionsPerOrder == facts.interactionsPerOrder);
        QCOMPARE(read.training.labelKind, LabelKind::Simulated);
        QCOMPARE(read.training.ranking.at(2).scores.at("interaction").precision.at(25), 0.12);
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
