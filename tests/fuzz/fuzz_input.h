#pragma once

#include "engine/cell/importers/import_file.h"
#include "engine/core/issue.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

namespace knockscape::fuzz
{

inline std::string text(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), size};
}

/// Aborts, which libFuzzer reports as a crash, unless `condition` holds.
inline void require(bool condition)
{
    if (!condition) {
        std::abort();
    }
}

/// Runs a parser: it may refuse the input with an InputError that says where and what; anything else it throws is a
/// crash.
template <typename Parser>
void expectInputErrors(const Parser &parser)
{
    try {
        parser();
    } catch (const InputError &error) {
        require(!error.issues().empty());
        for (const Issue &issue : error.issues()) {
            require(!issue.where.empty() && !issue.what.empty());
        }
    }
}

/// The input as a loaded file of this name.
inline ImportFile importFile(const std::uint8_t *data, std::size_t size, const std::string &name)
{
    ImportFile file;
    file.path = name;
    file.name = name;
    file.content = text(data, size);
    return file;
}

/// The input as a file in memory, for parsers that read paths.
class MemoryFile
{
public:
    MemoryFile(const std::uint8_t *data, std::size_t size) : descriptor_(::memfd_create("input", MFD_CLOEXEC))
    {
        require(descriptor_ >= 0 && ::write(descriptor_, data, size) == static_cast<ssize_t>(size));
        ::lseek(descriptor_, 0, SEEK_SET);
    }
    ~MemoryFile() { ::close(descriptor_); }
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;

    std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

private:
    int descriptor_;
};

} // namespace knockscape::fuzz
