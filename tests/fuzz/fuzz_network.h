#pragma once

#include "engine/cell/importers/raw_network.h"
#include "tests/fuzz/fuzz_genes.h"
#include "tests/fuzz/fuzz_input.h"

#include <vector>

namespace knockscape::fuzz
{

/// Binds `raw` to the small catalogue; every interaction must be kept, left out or repeated, and be counted once.
inline void requireEveryEdgeCounted(const RawNetwork &raw, const ImportFile &file)
{
    std::vector<Issue> issues;
    ImportedFile report;
    const GeneNetwork network =
        bindNetwork(raw, "physical", raw.directed.value_or(false), smallCatalogue(), file.name, issues, report);
    require(network.edges().size() == report.edgesKept);
    require(report.edgesKept + report.edgesLeftOut + report.edgesRepeated == report.edgesListed);
}

} // namespace knockscape::fuzz
