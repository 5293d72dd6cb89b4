#include "engine/core/translate.h"

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
    const std::string source = translator != nullptr ? translator(context, text) : std::string(text);
    std::string result;
    result.reserve(source.size());
    for (std::size_t i = 0; i < source.size(); ++i) {
        const bool placeholder =
            source[i] == '%' && i + 1 < source.size() && source[i + 1] >= '1' && source[i + 1] <= '9';
        const std::size_t index = placeholder ? static_cast<std::size_t>(source[i + 1] - '1') : 0;
        if (placeholder && index < arguments.size()) {
            result += arguments.begin()[index];
            ++i;
        } else {
            result += source[i];
        }
    }
    return result;
}

} // namespace knockscape
