#include "ui/theme/colours.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace knockscape::ui
{

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const double s = std::clamp(share, 0.0, 1.0);
    const auto channel = [s](int from, int to) { return static_cast<int>(std::lround(from + (to - from) * s)); };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

QColor negativeColour(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x4d, 0xa6, 0xe0) : QColor(0x00, 0x72, 0xb2);
}

QColor positiveColour(const QPalette &palette)
{
    return isDark(palette) ? QColor(0xf0, 0xa8, 0x30) : QColor(0xe6, 0x9f, 0x00);
}

QColor divergingColour(double value, double limit, const QPalette &palette)
{
    const QColor neutral = palette.color(QPalette::Base);
    if (std::isnan(value) || !(limit > 0.0)) {
        return noValueColour(palette);
    }
    // The square root lifts small effects off the neutral colour.
    const double share = std::sqrt(std::min(1.0, std::abs(value) / limit));
    return mixed(neutral, value < 0 ? negativeColour(palette) : positiveColour(palette), share);
}

QColor noValueColour(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), isDark(palette) ? 0.40 : 0.25);
}

QColor categoricalColour(int index, const QPalette &palette)
{
    static constexpr std::array<QRgb, 7> light = {0xff0072b2, 0xffe69f00, 0xff009e73, 0xffcc79a7,
                                                  0xff56b4e9, 0xffd55e00, 0xff8a8200};
    static constexpr std::array<QRgb, 7> dark = {0xff4da6e0, 0xfff0a830, 0xff2fc79a, 0xffe09cc3,
                                                 0xff8cd0f5, 0xfff07b2e, 0xfff0e442};
    const std::size_t slot = static_cast<std::size_t>(index < 0 ? 0 : index) % light.size();
    return QColor::fromRgb(isDark(palette) ? dark[slot] : light[slot]);
}

QColor viridisColour(double fraction)
{
    static constexpr std::array<QRgb, 9> stops = {0xff440154, 0xff472d7b, 0xff3b528b, 0xff2c728e, 0xff21918c,
                                                  0xff28ae80, 0xff5ec962, 0xffaddc30, 0xfffde725};
    const double position = std::clamp(std::isnan(fraction) ? 0.0 : fraction, 0.0, 1.0) * (stops.size() - 1);
    const std::size_t low = std::min(static_cast<std::size_t>(position), stops.size() - 2);
    return mixed(QColor::fromRgb(stops[low]), QColor::fromRgb(stops[low + 1]), position - static_cast<double>(low));
}

QColor severityColour(Severity severity, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (severity) {
    case Severity::Error:
        return dark ? QColor(0xff, 0x8a, 0x80) : QColor(0xb3, 0x26, 0x1e);
    case Severity::Warning:
        return dark ? QColor(0xff, 0xc2, 0x4d) : QColor(0x8a, 0x5a, 0x00);
    case Severity::Note:
        break;
    }
    return dark ? QColor(0x7c, 0xc0, 0xf0) : QColor(0x00, 0x5a, 0x9c);
}

QColor severityBackground(Severity severity, const QPalette &palette)
{
    return mixed(palette.color(QPalette::Window), severityColour(severity, palette), isDark(palette) ? 0.18 : 0.10);
}

QColor dimmedText(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.65);
}

QColor hairline(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.16);
}

} // namespace knockscape::ui
