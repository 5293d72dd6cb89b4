#include "engine/core/delimited_table.h"
#include "engine/core/text.h"
#include "tests/fuzz/fuzz_input.h"

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::expectInputErrors([&] {
        const DelimitedTable table = DelimitedTable::parse(fuzz::text(data, size), "table");
        for (std::size_t row = 0; row < table.rowCount(); ++row) {
            for (std::size_t column = 0; column < table.columns().size(); ++column) {
                fuzz::require(isUtf8(table.cell(row, column)));
            }
            fuzz::require(table.line(row) >= 1);
        }
        for (std::size_t row = 0; row < table.rowCount(); ++row) {
            table.optionalNumber(row, 0);
        }
    });
    return 0;
}
