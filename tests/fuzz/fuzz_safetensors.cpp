#include "engine/core/safetensors.h"
#include "tests/fuzz/fuzz_input.h"

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::MemoryFile file(data, size);
    fuzz::expectInputErrors([&] {
        for (const auto &[name, tensor] : readSafetensors(file.path()).tensors) {
            const std::size_t values = tensor.floats.size() + tensor.integers.size();
            fuzz::require(values == static_cast<std::size_t>(tensor.elementCount()));
        }
    });
    return 0;
}
