#pragma once

#include <cstdint>
#include <string_view>

namespace knockscape
{

/// CRC-32 of ZIP and gzip (ISO 3309, reflected polynomial 0xEDB88320), eight bytes a step ("slicing by 8", Kounavis and
/// Berry 2005). Own code, because a build without zlib must check stored entries too.
std::uint32_t crc32Of(std::string_view bytes) noexcept;

} // namespace knockscape
