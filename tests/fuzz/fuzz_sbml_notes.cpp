#include "engine/cell/importers/sbml_notes.h"
#include "engine/cell/importers/xml_reader.h"
#include "tests/fuzz/fuzz_input.h"

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text = fuzz::text(data, size);
    // Notes are free text: nothing in them is an error.
    const SbmlNotes notes(text);
    notes.value("GENE_ASSOCIATION");
    fuzz::expectInputErrors([&] { checkXml(text, "model.xml"); });
    return 0;
}
