#pragma once

#include "engine/inference/predictor.h"
#include "engine/module/benchmark.h"
#include "engine/training/training.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace knockscape
{

/// A device a model can run on.
struct DeviceInfo {
    /// "cpu", "cuda:0", …: what --device takes.
    std::string id;
    /// "NVIDIA H200, 139 GiB", "CPU, 2 threads".
    std::string description;
};

/// Where and how libtorch runs.
struct TorchSettings {
    /// "auto" (first CUDA device, else CPU), "cpu", "cuda" or "cuda:i".
    std::string device = "auto";
    /// 0 uses all cores.
    int threads = 0;
    /// Hyper-parameters (JSON) of models whose files carry none; empty takes config.json beside such a file.
    std::filesystem::path modelConfig;
};

/// Everything that needs libtorch, behind one interface, so that programs start without it and load it when needed
/// (linking libtorch costs about a second before main).
class TorchModule
{
public:
    TorchModule() = default;
    TorchModule(const TorchModule &) = delete;
    TorchModule &operator=(const TorchModule &) = delete;
    virtual ~TorchModule() = default;

    /// "libtorch 1.13.1".
    virtual std::string version() const = 0;
    virtual std::vector<DeviceInfo> devices() const = 0;

    /// Opens one model, or several as an ensemble, for `cell`. Throws InputError for an unreadable file, an unknown
    /// device, or a model that does not fit the cell (the tensor or field is named).
    virtual std::unique_ptr<Predictor> openModels(const std::vector<std::filesystem::path> &models,
                                                  std::shared_ptr<const Cell> cell, const TorchSettings &settings,
                                                  const JobControl &control) = 0;

    /// Reads what a model file says about itself, without a cell. `config` as TorchSettings::modelConfig.
    virtual ModelSummary describeModel(const std::filesystem::path &model,
                                       const std::filesystem::path &config = {}) = 0;

    /// Trains a model; see TrainingRequest.
    virtual TrainingResult train(const TrainingRequest &request, const TorchSettings &settings,
                                 const TrainingObserver &observer, const JobControl &control) = 0;

    /// Measures speed and memory on a random cell of the seed's sizes (takes up to a minute and about 500 MB).
    virtual std::vector<BenchmarkFigure> benchmark(const TorchSettings &settings, const BenchmarkRequest &request,
                                                   const JobControl &control) = 0;
    /// Compares the fast paths with the independent reference, and the device with the CPU, for every convolution and
    /// flavour (runSelfChecks()).
    virtual std::vector<SelfCheck> selfCheck(const TorchSettings &settings, const JobControl &control) = 0;
};

/// Loads the module on first call (thread-safe, once per process) from beside the executable or the private library
/// folder; $KNOCKSCAPE_TORCH_MODULE overrides the path. Throws EngineError that says what is missing. The module lives
/// until the process ends.
TorchModule &torchModule();

} // namespace knockscape
