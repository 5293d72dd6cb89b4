#pragma once

#include "engine/inference/predictor.h"
#include "engine/module/benchmark.h"
#include "engine/training/training.h"

#include <filesystem>
#include <map>
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
    /// Per model file, what a person answered to its MissingHyperparameters, as JSON text.
    std::map<std::filesystem::path, std::string> modelAnswers = {};
};

/// A model file to write anew as ours.
struct ConversionRequest {
    std::filesystem::path input;
    std::filesystem::path output;
    ModelReadOptions options;
    /// The cell that the model must fit and whose gene ids are recorded; null where it is not known.
    std::shared_ptr<const Cell> cell;
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

    /// Reads what a model file says about itself, and with a `cell`, whether it fits (ModelSummary::misfits).
    virtual ModelSummary describeModel(const std::filesystem::path &model, const ModelReadOptions &options = {},
                                       const Cell *cell = nullptr) = 0;

    /// Writes a model file of ours from any that can be read; it predicts the same bits. Returns the new file's
    /// summary, with the issues of reading. Throws InputError, also where the model does not fit the cell.
    virtual ModelSummary convertModel(const ConversionRequest &request) = 0;

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
