#include "engine/inference/screen_expression.h"

#include "engine/core/prediction_intervals.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace knockscape
{

namespace
{

using Intervals = PredictionIntervals;

struct Column {
    const char *name;
    double (*value)(const Prediction &prediction, std::size_t n, const Intervals &intervals);
};

constexpr std::array<Column, 14> columns{{
    {"fitness", [](const Prediction &p, std::size_t, const Intervals &) { return p.fitness; }},
    {"fitness_delta", [](const Prediction &p, std::size_t, const Intervals &) { return p.fitnessDelta(); }},
    {"interaction", [](const Prediction &p, std::size_t, const Intervals &) { return p.interaction; }},
    {"expected_fitness", [](const Prediction &p, std::size_t, const Intervals &) { return p.expectedFitness; }},
    {"epistasis", [](const Prediction &p, std::size_t, const Intervals &) { return p.epistasis(); }},
    {"fitness_sd", [](const Prediction &p, std::size_t, const Intervals &) { return p.fitnessSd; }},
    {"interaction_sd", [](const Prediction &p, std::size_t, const Intervals &) { return p.interactionSd; }},
    {"support", [](const Prediction &p, std::size_t, const Intervals &) { return static_cast<double>(p.support); }},
    {"in_range", [](const Prediction &p, std::size_t, const Intervals &) { return p.inRange ? 1.0 : 0.0; }},
    {"n", [](const Prediction &, std::size_t n, const Intervals &) { return static_cast<double>(n); }},
    {"fitness_low", [](const Prediction &p, std::size_t n, const Intervals &i) { return i.fitness(p, n).low; }},
    {"fitness_high", [](const Prediction &p, std::size_t n, const Intervals &i) { return i.fitness(p, n).high; }},
    {"interaction_low", [](const Prediction &p, std::size_t n, const Intervals &i) { return i.interaction(p, n).low; }},
    {"interaction_high",
     [](const Prediction &p, std::size_t n, const Intervals &i) { return i.interaction(p, n).high; }},
}};

/// NaN is not true.
bool isTrue(double value)
{
    return value < 0.0 || value > 0.0;
}

} // namespace

std::vector<std::string> ScreenExpression::columnNames()
{
    std::vector<std::string> names;
    for (const Column &column : columns) {
        names.emplace_back(column.name);
    }
    return names;
}

std::vector<std::string> ScreenExpression::functionNames()
{
    std::vector<std::string> names;
    for (const Function &function : functions) {
        names.emplace_back(function.name);
    }
    return names;
}

bool ScreenExpression::reads(std::string_view column) const
{
    return std::any_of(steps_.begin(), steps_.end(), [column](const Step &step) {
        return step.operation == Operation::Column && columns[step.column].name == column;
    });
}

double ScreenExpression::value(const Prediction &prediction, std::size_t n) const
{
    std::array<double, deepest> stack; // not initialised: this runs for every genotype
    std::size_t top = 0;
    static const PredictionIntervals none;
    const PredictionIntervals &intervals = intervals_ ? *intervals_ : none;
    const auto truth = [](bool is) { return is ? 1.0 : 0.0; };
    for (const Step &step : steps_) {
        switch (step.operation) {
        case Operation::Constant:
            stack[top++] = step.constant;
            continue;
        case Operation::Column:
            stack[top++] = columns[step.column].value(prediction, n, intervals);
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
        case Operation::Maximum:
            left = std::isnan(right) || right > left ? right : left;
            break;
        case Operation::Minimum:
            left = std::isnan(right) || right < left ? right : left;
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
