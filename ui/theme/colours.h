#pragma once

#include "engine/core/issue.h"

#include <QColor>
#include <QPalette>

namespace knockscape::ui
{

/// What colours mean, in one place. Every function takes the palette it will be painted on, so that both themes are
/// right by construction; call them while painting (or on QEvent::PaletteChange), not once.

/// True where the palette's text is lighter than its background.
bool isDark(const QPalette &palette);

/// Diverging blue–white–orange (Okabe–Ito ends) around zero: −limit is blue, 0 neutral (the palette's base), +limit
/// orange. Values beyond are clamped; NaN is noValueColour(). For deltas, interaction and epistasis; show the sign too.
QColor divergingColour(double value, double limit, const QPalette &palette);
/// The two ends of the above.
QColor negativeColour(const QPalette &palette);
QColor positiveColour(const QPalette &palette);

/// A neutral grey for what was not computed, apart from every colour of the two scales.
QColor noValueColour(const QPalette &palette);

/// Categories in the order of Okabe & Ito (2008), adjusted for contrast on dark backgrounds; wraps after seven.
QColor categoricalColour(int index, const QPalette &palette);

/// Viridis (Smith & van der Walt 2015) for magnitudes, `fraction` in [0, 1].
QColor viridisColour(double fraction);

/// Red for errors, amber for warnings, blue for notes; readable as text on the palette's window.
QColor severityColour(Severity severity, const QPalette &palette);
/// A pale background of the same meaning, for message bars.
QColor severityBackground(Severity severity, const QPalette &palette);

/// Secondary text (systematic names, captions): the text colour, 65 % over the background; contrast stays above 4.5.
QColor dimmedText(const QPalette &palette);
/// Lines that separate without shouting.
QColor hairline(const QPalette &palette);

/// `a` and `b` mixed; `share` of b.
QColor mixed(const QColor &a, const QColor &b, double share);

} // namespace knockscape::ui
