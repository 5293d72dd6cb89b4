#pragma once

#include "ui/session/explain_service.h"

#include <QString>

#include <optional>

namespace knockscape::ui
{

/// The sentence as rich text, in which the names of what it speaks about are links; what it does not name (of many it
/// names a few) follows in parentheses, as far as there is room for it.
QString linkedSentence(const ExplainedSentence &sentence);

/// What a link of such a text leads to; nothing for another link.
std::optional<ExplainedThing> thingOf(const QString &link);

} // namespace knockscape::ui
