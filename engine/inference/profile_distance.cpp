#include "engine/inference/profile_distance.h"

#include "engine/core/translate.h"
#include "engine/core/worker_pool.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <thread>

namespace knockscape
{

namespace
{

/// Rows that are multiplied together: a tile of side × side dot products stays in registers.
constexpr std::size_t side = 4;
/// Tiles whose rows are read again and again together; at 2,000 genes they fill half a megabyte.
constexpr std::size_t tilesOfPiece = 8;

/// Not aligned to its size, because what it lies in is not.
using Lanes [[gnu::vector_size(side * sizeof(double)), gnu::aligned(sizeof(double)), gnu::may_alias]] = double;

struct Tile {
    Lanes rows[side];
};

/// Rows packed by fours: value k of four rows lies together.
struct Packed {
    std::size_t length = 0;
    std::vector<double> values;

    Packed(std::size_t rows, std::size_t columns) : length(columns), values((rows + side - 1) / side * side * columns)
    {
    }
    double &at(std::size_t row, std::size_t column)
    {
        return values[(row / side * length + column) * side + row % side];
    }
    const Lanes *tile(std::size_t index) const
    {
        return reinterpret_cast<const Lanes *>(values.data() + index * side * length);
    }
};

// Compiled a second time for processors with AVX2, with the same results, and chosen when the program is loaded,
// which is before sanitizers can cope.
#if defined(__x86_64__) && defined(__linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define KNOCKSCAPE_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define KNOCKSCAPE_CLONES
#endif

/// tile[a][b] = Σ over k of left[k][a] · right[k][b].
KNOCKSCAPE_CLONES void multiply(const Lanes *left, const Lanes *right, std::size_t length, Tile &tile)
{
    Tile sums{};
    for (std::size_t k = 0; k < length; ++k) {
        for (std::size_t a = 0; a < side; ++a) {
            sums.rows[a] += left[k][a] * right[k];
        }
    }
    tile = sums;
}

/// Four rows' counts, sums and sums of squares over some columns.
struct LaneSums {
    Lanes count, values, squares;
};

KNOCKSCAPE_CLONES void sumColumns(const Lanes *presence, const Lanes *values, const std::vector<std::uint32_t> &columns,
                                  LaneSums &result)
{
    LaneSums sums{};
    for (const std::uint32_t column : columns) {
        sums.count += presence[column];
        sums.values += values[column];
        sums.squares += values[column] * values[column];
    }
    result = sums;
}

/// Of one row, over some columns.
struct Sums {
    double count = 0.0;
    double values = 0.0;
    double squares = 0.0;

    void add(double value)
    {
        count += 1.0;
        values += value;
        squares += value * value;
    }
};

/// Of two rows by their sums over the columns they share; NaN where they cannot be compared.
double distanceOf(const Sums &x, const Sums &y, double products, ProfileDistance distance)
{
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    // Differences of sums this small, relative to the sums, are rounding.
    constexpr double rounding = 1e-13;
    if (distance == ProfileDistance::Euclidean) {
        if (x.count < 0.5) {
            return nothing;
        }
        const double squares = x.squares + y.squares - 2.0 * products;
        return squares > rounding * (x.squares + y.squares) ? std::sqrt(squares / x.count) : 0.0;
    }
    if (x.count < 1.5) {
        return nothing;
    }
    const double xVariance = x.squares - x.values * x.values / x.count;
    const double yVariance = y.squares - y.values * y.values / y.count;
    if (!(xVariance > rounding * x.squares) || !(yVariance > rounding * y.squares)) {
        return nothing;
    }
    const double covariance = products - x.values * y.values / x.count;
    return 1.0 - std::clamp(covariance / std::sqrt(xVariance * yVariance), -1.0, 1.0);
}

class Profiles
{
public:
    Profiles(std::span<const float> matrix, std::size_t genes, ProfileDistance distance)
        : genes_(genes), distance_(distance), values_(genes, genes), presence_(genes, genes), totals_(genes),
          columns_(genes)
    {
        const std::vector<double> centres = centresOf(matrix);
        for (std::size_t row = 0; row < genes_; ++row) {
            std::vector<std::uint32_t> present;
            std::vector<std::uint32_t> missing;
            for (std::size_t column = 0; column < genes_; ++column) {
                const double value = matrix[row * genes_ + column];
                if (row == column || !std::isfinite(value)) {
                    missing.push_back(static_cast<std::uint32_t>(column));
                    continue;
                }
                const double centred = value - centres[row];
                values_.at(row, column) = centred;
                presence_.at(row, column) = 1.0;
                totals_[row].add(centred);
                present.push_back(static_cast<std::uint32_t>(column));
            }
            columns_[row].fewMissing = missing.size() < present.size();
            columns_[row].list = columns_[row].fewMissing ? std::move(missing) : std::move(present);
        }
    }

