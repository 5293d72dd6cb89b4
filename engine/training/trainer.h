#pragma once

#include "engine/core/job_control.h"
#include "engine/training/training.h"

#include <string>

namespace knockscape
{

/// Trains CellLatentPerturbation (native flavour) on `request.labels` and writes the model of the best validation epoch
/// to `request.output`.
///
/// `device` is a libtorch device ("cpu", "cuda:0"); `threads` is the number of CPU threads, 0 for all cores. The same
/// request, seed, thread count and CPU device give the same model, bit for bit. Cancelling does not throw: the best
/// model so far is written and the result says `cancelled`; only a cancellation before the first epoch ended throws
/// Cancelled. A pause is an `observer` or `control.progress` that does not return: the first is called after every
/// epoch, the second after every step (Progress counts steps). With TrainingRequest::checkpointSeconds a crash loses
/// little: a request with `resume` goes on from the checkpoint, on the CPU to the very model the uninterrupted training
/// would have given. Throws InputError for labels or a configuration that cannot be used and EngineError when the model
/// cannot be written. Runs on the calling thread and calls `observer` and `control.progress` there.
TrainingResult trainModel(const TrainingRequest &request, const std::string &device, int threads,
                          const TrainingObserver &observer, const JobControl &control);

} // namespace knockscape
