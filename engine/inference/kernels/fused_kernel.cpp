// Compiled once per instruction set with KNOCKSCAPE_KERNEL (its name), KNOCKSCAPE_KERNEL_LANES (floats per vector) and
// KNOCKSCAPE_KERNEL_BLOCK (outputs per register block). Vector extensions of GCC and Clang only; a product and a sum
// may contract to one rounding (-ffp-contract=fast), nothing else is reordered.
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
        Vec sums[4] = {};
        for (int channel = 0; channel < norm.channels; ++channel) {
            sums[channel % 4] += at(rows + channel * tileLanes, v);
        }
        const Vec mean = ((sums[0] + sums[1]) + (sums[2] + sums[3])) * share;
        Vec squares[4] = {};
        for (int channel = 0; channel < norm.channels; ++channel) {
            const Vec centred = at(rows + channel * tileLanes, v) - mean;
            squares[channel % 4] += centred * centred;
        }
        const Vec variance = ((squares[0] + squares[1]) + (squares[2] + squares[3])) * share;
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
        Vec sums[4] = {};
        for (int channel = 0; channel < last.inputs; ++channel) {
            sums[channel % 4] += at(value + channel * tileLanes, v) * last.weights[channel];
        }
        at(out, v) = ((sums[0] + sums[1]) + (sums[2] + sums[3])) + last.bias[0];
    }
}

int widest(const Program &program)
{
    int channels = program.hidden;
    for (int index = 0; index < program.fitnessBlockCount; ++index) {
        const int width = program.fitnessBlocks[index].norm.channels;
        channels = width > channels ? width : channels;
    }
    for (int index = 0; index < program.interactionBlockCount; ++index) {
        const int width = program.interactionBlocks[index].norm.channels;
        channels = width > channels ? width : channels;
    }
    return padded(channels);
}

/// Floats between two genes of a genotype.
int geneStride(const Program &program)
{
    return padded(program.hidden) * tileLanes;
}

/// Where the pieces of the scratch lie.
struct Scratch {
    Scratch(const Program &program, int size, float *memory)
        : stride(geneStride(program)), x(memory), query(x + size * stride), key(query + size * stride),
          value(key + size * stride), first(value + size * stride), second(first + widest(program) * tileLanes),
          weights(second + widest(program) * tileLanes)
    {
    }

    int stride;
    float *x;
    float *query; ///< later the mixed values
    float *key;
    float *value;
    float *first;
    float *second;
    float *weights; ///< [size][size][heads][tileLanes]: of gene i for gene j
};

/// The softmax weights of gene `i` for every gene j, per head. Key 0 is taken off all keys (softmax does not see a
/// common shift), so the logit of gene 0 is 0: `logit(j, head, v)` is asked for j ≥ 1 only.
template <class Logit>
void attend(int size, int heads, int i, const Logit &logit, float *weights)
{
    float *own = weights + i * size * heads * tileLanes;
    for (int head = 0; head < heads; ++head) {
        for (int v = 0; v < vectors; ++v) {
            const auto weightOf = [&](int j) -> Vec & { return at(own + (j * heads + head) * tileLanes, v); };
            Vec largest = {};
            for (int j = 1; j < size; ++j) {
                const Vec value = logit(j, head, v);
                weightOf(j) = value;
                largest = value > largest ? value : largest;
            }
            weightOf(0) = exponential(Vec{} - largest);
            Vec sum = weightOf(0);
            for (int j = 1; j < size; ++j) {
                weightOf(j) = exponential(weightOf(j) - largest);
                sum += weightOf(j);
            }
            const Vec inverse = 1.0F / sum;
            for (int j = 0; j < size; ++j) {
                weightOf(j) *= inverse;
            }
        }
    }
}

