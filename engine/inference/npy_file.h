#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace knockscape
{

/// A float32 array in C order, mapped into memory while it is written, in NumPy's format 1.0 (numpy.load opens it, also
/// with mmap_mode). It is written as PATH.part, whose disk space is reserved at once and whose values are NaN until
/// set, and becomes PATH by finish(); a part that is left behind can be continued.
class NpyFile
{
public:
    /// Creates PATH.part; with `keep`, goes on with one of this shape. Throws EngineError (no space, no permission),
    /// InputError where the part to be continued is missing or has another shape.
    NpyFile(const std::filesystem::path &path, std::vector<std::uint64_t> shape, bool keep);
    ~NpyFile();
    NpyFile(const NpyFile &) = delete;
    NpyFile &operator=(const NpyFile &) = delete;

    float *values() noexcept { return values_; }
    /// Brings what was written to disk, and gives its memory back.
    void flush();
    /// Flushes and renames PATH.part to PATH.
    void finish();
    std::filesystem::path partPath() const;

    /// Bytes of a file of this shape.
    static std::uint64_t bytes(const std::vector<std::uint64_t> &shape);

private:
    [[noreturn]] void fail(int error) const;

    std::filesystem::path path_;
    std::string header_;
    std::uint64_t bytes_;
    int descriptor_ = -1;
    void *memory_ = nullptr;
    float *values_ = nullptr;
};

/// A float32 .npy file read as a whole (merging). Throws InputError for another type or order, and a damaged file.
struct NpyArray {
    std::vector<std::uint64_t> shape;
    std::vector<float> values;
};
NpyArray readNpy(const std::filesystem::path &path);
/// Its shape alone.
std::vector<std::uint64_t> readNpyShape(const std::filesystem::path &path);

/// A float32 .npy file mapped into memory for reading: values come from disk when they are looked at. Immutable, hence
/// usable from any thread; a part that is still written may be looked at as well. Throws as readNpy() does. A file
/// whose values begin where no float may stand (no writer that keeps to the format makes one) is copied instead.
class NpyMap
{
public:
    explicit NpyMap(const std::filesystem::path &path);
    ~NpyMap();
    NpyMap(const NpyMap &) = delete;
    NpyMap &operator=(const NpyMap &) = delete;

    const std::vector<std::uint64_t> &shape() const noexcept { return shape_; }
    const float *values() const noexcept { return values_; }

private:
    std::vector<std::uint64_t> shape_;
    std::uint64_t bytes_ = 0;
    void *memory_ = nullptr;
    std::vector<float> copy_; ///< empty where the values can be looked at in place
    const float *values_ = nullptr;
};

} // namespace knockscape
