#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/inference/screen_expression.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

namespace knockscape
{

namespace
{

bool isNameCharacter(char character)
{
    return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_';
}

} // namespace

/// Recursive descent; emits steps in the order in which a stack machine runs them.
class ExpressionParser
{
public:
    ExpressionParser(std::string_view text, const std::string &where) : text_(text), where_(where) {}

    ScreenExpression parse()
    {
        parseOr();
        skipBlanks();
        if (place_ < text_.size()) {
            fail(translate("Engine", "an operator or the end was expected"));
        }
        expression_.text_ = std::string(trimmed(text_));
        return std::move(expression_);
    }

private:
    using Operation = ScreenExpression::Operation;

    [[noreturn]] void fail(const std::string &what) const
    {
        const std::string found =
            place_ < text_.size() ? "“" + std::string(text_.substr(place_, 12)) + "”" : translate("Engine", "the end");
        throw InputError(
            errorAt(where_, translate("Engine", "At character %1 (%2): %3.", {std::to_string(place_ + 1), found, what}),
                    translate("Engine",
                              "Write for example “fitness < 0.5 && abs(epistasis) > 0.1”; columns are %1; functions "
                              "are %2.",
                              {joined(ScreenExpression::columnNames(), ", "),
                               joined(ScreenExpression::functionNames(), ", ")})));
    }

