#include "engine/training/dependent_queries.h"

#include "engine/core/label_kind.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace knockscape
{

namespace
{

constexpr std::size_t MostQueries = 2'000;
constexpr std::size_t MostPartners = 400;
constexpr std::size_t MostOthers = 6;
/// How many queries that resemble what is left are tried in earnest.
constexpr std::size_t Tried = 16;
/// A step that explains less than this of the variance ends the search, once there are three.
constexpr double LeastGain = 0.02;
/// Spread below which numbers are all the same.
constexpr double NoSpread = 1e-9;

/// Spreads genes evenly, always the same way (Steele, Lea & Flood 2014, doi:10.1145/2660193.2660195), so that the first
/// partners are a fair sample of all.
std::uint64_t shuffled(GeneIndex gene)
{
    std::uint64_t x = (static_cast<std::uint64_t>(gene) + 1) * 0x9e3779b97f4a7c15U;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31U);
}

/// The interactions of one source and number of deletions, a row for each query and a column for each partner.
struct QueryTable {
    std::vector<Genotype> queries;
    std::size_t partners = 0;
    /// NaN where there is none; the mean of repeated rows.
    std::vector<double> values;

    const double *row(std::size_t query) const { return &values[query * partners]; }
};

template <typename Visit>
void eachCross(std::span<const Label *const> labels, const Visit &visit)
{
    for (const Label *label : labels) {
        for (const GeneIndex partner : label->genotype.genes()) {
            visit(label->genotype.without(partner), partner, label->interaction);
        }
    }
}

QueryTable tableOf(std::span<const Label *const> labels)
{
    std::map<Genotype, std::size_t> counts;
    eachCross(labels, [&](Genotype query, GeneIndex, double) { ++counts[std::move(query)]; });
    std::vector<std::pair<std::size_t, const Genotype *>> frequent;
    for (const auto &[query, count] : counts) {
        if (count >= FewestSharedPartners) {
            frequent.emplace_back(count, &query);
        }
    }
    std::stable_sort(frequent.begin(), frequent.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    frequent.resize(std::min(frequent.size(), MostQueries));

    QueryTable table;
    std::map<Genotype, std::size_t> places;
    for (const auto &[count, query] : frequent) {
        places.emplace(*query, table.queries.size());
        table.queries.push_back(*query);
    }
    std::map<std::uint64_t, std::size_t> columns; // by shuffled gene, which is as good as the gene: no two are equal
    eachCross(labels, [&](const Genotype &query, GeneIndex partner, double) {
        if (places.contains(query)) {
            columns.emplace(shuffled(partner), 0);
        }
    });
    for (auto &[key, column] : columns) {
        column = table.partners++;
    }
    table.values.assign(table.queries.size() * table.partners, 0.0);
    std::vector<std::uint32_t> seen(table.values.size(), 0);
    eachCross(labels, [&](const Genotype &query, GeneIndex partner, double value) {
        if (const auto place = places.find(query); place != places.end()) {
            const std::size_t cell = place->second * table.partners + columns.at(shuffled(partner));
            table.values[cell] += value;
            ++seen[cell];
        }
    });
    for (std::size_t i = 0; i < seen.size(); ++i) {
        table.values[i] = seen[i] > 0 ? table.values[i] / seen[i] : std::numeric_limits<double>::quiet_NaN();
    }
    return table;
}

/// Least squares of one query on others, over the partners that all of them share.
struct Fit {
    std::vector<std::size_t> columns;
    std::vector<double> residuals;
    double rSquared = -std::numeric_limits<double>::infinity();
};

double dot(std::span<const double> x, std::span<const double> y)
{
    return std::inner_product(x.begin(), x.end(), y.begin(), 0.0);
}

std::vector<double> centred(const double *row, std::span<const std::size_t> columns)
{
    std::vector<double> values;
    values.reserve(columns.size());
    for (const std::size_t column : columns) {
        values.push_back(row[column]);
    }
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    for (double &value : values) {
        value -= mean;
    }
    return values;
}

/// Takes what is parallel to `direction` (of length 1) out of `values`.
void removeFrom(std::vector<double> &values, std::span<const double> direction)
{
    const double part = dot(values, direction);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] -= part * direction[i];
    }
}

/// Nothing where too few partners are shared, or the query's values there are all the same.
std::optional<Fit> fitted(const QueryTable &table, std::size_t query, std::span<const std::size_t> others,
                          std::span<const std::size_t> among)
{
    Fit fit;
    std::copy_if(among.begin(), among.end(), std::back_inserter(fit.columns), [&](std::size_t column) {
        return std::all_of(others.begin(), others.end(),
                           [&](std::size_t other) { return !std::isnan(table.row(other)[column]); });
    });
    const std::size_t count = fit.columns.size();
    if (count < std::max(FewestSharedPartners, 8 * others.size())) {
        return std::nullopt;
    }
    fit.residuals = centred(table.row(query), fit.columns);
    const double all = dot(fit.residuals, fit.residuals);
    if (all < NoSpread * NoSpread * static_cast<double>(count)) {
        return std::nullopt;
    }
    // Gram–Schmidt: what each further query adds to those before it.
    std::vector<std::vector<double>> directions;
    for (const std::size_t other : others) {
        std::vector<double> values = centred(table.row(other), fit.columns);
        const double before = dot(values, values);
        for (const std::vector<double> &direction : directions) {
            removeFrom(values, direction);
        }
        const double length = std::sqrt(dot(values, values));
        if (length * length <= 1e-10 * before) {
            continue;
        }
        for (double &value : values) {
            value /= length;
        }
        removeFrom(fit.residuals, values);
        directions.push_back(std::move(values));
    }
    const double left = dot(fit.residuals, fit.residuals) / all;
    fit.rSquared = 1.0 - left * static_cast<double>(count - 1) / static_cast<double>(count - others.size() - 1);
    return fit;
}

