#pragma once

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// Numbers of JSON. The library converts whatever it is asked for: −5.55 as a count is undefined behaviour. Every
/// number that is read from JSON goes through here, where its kind and range are looked at first.
namespace knockscape
{

/// A whole number from `low` to `high`, also one that is written 64.0; nothing for anything else.
template <class Integer, class Json>
std::optional<Integer> jsonInteger(const Json &value, Integer low = std::numeric_limits<Integer>::min(),
                                   Integer high = std::numeric_limits<Integer>::max())
{
    static_assert(std::is_integral_v<Integer> && !std::is_same_v<Integer, bool>);
    const auto within = [&](auto number) {
        return std::cmp_greater_equal(number, low) && std::cmp_less_equal(number, high)
                   ? std::optional(static_cast<Integer>(number))
                   : std::nullopt;
    };
    if (value.is_number_unsigned()) {
        return within(value.template get<std::uint64_t>());
    }
    if (value.is_number_integer()) {
        return within(value.template get<std::int64_t>());
    }
    if (!value.is_number_float()) {
        return std::nullopt;
    }
    const double number = value.template get<double>();
    if (number >= 0.0 && number < 0x1p64 && number == std::trunc(number)) {
        return within(static_cast<std::uint64_t>(number));
    }
    if (number >= -0x1p63 && number < 0.0 && number == std::trunc(number)) {
        return within(static_cast<std::int64_t>(number));
    }
    return std::nullopt;
}

/// A number from `low` to `high`; nothing for anything else, NaN included.
template <class Json>
std::optional<double> jsonReal(const Json &value, double low = std::numeric_limits<double>::lowest(),
                               double high = std::numeric_limits<double>::max())
{
    const double number = value.is_number() ? value.template get<double>() : std::numeric_limits<double>::quiet_NaN();
    return number >= low && number <= high ? std::optional(number) : std::nullopt;
}

/// Where a JSON document holds something else than its reader expects: what() names the place ("top[0][7]") and what
/// should be there, translated.
class JsonMismatch : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// A value of a JSON document and the way to it, for files that this program wrote itself and somebody may have
/// changed. Every member throws JsonMismatch where the document holds something else.
class JsonPlace
{
public:
    /// The document lives longer than its places.
    explicit JsonPlace(const nlohmann::json &value, std::string way = {}) : value_(&value), way_(std::move(way)) {}

    /// The member of an object, the entry of a list.
    JsonPlace operator[](std::string_view key) const;
    JsonPlace operator[](std::size_t index) const;
    /// Whether there is such a member, for those that older files lack.
    bool has(std::string_view key) const;
    /// Entries of a list.
    std::size_t size() const;

    template <class Integer>
    Integer integer(Integer low = std::numeric_limits<Integer>::min(),
                    Integer high = std::numeric_limits<Integer>::max()) const
    {
        if (const auto number = jsonInteger<Integer>(*value_, low, high)) {
            return *number;
        }
        refuseInteger(std::to_string(low), std::to_string(high));
    }
    /// A list of them.
    template <class Integer>
    std::vector<Integer> integers(Integer low = std::numeric_limits<Integer>::min(),
                                  Integer high = std::numeric_limits<Integer>::max()) const
    {
        std::vector<Integer> numbers(size());
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const auto number = jsonInteger<Integer>((*value_)[i], low, high);
            numbers[i] = number ? *number : (*this)[i].integer<Integer>(low, high);
        }
        return numbers;
    }
    double real() const;
    bool flag() const;
    const std::string &text() const;

    const nlohmann::json &json() const noexcept { return *value_; }
    /// Throws JsonMismatch: at this place, `expected` (translated) should be.
    [[noreturn]] void refuse(const std::string &expected) const;

private:
    [[noreturn]] void refuseInteger(const std::string &low, const std::string &high) const;

    const nlohmann::json *value_;
    std::string way_;
};

/// The document that `text` holds. Throws JsonMismatch with the place of a mistake in words of our own.
nlohmann::json parseJson(std::string_view text);

} // namespace knockscape
