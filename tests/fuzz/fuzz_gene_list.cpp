#include "engine/cell/importers/gene_annotations.h"
#include "engine/cell/importers/gene_list.h"
#include "tests/fuzz/fuzz_genes.h"
#include "tests/fuzz/fuzz_input.h"

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::expectInputErrors([&] {
        ImportFile file = fuzz::importFile(data, size, "genes.tsv");
        std::vector<Issue> issues;
        ImportedFile report;
        GeneList list = readGeneList(file, {}, issues, report);
        // What the reader let pass makes a catalogue.
        const GeneCatalogue genes(std::move(list.genes), std::move(list.annotationColumns));
        fuzz::require(genes.size() == report.genes);
    });
    fuzz::expectInputErrors([&] {
        ImportFile file = fuzz::importFile(data, size, "annotations.tsv");
        GeneList list{fuzz::smallCatalogue().genes(), {}};
        std::vector<Issue> issues;
        ImportedFile report;
        addAnnotations(file, {}, fuzz::smallCatalogue(), list, issues, report);
        for (const Gene &gene : list.genes) {
            fuzz::require(gene.annotations.size() == list.annotationColumns.size());
        }
    });
    return 0;
}
