#include "engine/inference/screen_query.h"

#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/inference/screen_expression.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <iterator>
#include <optional>

namespace knockscape
{

namespace
{

constexpr std::uint64_t rowsPerBlock = 8192;

std::optional<ScreenExpression> parsed(const ScreenQuery &query, const std::string &text, const std::string &where)
{
    if (trimmed(text).empty()) {
        return std::nullopt;
    }
    return ScreenExpression::parse(text, where, query.intervals);
}

/// A number whose order as an unsigned integer is that of `value`, NaN last.
std::uint32_t sortKey(double value, bool descending)
{
    if (std::isnan(value)) {
        return std::numeric_limits<std::uint32_t>::max();
    }
    const auto bits = std::bit_cast<std::uint32_t>(static_cast<float>(value) + 0.0F); // −0 becomes 0
    const std::uint32_t ascending = (bits & 0x80000000U) != 0 ? ~bits : bits | 0x80000000U;
    return descending ? ~ascending : ascending;
}

/// Sorts by the upper half, in three stable passes over 11 bits each.
void radixSort(std::vector<std::uint64_t> &entries, const JobControl &control)
{
    constexpr unsigned bits = 11;
    std::vector<std::uint64_t> other(entries.size());
    for (unsigned shift = 32; shift < 64; shift += bits) {
        control.cancel.throwIfCancelled();
        std::array<std::size_t, std::size_t{1} << bits> places{};
        const auto digit = [shift](std::uint64_t entry) { return entry >> shift & ((1U << bits) - 1U); };
        for (const std::uint64_t entry : entries) {
            ++places[digit(entry)];
        }
        std::size_t place = 0;
        for (std::size_t &start : places) {
            place += std::exchange(start, place);
        }
        control.cancel.throwIfCancelled();
        for (const std::uint64_t entry : entries) {
            other[places[digit(entry)]++] = entry;
        }
        entries.swap(other);
    }
}

bool marks(const std::shared_ptr<const std::vector<char>> &marked, GeneIndex gene)
{
    return (*marked)[static_cast<std::size_t>(gene)] != 0;
}

/// A query with its expressions parsed.
struct Matcher {
    std::optional<ScreenExpression> where;
    std::optional<ScreenExpression> column;
    std::optional<ScreenExpression> by;
    const ScreenQuery &query;

    explicit Matcher(const ScreenQuery &asked)
        : where(parsed(asked, asked.where, translate("Engine", "filter"))),
          column(parsed(asked, asked.column, translate("Engine", "range"))),
          by(asked.byMarked ? std::nullopt : parsed(asked, asked.by, translate("Engine", "order"))), query(asked)
    {
    }

    bool sorts() const { return by || query.byMarked; }

    /// What a row is sorted by.
    double key(const PredictionBlock &block, std::size_t row) const
    {
        const auto genes = block.genesOf(row);
        return by ? by->value(block.predictions[row], genes.size())
                  : static_cast<double>(std::count_if(genes.begin(), genes.end(),
                                                      [this](GeneIndex gene) { return marks(query.byMarked, gene); }));
    }

    bool holds(const PredictionBlock &block, std::size_t row) const
    {
        const auto genes = block.genesOf(row);
        if (query.gene >= 0 && !std::binary_search(genes.begin(), genes.end(), query.gene)) {
            return false;
        }
        if (query.without &&
            std::any_of(genes.begin(), genes.end(), [this](GeneIndex gene) { return marks(query.without, gene); })) {
            return false;
        }
        if (column) {
            const double value = column->value(block.predictions[row], genes.size());
            if (!(value >= query.low && value < query.high)) {
                return false;
            }
        }
        return !where || where->holds(block.predictions[row], genes.size());
    }
};

/// Visits the rows that a query looks at: visit(row, block, place in the block).
template <typename Visit>
void visitRows(const ScreenRows &rows, const ScreenQuery &query, const JobControl &control, const Visit &visit)
{
    PredictionBlock block;
    const std::string stage = translate("Engine", "Sorting rows");
    if (query.among) {
        for (const std::uint32_t row : *query.among) {
            control.cancel.throwIfCancelled();
            if (row < rows.count()) {
                rows.read({row, 1}, block);
                visit(row, block, 0);
            }
        }
        return;
    }
    for (std::uint64_t first = 0; first < rows.count(); first += rowsPerBlock) {
        rows.read({first, std::min(rowsPerBlock, rows.count() - first)}, block);
        for (std::size_t row = 0; row < block.size(); ++row) {
            visit(static_cast<std::uint32_t>(first + row), block, row);
        }
        control.report(stage, first + block.size(), rows.count());
    }
}

} // namespace

RowOrder orderRows(const ScreenRows &rows, const ScreenQuery &query, const JobControl &control)
{
    const Matcher matcher(query);
    if (!matcher.sorts() && !query.filters()) {
        return {rows.count(), query.descending};
    }
    if (rows.count() > std::numeric_limits<std::uint32_t>::max()) {
        throw InputError(errorAt({}, translate("Engine", "These are too many rows to sort or filter."),
                                 translate("Engine", "Keep only the best rows of the screen.")));
    }
    const bool bySupport = matcher.by && matcher.by->reads("support");
    const std::int64_t floor = matcher.sorts() && !bySupport ? query.minSupport : 0;
    std::vector<std::uint64_t> entries;
    std::vector<std::uint64_t> unsupported;
    std::vector<std::uint32_t> found;
    if (!query.filters()) {
        entries.reserve(static_cast<std::size_t>(rows.count()));
    }
    visitRows(rows, query, control, [&](std::uint32_t place, const PredictionBlock &block, std::size_t row) {
        if (!matcher.holds(block, row)) {
            return;
        }
        if (matcher.sorts()) {
            const double value = matcher.key(block, row);
            (block.predictions[row].lacksSupport(floor) ? unsupported : entries)
                .push_back(std::uint64_t{sortKey(value, query.descending)} << 32U | place);
        } else {
            found.push_back(place);
        }
    });
    if (!matcher.sorts()) {
        if (query.descending) {
            std::reverse(found.begin(), found.end());
        }
        return RowOrder(std::move(found));
    }
    for (std::vector<std::uint64_t> *part : {&entries, &unsupported}) {
        radixSort(*part, control);
        std::transform(part->begin(), part->end(), std::back_inserter(found),
                       [](std::uint64_t entry) { return static_cast<std::uint32_t>(entry); });
    }
    return RowOrder(std::move(found));
}

} // namespace knockscape
