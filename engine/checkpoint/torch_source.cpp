#include "engine/checkpoint/torch_source.h"

#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <cstring>
#include <utility>

namespace knockscape
{

namespace
{

constexpr std::uint64_t maximumPickleBytes = std::uint64_t{256} << 20;
constexpr std::uint64_t spareInflatedBytes = std::uint64_t{64} << 20;
/// Weights hardly compress; an archive that grows more than this holds zeros to fill memory.
constexpr std::uint64_t inflatedPerByte = 32;
/// 0x1950A86A20F9469CFC6C: the LONG1 that starts files before PyTorch 1.6, little-endian as the pickle holds it.
constexpr std::string_view legacyMagic = "\x6C\xFC\x9C\x46\xF9\x20\x6A\xA8\x50\x19";
constexpr std::int64_t legacyProtocol = 1001;

[[noreturn]] void refuseFile(const std::string &where, const std::string &what, const std::string &remedy)
{
    throw InputError(errorAt(where, what, remedy));
}

std::string again()
{
    return translate("Engine", "Copy or download the file again, or save it once more.");
}

} // namespace

void requireStorageSize(const PickleValue &storage, std::uint64_t bytes, const std::string &where,
                        const std::string &name)
{
    const std::uint64_t each = elementBytes(storage.element);
    if (each == 0) {
        refuseFile(where + ": " + name, translate("Engine", "The tensor's element type is not one that can be read."),
                   translate("Engine", "Convert the model to float32 (model.float()) and save it again."));
    }
    if (static_cast<std::uint64_t>(storage.integer) > bytes / each ||
        static_cast<std::uint64_t>(storage.integer) * each != bytes) {
        refuseFile(where + ": " + name,
                   translate("Engine",
                             "The data of the tensor holds %1 bytes, but %2 elements of %3 bytes were stated.",
                             {std::to_string(bytes), std::to_string(storage.integer), std::to_string(each)}),
                   again());
    }
}

TorchCheckpoint::ZipSource::ZipSource(std::string_view bytes, const std::string &where)
    : archive_(bytes, where), where_(where), inflateLeft_(inflatedPerByte * bytes.size() + spareInflatedBytes)
{
    const std::string suffix = "/data.pkl";
    bool script = false;
    for (const std::string &name : archive_.names()) {
        if (name.ends_with(suffix) && name.find('/') == name.size() - suffix.size()) {
            if (!folder_.empty()) {
                refuseFile(where_ + ": " + name, translate("Engine", "The archive holds several checkpoints."),
                           again());
            }
            folder_ = name.substr(0, name.size() - suffix.size() + 1);
        }
        script = script || name.ends_with("/constants.pkl");
    }
    if (folder_.empty()) {
        refuseFile(where_, translate("Engine", "This ZIP archive is not a PyTorch checkpoint: it holds no data.pkl."),
                   translate("Engine", "Choose a file that torch.save wrote."));
    }
    if (script) {
        refuseFile(where_, translate("Engine", "This is a TorchScript archive (torch.jit.save), not a checkpoint."),
                   translate("Engine", "Save the weights instead: torch.save(model.state_dict(), \"model.pt\")."));
    }
    if (archive_.has(folder_ + "byteorder")) {
        const std::string_view order = trimmed(archive_.read(folder_ + "byteorder", 64, buffer_));
        if (order != "little" && order != "big") {
            refuseFile(where_ + ": byteorder", translate("Engine", "The byte order is neither little nor big."),
                       again());
        }
        bigEndian_ = order == "big";
    }
}

PickleDocument TorchCheckpoint::ZipSource::readDocument()
{
    const std::string name = folder_ + "data.pkl";
    std::string buffer;
    return readPickle(archive_.read(name, maximumPickleBytes, buffer), where_ + ": " + name);
}

std::string_view TorchCheckpoint::ZipSource::storageBytes(const PickleValue &storage, const std::string &name)
{
    const std::string record = folder_ + "data/" + storage.text;
    if (!archive_.has(record)) {
        refuseFile(where_ + ": " + name, translate("Engine", "The archive lacks the tensor's data (%1).", {record}),
                   again());
    }
    const std::uint64_t size = archive_.sizeOf(record);
    requireStorageSize(storage, size, where_, name);
    if (record != bufferedRecord_) {
        bufferedRecord_.clear();
        content_ = archive_.read(record, size, buffer_);
        if (content_.data() == buffer_.data()) {
            if (size > inflateLeft_) {
                refuseFile(where_ + ": " + name,
                           translate("Engine", "The archive holds far more data than its size can explain."), again());
            }
            inflateLeft_ -= size;
        }
        bufferedRecord_ = record;
    }
    return content_;
}

bool TorchCheckpoint::LegacySource::looksLikeLegacy(std::string_view bytes) noexcept
{
    // PROTO 2, LONG1 of ten bytes
    return bytes.size() >= 14 && bytes[0] == '\x80' && bytes.substr(2, 2) == "\x8A\x0A" &&
           bytes.substr(4, legacyMagic.size()) == legacyMagic;
}

TorchCheckpoint::LegacySource::LegacySource(std::string_view bytes, std::string where)
    : bytes_(bytes), where_(std::move(where))
{
}

void TorchCheckpoint::LegacySource::refuse(const std::string &what) const
{
    refuseFile(where_, what, again());
}

PickleDocument TorchCheckpoint::LegacySource::next()
{
    PickleDocument document = readPickle(bytes_.substr(position_), where_);
    position_ += document.length;
    return document;
}

PickleDocument TorchCheckpoint::LegacySource::readDocument()
{
    if (const PickleDocument magic = next(); magic.root->text != legacyMagic) {
        refuseFile(where_, translate("Engine", "This is a Python pickle, but not a PyTorch checkpoint."),
                   translate("Engine", "Choose a file that torch.save wrote."));
    }
    if (const PickleDocument protocol = next(); protocol.root->integer != legacyProtocol) {
        refuse(translate("Engine", "The checkpoint's protocol is not 1001."));
    }
    const PickleDocument machine = next();
    const PickleValue *little = machine.root->find("little_endian");
    if (little != nullptr && little->is(PickleKind::Boolean) && little->integer == 0) {
        refuseFile(where_, translate("Engine", "The checkpoint was written by a big-endian machine in the old format."),
                   translate("Engine", "Load and save it once with PyTorch 1.6 or later."));
    }
    PickleDocument document = next();
    const PickleDocument keys = next();
    locateStorages(document, keys);
    return document;
}

void TorchCheckpoint::LegacySource::locateStorages(const PickleDocument &document, const PickleDocument &keys)
{
    std::map<std::string, ElementType> types;
    for (const PickleValue &value : document.values) {
        if (value.is(PickleKind::Storage)) {
            types[value.text] = value.element;
        }
    }
    for (const PickleValue *key : keys.root->items) {
        std::int64_t count = 0;
        if (bytes_.size() - position_ < sizeof count) {
            refuse(translate("Engine", "The file is cut short."));
        }
        std::memcpy(&count, bytes_.data() + position_, sizeof count);
        position_ += sizeof count;
        const auto type = types.find(key->text);
        const std::uint64_t each = type == types.end() ? 0 : elementBytes(type->second);
        if (each == 0) {
            refuse(translate("Engine", "The size of the storage %1 is not known.", {key->text}));
        }
        const std::uint64_t left = bytes_.size() - position_;
        if (count < 0 || static_cast<std::uint64_t>(count) > left / each) {
            refuse(translate("Engine", "The file is cut short."));
        }
        if (!storages_.emplace(key->text, bytes_.substr(position_, static_cast<std::uint64_t>(count) * each)).second) {
            refuse(translate("Engine", "The storage %1 appears twice.", {key->text}));
        }
        position_ += static_cast<std::uint64_t>(count) * each;
    }
}

std::string_view TorchCheckpoint::LegacySource::storageBytes(const PickleValue &storage, const std::string &name)
{
    const auto found = storages_.find(storage.text);
    if (found == storages_.end()) {
        refuseFile(where_ + ": " + name, translate("Engine", "The file lacks the tensor's data."), again());
    }
    requireStorageSize(storage, found->second.size(), where_, name);
    return found->second;
}

} // namespace knockscape
