#include "ui/theme/number_format.h"

#include "engine/core/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{
namespace
{

constexpr int significantDigits = 3;
/// A fitness closer to zero than this is none that anybody could measure.
constexpr double smallestFitness = 1e-3;
/// Below this, fixed notation would be mostly zeros.
constexpr double smallestFixed = 1e-4;
constexpr QChar minusSign(0x2212);

QLocale displayLocale()
{
    QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : locale;
}

QString withMinusSign(QString text)
{
    return text.replace(QLatin1Char('-'), minusSign);
}

/// Significant digits of a positive, finite value.
QString magnitude(double value)
{
    if (value < smallestFixed || value >= 1e6) {
        // "1.25e-05" → "1.25e-5"; locales write the exponent in ways of their own.
        return QString::number(value, 'e', significantDigits - 1)
            .replace(QStringLiteral("e-0"), QStringLiteral("e-"))
            .replace(QStringLiteral("e+0"), QStringLiteral("e"))
            .replace(QStringLiteral("e+"), QStringLiteral("e"))
            .replace(QLatin1Char('.'), displayLocale().decimalPoint());
    }
    // 0.9996 has its first digit at 10^-1 but is written 1.00: round before counting.
    const int exponent = static_cast<int>(std::floor(std::log10(value) + 1e-12));
    const double unit = std::pow(10.0, exponent - significantDigits + 1);
    const int rounded = static_cast<int>(std::floor(std::log10(std::round(value / unit) * unit) + 1e-12));
    return displayLocale().toString(value, 'f', std::max(0, significantDigits - 1 - rounded));
}

/// "0.001".
QString formatSmallest()
{
    return displayLocale().toString(smallestFitness, 'f', 3);
}

} // namespace

QString formatValue(double value)
{
    if (std::isnan(value)) {
        return QStringLiteral("–");
    }
    if (std::isinf(value)) {
        return value < 0 ? minusSign + QStringLiteral("∞") : QStringLiteral("∞");
    }
    if (value == 0.0) {
        return QStringLiteral("0");
    }
    return withMinusSign((value < 0 ? QStringLiteral("-") : QString()) + magnitude(std::abs(value)));
}

QString formatFitness(double value)
{
    return value > 0.0 && value < smallestFitness ? QStringLiteral("< ") + formatSmallest() : formatValue(value);
}

QString formatSigned(double value)
{
    // Less than a billionth is rounding of the arithmetic, not an effect.
    if (std::abs(value) < 1e-9) {
        return QStringLiteral("0");
    }
    if (std::abs(value) < smallestFitness) {
        return value > 0 ? QStringLiteral("< +") + formatSmallest()
                         : QStringLiteral("> ") + minusSign + formatSmallest();
    }
    return value > 0 ? QLatin1Char('+') + formatValue(value) : formatValue(value);
}

QString widestNumber()
{
    return formatValue(-1.23 * smallestFixed);
}

QString formatWithDeviation(double value, double deviation, bool isSigned)
{
    const QString text = isSigned ? formatSigned(value) : formatFitness(value);
    return std::isnan(deviation) || std::isnan(value) ? text : text + QStringLiteral(" ± ") + formatFitness(deviation);
}

QString formatExact(double value)
{
    return std::isnan(value) ? QCoreApplication::translate("Numbers", "not available")
                             : QString::fromStdString(formatNumber(value, 9));
}

QString formatCount(std::int64_t count)
{
    return withMinusSign(displayLocale().toString(static_cast<qlonglong>(count)));
}

QString formatDuration(double seconds)
{
    const auto whole = static_cast<qlonglong>(std::llround(std::max(0.0, seconds)));
    if (seconds < 0.1) {
        return QCoreApplication::translate("Numbers", "%1 ms").arg(std::llround(std::max(0.0, seconds) * 1000.0));
    }
    if (seconds < 10.0) {
        return QCoreApplication::translate("Numbers", "%1 s")
            .arg(displayLocale().toString(std::max(0.0, seconds), 'f', 1));
    }
    if (whole < 60) {
        return QCoreApplication::translate("Numbers", "%1 s").arg(whole);
    }
    const QLatin1Char zero('0');
    if (whole < 3600) {
        return QCoreApplication::translate("Numbers", "%1 min %2 s").arg(whole / 60).arg(whole % 60, 2, 10, zero);
    }
    return QCoreApplication::translate("Numbers", "%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60, 2, 10, zero);
}

} // namespace knockscape::ui
