#include "engine/core/compression.h"
#include "tests/fuzz/fuzz_input.h"

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::uint64_t limit = 1 << 20;
    const std::string bytes = fuzz::text(data, size);
    std::string whole;
    bool decompressed = false;
    fuzz::expectInputErrors([&] {
        whole = decompress(bytes, "file.gz", limit);
        decompressed = true;
        fuzz::require(whole.size() <= limit);
    });
    fuzz::expectInputErrors([&] {
        bool complete = false;
        const std::string start = decompressedStart(bytes, "file.gz", limit, complete);
        // Whatever decompresses as a whole has that as its start.
        fuzz::require(!decompressed || (complete && start == whole));
    });
    return 0;
}
