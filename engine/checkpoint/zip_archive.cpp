#include "engine/checkpoint/zip_archive.h"

#include "engine/checkpoint/crc32.h"
#include "engine/core/issue.h"
#include "engine/core/translate.h"

#ifdef KNOCKSCAPE_ZLIB
#include <zlib.h>
#endif

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>
#include <vector>

namespace knockscape
{

static_assert(std::endian::native == std::endian::little, "ZIP numbers are little-endian");

namespace
{

constexpr std::uint32_t localSignature = 0x04034B50;
constexpr std::uint32_t directorySignature = 0x02014B50;
constexpr std::uint32_t endSignature = 0x06054B50;
constexpr std::uint32_t zip64EndSignature = 0x06064B50;
constexpr std::uint32_t zip64LocatorSignature = 0x07064B50;
constexpr std::size_t localHeaderBytes = 30;
constexpr std::size_t directoryHeaderBytes = 46;
constexpr std::size_t endRecordBytes = 22;
constexpr std::size_t zip64EndBytes = 56;
constexpr std::size_t zip64LocatorBytes = 20;
constexpr std::uint32_t inZip64 = 0xFFFFFFFF;
constexpr std::uint16_t encryptedFlag = 1;
constexpr std::uint16_t storedMethod = 0;
constexpr std::uint16_t deflatedMethod = 8;
/// Deflate cannot do better (RFC 1951: 258 bytes from two bits).
constexpr std::uint64_t largestRatio = 1032;

template <class Number>
Number numberAt(std::string_view bytes, std::uint64_t offset)
{
    Number value;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

} // namespace

bool ZipArchive::looksLikeZip(std::string_view bytes) noexcept
{
    return bytes.size() >= 4 && numberAt<std::uint32_t>(bytes, 0) == localSignature;
}

ZipArchive::ZipArchive(std::string_view bytes, std::string where) : bytes_(bytes), where_(std::move(where))
{
    const Directory directory = findDirectory();
    readDirectory(directory);
    checkOverlap(directory.offset);
}

void ZipArchive::refuse(const std::string &name, const std::string &what) const
{
    throw InputError(errorAt(name.empty() ? where_ : where_ + ": " + name, what,
                             translate("Engine", "Copy or download the file again, or save it once more.")));
}

ZipArchive::Directory ZipArchive::findDirectory() const
{
    // The end record is last but for a comment of at most 65,535 bytes, whose length must reach the end exactly.
    const std::uint64_t size = bytes_.size();
    for (std::uint64_t back = endRecordBytes; back <= size && back <= endRecordBytes + 0xFFFF; ++back) {
        const std::uint64_t end = size - back;
        if (numberAt<std::uint32_t>(bytes_, end) != endSignature ||
            numberAt<std::uint16_t>(bytes_, end + 20) != back - endRecordBytes) {
            continue;
        }
        if (end >= zip64LocatorBytes &&
            numberAt<std::uint32_t>(bytes_, end - zip64LocatorBytes) == zip64LocatorSignature) {
            return zip64Directory(end);
        }
        if (numberAt<std::uint16_t>(bytes_, end + 4) != 0 || numberAt<std::uint16_t>(bytes_, end + 6) != 0 ||
            numberAt<std::uint16_t>(bytes_, end + 8) != numberAt<std::uint16_t>(bytes_, end + 10)) {
            refuse({}, translate("Engine", "The archive is one part of several."));
        }
        const Directory directory{numberAt<std::uint32_t>(bytes_, end + 16), numberAt<std::uint32_t>(bytes_, end + 12),
                                  numberAt<std::uint16_t>(bytes_, end + 10)};
        if (directory.offset + directory.size != end) {
            refuse({}, translate("Engine", "The archive's directory is not where the archive says."));
        }
        return directory;
    }
    refuse({}, translate("Engine", "The archive has no directory: the file is cut short."));
}

ZipArchive::Directory ZipArchive::zip64Directory(std::uint64_t endRecord) const
{
    const std::uint64_t locator = endRecord - zip64LocatorBytes;
    const auto offset = numberAt<std::uint64_t>(bytes_, locator + 8);
    if (locator < zip64EndBytes || offset > locator - zip64EndBytes ||
        numberAt<std::uint32_t>(bytes_, offset) != zip64EndSignature) {
        refuse({}, translate("Engine", "The archive's directory is not where the archive says."));
    }
    const Directory directory{numberAt<std::uint64_t>(bytes_, offset + 48),
                              numberAt<std::uint64_t>(bytes_, offset + 40),
                              numberAt<std::uint64_t>(bytes_, offset + 32)};
    if (numberAt<std::uint32_t>(bytes_, offset + 16) != 0 || numberAt<std::uint32_t>(bytes_, offset + 20) != 0 ||
        directory.offset > offset || directory.size != offset - directory.offset) {
        refuse({}, translate("Engine", "The archive's directory is not where the archive says."));
    }
    return directory;
}

void ZipArchive::readDirectory(const Directory &directory)
{
    std::uint64_t position = directory.offset;
    const std::uint64_t end = directory.offset + directory.size;
    for (std::uint64_t i = 0; i < directory.count; ++i) {
        if (end - position < directoryHeaderBytes || numberAt<std::uint32_t>(bytes_, position) != directorySignature) {
            refuse({}, translate("Engine", "The archive's directory is damaged."));
        }
        const std::uint64_t nameBytes = numberAt<std::uint16_t>(bytes_, position + 28);
        const std::uint64_t extraBytes = numberAt<std::uint16_t>(bytes_, position + 30);
        const std::uint64_t commentBytes = numberAt<std::uint16_t>(bytes_, position + 32);
        if (end - position - directoryHeaderBytes < nameBytes + extraBytes + commentBytes) {
            refuse({}, translate("Engine", "The archive's directory is damaged."));
        }
        const std::string name(bytes_.substr(position + directoryHeaderBytes, nameBytes));
        Entry entry;
        entry.method = numberAt<std::uint16_t>(bytes_, position + 10);
        entry.crc = numberAt<std::uint32_t>(bytes_, position + 16);
        entry.storedSize = numberAt<std::uint32_t>(bytes_, position + 20);
        entry.size = numberAt<std::uint32_t>(bytes_, position + 24);
        entry.headerOffset = numberAt<std::uint32_t>(bytes_, position + 42);
        readZip64(bytes_.substr(position + directoryHeaderBytes + nameBytes, extraBytes), entry, name);
        if ((numberAt<std::uint16_t>(bytes_, position + 8) & encryptedFlag) != 0) {
            refuse(name, translate("Engine", "The entry is encrypted."));
        }
        if (entry.headerOffset > directory.offset) {
            refuse(name, translate("Engine", "The entry lies outside the archive."));
        }
        locateData(name, entry);
        if (!entries_.emplace(name, entry).second) {
            refuse(name, translate("Engine", "The archive holds this entry twice."));
        }
        position += directoryHeaderBytes + nameBytes + extraBytes + commentBytes;
    }
    if (position != end) {
        refuse({}, translate("Engine", "The archive's directory is damaged."));
    }
}

void ZipArchive::readZip64(std::string_view extra, Entry &entry, const std::string &name) const
{
    while (extra.size() >= 4) {
        const auto kind = numberAt<std::uint16_t>(extra, 0);
        const std::size_t length = numberAt<std::uint16_t>(extra, 2);
        if (length > extra.size() - 4) {
            break;
        }
        std::string_view field = extra.substr(4, length);
        extra.remove_prefix(4 + length);
        if (kind != 1) {
            continue;
        }
        for (std::uint64_t *value : {&entry.size, &entry.storedSize, &entry.headerOffset}) {
            if (*value == inZip64) {
                if (field.size() < 8) {
                    refuse(name, translate("Engine", "The archive's directory is damaged."));
                }
                *value = numberAt<std::uint64_t>(field, 0);
                field.remove_prefix(8);
            }
        }
        return;
    }
}

void ZipArchive::locateData(const std::string &name, Entry &entry) const
{
    const std::uint64_t size = bytes_.size();
    const std::uint64_t header = entry.headerOffset;
    if (size < localHeaderBytes || header > size - localHeaderBytes ||
        numberAt<std::uint32_t>(bytes_, header) != localSignature) {
        refuse(name, translate("Engine", "The entry is not where the directory says."));
    }
    const std::uint64_t nameBytes = numberAt<std::uint16_t>(bytes_, header + 26);
    entry.dataOffset = header + localHeaderBytes + nameBytes + numberAt<std::uint16_t>(bytes_, header + 28);
    if (entry.dataOffset > size || entry.storedSize > size - entry.dataOffset) {
        refuse(name, translate("Engine", "The entry ends beyond the end of the file."));
    }
    if (bytes_.substr(header + localHeaderBytes, nameBytes) != name) {
        refuse(name, translate("Engine", "The entry has another name than the directory says."));
    }
    if (entry.method == storedMethod && entry.size != entry.storedSize) {
        refuse(name, translate("Engine", "The entry's two sizes differ."));
    }
    if (entry.method == deflatedMethod && entry.size / largestRatio > entry.storedSize) {
        refuse(name, translate("Engine", "The entry claims more content than its bytes can hold."));
    }
}

void ZipArchive::checkOverlap(std::uint64_t directoryOffset) const
{
    std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges;
    ranges.reserve(entries_.size());
    for (const auto &[name, entry] : entries_) {
        ranges.emplace_back(entry.headerOffset, entry.dataOffset + entry.storedSize);
    }
    std::sort(ranges.begin(), ranges.end());
    std::uint64_t end = 0;
    for (const auto &[first, last] : ranges) {
        if (first < end) {
            refuse({}, translate("Engine", "Entries of the archive overlap."));
        }
        end = last;
    }
    if (end > directoryOffset) {
        refuse({}, translate("Engine", "Entries of the archive overlap."));
    }
}

std::uint64_t ZipArchive::sizeOf(const std::string &name) const
{
    const auto found = entries_.find(name);
    return found == entries_.end() ? 0 : found->second.size;
}

std::vector<std::string> ZipArchive::names() const
{
    std::vector<std::string> result;
    result.reserve(entries_.size());
    for (const auto &[name, entry] : entries_) {
        result.push_back(name);
    }
    return result;
}

std::string_view ZipArchive::read(const std::string &name, std::uint64_t limit, std::string &buffer) const
{
    const auto found = entries_.find(name);
    if (found == entries_.end()) {
        refuse(name, translate("Engine", "The archive lacks this entry."));
    }
    const Entry &entry = found->second;
    if (entry.size > limit) {
        refuse(name, translate("Engine", "The entry holds %1 bytes; at most %2 were expected.",
                               {std::to_string(entry.size), std::to_string(limit)}));
    }
    std::string_view content;
    if (entry.method == storedMethod) {
        content = bytes_.substr(entry.dataOffset, entry.size);
    } else if (entry.method == deflatedMethod) {
        content = inflated(entry, name, buffer);
    } else {
        refuse(name, translate("Engine", "The entry is compressed by method %1, which cannot be read.",
                               {std::to_string(entry.method)}));
    }
    if (crc32Of(content) != entry.crc) {
        refuse(name, translate("Engine", "The entry is damaged: its CRC-32 does not match."));
    }
    return content;
}

std::string_view ZipArchive::inflated([[maybe_unused]] const Entry &entry, const std::string &name,
                                      [[maybe_unused]] std::string &buffer) const
{
#ifdef KNOCKSCAPE_ZLIB
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) {
        refuse(name, translate("Engine", "The entry cannot be decompressed."));
    }
    struct End {
        z_stream *stream;
        ~End() { inflateEnd(stream); }
    } end{&stream};
    constexpr std::uint64_t step = 1 << 20;
    buffer.clear();
    std::uint64_t used = 0;
    int status = Z_OK;
    while (status == Z_OK) {
        const std::uint64_t given = std::min(step, entry.storedSize - used);
        const std::uint64_t before = buffer.size();
        // One byte more than the directory says: content that goes on is noticed.
        buffer.resize(std::min(before + step, entry.size + 1));
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes_.data() + entry.dataOffset + used));
        stream.avail_in = static_cast<uInt>(given);
        stream.next_out = reinterpret_cast<Bytef *>(buffer.data() + before);
        stream.avail_out = static_cast<uInt>(buffer.size() - before);
        status = inflate(&stream, Z_NO_FLUSH);
        used += given - stream.avail_in;
        buffer.resize(buffer.size() - stream.avail_out);
        if (status == Z_OK && buffer.size() == before && stream.avail_in == given) {
            break;
        }
    }
    if (status != Z_STREAM_END || buffer.size() != entry.size || used != entry.storedSize) {
        refuse(name, translate("Engine", "The entry is damaged: it does not decompress to %1 bytes.",
                               {std::to_string(entry.size)}));
    }
    return buffer;
#else
    throw InputError(errorAt(where_ + ": " + name, translate("Engine", "This build cannot read deflated entries."),
                             translate("Engine", "Save the file again with torch.save, which does not compress.")));
#endif
}

} // namespace knockscape
