#include "engine/cell/importers/graph_formats.h"
#include "tests/fuzz/fuzz_genes.h"
#include "tests/fuzz/fuzz_input.h"

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::expectInputErrors([&] {
        ImportFile file = fuzz::importFile(data, size, "network.gml");
        const RawNetwork raw = readGml(file);
        std::vector<Issue> issues;
        ImportedFile report;
        const GeneNetwork network = bindNetwork(raw, "physical", raw.directed.value_or(false), fuzz::smallCatalogue(),
                                                file.name, issues, report);
        fuzz::require(network.edges().size() == report.edgesKept);
        fuzz::require(report.edgesKept + report.edgesLeftOut + report.edgesRepeated == report.edgesListed);
    });
    return 0;
}
