#include "engine/inference/npy_file.h"

#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <limits>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace knockscape
{

namespace
{

// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html, version 1.0
constexpr std::string_view magic{"\x93NUMPY\x01\x00", 8};
constexpr std::size_t preambleBytes = 10; ///< magic and the header's length, two bytes

const char *floatType()
{
    return std::endian::native == std::endian::little ? "<f4" : ">f4";
}

std::uint64_t valueCount(const std::vector<std::uint64_t> &shape)
{
    std::uint64_t count = 1;
    for (const std::uint64_t length : shape) {
        count *= length;
    }
    return count;
}

std::string headerOf(const std::vector<std::uint64_t> &shape)
{
    std::string text = std::string("{'descr': '") + floatType() + "', 'fortran_order': False, 'shape': (";
    for (const std::uint64_t length : shape) {
        text += std::to_string(length) + ", ";
    }
    text += "), }";
    // The data begins on a multiple of 64 bytes; blanks and a line feed fill up.
    const std::size_t total = (preambleBytes + text.size() + 1 + 63) / 64 * 64;
    text.resize(total - preambleBytes - 1, ' ');
    text += '\n';
    std::string header(magic);
    header += static_cast<char>(text.size() & 0xffU);
    header += static_cast<char>(text.size() >> 8U);
    return header + text;
}

[[noreturn]] void refuse(const std::filesystem::path &path, const std::string &what)
{
    throw InputError(errorAt(path.string(), what, translate("Engine", "Make it again with “screen … --matrix”.")));
}

/// Where the values begin.
std::size_t dataStart(const std::filesystem::path &path, std::string_view content)
{
    if (content.size() < preambleBytes || !content.starts_with(magic)) {
        refuse(path, translate("Engine", "This is not a NumPy file of version 1.0."));
    }
    const auto byte = [&](std::size_t place) {
        return static_cast<std::size_t>(static_cast<unsigned char>(content[place]));
    };
    return preambleBytes + byte(8) + 256 * byte(9);
}

std::vector<std::uint64_t> shapeOf(const std::filesystem::path &path, std::string_view header)
{
    const std::string type = std::string("'descr': '") + floatType() + "'";
    const std::size_t shape = header.find("'shape': (");
    if (header.find(type) == std::string_view::npos || shape == std::string_view::npos ||
        header.find("'fortran_order': False") == std::string_view::npos) {
        refuse(path, translate("Engine", "This is not an array of float32 in C order."));
    }
    std::string_view list = header.substr(shape + 10);
    list = list.substr(0, list.find(')'));
    constexpr long long mostValues = 1LL << 40;
    long long count = 1;
    std::vector<std::uint64_t> lengths;
    for (const std::string_view part : split(list, ",", true)) {
        if (trimmed(part).empty()) {
            continue;
        }
        const auto length = parseInteger(trimmed(part));
        // As many values as a file can hold: their product must not overflow, whatever the header claims.
        if (!length || *length < 0 || *length > mostValues || count > mostValues / std::max(1LL, *length)) {
            refuse(path, translate("Engine", "The shape cannot be read."));
        }
        count *= std::max(1LL, *length);
        lengths.push_back(static_cast<std::uint64_t>(*length));
    }
    return lengths;
}

struct Layout {
    std::vector<std::uint64_t> shape;
    std::size_t start = 0;
};

Layout layoutOf(const std::filesystem::path &path)
{
    std::ifstream stream(path, std::ios::binary);
    std::string header(preambleBytes + 65535, '\0');
    stream.read(header.data(), static_cast<std::streamsize>(header.size()));
    header.resize(static_cast<std::size_t>(stream.gcount()));
    const std::size_t start = dataStart(path, header);
    return {shapeOf(path, std::string_view(header).substr(preambleBytes, start - preambleBytes)), start};
}

} // namespace

NpyFile::NpyFile(const std::filesystem::path &path, std::vector<std::uint64_t> shape, bool keep)
    : path_(path), header_(headerOf(shape)), bytes_(header_.size() + valueCount(shape) * sizeof(float))
{
    const std::filesystem::path part = partPath();
    descriptor_ = ::open(part.c_str(), O_RDWR | O_CLOEXEC | (keep ? 0 : O_CREAT | O_TRUNC), 0666);
    if (descriptor_ < 0) {
        if (keep && errno == ENOENT) {
            refuse(part, translate("Engine", "The matrix to go on with is not there."));
        }
        fail(errno);
    }
    struct stat status {
    };
    if (keep && (::fstat(descriptor_, &status) != 0 || static_cast<std::uint64_t>(status.st_size) != bytes_)) {
        ::close(descriptor_);
        refuse(part, translate("Engine", "The matrix to go on with has another size."));
    }
    // Reserving avoids the bus error that a full disk would be when a page is written.
    int error = ::posix_fallocate(descriptor_, 0, static_cast<off_t>(bytes_));
    if (error == 0) {
        memory_ = ::mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor_, 0);
        error = memory_ == MAP_FAILED ? errno : 0;
    }
    if (error != 0) {
        ::close(descriptor_);
        if (!keep) {
            ::unlink(part.c_str());
        }
        fail(error);
    }
    values_ = reinterpret_cast<float *>(static_cast<char *>(memory_) + header_.size());
    if (!keep) {
        std::memcpy(memory_, header_.data(), header_.size());
        std::fill_n(values_, valueCount(shape), std::numeric_limits<float>::quiet_NaN());
    } else if (std::memcmp(memory_, header_.data(), header_.size()) != 0) {
        ::munmap(memory_, bytes_);
        ::close(descriptor_);
        refuse(part, translate("Engine", "The matrix to go on with has another shape."));
    }
}

