#pragma once

#include <initializer_list>
#include <string>

namespace knockscape
{

/// Text that a person will see, in the language of the running program.
///
/// The engine has no Qt, so it asks a hook that the application installs at start-up (it forwards to
/// QCoreApplication::translate); without a hook, as on the command line, the English source text is used.
/// `%1` … `%9` in the text are replaced by `arguments`. Call it with string literals, as
/// `translate("Engine", "…")`, so that lupdate finds the text. Thread-safe.
std::string translate(const char *context, const char *text, std::initializer_list<std::string> arguments = {});

/// Signature of the hook: context and source text in, UTF-8 translation out.
using Translator = std::string (*)(const char *context, const char *text);

/// Installs the hook for the whole process; nullptr restores the source texts.
void setTranslator(Translator translator) noexcept;

} // namespace knockscape
