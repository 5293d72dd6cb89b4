#include "engine/module/torch_benchmark.h"

#include "engine/core/translate.h"
#include "engine/inference/table_predictor.h"
#include "engine/module/screen_benchmark.h"
#include "engine/module/synthetic_cell.h"
#include "engine/module/training_benchmark.h"
#include "engine/nn/naive_forward.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <random>
#include <sys/resource.h>

namespace knockscape
{

namespace
{

using Clock = std::chrono::steady_clock;

/// Seconds that `work` takes.
template <class Work>
double seconds(const Work &work)
{
    const Clock::time_point start = Clock::now();
    work();
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Median seconds over `repeats` runs.
template <class Work>
double medianSeconds(int repeats, const Work &work)
{
    std::vector<double> times;
    for (int i = 0; i < repeats; ++i) {
        times.push_back(seconds(work));
    }
    std::nth_element(times.begin(), times.begin() + repeats / 2, times.end());
    return times[static_cast<std::size_t>(repeats / 2)];
}

double peakMemoryMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

/// The rate of one large product: what the machine can do at best.
double matrixRate(const at::Device &device)
{
    constexpr std::int64_t size = 1024;
    const at::Tensor a = at::ones({size, size}, at::device(device));
    const auto work = [&] { a.mm(a)[0][0].item<float>(); };
    work();
    return 2.0 * static_cast<double>(size * size * size) / medianSeconds(7, work) / 1e9;
}

std::vector<Genotype> randomGenotypes(int genes, std::size_t count, int size, std::uint32_t seed)
{
    std::mt19937 random(seed);
    std::uniform_int_distribution<GeneIndex> pick(0, genes - 1);
    std::vector<Genotype> genotypes;
    while (genotypes.size() < count) {
        std::vector<GeneIndex> members;
        for (int i = 0; i < size; ++i) {
            members.push_back(pick(random));
        }
        Genotype genotype(std::move(members));
        if (genotype.size() == static_cast<std::size_t>(size)) {
            genotypes.push_back(std::move(genotype));
        }
    }
    return genotypes;
}

} // namespace

std::vector<BenchmarkFigure> runBenchmark(const at::Device &device, const BenchmarkRequest &request,
                                          const JobControl &control)
{
    const c10::InferenceMode inference;
    std::vector<BenchmarkFigure> figures;
    const auto add = [&](const char *name, double value, const char *unit, const std::string &meaning) {
        figures.push_back({name, value, unit, meaning});
        control.report(translate("Engine", "Measuring"), figures.size(), 30);
    };
    const SyntheticSizes sizes;
    const auto cell = std::make_shared<const Cell>(syntheticCell(sizes, 1));
    ModelConfig config = nativeDefaults();
    config.geneEncoderLayers = 3;
    config = configForCell(config, *cell);
    const CellLatentPerturbation model = makeModel(config, cellSizes(*cell), 1);
    const CellLatentPerturbation onDevice = model.to(device);
    const CellTensors tensors = makeCellTensors(*cell, config, device);
    add("peak_sgemm", matrixRate(device), "GFLOP/s", translate("Engine", "one 1024×1024 product"));

    std::unique_ptr<TablePredictor> predictor;
    const auto build = [&] {
        predictor = std::make_unique<TablePredictor>(std::vector<OpenedModel>{{ModelFile{model, {}, {}, {}, {}}, {}}},
                                                     cell, device, control);
    };
    build();
    add("tables_built", medianSeconds(3, build), "s",
        translate("Engine", "cell encoded and tables built at the seed's sizes, h = 64"));

    const std::vector<Genotype> pairs = randomGenotypes(sizes.genes, 200'000, 2, 3);
    const double naive = medianSeconds(3, [&] { naiveForward(onDevice, tensors, pairs.front()); });
    add("naive_forward", naive, "s", translate("Engine", "one genotype by a full forward pass"));
    const at::Tensor combined = onDevice.encode(tensors).combined;
    const double pooled = medianSeconds(3, [&] { naiveReadout(onDevice, combined, pairs.front()); });
    add("naive_readout", pooled, "s", translate("Engine", "one genotype, cell encoded once, sets pooled naively"));

    std::size_t next = 0;
    predictor->predictAll(std::span(pairs).first(20'000));
    const double single = medianSeconds(400, [&] { predictor->predictOne(pairs[next++]); });
    add("single_latency", single * 1e3, "ms", translate("Engine", "one pair from tables, median"));
    const double all = seconds([&] { predictor->predictAll(pairs); });
    const double rate = static_cast<double>(pairs.size()) / all;
    add("pairs_per_second", rate, "1/s", translate("Engine", "200,000 random pairs from tables"));
    const std::vector<Genotype> triples = randomGenotypes(sizes.genes, 100'000, 3, 4);
    add("triples_per_second", static_cast<double>(triples.size()) / seconds([&] { predictor->predictAll(triples); }),
        "1/s", translate("Engine", "100,000 random triples from tables"));
    add("speedup_over_naive_forward", naive * rate, "×",
        translate("Engine", "pairs from tables over full forward passes"));
    add("speedup_over_naive_readout", pooled * rate, "×", translate("Engine", "pairs from tables over naive pooling"));
    const double screened = benchmarkScreens(device, request.allPairs, add, control);
    add("screen_over_naive_forward", naive * screened, "×",
        translate("Engine", "screened pairs over full forward passes"));
    add("peak_memory", peakMemoryMegabytes(), "MB", translate("Engine", "largest resident set of this process"));
    add("training_step", measureTrainingStep(cell, device.str(), at::get_num_threads(), control), "s",
        translate("Engine", "one training step of 4,096 pairs at the seed's sizes, default settings"));
    return figures;
}

} // namespace knockscape
