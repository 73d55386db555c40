#include "protocol/zstandard.h"

#include <zstd.h>

#include <algorithm>
#include <memory>

namespace thidua::protocol::zstandard
{

namespace
{

constexpr int level = 3;
// RFC 8878 asks every decoder for windows of 8 MiB; nobody may make ours hold more.
constexpr int maxWindowLog = 23;
constexpr qsizetype firstGuess = 64 * 1024;

struct FreeStream {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

// What the frame says about itself is believed only as a hint for the first allocation.
qsizetype guessOf(const QByteArray& bytes, qsizetype limit)
{
    const auto claimed = ZSTD_getFrameContentSize(bytes.constData(), size_t(bytes.size()));
    if (claimed == ZSTD_CONTENTSIZE_ERROR || claimed == ZSTD_CONTENTSIZE_UNKNOWN)
        return std::min(firstGuess, limit);
    return qsizetype(std::min<quint64>(claimed, quint64(limit)));
}

} // namespace

QByteArray compress(const QByteArray& plain)
{
    QByteArray packed(qsizetype(ZSTD_compressBound(size_t(plain.size()))), Qt::Uninitialized);
    const size_t size =
        ZSTD_compress(packed.data(), size_t(packed.size()), plain.constData(), size_t(plain.size()), level);
    Q_ASSERT(!ZSTD_isError(size)); // the bound is enough by definition
    packed.truncate(qsizetype(size));
    return packed;
}

Result<QByteArray> decompress(const QByteArray& bytes, qsizetype limit)
{
    const Error broken{ErrorCode::Malformed, QStringLiteral("broken zstd frame")};
    const std::unique_ptr<ZSTD_DStream, FreeStream> stream(ZSTD_createDStream());
    if (!stream)
        return {ErrorCode::Internal, QStringLiteral("no memory for zstd")};
    ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, maxWindowLog);
    ZSTD_inBuffer in{bytes.constData(), size_t(bytes.size()), 0};
    // One byte more than allowed, so that "exactly the limit" and "more" can be told apart.
    QByteArray plain(guessOf(bytes, limit) + 1, Qt::Uninitialized);
    qsizetype filled = 0;
    size_t left = 1;
    while (left != 0) {
        ZSTD_outBuffer out{plain.data(), size_t(plain.size()), size_t(filled)};
        left = ZSTD_decompressStream(stream.get(), &out, &in);
        if (ZSTD_isError(left))
            return broken;
        filled = qsizetype(out.pos);
        if (filled > limit)
            return {ErrorCode::TooLarge, QStringLiteral("the body is over the limit when unpacked")};
        if (filled == plain.size())
            plain.resize(std::min(plain.size() * 2, limit + 1));
        else if (left != 0 && in.pos == in.size)
            return broken; // cut off
    }
    if (in.pos != in.size)
        return broken; // bytes after the frame
    plain.truncate(filled);
    return plain;
}

} // namespace thidua::protocol::zstandard
