#include "engine/module/screen_benchmark.h"

#include "engine/core/translate.h"
#include "engine/inference/screen.h"
#include "engine/inference/table_predictor.h"
#include "engine/module/synthetic_cell.h"
#include "engine/nn/device.h"
#include "engine/nn/naive_forward.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <sys/resource.h>
#include <vector>

namespace knockscape
{

namespace
{

using Clock = std::chrono::steady_clock;

/// Genes of the yeast cell that the targets of speed name, and of the panel whose triples are 41.9 million.
constexpr int yeastGenes = 6604;
constexpr std::size_t triplePanel = 632;

double secondsOf(const std::function<void()> &work)
{
    const Clock::time_point start = Clock::now();
    work();
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// A predictor with a random native model. The encoder is kept small: screens do not see it.
std::unique_ptr<TablePredictor> randomPredictor(int genes, std::int64_t hidden, const at::Device &device,
                                                const JobControl &control)
{
    SyntheticSizes sizes;
    sizes.genes = genes;
    sizes.features = 32;
    sizes.physicalEdges = 4 * genes;
    sizes.regulatoryEdges = 2 * genes;
    sizes.metabolites = 200;
    sizes.reactions = 300;
    sizes.incidences = 1200;
    const auto cell = std::make_shared<const Cell>(syntheticCell(sizes, 5));
    ModelConfig config = nativeDefaults();
    config.hiddenChannels = hidden;
    config = configForCell(config, *cell);
    const CellLatentPerturbation model = makeModel(config, cellSizes(*cell), 1);
    return std::make_unique<TablePredictor>(std::vector<OpenedModel>{{ModelFile{model, {}, {}, {}, {}}, {}}}, cell,
                                            device, control);
}

/// Naive pooling of one pair with the cell encoded once: 6,604 genes through the set networks for every genotype.
double naiveSeconds(int genes, const at::Device &device)
{
    SyntheticSizes sizes;
    sizes.genes = genes;
    const auto cell = std::make_shared<const Cell>(syntheticCell(sizes, 1));
    const ModelConfig config = configForCell(nativeDefaults(), *cell);
    const CellLatentPerturbation model = makeModel(config, cellSizes(*cell), 1).to(device);
    const at::Tensor combined = model.encode(makeCellTensors(*cell, config, device)).combined;
    double best = 1e9;
    for (int i = 0; i < 5; ++i) {
        best = std::min(best, secondsOf([&] { naiveReadout(model, combined, Genotype{1, 2 + i}); }));
    }
    return best;
}

/// Processor time of this process, all threads.
double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double bestMatrixRate(const at::Device &device)
{
    constexpr std::int64_t size = 1024;
    const at::Tensor a = at::ones({size, size}, at::device(device));
    double best = 1e9;
    for (int i = 0; i < 5; ++i) {
        best = std::min(best, secondsOf([&] { a.mm(a)[0][0].item<float>(); }));
    }
    return 2.0 * static_cast<double>(size * size * size) / best;
}

ScreenRequest combinationsOf(std::size_t genes, int order)
{
    ScreenRequest request;
    request.source = std::make_shared<Combinations>(allGenes(genes), order);
    request.range = {0, request.source->count()};
    return request;
}

/// Genotypes per second of whole screens, top rows and histograms included, over at most `most` genotypes from the
/// middle of the source; the best of three on a machine that others use too.
double screenRate(Predictor &predictor, ScreenRequest request, std::uint64_t most)
{
    const std::uint64_t count = std::min(most, request.source->count());
    request.range = {(request.source->count() - count) / 2, count};
    double best = 0.0;
    for (int i = 0; i < 3; ++i) {
        best = std::max(best, static_cast<double>(count) / secondsOf([&] { runScreen(predictor, request, {}); }));
    }
    return best;
}

/// Seconds for all of a request: measured where `whole`, else from the rate.
double wholeSeconds(Predictor &predictor, const ScreenRequest &request, double rate, bool whole,
                    const JobControl &control)
{
    if (!whole) {
        return static_cast<double>(request.source->count()) / rate;
    }
    return secondsOf([&] { runScreen(predictor, request, control); });
}

/// The longest that a live prediction waits for a running screen, 99th percentile in milliseconds.
double waitMilliseconds(Predictor &predictor)
{
    ScreenRequest request = combinationsOf(yeastGenes, 2);
    request.range.count = 2'000'000;
    std::vector<double> waits;
    Clock::time_point last = Clock::now();
    request.yield = [&] {
        predictor.predictOne(Genotype{1, 2, 3});
        const Clock::time_point now = Clock::now();
        waits.push_back(std::chrono::duration<double>(now - last).count());
        last = now;
    };
    runScreen(predictor, request, {});
    std::sort(waits.begin(), waits.end());
    return 1e3 * waits[waits.size() * 99 / 100];
}

void growth(TablePredictor &predictor, const at::Device &device, const FigureSink &add, const JobControl &control)
{
    constexpr std::array<const char *, 4> byOrder{"screen_rate_k1", "screen_rate_k2", "screen_rate_k3",
                                                  "screen_rate_k4"};
    for (int order = 2; order <= 4; ++order) {
        add(byOrder[static_cast<std::size_t>(order) - 1], screenRate(predictor, combinationsOf(300, order), 200'000),
            "1/s", translate("Engine", "combinations of %1 from 300 genes, h = 64", {std::to_string(order)}));
    }
    for (const auto &[hidden, name] : {std::pair{32, "screen_pairs_h32"}, std::pair{128, "screen_pairs_h128"},
                                       std::pair{256, "screen_pairs_h256"}}) {
        add(name, screenRate(*randomPredictor(1000, hidden, device, control), combinationsOf(1000, 2), 50'000), "1/s",
            translate("Engine", "pairs of 1,000 genes at h = %1", {std::to_string(hidden)}));
    }
    for (const auto &[genes, name] :
         {std::pair{1000, "screen_pairs_1000_genes"}, std::pair{3300, "screen_pairs_3300_genes"}}) {
        add(name, screenRate(predictor, combinationsOf(static_cast<std::size_t>(genes), 2), 300'000), "1/s",
            translate("Engine", "pairs of %1 genes, h = 64", {std::to_string(genes)}));
    }
    if (device.is_cpu()) {
        const int threads = at::get_num_threads();
        setThreadCount(1);
        add("screen_pairs_one_thread", screenRate(predictor, combinationsOf(yeastGenes, 2), 300'000), "1/s",
            translate("Engine", "pairs of a yeast genome by one thread"));
        setThreadCount(threads);
    }
}

} // namespace

double benchmarkScreens(const at::Device &device, bool allPairs, const FigureSink &add, const JobControl &control)
{
    const auto predictor = randomPredictor(yeastGenes, 64, device, control);
    const ScreenRequest pairs = combinationsOf(yeastGenes, 2);
    const EvaluatorFacts facts = predictor->openScreen(pairs.source)->facts();
    add("screen_threads", static_cast<double>(facts.threads), "",
        translate("Engine", "threads of screens, computing with %1", {facts.path}));
    // Peak and rate in turns, so that both see the same load of the machine.
    double peak = bestMatrixRate(device);
    double rate = screenRate(*predictor, pairs, 1'000'000);
    peak = std::max(peak, bestMatrixRate(device));
    rate = std::max(rate, screenRate(*predictor, pairs, 1'000'000));
    add("screen_pairs_per_second", rate, "1/s", translate("Engine", "pairs of a yeast genome, 6,604 genes, h = 64"));
    add("screen_operations_per_pair", facts.operations, "",
        translate("Engine", "multiplications and additions of products and attention"));
    add("screen_operations_rate", rate * facts.operations / 1e9, "GFLOP/s", translate("Engine", "these, per second"));
    add("screen_share_of_peak", 100.0 * rate * facts.operations / peak, "%",
        translate("Engine", "of the rate of a 1024×1024 product measured beside it"));
    add("screen_all_pairs", wholeSeconds(*predictor, pairs, rate, allPairs, control), "s",
        allPairs ? translate("Engine", "all 21,803,106 pairs, measured")
                 : translate("Engine", "all 21,803,106 pairs, from the rate (--all-pairs runs them)"));
    const double before = processorSeconds();
    ScreenRequest part = pairs;
    part.range.count = 500'000;
    runScreen(*predictor, part, {});
    add("screen_all_pairs_processor", (processorSeconds() - before) * static_cast<double>(pairs.source->count()) / 5e5,
        "s", translate("Engine", "processor time of all pairs, whatever else the machine does"));
    const ScreenRequest triples = combinationsOf(triplePanel, 3);
    const double tripleRate = screenRate(*predictor, triples, 500'000);
    add("screen_triples_per_second", tripleRate, "1/s", translate("Engine", "triples of 632 genes"));
    add("screen_all_triples", wholeSeconds(*predictor, triples, tripleRate, allPairs, control), "s",
        allPairs ? translate("Engine", "all 41,873,160 triples of 632 genes, measured")
                 : translate("Engine", "all 41,873,160 triples of 632 genes, from the rate"));
    add("screen_over_naive_readout", naiveSeconds(yeastGenes, device) * rate, "×",
        translate("Engine", "screened pairs over naive pooling, cell encoded once"));
    add("screen_wait_p99", waitMilliseconds(*predictor), "ms",
        translate("Engine", "a live prediction while a screen runs, waiting included, 99th percentile"));
    growth(*predictor, device, add, control);
    return rate;
}

} // namespace knockscape
