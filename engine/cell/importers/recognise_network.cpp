#include "engine/cell/importers/recognise_parts.h"

#include <algorithm>

namespace knockscape::recognition
{

void describeNetwork(const ImportFile &file, const RawNetwork &network, RecognisedFile &result)
{
    constexpr std::size_t shownNames = 5;
    result.formatName = network.format;
    result.directed = network.directed;
    result.counts.nodes = network.names().size();
    result.counts.edges = network.edges().size();
    const bool hasSample = !result.sampleRows.empty();
    for (std::size_t i = 0; i < std::min(network.names().size(), shownNames) && !hasSample; ++i) {
        result.sampleRows.push_back({network.names()[i]});
    }
    result.issues.insert(result.issues.end(), network.issues.begin(), network.issues.end());
    network.leftOut.report(file.name, interactionsLeftOut, result.issues);
}

void recogniseGraph(ImportFile &file, const GraphFormat &format, RecognisedFile &result)
{
    result.kind = FileKind::Network;
    result.formatName = format.name(file);
    result.interactionType = suggestedType(file);
    if (result.complete) {
        const RawNetwork network = format.read(file, result.interactionType);
        result.columns = network.columns;
        describeNetwork(file, network, result);
    }
}

} // namespace knockscape::recognition
