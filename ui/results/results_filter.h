#pragma once

#include "ui/results/results_columns.h"

#include "engine/cell/gene_catalogue.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace knockscape::ui
{

/// "fitness < 0.5": one numeric condition. NaN satisfies none; = and ≠ compare to three decimals, as the table shows.
struct ResultsCondition {
    enum class Comparison { Less, LessOrEqual, Greater, GreaterOrEqual, Equal, NotEqual };
    ResultsColumn column = ResultsColumn::Fitness;
    Comparison comparison = Comparison::Less;
    double limit = 0.0;
    /// "|interaction| > 0.08": the size counts, not the sign.
    bool absolute = false;

    bool accepts(double value) const;
    bool operator==(const ResultsCondition &) const = default;
};

/// What the filter field says: conditions and words, all of which a row must meet.
struct ResultsFilter {
    std::vector<ResultsCondition> conditions;
    /// Lower case; each must occur in a name or id of a deleted gene, or in an error; "wt" finds the wild type.
    QStringList words;

    bool empty() const noexcept { return conditions.empty() && words.isEmpty(); }
    bool operator==(const ResultsFilter &) const = default;
};

/// What could be read, and in words what is wrong with the rest (empty: nothing).
struct ParsedFilter {
    ResultsFilter filter;
    QString error;
};

/// Reads "hxk2 fitness < 0.5, n = 2 and |interaction| >= 0.08". Conditions and words are separated by blanks, commas,
/// semicolons or "and". Numbers have a decimal point.
ParsedFilter parseResultsFilter(const QString &text);

/// A filter made ready for a catalogue: words are looked up in the genes once, so that a row costs a few comparisons.
class ResultsMatcher
{
public:
    ResultsMatcher() = default;
    ResultsMatcher(ResultsFilter filter, const GeneCatalogue *genes);

    bool accepts(const PredictionRow &row) const;

private:
    double value(const PredictionRow &row, ResultsColumn column) const;

    ResultsFilter filter_;
    /// Per word, per gene: does the word occur in its label or id.
    std::vector<std::vector<char>> geneMatches_;
    std::vector<std::string> words_;
    /// Per gene, whether it is essential.
    std::vector<char> essential_;
};

} // namespace knockscape::ui
