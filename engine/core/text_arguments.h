#pragma once

#include <cstddef>
#include <string>

namespace knockscape
{

/// `text` with `%1` … `%9` replaced by the arguments, a range of strings; a placeholder without an argument stays.
template <typename Arguments>
std::string withArguments(const std::string &text, const Arguments &arguments)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool placeholder = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        const std::size_t index = placeholder ? static_cast<std::size_t>(text[i + 1] - '1') : 0;
        if (placeholder && index < arguments.size()) {
            result += *(arguments.begin() + static_cast<std::ptrdiff_t>(index));
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

} // namespace knockscape
