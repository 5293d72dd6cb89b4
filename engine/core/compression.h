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

/// The first `limit` bytes of the content, of a file of which perhaps only the beginning is there: nothing that is
/// missing behind them is an error. `complete` tells whether that was all.
std::string decompressedStart(std::string bytes, const std::string &where, std::uint64_t limit, bool &complete);

} // namespace knockscape
