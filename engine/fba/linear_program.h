#pragma once

#include "engine/core/job_control.h"

#include <glpk.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

/// Linear programs as flux balance uses them, on GLPK. Private to engine/fba.
namespace knockscape
{

/// What a variable may be; infinite where nothing limits it.
struct Bounds {
    double lower = 0.0;
    double upper = 0.0;

    bool operator==(const Bounds &) const = default;
};

/// Which variables are basic, and at which bound the others are, as GLPK codes it.
struct Basis {
    std::vector<int> rows;
    std::vector<int> columns;

    bool empty() const noexcept { return columns.empty(); }
};

/// What a solver says; that it is so is for verified_solution.h to show.
enum class Claim { Optimal, Infeasible, Unbounded, None };

enum class Simplex { Primal, Dual };

/// How long something may take, and whether it is wanted any more. The time is the thread's own processor time, so that
/// an answer does not depend on what else the machine does.
class Patience
{
public:
    Patience(CancelToken cancel, std::chrono::milliseconds time) : cancel_(std::move(cancel)), end_(used() + time) {}

    /// False once the time is over. Throws Cancelled.
    bool lasts() const
    {
        cancel_.throwIfCancelled();
        return used() < end_;
    }
    /// The same, but not beyond `time` from now.
    Patience atMost(std::chrono::milliseconds time) const
    {
        Patience shorter(cancel_, time);
        shorter.end_ = std::min(shorter.end_, end_);
        return shorter;
    }

private:
    static std::chrono::nanoseconds used();

    CancelToken cancel_;
    std::chrono::nanoseconds end_;
};

/// Maximise objective·x where every row's A·x and every x lie between their bounds.
///
/// Most bounds of a metabolic model only say «no limit», as 1000 or 999999; a simplex method that holds variables at
/// such a number carries it through every sum and loses as many digits. So the solver does not get to see a bound of
/// noLimit() or more until an answer exceeds it (enforceExceeded()). What is optimal without these bounds and meets
/// them is optimal with them, so this changes no answer, whatever the number meant.
///
/// GLPK keeps its memory per thread, and so do objects of this class. They never print.
class LinearProgram
{
public:
    /// A row or column by number, and its coefficient.
    using Terms = std::vector<std::pair<int, double>>;

    /// Bounds this far from zero are left out at first where a model does not say otherwise (noLimit()) …
    static constexpr double UsualNoLimit = 1000.0;
    /// … and such for good: beside a flux of 1 a double does not hold them any more.
    static constexpr double Infinite = 1e15;

    LinearProgram();
    LinearProgram(const LinearProgram &other);
    LinearProgram &operator=(const LinearProgram &) = delete;
    ~LinearProgram() = default;

    /// Numbers count from 0. Terms of the same row are added up.
    int addRow(Bounds bounds, const Terms &columns = {});
    int addColumn(Bounds bounds, double objective, const Terms &rows);
    /// Brings the coefficients to a like size for the solver, and takes the number for no limit that at least half of
    /// the columns have as a bound: it is another in a model with other units of flux. To be called once all are there.
    void scale();
    /// Bounds this far from zero are left out at first.
    double noLimit() const noexcept { return noLimit_; }

    int rowCount() const { return static_cast<int>(rows_.size()); }
    int columnCount() const { return static_cast<int>(columns_.size()); }
    /// The bounds that were asked for, whether the solver sees them or not; infinite ones as such.
    Bounds rowBounds(int row) const { return rows_[static_cast<std::size_t>(row)]; }
    Bounds bounds(int column) const { return columns_[static_cast<std::size_t>(column)].bounds; }
    const Terms &terms(int column) const { return columns_[static_cast<std::size_t>(column)].terms; }
    double objective(int column) const { return columns_[static_cast<std::size_t>(column)].objective; }

    void setRowBounds(int row, Bounds bounds);
    void setBounds(int column, Bounds bounds);
    void setObjective(int column, double coefficient);

    /// Shows the solver the bounds that `values`, one per column, exceed. Returns how many these were.
    int enforceExceeded(const std::vector<double> &values);
    /// Shows the solver every bound; returns how many it had not seen.
    int enforceAll();
    /// Hides them again, as they were at the last call of keepEnforced() (or in the beginning).
    void forgetEnforced();
    /// What is shown now is not forgotten any more.
    void keepEnforced();

    Basis basis() const;
    /// The basis of all rows, each column at the bound that is nearer to zero.
    Basis slackBasis() const;
    /// False where this basis cannot be used here.
    bool setBasis(const Basis &basis);
    /// Bases that know nothing of earlier answers: all rows, and one of GLPK's own making.
    void setSlackBasis();
    void setAdvancedBasis();

    /// The simplex method from the present basis.
    Claim simplex(Simplex method, double tolerance, const Patience &patience);
    /// GLPK's presolver, then the dual simplex method.
    Claim presolvedSimplex(double tolerance, const Patience &patience);
    /// What came of the simplex method in rational arithmetic.
    struct Exact {
        Claim claim = Claim::None;
        double value = 0.0;
        std::vector<double> columns;
    };
    /// The simplex method in rational arithmetic from the present basis, with the bounds that the solver sees. A
    /// coefficient is the decimal fraction that the file wrote (the shortest that gives its double).
    Exact exactSimplex(const Patience &patience);

    /// For reading the basis and its factorisation.
    glp_prob *problem() const { return problem_.get(); }

private:
    struct Column {
        Bounds bounds;
        double objective = 0.0;
        Terms terms;
        /// Sides of the bounds that the solver sees although they are far from zero, now and always.
        bool lowerEnforced = false;
        bool upperEnforced = false;
        bool lowerKept = false;
        bool upperKept = false;
    };
    struct Delete {
        void operator()(glp_prob *problem) const { glp_delete_prob(problem); }
    };

    Bounds seen(const Column &column) const;
    void findNoLimit();
    void passBounds(int column);
    std::unique_ptr<glp_prob, Delete> inIntegers(std::vector<double> &units) const;

    std::unique_ptr<glp_prob, Delete> problem_;
    std::vector<Bounds> rows_;
    std::vector<Column> columns_;
    double noLimit_ = UsualNoLimit;
};

} // namespace knockscape
