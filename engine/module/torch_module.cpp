#include "engine/module/torch_module.h"

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
        return openPredictor(models, std::move(cell), resolveDevice(settings.device), control, settings.modelConfig);
    }

    ModelSummary describeModel(const std::filesystem::path &model, const std::filesystem::path &config) override
    {
        std::vector<Issue> issues;
        return summarise(readModelFile(model, issues, config), model);
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
