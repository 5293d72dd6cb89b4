#include "engine/cell/importers/recognise.h"
#include "tests/fuzz/fuzz_input.h"

using namespace knockscape;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::MemoryFile file(data, size);
    const RecognisedFile found = recogniseImportFile(file.path());
    fuzz::require(found.kind != FileKind::Unknown || !found.issues.empty());
    fuzz::require(found.kind != FileKind::Network || !found.interactionType.empty());
    return 0;
}
