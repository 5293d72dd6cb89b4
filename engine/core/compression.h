#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace knockscape
{

/// True if `bytes` start as a gzip (RFC 1952) or bzip2 file does.
bool isCompressed(std::string_view bytes) noexcept;

/// The decompressed content of a gzip or bzip2 file, several members included; `bytes` themselves if they are neither.
/// Throws InputError that names `where` for corrupt or truncated data, for more than `limit` bytes of content, and
/// where the program was built without the decompressor.
std::string decompress(std::string bytes, const std::string &where, std::uint64_t limit);

} // namespace knockscape
