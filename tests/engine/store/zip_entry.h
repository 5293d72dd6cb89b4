#pragma once

#include <QByteArray>
#include <zlib.h>

/// The content of one entry of a ZIP archive (APPNOTE.TXT, central directory and deflate), empty if it is not there.
inline QByteArray zipEntry(const QByteArray &archive, const QByteArray &name)
{
    const auto number = [&](qsizetype offset, int bytes) -> qsizetype {
        qsizetype value = 0;
        for (int i = bytes - 1; i >= 0; --i) {
            value = value * 256 + static_cast<unsigned char>(archive.at(offset + i));
        }
        return value;
    };
    const QByteArray directoryMark("PK\x01\x02", 4);
    for (qsizetype at = archive.indexOf(directoryMark); at >= 0; at = archive.indexOf(directoryMark, at + 4)) {
        if (archive.mid(at + 46, number(at + 28, 2)) != name) {
            continue;
        }
        const qsizetype local = number(at + 42, 4);
        const qsizetype data = local + 30 + number(local + 26, 2) + number(local + 28, 2);
        QByteArray content(number(at + 24, 4), '\0');
        z_stream stream{};
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(archive.constData() + data));
        stream.avail_in = static_cast<uInt>(number(at + 20, 4));
        stream.next_out = reinterpret_cast<Bytef *>(content.data());
        stream.avail_out = static_cast<uInt>(content.size());
        const bool ended = inflateInit2(&stream, -MAX_WBITS) == Z_OK && inflate(&stream, Z_FINISH) == Z_STREAM_END;
        inflateEnd(&stream);
        return ended ? content : QByteArray();
    }
    return {};
}
