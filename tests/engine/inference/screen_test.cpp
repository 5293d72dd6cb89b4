#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/inference/npy_file.h"
#include "engine/inference/screen.h"
#include "engine/inference/screen_json.h"
#include "engine/inference/table_predictor.h"
#include "engine/nn/device.h"
#include "tests/engine/nn/random_cell.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace knockscape;

namespace
{

constexpr std::size_t genes = 70;

std::unique_ptr<TablePredictor> makePredictor(unsigned seed, std::size_t models = 1)
{
    const auto cell = std::make_shared<const Cell>(tests::randomCell(3, static_cast<int>(genes)));
    std::vector<OpenedModel> opened;
    for (std::size_t model = 0; model < models; ++model) {
        const ModelConfig config = configForCell(nativeDefaults(), *cell);
        opened.push_back({{makeModel(config, cellSizes(*cell), seed + model), {}, {}, {}, {}}, {}});
        opened.back().summary.sha256 = std::to_string(seed + model);
    }
    return std::make_unique<TablePredictor>(std::move(opened), cell, at::kCPU, JobControl{});
}

ScreenRequest pairs()
{
    ScreenRequest request;
    request.source = std::make_shared<Combinations>(allGenes(genes), 2);
    request.range = {0, request.source->count()};
    request.top = 50;
    request.wantsGeneSummaries = true;
    return request;
}

} // namespace

