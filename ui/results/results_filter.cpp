#include "ui/results/results_filter.h"

#include "ui/results/results_model.h"

#include "engine/cell/essentiality.h"
#include "engine/core/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

// What "=" means for numbers that a person knows from the table only.
constexpr double shownPrecision = 5e-4;

struct Filter {
    Q_DECLARE_TR_FUNCTIONS(ResultsFilter)
};

// The parts of a filter text, in order: |name| or a word, an operator, a separator.
struct Token {
    enum class Kind { Word, Absolute, Operator };
    Kind kind = Kind::Word;
    QString text;
};

const QRegularExpression &tokenPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral(R"((\|[^|]*\|)|(<=|>=|==|!=|<>|[<>=≤≥≠])|([^\s,;<>=!≤≥≠|]+(?:,\d+)?)|([,;!|]))"));
    return pattern;
}

std::optional<ResultsCondition::Comparison> comparison(const QString &text)
{
    using Comparison = ResultsCondition::Comparison;
    if (text == QLatin1String("<"))
        return Comparison::Less;
    if (text == QLatin1String("<=") || text == QStringLiteral("≤"))
        return Comparison::LessOrEqual;
    if (text == QLatin1String(">"))
        return Comparison::Greater;
    if (text == QLatin1String(">=") || text == QStringLiteral("≥"))
        return Comparison::GreaterOrEqual;
    if (text == QLatin1String("=") || text == QLatin1String("=="))
        return Comparison::Equal;
    if (text == QLatin1String("!=") || text == QLatin1String("<>") || text == QStringLiteral("≠"))
        return Comparison::NotEqual;
    return std::nullopt;
}

std::optional<double> limitFrom(QString text)
{
    // The words of the columns that say yes or no, in the person's language and in English.
    const auto means = [&text](const QString &word) { return text.compare(word, Qt::CaseInsensitive) == 0; };
    if (means(QStringLiteral("yes")) || means(ResultsModel::tr("yes")))
        return 1.0;
    if (means(QStringLiteral("no")) || means(ResultsModel::tr("no")))
        return 0.0;
    // As the table writes it.
    text.replace(QStringLiteral("−"), QStringLiteral("-"));
    if (text.startsWith(QLatin1Char('+')))
        text.remove(0, 1);
    const std::optional<double> number = parseNumber(text.toStdString());
    return number && std::isfinite(*number) ? number : std::nullopt;
}

class Parser
{
public:
    explicit Parser(const QString &text) { tokenize(text); }

    ParsedFilter parse()
    {
        while (error_.isEmpty() && place_ < tokens_.size())
            parseTerm();
        return {filter_, error_};
    }

private:
    void tokenize(const QString &text)
    {
        auto matches = tokenPattern().globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            if (match.hasCaptured(1)) {
                tokens_.push_back({Token::Kind::Absolute, match.captured(1).mid(1).chopped(1).trimmed()});
            } else if (match.hasCaptured(2)) {
                tokens_.push_back({Token::Kind::Operator, match.captured(2)});
            } else if (match.hasCaptured(3)) {
                if (match.captured(3).compare(QLatin1String("and"), Qt::CaseInsensitive) != 0)
                    tokens_.push_back({Token::Kind::Word, match.captured(3)});
            } else if (match.captured(4) == QLatin1String("!") || match.captured(4) == QLatin1String("|")) {
                error_ = Filter::tr("“%1” is not a comparison. Use <, ≤, >, ≥, = or ≠, and |interaction| for the size "
                                    "without the sign.")
                             .arg(match.captured(4));
            }
        }
    }

    bool nextIs(std::size_t place, Token::Kind kind) const
    {
        return place < tokens_.size() && tokens_[place].kind == kind;
    }

    void parseTerm()
    {
        const Token &token = tokens_[place_];
        if (token.kind == Token::Kind::Operator) {
            error_ = Filter::tr("“%1” needs a column before it, for example fitness %1 0.5.").arg(token.text);
        } else if (nextIs(place_ + 1, Token::Kind::Operator)) {
            parseCondition();
        } else if (token.kind == Token::Kind::Absolute) {
            error_ = Filter::tr("“|%1|” needs a comparison after it, for example |%1| > 0.08.").arg(token.text);
        } else if (nextIs(place_ + 2, Token::Kind::Operator) && columnFromName(token.text + tokens_[place_ + 1].text)) {
            // "in range = no", "expected fitness > 1": titles hold blanks.
            tokens_[place_ + 1].text.prepend(token.text);
            ++place_;
            parseCondition();
        } else {
            filter_.words << token.text.toLower();
            ++place_;
        }
    }

    void parseCondition()
    {
        const Token name = tokens_[place_];
        const Token sign = tokens_[place_ + 1];
        const std::optional<ResultsColumn> column = columnFromName(name.text);
        if (!column) {
            error_ = Filter::tr("There is no column “%1”. Columns: %2.").arg(name.text, columnNames());
            return;
        }
        if (!nextIs(place_ + 2, Token::Kind::Word)) {
            error_ = Filter::tr("“%1 %2” needs a number after it.").arg(name.text, sign.text);
            return;
        }
        const QString number = tokens_[place_ + 2].text;
        const std::optional<double> limit = limitFrom(number);
        if (!limit) {
            error_ = number.contains(QLatin1Char(',')) ? Filter::tr("Write “%1” with a decimal point.").arg(number)
                                                       : Filter::tr("“%1” is not a number.").arg(number);
            return;
        }
        place_ += 3;
        if (nextIs(place_, Token::Kind::Operator)) {
            error_ = Filter::tr("Write each condition on its own: fitness > 0.2, fitness < 0.5.");
            return;
        }
        filter_.conditions.push_back({*column, *comparison(sign.text), *limit, name.kind == Token::Kind::Absolute});
    }

    std::vector<Token> tokens_;
    std::size_t place_ = 0;
    ResultsFilter filter_;
    QString error_;
};

} // namespace

