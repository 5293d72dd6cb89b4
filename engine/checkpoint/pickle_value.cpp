#include "engine/checkpoint/pickle_value.h"

#include <algorithm>

namespace knockscape
{

std::uint64_t elementBytes(ElementType type) noexcept
{
    switch (type) {
    case ElementType::Double:
    case ElementType::Long:
        return 8;
    case ElementType::Float:
    case ElementType::Int:
        return 4;
    case ElementType::Half:
    case ElementType::Bfloat16:
    case ElementType::Short:
        return 2;
    case ElementType::Char:
    case ElementType::Byte:
    case ElementType::Bool:
    case ElementType::Untyped:
        return 1;
    case ElementType::Unknown:
        break;
    }
    return 0;
}

std::int64_t TensorLayout::elementCount() const noexcept
{
    std::int64_t count = 1;
    for (const std::int64_t size : shape) {
        count *= size;
    }
    return count;
}

const PickleValue *PickleValue::find(std::string_view key) const noexcept
{
    const auto found = std::find_if(entries.rbegin(), entries.rend(), [key](const auto &entry) {
        return entry.first->is(PickleKind::Text) && entry.first->text == key;
    });
    return found == entries.rend() ? nullptr : found->second;
}

} // namespace knockscape