/// Whole screens: what is kept is what a person would pick from all predictions by hand, however the screen was run.
class ScreenTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        setThreadCount(1); // batches smaller than the screens here
        predictor_ = makePredictor(1);
    }

    void keepsWhatMatches()
    {
        ScreenRequest request = pairs();
        request.where = "interaction > 0 && fitness < 1.02";
        request.by = "abs(epistasis)";
        request.descending = true;
        const ScreenResult result = runScreen(*predictor_, request, {});
        QVERIFY(result.finished);
        QCOMPARE(result.state.done, request.source->count());

        struct Row {
            std::uint64_t index;
            double key;
        };
        PredictionBlock all;
        predictor_->openScreen(request.source)->evaluate(request.range, all);
        std::vector<Row> expected;
        std::vector<std::uint64_t> degree(genes, 0);
        std::vector<double> fitness(genes, 0.0);
        for (std::size_t row = 0; row < all.size(); ++row) {
            const Prediction &p = all.predictions[row];
            const bool hit = p.interaction > 0.0 && p.fitness < 1.02;
            if (hit) {
                expected.push_back({row, std::abs(p.fitness - p.expectedFitness)});
            }
            for (const GeneIndex gene : all.genesOf(row)) {
                degree[static_cast<std::size_t>(gene)] += hit ? 1 : 0;
                fitness[static_cast<std::size_t>(gene)] += p.fitness;
            }
        }
        std::stable_sort(expected.begin(), expected.end(), [](const Row &a, const Row &b) { return a.key > b.key; });
        QVERIFY(expected.size() > 50 && expected.size() < all.size());
        QCOMPARE(result.state.hits, expected.size());
        const std::vector<ScreenRow> top = result.state.top.sorted();
        QCOMPARE(top.size(), std::size_t{50});
        for (std::size_t i = 0; i < top.size(); ++i) {
            QCOMPARE(top[i].index, expected[i].index);
            QCOMPARE(top[i].key, expected[i].key);
        }
        for (std::size_t gene = 0; gene < genes; ++gene) {
            const GeneSummary &summary = result.state.genes[gene];
            QCOMPARE(summary.genotypes, std::uint64_t{genes - 1});
            QCOMPARE(summary.hits, degree[gene]);
            QVERIFY(std::abs(summary.mean(summary.fitness) - fitness[gene] / (genes - 1.0)) < 1e-9);
            QVERIFY(request.source->genotype(summary.lowest).contains(static_cast<GeneIndex>(gene)));
        }
        std::uint64_t counted = 0;
        std::uint64_t hits = 0;
        for (const AdaptiveHistogram::Bin &bin : result.state.histograms[2].bins()) {
            counted += bin.count;
            hits += bin.hits;
        }
        QCOMPARE(counted, result.state.done);
        QCOMPARE(hits, result.state.hits);
    }

    /// Pairs by default: what the models' validation says, and genes without support last.
    void ranksByWhatTheModelsSay()
    {
        const auto cell = std::make_shared<const Cell>(tests::randomCell(3, static_cast<int>(genes)));
        OpenedModel opened{{makeModel(configForCell(nativeDefaults(), *cell), cellSizes(*cell), 1), {}, {}, {}, {}},
                           {}};
        TrainingFacts &facts = opened.summary.training;
        facts.genotypesPerOrder = {{1, 70}, {2, 900}};
        facts.interactionsPerOrder = {{2, 900}};
        facts.ranking[2].count = 100;
        facts.ranking[2].hits = 10;
        facts.ranking[2].scores = {{"epistasis", {0.5, {{25, 0.4}}}}, {"interaction", {0.1, {{25, 0.2}}}}};
        for (std::size_t gene = 0; gene < genes; ++gene) {
            facts.supportPerGene.push_back(static_cast<std::int64_t>(gene % 8));
        }
        opened.file.training = facts;
        std::vector<OpenedModel> models;
        models.push_back(std::move(opened));
        TablePredictor predictor(std::move(models), cell, at::kCPU, JobControl{});
        ScreenRequest request = pairs();
        request.top = 5000;
        const ScreenResult result = runScreen(predictor, request, {});
        const std::vector<ScreenRow> rows = result.state.top.sorted();
        std::uint64_t lacking = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QCOMPARE(rows[i].key, rows[i].prediction.epistasis());
            const bool lacks = rows[i].prediction.support < defaultMinSupport;
            lacking += lacks ? 1 : 0;
            const bool sameTier = i > 0 && lacks == (rows[i - 1].prediction.support < defaultMinSupport);
            QVERIFY(i == 0 || (sameTier ? rows[i - 1].key <= rows[i].key : lacks));
        }
        QVERIFY(lacking > 0 && lacking < rows.size());
        QCOMPARE(result.state.unsupported, lacking);

        // The same as asked for by name; another floor is another screen.
        const std::string fingerprint = screenFingerprint(predictor, request);
        request.by = "epistasis";
        QCOMPARE(screenFingerprint(predictor, request), fingerprint);
        request.minSupport = 0;
        QVERIFY(screenFingerprint(predictor, request) != fingerprint);
        const ScreenResult lifted = runScreen(predictor, request, {});
        QCOMPARE(lifted.state.unsupported, std::uint64_t{0});
        QVERIFY(lifted.state.top.sorted().front().key <= rows.front().key);
        // Who sorts by the support wants to see what has least of it.
        request.by = "support";
        request.minSupport = defaultMinSupport;
        QCOMPARE(runScreen(predictor, request, {}).state.top.sorted().front().prediction.support, std::int64_t{0});
    }

    void cancelKeepsWhatIsDoneAndResumeGoesOn()
    {
        QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        ScreenRequest request = pairs();
        request.matrix = root / "whole.npy";
        const ScreenResult whole = runScreen(*predictor_, request, {});

        request.matrix = root / "parts.npy";
        request.checkpoint = root / "state";
        request.resume = true; // nothing to resume at first
        std::vector<std::uint64_t> ends;
        for (int part = 0; part < 20; ++part) {
            JobControl control;
            const auto stop = [&](const Progress &) { control.cancel.cancel(); };
            control.progress = stop;
            auto fresh = makePredictor(1); // as after a crash
            setThreadCount(part % 2 + 1);
            const ScreenResult result = runScreen(*fresh, request, control);
            QCOMPARE(result.resumedAt, ends.empty() ? 0 : ends.back());
            ends.push_back(result.state.done);
            if (result.finished) {
                QCOMPARE(toJson(result.state), toJson(whole.state));
                break;
            }
            QVERIFY(!std::filesystem::exists(request.matrix));
            QVERIFY(std::filesystem::exists(request.checkpoint));
        }
        QVERIFY2(ends.size() > 1, "one batch was everything");
        QCOMPARE(ends.back(), request.source->count());
        const NpyArray left = readNpy(root / "whole.npy");
        const NpyArray right = readNpy(root / "parts.npy");
        QVERIFY((left.shape == std::vector<std::uint64_t>{2, genes, genes}));
        QVERIFY(left.values == right.values); // no NaN among them, or this would fail
        const Prediction pair = predictor_->predictOne(Genotype{3, 40});
        const Prediction single = predictor_->predictOne(Genotype{40});
        QVERIFY(std::abs(left.values[3 * genes + 40] - pair.fitness) < 1e-5);
        QVERIFY(std::abs(left.values[genes * genes + 40 * genes + 3] - pair.interaction) < 1e-5);
        QVERIFY(std::abs(left.values[40 * genes + 40] - single.fitness) < 1e-5);
    }

    void refusesToResumeAnotherScreen()
    {
        QTemporaryDir folder;
        ScreenRequest request = pairs();
        request.checkpoint = std::filesystem::path(folder.path().toStdString()) / "state";
        JobControl control;
        control.progress = [&](const Progress &) { control.cancel.cancel(); };
        QVERIFY(!runScreen(*predictor_, request, control).finished);
        request.resume = true;
        const auto refuses = [&](Predictor &predictor, const ScreenRequest &other) {
            try {
                runScreen(predictor, other, {});
                return false;
            } catch (const InputError &) {
                return true;
            }
        };
        ScreenRequest other = request;
        other.where = "n == 2";
        QVERIFY(refuses(*predictor_, other));
        other = request;
        other.range.count /= 2;
        QVERIFY(refuses(*predictor_, other));
        QVERIFY(refuses(*makePredictor(2), request));
        writeFileAtomically(request.checkpoint, [](std::ostream &stream) { stream << "what?"; });
        QVERIFY(refuses(*predictor_, request));
        request.resume = false;
        QVERIFY(runScreen(*predictor_, request, {}).finished);
    }

    void shardsAddUpToTheWhole()
    {
        const ScreenRequest request = pairs();
        const ScreenResult whole = runScreen(*predictor_, request, {});
        ScreenState merged;
        for (std::uint64_t shard = 1; shard <= 3; ++shard) {
            ScreenRequest part = request;
            part.range = shardRange(request.source->count(), shard, 3);
            QCOMPARE(screenFingerprint(*predictor_, part), screenFingerprint(*predictor_, request));
            const ScreenState state = runScreen(*predictor_, part, {}).state;
            if (shard == 1) {
                merged = state;
            } else {
                merged.merge(state);
            }
        }
        QCOMPARE(merged.done, whole.state.done);
        const std::vector<ScreenRow> left = merged.top.sorted();
        const std::vector<ScreenRow> right = whole.state.top.sorted();
        QCOMPARE(left.size(), right.size());
        for (std::size_t i = 0; i < left.size(); ++i) {
            QCOMPARE(left[i].index, right[i].index);
            QCOMPARE(left[i].key, right[i].key);
        }
        QCOMPARE(merged.genes[5].genotypes, whole.state.genes[5].genotypes);
        QCOMPARE(merged.genes[5].lowest, whole.state.genes[5].lowest);
    }

    void livePredictionsAreAnsweredMeanwhile()
    {
        ScreenRequest request = pairs();
        const ScreenResult alone = runScreen(*predictor_, request, {});
        const Prediction expected = predictor_->predictOne(Genotype{1, 2, 3});
        int answered = 0;
        request.yield = [&] {
            QCOMPARE(predictor_->predictOne(Genotype{1, 2, 3}).fitness, expected.fitness);
            ++answered;
        };
        const ScreenResult result = runScreen(*predictor_, request, {});
        QVERIFY(answered > 0);
        QCOMPARE(toJson(result.state), toJson(alone.state));
    }

    void columnsOfOtherScreens()
    {
        QTemporaryDir folder;
        ScreenRequest request = pairs();
        request.source = std::make_shared<Combinations>(std::vector<GeneIndex>{1, 5, 9, 20, 33}, 3);
        request.range = shardRange(request.source->count(), 2, 2);
        request.matrix = std::filesystem::path(folder.path().toStdString()) / "m.npy";
        request.matrixColumns = {"fitness", "fitness - expected_fitness", "n"};
        QCOMPARE(estimateScreen(*predictor_, request).diskBytes, NpyFile::bytes({5, 3}));
        QVERIFY(runScreen(*predictor_, request, {}).finished);
        const NpyArray array = readNpy(request.matrix);
        QVERIFY((array.shape == std::vector<std::uint64_t>{5, 3}));
        const Prediction third = predictor_->predictOne(request.source->genotype(7));
        QVERIFY(std::abs(array.values[6] - third.fitness) < 1e-5);
        QVERIFY(std::abs(array.values[7] - third.epistasis()) < 1e-5);
        QCOMPARE(array.values[8], 3.0F);
    }

    void spreadNeedsAnEnsemble()
    {
        ScreenRequest request = pairs();
        request.by = "fitness_sd";
        QVERIFY_EXCEPTION_THROWN(runScreen(*predictor_, request, {}), InputError);
        QVERIFY_EXCEPTION_THROWN(estimateScreen(*predictor_, request), InputError);
        const auto ensemble = makePredictor(1, 3);
        const ScreenResult result = runScreen(*ensemble, request, {});
        QVERIFY(result.state.top.sorted().front().prediction.fitnessSd >= 0.0);
    }

private:
    std::unique_ptr<TablePredictor> predictor_;
};

QTEST_GUILESS_MAIN(ScreenTest)
#include "screen_test.moc"
