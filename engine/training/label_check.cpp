#include "engine/training/label_check.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/training/metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <span>
#include <tuple>
#include <utility>

namespace knockscape
{

namespace
{

constexpr double TellingRSquared = 0.99;
constexpr std::size_t FewestTellingRows = 30;
constexpr std::size_t MostTellingRows = 5'000;
/// Of one kind so many are named one by one.
constexpr std::size_t FindingsNamed = 5;

/// What a row says, in an order that sorting can use: NaN behind everything else.
std::array<double, 4> contentOf(const Label &label)
{
    std::array<double, 4> content{label.fitness, label.interaction, label.fitnessSd, label.pValue};
    for (double &value : content) {
        value = std::isnan(value) ? std::numeric_limits<double>::infinity() : value;
    }
    return content;
}

/// How many of these rows say what another one before them says.
std::size_t copiesAmong(std::span<const Label *const> rows)
{
    std::vector<std::array<double, 4>> contents;
    for (const Label *row : rows) {
        contents.push_back(contentOf(*row));
    }
    std::sort(contents.begin(), contents.end());
    return rows.size() - static_cast<std::size_t>(std::unique(contents.begin(), contents.end()) - contents.begin());
}

/// The deleted genes' features in one number; NaN where one of them is missing.
double combined(const Genotype &genotype, const FeatureMatrix &features, std::size_t column, bool product)
{
    double result = product ? 1.0 : 0.0;
    for (const GeneIndex gene : genotype.genes()) {
        const auto value =
            static_cast<double>(features.values[static_cast<std::size_t>(gene) * features.columns + column]);
        if (!std::isfinite(value) || value == 0.0) {
            return Undefined;
        }
        result = product ? result * value : result + value;
    }
    return result;
}

struct Telling {
    double rSquared = 0.0;
    std::size_t rows = 0;
};

/// How well the values are told by a column's sums or products.
Telling toldBy(std::span<const std::pair<const Genotype *, double>> rows, const FeatureMatrix &features,
               std::size_t column, bool product)
{
    std::vector<double> x;
    std::vector<double> y;
    for (const auto &[genotype, value] : rows) {
        const double feature = combined(*genotype, features, column, product);
        if (!std::isnan(feature)) {
            x.push_back(feature);
            y.push_back(value);
        }
    }
    if (x.size() < FewestTellingRows) {
        return {};
    }
    const double r = pearson(x, y);
    // Ranks cost more, and cannot agree where numbers have nothing to do with each other.
    const double ranks = std::abs(r) > 0.5 ? spearman(x, y) : Undefined;
    return {std::max(std::isnan(r) ? 0.0 : r * r, std::isnan(ranks) ? 0.0 : ranks * ranks), x.size()};
}

std::string nameOfSource(const std::string &source)
{
    return source.empty() ? translate("Engine", "rows without a source") : source;
}

/// A last line for what is not named one by one.
void addRest(std::vector<Issue> &issues, const std::string &where, std::size_t count)
{
    if (count > FindingsNamed) {
        issues.push_back(
            warningAt(where,
                      translateCount("Engine", "The same holds for %1 more.", "The same holds for %1 more.",
                                     static_cast<std::int64_t>(count - FindingsNamed)),
                      {}));
    }
}

void describeQueries(const std::vector<DependentQuery> &found, const Cell &cell, const std::string &where,
                     std::vector<Issue> &issues)
{
    for (std::size_t i = 0; i < std::min(found.size(), FindingsNamed); ++i) {
        const DependentQuery &one = found[i];
        std::vector<std::string> others;
        for (const Genotype &other : one.others) {
            others.push_back(cell.genes.ids(other));
        }
        issues.push_back(warningAt(
            where,
            translateCount("Engine",
                           "%2: interactions of %3 are a weighted sum of those of %4 (R² %5 over %1 shared partner).",
                           "%2: interactions of %3 are a weighted sum of those of %4 (R² %5 over %1 shared partners).",
                           static_cast<std::int64_t>(one.partners),
                           {nameOfSource(one.source), cell.genes.ids(one.query), joined(others, ", "),
                            formatNumber(one.rSquared, 3)}),
            translate("Engine", "Held-out values of one can be worked out from the others, so figures on them prove "
                                "nothing. Find out which were measured, and leave out the rest.")));
    }
    addRest(issues, where, found.size());
}

void describeRepeats(const std::vector<RepeatedRows> &found, const Cell &cell, const std::string &where,
                     std::vector<Issue> &issues)
{
    for (std::size_t i = 0; i < std::min(found.size(), FindingsNamed); ++i) {
        const RepeatedRows &one = found[i];
        std::string what = translateCount("Engine", "%2: %1 genotype has several rows (the first: %3).",
                                          "%2: %1 genotypes have several rows (the first: %3).",
                                          static_cast<std::int64_t>(one.genotypes),
                                          {nameOfSource(one.source), cell.genes.ids(one.first)});
        const bool copied = one.copies > 0;
        if (copied) {
            what += ' ';
            what += translateCount("Engine", "%1 row is a copy of another.", "%1 rows are copies of others.",
                                   static_cast<std::int64_t>(one.copies));
        }
        const std::string remedy = translate("Engine", "Such a genotype counts several times, in training and in the "
                                                       "figures. Keep one row of each, such as the mean.");
        // Several alleles or replicates are common; the same row twice is a slip.
        issues.push_back(copied ? warningAt(where, what, remedy) : noteAt(where, what, remedy));
    }
    addRest(issues, where, found.size());
}

void describeFeatures(const std::vector<TellingFeature> &found, const std::string &where, std::vector<Issue> &issues)
{
    for (std::size_t i = 0; i < std::min(found.size(), FindingsNamed); ++i) {
        const TellingFeature &one = found[i];
        const std::string column = std::to_string(one.column + 1);
        const std::string order = std::to_string(one.order);
        const std::string rSquared = formatNumber(one.rSquared, 3);
        const auto rows = static_cast<std::int64_t>(one.rows);
        const std::string source = nameOfSource(one.source);
        issues.push_back(warningAt(
            where,
            one.phenotype == Phenotype::Fitness
                ? translateCount(
                      "Engine",
                      "%2: fitness (deleted genes: %3) can be told from column %4 of the cell's features (R² "
                      "%5 over %1 row).",
                      "%2: fitness (deleted genes: %3) can be told from column %4 of the cell's features (R² "
                      "%5 over %1 rows).",
                      rows, {source, order, column, rSquared})
                : translateCount("Engine",
                                 "%2: interactions (deleted genes: %3) can be told from column %4 of the cell's "
                                 "features (R² %5 over %1 row).",
                                 "%2: interactions (deleted genes: %3) can be told from column %4 of the cell's "
                                 "features (R² %5 over %1 rows).",
                                 rows, {source, order, column, rSquared}),
            translate("Engine", "Such a feature is the label under another name, so figures on held-out rows prove "
                                "nothing. Import the cell without it.")));
    }
    addRest(issues, where, found.size());
}

} // namespace

std::vector<RepeatedRows> repeatedRows(const std::vector<Label> &labels)
{
    std::vector<const Label *> rows;
    rows.reserve(labels.size());
    for (const Label &label : labels) {
        if (label.weight > 0.0) {
            rows.push_back(&label);
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Label *a, const Label *b) {
        return std::tie(a->source, a->genotype) < std::tie(b->source, b->genotype);
    });
    std::vector<RepeatedRows> result;
    for (std::size_t begin = 0; begin < rows.size();) {
        std::size_t end = begin + 1;
        while (end < rows.size() && rows[end]->source == rows[begin]->source &&
               rows[end]->genotype == rows[begin]->genotype) {
            ++end;
        }
        if (end - begin > 1) {
            if (result.empty() || result.back().source != rows[begin]->source) {
                result.push_back({rows[begin]->source, 0, 0, 0, rows[begin]->genotype});
            }
            RepeatedRows &repeated = result.back();
            ++repeated.genotypes;
            repeated.rows += end - begin;
            repeated.copies += copiesAmong(std::span(rows).subspan(begin, end - begin));
        }
        begin = end;
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const RepeatedRows &a, const RepeatedRows &b) { return a.rows > b.rows; });
    return result;
}