    std::size_t tiles() const { return (genes_ + side - 1) / side; }

    /// Distances of the rows of two tiles into the result and its mirror image.
    void measure(std::size_t left, std::size_t right, double *result) const
    {
        Tile products;
        multiply(values_.tile(left), values_.tile(right), genes_, products);
        std::array<Sums, side * side> ofLeft{};
        std::array<Sums, side * side> ofRight{};
        for (std::size_t a = 0; a < side; ++a) {
            sumWhere(right * side + a, left, ofLeft.data() + a * side);
            sumWhere(left * side + a, right, ofRight.data() + a * side);
        }
        for (std::size_t i = left * side; i < std::min(genes_, (left + 1) * side); ++i) {
            for (std::size_t j = std::max(right * side, i + 1); j < std::min(genes_, (right + 1) * side); ++j) {
                const std::size_t a = i % side;
                const std::size_t b = j % side;
                result[i * genes_ + j] = result[j * genes_ + i] =
                    distanceOf(ofLeft[b * side + a], ofRight[a * side + b], products.rows[a][b], distance_);
            }
        }
    }

private:
    /// A row's columns that have a value, or those that have none, whichever are fewer.
    struct Columns {
        bool fewMissing = false;
        std::vector<std::uint32_t> list;
    };

    /// Sums lose digits far from zero. Correlation ignores each row's mean, differences only one that all rows share.
    std::vector<double> centresOf(std::span<const float> matrix) const
    {
        std::vector<double> centres(genes_, 0.0);
        Sums all;
        for (std::size_t row = 0; row < genes_; ++row) {
            Sums own;
            for (std::size_t column = 0; column < genes_; ++column) {
                const double value = matrix[row * genes_ + column];
                if (row != column && std::isfinite(value)) {
                    own.add(value);
                    all.add(value);
                }
            }
            centres[row] = own.count > 0.0 ? own.values / own.count : 0.0;
        }
        if (distance_ == ProfileDistance::Euclidean && all.count > 0.0) {
            std::fill(centres.begin(), centres.end(), all.values / all.count);
        }
        return centres;
    }

    /// Sums of the rows of a tile over the columns in which `row` has a value.
    void sumWhere(std::size_t row, std::size_t tile, Sums *sums) const
    {
        if (row >= genes_) {
            return;
        }
        LaneSums over;
        sumColumns(presence_.tile(tile), values_.tile(tile), columns_[row].list, over);
        for (std::size_t lane = 0; lane < side && tile * side + lane < genes_; ++lane) {
            const Sums &total = totals_[tile * side + lane];
            const Sums listed{over.count[lane], over.values[lane], over.squares[lane]};
            sums[lane] = columns_[row].fewMissing ? Sums{total.count - listed.count, total.values - listed.values,
                                                         total.squares - listed.squares}
                                                  : listed;
        }
    }

    std::size_t genes_;
    ProfileDistance distance_;
    Packed values_;            ///< centred; 0 where there is none
    Packed presence_;          ///< 1 where there is a value
    std::vector<Sums> totals_; ///< of each row, over all columns
    std::vector<Columns> columns_;
};

/// Puts the distance of unrelated genes where there is none.
void fillUnknown(std::vector<double> &distances, ProfileDistance distance)
{
    double unrelated = 1.0;
    if (distance == ProfileDistance::Euclidean) {
        unrelated = 0.0;
        for (const double value : distances) {
            unrelated = value > unrelated ? value : unrelated;
        }
    }
    std::replace_if(
        distances.begin(), distances.end(), [](double value) { return std::isnan(value); }, unrelated);
}

} // namespace

std::vector<double> profileDistances(std::span<const float> matrix, std::size_t genes, ProfileDistance distance,
                                     const JobControl &control)
{
    std::vector<double> result(genes * genes, 0.0);
    if (genes < 2) {
        return result;
    }
    control.report(translate("Engine", "comparing the genes"), 0, 0);
    const Profiles profiles(matrix, genes, distance);
    const std::size_t pieces = (profiles.tiles() + tilesOfPiece - 1) / tilesOfPiece;
    WorkerPool pool(std::max<std::size_t>(1, std::min<std::size_t>(pieces, std::thread::hardware_concurrency())));
    pool.run(pieces, [&](std::size_t, std::size_t piece) {
        const std::size_t first = piece * tilesOfPiece;
        const std::size_t last = std::min(profiles.tiles(), first + tilesOfPiece);
        for (std::size_t right = first; right < profiles.tiles(); ++right) {
            control.cancel.throwIfCancelled();
            for (std::size_t left = first; left < std::min(last, right + 1); ++left) {
                profiles.measure(left, right, result.data());
            }
        }
    });
    fillUnknown(result, distance);
    return result;
}

} // namespace knockscape
