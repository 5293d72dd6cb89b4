#pragma once

#include <cstddef>
#include <fstream>
#include <string>

namespace knockscape
{

/// Begins a new measurement of the highest memory this process takes (Linux).
inline void resetPeakMemory()
{
    std::ofstream("/proc/self/clear_refs") << "5";
}

/// Highest resident memory since then, in MiB; 0 where the system does not tell.
inline std::size_t peakMemoryMiB()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) {
            return std::stoul(line.substr(6)) / 1024;
        }
    }
    return 0;
}

} // namespace knockscape
