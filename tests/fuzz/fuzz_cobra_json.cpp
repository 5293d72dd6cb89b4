#include "engine/cell/importers/metabolic_model.h"
#include "tests/fuzz/fuzz_genes.h"
#include "tests/fuzz/fuzz_input.h"

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::expectInputErrors([&] {
        const ImportFile file = fuzz::importFile(data, size, "model.json");
        std::vector<Issue> issues;
        ImportedFile report;
        MetabolicModel model = readCobraJson(file, issues);
        bindRules(model, fuzz::smallCatalogue(), file.name, issues, report);
        const Hypergraph graph = buildHypergraph(model.metabolism, {});
        for (const std::int32_t node : graph.incidenceNode) {
            fuzz::require(node >= 0 && static_cast<std::size_t>(node) < graph.nodeCount());
        }
    });
    return 0;
}
