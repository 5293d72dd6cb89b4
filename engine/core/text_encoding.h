#pragma once

#include "engine/core/issue.h"

#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// Makes the bytes of a text file UTF-8 without a byte order mark, in place: the one place where it is decided how text
/// was written. The issues returned say what it was, unless it was UTF-8.
///
/// UTF-16 is converted, with a byte order mark or where every other byte of the beginning is zero (how spreadsheets and
/// Windows shells save "Unicode"). A line that is not UTF-8 is read as Windows-1252, the code of Western European
/// systems, which is a guess. Throws InputError naming `name` and the
/// line for what is no text: a zero byte, control characters, damaged UTF-16.
std::vector<Issue> decodeText(std::string &text, const std::string &name);

/// True if `bytes` begin as UTF-16 does.
bool looksLikeUtf16(std::string_view bytes) noexcept;

} // namespace knockscape