/// Squared correlation of what is left of a query with another query; 0 where that shares less than half of its
/// partners.
double resemblance(const Fit &fit, const double *row)
{
    double n = 0.0;
    double sx = 0.0;
    double sy = 0.0;
    double sxx = 0.0;
    double syy = 0.0;
    double sxy = 0.0;
    for (std::size_t i = 0; i < fit.columns.size(); ++i) {
        const double x = row[fit.columns[i]];
        const double y = fit.residuals[i];
        if (!std::isnan(x)) {
            n += 1.0;
            sx += x;
            sy += y;
            sxx += x * x;
            syy += y * y;
            sxy += x * y;
        }
    }
    const double spread = (n * sxx - sx * sx) * (n * syy - sy * sy);
    const double shared = n * n * NoSpread * NoSpread;
    if (2.0 * n < static_cast<double>(fit.columns.size()) || !(spread > shared * shared)) {
        return 0.0;
    }
    return (n * sxy - sx * sy) * (n * sxy - sx * sy) / spread;
}

/// The queries most like what is left, best first.
std::vector<std::size_t> candidates(const QueryTable &table, const Fit &fit, std::span<const std::size_t> taken)
{
    std::vector<std::pair<double, std::size_t>> scores;
    for (std::size_t other = 0; other < table.queries.size(); ++other) {
        const double score =
            std::find(taken.begin(), taken.end(), other) == taken.end() ? resemblance(fit, table.row(other)) : 0.0;
        if (score > 0.0) {
            scores.emplace_back(-score, other);
        }
    }
    const std::size_t count = std::min(scores.size(), Tried);
    std::partial_sort(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(count), scores.end());
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < count; ++i) {
        result.push_back(scores[i].second);
    }
    return result;
}

/// The other queries that `query` is a function of, and how well; nothing where it is not.
std::optional<std::pair<std::vector<std::size_t>, Fit>> explained(const QueryTable &table, std::size_t query)
{
    std::vector<std::size_t> among;
    for (std::size_t column = 0; column < table.partners && among.size() < MostPartners; ++column) {
        if (!std::isnan(table.row(query)[column])) {
            among.push_back(column);
        }
    }
    std::optional<Fit> fit = fitted(table, query, {}, among);
    std::vector<std::size_t> others;
    while (fit && fit->rSquared < DependentRSquared && others.size() < MostOthers) {
        std::vector<std::size_t> taken = others;
        taken.push_back(query);
        std::optional<Fit> best;
        std::size_t chosen = 0;
        for (const std::size_t candidate : candidates(table, *fit, taken)) {
            others.push_back(candidate);
            std::optional<Fit> next = fitted(table, query, others, among);
            others.pop_back();
            if (next && (!best || next->rSquared > best->rSquared)) {
                best = std::move(next);
                chosen = candidate;
            }
        }
        if (!best || (others.size() >= 2 && best->rSquared < fit->rSquared + LeastGain)) {
            return std::nullopt;
        }
        others.push_back(chosen);
        fit = std::move(best);
    }
    if (!fit || fit->rSquared < DependentRSquared) {
        return std::nullopt;
    }
    // What was taken on the way may turn out not to be needed.
    for (std::size_t i = others.size(); i-- > 0 && others.size() > 1;) {
        std::vector<std::size_t> fewer = others;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        std::optional<Fit> without = fitted(table, query, fewer, among);
        if (without && without->rSquared >= DependentRSquared) {
            others = std::move(fewer);
            fit = std::move(without);
        }
    }
    return std::pair{std::move(others), std::move(*fit)};
}

/// Leaves out a query that is explained by the very queries it explains.
void addClearest(std::vector<DependentQuery> found, std::vector<DependentQuery> &result)
{
    std::stable_sort(found.begin(), found.end(),
                     [](const DependentQuery &a, const DependentQuery &b) { return a.rSquared > b.rSquared; });
    const std::size_t first = result.size();
    for (DependentQuery &one : found) {
        const auto tellsTheSame = [&](const DependentQuery &kept) {
            const auto holds = [&](const Genotype &query) {
                return query == kept.query ||
                       std::find(kept.others.begin(), kept.others.end(), query) != kept.others.end();
            };
            return holds(one.query) && std::all_of(one.others.begin(), one.others.end(), holds);
        };
        if (std::none_of(result.begin() + static_cast<std::ptrdiff_t>(first), result.end(), tellsTheSame)) {
            result.push_back(std::move(one));
        }
    }
}

} // namespace

std::vector<DependentQuery> dependentQueries(const std::vector<Label> &labels, const JobControl &control)
{
    std::map<std::pair<std::string, std::size_t>, std::vector<const Label *>> groups;
    for (const Label &label : labels) {
        if (label.genotype.size() > 1 && label.weight > 0.0 && !std::isnan(label.interaction) &&
            !isSimulatedSource(label.source)) {
            groups[{label.source, label.genotype.size()}].push_back(&label);
        }
    }
    std::vector<DependentQuery> result;
    for (const auto &[group, rows] : groups) {
        const QueryTable table = tableOf(rows);
        std::vector<DependentQuery> found;
        for (std::size_t query = 0; query < table.queries.size(); ++query) {
            control.report(translate("Engine", "Checking labels"), query, table.queries.size());
            if (const auto by = explained(table, query)) {
                DependentQuery one{
                    group.first, table.queries[query], {}, by->second.rSquared, by->second.columns.size()};
                for (const std::size_t other : by->first) {
                    one.others.push_back(table.queries[other]);
                }
                found.push_back(std::move(one));
            }
        }
        addClearest(std::move(found), result);
    }
    return result;
}

} // namespace knockscape
