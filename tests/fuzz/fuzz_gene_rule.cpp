#include "engine/cell/gene_rule.h"
#include "tests/fuzz/fuzz_input.h"

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::expectInputErrors([&] {
        const GeneRule rule = parseGeneRule(fuzz::text(data, size), "rule");
        if (!rule.formula.empty()) {
            // Too large to write out: true with all genes, and evaluated without trouble.
            fuzz::require(ruleHolds(rule.formula, [](std::size_t) { return true; }));
            ruleHolds(rule.formula, [](std::size_t name) { return name % 2 == 0; });
            return;
        }
        std::string written;
        for (const auto &alternative : rule.alternatives) {
            fuzz::require(!alternative.empty());
            written += written.empty() ? "(" : " or (";
            for (const std::string &gene : alternative) {
                fuzz::require(!gene.empty());
                written += &gene == &alternative.front() ? "" : " and ";
                written += ruleName(gene);
            }
            written += ')';
        }
        // The normal form means itself.
        fuzz::require(parseGeneRule(written, "rule") == rule);
    });
    return 0;
}
