#include "engine/checkpoint/pickle_builders.h"

#include "engine/core/half_float.h"
#include "engine/core/issue.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <map>
#include <string_view>
#include <utility>

namespace knockscape
{

namespace
{

using Arguments = std::vector<PickleValue *>;
using Builder = std::optional<BuiltValue> (*)(const Arguments &, const std::string &);

constexpr std::size_t maximumDimensions = 16;

[[noreturn]] void refuseTensor(const std::string &where, const std::string &what)
{
    throw InputError(
        errorAt(where, what, translate("Engine", "Copy or download the file again, or save it once more.")));
}

BuiltValue make(PickleKind kind)
{
    BuiltValue built;
    built.value.kind = kind;
    return built;
}

const std::map<std::string_view, ElementType> &storageTypes()
{
    static const std::map<std::string_view, ElementType> types{
        {"DoubleStorage", ElementType::Double},  {"FloatStorage", ElementType::Float},
        {"HalfStorage", ElementType::Half},      {"BFloat16Storage", ElementType::Bfloat16},
        {"LongStorage", ElementType::Long},      {"IntStorage", ElementType::Int},
        {"ShortStorage", ElementType::Short},    {"CharStorage", ElementType::Char},
        {"ByteStorage", ElementType::Byte},      {"BoolStorage", ElementType::Bool},
        {"UntypedStorage", ElementType::Untyped}};
    return types;
}

const std::map<std::string_view, ElementType> &dtypes()
{
    static const std::map<std::string_view, ElementType> types{
        {"torch.float64", ElementType::Double},    {"torch.double", ElementType::Double},
        {"torch.float32", ElementType::Float},     {"torch.float", ElementType::Float},
        {"torch.float16", ElementType::Half},      {"torch.half", ElementType::Half},
        {"torch.bfloat16", ElementType::Bfloat16}, {"torch.int64", ElementType::Long},
        {"torch.long", ElementType::Long},         {"torch.int32", ElementType::Int},
        {"torch.int", ElementType::Int},           {"torch.int16", ElementType::Short},
        {"torch.short", ElementType::Short},       {"torch.int8", ElementType::Char},
        {"torch.uint8", ElementType::Byte},        {"torch.bool", ElementType::Bool}};
    return types;
}

std::vector<std::int64_t> sizesOf(const PickleValue &value, const std::string &where)
{
    std::vector<std::int64_t> sizes;
    if (!value.is(PickleKind::Tuple) && !value.is(PickleKind::List)) {
        refuseTensor(where, translate("Engine", "The size of a tensor is not a list of numbers."));
    }
    if (value.items.size() > maximumDimensions) {
        refuseTensor(where,
                     translate("Engine", "A tensor has more than %1 dimensions.", {std::to_string(maximumDimensions)}));
    }
    for (const PickleValue *item : value.items) {
        if (!item->is(PickleKind::Integer) || item->integer < 0) {
            refuseTensor(where, translate("Engine", "A size or stride of a tensor is not a number from 0 on."));
        }
        sizes.push_back(item->integer);
    }
    return sizes;
}

/// Refuses a layout whose indices leave its storage; all sizes and strides are at least 0.
void checkLayout(const TensorLayout &layout, std::int64_t storageElements, const std::string &where)
{
    constexpr std::int64_t largest = std::int64_t{1} << 48;
    std::int64_t count = 1;
    std::int64_t last = layout.offset;
    bool zero = false;
    bool possible = layout.strides.size() == layout.shape.size() && layout.offset >= 0 && layout.offset <= largest;
    for (std::size_t i = 0; possible && i < layout.shape.size(); ++i) {
        const std::int64_t size = layout.shape[i];
        zero = zero || size == 0;
        const std::int64_t steps = std::max<std::int64_t>(size, 1) - 1;
        possible = size <= largest && count <= largest / std::max<std::int64_t>(size, 1) &&
                   (steps == 0 || layout.strides[i] <= (largest - last) / steps);
        if (possible) {
            count *= std::max<std::int64_t>(size, 1);
            last += steps * layout.strides[i];
        }
    }
    if (!possible || (!zero && last >= storageElements)) {
        refuseTensor(where, translate("Engine", "A tensor reaches beyond the data that it is stored in."));
    }
}

/// _rebuild_tensor(storage, offset, size, stride), _v2(…, requires_grad, hooks, metadata), _v3(…, hooks, dtype).
std::optional<BuiltValue> rebuild(const Arguments &arguments, const PickleValue *dtype, const std::string &where)
{
    if (arguments.size() < 4 || !arguments[0]->is(PickleKind::Storage) || !arguments[1]->is(PickleKind::Integer)) {
        refuseTensor(where, translate("Engine", "The description of a tensor is damaged."));
    }
    BuiltValue built = make(PickleKind::Tensor);
    auto layout = std::make_unique<TensorLayout>();
    const PickleValue &storage = *arguments[0];
    layout->storage = &storage;
    layout->element = storage.element;
    if (dtype != nullptr) {
        const auto found = dtypes().find(dtype->text);
        layout->element =
            dtype->is(PickleKind::Global) && found != dtypes().end() ? found->second : ElementType::Unknown;
    }
    layout->offset = arguments[1]->integer;
    layout->shape = sizesOf(*arguments[2], where);
    layout->strides = sizesOf(*arguments[3], where);
    const std::uint64_t perElement = storage.element == ElementType::Untyped ? elementBytes(layout->element) : 1;
    // A type that is not known here has no size either: such a tensor is refused when it is needed.
    checkLayout(*layout, storage.integer / static_cast<std::int64_t>(std::max<std::uint64_t>(perElement, 1)), where);
    built.value.layout = std::move(layout);
    return built;
}

std::optional<BuiltValue> rebuildTensor(const Arguments &arguments, const std::string &where)
{
    return rebuild(arguments, nullptr, where);
}

std::optional<BuiltValue> rebuildTyped(const Arguments &arguments, const std::string &where)
{
    return rebuild(arguments, arguments.size() > 6 ? arguments[6] : nullptr, where);
}

/// _rebuild_parameter(data, requires_grad, hooks): the data.
std::optional<BuiltValue> rebuildParameter(const Arguments &arguments, const std::string & /*where*/)
{
    if (arguments.empty() || !arguments[0]->is(PickleKind::Tensor)) {
        return std::nullopt;
    }
    BuiltValue built;
    built.existing = arguments[0];
    return built;
}

/// _rebuild_from_type_v2(function, type, arguments, state): a subclass of Tensor; as the tensor it holds.
std::optional<BuiltValue> rebuildSubclass(const Arguments &arguments, const std::string &where)
{
    if (arguments.size() < 3 || !arguments[0]->is(PickleKind::Global) || !arguments[2]->is(PickleKind::Tuple) ||
        !arguments[0]->text.starts_with("torch._utils._rebuild_")) {
        return std::nullopt;
    }
    return buildKnown(arguments[0]->text, arguments[2]->items, where);
}

std::optional<BuiltValue> makeDict(const Arguments &arguments, const std::string & /*where*/)
{
    BuiltValue built = make(PickleKind::Dict);
    // OrderedDict([[key, value], …]); a defaultdict's factory is dropped.
    for (const PickleValue *argument : arguments) {
        if (argument->is(PickleKind::Dict)) {
            built.value.entries = argument->entries;
        }
        for (const PickleValue *pair : argument->items) {
            if (pair->items.size() == 2) {
                built.value.entries.emplace_back(pair->items[0], pair->items[1]);
            }
        }
    }
    return built;
}

std::optional<BuiltValue> makeSequence(PickleKind kind, const Arguments &arguments)
{
    BuiltValue built = make(kind);
    if (!arguments.empty()) {
        built.value.items = arguments[0]->items;
    }
    return built;
}

std::optional<BuiltValue> makeTuple(const Arguments &arguments, const std::string & /*where*/)
{
    return makeSequence(PickleKind::Tuple, arguments);
}

std::optional<BuiltValue> makeList(const Arguments &arguments, const std::string & /*where*/)
{
    return makeSequence(PickleKind::List, arguments);
}

std::optional<BuiltValue> makeSet(const Arguments &arguments, const std::string & /*where*/)
{
    return makeSequence(PickleKind::Set, arguments);
}

/// torch.device('cuda', 1) → the text "cuda:1".
std::optional<BuiltValue> makeDevice(const Arguments &arguments, const std::string & /*where*/)
{
    BuiltValue built = make(PickleKind::Text);
    if (arguments.empty() || !arguments[0]->is(PickleKind::Text)) {
        return std::nullopt;
    }
    built.value.text = arguments[0]->text;
    if (arguments.size() > 1 && arguments[1]->is(PickleKind::Integer)) {
        built.value.text += ':';
        built.value.text += std::to_string(arguments[1]->integer);
    }
    return built;
}

/// _codecs.encode(text, 'latin1'): how protocol 2 spells bytes.
std::optional<BuiltValue> encodeBytes(const Arguments &arguments, const std::string & /*where*/)
{
    if (arguments.size() != 2 || !arguments[0]->is(PickleKind::Text) ||
        (arguments[1]->text != "latin1" && arguments[1]->text != "latin-1")) {
        return std::nullopt;
    }
    BuiltValue built = make(PickleKind::Bytes);
    const std::string &text = arguments[0]->text;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            built.value.text += text[i];
        } else if ((byte == 0xC2 || byte == 0xC3) && i + 1 < text.size()) {
            built.value.text += static_cast<char>(((byte & 3U) << 6) | (static_cast<unsigned char>(text[++i]) & 0x3FU));
        } else {
            return std::nullopt;
        }
    }
    return built;
}

