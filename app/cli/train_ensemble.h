#pragma once

#include "app/cli/command.h"
#include "app/cli/run_log.h"
#include "engine/module/torch_module.h"
#include "engine/training/training.h"

#include <filesystem>
#include <vector>

namespace knockscape::cli
{

/// The file of one member of an ensemble: "model.safetensors" → "model.2.safetensors"; the name itself for a lone
/// model.
std::filesystem::path memberPath(const std::filesystem::path &out, int member, int ensemble);

/// Trains `ensemble` models with seeds request.seed, request.seed + 1, …, which hold out the same rows, and returns
/// their files, which say how far the mean of all of them is off. With request.resume members that a former run
/// finished are kept and the one it was interrupted in goes on. Epochs and results are told to the person; throws
/// Cancelled after the member in progress was saved.
std::vector<std::filesystem::path> trainEnsemble(const Context &context, TorchModule &module, TrainingRequest request,
                                                 const std::filesystem::path &out, int ensemble, RunLog &log);

} // namespace knockscape::cli
