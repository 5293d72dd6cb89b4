#include "engine/fba/glpk_terms.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

namespace knockscape
{

namespace
{

/// What a first look at the clock waits for.
constexpr int FirstMilliseconds = 1000;
/// Integers up to here are exact as doubles.
constexpr double LargestInteger = 9007199254740992.0;
constexpr int MostDecimals = 18;

/// A number as its shortest decimal writes it: digits · 10^-decimals.
struct Decimal {
    double digits = 0.0;
    int decimals = 0;
};

Decimal decimalOf(double value)
{
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific).ptr;
    const std::string_view written(text.data(), static_cast<std::size_t>(end - text.data()));
    const std::size_t mark = written.find('e');
    const std::size_t point = written.find('.');
    const char *exponentText = text.data() + mark + (written[mark + 1] == '+' ? 2 : 1);
    int exponent = 0;
    std::from_chars(exponentText, end, exponent);
    std::int64_t digits = 0;
    for (const char letter : written.substr(0, mark)) {
        digits = letter >= '0' && letter <= '9' ? 10 * digits + (letter - '0') : digits;
    }
    const int behindPoint = point < mark ? static_cast<int>(mark - point) - 1 : 0;
    return {std::copysign(static_cast<double>(digits), value), behindPoint - exponent};
}

/// The power of ten that makes integers of all coefficients of a column; nothing where doubles do not hold these.
std::optional<int> powerOf(const LinearProgram::Terms &terms)
{
    int power = 0;
    for (const auto &[row, coefficient] : terms) {
        power = std::max(power, decimalOf(coefficient).decimals);
    }
    for (const auto &[row, coefficient] : terms) {
        if (power > MostDecimals || std::abs(coefficient) * std::pow(10.0, power) > LargestInteger) {
            return std::nullopt;
        }
    }
    return power;
}

/// The coefficients in units of 10^-power.
LinearProgram::Terms inUnits(const LinearProgram::Terms &terms, int power)
{
    LinearProgram::Terms result;
    for (const auto &[row, coefficient] : terms) {
        const Decimal decimal = decimalOf(coefficient);
        result.emplace_back(row, std::round(decimal.digits * std::pow(10.0, power - decimal.decimals)));
    }
    return result;
}

} // namespace

/// GLPK's rational arithmetic takes a fraction for the simplest one within 1e-10 of it, which is no conserved cycle's
/// idea of exact, but integers for what they are: each column is measured in the unit that makes its coefficients
/// integers.
std::unique_ptr<glp_prob, LinearProgram::Delete> LinearProgram::inIntegers(std::vector<double> &units) const
{
    std::unique_ptr<glp_prob, Delete> result(glp_create_prob());
    glp_set_obj_dir(result.get(), GLP_MAX);
    if (!rows_.empty()) {
        glp_add_rows(result.get(), rowCount());
    }
    for (int row = 0; row < rowCount(); ++row) {
        const Bounds bounds = rowBounds(row);
        glp_set_row_bnds(result.get(), row + 1, typeOf(bounds), bounds.lower, bounds.upper);
        glp_set_row_stat(result.get(), row + 1, glp_get_row_stat(problem_.get(), row + 1));
    }
    for (int i = 0; i < columnCount(); ++i) {
        const Column &column = columns_[static_cast<std::size_t>(i)];
        const std::optional<int> power = powerOf(column.terms);
        const double unit = std::pow(10.0, power.value_or(0));
        units.push_back(unit);
        const Terms whole = power ? inUnits(column.terms, *power) : column.terms;
        const GlpkTerms terms(whole);
        const Bounds bounds = seen(column);
        const int number = glp_add_cols(result.get(), 1);
        glp_set_mat_col(result.get(), number, terms.size(), terms.indices.data(), terms.values.data());
        glp_set_col_bnds(result.get(), number, typeOf(bounds), bounds.lower / unit, bounds.upper / unit);
        glp_set_obj_coef(result.get(), number, column.objective * unit);
        glp_set_col_stat(result.get(), number, glp_get_col_stat(problem_.get(), number));
    }
    return result;
}

LinearProgram::Exact LinearProgram::exactSimplex(const Patience &patience)
{
    const SilentTerminal silent;
    std::vector<double> units;
    const auto whole = inIntegers(units);
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.tm_lim = FirstMilliseconds;
    int code = GLP_ETMLIM;
    while (code == GLP_ETMLIM && patience.lasts()) {
        code = glp_exact(whole.get(), &parameters);
        // A step may take longer than the time it was given, which would then never be enough for another.
        parameters.tm_lim *= 2;
    }
    Exact result;
    if (code != 0) {
        return result;
    }
    result.claim = claimOf(whole.get());
    result.value = glp_get_obj_val(whole.get());
    Basis basis;
    for (int row = 1; row <= rowCount(); ++row) {
        basis.rows.push_back(glp_get_row_stat(whole.get(), row));
    }
    for (int column = 1; column <= columnCount(); ++column) {
        basis.columns.push_back(glp_get_col_stat(whole.get(), column));
        result.columns.push_back(glp_get_col_prim(whole.get(), column) * units[static_cast<std::size_t>(column - 1)]);
    }
    setBasis(basis);
    return result;
}

} // namespace knockscape
