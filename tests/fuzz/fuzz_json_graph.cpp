#include "engine/cell/importers/json_graph.h"
#include "tests/fuzz/fuzz_network.h"

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::expectInputErrors([&] {
        const ImportFile file = fuzz::importFile(data, size, "graph.json");
        const RawNetwork raw = readJsonGraph(file);
        fuzz::requireEveryEdgeCounted(raw, file);
    });
    return 0;
}
