#include "engine/cell/importers/delimited_network.h"
#include "tests/fuzz/fuzz_network.h"

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::expectInputErrors([&] {
        ImportFile file = fuzz::importFile(data, size, "network.tsv");
        const RawNetwork raw = readDelimitedNetwork(file, "physical", {});
        fuzz::requireEveryEdgeCounted(raw, file);
    });
    return 0;
}
