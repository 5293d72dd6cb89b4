#pragma once

#include "engine/core/prediction.h"

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

class PredictionIntervals;

/// A number computed from the columns of a prediction, such as "fitness < 0.5 && epistasis < -0.1 && support > 20".
///
/// Columns: fitness, fitness_delta, interaction, expected_fitness, epistasis, fitness_sd, interaction_sd, support (−1
/// where no model says), in_range (1 or 0), n (deleted genes), fitness_low, fitness_high, interaction_low,
/// interaction_high (PredictionIntervals; NaN where there is no interval). Operators, the loosest first: `||`; `&&`;
/// `< <= > >= == !=` (not chained); `+ -`; `* /`; unary `- !`; functions and parentheses. Functions: abs(x); max(a, …)
/// and min(a, …) of one number or more, NaN if one of them is. True is any number but 0 (NaN is not true); a comparison
/// with NaN is false except `!=`. Immutable once parsed.
class ScreenExpression
{
public:
    /// Parses `text`. Throws InputError that names `where`, the place (character from 1) and what is expected. The
    /// columns of intervals are those of `intervals`; NaN where it is null.
    static ScreenExpression parse(std::string_view text, const std::string &where,
                                  std::shared_ptr<const PredictionIntervals> intervals = nullptr);

    /// The value of one prediction of a genotype with `n` genes.
    double value(const Prediction &prediction, std::size_t n) const;
    bool holds(const Prediction &prediction, std::size_t n) const;

    const std::string &text() const noexcept { return text_; }
    /// True if the expression reads a column that only an ensemble has.
    bool needsEnsemble() const noexcept { return needsEnsemble_; }
    /// True if the expression reads an end of an interval, which only calibrated models have.
    bool needsIntervals() const noexcept { return needsIntervals_; }
    /// True if the expression reads `column`.
    bool reads(std::string_view column) const;

    /// Names of all columns, for messages and completion.
    static std::vector<std::string> columnNames();
    /// Names of all functions, for the same.
    static std::vector<std::string> functionNames();

private:
    friend class ExpressionParser;
    /// Deeper stacks and nesting than a person writes; a bound keeps the evaluation on a small array and a hostile text
    /// from exhausting the parser's stack.
    static constexpr std::size_t deepest = 64;
    enum class Operation : unsigned char {
        Constant,
        Column,
        Negate,
        Not,
        Absolute,
        Add,
        Subtract,
        Multiply,
        Divide,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Equal,
        NotEqual,
        And,
        Or,
        Maximum,
        Minimum,
    };
    /// What is written name(argument, …). With more than one argument, `operation` folds two into one.
    struct Function {
        std::string_view name;
        Operation operation;
        bool takesSeveral;
    };
    static constexpr std::array<Function, 3> functions{
        {{"abs", Operation::Absolute, false}, {"max", Operation::Maximum, true}, {"min", Operation::Minimum, true}}};
    /// One step on a stack of numbers.
    struct Step {
        Operation operation = Operation::Constant;
        std::size_t column = 0;
        double constant = 0.0;
    };

    std::string text_;
    std::vector<Step> steps_;
    bool needsEnsemble_ = false;
    bool needsIntervals_ = false;
    std::shared_ptr<const PredictionIntervals> intervals_;
};

} // namespace knockscape
