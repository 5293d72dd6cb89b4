#pragma once

#include "engine/checkpoint/torch_checkpoint.h"
#include "engine/checkpoint/zip_archive.h"

#include <map>
#include <string>
#include <string_view>

namespace knockscape
{

/// Where the bytes of storages come from.
class TorchCheckpoint::Source
{
public:
    Source() = default;
    Source(const Source &) = delete;
    Source &operator=(const Source &) = delete;
    virtual ~Source() = default;

    /// The pickle that describes everything else.
    virtual PickleDocument readDocument() = 0;
    /// Exactly the bytes of a storage; a view that lasts until the next call.
    virtual std::string_view storageBytes(const PickleValue &storage, const std::string &name) = 0;
    virtual bool bigEndian() const { return false; }
};

/// PyTorch 1.6 and later: a ZIP archive with NAME/data.pkl and NAME/data/KEY.
class TorchCheckpoint::ZipSource : public TorchCheckpoint::Source
{
public:
    ZipSource(std::string_view bytes, const std::string &where);
    PickleDocument readDocument() override;
    std::string_view storageBytes(const PickleValue &storage, const std::string &name) override;
    bool bigEndian() const override { return bigEndian_; }

private:
    ZipArchive archive_;
    std::string where_;
    std::string folder_;
    std::string buffer_;
    std::string bufferedRecord_;
    std::string_view content_;
    /// Bytes that deflated records may still become.
    std::uint64_t inflateLeft_ = 0;
    bool bigEndian_ = false;
};

/// Before PyTorch 1.6: four pickles (magic number, protocol, machine, object), the list of storage keys, then each
/// storage as a 64-bit element count and its elements.
class TorchCheckpoint::LegacySource : public TorchCheckpoint::Source
{
public:
    static bool looksLikeLegacy(std::string_view bytes) noexcept;
    LegacySource(std::string_view bytes, std::string where);
    PickleDocument readDocument() override;
    std::string_view storageBytes(const PickleValue &storage, const std::string &name) override;

private:
    PickleDocument next();
    [[noreturn]] void refuse(const std::string &what) const;
    void locateStorages(const PickleDocument &document, const PickleDocument &keys);

    std::string_view bytes_;
    std::string where_;
    std::size_t position_ = 0;
    std::map<std::string, std::string_view> storages_;
};

/// Throws InputError unless a storage of `elements` of this type takes `bytes`; `name` is the tensor it is needed for.
void requireStorageSize(const PickleValue &storage, std::uint64_t bytes, const std::string &where,
                        const std::string &name);

} // namespace knockscape
