#pragma once

#include <cmath>

namespace knockscape
{

/// A number as the unevaluated sum of two doubles: about 31 digits (Dekker 1971, doi:10.1007/BF01397083; Hida, Li &
/// Bailey 2001, doi:10.1109/ARITH.2001.930115). For sums that cancel.
struct DoubleDouble {
    double high = 0.0;
    double low = 0.0;

    DoubleDouble() = default;
    DoubleDouble(double value) : high(value) {}

    DoubleDouble &operator+=(DoubleDouble other)
    {
        const DoubleDouble highs = exactSum(high, other.high);
        const DoubleDouble lows = exactSum(low, other.low);
        const DoubleDouble carried = quickSum(highs.high, highs.low + lows.high);
        return *this = quickSum(carried.high, carried.low + lows.low);
    }

    DoubleDouble operator-() const { return quickSum(-high, -low); }

    friend DoubleDouble operator*(DoubleDouble a, double b)
    {
        const double product = a.high * b;
        return quickSum(product, std::fma(a.high, b, -product) + a.low * b);
    }

    double value() const { return high + low; }

private:
    /// a + b without rounding.
    static DoubleDouble exactSum(double a, double b)
    {
        DoubleDouble sum(a + b);
        const double part = sum.high - a;
        sum.low = (a - (sum.high - part)) + (b - part);
        return sum;
    }
    /// The same where |a| is not smaller than |b|.
    static DoubleDouble quickSum(double a, double b)
    {
        DoubleDouble sum(a + b);
        sum.low = b - (sum.high - a);
        return sum;
    }
};

} // namespace knockscape
