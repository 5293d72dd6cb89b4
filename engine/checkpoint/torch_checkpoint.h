#pragma once

#include "engine/checkpoint/pickle_value.h"
#include "engine/core/safetensors.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// True if `bytes` (the first few suffice) start as a file of torch.save does: a ZIP archive, or the magic number of
/// the format before PyTorch 1.6, or a bare pickle.
bool looksLikeTorch(std::string_view bytes) noexcept;

/// True if `bytes`, the first kilobyte of a file, look like a model that readModelFile() reads: safetensors or a file
/// of torch.save, which an archive shows by its first entry. Only a guess for sorting files; reading says what is
/// wrong.
bool looksLikeModelFile(std::string_view bytes) noexcept;

/// A dictionary of the checkpoint that holds tensors directly: a state_dict.
struct StateDict {
    /// Where it lies in the checkpoint, its keys joined by dots: "" for the whole file, "state_dict" in Lightning's.
    std::string path;
    /// The tensors by name; values that are no tensors are left out.
    std::map<std::string, const PickleValue *> tensors;
    /// Names of tensors of which the file holds one process's part (ShardedTensor, DTensor).
    std::vector<std::string> partial;
};

/// What torch.save wrote (the ZIP format of PyTorch 1.6 and later, or the one before), without torch and without
/// running anything: a tree of plain values in which tensors are described but not yet read.
///
/// Owns the bytes of the file. Throws InputError naming file, record or tensor, and what to do. Not thread-safe.
class TorchCheckpoint
{
public:
    /// `bytes` is the file's content, `where` its name in errors.
    TorchCheckpoint(std::string bytes, std::string where);
    ~TorchCheckpoint();
    TorchCheckpoint(TorchCheckpoint &&) noexcept;
    TorchCheckpoint &operator=(TorchCheckpoint &&) = delete;

    /// True for the format before PyTorch 1.6.
    static bool looksLegacy(std::string_view bytes) noexcept;

    const PickleValue &root() const;
    /// Every dictionary (or pickled torch module) that holds tensors, the outer ones first.
    std::vector<StateDict> stateDicts() const;

    /// The elements of a tensor in row-major order, whatever its strides: floating types as float32, the others as
    /// int64. Checks the CRC-32 of its record. `name` names it in errors.
    NamedTensor read(const PickleValue &tensor, const std::string &name);

private:
    class Source;
    class ZipSource;
    class LegacySource;

    std::unique_ptr<std::string> bytes_;
    std::string where_;
    PickleDocument document_;
    std::unique_ptr<Source> source_;
    /// How many more elements may be read: tensors may share a storage, so the file's size alone is no limit.
    std::uint64_t elementsLeft_ = 0;
};

/// TorchCheckpoint of bytes in memory, and of a file.
TorchCheckpoint readTorchCheckpoint(std::string_view bytes, const std::string &where);
TorchCheckpoint readTorchCheckpoint(const std::filesystem::path &path);

} // namespace knockscape
