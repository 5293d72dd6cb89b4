#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knockscape
{

/// What a pickled value is here. Nothing of Python is executed: a class or function that is not on the short list of
/// what builds tensors, containers and numbers becomes a Global, and what it would have made an Object that only keeps
/// the name, the arguments and the state.
enum class PickleKind : std::uint8_t {
    None,
    Boolean,
    Integer,
    LargeInteger, ///< beyond 64 bits: `text` holds its little-endian two's-complement bytes
    Real,
    Text,
    Bytes,
    List,
    Tuple,
    Set,
    Dict,
    Global,  ///< a class, function or torch.dtype: `text` is "module.name"
    Object,  ///< an inert stand-in: `text` is the class or function, `items` what it was called with
    Storage, ///< the elements of one or more tensors: `text` is its key in the file, `integer` how many elements
    Tensor
};

/// Element types of torch storages.
enum class ElementType : std::uint8_t {
    Unknown,
    Double,
    Float,
    Half,
    Bfloat16,
    Long,
    Int,
    Short,
    Char,
    Byte,
    Bool,
    Untyped ///< raw bytes; the tensor says what they are
};

/// Bytes of one element; 0 where unknown.
std::uint64_t elementBytes(ElementType type) noexcept;

struct PickleValue;

/// How a tensor lies in its storage, in elements. Checked: no size or stride is negative, and no index leaves the
/// storage.
struct TensorLayout {
    const PickleValue *storage = nullptr;
    ElementType element = ElementType::Unknown;
    std::int64_t offset = 0;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;

    std::int64_t elementCount() const noexcept;
};

/// One value; its document owns all of them. Values may be shared and may form cycles.
struct PickleValue {
    PickleKind kind = PickleKind::None;
    /// Of a Storage.
    ElementType element = ElementType::Unknown;
    /// Boolean (0 or 1), Integer, or the number of elements of a Storage.
    std::int64_t integer = 0;
    double real = 0.0;
    std::string text;
    /// List, Tuple, Set; the arguments of an Object, then what was appended to it.
    std::vector<PickleValue *> items;
    /// Of a Dict, or set on an Object; the last of equal keys counts.
    std::vector<std::pair<PickleValue *, PickleValue *>> entries;
    /// What BUILD gave (an Object's __dict__, a state_dict's _metadata), if anything.
    PickleValue *state = nullptr;
    std::unique_ptr<TensorLayout> layout;

    bool is(PickleKind wanted) const noexcept { return kind == wanted; }
    /// The value under a text key of a Dict (or an Object's entries); nullptr where there is none.
    const PickleValue *find(std::string_view key) const noexcept;
};

/// A pickle that was read.
struct PickleDocument {
    std::deque<PickleValue> values;
    const PickleValue *root = nullptr;
    /// How many bytes it took, its STOP included.
    std::size_t length = 0;
};

/// Reads one pickle (protocols 0 to 5) at the start of `bytes`; what follows is ignored. Throws InputError naming
/// `where` and the byte for what is damaged, cut short, or beyond the limits (2 million values). Never runs or imports
/// anything.
PickleDocument readPickle(std::string_view bytes, const std::string &where);

/// A value as JSON text, for hyper-parameters: dictionaries, argparse.Namespace, omegaconf and AttributeDict become
/// objects, an object made of one plain value (an enum) that value, torch.float32 its name; what has no meaning in JSON
/// becomes null. Cycles, depth and size are limited.
std::string toJson(const PickleValue &value);

} // namespace knockscape
