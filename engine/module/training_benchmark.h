#pragma once

#include "engine/cell/cell.h"
#include "engine/core/job_control.h"

#include <memory>
#include <string>

namespace knockscape
{

/// Seconds of one training step of 4,096 random pairs on `cell` with the default settings (encoder and readout, forward
/// and back, optimiser): the median of some steps after the first. 0 threads are all cores.
double measureTrainingStep(const std::shared_ptr<const Cell> &cell, const std::string &device, int threads,
                           const JobControl &control);

} // namespace knockscape
