#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace knockscape
{

/// Allocates on cache lines, which is also what the widest vector instructions want.
template <class T>
struct CacheLineAllocator {
    using value_type = T;
    static constexpr std::align_val_t alignment{64};

    CacheLineAllocator() = default;
    template <class U>
    CacheLineAllocator(const CacheLineAllocator<U> &) noexcept // NOLINT: allocators convert
    {
    }
    T *allocate(std::size_t count) { return static_cast<T *>(::operator new(count * sizeof(T), alignment)); }
    void deallocate(T *memory, std::size_t) noexcept { ::operator delete(memory, alignment); }
    bool operator==(const CacheLineAllocator &) const noexcept { return true; }
};

/// Floats that begin on a cache line.
using AlignedFloats = std::vector<float, CacheLineAllocator<float>>;

} // namespace knockscape