std::optional<BuiltValue> makeBytes(const Arguments &arguments, const std::string & /*where*/)
{
    BuiltValue built = make(PickleKind::Bytes);
    if (!arguments.empty()) {
        if (!arguments[0]->is(PickleKind::Bytes)) {
            return std::nullopt;
        }
        built.value.text = arguments[0]->text;
    }
    return built;
}

template <class Number>
void setNumber(PickleValue &value, const std::string &bytes)
{
    Number number;
    std::memcpy(&number, bytes.data(), sizeof number);
    if constexpr (std::is_floating_point_v<Number>) {
        value.kind = PickleKind::Real;
        value.real = double{number};
    } else {
        value.kind = PickleKind::Integer;
        value.integer = static_cast<std::int64_t>(number);
    }
}

/// numpy.core.multiarray.scalar(dtype, bytes): the number.
std::optional<BuiltValue> numpyScalar(const Arguments &arguments, const std::string & /*where*/)
{
    if (arguments.size() != 2 || arguments[0]->text != "numpy.dtype" || arguments[0]->items.empty() ||
        !arguments[1]->is(PickleKind::Bytes)) {
        return std::nullopt;
    }
    const std::string type = arguments[0]->items[0]->text;
    std::string bytes = arguments[1]->text;
    const PickleValue *state = arguments[0]->state;
    if (state != nullptr && state->items.size() > 1 && state->items[1]->text == ">") {
        std::reverse(bytes.begin(), bytes.end());
    }
    if (type.size() != 2 || bytes.size() != static_cast<std::size_t>(type[1] - '0')) {
        return std::nullopt;
    }
    BuiltValue built;
    PickleValue &value = built.value;
    const std::map<std::string_view, void (*)(PickleValue &, const std::string &)> readers{
        {"f8", setNumber<double>},        {"f4", setNumber<float>},         {"i8", setNumber<std::int64_t>},
        {"i4", setNumber<std::int32_t>},  {"i2", setNumber<std::int16_t>},  {"i1", setNumber<std::int8_t>},
        {"u4", setNumber<std::uint32_t>}, {"u2", setNumber<std::uint16_t>}, {"u1", setNumber<std::uint8_t>},
        {"b1", setNumber<std::uint8_t>}};
    if (const auto found = readers.find(type); found != readers.end()) {
        found->second(value, bytes);
        value.kind = type == "b1" ? PickleKind::Boolean : value.kind;
        return built;
    }
    if (type == "f2") {
        std::uint16_t half = 0;
        std::memcpy(&half, bytes.data(), sizeof half);
        value.kind = PickleKind::Real;
        value.real = double{floatFromHalf(half)};
        return built;
    }
    return std::nullopt;
}

