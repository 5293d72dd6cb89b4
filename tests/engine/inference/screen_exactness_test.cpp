#include "engine/inference/kernels/kernel_choice.h"
#include "engine/inference/table_predictor.h"
#include "engine/nn/device.h"
#include "engine/nn/naive_forward.h"
#include "tests/engine/nn/random_cell.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>

using namespace knockscape;

namespace
{

constexpr double tolerance = 1e-5;
using Source = std::shared_ptr<const GenotypeSource>;

bool close(double fast, double slow)
{
    return std::abs(fast - slow) <= tolerance * std::max(1.0, std::abs(slow));
}

/// Bit for bit, so that NaN equals itself.
bool same(const Prediction &left, const Prediction &right)
{
    const auto bits = [](double left_, double right_) { return std::memcmp(&left_, &right_, sizeof(double)) == 0; };
    return bits(left.fitness, right.fitness) && bits(left.interaction, right.interaction) &&
           bits(left.expectedFitness, right.expectedFitness) && bits(left.fitnessSd, right.fitnessSd) &&
           bits(left.interactionSd, right.interactionSd) && left.support == right.support &&
           left.inRange == right.inRange;
}

std::vector<Genotype> smallGenotypes(std::size_t genes, unsigned seed)
{
    std::vector<Genotype> genotypes;
    for (unsigned round = 0; round < 6; ++round) {
        for (Genotype &genotype : tests::randomGenotypes(genes, seed + round)) {
            if (genotype.size() <= FusedModel::largestSize) {
                genotypes.push_back(std::move(genotype));
            }
        }
    }
    return genotypes;
}

/// Every kind of source; 70 genes make panels of more than two tiles, the last one partly filled.
std::vector<Source> sources(std::size_t genes, unsigned seed)
{
    return {
        std::make_shared<Combinations>(allGenes(genes), 1),
        std::make_shared<Combinations>(allGenes(genes), 2),
        std::make_shared<Combinations>(std::vector<GeneIndex>{40, 3, 61, 9, 17, 22, 68, 30, 5}, 3),
        std::make_shared<Combinations>(std::vector<GeneIndex>{4, 8, 15, 16, 23, 42}, 5),
        std::make_shared<Combinations>(allGenes(genes), 1, std::vector<GeneIndex>{33}),
        std::make_shared<Combinations>(allGenes(genes), 1, std::vector<GeneIndex>{50, 2, 69}),
        std::make_shared<Combinations>(std::vector<GeneIndex>{1, 7, 31, 32, 33, 64}, 2, std::vector<GeneIndex>{5, 40}),
        std::make_shared<GenotypeList>(smallGenotypes(genes, seed)),
        std::make_shared<GenotypeList>(tests::randomGenotypes(genes, seed))};
}

std::vector<Prediction> evaluateAll(ScreenEvaluator &evaluator, std::uint64_t batch)
{
    std::vector<Prediction> all;
    PredictionBlock block;
    const std::uint64_t count = evaluator.source().count();
    for (std::uint64_t first = 0; first < count; first += batch) {
        evaluator.evaluate({first, std::min(batch, count - first)}, block);
        all.insert(all.end(), block.predictions.begin(), block.predictions.end());
    }
    return all;
}

ModelFile randomModel(const Cell &cell, unsigned seed)
{
    const ModelConfig config = configForCell(tests::randomConfig(seed), cell);
    ModelFile file{makeModel(config, cellSizes(cell), seed), {}, {}, {}, {}};
    // torchcell's ratio is unbounded: with a wild-type head near 0 it magnifies the rounding of every float32 path.
    const std::string last = "fitness_head." + std::to_string(4 * std::max(1, config.headLayers - 1)) + ".bias";
    file.model.tensors().at(last).fill_(1.0);
    return file;
}

} // namespace

