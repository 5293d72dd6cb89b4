#pragma once

#include "engine/core/issue.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// A file that an importer reads: its decompressed content and what messages and the cell's sources call it.
struct ImportFile {
    std::filesystem::path path;
    /// The path as given, for messages.
    std::string name;
    std::string content;
    /// SHA-256 of the file as it is on disk.
    std::string sha256;
    /// How the text was read where that is settled on loading (UTF-16).
    std::vector<Issue> issues;

    /// "NAME:LINE" for messages.
    std::string at(std::size_t line) const { return name + ":" + std::to_string(line); }
    /// True if the file's name, without .gz or .bz2, ends in `extension` (".sif"), in any case.
    bool hasExtension(std::string_view extension) const;
};

/// Reads a file of at most `limit` bytes, decompressed, UTF-16 as UTF-8. Throws InputError.
ImportFile loadImportFile(const std::filesystem::path &path, std::uint64_t limit);

/// The first `limit` bytes of a file's content in the same way, without a last line that is cut; `complete` tells
/// whether that was all. Without SHA-256.
ImportFile loadImportFileStart(const std::filesystem::path &path, std::uint64_t limit, bool &complete);

} // namespace knockscape
