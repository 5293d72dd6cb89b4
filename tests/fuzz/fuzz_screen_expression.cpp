#include "engine/inference/screen_expression.h"
#include "tests/fuzz/fuzz_input.h"

#include <bit>

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::expectInputErrors([&] {
        const ScreenExpression expression = ScreenExpression::parse(fuzz::text(data, size), "--where");
        Prediction prediction;
        prediction.fitness = 0.5;
        prediction.interaction = -0.25;
        prediction.expectedFitness = 0.75;
        const double value = expression.value(prediction, 2);
        // The stored text means the same.
        const double again = ScreenExpression::parse(expression.text(), "--where").value(prediction, 2);
        fuzz::require(std::bit_cast<std::uint64_t>(value) == std::bit_cast<std::uint64_t>(again));
    });
    return 0;
}
