#include "ui/plots/picture_layout.h"

#include <QGuiApplication>
#include <QImage>
#include <QRegularExpression>
#include <QSettings>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

/// What font sizes in points are converted with where no device says otherwise: fonts are measured and painted with it.
int logicalDpi()
{
    return QImage(1, 1, QImage::Format_RGB32).logicalDpiY();
}

QString keyOf(const QString &kind, const char *field)
{
    return QStringLiteral("pictures/%1/%2").arg(kind, QLatin1String(field));
}

bool isSide(double millimetres)
{
    return millimetres >= PictureLayout::smallestSide && millimetres <= PictureLayout::largestSide;
}

} // namespace

double millimetresOf(double pixels, int dpi)
{
    return pixels / dpi * kMillimetresPerInch;
}

double pixelsOf(double millimetres, int dpi)
{
    return millimetres / kMillimetresPerInch * dpi;
}

QSize PictureLayout::logicalSize() const
{
    return {static_cast<int>(std::lround(pixelsOf(width, logicalDpi()))),
            static_cast<int>(std::lround(pixelsOf(height, logicalDpi())))};
}

QSize PictureLayout::pixels() const
{
    return {static_cast<int>(std::lround(pixelsOf(width, dpi))), static_cast<int>(std::lround(pixelsOf(height, dpi)))};
}

QFont PictureLayout::font() const
{
    QFont font = QGuiApplication::font();
    font.setPointSizeF(textSize);
    return font;
}

std::optional<PictureLayout> withSize(PictureLayout layout, const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*([0-9]+(?:\\.[0-9]+)?)\\s*[x×]\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(mm|px)?\\s*$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    layout.width = match.captured(1).toDouble();
    layout.height = match.captured(2).toDouble();
    if (match.captured(3) == QLatin1String("px")) {
        layout.width = millimetresOf(layout.width, layout.dpi);
        layout.height = millimetresOf(layout.height, layout.dpi);
    }
    if (!isSide(layout.width) || !isSide(layout.height))
        return std::nullopt;
    return layout;
}

PictureLayout rememberedLayout(const QString &kind, PictureLayout layout)
{
    const QSettings settings;
    const auto number = [&](const char *field, double otherwise, double least, double most) {
        const double stored = settings.value(keyOf(kind, field), otherwise).toDouble();
        return std::isfinite(stored) ? std::clamp(stored, least, most) : otherwise;
    };
    constexpr double least = PictureLayout::smallestSide;
    constexpr double most = PictureLayout::largestSide;
    layout.width = number("width", layout.width, least, most);
    layout.height = number("height", layout.height, least, most);
    layout.textSize = number("text", layout.textSize, PictureLayout::smallestText, PictureLayout::largestText);
    layout.dpi = static_cast<int>(number("dpi", layout.dpi, PictureLayout::fewestDots, PictureLayout::mostDots));
    return layout;
}

void rememberLayout(const QString &kind, const PictureLayout &layout)
{
    QSettings settings;
    settings.setValue(keyOf(kind, "width"), layout.width);
    settings.setValue(keyOf(kind, "height"), layout.height);
    settings.setValue(keyOf(kind, "text"), layout.textSize);
    settings.setValue(keyOf(kind, "dpi"), layout.dpi);
}

} // namespace knockscape::ui
