#include "engine/checkpoint/torch_checkpoint.h"
#include "tests/engine/checkpoint/checkpoint_bytes.h"
#include "tests/fuzz/fuzz_input.h"

using namespace knockscape;

/// The pickle by itself, and as the description of an archive whose storages "0" and "1" exist: mutations of a whole
/// archive seldom get past its checksums.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string pickle = fuzz::text(data, size);
    fuzz::expectInputErrors([&] {
        const PickleDocument document = readPickle(pickle, "data.pkl");
        fuzz::require(document.root != nullptr && document.length <= pickle.size());
        (void)toJson(*document.root);
    });
    fuzz::expectInputErrors([&] {
        TorchCheckpoint checkpoint =
            readTorchCheckpoint(tests::checkpointOf(pickle, {std::string(24, '\1'), std::string(8, '\2')}), "file.pt");
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
