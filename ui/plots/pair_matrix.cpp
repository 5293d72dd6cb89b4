#include "ui/plots/pair_matrix.h"

#include "engine/core/text.h"
#include "ui/genes/gene_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace knockscape::ui
{

namespace
{

constexpr double kInsideDiverging = 0.99;
constexpr double kInsideSequential = 0.98;

QString matrixText(const char *source)
{
    return QCoreApplication::translate("PairMatrix", source);
}

/// The value below which `share` of the values lie; reorders them.
double quantile(std::vector<float> &values, double share)
{
    const auto place = static_cast<std::ptrdiff_t>(std::lround(share * static_cast<double>(values.size() - 1)));
    std::nth_element(values.begin(), values.begin() + place, values.end());
    return values[static_cast<std::size_t>(place)];
}

void appendQuoted(QByteArray &table, const QString &name, char separator)
{
    QByteArray bytes = name.toUtf8();
    if (bytes.contains(separator) || bytes.contains('"') || bytes.contains('\n'))
        bytes = '"' + bytes.replace('"', "\"\"") + '"';
    table += bytes;
}

} // namespace

std::span<const float> PairMatrix::values(PairQuantity quantity) const noexcept
{
    switch (quantity) {
    case PairQuantity::Interaction:
        return interaction;
    case PairQuantity::Epistasis:
        return epistasis;
    case PairQuantity::Fitness:
        break;
    }
    return fitness;
}

QString quantityName(PairQuantity quantity)
{
    switch (quantity) {
    case PairQuantity::Interaction:
        return matrixText("Interaction");
    case PairQuantity::Epistasis:
        return matrixText("Epistasis");
    case PairQuantity::Fitness:
        break;
    }
    return matrixText("Fitness");
}

QString quantityLabel(PairQuantity quantity)
{
    switch (quantity) {
    case PairQuantity::Interaction:
        return matrixText("Interaction score ε");
    case PairQuantity::Epistasis:
        return matrixText("Epistasis (fitness − expected)");
    case PairQuantity::Fitness:
        break;
    }
    return matrixText("Fitness (wild type = 1)");
}

bool isDiverging(PairQuantity quantity)
{
    return quantity != PairQuantity::Fitness;
}

PairColourRange pairColourRange(const PairMatrix &matrix, PairQuantity quantity)
{
    const std::span<const float> values = matrix.values(quantity);
    const std::size_t genes = values.empty() ? 0 : matrix.size();
    std::vector<float> known;
    known.reserve(genes * genes / 2);
    PairColourRange range;
    for (std::size_t row = 0; row < genes; ++row) {
        for (std::size_t column = row + 1; column < genes; ++column) {
            const float value = values[row * genes + column];
            if (std::isfinite(value))
                known.push_back(value);
            else
                ++range.missing;
        }
    }
    range.pairs = known.size();
    if (known.empty())
        return range;
    const auto [least, most] = std::minmax_element(known.begin(), known.end());
    range.least = *least;
    range.most = *most;
    if (isDiverging(quantity)) {
        std::vector<float> sizes(known.size());
        std::transform(known.begin(), known.end(), sizes.begin(), [](float value) { return std::abs(value); });
        range.high = quantile(sizes, kInsideDiverging);
        if (range.high <= 0.0)
            range.high = std::max(std::abs(range.least), std::abs(range.most));
        if (range.high <= 0.0)
            range.high = 1.0;
        range.low = -range.high;
    } else {
        range.neutral = quantile(known, 0.5);
        range.low = quantile(known, (1.0 - kInsideSequential) / 2.0);
        range.high = quantile(known, (1.0 + kInsideSequential) / 2.0);
        if (!(range.low < range.high)) {
            range.low -= 0.5;
            range.high += 0.5;
        }
    }
    range.beyond = static_cast<std::size_t>(std::count_if(
        known.begin(), known.end(), [&range](float value) { return value < range.low || value > range.high; }));
    return range;
}

std::vector<std::size_t> alphabeticalOrder(const std::vector<QString> &names)
{
    std::vector<std::string> keys(names.size());
    std::transform(names.begin(), names.end(), keys.begin(), [](const QString &name) { return name.toStdString(); });
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&keys](std::size_t a, std::size_t b) { return naturalLess(keys[a], keys[b]); });
    return order;
}

QByteArray pairTable(const PairMatrix &matrix, PairQuantity quantity, const std::vector<std::size_t> &order,
                     char separator)
{
    const std::span<const float> values = matrix.values(quantity);
    QByteArray table = "gene";
    table.reserve(static_cast<qsizetype>(order.size() * order.size() * 12));
    for (const std::size_t gene : order) {
        table += separator;
        appendQuoted(table, matrix.genes[gene], separator);
    }
    table += '\n';
    for (const std::size_t row : order) {
        appendQuoted(table, matrix.genes[row], separator);
        for (const std::size_t column : order) {
            table += separator;
            const float value = values[row * matrix.size() + column];
            if (std::isfinite(value))
                table += QByteArray::fromStdString(formatExactly(value));
        }
        table += '\n';
    }
    return table;
}

} // namespace knockscape::ui
