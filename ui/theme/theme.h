#pragma once

#include <QFont>
#include <QPalette>
#include <QString>

class QLabel;
class QWidget;

namespace knockscape::ui
{

/// Which palette the application wears.
enum class ThemeChoice { System, Light, Dark };

/// "system", "light", "dark": how settings store a choice; anything else reads as System.
QString themeKey(ThemeChoice choice);
ThemeChoice themeFromKey(const QString &key);

/// The two designed palettes.
QPalette lightPalette();
QPalette darkPalette();

/// Puts style, palette and the few style rules all windows share on the application. Call in the GUI thread; icons and
/// colours follow by themselves. System follows the palette the platform started with.
void applyTheme(ThemeChoice choice);

/// One unit of the spacing grid, in pixels.
inline constexpr int gridUnit = 8;

/// Small bold upper-case caption over a panel ("GENE DETAILS").
QLabel *makeCaption(const QString &text, QWidget *parent = nullptr);
/// The application font with figures of equal width where the font has them.
QFont numberFont();

} // namespace knockscape::ui
