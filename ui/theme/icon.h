#pragma once

#include <QIcon>
#include <QString>

namespace knockscape::ui
{

/// An icon of the project's set (resources/icons/NAME.svg, 24-pixel grid, 1.5-pixel stroke), drawn in the application
/// palette's text colour at the moment of painting: it follows the theme, dims when disabled, and is sharp at every
/// scale. `colour` overrides the palette (severities). An unknown name gives a null icon.
QIcon themedIcon(const QString &name, const QColor &colour = {});

/// The coloured application icon.
QIcon applicationIcon();

} // namespace knockscape::ui
