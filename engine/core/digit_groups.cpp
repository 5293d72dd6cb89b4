#include "engine/core/digit_groups.h"

namespace knockscape
{

std::string groupedDigits(std::int64_t number)
{
    const std::string all = std::to_string(number);
    const std::size_t sign = number < 0 ? 1 : 0;
    std::string text;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > sign && (all.size() - i) % 3 == 0) {
            text += ',';
        }
        text += all[i];
    }
    return text;
}

} // namespace knockscape
