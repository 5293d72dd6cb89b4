#include "engine/core/safetensors.h"

#include "engine/core/files.h"
#include "engine/core/half_float.h"
#include "engine/core/issue.h"
#include "engine/core/json_shape.h"
#include "engine/core/json_value.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>
#include <limits>
#include <optional>
#include <utility>

namespace knockscape
{

static_assert(std::endian::native == std::endian::little, "safetensors data is little-endian");

namespace
{

using Json = nlohmann::json;

/// The limit of the reference implementation.
constexpr std::uint64_t maximumHeaderBytes = 100'000'000;
/// A hundred thousand tensors have some 700,000 values.
constexpr std::size_t maximumHeaderValues = 1'000'000;
constexpr std::size_t maximumHeaderDepth = 3;
constexpr std::size_t maximumDimensions = 16;
constexpr std::uint64_t chunkBytes = 1 << 20;

struct StoredType {
    const char *name;
    std::uint64_t bytes;
    bool floating;
};

constexpr StoredType storedTypes[] = {{"F64", 8, true},  {"F32", 4, true},  {"F16", 2, true},  {"BF16", 2, true},
                                      {"I64", 8, false}, {"I32", 4, false}, {"I16", 2, false}, {"I8", 1, false},
                                      {"U64", 8, false}, {"U32", 4, false}, {"U16", 2, false}, {"U8", 1, false},
                                      {"BOOL", 1, false}};

struct Entry {
    std::string name;
    StoredType type{};
    std::vector<std::int64_t> shape;
    std::uint64_t count = 0;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

[[noreturn]] void refuse(const std::string &where, const std::string &what)
{
    throw InputError(
        errorAt(where, what, translate("Engine", "Copy or download the file again, or export it once more.")));
}

template <class Stored>
Stored valueAt(const char *bytes, std::uint64_t index)
{
    Stored value;
    std::memcpy(&value, bytes + index * sizeof(Stored), sizeof(Stored));
    return value;
}

void appendFloats(const char *bytes, std::uint64_t count, std::string_view type, std::vector<float> &out)
{
    if (type == "F32") {
        out.resize(out.size() + count);
        std::memcpy(out.data() + out.size() - count, bytes, count * sizeof(float));
        return;
    }
    for (std::uint64_t i = 0; i < count; ++i) {
        if (type == "F64") {
            out.push_back(static_cast<float>(valueAt<double>(bytes, i)));
        } else if (type == "F16") {
            out.push_back(floatFromHalf(valueAt<std::uint16_t>(bytes, i)));
        } else {
            out.push_back(floatFromBfloat16(valueAt<std::uint16_t>(bytes, i)));
        }
    }
}

std::int64_t integerAt(const char *bytes, std::uint64_t index, std::string_view type)
{
    if (type == "I64" || type == "U64") {
        return valueAt<std::int64_t>(bytes, index);
    }
    if (type == "I32") {
        return valueAt<std::int32_t>(bytes, index);
    }
    if (type == "U32") {
        return valueAt<std::uint32_t>(bytes, index);
    }
    if (type == "I16") {
        return valueAt<std::int16_t>(bytes, index);
    }
    if (type == "U16") {
        return valueAt<std::uint16_t>(bytes, index);
    }
    if (type == "I8") {
        return valueAt<std::int8_t>(bytes, index);
    }
    return valueAt<std::uint8_t>(bytes, index);
}

std::optional<std::uint64_t> asUnsigned(const Json &value)
{
    // Sizes are written as whole numbers, never as 64.0.
    return value.is_number_unsigned() ? jsonInteger<std::uint64_t>(value) : std::nullopt;
}

/// Shape and element count, with the product checked against overflow.
void readShape(const Json &shape, const std::string &where, Entry &entry)
{
    if (!shape.is_array() || shape.size() > maximumDimensions) {
        refuse(where, translate("Engine", "The shape of the tensor is not a list of at most %1 sizes.",
                                {std::to_string(maximumDimensions)}));
    }
    // A zero elsewhere in the shape must not hide a size that would overflow.
    std::uint64_t product = 1;
    bool zero = false;
    for (const Json &size : shape) {
        const auto value = asUnsigned(size);
        if (!value || *value > std::uint64_t{std::numeric_limits<std::int64_t>::max()}) {
            refuse(where, translate("Engine", "The shape of the tensor holds something that is not a size."));
        }
        entry.shape.push_back(static_cast<std::int64_t>(*value));
        zero = zero || *value == 0;
        const std::uint64_t factor = std::max<std::uint64_t>(*value, 1);
        if (product > (std::uint64_t{1} << 56) / factor) {
            refuse(where, translate("Engine", "The shape of the tensor is impossibly large."));
        }
        product *= factor;
    }
    entry.count = zero ? 0 : product;
}

Entry readEntry(const std::string &name, const Json &value, std::uint64_t dataBytes, const std::string &file)
{
    const std::string where = file + ": " + name;
    Entry entry;
    entry.name = name;
    if (!value.is_object() || !value.contains("dtype") || !value.contains("shape") || !value.contains("data_offsets")) {
        refuse(where, translate("Engine", "The header entry lacks dtype, shape or data_offsets."));
    }
    const Json &type = value["dtype"];
    const auto *known = std::find_if(std::begin(storedTypes), std::end(storedTypes), [&](const StoredType &candidate) {
        return type.is_string() && type.get_ref<const std::string &>() == candidate.name;
    });
    if (known == std::end(storedTypes)) {
        refuse(where, translate("Engine", "The element type of the tensor is not one that can be read."));
    }
    entry.type = *known;
    readShape(value["shape"], where, entry);

    const Json &offsets = value["data_offsets"];
    const auto begin = offsets.is_array() && offsets.size() == 2 ? asUnsigned(offsets[0]) : std::nullopt;
    const auto end = begin ? asUnsigned(offsets[1]) : std::nullopt;
    if (!begin || !end || *begin > *end) {
        refuse(where, translate("Engine", "The data_offsets of the tensor are not two ascending numbers."));
    }
    if (*end > dataBytes) {
        refuse(where, translate("Engine",
                                "The tensor ends at byte %1 of the data but the file holds only %2: "
                                "it is truncated.",
                                {std::to_string(*end), std::to_string(dataBytes)}));
    }
    if (*end - *begin != entry.count * entry.type.bytes) {
        refuse(where, translate("Engine", "The tensor's shape needs %1 bytes but its data_offsets hold %2.",
                                {std::to_string(entry.count * entry.type.bytes), std::to_string(*end - *begin)}));
    }
    entry.begin = *begin;
    entry.end = *end;
    return entry;
}

/// The header as JSON. Keys that appear twice are refused: parsers disagree on which one counts.
Json parseHeader(const std::string &text, const std::string &file)
{
    const JsonShape shape = jsonShape(text, maximumHeaderValues, maximumHeaderDepth);
    if (shape.tooLarge) {
        refuse(file + ": " + shape.lastKey,
               translate("Engine", "The safetensors header is larger or nested deeper than any model's."));
    }
    Json header = shape.valid ? Json::parse(text, nullptr, false) : Json(Json::value_t::discarded);
    if (header.is_discarded() || !header.is_object()) {
        refuse(file, translate("Engine", "The safetensors header is not valid JSON."));
    }
    if (!shape.repeatedKey.empty()) {
        refuse(file + ": " + shape.repeatedKey, translate("Engine", "The tensor appears twice in the header."));
    }
    return header;
}

/// Tensors must cover the data without gaps or overlaps, as the format demands.
void checkCoverage(const std::vector<Entry> &entries, std::uint64_t dataBytes, const std::string &file)
{
    std::vector<const Entry *> ordered;
    ordered.reserve(entries.size());
    for (const Entry &entry : entries) {
        ordered.push_back(&entry);
    }
    std::sort(ordered.begin(), ordered.end(), [](const Entry *left, const Entry *right) {
        return std::pair(left->begin, left->end) < std::pair(right->begin, right->end);
    });
    std::uint64_t position = 0;
    for (const Entry *entry : ordered) {
        if (entry->begin != position) {
            refuse(file + ": " + entry->name,
                   translate("Engine", entry->begin < position ? "The tensor overlaps another one."
                                                               : "There are unused bytes before the tensor."));
        }
        position = entry->end;
    }
    if (position != dataBytes) {
        refuse(file, translate("Engine", "The file holds %1 bytes of data but the header describes %2.",
                               {std::to_string(dataBytes), std::to_string(position)}));
    }
}

NamedTensor readTensor(std::ifstream &stream, std::uint64_t dataStart, const Entry &entry, const std::string &file)
{
    NamedTensor tensor;
    tensor.name = entry.name;
    tensor.shape = entry.shape;
    if (entry.type.floating) {
        tensor.floats.reserve(entry.count);
    } else {
        tensor.integers.reserve(entry.count);
    }
    stream.seekg(static_cast<std::streamoff>(dataStart + entry.begin));
    std::vector<char> chunk(std::min(chunkBytes, entry.end - entry.begin));
    for (std::uint64_t position = entry.begin; position < entry.end;) {
        const std::uint64_t bytes = std::min(chunkBytes, entry.end - position);
        if (!stream.read(chunk.data(), static_cast<std::streamsize>(bytes))) {
            refuse(file + ": " + entry.name, translate("Engine", "The file could not be read to the end."));
        }
        const std::uint64_t count = bytes / entry.type.bytes;
        if (entry.type.floating) {
            appendFloats(chunk.data(), count, entry.type.name, tensor.floats);
        } else {
            for (std::uint64_t i = 0; i < count; ++i) {
                tensor.integers.push_back(integerAt(chunk.data(), i, entry.type.name));
            }
        }
        position += bytes;
    }
    return tensor;
}

std::string readHeaderText(std::ifstream &stream, std::uint64_t fileBytes, const std::string &file)
{
    std::uint64_t headerBytes = 0;
    if (fileBytes < sizeof headerBytes ||
        !stream.read(reinterpret_cast<char *>(&headerBytes), sizeof headerBytes) || // NOLINT: raw bytes
        headerBytes > std::min(maximumHeaderBytes, fileBytes - sizeof headerBytes)) {
        refuse(file,
               translate("Engine", "This is not a safetensors file, or it is truncated: its header does not fit."));
    }
    std::string text(headerBytes, '\0');
    if (!stream.read(text.data(), static_cast<std::streamsize>(headerBytes))) {
        refuse(file, translate("Engine", "The safetensors header could not be read."));
    }
    return text;
}

/// A file whose header was read and checked.
struct Opened {
    std::ifstream stream;
    std::uint64_t dataStart = 0;
    std::vector<Entry> entries;
    std::map<std::string, std::string> metadata;
};

void readMetadata(const Json &value, const std::string &file, std::map<std::string, std::string> &metadata)
{
    if (!value.is_object()) {
        refuse(file + ": __metadata__", translate("Engine", "The metadata is not a table of texts."));
    }
    for (const auto &[key, text] : value.items()) {
        if (!text.is_string()) {
            refuse(file + ": __metadata__." + key, translate("Engine", "The metadata holds more than texts."));
        }
        metadata[key] = text.get<std::string>();
    }
}

Opened openFile(const std::filesystem::path &path)
{
    const std::string file = path.string();
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) {
        throw InputError(errorAt(file, translate("Engine", "There is no such file."),
                                 translate("Engine", "Check the name of the file.")));
    }
    const std::uint64_t fileBytes = std::filesystem::file_size(path, error);
    Opened opened;
    opened.stream.open(path, std::ios::binary);
    if (error || !opened.stream) {
        throw InputError(errorAt(file, translate("Engine", "The file cannot be opened."),
                                 translate("Engine", "Check that you may read it.")));
    }
    const std::string text = readHeaderText(opened.stream, fileBytes, file);
    opened.dataStart = sizeof(std::uint64_t) + text.size();
    const std::uint64_t dataBytes = fileBytes - opened.dataStart;
    const Json header = parseHeader(text, file);
    for (const auto &[name, value] : header.items()) {
        if (name == "__metadata__") {
            readMetadata(value, file, opened.metadata);
        } else {
            opened.entries.push_back(readEntry(name, value, dataBytes, file));
        }
    }
    checkCoverage(opened.entries, dataBytes, file);
    return opened;
}

} // namespace

std::int64_t NamedTensor::elementCount() const noexcept
{
    std::int64_t count = 1;
    for (const std::int64_t size : shape) {
        count *= size;
    }
    return count;
}

TensorFile readSafetensors(const std::filesystem::path &path)
{
    Opened opened = openFile(path);
    TensorFile result;
    result.metadata = std::move(opened.metadata);
    for (const Entry &entry : opened.entries) {
        result.tensors.emplace(entry.name, readTensor(opened.stream, opened.dataStart, entry, path.string()));
    }
    return result;
}

std::map<std::string, std::string> readSafetensorsMetadata(const std::filesystem::path &path)
{
    return openFile(path).metadata;
}

void writeSafetensors(const std::filesystem::path &path, const TensorFile &file)
{
    Json header = Json::object();
    if (!file.metadata.empty()) {
        header["__metadata__"] = file.metadata;
    }
    std::uint64_t offset = 0;
    for (const auto &[name, tensor] : file.tensors) {
        const std::uint64_t bytes =
            tensor.isFloating() ? tensor.floats.size() * sizeof(float) : tensor.integers.size() * sizeof(std::int64_t);
        header[name] = {{"dtype", tensor.isFloating() ? "F32" : "I64"},
                        {"shape", tensor.shape},
                        {"data_offsets", {offset, offset + bytes}}};
        offset += bytes;
    }
    std::string text = header.dump();
    // The data starts at a multiple of 8, which readers that map the file rely on.
    text.resize((text.size() + 7) / 8 * 8, ' ');
    writeFileAtomically(path, [&](std::ostream &stream) {
        const std::uint64_t headerBytes = text.size();
        stream.write(reinterpret_cast<const char *>(&headerBytes), sizeof headerBytes); // NOLINT: raw bytes
        stream.write(text.data(), static_cast<std::streamsize>(text.size()));
        for (const auto &[name, tensor] : file.tensors) {
            if (tensor.isFloating()) {
                stream.write(reinterpret_cast<const char *>(tensor.floats.data()), // NOLINT: raw bytes
                             static_cast<std::streamsize>(tensor.floats.size() * sizeof(float)));
            } else {
                stream.write(reinterpret_cast<const char *>(tensor.integers.data()), // NOLINT: raw bytes
                             static_cast<std::streamsize>(tensor.integers.size() * sizeof(std::int64_t)));
            }
        }
    });
}

} // namespace knockscape