const std::map<std::string_view, Builder> &builders()
{
    static const std::map<std::string_view, Builder> known{
        {"torch._utils._rebuild_tensor", rebuildTensor},
        {"torch._utils._rebuild_tensor_v2", rebuildTensor},
        {"torch._utils._rebuild_tensor_v3", rebuildTyped},
        {"torch._utils._rebuild_parameter", rebuildParameter},
        {"torch._utils._rebuild_parameter_with_state", rebuildParameter},
        {"torch._tensor._rebuild_from_type_v2", rebuildSubclass},
        {"torch.Size", makeTuple},
        {"torch.device", makeDevice},
        {"collections.OrderedDict", makeDict},
        {"collections.defaultdict", makeDict},
        {"builtins.dict", makeDict},
        {"__builtin__.dict", makeDict},
        {"builtins.set", makeSet},
        {"__builtin__.set", makeSet},
        {"builtins.frozenset", makeSet},
        {"__builtin__.frozenset", makeSet},
        {"builtins.list", makeList},
        {"__builtin__.list", makeList},
        {"builtins.tuple", makeTuple},
        {"__builtin__.tuple", makeTuple},
        {"builtins.bytearray", makeBytes},
        {"__builtin__.bytearray", makeBytes},
        {"builtins.bytes", makeBytes},
        {"__builtin__.bytes", makeBytes},
        {"_codecs.encode", encodeBytes},
        {"numpy.core.multiarray.scalar", numpyScalar},
        {"numpy._core.multiarray.scalar", numpyScalar}};
    return known;
}

} // namespace

