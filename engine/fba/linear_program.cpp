#include "engine/fba/linear_program.h"

#include "engine/fba/glpk_terms.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <iterator>
#include <limits>
#include <map>

namespace knockscape
{

namespace
{

/// Between two looks at the clock and the cancel token.
constexpr int IterationsAtATime = 2000;

Bounds withoutInfinite(Bounds bounds)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    return {bounds.lower <= -LinearProgram::Infinite ? -infinity : bounds.lower,
            bounds.upper >= LinearProgram::Infinite ? infinity : bounds.upper};
}

glp_smcp simplexParameters(Simplex method, double tolerance)
{
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.meth = method == Simplex::Primal ? GLP_PRIMAL : GLP_DUALP;
    parameters.tol_bnd = tolerance;
    parameters.tol_dj = tolerance;
    parameters.it_lim = IterationsAtATime;
    return parameters;
}

LinearProgram::Terms summed(const LinearProgram::Terms &terms)
{
    std::map<int, double> sums;
    for (const auto &[index, value] : terms) {
        sums[index] += value;
    }
    LinearProgram::Terms result;
    std::copy_if(sums.begin(), sums.end(), std::back_inserter(result), [](const auto &term) { return term.second; });
    return result;
}

} // namespace

std::chrono::nanoseconds Patience::used()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

LinearProgram::LinearProgram() : problem_(glp_create_prob())
{
    glp_set_obj_dir(problem_.get(), GLP_MAX);
}

LinearProgram::LinearProgram(const LinearProgram &other)
    : problem_(glp_create_prob()), rows_(other.rows_), columns_(other.columns_), noLimit_(other.noLimit_)
{
    glp_copy_prob(problem_.get(), other.problem_.get(), GLP_OFF);
}

int LinearProgram::addRow(Bounds bounds, const Terms &columns)
{
    const int row = glp_add_rows(problem_.get(), 1);
    glp_set_row_bnds(problem_.get(), row, typeOf(bounds), bounds.lower, bounds.upper);
    const Terms unique = summed(columns);
    const GlpkTerms terms(unique);
    glp_set_mat_row(problem_.get(), row, terms.size(), terms.indices.data(), terms.values.data());
    for (const auto &[column, value] : unique) {
        columns_[static_cast<std::size_t>(column)].terms.emplace_back(row - 1, value);
    }
    rows_.push_back(bounds);
    return row - 1;
}

int LinearProgram::addColumn(Bounds bounds, double objective, const Terms &rows)
{
    Column column;
    column.bounds = withoutInfinite(bounds);
    column.objective = objective;
    column.terms = summed(rows);
    const int number = glp_add_cols(problem_.get(), 1);
    glp_set_obj_coef(problem_.get(), number, objective);
    const GlpkTerms terms(column.terms);
    glp_set_mat_col(problem_.get(), number, terms.size(), terms.indices.data(), terms.values.data());
    columns_.push_back(std::move(column));
    passBounds(number - 1);
    return number - 1;
}

void LinearProgram::scale()
{
    const SilentTerminal silent;
    glp_scale_prob(problem_.get(), GLP_SF_AUTO);
    findNoLimit();
}

