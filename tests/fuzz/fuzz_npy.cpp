#include "engine/cell/importers/gene_features.h"
#include "engine/inference/npy_file.h"
#include "tests/fuzz/fuzz_input.h"

#include <numeric>

using namespace knockscape;

namespace
{

std::size_t valuesOf(const std::vector<std::uint64_t> &shape)
{
    return std::accumulate(shape.begin(), shape.end(), std::size_t{1}, std::multiplies<>());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // Features of any type and order, and the matrices of screens, which are ours.
    fuzz::expectInputErrors([&] {
        const NumpyMatrix matrix = readNumpy(fuzz::importFile(data, size, "features.npy"));
        fuzz::require(matrix.values.size() == matrix.rows * matrix.columns && matrix.values.size() <= size);
    });
    const fuzz::MemoryFile file(data, size);
    fuzz::expectInputErrors([&] {
        const NpyArray array = readNpy(file.path());
        fuzz::require(array.values.size() == valuesOf(array.shape) && array.values.size() * sizeof(float) <= size);
        fuzz::require(readNpyShape(file.path()) == array.shape);
    });
    fuzz::expectInputErrors([&] {
        const NpyMap map(file.path());
        const std::size_t count = valuesOf(map.shape());
        fuzz::require(count * sizeof(float) <= size);
        // Every value can be looked at.
        volatile float last = 0.0F;
        for (std::size_t i = 0; i < count; ++i) {
            last = map.values()[i];
        }
    });
    return 0;
}
