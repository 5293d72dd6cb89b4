#pragma once

namespace knockscape::app
{

/// Exit codes of the contract.
inline constexpr int exitDone = 0;
inline constexpr int exitFailed = 1;
inline constexpr int exitUsage = 2;
inline constexpr int exitBadInput = 3;
inline constexpr int exitCancelled = 130;

} // namespace knockscape::app
