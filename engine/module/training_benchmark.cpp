#include "engine/module/training_benchmark.h"

#include "engine/core/issue.h"
#include "engine/core/translate.h"
#include "engine/training/trainer.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <system_error>
#include <vector>

#include <unistd.h>

namespace knockscape
{

namespace
{

constexpr std::size_t genotypesPerStep = 4096;

/// Pairs that all have both values, so that nothing is derived and an epoch is exactly one step.
LabelTable randomPairs(GeneIndex geneCount)
{
    std::mt19937 random(5);
    std::uniform_int_distribution<GeneIndex> pick(0, geneCount - 1);
    std::normal_distribution<double> noise(0.0, 0.1);
    LabelTable table;
    table.sha256 = "benchmark";
    while (table.labels.size() < genotypesPerStep) {
        Label row;
        row.genotype = Genotype{pick(random), pick(random)};
        row.fitness = 0.9 + noise(random);
        row.interaction = noise(random);
        if (row.genotype.size() == 2) {
            table.labels.push_back(std::move(row));
        }
    }
    return table;
}

/// A folder of its own in the system's temporary one, removed with what is in it.
class TemporaryFolder
{
public:
    TemporaryFolder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "knockscape-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) {
            throw EngineError(errorAt(pattern, translate("Engine", "the folder cannot be made"),
                                      translate("Engine", "Free space, or set TMPDIR to another folder.")));
        }
        path_ = pattern;
    }
    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;
    ~TemporaryFolder()
    {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }
    const std::filesystem::path &path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace

double measureTrainingStep(const std::shared_ptr<const Cell> &cell, const std::string &device, int threads,
                           const JobControl &control)
{
    const c10::InferenceMode training(false);
    const TemporaryFolder folder;
    TrainingRequest request;
    request.cell = cell;
    request.labels = randomPairs(static_cast<GeneIndex>(cell->genes.size()));
    request.configJson = R"({"batch_size": 4096, "test_fraction": 0})";
    request.epochs = 6;
    request.validationFraction = 0.0;
    request.output = folder.path() / "benchmark.safetensors";
    std::vector<double> seconds;
    JobControl quiet;
    quiet.cancel = control.cancel;
    trainModel(
        request, device, threads, [&](const EpochReport &report) { seconds.push_back(report.seconds); }, quiet);
    // The first step also allocates.
    seconds.erase(seconds.begin());
    std::nth_element(seconds.begin(), seconds.begin() + static_cast<std::ptrdiff_t>(seconds.size() / 2), seconds.end());
    return seconds[seconds.size() / 2];
}

} // namespace knockscape
