#include "engine/fba/refined_solution.h"

#include "engine/fba/double_double.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace knockscape
{

namespace
{

/// A variable may pass its bound by this much: what a decimal fraction loses as a double, through a few reactions.
constexpr double LargestViolation = 1e-14;
/// A few units in the last place of a double.
constexpr double CoefficientError = 1e-15;
/// Prices below this, relative to the largest objective coefficient, are rounding.
constexpr double ZeroPrice = 1e-20;
constexpr double SmallestResidual = 1e-24;
/// Relative to the largest value solved for.
constexpr double LargestResidual = 1e-17;
constexpr int MostRefinements = 12;

/// Rows and columns as one list of variables (rows first), with row = Σ coefficient · column as the equations.
class BasicSolution
{
public:
    explicit BasicSolution(const LinearProgram &program)
        : program_(program), rows_(program.rowCount()), head_(static_cast<std::size_t>(rows_)),
          isBasic_(static_cast<std::size_t>(rows_ + program.columnCount()), false), values_(isBasic_.size()),
          prices_(head_.size())
    {
    }

    bool solve()
    {
        if (!glp_bf_exists(program_.problem()) && glp_factorize(program_.problem()) != 0) {
            return false;
        }
        for (int k = 0; k < rows_; ++k) {
            head_[at(k)] = glp_get_bhead(program_.problem(), k + 1) - 1;
            isBasic_[at(head_[at(k)])] = true;
        }
        return solveValues() && solvePrices();
    }

    RefinedSolution judge() const
    {
        RefinedSolution result;
        result.accurate = true;
        result.violation = 0.0;
        result.gap = 0.0;
        result.sensitivity = 0.0;
        DoubleDouble objective;
        for (int variable = 0; variable < static_cast<int>(values_.size()); ++variable) {
            const double value = values_[at(variable)].value();
            const Bounds bounds = boundsOf(variable);
            result.violation = std::max({result.violation, excess(bounds.lower, bounds.lower - value),
                                         excess(bounds.upper, value - bounds.upper)});
            const double slope = isBasic_[at(variable)] ? 0.0 : slopeOf(variable);
            result.gap += possibleGain(slope, value, bounds);
            if (variable >= rows_) {
                result.sensitivity = std::max(result.sensitivity, CoefficientError * turnover(variable));
                result.columns.push_back(value);
                result.reducedCosts.push_back(slope);
                objective += values_[at(variable)] * program_.objective(variable - rows_);
            }
        }
        result.value = objective.value();
        return result;
    }

private:
    using Vector = std::vector<DoubleDouble>;

    static std::size_t at(int index) { return static_cast<std::size_t>(index); }

    Bounds boundsOf(int variable) const
    {
        return variable < rows_ ? program_.rowBounds(variable) : program_.bounds(variable - rows_);
    }
    double costOf(int variable) const { return variable < rows_ ? 0.0 : program_.objective(variable - rows_); }

    static double excess(double bound, double by)
    {
        return std::isfinite(bound) ? by / std::max(1.0, std::abs(bound)) : 0.0;
    }

    /// sum += factor · (the variable's column of the equations row − Σ coefficient · column = 0).
    void addColumn(int variable, const DoubleDouble &factor, Vector &sum) const
    {
        if (variable < rows_) {
            sum[at(variable)] += factor;
            return;
        }
        for (const auto &[row, coefficient] : program_.terms(variable - rows_)) {
            sum[at(row)] += factor * -coefficient;
        }
    }

    /// The variable's cost less what the prices say its column is worth.
    DoubleDouble reducedCost(int variable) const
    {
        DoubleDouble sum(costOf(variable));
        if (variable < rows_) {
            sum += -prices_[at(variable)];
            return sum;
        }
        for (const auto &[row, coefficient] : program_.terms(variable - rows_)) {
            sum += prices_[at(row)] * coefficient;
        }
        return sum;
    }

    /// What the prices say a column takes and gives, without letting the two cancel.
    double turnover(int variable) const
    {
        double sum = 0.0;
        for (const auto &[row, coefficient] : program_.terms(variable - rows_)) {
            sum += std::abs(prices_[at(row)].high * coefficient);
        }
        return sum;
    }

    /// What the objective gains for each unit more of a variable that is not basic.
    double slopeOf(int variable) const
    {
        const double slope = reducedCost(variable).value();
        return std::abs(slope) <= ZeroPrice ? 0.0 : slope;
    }

    /// How much the objective could still rise by moving a variable that is held at `value`.
    static double possibleGain(double slope, double value, Bounds bounds)
    {
        const double room = slope > 0.0 ? bounds.upper - value : bounds.lower - value;
        return slope == 0.0 ? 0.0 : std::max(0.0, slope * room);
    }

    double heldAt(int variable) const
    {
        glp_prob *problem = program_.problem();
        const int row = variable + 1;
        const int column = variable - rows_ + 1;
        const int status = variable < rows_ ? glp_get_row_stat(problem, row) : glp_get_col_stat(problem, column);
        if (status == GLP_NF) {
            return 0.0;
        }
        const Bounds bounds = boundsOf(variable);
        return status == GLP_NU ? bounds.upper : bounds.lower;
    }

    bool solveValues()
    {
        Vector rightHandSide(at(rows_));
        for (int variable = 0; variable < static_cast<int>(values_.size()); ++variable) {
            if (!isBasic_[at(variable)]) {
                values_[at(variable)] = heldAt(variable);
                addColumn(variable, -values_[at(variable)], rightHandSide);
            }
        }
        const auto residual = [&](const Vector &solution) {
            Vector rest = rightHandSide;
            for (int k = 0; k < rows_; ++k) {
                addColumn(head_[at(k)], -solution[at(k)], rest);
            }
            return rest;
        };
        const auto correct = [&](double *vector) { glp_ftran(program_.problem(), vector); };
        Vector solution(at(rows_));
        if (!refineTo(solution, residual, correct)) {
            return false;
        }
        for (int k = 0; k < rows_; ++k) {
            values_[at(head_[at(k)])] = solution[at(k)];
        }
        return true;
    }

    bool solvePrices()
    {
        const auto residual = [&](const Vector &prices) {
            prices_ = prices;
            Vector rest(at(rows_));
            for (int k = 0; k < rows_; ++k) {
                rest[at(k)] = reducedCost(head_[at(k)]);
            }
            return rest;
        };
        const auto correct = [&](double *vector) { glp_btran(program_.problem(), vector); };
        Vector prices(at(rows_));
        const bool solved = refineTo(prices, residual, correct);
        prices_ = prices;
        return solved;
    }

    /// Adds corrections until the residual is nothing; false where it does not become so.
    bool refineTo(Vector &solution, const std::function<Vector(const Vector &)> &residual,
                  const std::function<void(double *)> &correct) const
    {
        // GLPK counts from 1.
        std::vector<double> correction(at(rows_) + 1);
        for (int step = 0;; ++step) {
            const Vector rest = residual(solution);
            double largest = 0.0;
            double size = 1.0;
            for (int i = 0; i < rows_; ++i) {
                correction[at(i) + 1] = rest[at(i)].high;
                largest = std::max(largest, std::abs(rest[at(i)].high));
                size = std::max(size, std::abs(solution[at(i)].high));
            }
            if (!std::isfinite(largest) || !std::isfinite(size)) {
                return false;
            }
            if (largest <= SmallestResidual * size || step == MostRefinements) {
                return largest <= LargestResidual * size;
            }
            correct(correction.data());
            for (int i = 0; i < rows_; ++i) {
                solution[at(i)] += correction[at(i) + 1];
            }
        }
    }

    const LinearProgram &program_;
    int rows_;
    /// The basic variables in the order of the factorisation.
    std::vector<int> head_;
    std::vector<bool> isBasic_;
    Vector values_;
    Vector prices_;
};

} // namespace

bool RefinedSolution::isOptimum(double tolerance) const
{
    return accurate && violation <= LargestViolation && gap <= tolerance && sensitivity <= tolerance;
}

RefinedSolution refine(const LinearProgram &program)
{
    BasicSolution solution(program);
    return solution.solve() ? solution.judge() : RefinedSolution{};
}

} // namespace knockscape
