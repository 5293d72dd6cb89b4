#include "engine/core/translate.h"

#include "engine/core/text_arguments.h"

#include <atomic>

namespace knockscape
{
namespace
{

std::atomic<Translator> installedTranslator{nullptr};

} // namespace

void setTranslator(Translator translator) noexcept
{
    installedTranslator = translator;
}

std::string translate(const char *context, const char *text, std::initializer_list<std::string> arguments)
{
    const Translator translator = installedTranslator;
    return withArguments(translator != nullptr ? translator(context, text) : std::string(text), arguments);
}

} // namespace knockscape
