#pragma once

#include <QString>

#include <cstddef>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace knockscape::ui
{

/// What of a pair of deletions a heat map shows.
enum class PairQuantity { Interaction, Epistasis, Fitness };

/// What a screen of all pairs of a panel found. Each matrix is genes × genes, row by row, symmetric, single deletions
/// on the diagonal; NaN where nothing was computed, and empty where the screen did not keep that quantity.
struct PairMatrix {
    /// Names as they are shown ("HXK2"), in the order of rows and columns.
    std::vector<QString> genes;
    std::span<const float> interaction;
    std::span<const float> epistasis;
    std::span<const float> fitness;
    /// Keeps alive what the matrices lie in.
    std::shared_ptr<const void> storage;

    std::size_t size() const noexcept { return genes.size(); }
    std::span<const float> values(PairQuantity quantity) const noexcept;
    bool has(PairQuantity quantity) const noexcept { return !values(quantity).empty(); }
};

/// "Epistasis", and with its meaning or unit ("Epistasis (fitness − expected)").
QString quantityName(PairQuantity quantity);
QString quantityLabel(PairQuantity quantity);
/// True where zero is neutral and the sign matters: not for fitness.
bool isDiverging(PairQuantity quantity);

/// Which values the ends of a colour scale stand for, and what lies beyond them.
struct PairColourRange {
    double low = -1.0;
    double high = 1.0;
    /// Values that no pair exceeds.
    double least = std::numeric_limits<double>::quiet_NaN();
    double most = std::numeric_limits<double>::quiet_NaN();
    /// What pairs are called extreme from: zero, or the median of fitness.
    double neutral = 0.0;
    std::size_t pairs = 0;   ///< with a value
    std::size_t beyond = 0;  ///< outside low … high
    std::size_t missing = 0; ///< without a value
};

/// Each pair counted once, without the diagonal. A diverging scale is symmetric and ends where 99 % of the absolute
/// values lie within; that of fitness holds 98 % of the values, 1 % left out at either end. So a few extreme pairs do
/// not make all others look alike.
PairColourRange pairColourRange(const PairMatrix &matrix, PairQuantity quantity);

/// Positions of the genes in the order of their names, numbers in them by value ("HXK2" before "HXK10").
std::vector<std::size_t> alphabeticalOrder(const std::vector<QString> &names);

/// The matrix as CSV or TSV (`separator`): a head row of names, then a row per gene, in this order; empty where there
/// is no value. Numbers have as many digits as they need to be read back the same.
QByteArray pairTable(const PairMatrix &matrix, PairQuantity quantity, const std::vector<std::size_t> &order,
                     char separator);

} // namespace knockscape::ui
