#pragma once

#include <QString>

#include <cstdint>

namespace knockscape::ui
{

/// How every number on screen is written, so that all parts write them alike. Decimal point and group separator follow
/// the user's locale; the minus is U+2212, as wide as the plus. NaN ("not available") is an en dash.

/// Three significant digits: "0.830", "1.02", "12.3", "−0.0412", "1.25e−5".
QString formatValue(double value);

/// A fitness, or a deviation of one: as formatValue(), but what lies between 0 and 0.001 reads "< 0.001". No assay and
/// no model tells such a growth from none; the exact value belongs in the tooltip.
QString formatFitness(double value);

/// For deltas, interaction and epistasis: the sign is always shown ("+0.120", "−0.0412"); what lies within 0.001 of
/// zero reads "< +0.001" or "> −0.001", and zero, and what rounds to it, is "0".
QString formatSigned(double value);

/// As wide as formatFitness() and formatSigned() get, for columns of numbers: figures all have one width.
QString widestNumber();

/// "−0.0910 ± 0.0310" (signed) or "0.830 ± 0.0200", of a fitness; without a standard deviation just the value.
QString formatWithDeviation(double value, double deviation, bool isSigned);

/// Every digit the file would hold (9 significant, C locale), for tooltips and copying.
QString formatExact(double value);

/// A count with group separators: "6,604".
QString formatCount(std::int64_t count);

/// A duration as people say it: "35 ms", "0.4 s", "12 s", "3 min 05 s", "2 h 10 min".
QString formatDuration(double seconds);

} // namespace knockscape::ui
