#pragma once

namespace knockscape
{

/// What an ASCII character is, whatever the locale; bytes above 127 are none of these.
constexpr bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

constexpr bool isUpper(char c) noexcept
{
    return c >= 'A' && c <= 'Z';
}

constexpr bool isLower(char c) noexcept
{
    return c >= 'a' && c <= 'z';
}

constexpr bool isLetter(char c) noexcept
{
    return isUpper(c) || isLower(c);
}

/// Space, tab, carriage return or line feed.
constexpr bool isBlank(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace knockscape
