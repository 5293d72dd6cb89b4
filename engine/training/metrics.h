#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <utility>

namespace knockscape
{

/// What a measure is that cannot be had from so few values.
inline constexpr double Undefined = std::numeric_limits<double>::quiet_NaN();

/// How well predicted values agree with measured ones, over pairs where both are finite. NaN where undefined.
struct Agreement {
    std::size_t count = 0;
    double pearson = 0.0;
    double spearman = 0.0;
    double mse = 0.0;
    /// Standard error of the mean of squared differences; NaN with fewer than two pairs.
    double mseError = 0.0;
};

/// Product-moment correlation; NaN with fewer than two pairs or where one side is constant. The spans are equally long
/// and hold no NaN (as for the next two).
double pearson(std::span<const double> x, std::span<const double> y);
/// Pearson correlation of ranks, ties at their mean rank.
double spearman(std::span<const double> x, std::span<const double> y);
/// Mean of squared differences; NaN for nothing.
double meanSquaredError(std::span<const double> x, std::span<const double> y);

/// Slope of the regression of y on x, such as of measured on predicted values (1: differences are as large as measured,
/// less than 1: they are exaggerated); NaN where x is constant.
double regressionSlope(std::span<const double> x, std::span<const double> y);

/// Correlations and error, leaving out pairs in which either side is NaN.
Agreement agreement(std::span<const double> predicted, std::span<const double> measured);

/// 95 % confidence interval of a Pearson correlation from `count` pairs by Fisher's z transformation
/// (Fisher 1915, doi:10.2307/2331838); NaN with fewer than four pairs.
std::pair<double, double> pearsonInterval(double correlation, std::size_t count);

/// The same for a rank correlation, whose z has the variance (1 + r²/2)/(n − 3) (Bonett & Wright 2000,
/// doi:10.1007/BF02294183).
std::pair<double, double> spearmanInterval(double correlation, std::size_t count);

/// 95 % confidence interval of a mean squared error from its standard error (central limit theorem), at least 0.
std::pair<double, double> mseInterval(const Agreement &agreement);

} // namespace knockscape
