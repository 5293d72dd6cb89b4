#pragma once

#include <QString>

#include <cstdint>
#include <memory>

class QProxyStyle;

namespace knockscape::ui
{

/// A tab's title with how many things are behind it: "Issues", "Issues (2)", "Issues (999+)". From the first call on,
/// tabs of this title have room for the largest count, so that a count that comes or grows does not push the tabs
/// beside it about (under the style of applyTheme()). `title` must not hold a count itself. GUI thread.
QString countedTabTitle(const QString &title, std::int64_t count);

/// The style that keeps that room, over the style of this name.
std::unique_ptr<QProxyStyle> makeCountedTabStyle(const QString &baseStyle);

} // namespace knockscape::ui
