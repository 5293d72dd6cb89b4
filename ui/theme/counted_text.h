#pragma once

#include <QString>

namespace knockscape::ui
{

/// tr() for a text with a count in it, in the form that the language has for this count; translateCount() of the engine
/// for the window. `one` and `many` are the English forms, of which translators are given `many`. `%1` is replaced by
/// the count, written as formatCount() does; `%2` … are left to QString::arg(). A text with two counts is put together
/// from two. Call it with string literals and the name of the class that shows the text, as `trCount("GeneListDock",
/// "%1 gene", "%1 genes", count)`, so that packaging/update-translations finds them.
QString trCount(const char *context, const char *one, const char *many, qint64 count);

/// QCoreApplication::translate() for any count: the form that the language has for `count`, without putting it in.
QString translatedForm(const char *context, const char *text, qint64 count);

} // namespace knockscape::ui
