#include "engine/core/json_shape.h"

#include "engine/core/json_text.h"

#include <nlohmann/json.hpp>

#include <unordered_set>

namespace knockscape
{
namespace
{

class ShapeReader : public nlohmann::json::json_sax_t
{
public:
    ShapeReader(std::string_view text, std::size_t valueLimit, std::size_t depthLimit)
        : text_(text), valueLimit_(valueLimit), depthLimit_(depthLimit)
    {
    }

    JsonShape shape;

    bool null() override { return count(); }
    bool boolean(bool) override { return count(); }
    bool number_integer(number_integer_t) override { return count(); }
    bool number_unsigned(number_unsigned_t) override { return count(); }
    bool number_float(number_float_t, const string_t &) override { return count(); }
    bool string(string_t &) override { return count(); }
    bool binary(binary_t &) override { return count(); }
    bool start_object(std::size_t) override { return open(); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(); }
    bool end_array() override { return close(); }
    bool key(string_t &text) override
    {
        if (depth_ == 1) {
            shape.lastKey = text;
            if (!keys_.insert(text).second) {
                shape.repeatedKey = text;
            }
        }
        return true;
    }
    bool parse_error(std::size_t byte, const std::string &, const nlohmann::detail::exception &) override
    {
        shape.error = jsonFault(text_, byte);
        return false;
    }

private:
    bool count()
    {
        shape.tooLarge = ++shape.values > valueLimit_;
        return !shape.tooLarge;
    }
    bool open()
    {
        shape.tooLarge = ++depth_ > depthLimit_;
        return !shape.tooLarge && count();
    }
    bool close()
    {
        --depth_;
        return true;
    }

    std::string_view text_;
    std::size_t valueLimit_;
    std::size_t depthLimit_;
    std::size_t depth_ = 0;
    std::unordered_set<std::string> keys_;
};

} // namespace

JsonShape jsonShape(std::string_view text, std::size_t valueLimit, std::size_t depthLimit)
{
    ShapeReader reader(text, valueLimit, depthLimit);
    reader.shape.valid = nlohmann::json::sax_parse(text.begin(), text.end(), &reader);
    return reader.shape;
}

} // namespace knockscape
