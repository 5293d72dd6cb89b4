// Compiled once per instruction set with KNOCKSCAPE_KERNEL (its name), KNOCKSCAPE_KERNEL_LANES (floats per vector) and
// KNOCKSCAPE_KERNEL_BLOCK (outputs per register block). Vector extensions of GCC and Clang only; a product and a sum
// may contract to one rounding (-ffp-contract=fast), nothing else is reordered.
#include "engine/inference/kernels/vector_rows.h"

namespace knockscape::kernels
{

namespace
{

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

/// A size that the compiler knows, so that a vector per gene stays in a register.
template <int Size>
struct SizeConstant {
    static constexpr int value = Size;
};

/// Calls work(SizeConstant<size>) for size in 1 … largestGenotype.
template <class Work>
inline void withSize(int size, const Work &work)
{
    switch (size) {
    case 1:
        return work(SizeConstant<1>());
    case 2:
        return work(SizeConstant<2>());
    case 3:
        return work(SizeConstant<3>());
    case 4:
        return work(SizeConstant<4>());
    case 5:
        return work(SizeConstant<5>());
    case 6:
        return work(SizeConstant<6>());
    case 7:
        return work(SizeConstant<7>());
    default:
        return work(SizeConstant<largestGenotype>());
    }
}

/// x_i = input_i + Σ_heads (V_0 + Σ_j w_ij (V_j − V_0)).
template <int Size>
void mixTables(const Program &program, const Tile &tile, const Scratch &scratch)
{
    const int hidden = program.hidden;
    const int heads = program.heads;
    for (int v = 0; v < vectors; ++v) {
        const auto row = [&](int gene, int index) { return at(tile.genes[gene] + index * tileLanes, v); };
        for (int channel = 0; channel < hidden; ++channel) {
            Vec sums[Size];
            const Vec shared = row(0, program.rows.valueSum + channel);
#pragma GCC unroll 8
            for (int i = 0; i < Size; ++i) {
                sums[i] = row(i, program.rows.input + channel) + shared;
            }
            for (int j = 1; j < Size; ++j) {
                for (int head = 0; head < heads; ++head) {
                    const int index = program.rows.value + head * hidden + channel;
                    const Vec difference = row(j, index) - row(0, index);
                    const float *weights = scratch.weights + (j * heads + head) * tileLanes;
#pragma GCC unroll 8
                    for (int i = 0; i < Size; ++i) {
                        sums[i] += at(weights + i * Size * heads * tileLanes, v) * difference;
                    }
                }
            }
#pragma GCC unroll 8
            for (int i = 0; i < Size; ++i) {
                at(scratch.x + i * scratch.stride + channel * tileLanes, v) = sums[i];
            }
        }
    }
}

/// Gene i's values mixed by its weights, per head, into `mixed` [hidden][tileLanes].
template <int Size>
void mixValues(const Program &program, int i, const Scratch &scratch, float *mixed)
{
    const int width = program.hidden / program.heads;
    for (int v = 0; v < vectors; ++v) {
        for (int head = 0; head < program.heads; ++head) {
            Vec weights[Size];
#pragma GCC unroll 8
            for (int j = 0; j < Size; ++j) {
                weights[j] = at(scratch.weights + ((i * Size + j) * program.heads + head) * tileLanes, v);
            }
            for (int channel = head * width; channel < (head + 1) * width; ++channel) {
                Vec sum = {};
#pragma GCC unroll 8
                for (int j = 0; j < Size; ++j) {
                    sum += weights[j] * at(scratch.value + j * scratch.stride + channel * tileLanes, v);
                }
                at(mixed + channel * tileLanes, v) = sum;
            }
        }
    }
}

/// Layer 0 from the genes' rows.
void firstLayer(const Program &program, const Tile &tile, const Scratch &scratch)
{
    const int size = tile.size;
    const int hidden = program.hidden;
    const int heads = program.heads;
    const int width = hidden / heads;
    const auto row = [&](int gene, int index) { return tile.genes[gene] + index * tileLanes; };
    for (int i = 0; i < size && size > 1; ++i) {
        const auto logit = [&](int j, int head, int v) {
            return sumOf(head * width, (head + 1) * width, [&](int channel) {
                const int key = program.rows.key + channel;
                return at(row(i, program.rows.query + channel), v) * (at(row(j, key), v) - at(row(0, key), v));
            });
        };
        attend(size, heads, i, logit, scratch.weights);
    }
    withSize(size, [&](auto count) { mixTables<decltype(count)::value>(program, tile, scratch); });
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
            return sumOf(head * width, (head + 1) * width, [&](int channel) {
                return at(scratch.query + i * stride + channel * tileLanes, v) *
                       at(scratch.key + j * stride + channel * tileLanes, v);
            });
        };
        attend(size, heads, i, logit, scratch.weights);
    }
    for (int i = 0; i < size; ++i) {
        withSize(size, [&](auto count) { mixValues<decltype(count)::value>(program, i, scratch, scratch.first); });
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
