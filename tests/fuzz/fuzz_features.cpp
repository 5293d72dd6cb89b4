#include "engine/cell/importers/gene_features.h"
#include "tests/fuzz/fuzz_genes.h"
#include "tests/fuzz/fuzz_input.h"

#include <cmath>

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // Tables, FASTA and .npy are told apart by content; .safetensors has a target of its own.
    fuzz::expectInputErrors([&] {
        ImportFile file = fuzz::importFile(data, size, "features.tsv");
        std::vector<Issue> issues;
        ImportedFile report;
        const FeatureMatrix matrix = readGeneFeatures(file, {}, fuzz::smallCatalogue(), issues, report);
        fuzz::require(matrix.values.size() == matrix.columns * fuzz::smallCatalogue().size());
        for (const float value : matrix.values) {
            fuzz::require(std::isfinite(value));
        }
    });
    fuzz::expectInputErrors([&] { genesOfFeatures(fuzz::importFile(data, size, "features.tsv"), {}); });
    return 0;
}