bool ResultsCondition::accepts(double value) const
{
    if (std::isnan(value))
        return false;
    const double compared = absolute ? std::abs(value) : value;
    switch (comparison) {
    case Comparison::Less:
        return compared < limit;
    case Comparison::LessOrEqual:
        return compared <= limit;
    case Comparison::Greater:
        return compared > limit;
    case Comparison::GreaterOrEqual:
        return compared >= limit;
    case Comparison::Equal:
        return std::abs(compared - limit) < shownPrecision;
    case Comparison::NotEqual:
        break;
    }
    return std::abs(compared - limit) >= shownPrecision;
}

ParsedFilter parseResultsFilter(const QString &text)
{
    return Parser(text).parse();
}

ResultsMatcher::ResultsMatcher(ResultsFilter filter, const GeneCatalogue *genes) : filter_(std::move(filter))
{
    if (genes != nullptr)
        essential_ = essentialGenes(*genes);
    for (const QString &word : std::as_const(filter_.words)) {
        // A genotype copied from the table reads "hxk2Δ".
        QString plain = word;
        while (plain.endsWith(QStringLiteral("δ")))
            plain.chop(1);
        words_.push_back(plain.toStdString());
        std::vector<char> matches;
        if (genes != nullptr) {
            matches.reserve(genes->size());
            for (const Gene &gene : genes->genes()) {
                const bool found = lowered(gene.label()).find(words_.back()) != std::string::npos ||
                                   lowered(gene.id).find(words_.back()) != std::string::npos;
                matches.push_back(found ? 1 : 0);
            }
        }
        geneMatches_.push_back(std::move(matches));
    }
}

double ResultsMatcher::value(const PredictionRow &row, ResultsColumn column) const
{
    if (column != ResultsColumn::Essential)
        return columnValue(row, column);
    const auto genes = row.genotype.genes();
    const bool any = std::any_of(genes.begin(), genes.end(), [this](GeneIndex gene) {
        return gene >= 0 && static_cast<std::size_t>(gene) < essential_.size() &&
               essential_[static_cast<std::size_t>(gene)] != 0;
    });
    return any ? 1.0 : 0.0;
}

bool ResultsMatcher::accepts(const PredictionRow &row) const
{
    for (const ResultsCondition &condition : filter_.conditions) {
        if (!condition.accepts(value(row, condition.column)))
            return false;
    }
    for (std::size_t word = 0; word < words_.size(); ++word) {
        const auto &matches = geneMatches_[word];
        const auto genes = row.genotype.genes();
        const bool inGenes = std::any_of(genes.begin(), genes.end(), [&](GeneIndex gene) {
            return gene >= 0 && static_cast<std::size_t>(gene) < matches.size() &&
                   matches[static_cast<std::size_t>(gene)] != 0;
        });
        const bool inStatus = row.status != "ok" && lowered(row.status).find(words_[word]) != std::string::npos;
        const bool isWildType = row.genotype.empty() && (words_[word] == "wt" || words_[word] == "wild");
        if (!inGenes && !inStatus && !isWildType)
            return false;
    }
    return true;
}

} // namespace knockscape::ui
