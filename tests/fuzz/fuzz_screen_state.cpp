#include "engine/inference/screen_json.h"
#include "tests/fuzz/fuzz_input.h"

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::expectInputErrors([&] {
        const std::string once = toJson(parseScreenState(fuzz::text(data, size), "state"));
        fuzz::require(toJson(parseScreenState(once, "state")) == once);
    });
    return 0;
}
