#include "engine/cell/importers/import_file.h"

#include "engine/core/compression.h"
#include "engine/core/files.h"
#include "engine/core/text.h"

#include <utility>

namespace knockscape
{

bool ImportFile::hasExtension(std::string_view extension) const
{
    std::string lower = lowered(path.filename().string());
    for (const std::string_view compressed : {".gz", ".bz2"}) {
        if (lower.ends_with(compressed)) {
            lower.resize(lower.size() - compressed.size());
        }
    }
    return lower.ends_with(extension);
}

ImportFile loadImportFile(const std::filesystem::path &path, std::uint64_t limit)
{
    ImportFile file;
    file.path = path;
    file.name = path.string();
    file.content = readFile(path, limit);
    // Some servers compress what is compressed already.
    if (isCompressed(file.content)) {
        file.content = decompress(std::move(file.content), file.name, limit);
    }
    file.sha256 = sha256OfFile(path);
    return file;
}

} // namespace knockscape
