#include "engine/core/issue.h"
#include "engine/core/paths.h"
#include "engine/core/translate.h"
#include "engine/module/torch_module.h"

#include <cstdlib>
#include <dlfcn.h>

namespace knockscape
{

namespace
{

constexpr const char *moduleName = "knockscape_torch.so";
constexpr const char *factoryName = "knockscapeTorchModule";
using Factory = TorchModule *(*)();

std::vector<std::filesystem::path> candidates()
{
    if (const char *path = std::getenv("KNOCKSCAPE_TORCH_MODULE"); path != nullptr && *path != '\0') {
        return {path};
    }
    const std::filesystem::path folder = executableDirectory();
    return {folder / moduleName, folder / ".." / KNOCKSCAPE_PRIVATE_LIBDIR / moduleName};
}

[[noreturn]] void fail(const std::string &where, const std::string &what)
{
    throw EngineError(errorAt(where, what,
                              translate("Engine", "Prediction and training need libtorch: install it, or build "
                                                  "Knockscape with it (see README).")));
}

/// OpenMP's threads spin between two operations unless told otherwise, which on a busy machine keeps the others from
/// running: encoding a cell took 1.3 s instead of 0.3 s. It reads this once, when it is loaded.
void keepIdleThreadsQuiet()
{
    setenv("OMP_WAIT_POLICY", "passive", 0);
}

TorchModule &loadModule()
{
    keepIdleThreadsQuiet();
    const std::vector<std::filesystem::path> paths = candidates();
    for (const std::filesystem::path &path : paths) {
        std::error_code error;
        if (!std::filesystem::exists(path, error)) {
            continue;
        }
        // Local: libtorch's symbols stay out of everybody else's way. Never closed: libtorch cannot be unloaded.
        void *library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
        if (library == nullptr) {
            const char *reason = dlerror();
            fail(path.string(), translate("Engine", "The engine module cannot be loaded: %1",
                                          {reason == nullptr ? std::string() : std::string(reason)}));
        }
        const auto factory = reinterpret_cast<Factory>(dlsym(library, factoryName)); // NOLINT: what dlsym is for
        TorchModule *module = factory == nullptr ? nullptr : factory();
        if (module == nullptr) {
            fail(path.string(), translate("Engine", "This file is not Knockscape's engine module."));
        }
        return *module;
    }
    fail(paths.front().string(), translate("Engine", "The engine module is not there."));
}

} // namespace

TorchModule &torchModule()
{
    // A failed load throws out of the initialiser, so the next call tries again.
    static TorchModule &module = loadModule();
    return module;
}

} // namespace knockscape
