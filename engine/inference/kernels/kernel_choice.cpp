#include "engine/inference/kernels/kernel_choice.h"

#include <cstdlib>
#include <string>

namespace knockscape::kernels
{

std::vector<const Kernel *> usableKernels()
{
    std::vector<const Kernel *> kernels;
#ifdef KNOCKSCAPE_X86_KERNELS
    if (__builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx2") != 0) {
        kernels.push_back(&avx512Kernel);
    }
    if (__builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0) {
        kernels.push_back(&avx2Kernel);
    }
#endif
    kernels.push_back(&portableKernel);
    return kernels;
}

const Kernel &chosenKernel()
{
    const std::vector<const Kernel *> kernels = usableKernels();
    if (const char *wanted = std::getenv("KNOCKSCAPE_KERNEL"); wanted != nullptr) {
        for (const Kernel *kernel : kernels) {
            if (std::string(wanted) == kernel->name) {
                return *kernel;
            }
        }
    }
    return *kernels.front();
}

} // namespace knockscape::kernels
