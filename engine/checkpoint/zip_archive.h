#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// A ZIP archive held in memory (APPNOTE 6.3: stored and deflated entries, zip64), read by its central directory.
///
/// Every offset and size is checked before use; entries that overlap or appear twice, encrypted ones and archives in
/// several parts are refused with InputError that names the archive and the entry. Nothing is decompressed before
/// read(). Not thread-safe.
class ZipArchive
{
public:
    /// True if `bytes` start as a ZIP archive does.
    static bool looksLikeZip(std::string_view bytes) noexcept;

    /// Reads the directory. `bytes` must outlive the archive; `where` names it in errors.
    ZipArchive(std::string_view bytes, std::string where);

    bool has(const std::string &name) const { return entries_.count(name) != 0; }
    /// Size of an entry's content in bytes, as the directory states it; 0 for an entry that is not there.
    std::uint64_t sizeOf(const std::string &name) const;
    /// Names in order.
    std::vector<std::string> names() const;

    /// The content, its CRC-32 checked. A stored entry is a view into the archive; a deflated one is kept in `buffer`.
    /// Throws InputError for damaged content, for more than `limit` bytes, and for deflated entries in a build without
    /// zlib.
    std::string_view read(const std::string &name, std::uint64_t limit, std::string &buffer) const;

private:
    struct Entry {
        std::uint64_t headerOffset = 0;
        std::uint64_t dataOffset = 0;
        std::uint64_t storedSize = 0;
        std::uint64_t size = 0;
        std::uint32_t crc = 0;
        std::uint16_t method = 0;
    };

    struct Directory {
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
        std::uint64_t count = 0;
    };

    Directory findDirectory() const;
    Directory zip64Directory(std::uint64_t endRecord) const;
    void readDirectory(const Directory &directory);
    void readZip64(std::string_view extra, Entry &entry, const std::string &name) const;
    void locateData(const std::string &name, Entry &entry) const;
    void checkOverlap(std::uint64_t directoryOffset) const;
    std::string_view inflated(const Entry &entry, const std::string &name, std::string &buffer) const;
    [[noreturn]] void refuse(const std::string &name, const std::string &what) const;

    std::string_view bytes_;
    std::string where_;
    std::map<std::string, Entry> entries_;
};

} // namespace knockscape