void LinearProgram::findNoLimit()
{
    std::map<double, int> columnsWith;
    for (const Column &column : columns_) {
        const double lower = std::abs(column.bounds.lower);
        const double upper = std::abs(column.bounds.upper);
        for (const double bound : {upper, lower == upper ? 0.0 : lower}) {
            columnsWith[bound] += bound > 0.0 && std::isfinite(bound) ? 1 : 0;
        }
    }
    const auto most = std::max_element(columnsWith.begin(), columnsWith.end(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    if (most != columnsWith.end() && 2 * most->second >= columnCount()) {
        noLimit_ = most->first;
    }
    for (int column = 0; column < columnCount(); ++column) {
        passBounds(column);
    }
}

Bounds LinearProgram::seen(const Column &column) const
{
    Bounds bounds = column.bounds;
    if (bounds.lower == bounds.upper) {
        return bounds;
    }
    if (!column.lowerEnforced && bounds.lower <= -noLimit_) {
        bounds.lower = -std::numeric_limits<double>::infinity();
    }
    if (!column.upperEnforced && bounds.upper >= noLimit_) {
        bounds.upper = std::numeric_limits<double>::infinity();
    }
    return bounds;
}

void LinearProgram::passBounds(int column)
{
    const Bounds bounds = seen(columns_[static_cast<std::size_t>(column)]);
    glp_set_col_bnds(problem_.get(), column + 1, typeOf(bounds), bounds.lower, bounds.upper);
}

void LinearProgram::setRowBounds(int row, Bounds bounds)
{
    rows_[static_cast<std::size_t>(row)] = bounds;
    glp_set_row_bnds(problem_.get(), row + 1, typeOf(bounds), bounds.lower, bounds.upper);
}

void LinearProgram::setBounds(int column, Bounds bounds)
{
    columns_[static_cast<std::size_t>(column)].bounds = withoutInfinite(bounds);
    passBounds(column);
}

void LinearProgram::setObjective(int column, double coefficient)
{
    columns_[static_cast<std::size_t>(column)].objective = coefficient;
    glp_set_obj_coef(problem_.get(), column + 1, coefficient);
}

int LinearProgram::enforceExceeded(const std::vector<double> &values)
{
    int count = 0;
    for (int i = 0; i < columnCount(); ++i) {
        Column &column = columns_[static_cast<std::size_t>(i)];
        const Bounds before = seen(column);
        const double value = values[static_cast<std::size_t>(i)];
        column.lowerEnforced = column.lowerEnforced || value < column.bounds.lower;
        column.upperEnforced = column.upperEnforced || value > column.bounds.upper;
        if (!(seen(column) == before)) {
            passBounds(i);
            ++count;
        }
    }
    return count;
}

int LinearProgram::enforceAll()
{
    int count = 0;
    for (int i = 0; i < columnCount(); ++i) {
        Column &column = columns_[static_cast<std::size_t>(i)];
        const Bounds before = seen(column);
        column.lowerEnforced = true;
        column.upperEnforced = true;
        if (!(seen(column) == before)) {
            passBounds(i);
            ++count;
        }
    }
    return count;
}

void LinearProgram::forgetEnforced()
{
    for (int i = 0; i < columnCount(); ++i) {
        Column &column = columns_[static_cast<std::size_t>(i)];
        const Bounds before = seen(column);
        column.lowerEnforced = column.lowerKept;
        column.upperEnforced = column.upperKept;
        if (!(seen(column) == before)) {
            passBounds(i);
        }
    }
}

void LinearProgram::keepEnforced()
{
    for (Column &column : columns_) {
        column.lowerKept = column.lowerEnforced;
        column.upperKept = column.upperEnforced;
    }
}

Basis LinearProgram::basis() const
{
    Basis basis;
    for (int row = 1; row <= rowCount(); ++row) {
        basis.rows.push_back(glp_get_row_stat(problem_.get(), row));
    }
    for (int column = 1; column <= columnCount(); ++column) {
        basis.columns.push_back(glp_get_col_stat(problem_.get(), column));
    }
    return basis;
}

Basis LinearProgram::slackBasis() const
{
    Basis basis;
    basis.rows.assign(rows_.size(), GLP_BS);
    for (const Column &column : columns_) {
        const Bounds bounds = seen(column);
        const bool lower = std::isfinite(bounds.lower);
        const bool upper = std::isfinite(bounds.upper);
        basis.columns.push_back(bounds.lower == bounds.upper                       ? GLP_NS
                                : !lower && !upper                                 ? GLP_NF
                                : !upper                                           ? GLP_NL
                                : !lower                                           ? GLP_NU
                                : std::abs(bounds.lower) <= std::abs(bounds.upper) ? GLP_NL
                                                                                   : GLP_NU);
    }
    return basis;
}

bool LinearProgram::setBasis(const Basis &basis)
{
    for (int row = 1; row <= rowCount(); ++row) {
        glp_set_row_stat(problem_.get(), row, basis.rows[static_cast<std::size_t>(row - 1)]);
    }
    for (int column = 1; column <= columnCount(); ++column) {
        glp_set_col_stat(problem_.get(), column, basis.columns[static_cast<std::size_t>(column - 1)]);
    }
    // A factorisation left over from the last answer would carry its rounding into the next one.
    return glp_factorize(problem_.get()) == 0;
}

void LinearProgram::setSlackBasis()
{
    glp_std_basis(problem_.get());
}

void LinearProgram::setAdvancedBasis()
{
    const SilentTerminal silent;
    glp_adv_basis(problem_.get(), 0);
}

Claim LinearProgram::simplex(Simplex method, double tolerance, const Patience &patience)
{
    const SilentTerminal silent;
    const glp_smcp parameters = simplexParameters(method, tolerance);
    while (patience.lasts()) {
        const int code = glp_simplex(problem_.get(), &parameters);
        if (code != GLP_EITLIM) {
            return code == 0 ? claimOf(problem_.get()) : Claim::None;
        }
    }
    return Claim::None;
}

Claim LinearProgram::presolvedSimplex(double tolerance, const Patience &patience)
{
    const SilentTerminal silent;
    glp_smcp parameters = simplexParameters(Simplex::Dual, tolerance);
    parameters.presolve = GLP_ON;
    // With the presolver the basis of an unfinished run is lost, so it cannot go on where it was stopped.
    parameters.it_lim = 20 * IterationsAtATime;
    if (!patience.lasts()) {
        return Claim::None;
    }
    switch (glp_simplex(problem_.get(), &parameters)) {
    case 0:
        return claimOf(problem_.get());
    case GLP_ENOPFS:
        return Claim::Infeasible;
    case GLP_ENODFS:
        return Claim::Unbounded;
    default:
        return Claim::None;
    }
}

} // namespace knockscape
