#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace knockscape
{

/// Reads a whole file, decompressing .gz and .bz2 (recognised by content, not by name).
/// Throws InputError (missing, unreadable, a folder, corrupt, or larger than `limit` bytes after decompression:
/// the limit is what stops a compression bomb).
std::string readFile(const std::filesystem::path &path, std::uint64_t limit = std::uint64_t{4} << 30);

/// The first `limit` bytes of a file's content, decompressed; `complete` tells whether that was all of it. At most
/// `limit` bytes of the file are read. Throws InputError like readFile.
std::string readFileStart(const std::filesystem::path &path, std::uint64_t limit, bool &complete);

/// Writes a file all or nothing: `write` fills a temporary file in the same folder, which is flushed to disk and then
/// renamed over `path`. On any failure, a full disk included, the old file is untouched and EngineError says why.
void writeFileAtomically(const std::filesystem::path &path, const std::function<void(std::ostream &)> &write);

/// Lower-case hexadecimal SHA-256 (FIPS 180-4) of `bytes`.
std::string sha256(std::string_view bytes);

/// SHA-256 of a file's content. Throws InputError when it cannot be read.
std::string sha256OfFile(const std::filesystem::path &path);

} // namespace knockscape
