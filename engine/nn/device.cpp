#include "engine/nn/device.h"

#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <ATen/Parallel.h>
#include <torch/cuda.h>

#include <thread>

namespace knockscape
{

namespace
{

int cudaDeviceCount()
{
    return torch::cuda::is_available() ? static_cast<int>(torch::cuda::device_count()) : 0;
}

int coreCount()
{
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

} // namespace

at::Device resolveDevice(const std::string &name)
{
    const std::string where = "--device " + name;
    const int count = name == "cpu" ? 0 : cudaDeviceCount();
    if (name == "cpu" || (name == "auto" && count == 0)) {
        return at::kCPU;
    }
    constexpr std::string_view prefix = "cuda:";
    long long index = 0;
    if (name.starts_with(prefix)) {
        const auto parsed = parseInteger(std::string_view(name).substr(prefix.size()));
        index = parsed ? *parsed : -1;
    }
    if ((name != "auto" && name != "cuda" && !name.starts_with(prefix)) || index < 0) {
        throw InputError(errorAt(where, translate("Engine", "This is not a device."),
                                 translate("Engine", "Use auto, cpu, cuda or cuda:0.")));
    }
    if (count == 0) {
        throw InputError(
            errorAt(where, translate("Engine", "No CUDA device can be used here."),
                    translate("Engine", "Use “cpu” or “auto”, or install a libtorch with CUDA and its driver.")));
    }
    if (index >= count) {
        throw InputError(errorAt(where, translate("Engine", "There are only %1 CUDA devices.", {std::to_string(count)}),
                                 translate("Engine", "Use a number below that.")));
    }
    return {at::kCUDA, static_cast<c10::DeviceIndex>(index)};
}

std::vector<std::pair<std::string, std::string>> availableDevices()
{
    std::vector<std::pair<std::string, std::string>> devices;
    devices.emplace_back("cpu", translateCount("Engine", "CPU, %1 thread", "CPU, %1 threads", coreCount()));
    for (int index = 0; index < cudaDeviceCount(); ++index) {
        devices.emplace_back("cuda:" + std::to_string(index),
                             translate("Engine", "CUDA device %1", {std::to_string(index)}));
    }
    return devices;
}

void setThreadCount(int threads)
{
    at::set_num_threads(threads > 0 ? threads : coreCount());
}

} // namespace knockscape
