#include "fuzz/harness.h"

#include "protocol/compression.h"

namespace thidua::fuzz
{

using protocol::Encoding;

// The first byte says how the others are packed.
void compression(const QByteArray& input)
{
    if (input.isEmpty())
        return;
    const auto encoding = Encoding(uchar(input.front()) % 3);
    const QByteArray bytes = input.mid(1);
    constexpr qsizetype limit = 100'000;
    const auto plain = protocol::decompress(bytes, encoding, limit);
    if (plain) {
        promise(plain->size() <= limit, "nothing grows beyond the limit");
        promise(*protocol::decompress(protocol::compress(*plain, encoding), encoding, limit) == *plain,
                "packed and unpacked is the same");
    }
    (void)protocol::encodingFromHeader(bytes);
    (void)protocol::bestOf(bytes);
}

QList<QByteArray> compressionSeeds()
{
    QList<QByteArray> seeds;
    for (const auto encoding : {Encoding::Identity, Encoding::Gzip, Encoding::Zstd}) {
        const char mark = char(encoding);
        seeds.append(mark + protocol::compress("Thi dua la yeu nuoc", encoding));
        seeds.append(mark + protocol::compress(QByteArray(90'000, 'a'), encoding));
        seeds.append(mark + protocol::compress(QByteArray(200'000, 'a'), encoding)); // beyond the limit
    }
    seeds.append("\0gzip;q=0.5, zstd, *;q=0");
    return seeds;
}

} // namespace thidua::fuzz
