#include "engine/core/compression.h"

#include "engine/core/issue.h"
#include "engine/core/translate.h"

#ifdef KNOCKSCAPE_BZIP2
#include <bzlib.h>
#endif
#ifdef KNOCKSCAPE_ZLIB
#include <zlib.h>
#endif

#include <algorithm>
#include <functional>

namespace knockscape
{
namespace
{

constexpr std::size_t chunkSize = std::size_t{1} << 18U;

bool isGzip(std::string_view bytes) noexcept
{
    return bytes.starts_with("\x1f\x8b");
}

bool isBzip2(std::string_view bytes) noexcept
{
    return bytes.size() >= 4 && bytes.starts_with("BZh") && bytes[3] >= '1' && bytes[3] <= '9';
}

[[noreturn, maybe_unused]] void throwCorrupt(const std::string &where)
{
    throw InputError(errorAt(where, translate("Engine", "The compressed file is damaged or cut short."),
                             translate("Engine", "Download or copy it again.")));
}

[[noreturn, maybe_unused]] void throwTooLarge(const std::string &where, std::uint64_t limit)
{
    throw InputError(errorAt(
        where, translate("Engine", "The file holds more than %1 bytes once decompressed.", {std::to_string(limit)}),
        translate("Engine", "Split it or choose the file that was meant.")));
}

[[noreturn, maybe_unused]] void throwUnsupported(const std::string &where, const std::string &kind)
{
    throw InputError(errorAt(where, translate("Engine", "This build cannot read %1 files.", {kind}),
                             translate("Engine", "Decompress the file first.")));
}

/// The content as it grows, up to a limit.
struct Content {
    std::string bytes;
    std::uint64_t limit = 0;
    /// Stop quietly at the limit or where the input ends, instead of throwing.
    bool startOnly = false;
    bool cut = false;

    /// Appends what one call of a decompressor produced.
    [[maybe_unused]] void append(const std::string &chunk, std::size_t produced, const std::string &where)
    {
        if (bytes.size() + produced > limit) {
            if (!startOnly) {
                throwTooLarge(where, limit);
            }
            produced = static_cast<std::size_t>(limit - bytes.size());
            cut = true;
        }
        bytes.append(chunk, 0, produced);
    }
};

/// What follows the last member may only be padding with zeros, as tape archivers leave it.
[[maybe_unused]] bool isPadding(std::string_view rest) noexcept
{
    return std::all_of(rest.begin(), rest.end(), [](char c) { return c == '\0'; });
}

#ifdef KNOCKSCAPE_ZLIB
/// Decompresses the gzip member at the start of `member`; returns how many of its bytes were used.
std::size_t inflateMember(std::string_view member, Content &content, const std::string &where)
{
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK) {
        throwCorrupt(where);
    }
    struct End {
        z_stream *stream;
        ~End() { inflateEnd(stream); }
    } end{&stream};
    std::string chunk(chunkSize, '\0');
    std::size_t used = 0;
    int status = Z_OK;
    while (status != Z_STREAM_END && !content.cut) {
        const std::size_t given = std::min(member.size() - used, chunkSize);
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(member.data() + used));
        stream.avail_in = static_cast<uInt>(given);
        stream.next_out = reinterpret_cast<Bytef *>(chunk.data());
        stream.avail_out = static_cast<uInt>(chunk.size());
        status = inflate(&stream, Z_NO_FLUSH);
        const std::size_t produced = chunk.size() - stream.avail_out;
        used += given - stream.avail_in;
        content.append(chunk, produced, where);
        const bool stuck = given == stream.avail_in && produced == 0;
        if (stuck && content.startOnly && used == member.size()) {
            content.cut = true;
            break;
        }
        if ((status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) || (stuck && status != Z_STREAM_END)) {
            throwCorrupt(where);
        }
    }
    return used;
}
#endif

#ifdef KNOCKSCAPE_BZIP2
/// Decompresses the bzip2 stream at the start of `member`; returns how many of its bytes were used.
std::size_t bunzipMember(std::string_view member, Content &content, const std::string &where)
{
    bz_stream stream{};
    if (BZ2_bzDecompressInit(&stream, 0, 0) != BZ_OK) {
        throwCorrupt(where);
    }
    struct End {
        bz_stream *stream;
        ~End() { BZ2_bzDecompressEnd(stream); }
    } end{&stream};
    std::string chunk(chunkSize, '\0');
    std::size_t used = 0;
    int status = BZ_OK;
    while (status != BZ_STREAM_END && !content.cut) {
        const std::size_t given = std::min(member.size() - used, chunkSize);
        stream.next_in = const_cast<char *>(member.data() + used);
        stream.avail_in = static_cast<unsigned>(given);
        stream.next_out = chunk.data();
        stream.avail_out = static_cast<unsigned>(chunk.size());
        status = BZ2_bzDecompress(&stream);
        const std::size_t produced = chunk.size() - stream.avail_out;
        used += given - stream.avail_in;
        content.append(chunk, produced, where);
        const bool stuck = given == stream.avail_in && produced == 0;
        if (stuck && content.startOnly && used == member.size()) {
            content.cut = true;
            break;
        }
        if ((status != BZ_OK && status != BZ_STREAM_END) || (stuck && status != BZ_STREAM_END)) {
            throwCorrupt(where);
        }
    }
    return used;
}
#endif

using MemberReader = std::function<std::size_t(std::string_view, Content &, const std::string &)>;

[[maybe_unused]] void readMembers(std::string_view rest, const std::string &where, Content &content,
                                  bool (*starts)(std::string_view) noexcept, const MemberReader &read)
{
    while (starts(rest) && !content.cut) {
        rest.remove_prefix(read(rest, content, where));
    }
    if (!content.cut && !isPadding(rest)) {
        throwCorrupt(where);
    }
}

/// Fills `content` from a gzip or bzip2 file.
void decompressInto(std::string_view bytes, const std::string &where, [[maybe_unused]] Content &content)
{
    if (isGzip(bytes)) {
#ifdef KNOCKSCAPE_ZLIB
        readMembers(bytes, where, content, isGzip, inflateMember);
#else
        throwUnsupported(where, ".gz");
#endif
    } else {
#ifdef KNOCKSCAPE_BZIP2
        readMembers(bytes, where, content, isBzip2, bunzipMember);
#else
        throwUnsupported(where, ".bz2");
#endif
    }
}

} // namespace

bool isCompressed(std::string_view bytes) noexcept
{
    return isGzip(bytes) || isBzip2(bytes);
}

std::string decompress(std::string bytes, const std::string &where, std::uint64_t limit)
{
    if (!isCompressed(bytes)) {
        return bytes;
    }
    Content content{{}, limit};
    decompressInto(bytes, where, content);
    return std::move(content.bytes);
}

std::string decompressedStart(std::string bytes, const std::string &where, std::uint64_t limit, bool &complete)
{
    if (!isCompressed(bytes)) {
        complete = bytes.size() <= limit;
        bytes.resize(std::min<std::uint64_t>(bytes.size(), limit));
        return bytes;
    }
    Content content{{}, limit, true, false};
    decompressInto(bytes, where, content);
    complete = !content.cut;
    return std::move(content.bytes);
}

} // namespace knockscape
