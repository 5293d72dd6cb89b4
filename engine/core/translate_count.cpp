#include "engine/core/translate_count.h"

#include "engine/core/text_arguments.h"

#include <atomic>
#include <vector>

namespace knockscape
{
namespace
{

std::atomic<CountTranslator> installedCountTranslator{nullptr};

} // namespace

void setCountTranslator(CountTranslator translator) noexcept
{
    installedCountTranslator = translator;
}

std::string translateCount(const char *context, const char *one, const char *many, std::int64_t count,
                           std::initializer_list<std::string> arguments)
{
    const CountTranslator translator = installedCountTranslator;
    std::string text = translator != nullptr ? translator(context, many, count) : std::string(many);
    if (count == 1 && text == many) {
        text = one;
    }
    std::vector<std::string> all{std::to_string(count)};
    all.insert(all.end(), arguments);
    return withArguments(text, all);
}

} // namespace knockscape
