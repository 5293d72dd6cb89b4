#pragma once

#include <QTest>

namespace knockscape::testing
{

/// Milliseconds that a machine may need for anything when it does much else. What is waited for comes sooner, and then
/// nobody waits. For QSignalSpy::wait() and the like; where this file is included, QTRY_VERIFY and QTRY_COMPARE wait as
/// long instead of five seconds.
inline constexpr int patience = 90'000;

} // namespace knockscape::testing

#undef QTRY_VERIFY
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT(expression, ::knockscape::testing::patience)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expression, message)                                                                              \
    QTRY_VERIFY2_WITH_TIMEOUT(expression, message, ::knockscape::testing::patience)
#undef QTRY_COMPARE
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, ::knockscape::testing::patience)