/// Layer 0 from the genes' rows: x_i = input_i + Σ_heads (V_0 + Σ_j w_ij (V_j − V_0)).
void firstLayer(const Program &program, const Tile &tile, const Scratch &scratch)
{
    const int size = tile.size;
    const int hidden = program.hidden;
    const int heads = program.heads;
    const int width = hidden / heads;
    const auto row = [&](int gene, int index) { return tile.genes[gene] + index * tileLanes; };
    for (int i = 0; i < size && size > 1; ++i) {
        const auto logit = [&](int j, int head, int v) {
            Vec sums[2] = {};
            for (int channel = head * width; channel < (head + 1) * width; ++channel) {
                const Vec difference =
                    at(row(j, program.rows.key + channel), v) - at(row(0, program.rows.key + channel), v);
                sums[channel % 2] += at(row(i, program.rows.query + channel), v) * difference;
            }
            return sums[0] + sums[1];
        };
        attend(size, heads, i, logit, scratch.weights);
    }
    for (int channel = 0; channel < hidden; ++channel) {
        for (int v = 0; v < vectors; ++v) {
            const Vec shared = at(row(0, program.rows.valueSum + channel), v);
            for (int i = 0; i < size; ++i) {
                at(scratch.x + i * scratch.stride + channel * tileLanes, v) =
                    at(row(i, program.rows.input + channel), v) + shared;
            }
        }
    }
    for (int j = 1; j < size; ++j) {
        for (int v = 0; v < vectors; ++v) {
            for (int channel = 0; channel < hidden; ++channel) {
                for (int head = 0; head < heads; ++head) {
                    const int index = program.rows.value + head * hidden + channel;
                    const Vec difference = at(row(j, index), v) - at(row(0, index), v);
                    for (int i = 0; i < size; ++i) {
                        at(scratch.x + i * scratch.stride + channel * tileLanes, v) +=
                            at(scratch.weights + ((i * size + j) * heads + head) * tileLanes, v) * difference;
                    }
                }
            }
        }
    }
}

/// A later layer: x_i += W_o Σ_j w_ij v_j, before its norm.
void laterLayer(const Program &program, const Attention &attention, int size, const Scratch &scratch)
{
    const int hidden = program.hidden;
    const int heads = program.heads;
    const int width = hidden / heads;
    const int stride = scratch.stride;
    for (int i = 0; i < size; ++i) {
        multiply<false>(attention.value, scratch.x + i * stride, scratch.value + i * stride);
    }
    if (size == 1) {
        multiply<true>(attention.output, scratch.value, scratch.x);
        return;
    }
    for (int i = 0; i < size; ++i) {
        multiply<false>(attention.query, scratch.x + i * stride, scratch.query + i * stride);
    }
    for (int j = 1; j < size; ++j) {
        for (int element = 0; element < hidden * vectors; ++element) {
            at(scratch.first, element) = at(scratch.x + j * stride, element) - at(scratch.x, element);
        }
        multiply<false>(attention.key, scratch.first, scratch.key + j * stride);
    }
    for (int i = 0; i < size; ++i) {
        const auto logit = [&](int j, int head, int v) {
            Vec sums[2] = {};
            for (int channel = head * width; channel < (head + 1) * width; ++channel) {
                sums[channel % 2] += at(scratch.query + i * stride + channel * tileLanes, v) *
                                     at(scratch.key + j * stride + channel * tileLanes, v);
            }
            return sums[0] + sums[1];
        };
        attend(size, heads, i, logit, scratch.weights);
    }
    for (int i = 0; i < size; ++i) {
        for (int head = 0; head < heads; ++head) {
            for (int channel = head * width; channel < (head + 1) * width; ++channel) {
                for (int v = 0; v < vectors; ++v) {
                    Vec mixed = {};
                    for (int j = 0; j < size; ++j) {
                        mixed += at(scratch.weights + ((i * size + j) * heads + head) * tileLanes, v) *
                                 at(scratch.value + j * stride + channel * tileLanes, v);
                    }
                    at(scratch.first + channel * tileLanes, v) = mixed;
                }
            }
        }
        multiply<true>(attention.output, scratch.first, scratch.x + i * stride);
    }
}

