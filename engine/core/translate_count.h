#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>

namespace knockscape
{

/// translate() for a text with a count in it, in the form that the language has for this count: English has two (“1
/// gene”, “2 genes”), other languages one to six. `one` and `many` are the English forms; translators are given `many`
/// and write all forms of theirs. `%1` is the count, `%2` … `%9` are `arguments`; a text with two counts is put
/// together from two. Call it with string literals, as `translateCount("Engine", "%1 gene", "%1 genes", count)`, so
/// that packaging/update-translations finds them. In the window, `ui/theme/counted_text.h` does the same. Thread-safe.
std::string translateCount(const char *context, const char *one, const char *many, std::int64_t count,
                           std::initializer_list<std::string> arguments = {});

/// Signature of the hook: context, source text and count in, UTF-8 translation in the form for this count out; the text
/// itself where there is no translation.
using CountTranslator = std::string (*)(const char *context, const char *text, std::int64_t count);

/// Installs the hook for the whole process beside that of translate(); nullptr restores the source texts.
void setCountTranslator(CountTranslator translator) noexcept;

} // namespace knockscape
