#include "engine/core/json_value.h"

#include "engine/core/translate.h"

namespace knockscape
{

JsonPlace JsonPlace::operator[](std::string_view key) const
{
    const std::string name(key);
    const auto found = value_->is_object() ? value_->find(name) : value_->end();
    const std::string way = way_.empty() ? name : way_ + "." + name;
    if (!value_->is_object() || found == value_->end()) {
        throw JsonMismatch(translate("Engine", "“%1” is missing", {way}));
    }
    return JsonPlace(*found, way);
}

JsonPlace JsonPlace::operator[](std::size_t index) const
{
    const std::string way = way_ + "[" + std::to_string(index) + "]";
    if (index >= size()) {
        throw JsonMismatch(translate("Engine", "“%1” is missing", {way}));
    }
    return JsonPlace((*value_)[index], way);
}

bool JsonPlace::has(std::string_view key) const
{
    return value_->is_object() && value_->contains(std::string(key));
}

std::size_t JsonPlace::size() const
{
    if (!value_->is_array()) {
        refuse(translate("Engine", "a list"));
    }
    return value_->size();
}

double JsonPlace::real() const
{
    if (const auto number = jsonReal(*value_)) {
        return *number;
    }
    refuse(translate("Engine", "a number"));
}

bool JsonPlace::flag() const
{
    if (!value_->is_boolean()) {
        refuse(translate("Engine", "true or false"));
    }
    return value_->get<bool>();
}

const std::string &JsonPlace::text() const
{
    if (!value_->is_string()) {
        refuse(translate("Engine", "a text"));
    }
    return value_->get_ref<const std::string &>();
}

void JsonPlace::refuse(const std::string &expected) const
{
    throw JsonMismatch(translate("Engine", "“%1” must be %2", {way_, expected}));
}

void JsonPlace::refuseInteger(const std::string &low, const std::string &high) const
{
    refuse(translate("Engine", "a whole number from %1 to %2", {low, high}));
}

nlohmann::json parseJson(std::string_view text)
{
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error &error) {
        throw JsonMismatch(translate("Engine", "it is no JSON from byte %1 on", {std::to_string(error.byte)}));
    } catch (const nlohmann::json::exception &) {
        throw JsonMismatch(translate("Engine", "a number is too large"));
    }
}

} // namespace knockscape
