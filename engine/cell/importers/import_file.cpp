#include "engine/cell/importers/import_file.h"

#include "engine/core/compression.h"
#include "engine/core/files.h"
#include "engine/core/text.h"
#include "engine/core/text_encoding.h"

#include <utility>

namespace knockscape
{

namespace
{

/// XML, JSON and others in UTF-16, too, are told by their first characters.
void decodeWide(ImportFile &file)
{
    if (looksLikeUtf16(file.content)) {
        file.issues = decodeText(file.content, file.name);
    }
}

} // namespace

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
    decodeWide(file);
    file.sha256 = sha256OfFile(path);
    return file;
}

ImportFile loadImportFileStart(const std::filesystem::path &path, std::uint64_t limit, bool &complete)
{
    ImportFile file;
    file.path = path;
    file.name = path.string();
    file.content = readFileStart(path, limit, complete);
    if (isCompressed(file.content)) {
        bool inner = false;
        file.content = decompressedStart(std::move(file.content), file.name, limit, inner);
        complete = complete && inner;
    }
    decodeWide(file);
    if (const std::size_t end = file.content.rfind('\n'); !complete && end != std::string::npos) {
        file.content.resize(end + 1);
    }
    return file;
}

} // namespace knockscape
