#include "engine/cell/importers/gene_features.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace knockscape
{
namespace
{

[[noreturn]] void fail(const ImportFile &file, const std::string &what)
{
    throw InputError(
        errorAt(file.name, what,
                translate("Engine", "Save an array of numbers with a row for each gene and a column for each feature "
                                    "(numpy.save), or give a table.")));
}

/// Value of `key` in the header, a Python dictionary as text: the rest of the header after "'key':".
std::string_view entry(std::string_view header, const std::string &key)
{
    const std::size_t found = header.find("'" + key + "'");
    const std::size_t colon = found == std::string_view::npos ? found : header.find(':', found);
    return colon == std::string_view::npos ? std::string_view() : trimmed(header.substr(colon + 1));
}

float halfToFloat(std::uint16_t half)
{
    const int exponent = (half >> 10U) & 0x1F;
    const int mantissa = half & 0x3FF;
    float value = 0.0F;
    if (exponent == 31) {
        value = mantissa == 0 ? std::numeric_limits<float>::infinity() : std::numeric_limits<float>::quiet_NaN();
    } else {
        value = exponent == 0 ? std::ldexp(static_cast<float>(mantissa), -24)
                              : std::ldexp(static_cast<float>(mantissa + 1024), exponent - 25);
    }
    return (half & 0x8000U) != 0 ? -value : value;
}

template <typename Stored>
float load(const char *bytes)
{
    Stored value;
    std::memcpy(&value, bytes, sizeof value);
    return static_cast<float>(value);
}

float loadHalf(const char *bytes)
{
    std::uint16_t value = 0;
    std::memcpy(&value, bytes, sizeof value);
    return halfToFloat(value);
}

/// How elements of a NumPy type are read.
struct ElementType {
    const char *name;
    std::size_t size;
    float (*load)(const char *);
};

constexpr ElementType elementTypes[] = {
    {"<f4", 4, load<float>},         {"<f8", 8, load<double>},       {"<f2", 2, loadHalf},
    {"<i4", 4, load<std::int32_t>},  {"<i8", 8, load<std::int64_t>}, {"<i2", 2, load<std::int16_t>},
    {"|i1", 1, load<std::int8_t>},   {"|u1", 1, load<std::uint8_t>}, {"<u2", 2, load<std::uint16_t>},
    {"<u4", 4, load<std::uint32_t>}, {"|b1", 1, load<std::uint8_t>}};

const ElementType &elementType(const ImportFile &file, std::string_view header)
{
    const std::string_view description = entry(header, "descr");
    for (const ElementType &type : elementTypes) {
        // The name is in quotation marks of either kind.
        if (description.size() > 5 && description.substr(1, 3) == type.name && description[4] == description[0]) {
            return type;
        }
    }
    fail(file, translate("Engine", "The array holds something else than numbers (%1).",
                         {std::string(description.substr(0, 20))}));
}

/// Length of the header and where it begins (NEP 1: version, then 2 or 4 bytes of length).
std::string_view headerOf(const ImportFile &file)
{
    const std::string &bytes = file.content;
    const std::size_t prefix = bytes.size() > 6 && bytes[6] == 1 ? 10 : 12;
    if (bytes.size() < prefix || bytes[6] < 1 || bytes[6] > 3) {
        fail(file, translate("Engine", "The file is damaged or written by a version of NumPy that is not known here."));
    }
    std::size_t length = 0;
    for (std::size_t i = prefix; i-- > 8;) {
        length = length << 8U | static_cast<unsigned char>(bytes[i]);
    }
    if (length > bytes.size() - prefix) {
        fail(file, translate("Engine", "The file is cut short."));
    }
    return std::string_view(bytes).substr(prefix, length);
}

std::pair<std::size_t, std::size_t> shapeOf(const ImportFile &file, std::string_view header)
{
    const std::string_view shape = entry(header, "shape");
    const std::size_t end = shape.find(')');
    if (!shape.starts_with('(') || end == std::string_view::npos) {
        fail(file, translate("Engine", "The file is damaged: it does not say how many rows and columns there are."));
    }
    const std::vector<std::string_view> sizes = split(shape.substr(1, end - 1), ",", true);
    std::vector<long long> dimensions;
    for (const std::string_view size : sizes) {
        if (!trimmed(size).empty()) {
            dimensions.push_back(parseInteger(trimmed(size)).value_or(-1));
        }
    }
    if (dimensions.size() != 2 || dimensions[0] < 0 || dimensions[1] < 0) {
        fail(file, translate("Engine", "The array does not have rows and columns (two dimensions)."));
    }
    return {static_cast<std::size_t>(dimensions[0]), static_cast<std::size_t>(dimensions[1])};
}

} // namespace

NumpyMatrix readNumpy(const ImportFile &file)
{
    static_assert(std::endian::native == std::endian::little, "elements are copied as they are in the file");
    const std::string_view header = headerOf(file);
    const ElementType &type = elementType(file, header);
    const auto [rows, columns] = shapeOf(file, header);
    const char *data = header.data() + header.size();
    const auto available = static_cast<std::size_t>(file.content.data() + file.content.size() - data) / type.size;
    // What is read is bounded by what the file holds, not by what it claims: rows of no columns cost no bytes.
    if (rows == 0 || columns == 0) {
        fail(file, rows == 0 ? translate("Engine", "The array has no rows.")
                             : translate("Engine", "The array has no columns."));
    }
    // Compared by division: the product may overflow.
    if (rows > available / columns) {
        fail(file, translate("Engine", "The file is cut short."));
    }
    const bool fortran = entry(header, "fortran_order").starts_with("True");
    NumpyMatrix matrix{rows, columns, {}};
    matrix.values.reserve(rows * columns);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            const std::size_t place = fortran ? column * rows + row : row * columns + column;
            matrix.values.push_back(type.load(data + place * type.size));
        }
    }
    return matrix;
}

} // namespace knockscape
