#include "engine/cell/importers/import_file.h"

#include "engine/core/files.h"
#include "engine/core/text.h"

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

ImportFile loadImportFile(const std::filesystem::path &path)
{
    ImportFile file;
    file.path = path;
    file.name = path.string();
    file.content = readFile(path, std::uint64_t{2} << 30U);
    file.sha256 = sha256OfFile(path);
    return file;
}

} // namespace knockscape
