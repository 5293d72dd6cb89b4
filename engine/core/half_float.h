#pragma once

#include <bit>
#include <cstdint>

namespace knockscape
{

/// The value of an IEEE 754 binary16 number given by its bits; exact.
inline float floatFromHalf(std::uint16_t half)
{
    const std::uint32_t sign = (half & 0x8000U) << 16;
    const std::uint32_t exponent = (half >> 10) & 0x1FU;
    const std::uint32_t mantissa = half & 0x3FFU;
    if (exponent == 0) {
        const float magnitude = static_cast<float>(mantissa) * 0x1p-24F;
        return sign != 0 ? -magnitude : magnitude;
    }
    const std::uint32_t biased = exponent == 31 ? 255U : exponent + 112U;
    return std::bit_cast<float>(sign | (biased << 23) | (mantissa << 13));
}

/// The value of a bfloat16 number (the upper half of a float32) given by its bits; exact.
inline float floatFromBfloat16(std::uint16_t bits)
{
    return std::bit_cast<float>(std::uint32_t{bits} << 16);
}

} // namespace knockscape
