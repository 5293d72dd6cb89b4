#include "engine/training/trainer.h"

#include "engine/core/issue.h"
#include "engine/core/translate.h"

namespace knockscape
{

TrainingResult trainModel(const TrainingRequest &request, const std::string &, int, const TrainingObserver &,
                          const JobControl &)
{
    throw EngineError(errorAt(request.output.string(), translate("Engine", "this build cannot train")));
}

} // namespace knockscape
