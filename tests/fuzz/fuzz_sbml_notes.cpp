#include "engine/cell/gene_rule.h"
#include "engine/cell/importers/sbml_notes.h"
#include "engine/cell/importers/sbml_outline.h"
#include "engine/cell/importers/xml_reader.h"
#include "tests/fuzz/fuzz_input.h"

#include <algorithm>

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text = fuzz::text(data, size);
    // Notes are free text: nothing in them is an error.
    const SbmlNotes notes(text);
    notes.value("GENE_ASSOCIATION");
    fuzz::expectInputErrors([&] { checkXml(text, "model.xml"); });
    fuzz::expectInputErrors([&] {
        const ImportFile file = fuzz::importFile(data, size, "model.xml");
        const SbmlOutline outline = readSbmlOutline(file, 1000);
        fuzz::require(std::count(outline.xml.begin(), outline.xml.end(), '\n') ==
                      std::count(file.content.begin(), file.content.end(), '\n'));
        for (const auto &entry : outline.rules) {
            fuzz::expectInputErrors([&] { parseGeneRule(entry.second, "model.xml"); });
        }
    });
    return 0;
}
