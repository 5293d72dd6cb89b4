#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/translate.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <locale>
#include <ostream>
#include <streambuf>
#include <string>
#include <system_error>

namespace knockscape
{
namespace
{

namespace fs = std::filesystem;

[[noreturn]] void throwUnwritable(const fs::path &path, int error)
{
    const std::string reason = std::system_category().message(error);
    throw EngineError(errorAt(path.string(), translate("Engine", "The file cannot be written (%1).", {reason}),
                              error == ENOSPC || error == EDQUOT
                                  ? translate("Engine", "Free some space or choose another folder.")
                                  : translate("Engine", "Check the folder and its permissions.")));
}

/// A buffered output stream on a file descriptor that remembers why writing failed, which std::ofstream cannot tell.
class DescriptorBuffer : public std::streambuf
{
public:
    explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor)
    {
        setp(buffer_.data(), buffer_.data() + buffer_.size());
    }

    int error() const noexcept { return error_; }

protected:
    int_type overflow(int_type character) override
    {
        if (sync() != 0) {
            return traits_type::eof();
        }
        if (!traits_type::eq_int_type(character, traits_type::eof())) {
            *pptr() = traits_type::to_char_type(character);
            pbump(1);
        }
        return traits_type::not_eof(character);
    }

    int sync() override
    {
        const char *next = pbase();
        while (error_ == 0 && next < pptr()) {
            const ssize_t count = ::write(descriptor_, next, static_cast<std::size_t>(pptr() - next));
            if (count >= 0) {
                next += count;
            } else if (errno != EINTR) {
                error_ = errno;
            }
        }
        setp(buffer_.data(), buffer_.data() + buffer_.size());
        return error_ == 0 ? 0 : -1;
    }

private:
    int descriptor_;
    int error_ = 0;
    std::array<char, 65536> buffer_;
};

/// Runs `write` on the descriptor. Returns errno of the first failure, 0 for none, EIO when `write` itself gave up.
int fill(int descriptor, const std::function<void(std::ostream &)> &write)
{
    DescriptorBuffer buffer(descriptor);
    std::ostream stream(&buffer);
    stream.imbue(std::locale::classic());
    write(stream);
    stream.flush();
    if (buffer.error() != 0) {
        return buffer.error();
    }
    return stream.good() ? 0 : EIO;
}

/// A new file beside the target that disappears unless it was renamed over the target.
class TemporaryFile
{
public:
    explicit TemporaryFile(const fs::path &target)
    {
        static std::atomic<unsigned> counter{0};
        for (int attempt = 0; attempt < 100 && descriptor_ < 0; ++attempt) {
            path_ = target;
            path_ += ".tmp-" + std::to_string(::getpid()) + "-" + std::to_string(counter++);
            descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
            if (descriptor_ < 0 && errno != EEXIST) {
                break;
            }
        }
        if (descriptor_ < 0) {
            throwUnwritable(target, errno);
        }
        struct stat old {
        };
        if (::stat(target.c_str(), &old) == 0) {
            ::fchmod(descriptor_, old.st_mode & 07777U);
        }
    }
    ~TemporaryFile()
    {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
        }
        if (!renamed_) {
            ::unlink(path_.c_str());
        }
    }
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;

    int descriptor() const noexcept { return descriptor_; }

    /// Flushes to disk and takes the target's place; errno on failure.
    int replace(const fs::path &target)
    {
        if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) {
            return errno;
        }
        const int closed = ::close(descriptor_);
        descriptor_ = -1;
        if (closed != 0) {
            return errno;
        }
        if (::rename(path_.c_str(), target.c_str()) != 0) {
            return errno;
        }
        renamed_ = true;
        return 0;
    }

private:
    fs::path path_;
    int descriptor_ = -1;
    bool renamed_ = false;
};

/// A rename is on disk only once its folder is.
void flushFolder(const fs::path &file)
{
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

/// Pipes and devices ("/dev/stdout") are written to directly: renaming over them would replace them.
void writeInPlace(const fs::path &path, const std::function<void(std::ostream &)> &write)
{
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) {
        throwUnwritable(path, errno);
    }
    int error = 0;
    try {
        error = fill(descriptor, write);
    } catch (...) {
        ::close(descriptor);
        throw;
    }
    ::close(descriptor);
    if (error != 0) {
        throwUnwritable(path, error);
    }
}

} // namespace

void writeFileAtomically(const std::filesystem::path &path, const std::function<void(std::ostream &)> &write)
{
    std::error_code ignored;
    // A link stays a link: its target is what is replaced.
    const fs::path resolved = fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored) : path;
    const fs::path target = resolved.empty() ? path : resolved;
    const fs::file_status status = fs::status(target, ignored);
    if (fs::is_directory(status)) {
        throwUnwritable(path, EISDIR);
    }
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        writeInPlace(target, write);
        return;
    }
    TemporaryFile file(target);
    int error = fill(file.descriptor(), write);
    if (error == 0) {
        error = file.replace(target);
    }
    if (error != 0) {
        throwUnwritable(path, error);
    }
    flushFolder(target);
}

} // namespace knockscape
