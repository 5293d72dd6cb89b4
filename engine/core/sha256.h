#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace knockscape
{

/// SHA-256 (FIPS 180-4) of bytes that arrive in pieces.
class Sha256
{
public:
    Sha256() noexcept;

    void add(std::string_view bytes) noexcept;
    /// Lower-case hexadecimal digest of everything added. The object must not be used afterwards.
    std::string finish();

private:
    void compress(const unsigned char *block) noexcept;

    std::array<std::uint32_t, 8> state_;
    std::array<unsigned char, 64> buffer_{};
    std::size_t buffered_ = 0;
    std::uint64_t length_ = 0;
};

} // namespace knockscape
