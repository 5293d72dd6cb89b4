#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/safetensors.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <fstream>
#include <vector>

namespace knockscape
{

void copySafetensors(const std::filesystem::path &from, const std::filesystem::path &to,
                     const std::map<std::string, std::string> &metadata)
{
    // Checks all of the header, so that what follows may rely on it.
    readSafetensorsMetadata(from);
    std::ifstream source(from, std::ios::binary);
    std::uint64_t headerBytes = 0;
    source.read(reinterpret_cast<char *>(&headerBytes), sizeof headerBytes); // NOLINT: raw bytes
    std::string text(headerBytes, '\0');
    source.read(text.data(), static_cast<std::streamsize>(headerBytes));
    nlohmann::ordered_json header = nlohmann::ordered_json::parse(text);
    header["__metadata__"] = metadata;
    text = header.dump();
    // The data starts at a multiple of 8, which readers that map the file rely on.
    text.resize((text.size() + 7) / 8 * 8, ' ');
    writeFileAtomically(to, [&](std::ostream &stream) {
        headerBytes = text.size();
        stream.write(reinterpret_cast<const char *>(&headerBytes), sizeof headerBytes); // NOLINT: raw bytes
        stream.write(text.data(), static_cast<std::streamsize>(text.size()));
        std::vector<char> chunk(std::size_t{1} << 20U);
        while (source) {
            source.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
            stream.write(chunk.data(), source.gcount());
        }
        if (source.bad()) {
            throw EngineError(errorAt(from.string(), translate("Engine", "The file cannot be read to its end."),
                                      translate("Engine", "Check the disk, and copy the file again.")));
        }
    });
}

} // namespace knockscape
