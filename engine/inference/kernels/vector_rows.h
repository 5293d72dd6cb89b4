// Rows of a tile as vectors, and the steps of a network on them. Part of fused_kernel.cpp alone, which sets the width.
#pragma once

#include "engine/inference/kernels/fused_kernel.h"

namespace knockscape::kernels
{

namespace
{

constexpr int lanes = KNOCKSCAPE_KERNEL_LANES;
constexpr int block = KNOCKSCAPE_KERNEL_BLOCK;
constexpr int vectors = tileLanes / lanes; ///< vectors per row
constexpr int group = 2;                   ///< vectors that a register block of the product spans
static_assert(vectors % group == 0);

using Vec [[gnu::vector_size(4 * lanes), gnu::may_alias]] = float;
using Bits [[gnu::vector_size(4 * lanes), gnu::may_alias]] = int;

constexpr float epsilon = 1e-5F;

inline Vec &at(float *row, int vector)
{
    return *reinterpret_cast<Vec *>(row + vector * lanes);
}

inline const Vec &at(const float *row, int vector)
{
    return *reinterpret_cast<const Vec *>(row + vector * lanes);
}

inline Vec spread(float value)
{
    return Vec{} + value;
}

inline int padded(int channels)
{
    return (channels + block - 1) / block * block;
}

/// Keeps NaN, unlike a maximum with 0.
inline Vec relu(Vec value)
{
    return value < 0.0F ? Vec{} : value;
}

inline Vec inverseSquareRoot(Vec value)
{
    Vec result;
    for (int lane = 0; lane < lanes; ++lane) {
        result[lane] = 1.0F / __builtin_sqrtf(value[lane]);
    }
    return result;
}

/// e^x for x ≤ 0 within 2 ulp (Cephes' expf: range reduction by ln 2, polynomial of degree 5); NaN stays NaN.
inline Vec exponential(Vec x)
{
    constexpr float magic = 12582912.0F; // 1.5·2^23: adding it rounds to a whole number in the low bits
    x = x < -87.0F ? spread(-87.0F) : x;
    const Vec shifted = x * 1.44269504F + magic;
    const Vec whole = shifted - magic;
    Vec r = x - whole * 0.693359375F;
    r = r + whole * 2.12194440e-4F;
    Vec poly = spread(1.9875691500e-4F);
    poly = poly * r + 1.3981999507e-3F;
    poly = poly * r + 8.3334519073e-3F;
    poly = poly * r + 4.1665795894e-2F;
    poly = poly * r + 1.6666665459e-1F;
    poly = poly * r + 5.0000001201e-1F;
    const Vec value = poly * r * r + r + 1.0F;
    const Bits exponent = (Bits)shifted - (Bits)spread(magic); // NOLINT: reinterprets the lanes
    const Bits scale = (exponent + 127) << 23;
    return value * (Vec)scale; // NOLINT
}

/// term(first) + … + term(last − 1), in four chains that do not wait for each other.
template <class Term>
inline Vec sumOf(int first, int last, const Term &term)
{
    Vec a = {};
    Vec b = {};
    Vec c = {};
    Vec d = {};
    int i = first;
    for (; i + 4 <= last; i += 4) {
        a += term(i);
        b += term(i + 1);
        c += term(i + 2);
        d += term(i + 3);
    }
    for (; i < last; ++i) {
        a += term(i);
    }
    return (a + b) + (c + d);
}

/// `out` [outputs][tileLanes] = W·in + b, or += where `Accumulate`.
template <bool Accumulate>
void multiply(const Linear &linear, const float *in, float *out)
{
    const float *weights = linear.weights;
    for (int first = 0; first < linear.outputs; first += block, weights += linear.inputs * block) {
        for (int column = 0; column < vectors; column += group) {
            Vec sums[block][group];
#pragma GCC unroll 16
            for (int row = 0; row < block; ++row) {
                const Vec bias = linear.bias == nullptr ? Vec{} : spread(linear.bias[first + row]);
#pragma GCC unroll 4
                for (int v = 0; v < group; ++v) {
                    sums[row][v] = bias;
                }
            }
            const float *w = weights;
            const float *x = in + column * lanes;
            for (int input = 0; input < linear.inputs; ++input, w += block, x += tileLanes) {
                Vec values[group];
#pragma GCC unroll 4
                for (int v = 0; v < group; ++v) {
                    values[v] = at(x, v);
                }
#pragma GCC unroll 16
                for (int row = 0; row < block; ++row) {
                    const Vec weight = spread(w[row]);
#pragma GCC unroll 4
                    for (int v = 0; v < group; ++v) {
                        sums[row][v] += weight * values[v];
                    }
                }
            }
#pragma GCC unroll 16
            for (int row = 0; row < block; ++row) {
#pragma GCC unroll 4
                for (int v = 0; v < group; ++v) {
                    Vec &target = at(out + (first + row) * tileLanes, column + v);
                    target = Accumulate ? target + sums[row][v] : sums[row][v];
                }
            }
        }
    }
}

/// LayerNorm of `rows` [channels][tileLanes] in place, then ReLU where `Relu`.
template <bool Relu>
void normalise(const Norm &norm, float *rows)
{
    const float share = 1.0F / static_cast<float>(norm.channels);
    for (int v = 0; v < vectors; ++v) {
        const Vec mean =
            sumOf(0, norm.channels, [&](int channel) { return at(rows + channel * tileLanes, v); }) * share;
        const Vec variance = sumOf(0, norm.channels,
                                   [&](int channel) {
                                       const Vec centred = at(rows + channel * tileLanes, v) - mean;
                                       return centred * centred;
                                   }) *
                             share;
        const Vec scale = inverseSquareRoot(variance + epsilon);
        for (int channel = 0; channel < norm.channels; ++channel) {
            Vec &value = at(rows + channel * tileLanes, v);
            const Vec normal = (value - mean) * scale * norm.weight[channel] + norm.bias[channel];
            value = Relu ? relu(normal) : normal;
        }
    }
}

/// Runs blocks on `value`, using `other` as the second buffer, and then the last Linear of one output into `out`.
void runBlocks(const Block *blocks, int count, bool firstIsApplied, const Linear &last, float *value, float *other,
               float *out)
{
    for (int index = 0; index < count; ++index) {
        if (index > 0 || !firstIsApplied) {
            multiply<false>(blocks[index].linear, value, other);
            float *swap = value;
            value = other;
            other = swap;
        }
        normalise<true>(blocks[index].norm, value);
    }
    for (int v = 0; v < vectors; ++v) {
        at(out, v) = sumOf(0, last.inputs,
                           [&](int channel) { return at(value + channel * tileLanes, v) * last.weights[channel]; }) +
                     last.bias[0];
    }
}

} // namespace

} // namespace knockscape::kernels
