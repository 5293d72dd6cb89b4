#include "engine/checkpoint/pickle_value.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace knockscape
{

namespace
{

using Json = nlohmann::json;

constexpr int maximumDepth = 24;
/// Values in one JSON text: a value that refers to another twice is written twice, so sharing could explode.
constexpr int maximumWritten = 100'000;

class JsonWriter
{
public:
    Json write(const PickleValue &value, int depth = 0)
    {
        if (depth > maximumDepth || ++written_ > maximumWritten) {
            return nullptr;
        }
        switch (value.kind) {
        case PickleKind::Boolean:
            return value.integer != 0;
        case PickleKind::Integer:
            return value.integer;
        case PickleKind::Real:
            return std::isfinite(value.real) ? Json(value.real) : Json();
        case PickleKind::Text:
        case PickleKind::Global:
            return value.text;
        case PickleKind::List:
        case PickleKind::Tuple:
        case PickleKind::Set:
            return array(value, depth);
        case PickleKind::Dict:
            return object(value, depth);
        case PickleKind::Object:
            return foreign(value, depth);
        default:
            return nullptr;
        }
    }

private:
    Json array(const PickleValue &value, int depth)
    {
        Json result = Json::array();
        for (const PickleValue *item : value.items) {
            if (written_ > maximumWritten) {
                break;
            }
            result.push_back(write(*item, depth + 1));
        }
        return result;
    }

    Json object(const PickleValue &value, int depth)
    {
        Json result = Json::object();
        for (const auto &[key, member] : value.entries) {
            if (written_ > maximumWritten) {
                break;
            }
            if (key->is(PickleKind::Text)) {
                result[key->text] = write(*member, depth + 1);
            } else if (key->is(PickleKind::Integer)) {
                result[std::to_string(key->integer)] = write(*member, depth + 1);
            }
        }
        return result;
    }

    /// An instance of a class that does not exist here, by what it keeps.
    Json foreign(const PickleValue &value, int depth)
    {
        if (!value.entries.empty()) {
            return object(value, depth);
        }
        const PickleValue *state = value.state;
        if (state != nullptr && state->is(PickleKind::Tuple) && !state->items.empty()) {
            // (__dict__, slots)
            state = state->items.front();
        }
        if (state == nullptr || !state->is(PickleKind::Dict)) {
            return value.items.size() == 1 && !value.items.front()->is(PickleKind::Object)
                       ? write(*value.items.front(), depth + 1)
                       : Json();
        }
        if (value.text.starts_with("omegaconf.")) {
            const PickleValue *content = state->find("_content");
            content = content != nullptr ? content : state->find("_val");
            return content != nullptr ? write(*content, depth + 1) : Json();
        }
        return object(*state, depth);
    }

    int written_ = 0;
};

} // namespace

std::string toJson(const PickleValue &value)
{
    return JsonWriter().write(value).dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace knockscape
