#include "engine/checkpoint/torch_checkpoint.h"

#include "engine/checkpoint/torch_source.h"

#include "engine/core/files.h"
#include "engine/core/half_float.h"
#include "engine/core/issue.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cstring>
#include <deque>
#include <set>
#include <utility>

namespace knockscape
{

namespace
{

constexpr std::uint64_t maximumFileBytes = std::uint64_t{64} << 30;
constexpr std::uint64_t spareElements = 1 << 22;
/// A tensor that repeats its elements (stride 0) may be larger than its storage up to here.
constexpr std::uint64_t spareTensorElements = 1 << 20;
constexpr int maximumTreeDepth = 12;

std::string extended(const std::string &path, const std::string &key)
{
    return path.empty() ? key : path + "." + key;
}

template <class Stored>
Stored elementAt(const char *bytes, bool swap)
{
    char raw[sizeof(Stored)];
    std::memcpy(raw, bytes, sizeof raw);
    if (swap) {
        std::reverse(std::begin(raw), std::end(raw));
    }
    Stored value;
    std::memcpy(&value, raw, sizeof value);
    return value;
}

float floatAt(const char *bytes, ElementType type, bool swap)
{
    switch (type) {
    case ElementType::Double:
        return static_cast<float>(elementAt<double>(bytes, swap));
    case ElementType::Half:
        return floatFromHalf(elementAt<std::uint16_t>(bytes, swap));
    case ElementType::Bfloat16:
        return floatFromBfloat16(elementAt<std::uint16_t>(bytes, swap));
    default:
        return elementAt<float>(bytes, swap);
    }
}

std::int64_t integerAt(const char *bytes, ElementType type, bool swap)
{
    switch (type) {
    case ElementType::Long:
        return elementAt<std::int64_t>(bytes, swap);
    case ElementType::Int:
        return elementAt<std::int32_t>(bytes, swap);
    case ElementType::Short:
        return elementAt<std::int16_t>(bytes, swap);
    case ElementType::Char:
        return elementAt<std::int8_t>(bytes, swap);
    default:
        return elementAt<std::uint8_t>(bytes, swap);
    }
}

bool isFloatingType(ElementType type)
{
    return type == ElementType::Double || type == ElementType::Float || type == ElementType::Half ||
           type == ElementType::Bfloat16;
}

/// Calls `visit` with the storage index of every element, in row-major order.
template <class Visit>
void visitElements(const TensorLayout &layout, const Visit &visit)
{
    const std::size_t dimensions = layout.shape.size();
    std::vector<std::int64_t> index(dimensions, 0);
    std::int64_t position = layout.offset;
    for (std::int64_t left = layout.elementCount(); left > 0; --left) {
        visit(position);
        for (std::size_t d = dimensions; d-- > 0;) {
            position += layout.strides[d];
            if (++index[d] < layout.shape[d]) {
                break;
            }
            position -= layout.strides[d] * layout.shape[d];
            index[d] = 0;
        }
    }
}

/// A pickled torch module keeps its tensors as _parameters, _buffers and _modules of its __dict__.
void collectModule(const PickleValue &module, const std::string &prefix, int depth, StateDict &out)
{
    const PickleValue *state = module.state;
    if (state == nullptr || depth > maximumTreeDepth) {
        return;
    }
    for (const char *part : {"_parameters", "_buffers"}) {
        if (const PickleValue *tensors = state->find(part)) {
            for (const auto &[key, value] : tensors->entries) {
                if (key->is(PickleKind::Text) && value->is(PickleKind::Tensor)) {
                    out.tensors[prefix + key->text] = value;
                }
            }
        }
    }
    if (const PickleValue *modules = state->find("_modules")) {
        for (const auto &[key, value] : modules->entries) {
            if (key->is(PickleKind::Text)) {
                collectModule(*value, prefix + key->text + ".", depth + 1, out);
            }
        }
    }
}

bool isModule(const PickleValue &value)
{
    return value.is(PickleKind::Object) && value.state != nullptr && value.state->find("_modules") != nullptr &&
           value.state->find("_parameters") != nullptr;
}

/// True for an object of torch.distributed that stands for a tensor divided among processes.
bool isPartialTensor(const PickleValue &value)
{
    const auto names = [](const PickleValue &name) {
        return name.text.ends_with(".ShardedTensor") || name.text.ends_with(".DTensor");
    };
    return value.is(PickleKind::Object) &&
           (names(value) || std::any_of(value.items.begin(), value.items.end(), [&](const PickleValue *item) {
                return item->is(PickleKind::Global) && names(*item);
            }));
}

} // namespace

bool looksLikeTorch(std::string_view bytes) noexcept
{
    // A pickle of protocol 2 to 5 starts with its number.
    const bool pickle = bytes.size() >= 2 && bytes[0] == '\x80' && bytes[1] >= 2 && bytes[1] <= 5;
    return ZipArchive::looksLikeZip(bytes) || pickle;
}

bool looksLikeModelFile(std::string_view bytes) noexcept
{
    constexpr std::size_t nameOffset = 30;
    if (ZipArchive::looksLikeZip(bytes)) {
        const std::string_view name = bytes.substr(std::min(bytes.size(), nameOffset), 512);
        const auto names = {"/data.pkl", "/byteorder", "/version", "/.format_version", "/data/"};
        return std::any_of(names.begin(), names.end(), [name](const char *part) {
            return name.substr(0, 256).find(part) != std::string_view::npos;
        });
    }
    std::uint64_t headerBytes = 0;
    if (bytes.size() > sizeof headerBytes) {
        std::memcpy(&headerBytes, bytes.data(), sizeof headerBytes);
        constexpr std::uint64_t largestHeader = 100'000'000;
        if (headerBytes >= 2 && headerBytes <= largestHeader && bytes[sizeof headerBytes] == '{') {
            return true;
        }
    }
    return TorchCheckpoint::looksLegacy(bytes);
}

TorchCheckpoint::TorchCheckpoint(std::string bytes, std::string where)
    : bytes_(std::make_unique<std::string>(std::move(bytes))), where_(std::move(where)),
      elementsLeft_(4 * bytes_->size() + spareElements)
{
    if (ZipArchive::looksLikeZip(*bytes_)) {
        source_ = std::make_unique<ZipSource>(*bytes_, where_);
    } else if (LegacySource::looksLikeLegacy(*bytes_)) {
        source_ = std::make_unique<LegacySource>(*bytes_, where_);
    } else if (bytes_->size() > 262 && bytes_->compare(257, 5, "ustar") == 0) {
        throw InputError(errorAt(where_,
                                 translate("Engine", "This is a tar archive, as PyTorch wrote before version 0.2."),
                                 translate("Engine", "Load and save it once with a newer PyTorch.")));
    } else if (looksLikeTorch(*bytes_)) {
        throw InputError(errorAt(where_, translate("Engine", "This is a Python pickle, but not a PyTorch checkpoint."),
                                 translate("Engine", "Choose a file that torch.save wrote.")));
    } else {
        throw InputError(errorAt(where_, translate("Engine", "This is not a PyTorch checkpoint."),
                                 translate("Engine", "Choose a file that torch.save wrote.")));
    }
    document_ = source_->readDocument();
}

TorchCheckpoint::~TorchCheckpoint() = default;
TorchCheckpoint::TorchCheckpoint(TorchCheckpoint &&) noexcept = default;

const PickleValue &TorchCheckpoint::root() const
{
    return *document_.root;
}

std::vector<StateDict> TorchCheckpoint::stateDicts() const
{
    struct Place {
        const PickleValue *value;
        std::string path;
        int depth;
    };
    std::vector<StateDict> result;
    std::set<const PickleValue *> seen;
    for (std::deque<Place> waiting{{document_.root, "", 0}}; !waiting.empty(); waiting.pop_front()) {
        const Place place = waiting.front();
        if (!seen.insert(place.value).second || place.depth > maximumTreeDepth) {
            continue;
        }
        StateDict dict{place.path, {}, {}};
        if (isModule(*place.value)) {
            collectModule(*place.value, "", 0, dict);
        }
        for (const auto &[key, value] : place.value->entries) {
            if (!key->is(PickleKind::Text)) {
                continue;
            }
            if (value->is(PickleKind::Tensor)) {
                dict.tensors[key->text] = value;
            } else if (isPartialTensor(*value)) {
                dict.partial.push_back(key->text);
            } else if (value->is(PickleKind::Dict) || value->is(PickleKind::Object)) {
                waiting.push_back({value, extended(place.path, key->text), place.depth + 1});
            }
        }
        if (!dict.tensors.empty() || !dict.partial.empty()) {
            result.push_back(std::move(dict));
        }
    }
    return result;
}

NamedTensor TorchCheckpoint::read(const PickleValue &tensor, const std::string &name)
{
    const std::string where = where_ + ": " + name;
    if (!tensor.is(PickleKind::Tensor)) {
        throw InputError(errorAt(where, translate("Engine", "This is not a tensor.")));
    }
    const TensorLayout &layout = *tensor.layout;
    const PickleValue &storage = *layout.storage;
    const std::uint64_t each = elementBytes(layout.element);
    if (each == 0 || layout.element == ElementType::Untyped) {
        throw InputError(
            errorAt(where, translate("Engine", "The tensor's element type is not one that can be read."),
                    translate("Engine", "Convert the model to float32 (model.float()) and save it again.")));
    }
    const std::string_view bytes = source_->storageBytes(storage, name);
    const auto count = static_cast<std::uint64_t>(layout.elementCount());
    if (count > std::max(bytes.size() / each, spareTensorElements) || count > elementsLeft_) {
        throw InputError(errorAt(where, translate("Engine", "The tensor has more elements than the file can explain."),
                                 translate("Engine", "Save it again as tensor.contiguous().clone().")));
    }
    elementsLeft_ -= count;

    NamedTensor result;
    result.name = name;
    result.shape = layout.shape;
    const bool swap = source_->bigEndian();
    if (isFloatingType(layout.element)) {
        result.floats.reserve(count);
        visitElements(layout, [&](std::int64_t index) {
            result.floats.push_back(
                floatAt(bytes.data() + static_cast<std::uint64_t>(index) * each, layout.element, swap));
        });
    } else {
        result.integers.reserve(count);
        visitElements(layout, [&](std::int64_t index) {
            result.integers.push_back(
                integerAt(bytes.data() + static_cast<std::uint64_t>(index) * each, layout.element, swap));
        });
    }
    return result;
}

bool TorchCheckpoint::looksLegacy(std::string_view bytes) noexcept
{
    return LegacySource::looksLikeLegacy(bytes);
}

TorchCheckpoint readTorchCheckpoint(std::string_view bytes, const std::string &where)
{
    return {std::string(bytes), where};
}

TorchCheckpoint readTorchCheckpoint(const std::filesystem::path &path)
{
    return {readFile(path, maximumFileBytes), path.string()};
}

} // namespace knockscape