void interaction(const Program &program, const Tile &tile, const Scratch &scratch)
{
    const int size = tile.size;
    const int stride = scratch.stride;
    if (program.attentionLayers > 0) {
        firstLayer(program, tile, scratch);
    } else {
        for (int i = 0; i < size; ++i) {
            for (int element = 0; element < program.hidden * vectors; ++element) {
                at(scratch.x + i * stride, element) = at(tile.genes[i] + program.rows.input * tileLanes, element);
            }
        }
    }
    for (int layer = 0; layer < program.attentionLayers; ++layer) {
        if (layer > 0) {
            laterLayer(program, program.attention[layer - 1], size, scratch);
        }
        for (int i = 0; i < size; ++i) {
            normalise<false>(program.attentionNorms[layer], scratch.x + i * stride);
        }
    }
    for (int i = 0; i < size; ++i) {
        normalise<false>(program.outputNorm, scratch.x + i * stride);
    }
    const float share = 1.0F / static_cast<float>(size);
    for (int element = 0; element < program.hidden * vectors; ++element) {
        Vec sum = at(scratch.x, element);
        for (int i = 1; i < size; ++i) {
            sum += at(scratch.x + i * stride, element);
        }
        at(scratch.first, element) = sum * share;
    }
    runBlocks(program.interactionBlocks, program.interactionBlockCount, false, program.interactionLast, scratch.first,
              scratch.second, tile.interaction);
}

void fitness(const Program &program, const Tile &tile, const Scratch &scratch)
{
    const int channels = program.fitnessBlocks[0].norm.channels;
    for (int channel = 0; channel < channels; ++channel) {
        for (int v = 0; v < vectors; ++v) {
            Vec deleted = at(tile.genes[0] + (program.rows.pool + channel) * tileLanes, v);
            for (int i = 1; i < tile.size; ++i) {
                deleted += at(tile.genes[i] + (program.rows.pool + channel) * tileLanes, v);
            }
            at(scratch.first + channel * tileLanes, v) = tile.poolBase[channel] - deleted * tile.poolScale;
        }
    }
    for (int v = 0; v < vectors; ++v) {
        Vec sum = {};
        for (int i = 0; i < tile.size; ++i) {
            sum += at(tile.genes[i] + program.rows.additive * tileLanes, v);
        }
        at(tile.additive, v) = sum;
    }
    runBlocks(program.fitnessBlocks, program.fitnessBlockCount, true, program.fitnessLast, scratch.first,
              scratch.second, tile.fitnessHead);
}

std::size_t scratchFloats(const Program &program, int size)
{
    const int genes = 4 * size * geneStride(program);
    const int rows = 2 * widest(program) + size * size * program.heads;
    return static_cast<std::size_t>(genes) + static_cast<std::size_t>(rows) * tileLanes;
}

void run(const Program &program, const Tile &tile, float *memory)
{
    const Scratch scratch(program, tile.size, memory);
    fitness(program, tile, scratch);
    if (tile.wantsInteraction) {
        interaction(program, tile, scratch);
    }
}

} // namespace

#define KNOCKSCAPE_TEXT_OF(name) #name
#define KNOCKSCAPE_TEXT(name) KNOCKSCAPE_TEXT_OF(name)
#define KNOCKSCAPE_JOIN_OF(left, right) left##right
#define KNOCKSCAPE_JOIN(left, right) KNOCKSCAPE_JOIN_OF(left, right)
extern const Kernel KNOCKSCAPE_JOIN(KNOCKSCAPE_KERNEL, Kernel){KNOCKSCAPE_TEXT(KNOCKSCAPE_KERNEL), block, lanes,
                                                               scratchFloats, run};

} // namespace knockscape::kernels