/// A screen answers what predict answers and what the naive full forward pass answers, in every variant of the kernel.
class ScreenExactnessTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup()
    {
        qunsetenv("KNOCKSCAPE_KERNEL");
        setThreadCount(1);
    }

    void equalsPredictAndReference_data()
    {
        QTest::addColumn<QString>("kernel");
        QTest::addColumn<unsigned>("seed");
        for (const kernels::Kernel *kernel : kernels::usableKernels()) {
            for (unsigned seed = 0; seed < 24; ++seed) {
                QTest::newRow(qPrintable(QString("%1, seed %2").arg(kernel->name).arg(seed))) << kernel->name << seed;
            }
        }
    }

    void equalsPredictAndReference()
    {
        QFETCH(QString, kernel);
        QFETCH(unsigned, seed);
        qputenv("KNOCKSCAPE_KERNEL", kernel.toLatin1());
        const c10::InferenceMode inference;
        const auto cell = std::make_shared<const Cell>(tests::randomCell(seed, 70));
        const ModelFile file = randomModel(*cell, seed);
        TablePredictor predictor({{file, {}}}, cell, at::kCPU, {});
        const CellTensors tensors = makeCellTensors(*cell, file.model.config(), at::kCPU);
        const at::Tensor combined = file.model.encode(tensors).combined;
        for (const Source &source : sources(cell->genes.size(), seed)) {
            const auto evaluator = predictor.openScreen(source);
            const bool fused = source->largestSize() <= FusedModel::largestSize;
            QCOMPARE(QString::fromStdString(evaluator->facts().path), fused ? kernel : QString("libtorch"));
            const std::vector<Prediction> screened = evaluateAll(*evaluator, 37);
            std::vector<Genotype> genotypes;
            for (std::uint64_t index = 0; index < source->count(); ++index) {
                genotypes.push_back(source->genotype(index));
            }
            const std::vector<Prediction> predicted = predictor.predictAll(genotypes);
            QCOMPARE(screened.size(), predicted.size());
            for (std::size_t i = 0; i < screened.size(); ++i) {
                const Prediction &fast = screened[i];
                const Prediction &slow = predicted[i];
                QVERIFY2(close(fast.fitness, slow.fitness) && close(fast.interaction, slow.interaction) &&
                             close(fast.expectedFitness, slow.expectedFitness),
                         qPrintable(QString("genotype %1 of %2 genes: %3 %4, predict says %5 %6")
                                        .arg(i)
                                        .arg(genotypes[i].size())
                                        .arg(fast.fitness)
                                        .arg(fast.interaction)
                                        .arg(slow.fitness)
                                        .arg(slow.interaction)));
                if (i % 17 == 0) {
                    const NaiveOutputs naive = naiveReadout(file.model, combined, genotypes[i]);
                    QVERIFY(close(fast.fitness, naive.fitness) && close(fast.interaction, naive.interaction));
                }
            }
        }
    }

    void anAnswerDependsOnTheGenotypeAlone()
    {
        const auto cell = std::make_shared<const Cell>(tests::randomCell(5, 70));
        ModelFile first = randomModel(*cell, 4);
        ModelFile second = randomModel(*cell, 6);
        TablePredictor predictor({{first, {}}, {second, {}}}, cell, at::kCPU, {});
        for (const Source &source : sources(cell->genes.size(), 5)) {
            if (source->largestSize() > FusedModel::largestSize) {
                continue; // libtorch's products round differently in batches of another size
            }
            setThreadCount(1);
            const std::vector<Prediction> whole = evaluateAll(*predictor.openScreen(source), 1U << 20U);
            QCOMPARE(whole.size(), static_cast<std::size_t>(source->count()));
            for (const auto &[threads, batch] : {std::pair{1, 1}, {1, 33}, {3, 7}, {4, 500}}) {
                setThreadCount(threads);
                const std::vector<Prediction> pieces = evaluateAll(*predictor.openScreen(source), batch);
                QVERIFY(std::equal(whole.begin(), whole.end(), pieces.begin(), pieces.end(), same));
            }
        }
    }

    void ensembleSupportAndRange()
    {
        const auto cell = std::make_shared<const Cell>(tests::randomCell(8, 70));
        ModelFile first = randomModel(*cell, 8);
        ModelFile second = randomModel(*cell, 10);
        first.training.supportPerGene.assign(70, 7);
        second.training.supportPerGene.assign(70, 9);
        second.training.supportPerGene[4] = 2;
        ModelSummary narrow;
        narrow.training.interactionRange = {0.0, 0.01};
        TablePredictor predictor({{first, {}}, {second, narrow}}, cell, at::kCPU, {});
        const auto source = std::make_shared<Combinations>(allGenes(70), 2);
        const std::vector<Prediction> screened = evaluateAll(*predictor.openScreen(source), 512);
        std::size_t outside = 0;
        for (std::uint64_t i = 0; i < source->count(); i += 7) {
            const Prediction predicted = predictor.predictOne(source->genotype(i));
            const Prediction &fast = screened[static_cast<std::size_t>(i)];
            QVERIFY(close(fast.fitnessSd, predicted.fitnessSd) && close(fast.interactionSd, predicted.interactionSd));
            QVERIFY(close(fast.fitness, predicted.fitness) && close(fast.expectedFitness, predicted.expectedFitness));
            QCOMPARE(fast.support, predicted.support);
            QCOMPARE(fast.support, source->genotype(i).contains(4) ? std::int64_t{2} : std::int64_t{7});
            outside += fast.inRange ? 0 : 1;
        }
        QVERIFY(outside > 0);
    }

    void notANumberStaysVisible()
    {
        const auto cell = std::make_shared<const Cell>(tests::randomCell(9, 70));
        const ModelFile file = randomModel(*cell, 8);
        file.model.tensors().at("combiner.0.weight").fill_(std::nanf(""));
        TablePredictor predictor({{file, {}}}, cell, at::kCPU, {});
        for (const kernels::Kernel *kernel : kernels::usableKernels()) {
            qputenv("KNOCKSCAPE_KERNEL", kernel->name);
            TablePredictor fresh({{file, {}}}, cell, at::kCPU, {});
            for (const Prediction &prediction :
                 evaluateAll(*fresh.openScreen(std::make_shared<Combinations>(allGenes(40), 2)), 300)) {
                QVERIFY(std::isnan(prediction.fitness) && std::isnan(prediction.interaction));
            }
        }
    }

    void refusesGenesOutsideTheCell()
    {
        const auto cell = std::make_shared<const Cell>(tests::randomCell(4, 30));
        TablePredictor predictor({{randomModel(*cell, 4), {}}}, cell, at::kCPU, {});
        QVERIFY_EXCEPTION_THROWN(predictor.openScreen(std::make_shared<Combinations>(allGenes(31), 2)), InputError);
        QVERIFY_EXCEPTION_THROWN(
            predictor.openScreen(std::make_shared<GenotypeList>(std::vector<Genotype>{Genotype{-1, 3}})), InputError);
    }
};

QTEST_GUILESS_MAIN(ScreenExactnessTest)
#include "screen_exactness_test.moc"
