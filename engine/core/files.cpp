#include "engine/core/files.h"

#include "engine/core/compression.h"
#include "engine/core/issue.h"
#include "engine/core/sha256.h"
#include "engine/core/translate.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace knockscape
{
namespace
{

/// A file descriptor that is closed when it leaves scope.
class Descriptor
{
public:
    explicit Descriptor(int descriptor) noexcept : descriptor_(descriptor) {}
    ~Descriptor()
    {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
        }
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int get() const noexcept { return descriptor_; }

private:
    int descriptor_;
};

std::string systemMessage(int error)
{
    return std::system_category().message(error);
}

[[noreturn]] void throwUnreadable(const std::filesystem::path &path, int error)
{
    throw InputError(errorAt(path.string(),
                             translate("Engine", "The file cannot be read (%1).", {systemMessage(error)}),
                             translate("Engine", "Check the path and the permissions.")));
}

/// What can be read as a file: a regular one, or a pipe as the shell's <(…) makes it. Devices never end.
struct stat checkedStatus(const Descriptor &file, const std::filesystem::path &path)
{
    struct stat status {
    };
    if (::fstat(file.get(), &status) != 0) {
        throwUnreadable(path, errno);
    }
    if (S_ISDIR(status.st_mode)) {
        throwUnreadable(path, EISDIR);
    }
    if (!S_ISREG(status.st_mode) && !S_ISFIFO(status.st_mode)) {
        throw InputError(errorAt(path.string(), translate("Engine", "This is a device, not a file."),
                                 translate("Engine", "Choose a regular file.")));
    }
    return status;
}

/// Reads up to `size` bytes; 0 at the end.
std::size_t readSome(const Descriptor &file, char *bytes, std::size_t size, const std::filesystem::path &path)
{
    for (;;) {
        const ssize_t count = ::read(file.get(), bytes, size);
        if (count >= 0) {
            return static_cast<std::size_t>(count);
        }
        if (errno == EAGAIN) {
            pollfd waiting{file.get(), POLLIN, 0};
            ::poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            throwUnreadable(path, errno);
        }
    }
}

[[noreturn]] void throwTooLarge(const std::filesystem::path &path, std::uint64_t limit)
{
    throw InputError(errorAt(path.string(),
                             translate("Engine", "The file is larger than %1 bytes.", {std::to_string(limit)}),
                             translate("Engine", "Split it or choose the file that was meant.")));
}

} // namespace

namespace
{

/// The bytes of a file as they are on disk. Beyond `limit` they are cut off (`cut` set) or, without `cut`, refused.
std::string readBytes(const std::filesystem::path &path, std::uint64_t limit, bool *cut)
{
    // Not blocking, so that a pipe nobody writes to is empty instead of endless.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) {
        throwUnreadable(path, errno);
    }
    const struct stat status = checkedStatus(file, path);
    const std::uint64_t expected = S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
    if (expected > limit && cut == nullptr) {
        throwTooLarge(path, limit);
    }
    std::string bytes;
    bytes.resize(std::min(expected, limit));
    std::size_t size = 0;
    while (size < bytes.size()) {
        const std::size_t count = readSome(file, bytes.data() + size, bytes.size() - size, path);
        if (count == 0) {
            break;
        }
        size += count;
    }
    bytes.resize(size);
    // Pipes, and files that grew meanwhile.
    std::array<char, 65536> chunk;
    while (const std::size_t count = readSome(file, chunk.data(), chunk.size(), path)) {
        if (bytes.size() + count > limit) {
            if (cut == nullptr) {
                throwTooLarge(path, limit);
            }
            *cut = true;
            break;
        }
        bytes.append(chunk.data(), count);
    }
    return bytes;
}

} // namespace

std::string readFile(const std::filesystem::path &path, std::uint64_t limit)
{
    std::string bytes = readBytes(path, limit, nullptr);
    // Not a conditional expression, which would copy a file that is not compressed.
    if (isCompressed(bytes)) {
        return decompress(std::move(bytes), path.string(), limit);
    }
    return bytes;
}

std::string readFileStart(const std::filesystem::path &path, std::uint64_t limit, bool &complete)
{
    bool cut = false;
    std::string content = decompressedStart(readBytes(path, limit, &cut), path.string(), limit, complete);
    complete = complete && !cut;
    return content;
}

std::string sha256OfFile(const std::filesystem::path &path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) {
        throwUnreadable(path, errno);
    }
    checkedStatus(file, path);
    Sha256 hash;
    std::array<char, 65536> chunk;
    while (const std::size_t count = readSome(file, chunk.data(), chunk.size(), path)) {
        hash.add({chunk.data(), count});
    }
    return hash.finish();
}

} // namespace knockscape
