#include "engine/cell/importers/graph_formats.h"
#include "tests/fuzz/fuzz_network.h"

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::expectInputErrors([&] {
        ImportFile file = fuzz::importFile(data, size, "network.xgmml");
        const RawNetwork raw = readXgmml(file);
        fuzz::requireEveryEdgeCounted(raw, file);
    });
    return 0;
}
