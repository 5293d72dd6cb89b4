#include "engine/cell/gene_rule.h"
#include "tests/fuzz/fuzz_input.h"

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::expectInputErrors([&] {
        const GeneRule rule = parseGeneRule(fuzz::text(data, size), "rule");
        std::string written;
        for (const auto &alternative : rule.alternatives) {
            fuzz::require(!alternative.empty());
            written += written.empty() ? "(" : " or (";
            for (const std::string &gene : alternative) {
                fuzz::require(!gene.empty());
                written += &gene == &alternative.front() ? "" : " and ";
                written += gene;
            }
            written += ')';
        }
        // The normal form means itself.
        fuzz::require(parseGeneRule(written, "rule") == rule);
    });
    return 0;
}
