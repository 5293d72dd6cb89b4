#pragma once

#include <QFont>
#include <QSize>
#include <QString>

#include <optional>

namespace knockscape::ui
{

/// How a picture is laid out for paper, whatever the window is that showed it.
struct PictureLayout {
    static constexpr double smallestSide = 30.0;
    static constexpr double largestSide = 1200.0;
    static constexpr int fewestDots = 72;
    static constexpr int mostDots = 1200;
    static constexpr double smallestText = 4.0;
    static constexpr double largestText = 36.0;

    /// Millimetres.
    double width = 180.0;
    double height = 110.0;
    /// Size of axis labels, names and legend in points.
    double textSize = 8.0;
    /// Dots per inch of a .png; .svg and .pdf have none.
    int dpi = 300;

    /// The units that pictures are painted in: those in which a font of n points is as large as it says.
    QSize logicalSize() const;
    /// Pixels of a .png.
    QSize pixels() const;
    /// The application's font in `textSize`.
    QFont font() const;

    bool operator==(const PictureLayout &) const = default;
};

inline constexpr double kMillimetresPerInch = 25.4;

double millimetresOf(double pixels, int dpi);
double pixelsOf(double millimetres, int dpi);

/// Sets width and height from "180x120mm" or "1600x1000px" (pixels at `layout.dpi`; "mm" may be left out). Nothing for
/// anything else, and for sizes that no layout has.
std::optional<PictureLayout> withSize(PictureLayout layout, const QString &text);

/// What a person chose last for pictures of this kind, else `layout`; and its storing.
PictureLayout rememberedLayout(const QString &kind, PictureLayout layout);
void rememberLayout(const QString &kind, const PictureLayout &layout);

} // namespace knockscape::ui
