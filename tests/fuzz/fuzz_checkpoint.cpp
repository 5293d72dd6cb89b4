#include "engine/checkpoint/torch_checkpoint.h"
#include "tests/fuzz/fuzz_input.h"

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::expectInputErrors([&] {
        TorchCheckpoint checkpoint = readTorchCheckpoint(fuzz::text(data, size), "file.pt");
        (void)toJson(checkpoint.root());
        for (const StateDict &dict : checkpoint.stateDicts()) {
            for (const auto &[name, tensor] : dict.tensors) {
                const NamedTensor read = checkpoint.read(*tensor, name);
                fuzz::require(read.floats.size() + read.integers.size() ==
                              static_cast<std::size_t>(read.elementCount()));
            }
        }
    });
    return 0;
}
