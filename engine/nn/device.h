#pragma once

#include <ATen/ATen.h>

#include <string>
#include <utility>
#include <vector>

namespace knockscape
{

/// The libtorch device that "auto", "cpu", "cuda" or "cuda:i" means here. "auto" is the first CUDA device, else the
/// CPU. Throws InputError where there is no such device.
at::Device resolveDevice(const std::string &name);

/// Every device a model can run on: the name for resolveDevice() and a description.
std::vector<std::pair<std::string, std::string>> availableDevices();

/// Sets how many CPU threads libtorch uses; 0 takes all cores.
void setThreadCount(int threads);

} // namespace knockscape
