#include "engine/checkpoint/crc32.h"

#include <array>
#include <bit>
#include <cstring>

namespace knockscape
{

namespace
{

using Table = std::array<std::uint32_t, 256>;

constexpr std::array<Table, 8> makeTables()
{
    std::array<Table, 8> tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t value = byte;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value & 1U) != 0 ? (value >> 1) ^ 0xEDB88320U : value >> 1;
        }
        tables[0][byte] = value;
    }
    for (std::size_t slice = 1; slice < tables.size(); ++slice) {
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint32_t before = tables[slice - 1][byte];
            tables[slice][byte] = (before >> 8) ^ tables[0][before & 0xFFU];
        }
    }
    return tables;
}

constexpr std::array<Table, 8> tables = makeTables();

} // namespace

std::uint32_t crc32Of(std::string_view bytes) noexcept
{
    static_assert(std::endian::native == std::endian::little, "the slices assume little-endian words");
    std::uint32_t crc = 0xFFFFFFFFU;
    const char *data = bytes.data();
    std::size_t left = bytes.size();
    for (; left >= 8; left -= 8, data += 8) {
        std::uint32_t words[2];
        std::memcpy(words, data, sizeof words);
        words[0] ^= crc;
        crc = 0;
        for (std::size_t byte = 0; byte < 4; ++byte) {
            crc ^= tables[7 - byte][(words[0] >> (8 * byte)) & 0xFFU];
            crc ^= tables[3 - byte][(words[1] >> (8 * byte)) & 0xFFU];
        }
    }
    for (; left > 0; --left, ++data) {
        crc = (crc >> 8) ^ tables[0][(crc ^ static_cast<unsigned char>(*data)) & 0xFFU];
    }
    return ~crc;
}

} // namespace knockscape