std::vector<TellingFeature> tellingFeatures(const std::vector<Label> &labels, const FeatureMatrix &features)
{
    using Group = std::tuple<std::string, std::size_t, Phenotype>;
    std::map<Group, std::vector<std::pair<const Genotype *, double>>> groups;
    for (const Label &label : labels) {
        for (const Phenotype phenotype : {Phenotype::Fitness, Phenotype::Interaction}) {
            const double value = valueOf(label, phenotype);
            if (!label.genotype.empty() && label.weight > 0.0 && !std::isnan(value)) {
                auto &rows = groups[{label.source, label.genotype.size(), phenotype}];
                if (rows.size() < MostTellingRows) {
                    rows.emplace_back(&label.genotype, value);
                }
            }
        }
    }
    std::vector<TellingFeature> result;
    for (const auto &[group, rows] : groups) {
        const auto &[source, order, phenotype] = group;
        TellingFeature best{source, phenotype, order, 0, 0.0, 0};
        for (std::size_t column = 0; column < features.columns; ++column) {
            for (const bool product : {false, true}) {
                const Telling telling = product && order == 1 ? Telling() : toldBy(rows, features, column, product);
                if (telling.rSquared > best.rSquared) {
                    best.column = column;
                    best.rSquared = telling.rSquared;
                    best.rows = telling.rows;
                }
            }
        }
        if (best.rSquared >= TellingRSquared) {
            result.push_back(std::move(best));
        }
    }
    return result;
}

std::vector<Issue> checkLabels(const std::vector<Label> &labels, const Cell &cell, const std::string &where,
                               const JobControl &control)
{
    std::vector<Issue> issues;
    describeQueries(dependentQueries(labels, control), cell, where, issues);
    describeRepeats(repeatedRows(labels), cell, where, issues);
    control.report(translate("Engine", "Checking labels"), 0, 0);
    describeFeatures(tellingFeatures(labels, cell.features), where, issues);
    return issues;
}

} // namespace knockscape
