#include "engine/cell/knockout_list.h"
#include "tests/fuzz/fuzz_genes.h"
#include "tests/fuzz/fuzz_input.h"

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const GeneCatalogue &genes = fuzz::smallCatalogue();
    const std::string text = fuzz::text(data, size);
    fuzz::expectInputErrors([&] {
        std::vector<Issue> said;
        for (const KnockoutEntry &entry : parseKnockoutList(text, genes, "list", said)) {
            fuzz::require(entry.genotype.genes().size() <= genes.size() && entry.line >= 1);
        }
    });
    fuzz::expectInputErrors([&] { parseKnockoutArgument(text, genes); });
    return 0;
}