NpyFile::~NpyFile()
{
    ::munmap(memory_, bytes_);
    ::close(descriptor_);
}

void NpyFile::flush()
{
    if (::msync(memory_, bytes_, MS_SYNC) != 0) {
        fail(errno);
    }
    ::madvise(memory_, bytes_, MADV_DONTNEED);
}

void NpyFile::finish()
{
    flush();
    if (::rename(partPath().c_str(), path_.c_str()) != 0) {
        fail(errno);
    }
}

std::filesystem::path NpyFile::partPath() const
{
    std::filesystem::path part = path_;
    part += ".part";
    return part;
}

std::uint64_t NpyFile::bytes(const std::vector<std::uint64_t> &shape)
{
    return headerOf(shape).size() + valueCount(shape) * sizeof(float);
}

void NpyFile::fail(int error) const
{
    const std::string reason = std::system_category().message(error);
    throw EngineError(errorAt(partPath().string(), translate("Engine", "The file cannot be written (%1).", {reason}),
                              error == ENOSPC
                                  ? translate("Engine", "The matrix takes %1 MB; free some space or leave it out.",
                                              {std::to_string(bytes_ / 1'000'000)})
                                  : translate("Engine", "Check the folder and its permissions.")));
}

NpyArray readNpy(const std::filesystem::path &path)
{
    const std::string content = readFile(path, std::uint64_t{1} << 40U);
    const std::size_t start = dataStart(path, content);
    if (start > content.size()) {
        refuse(path, translate("Engine", "The file is cut off."));
    }
    NpyArray array;
    array.shape = shapeOf(path, std::string_view(content).substr(preambleBytes, start - preambleBytes));
    if (content.size() - start != valueCount(array.shape) * sizeof(float)) {
        refuse(path, translate("Engine", "The file is cut off."));
    }
    array.values.resize((content.size() - start) / sizeof(float));
    if (!array.values.empty()) { // memcpy() takes no null, not even for nothing
        std::memcpy(array.values.data(), content.data() + start, content.size() - start);
    }
    return array;
}

std::vector<std::uint64_t> readNpyShape(const std::filesystem::path &path)
{
    return layoutOf(path).shape;
}

NpyMap::NpyMap(const std::filesystem::path &path)
{
    const Layout layout = layoutOf(path);
    shape_ = layout.shape;
    bytes_ = layout.start + valueCount(shape_) * sizeof(float);
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {
    };
    if (descriptor < 0 || ::fstat(descriptor, &status) != 0 || static_cast<std::uint64_t>(status.st_size) < bytes_) {
        if (descriptor >= 0) {
            ::close(descriptor);
        }
        refuse(path, translate("Engine", "The file is cut off."));
    }
    memory_ = ::mmap(nullptr, bytes_, PROT_READ, MAP_SHARED, descriptor, 0);
    const int error = errno;
    ::close(descriptor);
    if (memory_ == MAP_FAILED) {
        refuse(path, translate("Engine", "The file cannot be mapped (%1).", {std::system_category().message(error)}));
    }
    const char *const values = static_cast<const char *>(memory_) + layout.start;
    if (layout.start % alignof(float) == 0) {
        values_ = reinterpret_cast<const float *>(values);
    } else {
        copy_.resize(valueCount(shape_));
        if (!copy_.empty()) { // memcpy() takes no null, not even for nothing
            std::memcpy(copy_.data(), values, copy_.size() * sizeof(float));
        }
        values_ = copy_.data();
    }
}

NpyMap::~NpyMap()
{
    ::munmap(memory_, bytes_);
}

} // namespace knockscape
