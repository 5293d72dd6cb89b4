#include "engine/training/trainer.h"

#include "engine/core/issue.h"
#include "engine/core/translate.h"
#include "engine/training/model_output.h"
#include "engine/training/training_config.h"
#include "engine/training/training_data.h"
#include "engine/training/training_run.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <system_error>
#include <thread>

namespace knockscape
{

TrainingResult trainModel(const TrainingRequest &request, const std::string &device, int threads,
                          const TrainingObserver &observer, const JobControl &control)
{
    const SplitConfig split = parseTrainingConfig(request.configJson, "config");
    TrainingConfig config = split.training;
    if (request.epochs > 0) {
        config.epochs = request.epochs;
    }
    std::vector<Issue> issues;
    ModelConfig defaults = nativeDefaults();
    defaults.geneInput = GeneInput::Combined;
    defaults.dropout = 0.05;
    defaults.interactionFactors = 64;
    defaults.factorDropout = 0.35;
    const ModelConfig modelConfig =
        configForCell(parseModelConfig(split.modelJson, "config", issues, defaults), *request.cell);
    if (modelConfig.flavour != Flavour::Native) {
        throw InputError(errorAt("config: flavour", translate("Engine", "only the native flavour is trained here"),
                                 translate("Engine", "Remove the key, or write \"native\".")));
    }
    const TrainingData data = prepareTrainingData(request, config);
    at::set_num_threads(threads > 0 ? threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
    at::manual_seed(request.seed);
    Trainer trainer(request, data, config, modelConfig, at::Device(device));
    TrainingResult result = trainer.run(observer, control);
    writeTrainedModel(request, data, config, {trainer.best(), trainer.evidence()}, trainer.cell(), result);
    if (!result.cancelled && request.checkpointSeconds >= 0.0) {
        std::error_code error;
        std::filesystem::remove(checkpointPath(request.output), error);
    }
    return result;
}

} // namespace knockscape
