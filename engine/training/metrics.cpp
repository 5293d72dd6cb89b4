#include "engine/training/metrics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace knockscape
{

namespace
{

/// 97.5 % point of the standard normal distribution.
constexpr double NormalQuantile = 1.959963984540054;

double mean(std::span<const double> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::vector<double> ranks(std::span<const double> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> result(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]]) {
            ++last;
        }
        for (std::size_t i = first; i <= last; ++i) {
            result[order[i]] = 0.5 * static_cast<double>(first + last);
        }
        first = last + 1;
    }
    return result;
}

/// Fisher's interval: z = artanh(r) has the variance `variance`/(n − 3).
std::pair<double, double> intervalByZ(double correlation, std::size_t count, double variance)
{
    if (std::isnan(correlation) || count < 4) {
        return {Undefined, Undefined};
    }
    if (std::abs(correlation) >= 1.0) {
        return {correlation, correlation};
    }
    const double z = std::atanh(correlation);
    const double halfWidth = NormalQuantile * std::sqrt(variance / (static_cast<double>(count) - 3.0));
    return {std::tanh(z - halfWidth), std::tanh(z + halfWidth)};
}

/// Standard error of the mean of squared differences.
double squaredErrorsError(std::span<const double> x, std::span<const double> y)
{
    if (x.size() < 2) {
        return Undefined;
    }
    const double mean = meanSquaredError(x, y);
    double sum = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double square = (x[i] - y[i]) * (x[i] - y[i]);
        sum += (square - mean) * (square - mean);
    }
    const auto count = static_cast<double>(x.size());
    return std::sqrt(sum / (count - 1.0) / count);
}

} // namespace

double pearson(std::span<const double> x, std::span<const double> y)
{
    if (x.size() < 2) {
        return Undefined;
    }
    const double meanX = mean(x);
    const double meanY = mean(y);
    double xx = 0.0;
    double yy = 0.0;
    double xy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - meanX) * (x[i] - meanX);
        yy += (y[i] - meanY) * (y[i] - meanY);
        xy += (x[i] - meanX) * (y[i] - meanY);
    }
    // A constant column has rounding noise as its variance, not zero.
    const auto isConstant = [](double sumOfSquares, double center, std::size_t count) {
        return !(sumOfSquares > 1e-24 * center * center * static_cast<double>(count)) || sumOfSquares <= 0.0;
    };
    if (isConstant(xx, meanX, x.size()) || isConstant(yy, meanY, y.size())) {
        return Undefined;
    }
    return std::clamp(xy / std::sqrt(xx) / std::sqrt(yy), -1.0, 1.0);
}

double spearman(std::span<const double> x, std::span<const double> y)
{
    return pearson(ranks(x), ranks(y));
}

double meanSquaredError(std::span<const double> x, std::span<const double> y)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sum += (x[i] - y[i]) * (x[i] - y[i]);
    }
    return x.empty() ? Undefined : sum / static_cast<double>(x.size());
}

double regressionSlope(std::span<const double> x, std::span<const double> y)
{
    double meanX = 0.0;
    double meanY = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        meanX += x[i] / static_cast<double>(x.size());
        meanY += y[i] / static_cast<double>(x.size());
    }
    double both = 0.0;
    double square = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        both += (x[i] - meanX) * (y[i] - meanY);
        square += (x[i] - meanX) * (x[i] - meanX);
    }
    return square > 0.0 ? both / square : Undefined;
}

Agreement agreement(std::span<const double> predicted, std::span<const double> measured)
{
    std::vector<double> x;
    std::vector<double> y;
    for (std::size_t i = 0; i < predicted.size(); ++i) {
        if (!std::isnan(predicted[i]) && !std::isnan(measured[i])) {
            x.push_back(predicted[i]);
            y.push_back(measured[i]);
        }
    }
    return {x.size(), pearson(x, y), spearman(x, y), meanSquaredError(x, y), squaredErrorsError(x, y)};
}

std::pair<double, double> pearsonInterval(double correlation, std::size_t count)
{
    return intervalByZ(correlation, count, 1.0);
}

std::pair<double, double> spearmanInterval(double correlation, std::size_t count)
{
    return intervalByZ(correlation, count, 1.0 + 0.5 * correlation * correlation);
}

std::pair<double, double> mseInterval(const Agreement &agreement)
{
    const double halfWidth = NormalQuantile * agreement.mseError;
    return {std::max(0.0, agreement.mse - halfWidth), agreement.mse + halfWidth};
}

} // namespace knockscape
