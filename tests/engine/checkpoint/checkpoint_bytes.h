#pragma once

#include "engine/checkpoint/crc32.h"

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape::tests
{

template <class Number>
std::string littleEndian(Number value)
{
    std::string bytes(sizeof value, '\0');
    std::memcpy(bytes.data(), &value, sizeof value);
    return bytes;
}

inline std::string u16(unsigned value)
{
    return littleEndian(static_cast<std::uint16_t>(value));
}

inline std::string u32(std::uint64_t value)
{
    return littleEndian(static_cast<std::uint32_t>(value));
}

/// One stored entry of an archive. What differs from the truth makes a malformed one.
struct ZipEntry {
    std::string name;
    std::string content;
    std::int64_t claimedSize = -1;
    std::int64_t claimedOffset = -1;
    std::int64_t claimedCrc = -1;
    unsigned method = 0;
    unsigned flags = 0;
};

/// A ZIP archive of stored entries.
inline std::string zipOf(const std::vector<ZipEntry> &entries)
{
    std::string file;
    std::string directory;
    for (const ZipEntry &entry : entries) {
        const std::uint64_t size = entry.claimedSize < 0 ? entry.content.size() : std::uint64_t(entry.claimedSize);
        const std::uint64_t crc = entry.claimedCrc < 0 ? crc32Of(entry.content) : std::uint64_t(entry.claimedCrc);
        const std::uint64_t offset = entry.claimedOffset < 0 ? file.size() : std::uint64_t(entry.claimedOffset);
        const std::string common = u16(20) + u16(entry.flags) + u16(entry.method) + u32(0) + u32(crc) + u32(size) +
                                   u32(size) + u16(unsigned(entry.name.size())) + u16(0);
        file += std::string("PK\x03\x04") + common + entry.name + entry.content;
        directory +=
            std::string("PK\x01\x02") + u16(20) + common + u16(0) + u16(0) + u16(0) + u32(0) + u32(offset) + entry.name;
    }
    const auto count = unsigned(entries.size());
    return file + directory + "PK\x05\x06" + u16(0) + u16(0) + u16(count) + u16(count) + u32(directory.size()) +
           u32(file.size()) + u16(0);
}

/// A pickle text: BINUNICODE.
inline std::string pickled(std::string_view text)
{
    return std::string("X") + u32(text.size()) + std::string(text);
}

/// A pickled number: BININT.
inline std::string pickled(std::int32_t number)
{
    return std::string("J") + littleEndian(number);
}

inline std::string pickledTuple(const std::vector<std::int32_t> &numbers)
{
    std::string bytes = "(";
    for (const std::int32_t number : numbers) {
        bytes += pickled(number);
    }
    return bytes + "t";
}

/// A tensor as torch.save writes it: _rebuild_tensor_v2(storage, offset, shape, strides, False, OrderedDict()).
inline std::string pickledTensor(const std::string &storageType, const std::string &key, std::int32_t elements,
                                 std::int32_t offset, const std::vector<std::int32_t> &shape,
                                 const std::vector<std::int32_t> &strides)
{
    return std::string("ctorch._utils\n_rebuild_tensor_v2\n((") + pickled("storage") + "ctorch\n" + storageType + "\n" +
           pickled(key) + pickled("cpu") + pickled(elements) + "tQ" + pickled(offset) + pickledTuple(shape) +
           pickledTuple(strides) + "\x89" + "ccollections\nOrderedDict\n)RtR";
}

/// {"name": value, …} of values that are pickled already.
inline std::string pickledDict(const std::vector<std::pair<std::string, std::string>> &entries)
{
    std::string bytes = "}(";
    for (const auto &[name, value] : entries) {
        bytes += pickled(name) + value;
    }
    return bytes + "u";
}

inline std::string wholePickle(const std::string &value)
{
    return std::string("\x80\x02") + value + ".";
}

inline std::string floatBytes(const std::vector<float> &values)
{
    std::string bytes(values.size() * sizeof(float), '\0');
    std::memcpy(bytes.data(), values.data(), bytes.size());
    return bytes;
}

/// A checkpoint archive of this pickle and the storages "0", "1", ….
inline std::string checkpointOf(const std::string &pickle, const std::vector<std::string> &storages,
                                const std::string &byteOrder = {})
{
    std::vector<ZipEntry> entries{{"m/data.pkl", pickle}};
    if (!byteOrder.empty()) {
        entries.push_back({"m/byteorder", byteOrder});
    }
    for (std::size_t i = 0; i < storages.size(); ++i) {
        entries.push_back({"m/data/" + std::to_string(i), storages[i]});
    }
    entries.push_back({"m/version", "3\n"});
    return zipOf(entries);
}

} // namespace knockscape::tests
