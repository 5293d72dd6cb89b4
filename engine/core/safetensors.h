#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace knockscape
{

/// One tensor of a safetensors file, held as float32 or int64 in row-major order.
struct NamedTensor {
    std::string name;
    std::vector<std::int64_t> shape;
    /// Filled when the stored type is a floating type (F64, F32, F16, BF16 are converted to float32).
    std::vector<float> floats;
    /// Filled when the stored type is an integer or boolean type.
    std::vector<std::int64_t> integers;

    bool isFloating() const noexcept { return integers.empty(); }
    std::int64_t elementCount() const noexcept;
};

/// The content of a safetensors file: tensors in name order and the `__metadata__` texts.
struct TensorFile {
    std::map<std::string, NamedTensor> tensors;
    std::map<std::string, std::string> metadata;
};

/// Reads a safetensors file (format of huggingface/safetensors: 8-byte little-endian header length, JSON header, data).
/// Every offset, shape product and overlap is checked before anything is allocated. Throws InputError that names the
/// file and the tensor.
TensorFile readSafetensors(const std::filesystem::path &path);

/// The `__metadata__` texts alone: the header is checked as readSafetensors() does, no tensor is read.
std::map<std::string, std::string> readSafetensorsMetadata(const std::filesystem::path &path);

/// Copies a file with other `__metadata__` texts and the tensors byte for byte, atomically; `to` may be `from`. Throws
/// InputError as readSafetensors() does.
void copySafetensors(const std::filesystem::path &from, const std::filesystem::path &to,
                     const std::map<std::string, std::string> &metadata);

/// Writes `file` atomically, floats as F32 and integers as I64.
void writeSafetensors(const std::filesystem::path &path, const TensorFile &file);

} // namespace knockscape