std::optional<BuiltValue> buildKnown(const std::string &callable, const std::vector<PickleValue *> &arguments,
                                     const std::string &where)
{
    const auto found = builders().find(callable);
    return found == builders().end() ? std::nullopt : found->second(arguments, where);
}

std::optional<PickleValue> storageOfPersistentId(const PickleValue &id, const std::string &where)
{
    const std::vector<PickleValue *> &parts = id.items;
    if (!id.is(PickleKind::Tuple) || parts.size() < 5 || parts[0]->text != "storage" ||
        !parts[1]->is(PickleKind::Global) || !parts[2]->is(PickleKind::Text) || !parts[4]->is(PickleKind::Integer) ||
        parts[4]->integer < 0) {
        return std::nullopt;
    }
    if (parts.size() > 5 && !parts[5]->is(PickleKind::None)) {
        throw InputError(errorAt(where,
                                 translate("Engine", "A storage is a view of another one; such files are older "
                                                     "than PyTorch 0.4."),
                                 translate("Engine", "Load and save it once with a newer PyTorch.")));
    }
    PickleValue storage;
    storage.kind = PickleKind::Storage;
    const std::string_view type = parts[1]->text;
    const std::size_t dot = type.rfind('.');
    const auto found = storageTypes().find(dot == std::string_view::npos ? type : type.substr(dot + 1));
    storage.element =
        type.starts_with("torch.") && found != storageTypes().end() ? found->second : ElementType::Unknown;
    storage.text = parts[2]->text;
    storage.integer = parts[4]->integer;
    return storage;
}

} // namespace knockscape
