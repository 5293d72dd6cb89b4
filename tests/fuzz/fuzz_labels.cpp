#include "engine/training/labels.h"
#include "tests/fuzz/fuzz_genes.h"
#include "tests/fuzz/fuzz_input.h"

#include <cmath>

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // Tables of ours, simulations, and those of Costanzo and Kuzmin are told apart by their columns.
    const fuzz::MemoryFile file(data, size);
    fuzz::expectInputErrors([&] {
        std::vector<Issue> issues;
        const LabelTable table = readLabels(file.path(), fuzz::smallCatalogue(), issues);
        fuzz::require(!table.labels.empty());
        for (const Label &label : table.labels) {
            fuzz::require(!std::isinf(label.fitness) && !std::isinf(label.interaction));
            fuzz::require(!std::isnan(label.fitness) || !std::isnan(label.interaction));
            fuzz::require(label.weight >= 0.0 && !(label.fitnessSd < 0.0) && !(label.pValue < 0.0) &&
                          !(label.pValue > 1.0));
            for (const GeneIndex gene : label.genotype.genes()) {
                fuzz::require(gene >= 0 && static_cast<std::size_t>(gene) < fuzz::smallCatalogue().size());
            }
        }
        for (const Issue &issue : issues) {
            fuzz::require(!issue.what.empty());
        }
    });
    return 0;
}
