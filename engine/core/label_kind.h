#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace knockscape
{

/// Where values of labels come from. Unknown: the labels name no source, so nobody knows.
enum class LabelKind { Unknown, Measured, Simulated, Mixed };

/// True for a source that names a calculation: a word of it is "simulated", "simulation", "fba", "pfba", "moma" or
/// "lmoma", or it says "in silico"; letters of either case.
bool isSimulatedSource(std::string_view source);

/// The kind of labels with these sources (their row counts; "" for rows that name none). Rows without a source beside
/// measured ones count as measured, beside simulated ones they make it Mixed.
LabelKind labelKindOf(const std::map<std::string, std::int64_t> &rowsPerSource);

/// "unknown", "measured", "simulated", "mixed": as model files have it (not translated). Anything else is Unknown.
std::string toText(LabelKind kind);
LabelKind parseLabelKind(std::string_view text);

/// What such values are called, in the person's language: "measured", "simulated", "measured or simulated". Labels of
/// unknown kind are called measured.
std::string adjectiveOf(LabelKind kind);

} // namespace knockscape
