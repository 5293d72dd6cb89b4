#include "engine/module/torch_module.h"

#include "engine/core/files.h"
#include "engine/core/translate.h"
#include "engine/inference/table_predictor.h"
#include "engine/module/self_check.h"
#include "engine/module/torch_benchmark.h"
#include "engine/nn/device.h"
#include "engine/training/trainer.h"

#include <torch/version.h>

#include <utility>

namespace knockscape
{

namespace
{

class LinkedTorchModule : public TorchModule
{
public:
    std::string version() const override { return "libtorch " TORCH_VERSION; }

    std::vector<DeviceInfo> devices() const override
    {
        std::vector<DeviceInfo> result;
        for (auto &[id, description] : availableDevices()) {
            result.push_back({std::move(id), std::move(description)});
        }
        return result;
    }

    std::unique_ptr<Predictor> openModels(const std::vector<std::filesystem::path> &models,
                                          std::shared_ptr<const Cell> cell, const TorchSettings &settings,
                                          const JobControl &control) override
    {
        setThreadCount(settings.threads);
        const auto options = [&settings](const std::filesystem::path &model) {
            const auto answers = settings.modelAnswers.find(model);
            return ModelReadOptions{
                settings.modelConfig, answers == settings.modelAnswers.end() ? std::string() : answers->second, {}};
        };
        return openPredictor(models, std::move(cell), resolveDevice(settings.device), control, options);
    }

    ModelSummary describeModel(const std::filesystem::path &model, const ModelReadOptions &options,
                               const Cell *cell) override
    {
        std::vector<Issue> issues;
        const ModelFile file = readModelFile(model, issues, options);
        ModelSummary summary = summarise(file, model);
        summary.issues = std::move(issues);
        if (cell != nullptr) {
            summary.misfits = misfits(file, *cell, model.string());
        }
        return summary;
    }

    ModelSummary convertModel(const ConversionRequest &request) override
    {
        std::vector<Issue> issues;
        ModelFile file = readModelFile(request.input, issues, request.options);
        if (request.cell != nullptr) {
            std::vector<Issue> problems = misfits(file, *request.cell, request.input.string());
            if (!problems.empty()) {
                throw InputError(std::move(problems));
            }
            file.geneIdsSha256 = request.cell->genes.idsSha256();
            file.geneIds.clear();
            for (const Gene &gene : request.cell->genes.genes()) {
                file.geneIds.push_back(gene.id);
            }
        }
        file.created = utcNow();
        file.origin.insert(file.origin.begin(), {{"converted_from", request.input.filename().string()},
                                                 {"sha256", sha256OfFile(request.input)},
                                                 {"format", file.format}});
        writeModelFile(request.output, file);
        ModelSummary summary = summarise(file, request.output);
        summary.issues = std::move(issues);
        return summary;
    }

    TrainingResult train(const TrainingRequest &request, const TorchSettings &settings,
                         const TrainingObserver &observer, const JobControl &control) override
    {
        return trainModel(request, resolveDevice(settings.device).str(), settings.threads, observer, control);
    }

    std::vector<BenchmarkFigure> benchmark(const TorchSettings &settings, const BenchmarkRequest &request,
                                           const JobControl &control) override
    {
        setThreadCount(settings.threads);
        return runBenchmark(resolveDevice(settings.device), request, control);
    }

    std::vector<SelfCheck> selfCheck(const TorchSettings &settings, const JobControl &control) override
    {
        setThreadCount(settings.threads);
        return runSelfChecks(resolveDevice(settings.device), control);
    }
};

} // namespace

} // namespace knockscape

/// The one symbol the loader asks for.
extern "C" __attribute__((visibility("default"))) knockscape::TorchModule *knockscapeTorchModule()
{
    static knockscape::LinkedTorchModule module;
    return &module;
}