    void skipBlanks()
    {
        while (place_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[place_])) != 0) {
            ++place_;
        }
    }

    bool take(std::string_view token)
    {
        skipBlanks();
        if (!text_.substr(place_).starts_with(token)) {
            return false;
        }
        place_ += token.size();
        return true;
    }

    /// `growth` is what the step adds to the stack.
    void emit(Operation operation, int growth, std::size_t column = 0, double constant = 0.0)
    {
        depth_ = static_cast<std::size_t>(static_cast<int>(depth_) + growth);
        if (depth_ > ScreenExpression::deepest) {
            fail(translate("Engine", "the expression is nested too deeply"));
        }
        expression_.steps_.push_back({operation, column, constant});
    }

    void parseOr()
    {
        parseAnd();
        while (take("||")) {
            parseAnd();
            emit(Operation::Or, -1);
        }
    }

    void parseAnd()
    {
        parseComparison();
        while (take("&&")) {
            parseComparison();
            emit(Operation::And, -1);
        }
    }

    std::optional<Operation> takeComparison()
    {
        // The longer ones first: "<=" begins with "<".
        for (const auto &[token, operation] :
             {std::pair{"<=", Operation::LessOrEqual}, std::pair{">=", Operation::GreaterOrEqual},
              std::pair{"==", Operation::Equal}, std::pair{"!=", Operation::NotEqual}, std::pair{"<", Operation::Less},
              std::pair{">", Operation::Greater}}) {
            if (take(token)) {
                return operation;
            }
        }
        return std::nullopt;
    }

    void parseComparison()
    {
        parseSum();
        if (const std::optional<Operation> operation = takeComparison()) {
            parseSum();
            emit(*operation, -1);
            const std::size_t before = place_;
            if (takeComparison()) {
                place_ = before;
                skipBlanks();
                fail(translate("Engine", "comparisons cannot be chained; join them with &&"));
            }
        }
    }

    void parseSum()
    {
        parseProduct();
        while (true) {
            if (take("+")) {
                parseProduct();
                emit(Operation::Add, -1);
            } else if (take("-")) {
                parseProduct();
                emit(Operation::Subtract, -1);
            } else {
                return;
            }
        }
    }

    void parseProduct()
    {
        parseUnary();
        while (true) {
            if (take("*")) {
                parseUnary();
                emit(Operation::Multiply, -1);
            } else if (take("/")) {
                parseUnary();
                emit(Operation::Divide, -1);
            } else {
                return;
            }
        }
    }

    void parseUnary()
    {
        if (++nesting_ > ScreenExpression::deepest) {
            fail(translate("Engine", "the expression is nested too deeply"));
        }
        if (take("-")) {
            parseUnary();
            emit(Operation::Negate, 0);
        } else if (take("!")) {
            parseUnary();
            emit(Operation::Not, 0);
        } else {
            parsePrimary();
        }
        --nesting_;
    }

    void parsePrimary()
    {
        if (take("(")) {
            parseParenthesised();
            return;
        }
        skipBlanks();
        const char next = place_ < text_.size() ? text_[place_] : '\0';
        if (std::isdigit(static_cast<unsigned char>(next)) != 0 || next == '.') {
            parseNumberText();
        } else if (isNameCharacter(next)) {
            parseName();
        } else {
            fail(translate("Engine", "a column, a number or “(” was expected"));
        }
    }

    void parseParenthesised()
    {
        parseOr();
        if (!take(")")) {
            fail(translate("Engine", "“)” was expected"));
        }
    }

    void parseArguments(const ScreenExpression::Function &function)
    {
        const std::string name(function.name);
        if (!take("(")) {
            fail(translate("Engine", "“(” was expected after %1", {name}));
        }
        if (take(")")) {
            --place_;
            fail(translate("Engine", "%1 takes at least one number", {name}));
        }
        parseOr();
        if (!function.takesSeveral) {
            emit(function.operation, 0);
        }
        while (take(",")) {
            if (!function.takesSeveral) {
                --place_;
                fail(translate("Engine", "%1 takes one number", {name}));
            }
            parseOr();
            emit(function.operation, -1);
        }
        if (!take(")")) {
            fail(function.takesSeveral ? translate("Engine", "“,” or “)” was expected")
                                       : translate("Engine", "“)” was expected"));
        }
    }

    void parseNumberText()
    {
        std::size_t end = place_;
        while (end < text_.size() &&
               (isNameCharacter(text_[end]) || text_[end] == '.' ||
                ((text_[end] == '-' || text_[end] == '+') && (text_[end - 1] == 'e' || text_[end - 1] == 'E')))) {
            ++end;
        }
        const std::optional<double> number = parseNumber(text_.substr(place_, end - place_));
        if (!number) {
            fail(translate("Engine", "this is not a number"));
        }
        place_ = end;
        emit(Operation::Constant, 1, 0, *number);
    }

    void parseName()
    {
        std::size_t end = place_;
        while (end < text_.size() && isNameCharacter(text_[end])) {
            ++end;
        }
        const std::string name(text_.substr(place_, end - place_));
        const auto *function =
            std::find_if(ScreenExpression::functions.begin(), ScreenExpression::functions.end(),
                         [&](const ScreenExpression::Function &known) { return known.name == name; });
        if (function != ScreenExpression::functions.end()) {
            place_ = end;
            parseArguments(*function);
            return;
        }
        const std::vector<std::string> columns = ScreenExpression::columnNames();
        const auto found = std::find(columns.begin(), columns.end(), name);
        if (found == columns.end()) {
            fail(translate("Engine", "there is no such column or function"));
        }
        place_ = end;
        expression_.needsEnsemble_ = expression_.needsEnsemble_ || name.ends_with("_sd");
        expression_.needsIntervals_ = expression_.needsIntervals_ || name.ends_with("_low") || name.ends_with("_high");
        emit(Operation::Column, 1, static_cast<std::size_t>(found - columns.begin()));
    }

    std::string_view text_;
    const std::string &where_;
    std::size_t place_ = 0;
    std::size_t depth_ = 0;
    std::size_t nesting_ = 0;
    ScreenExpression expression_;
};

ScreenExpression ScreenExpression::parse(std::string_view text, const std::string &where,
                                         std::shared_ptr<const PredictionIntervals> intervals)
{
    ScreenExpression expression = ExpressionParser(text, where).parse();
    expression.intervals_ = std::move(intervals);
    return expression;
}

} // namespace knockscape
