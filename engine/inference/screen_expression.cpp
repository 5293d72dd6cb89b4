#include "engine/inference/screen_expression.h"

#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <array>
#include <cctype>
#include <cmath>
#include <optional>

namespace knockscape
{

namespace
{

/// Deeper stacks and nesting than a person writes; a bound keeps the evaluation on a small array and a hostile text
/// from exhausting the parser's stack.
constexpr std::size_t deepest = 64;

struct Column {
    const char *name;
    double (*value)(const Prediction &prediction, std::size_t n);
};

constexpr std::array<Column, 10> columns{{
    {"fitness", [](const Prediction &p, std::size_t) { return p.fitness; }},
    {"fitness_delta", [](const Prediction &p, std::size_t) { return p.fitnessDelta(); }},
    {"interaction", [](const Prediction &p, std::size_t) { return p.interaction; }},
    {"expected_fitness", [](const Prediction &p, std::size_t) { return p.expectedFitness; }},
    {"epistasis", [](const Prediction &p, std::size_t) { return p.epistasis(); }},
    {"fitness_sd", [](const Prediction &p, std::size_t) { return p.fitnessSd; }},
    {"interaction_sd", [](const Prediction &p, std::size_t) { return p.interactionSd; }},
    {"support", [](const Prediction &p, std::size_t) { return static_cast<double>(p.support); }},
    {"in_range", [](const Prediction &p, std::size_t) { return p.inRange ? 1.0 : 0.0; }},
    {"n", [](const Prediction &, std::size_t n) { return static_cast<double>(n); }},
}};

/// NaN is not true.
bool isTrue(double value)
{
    return value < 0.0 || value > 0.0;
}

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
                    translate("Engine", "Write for example “fitness < 0.5 && abs(epistasis) > 0.1”; columns are %1.",
                              {joined(ScreenExpression::columnNames(), ", ")})));
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
        if (depth_ > deepest) {
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
        if (++nesting_ > deepest) {
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
        if (name == "abs") {
            place_ = end;
            if (!take("(")) {
                fail(translate("Engine", "“(” was expected after abs"));
            }
            parseParenthesised();
            emit(Operation::Absolute, 0);
            return;
        }
        for (std::size_t column = 0; column < columns.size(); ++column) {
            if (name == columns[column].name) {
                place_ = end;
                expression_.needsEnsemble_ = expression_.needsEnsemble_ || name.ends_with("_sd");
                emit(Operation::Column, 1, column);
                return;
            }
        }
        fail(translate("Engine", "there is no such column"));
    }

    std::string_view text_;
    const std::string &where_;
    std::size_t place_ = 0;
    std::size_t depth_ = 0;
    std::size_t nesting_ = 0;
    ScreenExpression expression_;
};

ScreenExpression ScreenExpression::parse(std::string_view text, const std::string &where)
{
    return ExpressionParser(text, where).parse();
}

std::vector<std::string> ScreenExpression::columnNames()
{
    std::vector<std::string> names;
    for (const Column &column : columns) {
        names.emplace_back(column.name);
    }
    return names;
}

double ScreenExpression::value(const Prediction &prediction, std::size_t n) const
{
    std::array<double, deepest> stack; // not initialised: this runs for every genotype
    std::size_t top = 0;
    const auto truth = [](bool is) { return is ? 1.0 : 0.0; };
    for (const Step &step : steps_) {
        switch (step.operation) {
        case Operation::Constant:
            stack[top++] = step.constant;
            continue;
        case Operation::Column:
            stack[top++] = columns[step.column].value(prediction, n);
            continue;
        case Operation::Negate:
            stack[top - 1] = -stack[top - 1];
            continue;
        case Operation::Not:
            stack[top - 1] = truth(!isTrue(stack[top - 1]));
            continue;
        case Operation::Absolute:
            stack[top - 1] = std::abs(stack[top - 1]);
            continue;
        default:
            break;
        }
        const double right = stack[--top];
        double &left = stack[top - 1];
        switch (step.operation) {
        case Operation::Add:
            left += right;
            break;
        case Operation::Subtract:
            left -= right;
            break;
        case Operation::Multiply:
            left *= right;
            break;
        case Operation::Divide:
            left /= right;
            break;
        case Operation::Less:
            left = truth(left < right);
            break;
        case Operation::LessOrEqual:
            left = truth(left <= right);
            break;
        case Operation::Greater:
            left = truth(left > right);
            break;
        case Operation::GreaterOrEqual:
            left = truth(left >= right);
            break;
        case Operation::Equal:
            left = truth(left == right);
            break;
        case Operation::NotEqual:
            left = truth(left != right);
            break;
        case Operation::And:
            left = truth(isTrue(left) && isTrue(right));
            break;
        default:
            left = truth(isTrue(left) || isTrue(right));
            break;
        }
    }
    return stack[0];
}

bool ScreenExpression::holds(const Prediction &prediction, std::size_t n) const
{
    return isTrue(value(prediction, n));
}

} // namespace knockscape
