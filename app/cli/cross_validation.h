#pragma once

#include "app/cli/command.h"
#include "app/cli/run_log.h"
#include "engine/module/torch_module.h"
#include "engine/training/splits.h"
#include "engine/training/training.h"

#include <filesystem>

namespace knockscape::cli
{

struct CrossValidation {
    int folds = 5;
    int ensemble = 1;
    /// What is held out together.
    SplitKind kind = SplitKind::Random;
};

/// Trains an ensemble for each fold, on the other folds' rows ("model.fold2.safetensors", …), measures it on the fold's
/// rows beside the baselines, and prints every fold and the mean of all to stdout, below them what each score that a
/// screen may rank by finds there. Splits that the labels name are not looked at.
void crossValidate(const Context &context, TorchModule &module, TrainingRequest request,
                   const std::filesystem::path &out, const CrossValidation &options, RunLog &log);

} // namespace knockscape::cli
