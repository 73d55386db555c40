#include "protocol/gzip.h"

#include <zlib.h>

#include <algorithm>

namespace thidua::protocol::gzip
{

namespace
{

constexpr int windowWithGzipHeader = 15 + 16;
constexpr int memoryLevel = 8;
constexpr qsizetype firstGuess = 64 * 1024;

void setInput(z_stream& stream, const QByteArray& bytes)
{
    // zlib does not write to its input; its C signature is older than const.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
}

Result<QByteArray> inflateAll(z_stream& stream, qsizetype limit)
{
    QByteArray plain(std::min(firstGuess, limit) + 1, Qt::Uninitialized);
    qsizetype filled = 0;
    int status = Z_OK;
    while (status != Z_STREAM_END) {
        stream.next_out = reinterpret_cast<Bytef*>(plain.data() + filled);
        stream.avail_out = uInt(plain.size() - filled);
        status = inflate(&stream, Z_NO_FLUSH);
        filled = plain.size() - qsizetype(stream.avail_out);
        if (filled > limit)
            return {ErrorCode::TooLarge, QStringLiteral("the body is over the limit when unpacked")};
        if (status != Z_OK && status != Z_STREAM_END)
            return {ErrorCode::Malformed, QStringLiteral("broken or cut gzip body")};
        if (filled == plain.size())
            plain.resize(std::min(plain.size() * 2, limit + 1));
    }
    if (stream.avail_in != 0)
        return {ErrorCode::Malformed, QStringLiteral("bytes after the gzip body")};
    plain.truncate(filled);
    return plain;
}

} // namespace

QByteArray compress(const QByteArray& plain)
{
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, windowWithGzipHeader, memoryLevel,
                 Z_DEFAULT_STRATEGY);
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(plain.size()))), Qt::Uninitialized);
    setInput(stream, plain);
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

Result<QByteArray> decompress(const QByteArray& bytes, qsizetype limit)
{
    z_stream stream{};
    if (inflateInit2(&stream, windowWithGzipHeader) != Z_OK)
        return {ErrorCode::Internal, QStringLiteral("no memory for gzip")};
    setInput(stream, bytes);
    auto plain = inflateAll(stream, limit);
    inflateEnd(&stream);
    return plain;
}

} // namespace thidua::protocol::gzip
